package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Scales that PNG takes.
const (
	leastScale = 1
	mostScale  = 8
)

// PNG is the scene as a bitmap of scale pixels to the unit, 1 to 8, lettered
// in DejaVu Sans.
func (s Scene) PNG(scale int) ([]byte, error) {
	if scale < leastScale || scale > mostScale {
		return nil, fmt.Errorf("painting a chart: the scale must be %d to %d, not %d", leastScale, mostScale, scale)
	}
	c, err := newCanvas(s, scale)
	if err != nil {
		return nil, fmt.Errorf("painting a chart: %w", err)
	}
	for _, shape := range s.Shapes {
		if err := c.paint(shape); err != nil {
			return nil, fmt.Errorf("painting a chart: %w", err)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, c.image); err != nil {
		return nil, fmt.Errorf("writing a chart as PNG: %w", err)
	}
	return b.Bytes(), nil
}

// A canvas is a bitmap in the painting.
type canvas struct {
	image *image.RGBA
	scale int
	faces map[lettering]font.Face
}

type lettering struct {
	size int
	bold bool
}

func newCanvas(s Scene, scale int) (*canvas, error) {
	if s.Width <= 0 || s.Height <= 0 {
		return nil, fmt.Errorf("a scene of %d by %d has no room", s.Width, s.Height)
	}
	c := &canvas{
		image: image.NewRGBA(image.Rect(0, 0, s.Width*scale, s.Height*scale)),
		scale: scale,
		faces: map[lettering]font.Face{},
	}
	c.block(c.image.Rect, s.Ground)
	return c, nil
}

func (c *canvas) paint(shape Shape) error {
	switch x := shape.(type) {
	case Rect:
		c.rect(x)
	case Line:
		c.line(x)
	case Circle:
		c.circle(x)
	case Text:
		return c.text(x)
	}
	return nil
}

func (c *canvas) block(r image.Rectangle, fill color.NRGBA) {
	draw.Draw(c.image, r, image.NewUniform(fill), image.Point{}, draw.Over)
}

func (c *canvas) rect(r Rect) {
	k := c.scale
	outer := image.Rect(r.X*k, r.Y*k, (r.X+r.W)*k, (r.Y+r.H)*k)
	if r.Stroke.A == 0 {
		c.block(outer, r.Fill)
		return
	}
	c.block(outer, r.Stroke)
	if inner := outer.Inset(k); !inner.Empty() {
		c.block(inner, r.Fill)
	}
}

// line fills the oblong that the line covers, its ends squared.
func (c *canvas) line(l Line) {
	k := float64(c.scale)
	x1, y1 := (float64(l.X1)+0.5)*k, (float64(l.Y1)+0.5)*k
	x2, y2 := (float64(l.X2)+0.5)*k, (float64(l.Y2)+0.5)*k
	half := float64(l.Width) * k / 2
	dx, dy := half, 0.0
	if long := math.Hypot(x2-x1, y2-y1); long > 0 {
		dx, dy = (x2-x1)/long*half, (y2-y1)/long*half
	}
	x1, y1, x2, y2 = x1-dx, y1-dy, x2+dx, y2+dy
	c.polygon(l.Stroke, [][2]float64{{x1 - dy, y1 + dx}, {x1 + dy, y1 - dx}, {x2 + dy, y2 - dx}, {x2 - dy, y2 + dx}})
}

func (c *canvas) polygon(fill color.NRGBA, corners [][2]float64) {
	box := image.Rectangle{}
	for _, p := range corners {
		x, y := int(math.Floor(p[0])), int(math.Floor(p[1]))
		box = box.Union(image.Rect(x, y, x+2, y+2))
	}
	box = box.Intersect(c.image.Rect)
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for i, p := range corners {
		x, y := float32(p[0])-float32(box.Min.X), float32(p[1])-float32(box.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.Draw(c.image, box, image.NewUniform(fill), image.Point{})
}

func (c *canvas) circle(x Circle) {
	k := float64(c.scale)
	if x.Stroke.A != 0 {
		c.disc(float64(x.X)*k, float64(x.Y)*k, float64(x.R)*k, x.Stroke)
		c.disc(float64(x.X)*k, float64(x.Y)*k, float64(x.R-1)*k, x.Fill)
		return
	}
	c.disc(float64(x.X)*k, float64(x.Y)*k, float64(x.R)*k, x.Fill)
}

// disc draws a circle as a polygon whose edges no eye can tell from it.
func (c *canvas) disc(x, y, r float64, fill color.NRGBA) {
	if r <= 0 {
		return
	}
	edges := max(24, int(r)*8)
	corners := make([][2]float64, edges)
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(edges))
		corners[i] = [2]float64{x + r*cos, y + r*sin}
	}
	c.polygon(fill, corners)
}

func (c *canvas) text(t Text) error {
	var long fixed.Int26_6
	for _, r := range t.Runs {
		f, err := c.face(t.Size, r.Bold)
		if err != nil {
			return err
		}
		long += font.MeasureString(f, face(r.Bold).drawable(r.Text))
	}
	dot := fixed.P(t.X*c.scale, t.Y*c.scale)
	switch t.Anchor {
	case Middle:
		dot.X -= long / 2
	case End:
		dot.X -= long
	}
	for _, r := range t.Runs {
		f, err := c.face(t.Size, r.Bold)
		if err != nil {
			return err
		}
		d := font.Drawer{Dst: c.image, Src: image.NewUniform(r.Colour), Face: f, Dot: dot}
		d.DrawString(face(r.Bold).drawable(r.Text))
		dot = d.Dot
	}
	return nil
}

func (c *canvas) face(size int, isBold bool) (font.Face, error) {
	key := lettering{size, isBold}
	if f, ok := c.faces[key]; ok {
		return f, nil
	}
	f, err := opentype.NewFace(face(isBold).font, &opentype.FaceOptions{
		Size: float64(size * c.scale), DPI: 72, Hinting: font.HintingNone,
	})
	if err != nil {
		return nil, err
	}
	c.faces[key] = f
	return f, nil
}
