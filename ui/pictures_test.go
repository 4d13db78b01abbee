package ui

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"nightdesk/data/blog/text"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/clip"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// photograph writes a small picture into a file and returns its path.
func photograph(t testing.TB, name string) string {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 8, 6))
	img.Set(1, 1, color.NRGBA{R: uint8(len(name)), A: 255})
	var b bytes.Buffer
	uitest.Must(t, png.Encode(&b, img))
	path := filepath.Join(t.TempDir(), name)
	uitest.Must(t, os.WriteFile(path, b.Bytes(), 0o600))
	return path
}

func TestAPictureIsPastedAndDescribed(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	path := photograph(t, "the hall.png")
	s.Types("The hall:")
	s.Pastes("file://" + strings.ReplaceAll(path, " ", "%20"))
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	s.Types("Tables | and boxes")
	s.Keys(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "Say who made the picture.")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "text", s.composer.text.Text, "The hall:")

	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	s.Types("Tables | and boxes")
	s.Keys(fyne.KeyReturn)
	s.Types("Ada Reporter")
	s.Keys(fyne.KeyReturn)
	s.Types("A hall")
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	p, ok := text.Parse(e.Text, nil).Blocks[1].(text.PictureBlock)
	if !ok || p.Caption != "Tables | and boxes" || p.Credit != "Ada Reporter" || p.Alt != "A hall" || len(p.ID) != shownID {
		t.Errorf("%q: %+v", e.Text, p)
	}
}

// clicked is a photograph as a phone takes it, on its side and with where it
// was taken.
func clicked(t testing.TB) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 24, 12))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	var b bytes.Buffer
	uitest.Must(t, jpeg.Encode(&b, img, nil))
	tiff := "MM\x00*\x00\x00\x00\x08" + "\x00\x02" + // two fields:
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00" + // turned to the right
		"\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x26" + // GPS, 38 bytes in
		"\x00\x00\x00\x00" +
		"\x00\x01\x00\x01\x00\x02\x00\x00\x00\x1654.686300N 1.212900W\x00\x00" + whereItWas
	head := "\xff\xe1" + string(binary.BigEndian.AppendUint16(nil, uint16(len(tiff)+8))) + "Exif\x00\x00" + tiff
	return append([]byte("\xff\xd8"+head), b.Bytes()[2:]...)
}

// whereItWas is where that photograph was taken.
const whereItWas = "54.686300N 1.212900W"

// onClipboard puts a picture on the clipboard.
func (s *screen) onClipboard(data []byte, err error) {
	s.clipboard = func(context.Context, int) ([]byte, error) { return data, err }
}

// TestAPastedPhotographTellsNobodyWhereItWas goes from the clipboard to every
// form that leaves the desk.
func TestAPastedPhotographTellsNobodyWhereItWas(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	raw := clicked(t)
	traces := []string{"Exif", whereItWas, "54.6863"}
	if !bytes.Contains(raw, []byte(whereItWas)) {
		t.Fatal("the photograph does not say where it was taken")
	}
	s.onClipboard(raw, nil)
	s.Pastes("")
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	s.Types("The hall")
	s.Keys(fyne.KeyReturn)
	s.Types("Ada Reporter")
	s.Keys(fyne.KeyReturn)
	s.Types("Tables")
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	shown := text.Parse(s.Published(1)[0].Text, nil).Blocks[0].(text.PictureBlock).ID
	e, err := s.Night.File.Edition(night.Moment{})
	uitest.Must(t, err)
	found, _ := e.Picture(shown)
	kept, err := s.Night.File.Picture(found.ID)
	uitest.Must(t, err)
	size, _, err := image.DecodeConfig(bytes.NewReader(kept))
	uitest.Must(t, err)
	if size.Width != 12 || size.Height != 24 {
		t.Errorf("what was taken on its side is %d × %d", size.Width, size.Height)
	}
	all, withPicture := map[string][]byte{}, 0
	for _, form := range publish.Forms {
		files, err := publish.Export(e, form, publish.Options{Pictures: s.Night.File.Picture})
		uitest.Must(t, err)
		for _, f := range files {
			all[string(form)+" "+f.Name] = f.Data
			if bytes.Equal(f.Data, kept) {
				withPicture++
			}
		}
	}
	if withPicture == 0 {
		t.Errorf("no form comes with the picture: %v", slices.Collect(maps.Keys(all)))
	}
	s.end()
	all["the night"], err = os.ReadFile(path)
	uitest.Must(t, err)
	for name, data := range all {
		for _, trace := range traces {
			if bytes.Contains(data, []byte(trace)) {
				t.Errorf("%s says %q", name, trace)
			}
		}
	}
}

