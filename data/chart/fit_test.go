package chart_test

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
	"unicode"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"pgregory.net/rapid"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// ruler measures by the fonts themselves, kerning and all, at 100 units.
type ruler struct {
	regular, bold font.Face
	index         *opentype.Font
}

func newRuler(t testing.TB) ruler {
	load := func(ttf []byte) font.Face {
		f, err := opentype.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 100, DPI: 72})
		if err != nil {
			t.Fatal(err)
		}
		return face
	}
	index, err := opentype.Parse(dejavusans.TTF)
	if err != nil {
		t.Fatal(err)
	}
	return ruler{load(dejavusans.TTF), load(dejavusansbold.TTF), index}
}

// shown is a text without the marks and joiners that no glyph stands for.
func (r ruler) shown(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf) {
			if i, err := r.index.GlyphIndex(nil, c); err != nil || i == 0 {
				return -1
			}
		}
		return c
	}, s)
}

// wider is how much wider than DejaVu Sans a reader's font may run.
const wider = 1.12

// box is what a text covers in a font so many times as wide as DejaVu Sans.
func (r ruler) box(t chart.Text, times float64) image.Rectangle {
	var long float64
	for _, run := range t.Runs {
		face := r.regular
		if run.Bold {
			face = r.bold
		}
		long += float64(font.MeasureString(face, r.shown(run.Text))) / 64 * float64(t.Size) / 100
	}
	wide := int(math.Floor(long * times))
	x := t.X
	switch t.Anchor {
	case chart.Middle:
		x -= wide / 2
	case chart.End:
		x -= wide
	}
	return image.Rect(x, t.Y-t.Size*3/4, x+wide, t.Y+t.Size/4)
}

func bounds(r chart.Rect) image.Rectangle { return image.Rect(r.X, r.Y, r.X+r.W, r.Y+r.H) }

// touches reports whether a line runs through a box, by walking along it.
func touches(l chart.Line, box image.Rectangle) bool {
	if !image.Rect(min(l.X1, l.X2), min(l.Y1, l.Y2), max(l.X1, l.X2)+1, max(l.Y1, l.Y2)+1).Overlaps(box) {
		return false
	}
	steps := max(l.X2-l.X1, l.X1-l.X2, l.Y2-l.Y1, l.Y1-l.Y2, 1)
	for i := range steps + 1 {
		if image.Pt(l.X1+(l.X2-l.X1)*i/steps, l.Y1+(l.Y2-l.Y1)*i/steps).In(box) {
			return true
		}
	}
	return false
}

// faults lists what is wrong with how a scene is set: texts that overlap, have
// something through them or leave it, bars out of place, and colours that
// cannot be told apart.
func (r ruler) faults(s chart.Scene) []string {
	var wrong []string
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	frame := image.Rect(0, 0, s.Width, s.Height)
	var texts []chart.Text
	var boxes, dots []image.Rectangle
	var bars []chart.Rect
	var lines []chart.Line
	stands := func(what any, b image.Rectangle) {
		if !b.In(frame) {
			complain("%v at %v leaves the scene %v", what, b, frame)
		}
	}
	seen := func(what any, fill, stroke color.NRGBA) {
		if fill == s.Ground && stroke.A == 0 {
			return // a hole, or the edge around a dot
		}
		if chart.Contrast(fill, s.Ground) < 3 && (stroke.A == 0 || chart.Contrast(stroke, s.Ground) < 3) {
			complain("%v cannot be told from the ground", what)
		}
	}
	for _, shape := range s.Shapes {
		switch x := shape.(type) {
		case chart.Rect:
			stands(x, bounds(x))
			seen(x, x.Fill, x.Stroke)
			if x.Stroke.A != 0 && (x.W < 3 || x.H < 3) {
				complain("no room for an outline in %v", x)
			}
			bars = append(bars, x)
		case chart.Circle:
			around := image.Rect(x.X-x.R, x.Y-x.R, x.X+x.R, x.Y+x.R)
			stands(x, around)
			seen(x, x.Fill, x.Stroke)
			dots = append(dots, around)
		case chart.Line:
			stands(x, image.Rect(min(x.X1, x.X2), min(x.Y1, x.Y2), max(x.X1, x.X2)+1, max(x.Y1, x.Y2)+1))
			lines = append(lines, x)
		case chart.Text:
			texts, boxes = append(texts, x), append(boxes, r.box(x, wider))
			stands(x.String(), boxes[len(boxes)-1])
		}
	}
	for i, t := range texts {
		under := s.Ground
		for _, b := range bars {
			switch {
			case !boxes[i].Empty() && boxes[i].In(bounds(b)):
				under = b.Fill
			case boxes[i].Overlaps(bounds(b)):
				complain("%q lies half on a bar", t.String())
			}
		}
		for _, d := range dots {
			if boxes[i].Overlaps(d) {
				complain("%q lies on a dot", t.String())
			}
		}
		for _, l := range lines {
			// A rule that carries no meaning may touch a wider font.
			meaning := chart.Contrast(l.Stroke, s.Ground) >= 3
			if touches(l, boxes[i]) && (meaning || touches(l, r.box(t, 1))) {
				complain("a line runs through %q: %v", t.String(), l)
			}
		}
		for _, run := range t.Runs {
			if c := chart.Contrast(run.Colour, under); c < 4.5 {
				complain("%q has a contrast of %.2f", run.Text, c)
			}
		}
		for j, other := range boxes[:i] {
			if boxes[i].Overlaps(other) {
				complain("%q overlaps %q", t.String(), texts[j].String())
			}
		}
	}
	return wrong
}

