package main

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// FyneApp.toml names the app for those who package it, metadata for the
// program itself; a desktop finds the window of an app by both being equal.
func TestMetadataIsThatOfThePackage(t *testing.T) {
	packaged := tomlValues(t, "../../FyneApp.toml")
	own := map[string]string{
		"Details.ID": metadata.ID, "Details.Name": metadata.Name, "Details.Version": metadata.Version,
		"Details.Build":     strconv.Itoa(metadata.Build),
		"Migrations.fyneDo": strconv.FormatBool(metadata.Migrations["fyneDo"]),
	}
	for key, value := range own {
		if packaged[key] != value {
			t.Errorf("%s is %q in FyneApp.toml and %q in the program", key, packaged[key], value)
		}
	}
	for key := range packaged {
		if name, ok := strings.CutPrefix(key, "Migrations."); ok && !metadata.Migrations[name] {
			t.Errorf("FyneApp.toml has the migration %s and the program has not", name)
		}
	}
}

// tomlValues reads the plain "key = value" lines of a TOML file, by section
// and key.
func tomlValues(t *testing.T, path string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	section := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = strings.Trim(line, "[]")
			continue
		}
		if key, value, ok := strings.Cut(line, "="); ok {
			values[section+"."+strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return values
}
