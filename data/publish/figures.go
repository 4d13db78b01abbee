package publish

import (
	"html"
	"strconv"

	"nightdesk/data/blog"
)

// This file writes the pictures of an entry.

func (t *tree) paragraph(class, s string) {
	t.open("p", class)
	t.text(s)
	t.line("p")
}

func (t *tree) picture(b blog.PictureBlock) {
	p, known := t.n.picture(b.ID)
	src := ""
	if known {
		src = t.n.beside.picture(p)
	}
	t.open("figure", "picture")
	if src != "" {
		t.image(src, oneLine(b.Alt), p.Width, p.Height)
		t.WriteString("\n")
	} else {
		t.paragraph("absent", absent(b, known))
	}
	t.caption(b)
	t.line("figure")
}

// image shows a file of so many pixels. The page's style fits it to the
// column. A fragment has no style, and where the CMS has none for pictures
// either, sizes keeps a wide one on a small screen: the rems are what margins
// browsers give a figure.
func (t *tree) image(src, alt string, width, height int) {
	src = html.EscapeString(src)
	t.WriteString(`<img src="` + src + `" alt="` + html.EscapeString(alt) + `"`)
	switch {
	case width <= 0 || height <= 0:
	case t.page:
		t.WriteString(` width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) + `"`)
	default:
		t.WriteString(` srcset="` + src + " " + strconv.Itoa(width) + `w" sizes="(max-width: 46.5rem) calc(100vw - 6.5rem), ` +
			strconv.Itoa(min(width, wideChart)) + `px"`)
	}
	t.WriteString(">")
}

// absent is what stands for a picture that is not shown.
func absent(b blog.PictureBlock, known bool) string {
	said := "Picture"
	if alt := oneLine(b.Alt); alt != "" {
		said += ": " + alt
	}
	if !known {
		said += " (" + oneLine(b.ID) + ")"
	}
	return "[" + said + "]"
}

func (t *tree) caption(b blog.PictureBlock) {
	caption, credit := oneLine(b.Caption), oneLine(b.Credit)
	if caption == "" && credit == "" {
		return
	}
	t.open("figcaption", "")
	t.text(caption)
	if credit != "" {
		if caption != "" {
			t.WriteString(" ")
		}
		t.open("small", "credit")
		t.text(credit)
		t.close("small")
	}
	t.close("figcaption")
}
