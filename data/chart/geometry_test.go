package chart_test

import (
	"fmt"
	"image/color"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// These tests read a chart back from the text of its SVG and measure in it
// what the figures say.

func drawn(t *testing.T, m chart.Model, width int, p chart.Palette) chart.Scene {
	t.Helper()
	s, _, err := readBack(m.Layout(width, p).SVG("measured"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func only[T chart.Shape](s chart.Scene) []T {
	var all []T
	for _, shape := range s.Shapes {
		if x, ok := shape.(T); ok {
			all = append(all, x)
		}
	}
	return all
}

// everywhere runs a test at three widths, light and dark.
func everywhere(t *testing.T, m chart.Model, test func(t *testing.T, s chart.Scene)) {
	for _, width := range []int{320, 700, 1200} {
		for tone, p := range palettes {
			t.Run(fmt.Sprint(width, " ", tone), func(t *testing.T) { test(t, drawn(t, m, width, p)) })
		}
	}
}

func TestShareBarsAreInProportion(t *testing.T) {
	everywhere(t, model(t, hartlepool(), chart.Share), func(t *testing.T, s chart.Scene) {
		bars := only[chart.Rect](s)
		if len(bars) != 16 {
			t.Fatalf("%d bars for 16 candidates", len(bars))
		}
		for i, v := range []int{15529, 8589, 2904, 468} {
			want := max(3, float64(bars[0].W)*float64(v)/15529)
			if math.Abs(float64(bars[i].W)-want) > 0.51 {
				t.Errorf("bar %d is %d wide, not %.1f", i, bars[i].W, want)
			}
			if bars[i].X != bars[0].X {
				t.Errorf("bar %d does not begin at 0", i)
			}
		}
	})
}

func TestChangeBarsAreInProportion(t *testing.T) {
	everywhere(t, model(t, hartlepool(), chart.Change), func(t *testing.T, s chart.Scene) {
		bars := only[chart.Rect](s)
		points := []float64{22.957, -2.967, -8.989, -24.608}
		if len(bars) != len(points) {
			t.Fatalf("%d bars for %d changes", len(bars), len(points))
		}
		zero := bars[0].X
		for i, v := range points {
			want := float64(bars[3].W) * math.Abs(v) / 24.608
			if math.Abs(float64(bars[i].W)-want) > 1 {
				t.Errorf("bar %d is %d wide, not %.1f", i, bars[i].W, want)
			}
			if v < 0 && bars[i].X+bars[i].W != zero-1 || v > 0 && bars[i].X != zero {
				t.Errorf("bar %d, %.1f points, does not begin at 0", i, v)
			}
		}
	})
}

// A reading is what the axes of a dot plot say.
type reading struct {
	zero     int         // height of the line at 0
	perPoint float64     // units up for a point
	years    map[int]int // where each year begins, from the left
}

// read makes a reading from the figures along the side and the bottom, the
// line at 0 and the marks above the years.
func read(t *testing.T, s chart.Scene) reading {
	t.Helper()
	heights := map[float64]int{}
	at := map[int]string{}
	for _, x := range only[chart.Text](s) {
		n, err := strconv.ParseFloat(strings.Replace(x.String(), "−", "-", 1), 64)
		switch {
		case err == nil && x.Anchor == chart.End:
			heights[n] = x.Y
		case x.Anchor == chart.Middle:
			at[x.X] = x.String()
		}
	}
	r := reading{perPoint: float64(heights[-40]-heights[30]) / 70, years: map[int]int{}}
	for _, l := range only[chart.Line](s) {
		if chart.Contrast(l.Stroke, s.Ground) < 3 {
			continue
		}
		if year, err := strconv.Atoi(at[l.X1]); l.X1 == l.X2 && err == nil {
			r.years[year] = l.X1
		}
		if l.Y1 == l.Y2 && l.X2-l.X1 > s.Width/2 {
			r.zero = l.Y1
		}
	}
	if heights[-40] == 0 || heights[30] == 0 || r.zero == 0 || len(r.years) < 2 {
		t.Fatalf("no axes: %v and %+v", heights, r)
	}
	return r
}

// x is where a day should stand, as the years say.
func (r reading) x(t *testing.T, day election.Date) float64 {
	t.Helper()
	at, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		t.Fatal(err)
	}
	begins := func(year int) float64 { return float64(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix()) }
	first, last := slices.Min(slices.Collect(maps.Keys(r.years))), slices.Max(slices.Collect(maps.Keys(r.years)))
	part := (float64(at.Unix()) - begins(first)) / (begins(last) - begins(first))
	return float64(r.years[first]) + part*float64(r.years[last]-r.years[first])
}

// A spot is a mark as read back: where, in what colour and whether open.
type spot struct {
	x, y   int
	fill   color.NRGBA
	square bool
	open   bool
}

// spots are the marks of a dot plot under the key; what is in the ground's
// colour in the middle of one, and smaller, opens it.
func spots(s chart.Scene) []spot {
	var all []spot
	mark := func(x, y, size int, fill color.NRGBA, square bool) {
		if fill != s.Ground {
			all = append(all, spot{x: x, y: y, fill: fill, square: square})
		} else if n := len(all); n > 0 && size < 12 && all[n-1].x == x && all[n-1].y == y {
			all[n-1].open = true
		}
	}
	for _, shape := range s.Shapes {
		switch x := shape.(type) {
		case chart.Circle:
			mark(x.X, x.Y, 2*x.R, x.Fill, false)
		case chart.Rect:
			mark(x.X+x.W/2, x.Y+x.H/2, x.W, x.Fill, true)
		}
	}
	return all
}

func TestDotsStandAtTheirDayAndPoints(t *testing.T) {
	rows := governing().Rows[:13]
	everywhere(t, drawnHistory(t, governing()), func(t *testing.T, s chart.Scene) {
		r, marks := read(t, s), spots(s)
		const key = 4 // a filled and an open mark of each party
		if len(marks) != key+len(rows) {
			t.Fatalf("%d marks for %d contests and a key of %d", len(marks), len(rows), key)
		}
		for i, past := range rows {
			got, x, y := marks[key+i], r.x(t, past.Date), float64(r.zero)-past.Points.Float()*100*r.perPoint
			if math.Abs(float64(got.x)-x) > 1.5 || math.Abs(float64(got.y)-y) > 1.5 {
				t.Errorf("%s is at %d,%d and not at %.1f,%.1f", past.Name, got.x, got.y, x, y)
			}
			if got.open == past.Gain || got.fill != chart.Fill(past.Party, nil) || got.square != (past.Party == lab) {
				t.Errorf("%s is %+v", past.Name, got)
			}
		}
	})
}

// A dot that would hide another stands beside it, and no farther off than
// that.
func TestDotsOfOneDayAreAllSeen(t *testing.T) {
	h := governing()
	for i := range h.Rows[:3] {
		h.Rows[i] = past(fmt.Sprint("Twin ", i), "2020-05-07", con, 500)
	}
	everywhere(t, drawnHistory(t, h), func(t *testing.T, s chart.Scene) {
		r := read(t, s)
		var twins []spot
		for _, m := range spots(s)[4:] {
			if x := r.x(t, "2020-05-07"); math.Abs(float64(m.x)-x) < 16 && math.Abs(float64(r.zero-m.y)-5*r.perPoint) < 1.5 {
				twins = append(twins, m)
			}
		}
		if len(twins) != 3 {
			t.Fatalf("%d of three dots of one day are near it", len(twins))
		}
		slices.SortFunc(twins, func(a, b spot) int { return a.x - b.x })
		if twins[1].x-twins[0].x < 4 || twins[2].x-twins[1].x < 4 {
			t.Errorf("one hides another: %+v", twins)
		}
	})
}

// bands are the rectangles of a seats chart by row, from the top, without
// those of the key.
func bands(s chart.Scene) [][]chart.Rect {
	top := 0
	for _, x := range only[chart.Text](s) {
		if x.String() == "Party" {
			top = x.Y
		}
	}
	rows := map[int][]chart.Rect{}
	for _, b := range only[chart.Rect](s) {
		if middle := b.Y + b.H/2; middle > top {
			rows[middle] = append(rows[middle], b)
		}
	}
	var all [][]chart.Rect
	for _, y := range slices.Sorted(maps.Keys(rows)) {
		all = append(all, rows[y])
	}
	return all
}

// majority is where the line at the majority stands.
func majority(t *testing.T, s chart.Scene) int {
	t.Helper()
	x := 0
	for _, l := range only[chart.Line](s) {
		if l.X1 == l.X2 && chart.Contrast(l.Stroke, s.Ground) > 12 {
			x = l.X1
		}
	}
	if x == 0 {
		t.Fatal("no line at the majority")
	}
	return x
}

func TestSeatsAreBlocks(t *testing.T) {
	everywhere(t, councilOf(t, harlow), func(t *testing.T, s chart.Scene) {
		rows := bands(s)
		if len(rows) != 3 {
			t.Fatalf("%d rows of blocks", len(rows))
		}
		high := rows[0][19].H
		for i, want := range []struct {
			party    election.Party
			low, all int
		}{{con, 8, 20}, {lab, 11, 12}} {
			if len(rows[i]) != want.all {
				t.Fatalf("%d blocks for %d seats", len(rows[i]), want.all)
			}
			for n, b := range rows[i] {
				if low := b.H < high; low != (n < want.low) || b.Fill != chart.Fill(want.party, nil) {
					t.Errorf("block %d of %s is %+v", n, want.party.Short, b)
				}
				if n > 0 && b.X-rows[i][n-1].X != rows[0][1].X-rows[0][0].X {
					t.Errorf("block %d of %s is out of step", n, want.party.Short)
				}
			}
		}
		if v := rows[2]; len(v) != 1 || v[0].Fill != s.Ground || chart.Contrast(v[0].Stroke, s.Ground) < 3 {
			t.Errorf("the vacancy is %+v", v)
		}
		if line := majority(t, s); line < rows[0][16].X+rows[0][16].W || line >= rows[0][17].X {
			t.Errorf("the line at %d is not between the 17th and the 18th seat of %v", line, rows[0])
		}
	})
}

func TestSeatsOfABigCouncilAreInProportion(t *testing.T) {
	c := election.Council{Name: "Big", Seats: 200, NotUp: []election.Holding{holding(con, 120), holding(lab, 73), holding(libdem, 4)}, Vacant: 3}
	everywhere(t, council(t, c, nil), func(t *testing.T, s chart.Scene) {
		rows := bands(s)
		from := rows[0][0].X
		ends := func(row int) int {
			last := rows[row][len(rows[row])-1]
			return last.X + last.W - from
		}
		gap := 0.0 // after the last seat of a row, where there is room for blocks
		if len(rows[0]) == 120 {
			gap = 3
		}
		perSeat := (float64(ends(0)) + gap) / 120
		for row, seats := range []int{120, 73, 4, 3} {
			if want := float64(seats)*perSeat - gap; math.Abs(float64(ends(row))-want) > 2 {
				t.Errorf("%d seats end at %d, not %.1f", seats, ends(row), want)
			}
		}
		if line, want := float64(majority(t, s)-from), 101*perSeat; math.Abs(line-want) > 2 {
			t.Errorf("the line stands at %.0f, not %.1f", line, want)
		}
		for _, b := range rows[0] {
			if line := majority(t, s); b.X <= line && line < b.X+b.W {
				t.Errorf("the line at the majority runs through %+v", b)
			}
		}
	})
}

func TestSeatsToComeAreDashed(t *testing.T) {
	c, contests := harlow()
	for i := range contests[:9] {
		contests[i].State = election.Counting
	}
	everywhere(t, council(t, c, contests), func(t *testing.T, s chart.Scene) {
		var last chart.Text
		for _, x := range only[chart.Text](s) {
			if x.String() == "To come" {
				last = x
			}
		}
		from, to := s.Width, 0
		for _, l := range only[chart.Line](s) {
			if l.Y1 == l.Y2 && l.Y1 > last.Y-last.Size*2 && l.X2-l.X1 < 12 {
				from, to = min(from, l.X1), max(to, l.X2)
			}
		}
		block := bands(s)[0]
		if pitch := block[1].X - block[0].X; to-from+1 != 9*pitch-(pitch-block[0].W) {
			t.Errorf("nine seats to come are dashed from %d to %d", from, to)
		}
	})
}
