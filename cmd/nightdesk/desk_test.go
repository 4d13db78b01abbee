package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"nightdesk/data/night"
)

// patience is how long the window may take for one step; it is long because
// the race detector and a busy machine are slow, and nothing waits it out.
const patience = 60 * time.Second

// built is the folder of the program once a test has had it built.
var built string

// build makes the program once for all tests, with the race detector where
// the test has it too.
var build = sync.OnceValues(func() (string, error) {
	var err error
	if built, err = os.MkdirTemp("", "nightdesk-test-"); err != nil {
		return "", err
	}
	path := filepath.Join(built, "nightdesk")
	args := []string{"build", "-o", path}
	if raced() {
		args = append(args, "-race")
	}
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the program: %w\n%s", err, out)
	}
	return path, nil
})

// raced reports whether this test was built with the race detector.
func raced() bool {
	info, _ := debug.ReadBuildInfo()
	for _, s := range info.Settings {
		if s.Key == "-race" {
			return s.Value == "true"
		}
	}
	return false
}

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		_ = os.RemoveAll(built) // a leftover in the temporary folder harms nobody
	}
	os.Exit(code)
}

// world is a user of a machine of its own: a home with nothing in it and a
// folder for the night.
type world struct {
	*testing.T
	home, shots string
	options     night.Options
}

func newWorld(t *testing.T) *world {
	w := &world{T: t, home: t.TempDir(), shots: os.Getenv("NIGHTDESK_SHOTS")}
	if w.shots == "" {
		w.shots = t.TempDir()
	}
	w.options = night.Options{StateDir: filepath.Join(w.home, "looking"), BackupDir: filepath.Join(w.home, "looking")}
	// A caret that blinks would make every picture of the window another.
	settings := filepath.Join(w.home, ".config", "fyne")
	w.must(os.MkdirAll(settings, 0o700))
	w.must(os.WriteFile(filepath.Join(settings, "settings.json"), []byte(`{"no_animations": true}`), 0o600))
	return w
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

// until polls the truth and fails the test where it does not come about.
func (w *world) until(what string, truth func() (bool, error)) {
	w.Helper()
	var last error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		ok, err := truth()
		if ok {
			return
		}
		last = err
	}
	w.Fatalf("not within %v: %s (%v)", patience, what, last)
}

// in polls the night file, as any other process may read it.
func (w *world) in(path, what string, truth func(*night.Night) (bool, error)) {
	w.Helper()
	w.until(what, func() (bool, error) {
		n, err := night.View(path, w.options)
		if err != nil {
			return false, err
		}
		ok, err := truth(n)
		return ok, errors.Join(err, n.Close())
	})
}

// program is one run of the app, and the keyboard before it.
type program struct {
	*world
	process *exec.Cmd
	window  string // the X server's number for it
	said    *bytes.Buffer
	ended   chan error
}

// start runs the program and comes back when its window is in front, drawn
// and called as expected.
func (w *world) start(title string, args ...string) *program {
	w.Helper()
	path, err := build()
	w.must(err)
	a := &program{world: w, process: exec.Command(path, args...), said: &bytes.Buffer{}, ended: make(chan error, 1)}
	a.process.Env = append(os.Environ(), "HOME="+w.home, "GORACE=halt_on_error=0",
		"XDG_CONFIG_HOME="+filepath.Join(w.home, ".config"), "XDG_STATE_HOME="+filepath.Join(w.home, ".local", "state"),
		"XDG_DATA_HOME="+filepath.Join(w.home, ".local", "share"), "XDG_CACHE_HOME="+filepath.Join(w.home, ".cache"))
	a.process.Stdout, a.process.Stderr = a.said, a.said
	w.must(a.process.Start())
	go func() { a.ended <- a.process.Wait() }()
	w.Cleanup(func() { _ = a.process.Process.Kill() }) // it has mostly ended
	w.until("a window", func() (bool, error) {
		found, err := x("search", "--all", "--onlyvisible", "--pid", strconv.Itoa(a.process.Process.Pid), "--name", "Nightdesk")
		a.window, _, _ = strings.Cut(found, "\n")
		return a.window != "", err
	})
	a.titled(title)
	w.until("the window in front", func() (bool, error) {
		if _, err := x("windowactivate", a.window); err != nil {
			return false, err
		}
		front, err := x("getactivewindow")
		return front == a.window, err
	})
	a.settled()
	return a
}