// fits looks for faults at three widths, light and dark.
func (r ruler) fits(t *testing.T, what string, m chart.Model) {
	t.Helper()
	for _, width := range []int{320, 700, 1200} {
		for tone, p := range palettes {
			for _, fault := range r.faults(m.Layout(width, p)) {
				t.Errorf("%s, %d, %s: %s", what, width, tone, fault)
			}
		}
	}
}

func TestContestsFit(t *testing.T) {
	r := newRuler(t)
	for n := 2; n <= 40; n++ {
		for _, k := range []chart.Kind{chart.Share, chart.Change} {
			r.fits(t, fmt.Sprintf("%d candidates, %s", n, k), model(t, crowd(n), k))
		}
	}
}

// hard are contests as they are hard to draw, each from so many candidates.
var hard = map[string]func(c *election.Contest){
	"long names": func(c *election.Contest) {
		for i := range c.Candidates {
			k := &c.Candidates[i]
			k.Forenames, k.Surname = strings.Repeat("Philippa Wilhelmina ", 4), "Featherstonehaugh-Cholmondeley-Wriothesley"
			k.Party.Name, k.Party.Short = "The Official Campaign for the Reinstatement of the Much Binding Railway", "Reinstatement"
		}
	},
	"five independents": func(c *election.Contest) {
		for i := range min(5, len(c.Candidates)-1) {
			c.Candidates[i+1].Party = election.Independent
			c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, c.Candidates[i+1])
		}
	},
	"no votes": func(c *election.Contest) {
		for i := range c.Candidates {
			c.Candidates[i].Votes = election.Of(0)
		}
	},
	"all votes for one": func(c *election.Contest) {
		for i := range c.Candidates[1:] {
			c.Candidates[i+1].Votes = election.Of(0)
		}
	},
	"one vote each": func(c *election.Contest) {
		for i := range c.Candidates {
			c.Candidates[i].Votes = election.Of(1)
		}
	},
	"a ward of three": func(c *election.Contest) { c.Kind, c.Seats = election.Local, 3 },
}

