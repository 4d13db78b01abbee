//go:build !windows

package night

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// aStick is a folder with a night that another user's program can read and
// not write, and a way to run this test binary as that user.
type aStick struct {
	folder, path string
	binary       string
	state        string
}

func newStick(t *testing.T, crashed bool) aStick {
	t.Helper()
	base, err := os.MkdirTemp("", "stick")
	must0(t, err)
	s := aStick{folder: filepath.Join(base, "stick"), binary: filepath.Join(base, "night.test"), state: filepath.Join(base, "state")}
	t.Cleanup(func() {
		_ = os.Chmod(s.folder, 0o700)
		_ = os.RemoveAll(base)
	})
	must0(t, os.Chmod(base, 0o755))
	must0(t, os.Mkdir(s.folder, 0o755))
	must0(t, os.Mkdir(s.state, 0o777))
	must0(t, os.Chmod(s.state, 0o777))
	s.path = filepath.Join(s.folder, "stick.night")
	must0(t, os.WriteFile(s.path, soundFile(t), 0o644))
	if crashed {
		if out, _ := childRun(t, "crash", s.path); strings.Contains(out, "error") {
			t.Fatal(out)
		}
		if info, err := os.Stat(s.path + "-journal"); err != nil || info.Size() == 0 {
			t.Fatalf("the crash left no journal: %v", err)
		}
	}
	copyBinary(t, s.binary)
	return s
}

func copyBinary(t *testing.T, to string) {
	t.Helper()
	in, err := os.Open(os.Args[0])
	must0(t, err)
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	must0(t, err)
	_, err = io.Copy(out, in)
	must0(t, errors.Join(err, out.Close()))
}

// look opens the night as somebody who is not root.
func (s aStick) look(t *testing.T, way string) string {
	t.Helper()
	c := child("look", s.path, "NIGHT_WAY="+way, "NIGHT_STATE="+s.state)
	c.Path, c.Dir = s.binary, filepath.Dir(s.binary)
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v", way, err)
	}
	return string(out)
}

func (s aStick) lock(t *testing.T, file, folder os.FileMode) {
	t.Helper()
	names, err := filepath.Glob(s.path + "*")
	must0(t, err)
	for _, name := range names {
		must0(t, os.Chmod(name, file))
	}
	must0(t, os.Chmod(s.folder, folder))
}

// contents is every file of the stick with its bytes.
func (s aStick) contents(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	names, err := os.ReadDir(s.folder)
	must0(t, err)
	for _, name := range names {
		all[name.Name()], err = os.ReadFile(filepath.Join(s.folder, name.Name()))
		must0(t, err)
	}
	return all
}

func (s aStick) mustBe(t *testing.T, before map[string][]byte) {
	t.Helper()
	after := s.contents(t)
	for name, b := range before {
		if !bytes.Equal(after[name], b) {
			t.Errorf("%s was changed", name)
		}
		delete(after, name)
	}
	for name := range after {
		t.Errorf("%s was left", name)
	}
}

func TestAFileOrFolderThatCannotBeWrittenIsViewed(t *testing.T) {
	for name, mode := range map[string][2]os.FileMode{
		"file":   {0o444, 0o777},
		"folder": {0o666, 0o555},
		"both":   {0o444, 0o555},
	} {
		s := newStick(t, false)
		s.lock(t, mode[0], mode[1])
		before := s.contents(t)
		for way := range waysIn {
			out := s.look(t, way)
			if !strings.HasPrefix(out, "entries 1, read-only true, because It is open for reading.") &&
				!strings.HasPrefix(out, "entries 1, read-only true, because The file or its folder cannot be written.") {
				t.Errorf("%s, %s: %s", name, way, out)
			}
			s.mustBe(t, before)
		}
	}
}

func TestANightOfSchema1OnAReadOnlyStickIsViewed(t *testing.T) {
	path, _ := schema1File(t)
	old, err := os.ReadFile(path)
	must0(t, err)
	s := newStick(t, false)
	must0(t, os.WriteFile(s.path, old, 0o644))
	s.lock(t, 0o444, 0o555)
	before := s.contents(t)
	for way := range waysIn {
		if out := s.look(t, way); !strings.HasPrefix(out, "entries 3, read-only true, because ") {
			t.Errorf("%s: %s", way, out)
		}
		s.mustBe(t, before)
	}
}

func TestANightLeftByACrashOnAReadOnlyStickIsRecoveredPrivately(t *testing.T) {
	s := newStick(t, true)
	s.lock(t, 0o444, 0o555)
	before := s.contents(t)
	for way := range waysIn {
		out := s.look(t, way)
		if !strings.HasPrefix(out, "entries 1, read-only true, because A crash left it in a place that cannot be written") {
			t.Errorf("%s: %s", way, out)
		}
		s.mustBe(t, before)
	}
}

func TestANightLeftByACrashIsRecoveredWhereItIs(t *testing.T) {
	for way, in := range waysIn {
		path := filepath.Join(t.TempDir(), "crashed.night")
		must0(t, os.WriteFile(path, soundFile(t), 0o644))
		if out, _ := childRun(t, "crash", path); strings.Contains(out, "error") {
			t.Fatal(out)
		}
		n, err := in(path, options(t))
		must0(t, err)
		drafts, err := n.Drafts()
		must0(t, err)
		if len(drafts) != 1 {
			t.Errorf("%s: %d drafts, one was saved", way, len(drafts))
		}
		problems, err := n.Check(t.Context(), nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %q, %v", way, problems, err)
		}
		must0(t, n.Close())
		mustBeAlone(t, path)
	}
}
