package night

import (
	"errors"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
)

// Whoever types a folder wrong is told of the folder: the file is not there
// yet, and need not be.
func TestAFolderThatIsNotThereIsNamed(t *testing.T) {
	o := options(t)
	here := filepath.Join(t.TempDir(), "here.night")
	n, err := Create(here, blog.Details{Title: "Here", Zone: "Europe/London"}, o)
	must0(t, err)
	must0(t, n.Close())
	nowhere := filepath.Join(t.TempDir(), "no", "such.night")
	_, created := Create(nowhere, blog.Details{Title: "Nowhere", Zone: "Europe/London"}, o)
	_, opened := View(nowhere, o)
	for what, err := range map[string]error{"create": created, "open": opened, "copy": Copy(here, nowhere, o)} {
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, ErrNoFolder) || e.Hint == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := View(filepath.Join(filepath.Dir(here), "other.night"), o); !errors.Is(err, ErrMissing) {
		t.Errorf("a missing file: %v", err)
	}
}
