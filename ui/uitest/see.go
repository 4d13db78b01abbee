package uitest

import (
	"nightdesk/ui/kit"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// See visits an object and everything in it that can be seen.
func See(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			See(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			See(c, visit)
		}
	}
}

// Words is everything that can be read in an object.
func Words(o fyne.CanvasObject) string {
	var b strings.Builder
	See(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			b.WriteString(o.Words() + "\n")
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		}
	})
	return b.String()
}

// Unwrapped is what can be read in an object as one line, however it was
// wrapped.
func Unwrapped(o fyne.CanvasObject) string {
	var all []string
	See(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*kit.Text); ok {
			all = append(all, t.Words())
		}
	})
	return strings.Join(all, " ")
}

// RichText is the running text of an object.
func RichText(o fyne.CanvasObject) string {
	var b strings.Builder
	See(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*widget.RichText); ok {
			b.WriteString(r.String() + "\n")
		}
	})
	return b.String()
}

func Has(t testing.TB, what, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("%s: got %q, want it to say %q", what, text, want)
	}
}

func HasNot(t testing.TB, what, text, unwanted string) {
	t.Helper()
	if strings.Contains(text, unwanted) {
		t.Errorf("%s: got %q, which says %q", what, text, unwanted)
	}
}

func Equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Button is the last button that can be seen in an object and whose words begin
// so, nil where there is none.
func Button(in fyne.CanvasObject, words string) (found *kit.Button) {
	See(in, func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Words, words) {
			found = b
		}
	})
	return found
}

// EntryOf is the field that can be seen in an object and has the placeholder,
// nil where there is none.
func EntryOf(in fyne.CanvasObject, placeholder string) (found *kit.Entry) {
	See(in, func(o fyne.CanvasObject) {
		if e, ok := o.(*kit.Entry); ok && e.PlaceHolder == placeholder {
			found = e
		}
	})
	return found
}
