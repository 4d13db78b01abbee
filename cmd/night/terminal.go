package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"nightdesk/data/night"
)

// A terminal is what a command reads from and writes to. What it prints for
// people can hold no control characters, because a night that came by mail can
// hold any.
type terminal struct {
	in  io.Reader
	out *bufio.Writer
	err io.Writer
}

func newTerminal(in io.Reader, out, errs io.Writer) *terminal {
	return &terminal{in, bufio.NewWriter(out), errs}
}

// say prints one line.
func (t *terminal) say(format string, args ...any) {
	t.line(fmt.Sprintf(format, args...))
}

func (t *terminal) line(s string) {
	_, _ = t.out.WriteString(strings.TrimRight(printable(s), " ") + "\n") // flushing tells
}

// json prints a document that is ready, or says why it is not.
func (t *terminal) json(document []byte, err error) error {
	if err == nil {
		_, err = t.out.Write(document)
	}
	return err
}

// note tells something beside the result, on standard error.
func (t *terminal) note(format string, args ...any) {
	fmt.Fprintln(t.err, "Note: "+printable(fmt.Sprintf(format, args...)))
}

// end prints what went wrong, if anything, and returns the exit code.
func (t *terminal) end(err error) int {
	if flushed := t.out.Flush(); err == nil && flushed != nil {
		err = fmt.Errorf("could not print the result: %w", flushed)
	}
	if err == nil {
		return 0
	}
	for line := range strings.Lines(sentence(err)) {
		fmt.Fprintln(t.err, "night: "+printable(strings.TrimRight(line, "\n")))
	}
	return exitCode(err)
}

// printable is s in one line, without what would steer a terminal or turn the
// direction of a line.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029':
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// view opens a night for reading, says where it cannot be written for a
// reason of its own, and closes it when do returns.
func (t *terminal) view(path string, do func(n *night.Night) error) error {
	n, err := night.View(path, night.Options{})
	if err != nil {
		return err
	}
	defer n.Close()
	if why := n.ReadOnly(); why != night.AsViewer {
		t.note("%s can only be read. %s", path, why)
	}
	return do(n)
}

// write opens a night for a few acts, beside a desk that may have it open. The
// acts stand even where the backup on closing fails, which is told.
func (t *terminal) write(path string, o night.Options, do func(n *night.Night) error) error {
	n, err := night.OpenBeside(path, o)
	if err != nil {
		return err
	}
	err = do(n)
	if closing := n.Close(); closing != nil && err == nil {
		t.note("what was done stands, but there is no backup of it: %s", sentence(closing))
	}
	return err
}
