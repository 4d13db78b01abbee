package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// The archive once could not be installed: its desktop entry's argument had
// become a part of a file's name. Here it is unpacked, installed without root
// into a place with a space in its name, looked at, and removed without a trace.
func TestTheArchiveInstallsAndGoesAgain(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the archive is for Linux")
	}
	r, err := findRepo()
	if err != nil {
		t.Fatal(err)
	}
	// The programs are stood in for: building them is no part of this.
	checkout, program := repo{root: t.TempDir()}, "#!/bin/sh\necho opened \"$@\"\n"
	for _, f := range append(slices.Clone(archived), packed{from: "FyneApp.toml"}) {
		content, err := []byte(program), error(nil)
		if !strings.HasPrefix(f.from, "dist/") {
			content, err = os.ReadFile(r.path(f.from))
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(checkout.path(f.from)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(checkout.path(f.from), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := checkout.archive(archived)
	if err != nil {
		t.Fatal(err)
	}
	prefix := filepath.Join(t.TempDir(), "a place")
	here := t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir, c.Env = here, append(os.Environ(), "PREFIX="+prefix)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, out)
		}
		return string(out)
	}
	run("tar", "xf", archive)
	script := filepath.Join(strings.TrimSuffix(filepath.Base(archive), ".tar.xz"), "install.sh")
	run("sh", script)
	for _, f := range archived[1:] {
		info, err := os.Stat(filepath.Join(prefix, f.to))
		if err != nil {
			t.Error(err)
		} else if got := info.Mode().Perm() & 0o111; (got != 0) != (f.mode&0o111 != 0) {
			t.Errorf("%s is installed with mode %v", f.to, info.Mode())
		}
	}
	entry, err := os.ReadFile(filepath.Join(prefix, "share/applications/app.nightdesk.Nightdesk.desktop"))
	if err != nil {
		t.Fatal(err)
	}
	command := `Exec="` + prefix + `/bin/nightdesk" %F`
	if !slices.Contains(strings.Split(string(entry), "\n"), command) {
		t.Errorf("the desktop entry has no line %s:\n%s", command, entry)
	}
	if got := run(filepath.Join(prefix, "bin/nightdesk"), "one.night"); got != "opened one.night\n" {
		t.Errorf("the installed program says %q", got)
	}
	run("sh", script, "remove")
	left := run("find", prefix, "-type", "f", "-not", "-path", "*/share/mime/*", "-not", "-name", "mimeinfo.cache")
	if left != "" {
		t.Errorf("after the removal there is still:\n%s", left)
	}
}
