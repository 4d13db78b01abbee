package ui

import (
	"fmt"
	"image/color"
	"math"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// near compares places on the screen: within a unit is where it belongs.
func near(t *testing.T, what string, got, want float32) {
	t.Helper()
	if math.Abs(float64(got-want)) > 1 {
		t.Errorf("%s: got %.2f, want %.2f", what, got, want)
	}
}

// The window draws a chart where every other painter of it does.
func TestChartIsDrawnAsLaidOut(t *testing.T) {
	uitest.Home(t)
	declared := uitest.Hartlepool(t)
	declared.State, declared.Revision = election.Declared, 1
	for _, mode := range []kit.Mode{kit.Light, kit.Dark} {
		for kind, model := range everyKind(t, declared) {
			for _, width := range []float32{320, 700, 1200} {
				s := newScreen(t, 1366, 740)
				s.App.Settings().SetTheme(kit.Theme{Mode: mode})
				view := kit.NewChart(model)
				view.Resize(fyne.NewSize(width, 2000))
				scene := model.Layout(int(width), kit.Palette())
				drawn := test.WidgetRenderer(view).Objects()
				uitest.Equal(t, "height", view.MinSize().Height, float32(scene.Height))
				compare(t, fmt.Sprint(mode, " ", kind, " ", width), scene, drawn)
			}
		}
	}
}

// everyKind is a chart of each kind: of a contest, of its like in the past, and
// of a council with seats of every kind.
func everyKind(t *testing.T, declared election.Contest) map[chart.Kind]chart.Model {
	t.Helper()
	models := map[chart.Kind]chart.Model{}
	add := func(kind chart.Kind, m chart.Model, err error) {
		uitest.Must(t, err)
		models[kind] = m
	}
	for _, kind := range []chart.Kind{chart.Share, chart.Change} {
		m, err := chart.New(declared, kind, nil)
		add(kind, m, err)
	}
	con, _ := election.PartyByID("PP52")
	lab, _ := election.PartyByID("PP53")
	var past []election.Past
	for i, p := range []election.Party{con, lab, con, lab, election.Independent} {
		past = append(past, election.Past{Name: fmt.Sprint("Seat ", i), Date: election.Date(fmt.Sprintf("20%d-05-06", 15+2*i)), Party: p,
			Points: election.Ratio(election.Of(700*i-1500), election.Of(10000)), Gain: i%2 == 0, Named: true, Source: "the count"})
	}
	m, err := chart.NewHistory(election.History{Rows: past}, nil)
	add(chart.History, m, err)
	declared.Group = "Much Binding"
	m, err = chart.NewSeats(election.Council{Name: "Much Binding", Seats: 30, Vacant: 2,
		NotUp: []election.Holding{{Party: lab, Seats: 12}, {Party: election.Independent, Seats: 3}}}, []election.Contest{declared}, nil)
	add(chart.Seats, m, err)
	return models
}

// Shapes and anchors that no chart happens to use are drawn right as well.
func TestEveryShapeIsDrawnAsLaidOut(t *testing.T) {
	uitest.Home(t)
	newScreen(t, 1366, 740)
	fill, edge := color.NRGBA{R: 200, A: 255}, color.NRGBA{B: 90, A: 255}
	scene := chart.Scene{Width: 700, Height: 400, Shapes: []chart.Shape{
		chart.Rect{X: 10, Y: 20, W: 300, H: 13, Fill: fill, Stroke: edge},
		chart.Rect{X: 10, Y: 40, W: 1, H: 13, Fill: fill},
		chart.Line{X1: 5, Y1: 6, X2: 5, Y2: 300, Width: 1, Stroke: edge},
		chart.Line{X1: 5, Y1: 60, X2: 600, Y2: 60, Width: 2, Stroke: fill},
		chart.Circle{X: 100, Y: 200, R: 6, Fill: fill, Stroke: edge},
	}}
	for _, anchor := range []chart.Anchor{chart.Start, chart.Middle, chart.End} {
		for _, words := range []string{"Jill Mortimer", "Lee, Sam", "+23.0", "−9.0"} {
			scene.Shapes = append(scene.Shapes, chart.Text{X: 350, Y: 120, Anchor: anchor, Size: 14,
				Runs: []chart.Run{{Text: words, Bold: true, Colour: edge}, {Text: " Con", Colour: fill}}})
		}
	}
	compare(t, "by hand", scene, kit.Paint(scene))
}

func compare(t *testing.T, which string, scene chart.Scene, drawn []fyne.CanvasObject) {
	t.Helper()
	texts := 0
	for i, shape := range scene.Shapes {
		what := fmt.Sprintf("%s: shape %d", which, i)
		if len(drawn) == 0 {
			t.Fatalf("%s is not drawn", what)
		}
		switch shape := shape.(type) {
		case chart.Rect:
			o := drawn[0].(*canvas.Rectangle)
			near(t, what+" x", o.Position().X, float32(shape.X))
			near(t, what+" y", o.Position().Y, float32(shape.Y))
			near(t, what+" width", o.Size().Width, float32(shape.W))
			near(t, what+" height", o.Size().Height, float32(shape.H))
			uitest.Equal(t, what+" fill", o.FillColor, color.Color(shape.Fill))
			uitest.Equal(t, what+" corners", o.CornerRadius, 0)
			if shape.Stroke.A > 0 {
				uitest.Equal(t, what+" outline", o.StrokeColor, color.Color(shape.Stroke))
				uitest.Equal(t, what+" outline's width", o.StrokeWidth, 1)
			} else {
				uitest.Equal(t, what+" outline's width", o.StrokeWidth, 0)
			}
			drawn = drawn[1:]
		case chart.Line:
			o := drawn[0].(*canvas.Line)
			near(t, what+" x1", o.Position1.X, float32(shape.X1)+0.5)
			near(t, what+" y1", o.Position1.Y, float32(shape.Y1)+0.5)
			near(t, what+" x2", o.Position2.X, float32(shape.X2)+0.5)
			near(t, what+" y2", o.Position2.Y, float32(shape.Y2)+0.5)
			uitest.Equal(t, what+" width", o.StrokeWidth, float32(shape.Width))
			uitest.Equal(t, what+" colour", o.StrokeColor, color.Color(shape.Stroke))
			drawn = drawn[1:]
		case chart.Circle:
			o := drawn[0].(*canvas.Circle)
			near(t, what+" x", o.Position().X+o.Size().Width/2, float32(shape.X))
			near(t, what+" y", o.Position().Y+o.Size().Height/2, float32(shape.Y))
			near(t, what+" radius", o.Size().Width/2, float32(shape.R))
			uitest.Equal(t, what+" fill", o.FillColor, color.Color(shape.Fill))
			if shape.Stroke.A > 0 {
				uitest.Equal(t, what+" outline", o.StrokeColor, color.Color(shape.Stroke))
				uitest.Equal(t, what+" outline's width", o.StrokeWidth, 1)
			} else {
				uitest.Equal(t, what+" outline's width", o.StrokeWidth, 0)
			}
			drawn = drawn[1:]
		case chart.Text:
			texts++
			drawn = compareText(t, what, shape, drawn)
		}
	}
	uitest.Equal(t, which+": objects of no shape", len(drawn), 0)
	if texts < 10 {
		t.Errorf("%s: only %d texts were compared", which, texts)
	}
}

// compareText looks at the runs of one text: their words, colours and weight,
// one baseline, and the anchor of the whole.
func compareText(t *testing.T, what string, text chart.Text, drawn []fyne.CanvasObject) []fyne.CanvasObject {
	t.Helper()
	what += fmt.Sprintf(" %q", text.String())
	var left, right float32
	for i, run := range text.Runs {
		o := drawn[i].(*canvas.Text)
		hang := float32(0)
		if o.Text != run.Text { // a hair space before a J
			uitest.Equal(t, what+" words", o.Text, kit.Hung(run.Text))
			hang = kit.Hang(run.Text, o.TextSize, o.TextStyle)
		}
		uitest.Equal(t, what+" size", o.TextSize, float32(text.Size))
		uitest.Equal(t, what+" bold", o.TextStyle.Bold, run.Bold)
		uitest.Equal(t, what+" colour", o.Color, color.Color(run.Colour))
		_, baseline := fyne.CurrentApp().Driver().RenderedTextSize(o.Text, o.TextSize, o.TextStyle, nil)
		near(t, what+" baseline", o.Position().Y+baseline, float32(text.Y))
		width := fyne.MeasureText(run.Text, o.TextSize, o.TextStyle).Width
		x := o.Position().X + hang
		if i == 0 {
			left = x
		} else {
			near(t, what+" run after the one before", x, right)
		}
		right = x + width
	}
	switch text.Anchor {
	case chart.Start:
		near(t, what+" start", left, float32(text.X))
	case chart.Middle:
		near(t, what+" middle", (left+right)/2, float32(text.X))
	case chart.End:
		near(t, what+" end", right, float32(text.X))
	}
	return drawn[len(text.Runs):]
}

func TestChartsShowOnlyWhatIsPublic(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Chord(shell.Ctrl, fyne.Key3)
	shown := uitest.Words(s.charts.root)
	uitest.HasNot(t, "charts before the declaration", shown, "51.9")
	uitest.HasNot(t, "charts before the declaration", shown, "Mortimer")
	s.end()

	s = at(t, uitest.DeclaredNight(t, nil))
	s.Chord(shell.Ctrl, fyne.Key3)
	uitest.Has(t, "charts", uitest.Words(s.charts.root), "51.9")
	s.Taps("Change")
	uitest.Has(t, "change", uitest.Words(s.charts.root), "+23.0")
	s.Taps("Copy as text")
	uitest.Has(t, "clipboard", s.App.Clipboard().Content(), "+23.0")
}

// The way to a chart of what is at hand among the results, and everything that
// can be done with it, goes by keys.
func TestChartsAreWorkedByKeys(t *testing.T) {
	s := listing(t, general2019(t))
	s.Types("ynys mon")
	s.Chord(shell.Ctrl, fyne.Key3)
	uitest.Equal(t, "the chart is of", s.charts.title.Words, "Ynys Môn")
	uitest.Equal(t, "kind", s.charts.kind, chart.Share)
	uitest.Has(t, "the screen tells the keys", uitest.Words(s.charts.root), "Ctrl+3 turns to the next kind of chart")
	s.Chord(shell.Ctrl, fyne.Key8)
	uitest.Has(t, "the clipboard", s.App.Clipboard().Content(), "Ynys Môn")
	s.Chord(shell.Ctrl, fyne.Key6)
	uitest.Has(t, "saving", uitest.Words(s.Above()), "Save the chart")
	s.Keys(fyne.KeyEscape)
	s.Chord(shell.Ctrl, fyne.KeyK)
	s.Types("as png")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "saving", uitest.Words(s.Above()), "share.png")
}

