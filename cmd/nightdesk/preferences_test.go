package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// TestPreferencesOutliveAKillWhileTheyAreWritten: the file that Fyne had begun
// is empty or half there.
func TestPreferencesOutliveAKillWhileTheyAreWritten(t *testing.T) {
	const whole = `{"author":"Ada Reporter","live":true,"recent":["/a.night","/b.night"],"window.width":1200}`
	for name, left := range map[string]string{"empty": "", "half": whole[:40]} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, "preferences.json")
			begins := func(content string) fyne.Preferences {
				if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
					t.Fatal(err)
				}
				p := test.NewTempApp(t).Preferences()
				keepPreferences(p, folder)
				return p
			}
			if p := begins(whole); p.String("author") != "" {
				t.Error("what is whole is Fyne's to read")
			}
			p := begins(left)
			if p.String("author") != "Ada Reporter" || !p.Bool("live") || p.Float("window.width") != 1200 ||
				!slices.Equal(p.StringList("recent"), []string{"/a.night", "/b.night"}) {
				t.Errorf("after the kill there is %q, %v, %v, %q", p.String("author"), p.Bool("live"), p.Float("window.width"), p.StringList("recent"))
			}

			// A change that was written whole is what is kept from then on.
			if err := os.WriteFile(file, []byte(`{"author":"Ben Rider"}`), 0o600); err != nil {
				t.Fatal(err)
			}
			p.SetString("author", "Ben Rider")
			if p := begins(left); p.String("author") != "Ben Rider" {
				t.Errorf("after a change and a kill %q writes", p.String("author"))
			}
		})
	}
}

// TestPreferencesOfTheFirstStart are none, and nothing is kept of them.
func TestPreferencesOfTheFirstStart(t *testing.T) {
	folder := t.TempDir()
	keepPreferences(test.NewTempApp(t).Preferences(), folder)
	if all, err := os.ReadDir(folder); err != nil || len(all) != 0 {
		t.Errorf("the folder holds %v: %v", all, err)
	}
}
