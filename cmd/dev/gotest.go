package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"
)

// testTimeout is how long the tests of one package may take. On a busy machine
// they come near the ten minutes that go test gives them.
const testTimeout = 30 * time.Minute

// A tally is what became of tests, each by its package and name.
type tally struct {
	passed  map[string]bool
	failed  map[string]bool
	skipped map[string]string // why
}

func newTally() tally {
	return tally{map[string]bool{}, map[string]bool{}, map[string]string{}}
}

// add takes in what became of more tests. What skipped itself in one place and
// ran in another was not skipped.
func (t tally) add(more tally) {
	maps.Copy(t.passed, more.passed)
	maps.Copy(t.failed, more.failed)
	maps.Copy(t.skipped, more.skipped)
	maps.DeleteFunc(t.skipped, func(name, _ string) bool { return t.passed[name] || t.failed[name] })
}

// words are the numbers of tests, empty where there are none.
func (t tally) words() string {
	if len(t.passed)+len(t.failed)+len(t.skipped) == 0 {
		return ""
	}
	words := fmt.Sprintf("%d tests passed", len(t.passed))
	if n := len(t.failed); n > 0 {
		words += fmt.Sprintf(", %d failed", n)
	}
	if n := len(t.skipped); n > 0 {
		words += fmt.Sprintf(", %d SKIPPED THEMSELVES", n)
	}
	return words
}

// tellSkipped prints which tests skipped themselves, under each reason.
func (t tally) tellSkipped(w io.Writer) {
	if len(t.skipped) == 0 {
		return
	}
	names := map[string][]string{} // by reason
	for name, why := range t.skipped {
		names[why] = append(names[why], name)
	}
	fmt.Fprintf(w, "\n%d tests skipped themselves:\n", len(t.skipped))
	for _, why := range slices.Sorted(maps.Keys(names)) {
		fmt.Fprintf(w, "  %s\n", why)
		for _, name := range slices.Sorted(slices.Values(names[why])) {
			fmt.Fprintf(w, "    %s\n", name)
		}
	}
}

// goTest runs tests with env added to the environment and answers what became
// of each. It prints what go test prints; with -v among the arguments, all.
func (r repo) goTest(env []string, args ...string) (tally, error) {
	t, _, err := r.goTestHeard(env, args...)
	return t, err
}

// goTestHeard is goTest for a caller that must also read what was printed.
func (r repo) goTestHeard(env []string, args ...string) (t tally, said string, err error) {
	var b bytes.Buffer
	reader := newTestReader(io.MultiWriter(os.Stdout, &b), slices.Contains(args, "-v"))
	args = append([]string{"test", "-json", "-vet=off", "-timeout", testTimeout.String()}, args...)
	err = r.doTo(reader, env, "go", args...)
	reader.close()
	return reader.tally, b.String(), err
}

// A testReader reads what go test -json writes. It prints what go test prints
// for people, and counts.
type testReader struct {
	out     io.Writer
	verbose bool // all output is printed as it comes
	tally   tally
	rest    []byte            // of a line that is not whole
	said    map[string][]byte // what a test or a package has said, by its name
}

func newTestReader(out io.Writer, verbose bool) *testReader {
	return &testReader{out: out, verbose: verbose, tally: newTally(), said: map[string][]byte{}}
}

// Write takes a part of the output.
func (r *testReader) Write(b []byte) (int, error) {
	r.rest = append(r.rest, b...)
	for {
		line, rest, whole := bytes.Cut(r.rest, []byte("\n"))
		if !whole {
			return len(b), nil
		}
		r.line(line)
		r.rest = rest
	}
}

// close takes in the last line.
func (r *testReader) close() {
	if len(r.rest) > 0 {
		r.line(r.rest)
		r.rest = nil
	}
}

// A testEvent is one line of go test -json.
type testEvent struct{ Action, Package, Test, Output string }

func (r *testReader) line(line []byte) {
	var e testEvent
	if err := json.Unmarshal(line, &e); err != nil {
		fmt.Fprintf(r.out, "%s\n", line) // it is of the go command itself
		return
	}
	pkg := strings.TrimPrefix(e.Package, "nightdesk/")
	name := strings.TrimSpace(pkg + " " + e.Test)
	switch {
	case e.Action == "build-output" || e.Action == "output" && r.verbose:
		fmt.Fprint(r.out, e.Output)
	}
	switch e.Action {
	case "output":
		r.said[name] = append(r.said[name], e.Output...)
	case "pass", "fail", "skip":
		if e.Test == "" {
			r.ended(pkg, e.Action == "fail")
		} else {
			r.became(name, e.Action)
		}
	}
}

// became takes in what became of a test, and prints what one said that failed.
func (r *testReader) became(name, action string) {
	switch action {
	case "pass":
		r.tally.passed[name] = true
	case "skip":
		r.tally.skipped[name] = reason(r.said[name])
	case "fail":
		r.tally.failed[name] = true
		if !r.verbose {
			r.out.Write(r.said[name])
		}
	}
	delete(r.said, name)
}

// ended prints what a package said at its end; where it failed, also what its
// tests said that came to none.
func (r *testReader) ended(pkg string, failed bool) {
	for _, name := range slices.Sorted(maps.Keys(r.said)) {
		if name != pkg && !strings.HasPrefix(name, pkg+" ") {
			continue
		}
		for line := range strings.Lines(string(r.said[name])) {
			if !r.verbose && (failed || strings.HasPrefix(line, "ok ") || strings.HasPrefix(line, "? ")) {
				fmt.Fprint(r.out, line)
			}
		}
		delete(r.said, name)
	}
}

var logged = regexp.MustCompile(`(?m)^\s*\S+\.go:\d+: (.+)$`)

// reason is why a test skipped itself: the last that it said.
func reason(said []byte) string {
	if all := logged.FindAllSubmatch(said, -1); len(all) > 0 {
		return string(all[len(all)-1][1])
	}
	return "it does not say why"
}
