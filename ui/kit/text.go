package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Text is one line of text in a role's colour. It follows the theme, which a
// bare canvas.Text does not, and cuts what does not fit with an ellipsis.
type Text struct {
	widget.BaseWidget
	text  string
	role  fyne.ThemeColorName
	size  float32
	bold  bool
	align fyne.TextAlign
	trim  bool
}

// NewText makes a line of body text in ink.
func NewText(text string) *Text {
	t := &Text{text: text, role: Ink, size: BodySize}
	t.ExtendBaseWidget(t)
	return t
}

// NewQuiet makes a line of body text in the quiet ink.
func NewQuiet(text string) *Text { return NewText(text).As(Quiet) }

// NewSmall makes a line of small text in the quiet ink, for labels.
func NewSmall(text string) *Text { return NewText(text).As(Quiet).Sized(SmallSize) }

// NewBold makes a line of bold body text in ink.
func NewBold(text string) *Text { return NewText(text).Bold() }

// As sets the colour by its role and returns t, for use while building.
func (t *Text) As(role fyne.ThemeColorName) *Text { t.role = role; return t }

// Sized sets the size of the text and returns t.
func (t *Text) Sized(size float32) *Text { t.size = size; return t }

// Bold makes the text bold and returns t.
func (t *Text) Bold() *Text { t.bold = true; return t }

// Left aligns the text to the left, as it is at first, and returns t.
func (t *Text) Left() *Text { t.align = fyne.TextAlignLeading; return t }

// Right aligns the text to the right and returns t.
func (t *Text) Right() *Text { t.align = fyne.TextAlignTrailing; return t }

// Centre centres the text and returns t.
func (t *Text) Centre() *Text { t.align = fyne.TextAlignCenter; return t }

// Trim lets the text be narrower than its words: it asks for no width and is
// cut with an ellipsis where it does not fit. It returns t.
func (t *Text) Trim() *Text { t.trim = true; return t }

// SetText changes the words; the same words again cost nothing.
func (t *Text) SetText(text string) {
	if t.text == text {
		return
	}
	t.text = text
	t.Refresh()
}

// Set changes words, weight and colour at once.
func (t *Text) Set(text string, bold bool, role fyne.ThemeColorName) {
	if t.text == text && t.bold == bold && t.role == role {
		return
	}
	t.text, t.bold, t.role = text, bold, role
	t.Refresh()
}

// Words are the words shown, whole even where they are cut on screen.
func (t *Text) Words() string { return t.text }

// Wide is how wide the words are, whole.
func (t *Text) Wide() float32 {
	return fyne.MeasureText(t.text, t.size, fyne.TextStyle{Bold: t.bold}).Width
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{of: t, line: canvas.NewText("", ColorOf(t.role))}
	r.set()
	return r
}

type textRenderer struct {
	of   *Text
	line *canvas.Text
}

func (r *textRenderer) set() {
	t := r.of
	r.line.Color = ColorOf(t.role)
	r.line.TextSize = t.size
	r.line.TextStyle.Bold = t.bold
	r.line.Alignment = t.align
	r.line.Text = t.text
	if t.trim {
		r.line.Text = Fit(t.text, t.size, r.line.TextStyle, t.Size().Width)
	}
	if t.align == fyne.TextAlignLeading && Hang(t.text, t.size, r.line.TextStyle) > 0 {
		r.line.Text = hairSpace + r.line.Text
	}
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.set()
	hang := float32(0)
	if r.of.align == fyne.TextAlignLeading {
		hang = Hang(r.of.text, r.of.size, r.line.TextStyle)
	}
	Put(r.line, -hang, 0, size.Width+hang, size.Height)
}

func (r *textRenderer) MinSize() fyne.Size {
	t := r.of
	min := fyne.MeasureText(t.text, t.size, fyne.TextStyle{Bold: t.bold})
	if t.trim {
		min.Width = 0
	}
	return min
}

func (r *textRenderer) Refresh() {
	r.Layout(r.of.Size())
	r.line.Refresh()
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }
func (r *textRenderer) Destroy()                     {}

// Fit cuts text with an ellipsis so that it is no wider than width; nothing is
// left where not even the ellipsis fits.
func Fit(text string, size float32, style fyne.TextStyle, width float32) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	if low == 0 && fyne.MeasureText("…", size, style).Width > width {
		return ""
	}
	return string(runes[:low]) + "…"
}

// hairSpace is put before text whose first letter reaches to the left of
// where it begins (a J does), since Fyne cuts off what lies there.
const hairSpace = "\u200a"

// Hang is how far to the left such a text must begin, with a hair space before
// it, for its first letter to stand where it would; 0 where none is needed.
func Hang(text string, size float32, style fyne.TextStyle) float32 {
	if !strings.HasPrefix(text, "J") && !strings.HasPrefix(text, "j") {
		return 0
	}
	return fyne.MeasureText(hairSpace+text, size, style).Width - fyne.MeasureText(text, size, style).Width
}

// Hung is the text with what Hang counts on.
func Hung(text string) string { return hairSpace + text }
