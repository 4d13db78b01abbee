package ui

import (
	"nightdesk/ui/uitest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// picking is a window that asks for a file, in a folder of its own, and the
// list as it stands.
func picking(t *testing.T) (s *screen, folder string, picked *string) {
	t.Helper()
	s = at(t, uitest.NightOf(t, nil))
	folder = t.TempDir()
	for _, name := range []string{"results.csv", "notes.txt"} {
		uitest.Must(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
	}
	s.App.Preferences().SetString("folder", t.TempDir()+string(filepath.Separator))
	picked = new(string)
	s.AskOpen("Import", []string{".csv"}, func(path string) { *picked = path })
	return s, folder, picked
}

// A whole path that is typed behind the folder that stood there takes its
// place.
func TestAWholePathTakesTheFoldersPlace(t *testing.T) {
	s, folder, picked := picking(t)
	s.Types(filepath.Join(folder, "results.csv"))
	s.Keys(fyne.KeyReturn) // it may wait for the folder to be read
	s.Until("a file is picked", func() bool { return *picked != "" })
	uitest.Equal(t, "picked", *picked, filepath.Join(folder, "results.csv"))
}

func TestAFileThatIsMissingIsSaid(t *testing.T) {
	s, folder, picked := picking(t)
	for typed, want := range map[string]string{
		filepath.Join(folder, "zebra.csv"):        "There is no “zebra.csv” in this folder.",
		filepath.Join(folder, "notes.txt"):        "“notes.txt” is not a file that can be opened here.",
		filepath.Join(folder, "none", "some.csv"): "There is no such folder, or it cannot be read.",
	} {
		s.AskOpen("Import", []string{".csv"}, func(path string) { *picked = path })
		s.Types(typed)
		s.Until("it says that nothing matches", func() bool {
			return strings.Contains(uitest.Words(s.Above()), "Nothing matches “"+filepath.Base(typed)+"”.")
		})
		s.Keys(fyne.KeyReturn)
		uitest.Has(t, typed, uitest.Words(s.Above()), want)
		uitest.Equal(t, "the picker stays", *picked, "")
	}
}
