package ui

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"nightdesk/data/blog"
)

// photograph writes a small picture into a file and returns its path.
func photograph(t testing.TB, name string) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 8, 6))
	img.Set(1, 1, color.NRGBA{R: uint8(len(name)), A: 255})
	var b bytes.Buffer
	must(t, png.Encode(&b, img))
	path := filepath.Join(t.TempDir(), name)
	must(t, os.WriteFile(path, b.Bytes(), 0o600))
	return path
}

func TestAPictureIsPastedAndDescribed(t *testing.T) {
	s := at(t, nightOf(t, nil))
	path := photograph(t, "the hall.png")
	fyne.CurrentApp().Clipboard().SetContent("file://" + strings.ReplaceAll(path, " ", "%20"))
	s.types("The hall:")
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	s.until("the sheet is open", func() bool { return s.overlay != nil })
	s.types("Tables | and boxes")
	s.keys(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	has(t, "sheet", words(s.overlay), "Say who made the picture.")
	s.keys(fyne.KeyEscape)
	equal(t, "text", s.composer.text.Text, "The hall:")

	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	s.until("the sheet is open", func() bool { return s.overlay != nil })
	s.types("Tables | and boxes")
	s.keys(fyne.KeyReturn)
	s.types("Ada Reporter")
	s.keys(fyne.KeyReturn)
	s.types("A hall")
	s.keys(fyne.KeyReturn)
	s.chord(ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	p, ok := blog.Parse(e.Text, nil).Blocks[1].(blog.PictureBlock)
	if !ok || p.Caption != "Tables | and boxes" || p.Credit != "Ada Reporter" || p.Alt != "A hall" || len(p.ID) != 64 {
		t.Errorf("%q: %+v", e.Text, p)
	}
}

func TestPastingWordsIsNoPicture(t *testing.T) {
	s := at(t, nightOf(t, nil))
	for _, text := range []string{"look at /nowhere/a.png", "/nowhere/a.png", "a.png"} {
		fyne.CurrentApp().Clipboard().SetContent(text)
		s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	}
	equal(t, "text", s.composer.text.Text, "look at /nowhere/a.png/nowhere/a.pnga.png")
}

func TestAFileOfPastContestsIsLookedOverAndKept(t *testing.T) {
	s := at(t, nightOf(t, nil))
	path := filepath.Join(t.TempDir(), "past.csv")
	must(t, os.WriteFile(path, []byte("date,name,party,points,gain,named,source\n2021-05-06,Hartlepool,Con,22.96,yes,yes,The count\n"), 0o600))
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	s.until("the sheet is open", func() bool { return s.overlay != nil && s.long() != nil })
	has(t, "rows", s.long().Text, "2021-05-06,Hartlepool,PP52,22.96,yes,yes,The count")
	equal(t, "kept before it is saved", len(s.desk.history.Rows), 0)
	s.focus(s.long())
	s.keys(fyne.KeyTab, fyne.KeySpace)
	s.settle()
	equal(t, "rows", len(s.desk.history.Rows), 1)
}
