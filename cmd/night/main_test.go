package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/mattn/go-sqlite3"
	"github.com/rogpeppe/go-internal/testscript"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"night": main,
		"desk":  func() { os.Exit(holdDesk(os.Args[1])) },
	})
}

// TestStories runs the stories in testdata, each in a folder of its own and
// with the real program.
func TestStories(t *testing.T) {
	sample, err := filepath.Abs(filepath.Join("..", "..", "assets", "sample"))
	if err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join(sample, "..", "..", "..", "shared", "data")
	putSample := sampleMade(t.TempDir())
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, ".home") // so that no story writes into a real one
			for _, name := range []string{"HOME", "USERPROFILE", "LocalAppData"} {
				e.Setenv(name, home)
			}
			e.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
			e.Setenv("SAMPLE", sample)
			e.Setenv("SHARED", shared)
			e.Setenv("GORACE", "atexit_sleep_ms=0") // a second at the end of each of hundreds of programs
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "shared":
				_, err := os.Stat(shared)
				return err == nil, nil
			case "devfull":
				_, err := os.Stat("/dev/full")
				return err == nil, nil
			case "smalldisk":
				return canMount(t), nil
			}
			return false, fmt.Errorf("there is no condition %q", name)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"fails":     fails,
			"sample":    putSample,
			"holds":     holds,
			"sql":       runSQL,
			"spoil":     spoil,
			"truncate":  truncate,
			"mask":      mask,
			"await":     await,
			"smalldisk": smallDisk,
			"fill":      fill,
			"profile":   putProfile,
			"newest":    exportNewest,
		},
	})
}

// sampleMade gives the command that puts the sample night into a story: sample
// FILE. The real program makes it once, in an empty folder, since that takes
// longer than all the rest of a story.
func sampleMade(folder string) func(ts *testscript.TestScript, neg bool, args []string) {
	path := filepath.Join(folder, "sample.night")
	said := sync.OnceValues(func() (string, error) {
		program := exec.Command("night", "sample", path)
		program.Env = os.Environ()
		for _, name := range homes {
			program.Env = append(program.Env, name+"="+filepath.Join(folder, ".home"))
		}
		said, err := program.CombinedOutput()
		return string(said), err
	})
	return func(ts *testscript.TestScript, _ bool, args []string) {
		words, err := said()
		ts.Check(err)
		if words != path+": the sample night.\n" {
			ts.Fatalf("making the sample said %q", words)
		}
		holds(ts, false, []string{folder, filepath.Base(path)})
		data, err := os.ReadFile(path)
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
	}
}

// homes are where the program looks for a folder to keep things of its own in.
var homes = []string{"HOME", "USERPROFILE", "LocalAppData", "XDG_STATE_HOME", "XDG_DATA_HOME"}

// atHome lets the program keep what it keeps of its own in a folder of the
// test's.
func atHome(t *testing.T, home string) {
	for _, name := range homes {
		t.Setenv(name, home)
	}
}

// fails runs a program that must end with the given exit code and say on
// standard error what it needs to, without a trace of the program's insides:
// fails CODE PROGRAM ARGS…
func fails(ts *testscript.TestScript, _ bool, args []string) {
	code, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != code {
		ts.Fatalf("it ended with %v, want exit status %d", err, code)
	}
	said := ts.ReadFile("stderr")
	if strings.TrimSpace(said) == "" || strings.Contains(said, "goroutine ") || strings.Contains(said, "panic") || strings.Contains(said, ".go:") {
		ts.Fatalf("this is no sentence for a person: %q", said)
	}
	for line := range strings.Lines(said) {
		if !strings.HasPrefix(line, "night: ") && !strings.HasPrefix(line, "Note: ") {
			ts.Fatalf("a line says neither what failed nor a note: %q", line)
		}
	}
	if last := strings.TrimSpace(said); !strings.HasSuffix(last, ".") {
		ts.Fatalf("it ends without a full stop: %q", last)
	}
}

// holds says exactly which names a folder holds: holds FOLDER NAME…
func holds(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var names []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") || strings.Contains(e.Name(), "unfinished") {
			names = append(names, e.Name())
		}
	}
	want := slices.Clone(args[1:])
	slices.Sort(want)
	if !slices.Equal(names, want) {
		ts.Fatalf("%s holds %q, want %q", args[0], names, want)
	}
}

// putProfile gives a night the profile Wire, plain text in ASCII with the
// oldest on top, and hands the whole blog over with it: profile FILE.
func putProfile(ts *testscript.TestScript, _ bool, args []string) {
	n, err := night.Open(ts.MkAbs(args[0]), night.Options{StateDir: ts.MkAbs(".state"), BackupDir: ts.MkAbs(".backups")})
	ts.Check(err)
	defer n.Close()
	e, err := n.Edition(night.Moment{})
	ts.Check(err)
	wire := blog.Profile{Name: "Wire", Form: "text", To: "the agency", Order: blog.OldestOnTop, ASCII: true}
	author := e.Authors[0].ID
	wire.ID, err = n.PutProfile(author, wire)
	ts.Check(err)
	_, err = n.HandOver(author, blog.HandOver{Profile: wire.ID, Form: wire.Form, To: wire.To, Whole: true, Items: publish.Items(e)})
	ts.Check(err)
}

