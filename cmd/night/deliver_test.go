package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// A page of many entries is many files: they are counted, not listed, and no
// night is overwritten by any of them.
func TestALongPageIsDeliveredInNumberedPages(t *testing.T) {
	e := blog.Edition{Details: blog.Details{Title: "Long", Zone: "UTC"}, Started: 1}
	for i := range publish.EntriesPerPage + 1 {
		at := int64(publish.EntriesPerPage + 1 - i)
		e.Entries = append(e.Entries, blog.Entry{ID: fmt.Sprint("k", i), Text: "It goes on.", Published: at, Updated: at})
	}
	files, err := publish.Export(e, publish.Page, publish.Options{Name: "long"})
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	var out, errs bytes.Buffer
	terminal := newTerminal(strings.NewReader(""), &out, &errs)
	main := filepath.Join(folder, "long.html")
	if code := terminal.end(deliver(terminal, main, files)); code != 0 || out.String() != main+", and 2 numbered pages beside it\n" {
		t.Errorf("it ends with %d and says %q, %q", code, out.String(), errs.String())
	}
	for _, name := range []string{"long.html", "long-1.html", "long-2.html"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}

	second := filepath.Join(folder, "long-2.html")
	if err := os.Remove(second); err != nil {
		t.Fatal(err)
	}
	n, err := night.Create(second, blog.Details{Title: "A night by that name"}, night.Options{StateDir: t.TempDir(), BackupDir: t.TempDir()})
	if err == nil {
		err = n.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	var refused *callError
	if err := deliver(terminal, main, files); !errors.As(err, &refused) || !strings.Contains(err.Error(), second+" is a night") {
		t.Errorf("a night was overwritten: %v", err)
	}
}
