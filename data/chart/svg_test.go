package chart_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"nightdesk/data/blog/blogtest"
	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// An element is one of an SVG as encoding/xml reads it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// whole reads a number; half is what must stand behind its point.
func (e element) whole(name, half string) (int, error) {
	s := e.attr(name)
	if rest, ok := strings.CutSuffix(s, half); ok && half != "" {
		s = rest
	} else if half != "" {
		return 0, fmt.Errorf("%s of <%s> is %q", name, e.XMLName.Local, s)
	}
	return strconv.Atoi(s)
}

func (e element) colour(name string) color.NRGBA {
	v, err := strconv.ParseUint(strings.TrimPrefix(e.attr(name), "#"), 16, 24)
	if err != nil {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
}

func (e element) run() chart.Run {
	return chart.Run{Text: e.Text, Bold: e.attr("font-weight") == "700", Colour: e.colour("fill")}
}

// shape reads one shape back from its element.
func (e element) shape() (chart.Shape, error) {
	var errs []error
	at := func(name, half string) int {
		n, err := e.whole(name, half)
		if err != nil {
			errs = append(errs, err)
		}
		return n
	}
	half, edge := "", 0
	if e.attr("stroke") != "" {
		half, edge = ".5", 1
	}
	var shape chart.Shape
	switch e.XMLName.Local {
	case "rect":
		shape = chart.Rect{X: at("x", half), Y: at("y", half), W: at("width", "") + edge, H: at("height", "") + edge,
			Fill: e.colour("fill"), Stroke: e.colour("stroke")}
	case "circle":
		shape = chart.Circle{X: at("cx", ""), Y: at("cy", ""), R: at("r", half) + edge, Fill: e.colour("fill"), Stroke: e.colour("stroke")}
	case "line":
		shape = chart.Line{X1: at("x1", half), Y1: at("y1", half), X2: at("x2", half), Y2: at("y2", half), Width: at("stroke-width", ""), Stroke: e.colour("stroke")}
	case "text":
		text := chart.Text{X: at("x", ""), Y: at("y", ""), Size: at("font-size", ""), Anchor: chart.Start}
		if a := e.attr("text-anchor"); a != "" {
			text.Anchor = chart.Anchor(a)
		}
		for _, c := range e.Children {
			if c.XMLName.Local == "title" {
				text.Full = c.Text
			} else {
				text.Runs = append(text.Runs, c.run())
			}
		}
		if len(text.Runs) == 0 {
			text.Runs = []chart.Run{e.run()}
		}
		shape = text
	default:
		return nil, fmt.Errorf("an unexpected <%s>", e.XMLName.Local)
	}
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return shape, nil
}

// readBack makes a scene of an SVG, from nothing but its text.
func readBack(svg []byte) (chart.Scene, element, error) {
	var s chart.Scene
	var root element
	if err := xml.Unmarshal(svg, &root); err != nil {
		return s, root, err
	}
	if _, err := fmt.Sscanf(root.attr("viewBox"), "0 0 %d %d", &s.Width, &s.Height); err != nil {
		return s, root, err
	}
	if len(root.Children) < 3 {
		return s, root, fmt.Errorf("only %d children", len(root.Children))
	}
	s.Title, s.Description = root.Children[0].Text, root.Children[1].Text
	s.Ground = root.Children[2].colour("fill")
	for _, c := range root.Children[3:] {
		shape, err := c.shape()
		if err != nil {
			return s, root, err
		}
		s.Shapes = append(s.Shapes, shape)
	}
	return s, root, nil
}

func sameScene(t interface{ Errorf(string, ...any) }, got, want chart.Scene) {
	if a, b := listing(got), listing(want); a != b {
		t.Errorf("read back from the SVG:\n%s\nthe scene:\n%s", a, b)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the SVG reads back as another scene")
	}
}

func TestSVGIsTheScene(t *testing.T) {
	models := []chart.Model{
		drawnHistory(t, governing()), drawnHistory(t, procession(200)),
		councilOf(t, harlow), councilOf(t, nuneaton), councilOf(t, hung),
	}
	for _, c := range []election.Contest{hartlepool(), crowd(34), crowd(2)} {
		models = append(models, model(t, c, chart.Share), model(t, c, chart.Change))
	}
	for _, m := range models {
		for _, width := range []int{320, 700, 1200} {
			for _, p := range palettes {
				s := m.Layout(width, p)
				got, _, err := readBack(s.SVG("night-1"))
				if err != nil {
					t.Fatal(err)
				}
				sameScene(t, got, s)
			}
		}
	}
}

func TestAnySVGIsItsScene(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, err := chart.New(contests(t, chart.Share), chart.Share, colours(t))
		if err != nil {
			t.Fatal(err)
		}
		s := m.Layout(rapid.IntRange(280, 1300).Draw(t, "width"), chart.Light)
		got, _, err := readBack(s.SVG(rapid.String().Draw(t, "id")))
		if err != nil {
			t.Fatal(err)
		}
		sameScene(t, got, s)
	})
}

