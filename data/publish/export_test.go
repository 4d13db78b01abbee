package publish_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
	"nightdesk/data/publish/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden holds every form of two small nights against the files they
// should be.
func TestGolden(t *testing.T) {
	for name, e := range map[string]blog.Edition{"night": night(), "wards": harlow()} {
		for _, f := range publish.Forms {
			t.Run(name+" "+string(f), func(t *testing.T) {
				files, err := publish.Export(e, f, publish.Options{Name: name, Pictures: pictures})
				if err != nil {
					t.Fatal(err)
				}
				switch f {
				case publish.Page, publish.Fragment, publish.Text:
					holdTo(t, name+"."+string(f)+f.Extension(), files[0].Data)
					return
				case publish.WordPress, publish.Markdown:
					files = files[:1] // the rest is pictures
				}
				for _, file := range files {
					holdTo(t, file.Name, file.Data)
				}
			})
		}
	}
}

// TestGoldenOfWhatAPasteKeeps: the page checks hold it against what WordPress
// makes of the golden fragments.
func TestGoldenOfWhatAPasteKeeps(t *testing.T) {
	for name, e := range map[string]blog.Edition{"night": night(), "wards": harlow()} {
		data, err := publish.Pasted(e, publish.Options{Name: name, Pictures: pictures})
		if err != nil {
			t.Fatal(err)
		}
		blocksOf(t, data)
		holdTo(t, name+".pasted.txt", data)
	}
}

// holdTo holds an export against a golden file, or writes that with -update.
func holdTo(t *testing.T, name string, data []byte) {
	t.Helper()
	golden := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(golden, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, want) {
		t.Errorf("the export is not as in %s; after a wanted change run go test -update and read the difference", golden)
	}
}

func TestTheSameEditionGivesTheSameBytes(t *testing.T) {
	for _, f := range publish.Forms {
		first, err := publish.Export(night(), f, publish.Options{Pictures: pictures})
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			again, err := publish.Export(night(), f, publish.Options{Pictures: pictures})
			if err != nil {
				t.Fatal(err)
			}
			if len(again) != len(first) {
				t.Fatalf("%s: %d files, then %d", f, len(first), len(again))
			}
			for i := range first {
				if again[i].Name != first[i].Name || !bytes.Equal(again[i].Data, first[i].Data) {
					t.Fatalf("%s: file %s is not the same twice", f, first[i].Name)
				}
			}
		}
	}
}

func TestAnUnknownFormIsRefused(t *testing.T) {
	_, err := publish.Export(night(), "papyrus", publish.Options{})
	var unknown *publish.UnknownFormError
	if !errors.As(err, &unknown) {
		t.Fatalf("got %v", err)
	}
}

func TestAPictureThatCannotBeHadFailsTheExport(t *testing.T) {
	for _, f := range []publish.Form{publish.Page, publish.Fragment} {
		_, err := publish.Export(night(), f, publish.Options{Pictures: func(string) ([]byte, error) {
			return nil, errors.New("gone")
		}})
		var missing *layout.PictureError
		if !errors.As(err, &missing) {
			t.Errorf("%s: got %v", f, err)
		}
	}
}
