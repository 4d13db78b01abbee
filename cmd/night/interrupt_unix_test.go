//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// A person stops an import that waits for the rest of a file. The program says
// so, and the night is as it was.
func TestAnImportCanBeStopped(t *testing.T) {
	folder := t.TempDir()
	atHome(t, filepath.Join(folder, "home"))
	file, pipe := filepath.Join(folder, "a.night"), filepath.Join(folder, "results.csv")
	n, err := night.Create(file, blog.Details{Title: "A", Zone: "Europe/London"}, night.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	var out, errs bytes.Buffer
	code := make(chan int)
	go func() { code <- run([]string{"import", file, pipe}, strings.NewReader(""), &out, &errs) }()
	writer, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits until it is opened for reading
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	if _, err := writer.WriteString("contest,surname,votes\nHartlepool,Mortimer,15529\n"); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if got := <-code; got != 1 || errs.String() != "night: stopped while reading. Nothing was imported; the night is as it was.\n" || out.Len() > 0 {
		t.Errorf("it ended with %d, said %q and printed %q", got, errs.String(), out.String())
	}
	after, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the night has changed: %v", err)
	}
}