func TestEveryKindOfShapeIsPainted(t *testing.T) {
	s := chart.Scene{Width: 50, Height: 40, Title: "t", Description: "d", Ground: chart.Light.Ground, Shapes: []chart.Shape{
		chart.Circle{X: 10, Y: 10, R: 5, Fill: color.NRGBA{1, 2, 3, 255}},
		chart.Circle{X: 30, Y: 10, R: 5, Fill: color.NRGBA{1, 2, 3, 255}, Stroke: color.NRGBA{9, 9, 9, 255}},
		chart.Line{X1: 5, Y1: 30, X2: 40, Y2: 38, Width: 3, Stroke: color.NRGBA{200, 0, 0, 255}},
		chart.Rect{X: 20, Y: 20, W: 8, H: 6, Fill: color.NRGBA{0, 200, 0, 255}, Stroke: color.NRGBA{0, 90, 0, 255}},
		chart.Text{X: 25, Y: 36, Anchor: chart.Middle, Size: 9, Runs: []chart.Run{{Text: "mid", Colour: color.NRGBA{0, 0, 0, 255}}}},
	}}
	got, _, err := readBack(s.SVG("all"))
	if err != nil {
		t.Fatal(err)
	}
	sameScene(t, got, s)
	img := decode(t, s, 2)
	for _, want := range []struct {
		x, y int
		c    color.NRGBA
	}{
		{20, 20, color.NRGBA{1, 2, 3, 255}}, {60, 20, color.NRGBA{1, 2, 3, 255}}, {60, 11, color.NRGBA{9, 9, 9, 255}},
		{45, 68, color.NRGBA{200, 0, 0, 255}}, {46, 46, color.NRGBA{0, 200, 0, 255}}, {41, 41, color.NRGBA{0, 90, 0, 255}},
		{10, 30, chart.Light.Ground},
	} {
		if got := color.NRGBAModel.Convert(img.At(want.x, want.y)); got != want.c {
			t.Errorf("at %d,%d: %v, not %v", want.x, want.y, got, want.c)
		}
	}
}

func TestSVGStandsForItself(t *testing.T) {
	s := model(t, hartlepool(), chart.Share).Layout(700, chart.Light)
	_, root, err := readBack(s.SVG("c1"))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"role": "img", "width": "100%", "aria-labelledby": "c1-title", "aria-describedby": "c1-desc", "id": "c1"} {
		if got := root.attr(name); got != want {
			t.Errorf("%s is %q, not %q", name, got, want)
		}
	}
	if !strings.HasSuffix(root.attr("font-family"), "sans-serif") {
		t.Errorf("fonts: %q", root.attr("font-family"))
	}
	if a, b := root.Children[0].attr("id"), root.Children[1].attr("id"); a != "c1-title" || b != "c1-desc" {
		t.Errorf("ids %q and %q", a, b)
	}
	if !bytes.Equal(s.SVG("c1"), model(t, hartlepool(), chart.Share).Layout(700, chart.Light).SVG("c1")) {
		t.Error("the same chart twice is not the same bytes")
	}
}

func TestIdsStayApart(t *testing.T) {
	seen := map[string]string{}
	s := chart.Scene{Width: 1, Height: 1}
	for _, id := range []string{"", "a b", "a-b", "a_b", "a_20b", "01J", "_01J", "é", `"><script>`, "1", "-", "chart-1"} {
		_, root, err := readBackRoot(s.SVG(id))
		if err != nil {
			t.Fatalf("%q: %v", id, err)
		}
		got := root.attr("id")
		if was, taken := seen[got]; taken {
			t.Errorf("%q and %q are both %q", id, was, got)
		}
		if strings.ContainsAny(got, " <>\"'") || got == "" {
			t.Errorf("%q is no id", got)
		}
		seen[got] = id
	}
}

func readBackRoot(svg []byte) (chart.Scene, element, error) {
	var root element
	err := xml.Unmarshal(svg, &root)
	return chart.Scene{}, root, err
}

