package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// What the desktop is told of the app stands in several files. These say the
// same in all of them.
func TestTheDesktopFilesAgree(t *testing.T) {
	r, err := findRepo()
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		text, err := os.ReadFile(r.path(name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	only := func(text, pattern string) string {
		m := regexp.MustCompile(pattern).FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("nothing like %s", pattern)
		}
		return m[1]
	}
	app := read("FyneApp.toml")
	id := only(app, `ID = "(.*)"`)
	entry := read("assets/desktop/" + id + ".desktop")
	kind := read("assets/desktop/" + id + ".xml")
	header := read("data/night/file/header.go")

	agree := func(what, one, other string) {
		if one != other {
			t.Errorf("the %s is %q in one file and %q in another", what, one, other)
		}
	}
	agree("name", only(app, `Name = "(.*)"`), only(entry, `(?m)^Name=(.*)$`))
	agree("icon", id, only(entry, `(?m)^Icon=(.*)$`))
	agree("comment", only(app, `Comment = "(.*)"`), only(entry, `(?m)^Comment=(.*)$`))
	agree("file type", only(app, `MimeTypes = "(.*)"`), only(entry, `(?m)^MimeType=(.*)$`))
	agree("file type", only(entry, `(?m)^MimeType=(.*);$`), only(kind, `<mime-type type="(.*?)"`))
	agree("application id", strings.ToLower(only(header, `applicationID = (\S+)`)),
		strings.ToLower(only(kind, `offset="68" value="(.*?)"`)))
}
