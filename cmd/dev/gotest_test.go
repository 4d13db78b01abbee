package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const eventLines = `{"Action":"start","Package":"nightdesk/data/a"}
{"Action":"output","Package":"nightdesk/data/a","Test":"TestGood","Output":"=== RUN   TestGood\n"}
{"Action":"output","Package":"nightdesk/data/a","Test":"TestGood","Output":"    a_test.go:3: all is well\n"}
{"Action":"pass","Package":"nightdesk/data/a","Test":"TestGood","Elapsed":0.1}
{"Action":"output","Package":"nightdesk/data/a","Test":"TestAway","Output":"    a_test.go:9: the files are not here\n"}
{"Action":"output","Package":"nightdesk/data/a","Test":"TestAway","Output":"--- SKIP: TestAway (0.00s)\n"}
{"Action":"skip","Package":"nightdesk/data/a","Test":"TestAway","Elapsed":0}
{"Action":"skip","Package":"nightdesk/data/a","Test":"TestMute","Elapsed":0}
{"Action":"output","Package":"nightdesk/data/a","Output":"PASS\n"}
{"Action":"output","Package":"nightdesk/data/a","Output":"ok  \tnightdesk/data/a\t0.2s\n"}
{"Action":"pass","Package":"nightdesk/data/a","Elapsed":0.2}
`

const failingLines = `go: downloading something
{"ImportPath":"nightdesk/data/c","Action":"build-output","Output":"c.go:1: does not build\n"}
{"Action":"output","Package":"nightdesk/data/b","Test":"TestBad","Output":"    b_test.go:3: 1 is not 2\n"}
{"Action":"fail","Package":"nightdesk/data/b","Test":"TestBad","Elapsed":0.1}
{"Action":"output","Package":"nightdesk/data/b","Test":"TestTorn","Output":"panic: at once\n"}
{"Action":"output","Package":"nightdesk/data/b","Output":"FAIL\tnightdesk/data/b\t0.2s\n"}
{"Action":"fail","Package":"nightdesk/data/b","Elapsed":0.2}`

func TestWhatTestsSaid(t *testing.T) {
	var b strings.Builder
	r := newTestReader(&b, false)
	for part := range strings.SplitSeq(eventLines+failingLines, "a") { // as a pipe may cut it
		io.WriteString(r, part+"a")
	}
	r.rest = r.rest[:len(r.rest)-1]
	r.close()
	want := "ok  \tnightdesk/data/a\t0.2s\ngo: downloading something\nc.go:1: does not build\n    b_test.go:3: 1 is not 2\n" +
		"FAIL\tnightdesk/data/b\t0.2s\npanic: at once\n"
	if b.String() != want {
		t.Errorf("it prints\n%s\nwant\n%s", b.String(), want)
	}
	if got, want := r.tally.words(), "1 tests passed, 1 failed, 2 SKIPPED THEMSELVES"; got != want {
		t.Errorf("counted %q, want %q", got, want)
	}
	var told strings.Builder
	r.tally.tellSkipped(&told)
	if want := "\n2 tests skipped themselves:\n  it does not say why\n    data/a TestMute\n  the files are not here\n    data/a TestAway\n"; told.String() != want {
		t.Errorf("told %q, want %q", told.String(), want)
	}
}

func TestAllThatATestSaysIsPrintedWhereAskedFor(t *testing.T) {
	var b strings.Builder
	r := newTestReader(&b, true)
	io.WriteString(r, eventLines)
	r.close()
	want := "=== RUN   TestGood\n    a_test.go:3: all is well\n    a_test.go:9: the files are not here\n--- SKIP: TestAway (0.00s)\nPASS\nok  \tnightdesk/data/a\t0.2s\n"
	if b.String() != want {
		t.Errorf("it prints\n%s\nwant\n%s", b.String(), want)
	}
}

func TestSkippedWorkIsSaid(t *testing.T) {
	ran := func(passed []string, skipped map[string]string) func() (tally, error) {
		t := newTally()
		for _, name := range passed {
			t.passed[name] = true
		}
		t.skipped = skipped
		return func() (tally, error) { return t, nil }
	}
	away := map[string]string{"ui TestScreen": "there is no screen", "ui TestFiles": "the files are not here"}
	steps := []step{
		{"tests", nil, ran([]string{"ui TestCount"}, away)},
		{"window", nil, ran([]string{"ui TestScreen"}, nil)},
		{"lists", nil, ran(nil, map[string]string{"data TestLists": "the lists are not here"})},
	}
	var said, summary strings.Builder
	outcomes := perform(&said, steps, nil, func() time.Time { return time.Time{} })
	if err := summarise(&summary, outcomes, true); err != nil {
		t.Errorf("what may be skipped failed: %v", err)
	}
	for _, want := range []string{
		"-- tests: passed: 1 tests passed, 2 SKIPPED THEMSELVES, 0s\n",
		"-- lists: SKIPPED: 0 tests passed, 1 SKIPPED THEMSELVES, 0s\n",
	} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("%q is not said:\n%s", want, &said)
		}
	}
	for _, want := range []string{
		"  lists: all of its tests skipped themselves\n",
		"2 tests skipped themselves:\n  the files are not here\n    ui TestFiles\n  the lists are not here\n    data TestLists\n",
		"tests: 2 tests passed, 2 SKIPPED THEMSELVES\nsteps: 2 passed, 0 failed, 1 skipped\n",
	} {
		if !strings.Contains(summary.String(), want) {
			t.Errorf("%q is not in the summary:\n%s", want, &summary)
		}
	}
	if err := summarise(io.Discard, outcomes, false); err == nil {
		t.Error("where nothing may be skipped, a step of which all skipped itself passed")
	}
	if err := summarise(io.Discard, perform(io.Discard, []step{{"x", nil, func() (tally, error) { return newTally(), errors.New("no") }}}, nil, time.Now), true); err == nil {
		t.Error("a failure passed")
	}
}

// TestWhatRacesIsRunWithTheRaceDetector looks for what starts a goroutine.
func TestWhatRacesIsRunWithTheRaceDetector(t *testing.T) {
	ours, _ := house(t)
	for _, p := range ours {
		if name := strings.TrimPrefix(p.ImportPath, "nightdesk/"); isRacing(name) || name == "cmd/dev" {
			continue
		}
		for _, file := range append(p.GoFiles, p.CgoFiles...) {
			parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.GoStmt:
					t.Errorf("%s of %s starts a goroutine; its package belongs to those that race", file, p.ImportPath)
				case *ast.SelectorExpr:
					if n.Sel.Name == "AfterFunc" {
						t.Errorf("%s of %s has something called later; its package belongs to those that race", file, p.ImportPath)
					}
				}
				return true
			})
		}
	}
}
