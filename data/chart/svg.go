package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"strings"
)

// sans is the stack of fonts that readers have, none of them fetched.
const sans = "DejaVu Sans, Verdana, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif"

// SVG is the scene as one svg element, as wide as what holds it, to stand
// alone or in a page. Every id in it begins with the given one, so that
// several charts can share a page. It has no script, no style and nothing to
// fetch.
func (s Scene) SVG(id string) []byte {
	id = identifier(id)
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" id="%s" role="img" aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc" width="100%%" viewBox="0 0 %d %d" font-family="%s">`+"\n",
		id, s.Width, s.Height, sans)
	fmt.Fprintf(&b, "<title id=\"%s-title\">%s</title>\n", id, escape(s.Title))
	fmt.Fprintf(&b, "<desc id=\"%s-desc\">%s</desc>\n", id, escape(s.Description))
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="%s"/>`+"\n", s.Width, s.Height, hex(s.Ground))
	for _, shape := range s.Shapes {
		switch x := shape.(type) {
		case Rect:
			x.svg(&b)
		case Line:
			fmt.Fprintf(&b, `<line x1="%d.5" y1="%d.5" x2="%d.5" y2="%d.5" stroke="%s" stroke-width="%d" stroke-linecap="square"/>`+"\n",
				x.X1, x.Y1, x.X2, x.Y2, hex(x.Stroke), x.Width)
		case Circle:
			x.svg(&b)
		case Text:
			x.svg(&b)
		}
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

func (r Rect) svg(b *bytes.Buffer) {
	if r.Stroke.A == 0 {
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", r.X, r.Y, r.W, r.H, hex(r.Fill))
		return
	}
	fmt.Fprintf(b, `<rect x="%d.5" y="%d.5" width="%d" height="%d" fill="%s" stroke="%s"/>`+"\n",
		r.X, r.Y, r.W-1, r.H-1, hex(r.Fill), hex(r.Stroke))
}

func (c Circle) svg(b *bytes.Buffer) {
	if c.Stroke.A == 0 {
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="%d" fill="%s"/>`+"\n", c.X, c.Y, c.R, hex(c.Fill))
		return
	}
	fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="%d.5" fill="%s" stroke="%s"/>`+"\n", c.X, c.Y, c.R-1, hex(c.Fill), hex(c.Stroke))
}

func (t Text) svg(b *bytes.Buffer) {
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="%d"`, t.X, t.Y, t.Size)
	if t.Anchor != Start {
		fmt.Fprintf(b, ` text-anchor="%s"`, t.Anchor)
	}
	if len(t.Runs) == 1 {
		fmt.Fprintf(b, `%s>`, t.Runs[0].attributes())
	} else {
		b.WriteString(">")
	}
	if t.Full != "" {
		fmt.Fprintf(b, "<title>%s</title>", escape(t.Full))
	}
	for _, r := range t.Runs {
		if len(t.Runs) == 1 {
			b.WriteString(escape(r.Text))
		} else {
			fmt.Fprintf(b, "<tspan%s>%s</tspan>", r.attributes(), escape(r.Text))
		}
	}
	b.WriteString("</text>\n")
}

func (r Run) attributes() string {
	a := fmt.Sprintf(` fill="%s"`, hex(r.Colour))
	if r.Bold {
		a += ` font-weight="700"`
	}
	return a
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// escape makes text safe between tags and in quoted attributes, without what
// XML cannot carry at all.
func escape(s string) string { return escaper.Replace(printable(s)) }

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// identifier turns any text into one that can begin an id, different texts
// into different ones.
func identifier(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', i > 0 && (c >= '0' && c <= '9' || c == '-'):
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "_%02x", c)
		}
	}
	if b.Len() == 0 {
		return "chart"
	}
	return b.String()
}
