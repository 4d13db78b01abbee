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

// box is what a text covers in a font 12 per cent wider than DejaVu Sans.
func (r ruler) box(t chart.Text) image.Rectangle {
	var long float64
	for _, run := range t.Runs {
		face := r.regular
		if run.Bold {
			face = r.bold
		}
		long += float64(font.MeasureString(face, r.shown(run.Text))) / 64 * float64(t.Size) / 100
	}
	wide := int(math.Floor(long * 1.12))
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

// faults lists what is wrong with how a scene is set: texts that overlap or
// leave it, bars out of place, and colours that cannot be told apart.
func (r ruler) faults(s chart.Scene) []string {
	var wrong []string
	complain := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	frame := image.Rect(0, 0, s.Width, s.Height)
	var texts []chart.Text
	var boxes []image.Rectangle
	var bars []chart.Rect
	stands := func(what any, b image.Rectangle) {
		if !b.In(frame) {
			complain("%v at %v leaves the scene %v", what, b, frame)
		}
	}
	seen := func(what any, fill, stroke color.NRGBA) {
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
			stands(x, image.Rect(x.X-x.R, x.Y-x.R, x.X+x.R, x.Y+x.R))
			seen(x, x.Fill, x.Stroke)
		case chart.Line:
			stands(x, image.Rect(x.X1, x.Y1, x.X2+1, x.Y2+1))
		case chart.Text:
			texts, boxes = append(texts, x), append(boxes, r.box(x))
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

func TestEverythingFits(t *testing.T) {
	r := newRuler(t)
	for n := 2; n <= 40; n++ {
		for _, k := range []chart.Kind{chart.Share, chart.Change} {
			m := model(t, crowd(n), k)
			for _, width := range []int{320, 700, 1200} {
				for tone, p := range palettes {
					for _, fault := range r.faults(m.Layout(width, p)) {
						t.Errorf("%d candidates, %s, %d, %s: %s", n, k, width, tone, fault)
					}
				}
			}
		}
	}
}

var names = rapid.OneOf(
	rapid.StringMatching(`[A-Z][a-z]{2,9}`),
	rapid.StringMatching(`([A-Z][a-z]{2,30}[- ]){1,6}`),
	rapid.StringN(0, 40, 200),
	rapid.SampledFrom([]string{"Łódź", "Ōtaká", "王小明 司馬相如", "e\u0301\u0302\u0303", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "\u202egnorw", "👩‍👩‍👧‍👦", "<b>&amp;"}),
)

// contests draws declared contests as no returning officer would read them.
func contests(t *rapid.T) election.Contest {
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
	if rapid.Bool().Draw(t, "has a baseline") {
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

func TestAnythingFits(t *testing.T) {
	r := newRuler(t)
	rapid.Check(t, func(t *rapid.T) {
		c := contests(t)
		m, err := chart.New(c, rapid.SampledFrom([]chart.Kind{chart.Share, chart.Change}).Draw(t, "kind"), colours(t))
		if err != nil {
			t.Skip(err)
		}
		width := rapid.IntRange(280, 1600).Draw(t, "width")
		tone := rapid.SampledFrom([]string{"light", "dark"}).Draw(t, "tone")
		if faults := r.faults(m.Layout(width, palettes[tone])); len(faults) > 0 {
			t.Errorf("%d, %s:\n%s", width, tone, strings.Join(faults, "\n"))
		}
	})
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

func TestBarsAreInProportion(t *testing.T) {
	s := model(t, hartlepool(), chart.Share).Layout(1200, chart.Light)
	var bars []chart.Rect
	for _, shape := range s.Shapes {
		if b, ok := shape.(chart.Rect); ok {
			bars = append(bars, b)
		}
	}
	if len(bars) != 16 {
		t.Fatalf("%d bars for 16 candidates", len(bars))
	}
	votes := []int{15529, 8589, 2904, 468}
	for i, v := range votes {
		want := float64(bars[0].W) * float64(v) / float64(votes[0])
		if math.Abs(float64(bars[i].W)-want) > 0.51 {
			t.Errorf("bar %d is %d wide, not %.1f", i, bars[i].W, want)
		}
		if bars[i].X != bars[0].X {
			t.Errorf("bar %d does not begin at 0", i)
		}
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