// x runs xdotool and answers what it prints.
func x(args ...string) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	out, err := exec.CommandContext(ctx, "xdotool", args...).Output()
	return strings.TrimSpace(string(out)), err
}

// titled waits until the window is called as expected, which it is in the
// same turn in which a night comes into it.
func (a *program) titled(title string) {
	a.Helper()
	a.until("the title "+title, func() (bool, error) {
		name, err := x("getwindowname", a.window)
		return name == title, err
	})
}

// keys presses keys, one after another.
func (a *program) keys(names ...string) {
	a.Helper()
	for _, name := range names {
		if _, err := x("key", name); err != nil {
			a.Fatalf("pressing %s: %v", name, err)
		}
	}
}

// types types text.
func (a *program) types(text string) {
	a.Helper()
	if _, err := x("type", "--delay", "8", "--", text); err != nil {
		a.Fatalf("typing %q: %v", text, err)
	}
}

// line types a line and ends it.
func (a *program) line(text string) {
	a.Helper()
	a.types(text)
	a.keys("Return")
}

// view is the middle of the window as the screen shows it: not the clock and
// the saved time at its head, not the message at its foot.
func (a *program) view() string {
	a.Helper()
	out, err := exec.Command("import", "-silent", "-window", a.window, "-crop", "100%x50%+0+60", "-depth", "8", "rgb:-").Output()
	if err != nil {
		a.Fatalf("looking at the window: %v", err)
	}
	sum := sha256.Sum256(out)
	return string(sum[:])
}

// settled waits until the window looks the same twice running, and unlike
// each of the pictures before.
func (a *program) settled(before ...string) string {
	a.Helper()
	last := ""
	a.until("the window at rest, and changed", func() (bool, error) {
		now := a.view()
		for _, b := range before {
			if now == b {
				return false, nil
			}
		}
		same := now == last
		last = now
		return same, nil
	})
	return last
}

// shoot keeps a picture of the whole screen for whoever wants to look.
func (a *program) shoot(name string) {
	a.Helper()
	a.settled()
	a.must(os.MkdirAll(a.shots, 0o755))
	a.must(exec.Command("import", "-silent", "-window", "root", filepath.Join(a.shots, name+".png")).Run())
}

// kill ends the program as a crash or a power cut does.
func (a *program) kill() {
	a.Helper()
	a.must(a.process.Process.Kill())
	<-a.ended
	a.quiet()
}

// left waits until the program has ended by itself, well.
func (a *program) left() {
	a.Helper()
	select {
	case err := <-a.ended:
		if err != nil {
			a.Errorf("the program ended with %v", err)
		}
	case <-time.After(patience):
		a.Fatal("the program was asked to quit and did not")
	}
	a.quiet()
}

// quiet reads what the program has printed: no call from a wrong goroutine,
// no race, no panic.
func (a *program) quiet() {
	a.Helper()
	for _, bad := range []string{"*** Error in Fyne call thread ***", "WARNING: DATA RACE", "panic:"} {
		if strings.Contains(a.said.String(), bad) {
			a.Errorf("the program said %q:\n%s", bad, a.said)
			return
		}
	}
}

// alone fails unless the folder of the path holds that file and nothing else.
func (w *world) alone(path string) {
	w.Helper()
	var found []string
	w.must(filepath.WalkDir(filepath.Dir(path), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			found = append(found, p)
		}
		return err
	}))
	if len(found) != 1 || found[0] != path {
		w.Errorf("beside the night there is more than the night: %q", found)
	}
}
