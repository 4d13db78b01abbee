//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// aNight makes a night of its own in a home of its own.
func aNight(t *testing.T) (file string) {
	t.Helper()
	folder := t.TempDir()
	atHome(t, filepath.Join(folder, "home"))
	file = filepath.Join(folder, "a.night")
	n, err := night.Create(file, blog.Details{Title: "A", Zone: "Europe/London"}, night.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := n.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

// A person stops the program: what it reads with the context ends.
func TestTheProgramIsStoppedByASignal(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		ctx, stop := untilStopped()
		if err := syscall.Kill(os.Getpid(), signal); err != nil {
			t.Fatal(err)
		}
		<-ctx.Done()
		stop()
	}
}

// An import that is stopped while it reads says so.
func TestAnImportCanBeStopped(t *testing.T) {
	file := aNight(t)
	source := filepath.Join(filepath.Dir(file), "results.csv")
	if err := os.WriteFile(source, []byte("contest,surname,votes\nHartlepool,Mortimer,15529\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var out, errs bytes.Buffer
	c := &importCommand{File: file, Source: []string{source}}
	_, err := c.read(ctx, newTerminal(strings.NewReader(""), &out, &errs))
	var was *stoppedError
	if !errors.As(stopped(ctx, err), &was) || out.Len() > 0 {
		t.Errorf("it ended with %v and printed %q", err, out.String())
	}
}

// A pipe, which would wait for a writer, is refused before it is opened.
func TestAPipeIsNoFileToImport(t *testing.T) {
	file := aNight(t)
	pipe := filepath.Join(filepath.Dir(file), "results.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipe can be made here: ", err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if got := run([]string{"import", file, pipe}, strings.NewReader(""), &out, &errs); got != 2 || !strings.Contains(errs.String(), "no file but a pipe or a device") {
		t.Errorf("it ended with %d and said %q", got, errs.String())
	}
	after, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the night has changed: %v", err)
	}
}