// A picture that is used twice is one in the night.
func TestAPictureIsStoredOnce(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.onClipboard(clicked(t), nil)
	for i := range 2 {
		s.Pastes("")
		s.Until("the sheet is open", func() bool { return s.Above() != nil })
		s.Types("The hall\nAda Reporter\nTables\n")
		s.Chord(shell.Ctrl, fyne.KeyReturn)
		s.Published(i + 1)
	}
	e, err := s.Night.File.Edition(night.Moment{})
	uitest.Must(t, err)
	uitest.Equal(t, "pictures", len(e.Pictures), 1)
	uitest.Equal(t, "entries", e.Entries[0].Text, e.Entries[1].Text)
}

func TestWordsOnTheClipboardGoBeforeThePicture(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.onClipboard(clicked(t), nil)
	s.Pastes("The hall")
	s.Settle()
	uitest.Equal(t, "text", s.composer.text.Text, "The hall")
	uitest.Equal(t, "a sheet is open", s.Above() != nil, false)
}

func TestThePictureGoesBeforeItsBytesAsWords(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.onClipboard(clicked(t), nil)
	s.Pastes("\x89PNG\r\n")
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	uitest.Equal(t, "text", s.composer.text.Text, "")
}

func TestWhatCannotBePastedSaysSo(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	for _, c := range []struct {
		data []byte
		err  error
		want string
	}{
		{nil, nil, "There are neither words nor a picture on the clipboard."},
		{nil, &clip.SilentError{Err: context.DeadlineExceeded}, "does not answer. Save the picture to a file and drop that here."},
		{[]byte("a picture of nothing"), nil, "not a JPEG, PNG or WebP picture."},
		{[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x03\xd0\x90\x00\x03\x0d\x40\x08\x06\x00\x00\x00\x62\xe1\xa2\xff"), nil, "over 100 megapixels"},
	} {
		s.onClipboard(c.data, c.err)
		s.Pastes("")
		s.Until("the window says "+c.want, func() bool { return s.Tells() && strings.Contains(s.Told(), c.want) })
		uitest.Equal(t, "a sheet is open", s.Above() != nil, false)
		uitest.Equal(t, "text", s.composer.text.Text, "")
	}
}

func TestQuotesAndDashesArePastedAsTheyAre(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	const text = "“Yes” – she said—that’s ‘it’… −9.0\u00a0points\n\nNaïve?"
	s.Pastes(text)
	uitest.Equal(t, "text", s.composer.text.Text, text)
	s.SelectAll()
	s.Pastes("One\r\nTwo\r\n")
	uitest.Equal(t, "text out of Windows", s.composer.text.Text, "One\nTwo\n")
	s.SelectAll()
	s.Pastes(text)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	uitest.Equal(t, "entry", s.Published(1)[0].Text, text)
}

func TestPastingWordsIsNoPicture(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	for _, text := range []string{"look at /nowhere/a.png", "/nowhere/a.png", "a.png"} {
		s.Pastes(text)
	}
	uitest.Equal(t, "text", s.composer.text.Text, "look at /nowhere/a.png/nowhere/a.pnga.png")
}

func TestAFileOfPastContestsIsLookedOverAndKept(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	path := filepath.Join(t.TempDir(), "past.csv")
	uitest.Must(t, os.WriteFile(path, []byte("date,name,party,points,gain,named,source\n2021-05-06,Hartlepool,Con,22.96,yes,yes,The count\n"), 0o600))
	s.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	s.Until("the sheet is open", func() bool { return s.Above() != nil && s.Long() != nil })
	uitest.Has(t, "rows", s.Long().Text, "2021-05-06,Hartlepool,PP52,22.96,yes,yes,The count")
	uitest.Equal(t, "kept before it is saved", len(s.Night.History.Rows), 0)
	s.Focus(s.Long())
	s.Keys(fyne.KeyTab, fyne.KeySpace)
	s.Settle()
	uitest.Equal(t, "rows", len(s.Night.History.Rows), 1)
}
