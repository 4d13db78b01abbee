package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"github.com/natefinch/atomic"
)

// keepPreferences keeps a copy of the app's preferences beside their file,
// which Fyne empties before it writes it anew: whoever is killed in between
// would forget the recent nights, the live folder and who writes. Where the
// file is no longer whole, the preferences are what the copy says. The copy is
// made again after every change, whole or not at all.
func keepPreferences(p fyne.Preferences, folder string) {
	file, kept := filepath.Join(folder, "preferences.json"), filepath.Join(folder, "preferences-kept.json")
	if data, err := os.ReadFile(file); err == nil && !json.Valid(data) {
		var values map[string]any
		if data, err = os.ReadFile(kept); err == nil {
			_ = json.Unmarshal(data, &values) // without a copy there is nothing to go by
		}
		for name, value := range values {
			putPreference(p, name, value)
		}
	}
	keep := func() {
		if data, err := os.ReadFile(file); err == nil && json.Valid(data) {
			_ = atomic.WriteFile(kept, bytes.NewReader(data)) // the copy before it stays
		}
	}
	keep()
	p.AddChangeListener(keep)
}

func putPreference(p fyne.Preferences, name string, value any) {
	switch v := value.(type) {
	case string:
		p.SetString(name, v)
	case float64:
		p.SetFloat(name, v)
	case bool:
		p.SetBool(name, v)
	case []any:
		var list []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				list = append(list, s)
			}
		}
		p.SetStringList(name, list)
	}
}