func TestHardContestsFit(t *testing.T) {
	r := newRuler(t)
	for name, make := range hard {
		for _, n := range []int{2, 5, 16, 17, 40} {
			c := crowd(n)
			make(&c)
			for _, k := range []chart.Kind{chart.Share, chart.Change} {
				if m, err := chart.New(c, k, nil); err == nil {
					r.fits(t, fmt.Sprintf("%s, %d candidates, %s", name, n, k), m)
				} else if k == chart.Share || name != "no votes" {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
}

// procession is a history of n contests: several on a day, up to 40 points
// either way, every other one named, of four parties.
func procession(n int) election.History {
	h := election.History{Title: "By-elections: change in share", Scope: "all", AsOf: "2026-08-20"}
	parties := []election.Party{con, lab, libdem, election.Independent}
	for i := range n {
		day := election.Date(fmt.Sprintf("%d-%02d-%02d", 2010+i/3%16, 1+i*5%12, 1+i/7%28))
		p := past(fmt.Sprintf("%s %d", []string{"Ash", "Inverness, Nairn, Badenoch and Strathspey", "Ynys Môn"}[i%3], i), day, parties[i*7/3%4], (i*4999)%8001-4000)
		p.Named, p.Gain, p.Source = i%2 == 0, i%5 == 0, fmt.Sprint("Source ", i%4)
		h.Rows = append(h.Rows, p)
	}
	return h
}

func TestHistoriesFit(t *testing.T) {
	r := newRuler(t)
	for n := 1; n <= 40; n++ {
		r.fits(t, fmt.Sprint(n, " contests"), drawnHistory(t, procession(n)))
	}
	for _, n := range []int{60, 100, 200} {
		r.fits(t, fmt.Sprint(n, " contests"), drawnHistory(t, procession(n)))
	}
	oneDay := procession(20)
	for i := range oneDay.Rows {
		oneDay.Rows[i].Date, oneDay.Rows[i].Named = "2024-07-04", true
	}
	r.fits(t, "20 on one day", drawnHistory(t, oneDay))
	for _, hundredths := range []int{-4000, -1, 0, 1, 4000, 10000} {
		same := procession(12)
		for i := range same.Rows {
			same.Rows[i].Points, same.Rows[i].Named = points(hundredths), true
		}
		r.fits(t, fmt.Sprint("all ", hundredths), drawnHistory(t, same))
	}
}

// assembly is a council of so many seats with as many parties, each with
// fewer than the one before and the last of them with one seat, some seats not
// up, some vacant, and the last wards to come.
func assembly(seats, parties, open int) (election.Council, []election.Contest) {
	c := election.Council{Name: "Much Binding", Date: "2024-05-02", Seats: seats, Vacant: seats / 20}
	major := []election.Party{con, lab, election.Independent, libdem, green}
	base := election.CouncilBaseline{Name: "as last fought", Date: "2020-05-07", Holdings: []election.Holding{holding(soclab, seats)}}
	c.Baselines = []election.CouncilBaseline{base}
	var up []election.Party
	left := seats - c.Vacant
	for i := 0; left > 0; i++ {
		p := party(fmt.Sprint("x:", i), fmt.Sprintf("Ratepayers’ and Residents’ Association of Ward %d", i), fmt.Sprint("Res ", i))
		if i < len(major) {
			p = major[i]
		}
		has := max(1, left*2/5)
		if i >= parties-1 {
			has = left
		}
		left -= has
		c.NotUp = append(c.NotUp, holding(p, has/3))
		up = append(up, times(has-has/3, p)...)
	}
	contests := wards(c.Name, up...)
	for i := range contests[len(contests)-min(open, len(contests)):] {
		contests[len(contests)-1-i].State = election.Counting
	}
	return c, contests
}

func TestCouncilsFit(t *testing.T) {
	r := newRuler(t)
	for seats := 10; seats <= 200; seats += 19 {
		for _, parties := range []int{1, 2, 7, 40} {
			for _, open := range []int{0, 3, 200} {
				c, contests := assembly(seats, parties, open)
				r.fits(t, fmt.Sprintf("%d seats, %d parties, %d open", seats, parties, open), council(t, c, contests))
			}
		}
	}
	for _, of := range []func() (election.Council, []election.Contest){harlow, nuneaton, hung} {
		r.fits(t, "a real one", councilOf(t, of))
	}
}

var names = rapid.OneOf(
	rapid.StringMatching(`[A-Z][a-z]{2,9}`),
	rapid.StringMatching(`([A-Z][a-z]{2,30}[- ]){1,6}`),
	rapid.StringN(0, 40, 200),
	rapid.SampledFrom([]string{"Łódź", "Ōtaká", "王小明 司馬相如", "e\u0301\u0302\u0303", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "\u202egnorw", "👩‍👩‍👧‍👦", "<b>&amp;"}),
)

// contests draws declared contests as no returning officer would read them.
// Those for a chart of change have a candidate of a party that stood before.
func contests(t *rapid.T, kind chart.Kind) election.Contest {
	c := election.Contest{
		Name: names.Draw(t, "contest"), Kind: election.Parliamentary, State: election.Declared, Revision: 1,
		Seats: rapid.IntRange(0, 3).Draw(t, "seats"),
	}
	most := rapid.SampledFrom([]int{0, 3, 100, 70000, 9999999}).Draw(t, "most")
	base := election.Baseline{Name: names.Draw(t, "baseline")}
	for i := range rapid.IntRange(2, 40).Draw(t, "candidates") {
		p := election.Party{}
		if rapid.Bool().Draw(t, "has a party") {
			p = election.Party{ID: fmt.Sprint("x:", rapid.IntRange(0, 12).Draw(t, "party")), Name: names.Draw(t, "party's name"), Short: names.Draw(t, "party's short name")}
		}
		votes := rapid.IntRange(0, most).Draw(t, "votes")
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "none") == 0 {
			votes = 0
		}
		k := stood(names.Draw(t, "forenames"), names.Draw(t, "surname"), p, votes)
		k.ID = fmt.Sprint(i)
		c.Candidates = append(c.Candidates, k)
		if rapid.Bool().Draw(t, "stood before") {
			k.Votes = election.Of(rapid.IntRange(0, 30000).Draw(t, "votes before"))
			base.Candidates = append(base.Candidates, k)
		}
	}
	if rapid.Bool().Draw(t, "all for one") {
		for i := range c.Candidates[1:] {
			c.Candidates[i+1].Votes = election.Of(0)
		}
	}
	compared := kind == chart.Change
	if compared {
		k := stood(names.Draw(t, "forenames"), names.Draw(t, "surname"), con, rapid.IntRange(1, max(1, most)).Draw(t, "votes"))
		c.Candidates = append(c.Candidates, k)
		k.Votes = election.Of(rapid.IntRange(1, 30000).Draw(t, "votes before"))
		base.Candidates = append(base.Candidates, k)
	}
	if compared || rapid.Bool().Draw(t, "has a baseline") {
		c.Baselines = []election.Baseline{base}
	}
	return c
}

func colours(t *rapid.T) map[string]string {
	own := map[string]string{}
	for i := range 13 {
		own[fmt.Sprint("x:", i)] = rapid.StringMatching(`[0-9A-F]{6}`).Draw(t, "colour")
	}
	return own
}

func TestAnyContestFits(t *testing.T) {
	r := newRuler(t)
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]chart.Kind{chart.Share, chart.Change}).Draw(t, "kind")
		m, err := chart.New(contests(t, kind), kind, colours(t))
		if err != nil {
			t.Fatal(err)
		}
		anyFits(t, r, m)
	})
}