// What can be done with a chart stays in sight beside a long name.
func TestAChartsButtonsStayBesideALongName(t *testing.T) {
	c := uitest.Hartlepool(t)
	c.ID, c.Name = "x", "Cumbernauld, Kilsyth and Kirkintilloch East with Ross, Skye and Lochaber"
	for i, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1050, Height: 590}, {Width: 1024, Height: 700}, {Width: 1024, Height: 700}} {
		if i == 3 {
			c.State, c.Revision = election.Declared, 1
		}
		s := listing(t, []election.Contest{c})
		s.Win.Resize(size)
		s.Chord(shell.Ctrl, fyne.Key3)
		nothingCut(t, s, fmt.Sprint("a long name at ", size))
	}
}

// A chart is as wide as one glance takes in, and wider only where a name would
// be cut and there is room.
func TestAChartTakesTheRoomItsNamesNeed(t *testing.T) {
	drawn := func(party string) (s *screen, scene chart.Scene, width float32) {
		s = at(t, uitest.DeclaredNight(t, nil))
		c := s.Night.Contests[0]
		c.Candidates = append([]election.Candidate(nil), c.Candidates...)
		for i := range c.Candidates {
			if c.Candidates[i].Surname == "Mortimer" && party != "" {
				c.Candidates[i].Party = election.Party{Name: party}
			}
		}
		s.Night.Contests[0] = c
		s.Chord(shell.Ctrl, fyne.Key3)
		view := s.charts.body.Objects[0].(*kit.Chart)
		return s, s.charts.model.Layout(int(view.Size().Width), kit.Palette()), view.Size().Width
	}
	_, scene, width := drawn("")
	uitest.Equal(t, "width of short names", width, widestChart)
	uitest.Equal(t, "short names are cut", cuts(scene), false)
	long := "The Democratic Alliance of Towns and Fells"
	s, scene, width := drawn(long)
	for _, shape := range scene.Shapes {
		if text, ok := shape.(chart.Text); ok && text.Full != "" {
			t.Errorf("%q is cut at %v of %v", text.Full, width, s.charts.body.Size().Width)
		}
	}
	if width <= widestChart || width > s.charts.body.Size().Width {
		t.Errorf("a long name is drawn %v wide in %v", width, s.charts.body.Size().Width)
	}
	if !cuts(s.charts.model.Layout(int(widestChart), kit.Palette())) {
		t.Errorf("%q fits without more room", long)
	}
}

// What the past contests are called stands once at the head, where a narrow
// window cut it.
func TestTheHeadOfTheChartsIsNotCut(t *testing.T) {
	s := newScreen(t, 1024, 700)
	s.opens(uitest.DeclaredNight(t, nil))
	s.Chord(shell.Ctrl, fyne.Key3)
	for range chartTabs {
		uitest.HasNot(t, string(s.charts.kind), s.charts.title.Words, "…")
		s.Chord(shell.Ctrl, fyne.Key3)
	}
}