// exportNewest exports the newest entry alone as text: newest FILE OUT.
func exportNewest(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(ts.Exec("night", "entries", args[0], "--json"))
	var all struct{ Entries []struct{ ID string } }
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &all))
	ts.Check(ts.Exec("night", "export", args[0], "--as", "text", "--entry", all.Entries[0].ID, "--out", args[1]))
}

// runSQL does to a night what another program might: sql FILE STATEMENT.
func runSQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite3", ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// spoil changes bytes of a file, as a failing disk does: spoil FILE OLD NEW.
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	if len(args[1]) != len(args[2]) || !bytes.Contains(data, []byte(args[1])) {
		ts.Fatalf("%q cannot be put in place of %q", args[2], args[1])
	}
	ts.Check(os.WriteFile(path, bytes.ReplaceAll(data, []byte(args[1]), []byte(args[2])), 0o644))
}

// truncate cuts a file to a number of bytes: truncate FILE SIZE.
func truncate(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), size))
}

var (
	anyID   = regexp.MustCompile(`\b[0-9a-z]{26}\b`)
	anyTime = regexp.MustCompile(`\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`)
)

// mask writes what was printed to a file with ID for every id and TIME for
// every moment of the test: mask FILE.
func mask(ts *testscript.TestScript, _ bool, args []string) {
	masked := anyTime.ReplaceAllString(anyID.ReplaceAllString(ts.ReadFile("stdout"), "ID"), "TIME")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(masked), 0o644))
}

// patience is how long a story waits for another process before it fails.
const patience = time.Minute

// await waits until a file is there.
func await(ts *testscript.TestScript, _ bool, args []string) {
	if !waitFor(func() bool { _, err := os.Stat(ts.MkAbs(args[0])); return err == nil }) {
		ts.Fatalf("%s did not come", args[0])
	}
}

func waitFor(there func() bool) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if there() {
			return true
		}
	}
	return false
}

// holdDesk is a desk that has a night open: it publishes an entry of its own
// after one has come from outside.
func holdDesk(path string) int {
	err := func() error {
		n, err := night.Open(path, night.Options{})
		if err != nil {
			return err
		}
		defer n.Close()
		outside := make(chan night.Change, 16)
		defer n.Watch(func(c night.Change) {
			if c.External {
				outside <- c
			}
		})()
		if err := os.WriteFile("desk-is-open", nil, 0o644); err != nil {
			return err
		}
		var entries []blog.Entry
		for late := time.After(patience); len(entries) == 0; {
			select {
			case <-outside:
			case <-late:
				return errors.New("nothing came from outside")
			}
			if entries, err = n.Entries(); err != nil {
				return err
			}
		}
		fmt.Println("the desk saw:", entries[0].Text)
		_, err = n.Publish(entries[0].Authors[0], blog.Entry{Text: "Seen at the desk."})
		return err
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "desk:", err)
		return 1
	}
	return 0
}

// smallDisk puts a disk of so many kilobytes at a folder: smalldisk FOLDER KB.
func smallDisk(ts *testscript.TestScript, _ bool, args []string) {
	folder := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(folder, 0o755))
	ts.Check(mount(folder, args[1]))
	ts.Defer(func() { _ = exec.Command("umount", folder).Run() })
}

func mount(folder, kilobytes string) error {
	out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+kilobytes+"k", "nightdesk", folder).CombinedOutput()
	if err != nil {
		return fmt.Errorf("mounting a small disk: %w: %s", err, out)
	}
	return nil
}

// canMount reports whether a small disk can be mounted here.
func canMount(t *testing.T) bool {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		return false
	}
	folder, err := os.MkdirTemp("", "nightdesk-mount-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.Remove(folder)
	if mount(folder, "16") != nil {
		return false
	}
	if err := exec.Command("umount", folder).Run(); err != nil {
		t.Error(err)
	}
	return true
}

// fill leaves so many kilobytes free on a small disk: fill FOLDER KB.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	free, err := strconv.Atoi(args[1])
	ts.Check(err)
	path := filepath.Join(ts.MkAbs(args[0]), "ballast")
	f, err := os.Create(path)
	ts.Check(err)
	size := int64(0)
	for block := make([]byte, 1024); err == nil; {
		var n int
		n, err = f.Write(block)
		size += int64(n)
	}
	ts.Check(f.Close())
	ts.Check(os.Truncate(path, max(0, size-int64(free)*1024)))
}