// histories draws past contests as no desk would key them, the first of them
// on a day that there was.
func histories(t *rapid.T) election.History {
	h := election.History{Title: names.Draw(t, "title"), Scope: names.Draw(t, "scope"), AsOf: election.Date(names.Draw(t, "as of"))}
	parties := []election.Party{con, lab, election.Independent, libdem}
	for range rapid.IntRange(0, 4).Draw(t, "more parties") {
		parties = append(parties, party(names.Draw(t, "id"), names.Draw(t, "party"), names.Draw(t, "short")))
	}
	years := rapid.SampledFrom([]int{0, 1, 3, 20, 400}).Draw(t, "years")
	most := rapid.SampledFrom([]int{0, 5, 4000, 10000}).Draw(t, "most")
	for i := range rapid.IntRange(1, 60).Draw(t, "contests") {
		latest := 29
		if i == 0 {
			latest = 28
		}
		day := fmt.Sprintf("%04d-%02d-%02d", 1900+rapid.IntRange(0, years).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month"), rapid.IntRange(1, latest).Draw(t, "day"))
		h.Rows = append(h.Rows, election.Past{
			Name: names.Draw(t, "contest"), Date: election.Date(day), Party: rapid.SampledFrom(parties).Draw(t, "of"),
			Points: points(rapid.IntRange(-most, most).Draw(t, "points")),
			Gain:   rapid.Bool().Draw(t, "gain"), Named: rapid.Bool().Draw(t, "named"), Source: names.Draw(t, "source"),
		})
	}
	return h
}

func TestAnyHistoryFits(t *testing.T) {
	r := newRuler(t)
	rapid.Check(t, func(t *rapid.T) {
		m, err := chart.NewHistory(histories(t), colours(t))
		if err != nil {
			t.Fatal(err)
		}
		anyFits(t, r, m)
	})
}

// councils draws councils whose seats may or may not add up: one may have more
// than are told, or fewer by some that are still to come.
func councils(t *rapid.T) (election.Council, []election.Contest) {
	c := election.Council{Name: names.Draw(t, "council"), Date: election.Date(names.Draw(t, "date")), Vacant: rapid.IntRange(0, 3).Draw(t, "vacant")}
	some := func() election.Party {
		n := rapid.IntRange(0, 12).Draw(t, "party")
		if n == 0 {
			return election.Independent
		}
		return party(fmt.Sprint("x:", n), names.Draw(t, "party's name"), names.Draw(t, "party's short name"))
	}
	base := election.CouncilBaseline{Name: names.Draw(t, "baseline"), Vacant: rapid.IntRange(0, 3).Draw(t, "vacant then")}
	for range rapid.IntRange(0, 6).Draw(t, "holdings") {
		c.NotUp = append(c.NotUp, holding(some(), rapid.IntRange(0, 40).Draw(t, "not up")))
		base.Holdings = append(base.Holdings, holding(some(), rapid.IntRange(0, 40).Draw(t, "then")))
	}
	if rapid.Bool().Draw(t, "compared") {
		c.Baselines = []election.CouncilBaseline{base}
	}
	var up []election.Party
	for range rapid.IntRange(1, 60).Draw(t, "up") {
		up = append(up, some())
	}
	contests := wards(c.Name, up...)
	open := 0
	for i := range contests {
		contests[i].State = rapid.SampledFrom([]election.State{election.Declared, election.Declared, election.Corrected, election.Counting, election.Uncontested, election.Countermanded}).Draw(t, "state")
		if contests[i].State == election.Counting {
			open++
		}
	}
	c.Seats = len(up) + c.Vacant + rapid.IntRange(-min(2, open, len(up)+c.Vacant-1), 2).Draw(t, "out by")
	for _, h := range c.NotUp {
		c.Seats += h.Seats
	}
	return c, contests
}

func TestAnyCouncilFits(t *testing.T) {
	r := newRuler(t)
	rapid.Check(t, func(t *rapid.T) {
		c, contests := councils(t)
		m, err := chart.NewSeats(c, contests, colours(t))
		if err != nil {
			t.Fatal(err)
		}
		anyFits(t, r, m)
	})
}

// anyFits looks for faults at one width and tone of many, reads the chart back
// from its SVG, and looks at the lines of its text.
func anyFits(t *rapid.T, r ruler, m chart.Model) {
	t.Helper()
	width := rapid.IntRange(280, 1600).Draw(t, "width")
	tone := rapid.SampledFrom([]string{"light", "dark"}).Draw(t, "tone")
	s := m.Layout(width, palettes[tone])
	if faults := r.faults(s); len(faults) > 0 {
		t.Errorf("%d, %s:\n%s", width, tone, strings.Join(faults, "\n"))
	}
	got, _, err := readBack(s.SVG("any"))
	if err != nil {
		t.Fatal(err)
	}
	sameScene(t, got, s)
	keepsToColumns(t, m, rapid.IntRange(40, 140).Draw(t, "columns"))
}

func TestWidthHasLimits(t *testing.T) {
	m := model(t, hartlepool(), chart.Share)
	if w := m.Layout(-5, chart.Light).Width; w != 280 {
		t.Errorf("narrowest %d", w)
	}
	if w := m.Layout(1<<40, chart.Light).Width; w != 4000 {
		t.Errorf("widest %d", w)
	}
}

func TestContrastIsThatOfWCAG(t *testing.T) {
	white, black := color.NRGBA{255, 255, 255, 255}, color.NRGBA{0, 0, 0, 255}
	for _, test := range []struct {
		party election.Party
		want  string
	}{{libdem, "2.0"}, {reform, "2.4"}, {election.Independent, "1.4"}} {
		if got := fmt.Sprintf("%.1f", chart.Contrast(chart.Fill(test.party, nil), white)); got != test.want {
			t.Errorf("%s on white: %s, not %s", test.party.Short, got, test.want)
		}
	}
	if got := chart.Contrast(black, white); got != 21 {
		t.Errorf("black on white: %v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		fill := color.NRGBA{rapid.Byte().Draw(t, "r"), rapid.Byte().Draw(t, "g"), rapid.Byte().Draw(t, "b"), 255}
		if c := chart.Contrast(chart.Label(fill), fill); c < 4.5 {
			t.Errorf("the label on %v has %.2f", fill, c)
		}
		for tone, p := range palettes {
			line := p.Outline(fill)
			if pale := chart.Contrast(fill, p.Ground) < 3; pale != (line.A != 0) || pale && chart.Contrast(line, p.Ground) < 3 {
				t.Errorf("%s: the outline of %v is %v", tone, fill, line)
			}
		}
	})
}

func TestHeadsFitOverShortNames(t *testing.T) {
	r := newRuler(t)
	c := crowd(3)
	for i := range c.Candidates {
		c.Candidates[i].Forenames, c.Candidates[i].Surname, c.Candidates[i].Party = "", "I", party("x:i", "I", "I")
	}
	c.Baselines[0].Candidates = c.Candidates
	body := election.Council{Name: "I", Seats: 3, NotUp: []election.Holding{holding(party("x:i", "I", "I"), 3)}}
	for width := 520; width < 1200; width += 40 {
		for _, m := range []chart.Model{model(t, c, chart.Share), model(t, c, chart.Change), council(t, body, nil)} {
			if faults := r.faults(m.Layout(width, chart.Light)); len(faults) > 0 {
				t.Errorf("%d: %q", width, faults)
			}
		}
	}
}
