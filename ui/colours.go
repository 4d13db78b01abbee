package ui

import (
	"image/color"
	"regexp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// chooseColour lists the parties of the night, for the desk to give one a
// colour of its own. It travels in the night, to its charts and its page.
func (w *Window) chooseColour() {
	var choices []kit.Choice
	for _, p := range partiesOf(w.Night.Contests, w.Night.Councils) {
		aside := election.Colour(p, w.Night.Colours)
		if w.Night.Colours[p.ID] != "" {
			aside += " · the desk’s own"
		}
		choices = append(choices, kit.Choice{Words: partyWords(p), Aside: aside, Do: func() { w.askColour(p) }})
	}
	if len(choices) == 0 {
		w.Say("No party stands tonight yet: import the candidates first (Ctrl+I).")
		return
	}
	w.Choose("Party colours", choices)
}

// partyWords is a party by both its names.
func partyWords(p election.Party) string {
	if p.Name == "" || p.Name == p.Label() {
		return p.Label()
	}
	return p.Label() + " · " + p.Name
}

// partiesOf is every party that can have a colour, those with the most
// candidates first. Independents share the one of no party.
func partiesOf(contests []election.Contest, councils []election.Council) []election.Party {
	var parties []election.Party
	stood := map[string]int{}
	add := func(p election.Party) {
		if p.ID == "" {
			return
		}
		if stood[p.ID]++; stood[p.ID] == 1 {
			parties = append(parties, p)
		}
	}
	for _, c := range contests {
		for _, k := range c.Candidates {
			add(k.Party)
		}
	}
	for _, c := range councils {
		for _, h := range c.NotUp {
			add(h.Party)
		}
	}
	slices.SortStableFunc(parties, func(a, b election.Party) int { return stood[b.ID] - stood[a.ID] })
	return parties
}

var sixDigits = regexp.MustCompile(`^[0-9A-Fa-f]{6}$`)

// askColour asks for one party's colour and shows it as a chart will draw it.
func (w *Window) askColour(p election.Party) {
	f := shell.NewField("Colour, six digits as in 0087DC; empty for the usual one", w.Night.Colours[p.ID], election.Colour(p, nil))
	typed := func() (rgb string, ok bool) {
		rgb = strings.ToUpper(strings.TrimPrefix(strings.TrimSpace(f.Entry.Text), "#"))
		return rgb, rgb == "" || sixDigits.MatchString(rgb)
	}
	tried := newSwatch(chart.Fill(p, w.Night.Colours))
	f.Below = tried.box
	f.Entry.OnChanged = func(string) {
		if rgb, ok := typed(); ok {
			tried.show(chart.Fill(p, map[string]string{p.ID: rgb}))
		}
	}
	w.Sheet("Colour of "+partyWords(p), "", []*shell.Field{f}, "Save", func() string {
		rgb, ok := typed()
		if !ok {
			return "A colour is six digits from 0 to 9 and A to F, such as 0087DC."
		}
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.SetColour(author, p.ID, rgb) }, nil)
		return ""
	})
}

// swatch shows a colour as bars on a light and on a dark ground.
type swatch struct {
	box  *fyne.Container
	bars []*kit.Bar
	over []chart.Palette
	says *kit.Text
}

func newSwatch(fill color.NRGBA) *swatch {
	s := &swatch{over: []chart.Palette{chart.Light, chart.Dark}, says: kit.NewSmall("")}
	var grounds []fyne.CanvasObject
	for _, p := range s.over {
		bar := kit.NewBar()
		s.bars = append(s.bars, bar)
		grounds = append(grounds, container.NewStack(canvas.NewRectangle(p.Ground), kit.Inset(bar, 10, 12, 10, 12)))
	}
	s.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 66) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 6, size.Width/2, 36)
			kit.Put(o[1], size.Width/2, 6, size.Width/2, 36)
			kit.Put(o[2], 0, 46, size.Width, 18)
		},
	}, grounds[0], grounds[1], s.says)
	s.show(fill)
	return s
}

func (s *swatch) show(fill color.NRGBA) {
	var faint []string
	for i, p := range s.over {
		outline := p.Outline(fill)
		s.bars[i].Set(1, fill, outline, true)
		if outline.A > 0 {
			faint = append(faint, []string{"a light ground", "a dark ground"}[i])
		}
	}
	s.says.SetText("It stands out on both grounds.")
	if len(faint) > 0 {
		s.says.SetText("Faint on " + election.And(faint) + ": charts draw an outline there.")
	}
	s.box.Refresh()
}