func TestShortenedNamesAreKeptWhole(t *testing.T) {
	c := crowd(4)
	long := strings.Repeat("Featherstonehaugh-", 12) + "Smith"
	c.Candidates[2].Surname = long
	s := model(t, c, chart.Share).Layout(320, chart.Light)
	got, _, err := readBack(s.SVG("x"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.Description, long) {
		t.Error("the description lacks the name")
	}
	for _, shape := range got.Shapes {
		if x, ok := shape.(chart.Text); ok && strings.Contains(x.Full, long) && strings.Contains(x.String(), "…") {
			return
		}
	}
	t.Error("no text keeps the name that it shortened")
}

// hostile is every line of the lists of texts that have broken programs.
func hostile(t *testing.T) []string {
	return slices.DeleteFunc(blogtest.HostileLines(t), func(line string) bool { return line == "" })
}

var allowed = map[string]string{
	"svg": "xmlns id role aria-labelledby aria-describedby width viewbox viewBox font-family", "title": "id", "desc": "id",
	"rect": "x y width height fill stroke", "line": "x1 y1 x2 y2 stroke stroke-width stroke-linecap",
	"circle": "cx cy r fill stroke", "text": "x y font-size text-anchor fill font-weight", "tspan": "fill font-weight",
}

// strays lists what an HTML parser finds in an SVG that has no business there.
func strays(svg []byte) []string {
	var found []string
	z := html.NewTokenizer(bytes.NewReader(svg))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF {
				found = append(found, z.Err().Error())
			}
			return found
		case html.CommentToken, html.DoctypeToken:
			found = append(found, z.Token().String())
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			may, ok := allowed[tag.Data]
			if !ok {
				found = append(found, tag.String())
			}
			for _, a := range tag.Attr {
				if !strings.Contains(" "+may+" ", " "+a.Key+" ") {
					found = append(found, tag.String())
				}
			}
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	lines := append(hostile(t), "\x00\x01\x1b[31m", "\ufffe\uffff\ufeff", "\xff\xfe\xc0\x80", "]]><script>alert(1)</script>", "</title></desc></svg><b>")
	i := 0
	for some := range slices.Chunk(lines, 12) {
		i++
		first := some[0]
		c := crowd(max(2, len(some)))
		c.Name, c.Baselines[0].Name, c.Date = first, first, election.Date(first)
		for at, line := range some {
			k := &c.Candidates[at]
			k.Forenames, k.Surname = "", line
			k.Party = election.Party{ID: fmt.Sprint("x:", at, line), Name: line, Short: line}
			if at%2 == 0 {
				c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, stood("", line, k.Party, 500))
			} else {
				c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, stood("", line, election.Independent, 5))
			}
		}
		m, err := hostileModel(c, some, i%4)
		if err != nil {
			t.Fatalf("%q: %v", some, err)
		}
		s := m.Layout([]int{320, 700}[i/4%2], chart.Light)
		svg := s.SVG(first)
		got, _, err := readBack(svg)
		if err != nil {
			t.Errorf("%q: %v", some, err)
			continue
		}
		sameScene(t, got, s)
		if found := strays(svg); len(found) > 0 {
			t.Errorf("%q: %q", some, found)
		}
		if strings.ContainsAny(m.Text(60), "\x00\x1b\r\t") {
			t.Errorf("%q: control characters in the text", some)
		}
	}
}

// hostileModel is a chart of one kind of four in which every text is hostile.
func hostileModel(c election.Contest, lines []string, kind int) (chart.Model, error) {
	first := lines[0]
	own := map[string]string{c.Candidates[0].Party.ID: first}
	switch kind {
	case 0:
		return chart.New(c, chart.Share, own)
	case 1:
		return chart.New(c, chart.Change, own)
	case 2:
		h := election.History{Title: first, Scope: first, AsOf: election.Date(first)}
		for i, line := range lines {
			p := past(line, election.Date(fmt.Sprintf("2020-01-%02d", i+1)), c.Candidates[i].Party, i)
			p.Source, p.Named = line, true
			h.Rows = append(h.Rows, p)
		}
		return chart.NewHistory(h, own)
	}
	body := election.Council{Name: first, Date: election.Date(first), Seats: len(lines) + 40}
	for i := range lines {
		body.NotUp = append(body.NotUp, holding(c.Candidates[i].Party, 1))
	}
	body.Baselines = []election.CouncilBaseline{{Name: first, Date: election.Date(first), Holdings: body.NotUp}}
	return chart.NewSeats(body, wards(first, times(40, con)...), own)
}
