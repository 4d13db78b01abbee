package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// What is soon read shows nothing; what takes long shows how far it is, and
// leaves nothing on the line.
func TestProgress(t *testing.T) {
	var out bytes.Buffer
	at := time.Unix(0, 0)
	p := newProgress(&out, func() time.Time { return at })
	p.tell(10, 100)
	p.end()
	if out.Len() > 0 {
		t.Errorf("it shows %q at once", out.String())
	}
	for _, done := range []int{10, 10, 55, 100} {
		at = at.Add(soon)
		p.tell(done, 100)
	}
	p.end()
	want := "\rReading: 10%\rReading: 55%\rReading: 100%\r              \r"
	if got := out.String(); got != want {
		t.Errorf("it shows %q, want %q", got, want)
	}
}

// A pipe, a file or the null device is no terminal.
func TestWhatIsNoTerminal(t *testing.T) {
	for name, stream := range map[string]any{"a buffer": &bytes.Buffer{}, "a reader": strings.NewReader("")} {
		if isTerminal(stream) {
			t.Errorf("%s is taken for a terminal", name)
		}
	}
}
