package chart_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"nightdesk/data/chart"
)

func decode(t *testing.T, s chart.Scene, scale int) image.Image {
	t.Helper()
	b, err := s.PNG(scale)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestPNGHasTheBarsInTheirPlaces(t *testing.T) {
	for _, p := range palettes {
		for _, k := range []chart.Kind{chart.Share, chart.Change} {
			s := model(t, hartlepool(), k).Layout(700, p)
			for _, scale := range []int{1, 2, 3} {
				img := decode(t, s, scale)
				if got := img.Bounds().Size(); got != (image.Point{s.Width * scale, s.Height * scale}) {
					t.Fatalf("%v at scale %d of %dx%d", got, scale, s.Width, s.Height)
				}
				at := func(x, y int) color.Color { return color.NRGBAModel.Convert(img.At(x, y)) }
				for _, shape := range s.Shapes {
					b, ok := shape.(chart.Rect)
					if !ok {
						continue
					}
					edge := b.Fill
					if b.Stroke.A != 0 {
						edge = b.Stroke
					}
					// The far end, where no word lies on the bar.
					right, bottom := (b.X+b.W)*scale-1, (b.Y+b.H)*scale-1
					if got := at(right, bottom); got != edge {
						t.Errorf("the corner of %+v is %v", b, got)
					}
					if got := at(right-scale, bottom-scale); got != b.Fill {
						t.Errorf("inside %+v is %v", b, got)
					}
					if got := at(right, bottom+1); got != s.Ground {
						t.Errorf("below %+v is %v", b, got)
					}
				}
			}
		}
	}
}

func TestPNGHasTheDotsInTheirPlaces(t *testing.T) {
	for _, p := range palettes {
		s := drawnHistory(t, governing()).Layout(700, p)
		img := decode(t, s, 2)
		for i, m := range spots(s) {
			want := m.fill
			if m.open {
				want = s.Ground
			}
			if got := color.NRGBAModel.Convert(img.At(2*m.x, 2*m.y)); got != want {
				t.Errorf("the middle of mark %d, %+v, is %v", i, m, got)
			}
			if got := color.NRGBAModel.Convert(img.At(2*(m.x-4), 2*m.y)); got != m.fill {
				t.Errorf("the left of mark %d, %+v, is %v", i, m, got)
			}
		}
	}
}

func TestPNGHasTheBlocksInTheirPlaces(t *testing.T) {
	for _, p := range palettes {
		s := councilOf(t, harlow).Layout(700, p)
		img := decode(t, s, 2)
		for _, row := range bands(s) {
			for _, b := range row {
				x, y := 2*b.X+b.W, 2*b.Y+b.H
				if got := color.NRGBAModel.Convert(img.At(x, y)); got != b.Fill {
					t.Errorf("the middle of %+v is %v", b, got)
				}
				if got := color.NRGBAModel.Convert(img.At(2*(b.X+b.W)+2, y)); got == b.Fill && got != s.Ground {
					t.Errorf("no gap after %+v", b)
				}
			}
		}
		line := majority(t, s)
		if got := color.NRGBAModel.Convert(img.At(2*line, 2*bands(s)[0][0].Y)); got != p.Ink {
			t.Errorf("the line at the majority is %v", got)
		}
	}
}

func TestPNGIsLettered(t *testing.T) {
	s := model(t, hartlepool(), chart.Share).Layout(320, chart.Light)
	img := decode(t, s, 2)
	for _, shape := range s.Shapes {
		text, ok := shape.(chart.Text)
		if !ok {
			continue
		}
		x := text.X * 2
		if text.Anchor == chart.End {
			x -= text.Size * 2
		}
		inked := 0
		for dx := range text.Size * 2 {
			for dy := range text.Size * 2 {
				c := color.NRGBAModel.Convert(img.At(x+dx, text.Y*2-dy)).(color.NRGBA)
				if chart.Contrast(c, s.Ground) > 3 {
					inked++
				}
			}
		}
		if inked < 4 {
			t.Errorf("%q is not to be seen", text.String())
		}
	}
}

func TestPNGIsTheSameEveryTime(t *testing.T) {
	s := model(t, crowd(34), chart.Share).Layout(700, chart.Dark)
	a, err := s.PNG(1)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.PNG(1)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("the same scene twice is not the same bytes")
	}
}

func TestPNGRefusesWhatItCannotPaint(t *testing.T) {
	s := model(t, hartlepool(), chart.Share).Layout(320, chart.Light)
	for _, scale := range []int{-1, 0, 9} {
		if _, err := s.PNG(scale); err == nil {
			t.Errorf("a scale of %d is taken", scale)
		}
	}
	if _, err := (chart.Scene{}).PNG(1); err == nil {
		t.Error("a scene of no size is taken")
	}
}

func TestChartsAreDrawnAtTheSameTime(t *testing.T) {
	m := model(t, hartlepool(), chart.Share)
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			s := m.Layout(320, chart.Light)
			decode(t, s, 1)
			m.Text(60)
		})
	}
}
