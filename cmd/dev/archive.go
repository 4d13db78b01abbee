package main

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"time"
)

// A packed is one file of the archive for Linux: where it stands in the
// checkout, where under the prefix it is installed, and its mode.
type packed struct {
	from, to string
	mode     int64
}

// archived lists what the archive holds. The installer stands at its top and
// puts everything below bin and share in place.
var archived = []packed{
	{"assets/desktop/install.sh", "install.sh", 0o755},
	{"dist/nightdesk", "bin/nightdesk", 0o755},
	{"dist/night", "bin/night", 0o755},
	{"assets/desktop/app.nightdesk.Nightdesk.desktop", "share/applications/app.nightdesk.Nightdesk.desktop", 0o644},
	{"assets/desktop/app.nightdesk.Nightdesk.xml", "share/mime/packages/app.nightdesk.Nightdesk.xml", 0o644},
	{"assets/icon.svg", "share/icons/hicolor/scalable/apps/app.nightdesk.Nightdesk.svg", 0o644},
	{"assets/icon.png", "share/icons/hicolor/512x512/apps/app.nightdesk.Nightdesk.png", 0o644},
	{"LICENSE", "share/doc/nightdesk/copyright", 0o644},
	{"README.md", "share/doc/nightdesk/README.md", 0o644},
}

// archive writes the files as an archive for Linux, compressed by xz, and
// answers its path. The time of the last commit stands on every file, so that
// the same source makes the same archive.
func (r repo) archive(files []packed) (path string, err error) {
	version, err := r.version()
	if err != nil {
		return "", err
	}
	name := "nightdesk-" + version
	path = r.path("dist/" + name + ".tar.xz")
	out, err := os.Create(path)
	if err != nil {
		return "", fmt.Errorf("making the archive: %w", err)
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	xz := exec.Command("xz", "-c")
	xz.Stdout, xz.Stderr = out, os.Stderr
	in, err := xz.StdinPipe()
	if err != nil {
		return "", fmt.Errorf("compressing the archive: %w", err)
	}
	if err := xz.Start(); err != nil {
		return "", fmt.Errorf("compressing the archive (Debian's package is xz-utils): %w", err)
	}
	failed := r.pack(in, name, files)
	if err := errors.Join(failed, in.Close(), xz.Wait()); err != nil {
		return "", fmt.Errorf("writing the archive: %w", err)
	}
	return path, nil
}

// pack writes the files below one folder as a tar archive.
func (r repo) pack(w io.Writer, folder string, files []packed) error {
	when, err := r.committed()
	if err != nil {
		return err
	}
	t := tar.NewWriter(w)
	for _, f := range files {
		content, err := os.ReadFile(r.path(f.from))
		if err != nil {
			return err
		}
		h := tar.Header{Name: folder + "/" + f.to, Mode: f.mode, Size: int64(len(content)), ModTime: when, Format: tar.FormatPAX}
		if err := t.WriteHeader(&h); err != nil {
			return err
		}
		if _, err := t.Write(content); err != nil {
			return err
		}
	}
	return t.Close()
}

// version is the app's version, as FyneApp.toml has it.
func (r repo) version() (string, error) {
	about, err := os.ReadFile(r.path("FyneApp.toml"))
	if err != nil {
		return "", fmt.Errorf("reading the version: %w", err)
	}
	m := regexp.MustCompile(`(?m)^Version = "(.+)"$`).FindSubmatch(about)
	if m == nil {
		return "", errors.New("FyneApp.toml names no version")
	}
	return string(m[1]), nil
}

// committed is when the source was last committed; outside a checkout of git,
// the start of 1980, which every archive can say.
func (r repo) committed() (time.Time, error) {
	out, err := r.ask("git", "log", "-1", "--format=%cI")
	if err != nil {
		return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC), nil
	}
	return time.Parse(time.RFC3339, out[:len(out)-1])
}
