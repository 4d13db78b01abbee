package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nightdesk/data/chart"
)

// Palette is the chart's palette in the colours the window wears.
func Palette() chart.Palette {
	p := chart.Light
	if IsDark() {
		p = chart.Dark
	}
	p.Ground = NRGBAOf(Ground)
	return p
}

// Chart paints a chart with canvas objects, laid out anew for every width
// and theme.
type Chart struct {
	widget.BaseWidget
	model chart.Model
}

func NewChart(m chart.Model) *Chart {
	v := &Chart{model: m}
	v.ExtendBaseWidget(v)
	return v
}

func (v *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{of: v}
	r.paint(700)
	return r
}

type chartRenderer struct {
	of      *Chart
	width   int
	scene   chart.Scene
	objects []fyne.CanvasObject
}

func (r *chartRenderer) paint(width int) {
	r.width = width
	r.scene = r.of.model.Layout(width, Palette())
	r.objects = Paint(r.scene)
}

func (r *chartRenderer) Layout(size fyne.Size) {
	if width := max(320, int(size.Width)); width != r.width {
		r.paint(width)
		r.of.Refresh()
	}
}

func (r *chartRenderer) MinSize() fyne.Size {
	return fyne.NewSize(320, float32(r.scene.Height))
}

func (r *chartRenderer) Refresh() {
	r.paint(r.width)
	canvas.Refresh(r.of)
}

func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chartRenderer) Destroy()                     {}

// Paint turns a scene into canvas objects, one for each shape and one for
// each run of a text.
func Paint(s chart.Scene) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, shape := range s.Shapes {
		switch shape := shape.(type) {
		case chart.Rect:
			o := canvas.NewRectangle(shape.Fill)
			if shape.Stroke.A > 0 {
				o.StrokeColor, o.StrokeWidth = shape.Stroke, 1
			}
			Put(o, float32(shape.X), float32(shape.Y), float32(shape.W), float32(shape.H))
			out = append(out, o)
		case chart.Line:
			o := canvas.NewLine(shape.Stroke)
			o.StrokeWidth = float32(shape.Width)
			o.Position1 = fyne.NewPos(float32(shape.X1)+0.5, float32(shape.Y1)+0.5)
			o.Position2 = fyne.NewPos(float32(shape.X2)+0.5, float32(shape.Y2)+0.5)
			out = append(out, o)
		case chart.Circle:
			o := canvas.NewCircle(shape.Fill)
			if shape.Stroke.A > 0 {
				o.StrokeColor, o.StrokeWidth = shape.Stroke, 1
			}
			Put(o, float32(shape.X-shape.R), float32(shape.Y-shape.R), float32(2*shape.R), float32(2*shape.R))
			out = append(out, o)
		case chart.Text:
			out = append(out, paintText(shape)...)
		}
	}
	return out
}

func paintText(t chart.Text) []fyne.CanvasObject {
	widths := make([]float32, len(t.Runs))
	total := float32(0)
	for i, run := range t.Runs {
		widths[i] = fyne.MeasureText(run.Text, float32(t.Size), fyne.TextStyle{Bold: run.Bold}).Width
		total += widths[i]
	}
	x := float32(t.X)
	switch t.Anchor {
	case chart.Middle:
		x -= total / 2
	case chart.End:
		x -= total
	}
	var out []fyne.CanvasObject
	for i, run := range t.Runs {
		o := canvas.NewText(run.Text, run.Colour)
		hang := Hang(run.Text, float32(t.Size), fyne.TextStyle{Bold: run.Bold})
		if hang > 0 {
			o.Text = Hung(run.Text)
		}
		o.TextSize = float32(t.Size)
		o.TextStyle.Bold = run.Bold
		size, baseline := fyne.CurrentApp().Driver().RenderedTextSize(o.Text, o.TextSize, o.TextStyle, nil)
		Put(o, x-hang, float32(t.Y)-baseline, size.Width, size.Height)
		out = append(out, o)
		x += widths[i]
	}
	return out
}
