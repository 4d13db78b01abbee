package publish_test

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/publish"
)

func page() []publish.File {
	return []publish.File{{Name: "night.html", Data: []byte("page")}, {Name: "night-pictures/a.png", Data: []byte("one")}, {Name: "night-pictures/b.png", Data: []byte("two")}}
}

// under lists the files below a folder with what is in them.
func under(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all = append(all, filepath.ToSlash(name)+"="+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expect(t *testing.T, dir string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if got := under(t, dir); !slices.Equal(got, want) {
		t.Errorf("there is %q and should be %q", got, want)
	}
}

func TestWriteMakesTheFolderAndPutsPicturesBeside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	if err := publish.Write(filepath.Join(dir, "what?a#100%.html"), page()); err != nil {
		t.Fatal(err)
	}
	expect(t, dir, "what?a#100%.html=page", "night-pictures/a.png=one", "night-pictures/b.png=two")
	for _, name := range []string{"what?a#100%.html", "night-pictures/a.png"} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != 0o644 {
			t.Errorf("%s has mode %v: %v", name, info.Mode(), err)
		}
	}
}

// TestWhatIsNoFileIsNotReplaced: a device, a pipe or a socket that stands at
// the name stays what it is.
func TestWhatIsNoFileIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "s")
	socket, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := publish.Write(path, page()); !errors.Is(err, publish.ErrNoFile) {
		t.Errorf("got %v", err)
	}
	after, err := os.Stat(path)
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("the socket was replaced: %v", err)
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != 1 {
		t.Errorf("the folder holds %v: %v", all, err)
	}
}

func TestWriteIntoAFolderKeepsTheNames(t *testing.T) {
	dir := t.TempDir()
	for _, to := range []string{dir, filepath.Join(dir, "made") + string(filepath.Separator)} {
		if err := publish.Write(to, page()); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, dir, "night.html=page", "night-pictures/a.png=one", "night-pictures/b.png=two",
		"made/night.html=page", "made/night-pictures/a.png=one", "made/night-pictures/b.png=two")
}

func TestWriteReplacesAPageAndKeepsItsMode(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "night.html")
	if err := os.WriteFile(old, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := publish.Write(old, page()); err != nil {
		t.Fatal(err)
	}
	expect(t, dir, "night.html=page", "night-pictures/a.png=one", "night-pictures/b.png=two")
	if info, err := os.Stat(old); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("its mode is now %v: %v", info.Mode(), err)
	}
}

func TestWriteNeverOverwritesAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "night.html", "inside"), 0o755); err != nil {
		t.Fatal(err)
	}
	err := publish.Write(dir, page())
	var failed *publish.WriteError
	if !errors.As(err, &failed) || !errors.Is(err, publish.ErrFolder) || failed.Hint() == "" {
		t.Fatalf("got %v", err)
	}
	expect(t, dir)
}

// TestAFailedWriteLeavesNothingHalfDone: the second picture cannot be written
// because its folder's name is taken, so there is neither page nor picture,
// and the page of before is as it was.
func TestAFailedWriteLeavesNothingHalfDone(t *testing.T) {
	dir := t.TempDir()
	files := append(page(), publish.File{Name: "other-pictures/c.png", Data: []byte("three")})
	slices.Reverse(files[1:])
	for _, before := range [][]string{nil, {"night.html=old"}} {
		for _, f := range append(before, "night-pictures=in the way") {
			name, data, _ := strings.Cut(f, "=")
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, order := range [][]publish.File{files, {files[0], files[2], files[1]}} {
			var failed *publish.WriteError
			if err := publish.Write(dir, order); !errors.As(err, &failed) {
				t.Fatalf("got %v", err)
			}
			expect(t, dir, append(before, "night-pictures=in the way")...)
			if _, err := os.Stat(filepath.Join(dir, "other-pictures")); err == nil {
				t.Error("a folder made for nothing is left")
			}
		}
	}
}

func TestWriteStaysInItsFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"../out.png", "/out.png", `..\out.png`, "", "a/../../out.png"} {
		err := publish.Write(filepath.Join(dir, "in", "night.html"), append(page(), publish.File{Name: name}))
		if err == nil {
			t.Errorf("a file named %q was written", name)
		}
	}
	if err := publish.Write(dir, nil); err == nil {
		t.Error("nothing was written and nobody told")
	}
	expect(t, dir)
}

// TestARehearsalIsWrittenAsOne whatever its file was to be called.
func TestARehearsalIsWrittenAsOne(t *testing.T) {
	e := night()
	e.Details.Rehearsal = true
	files, err := publish.Export(e, publish.Page, publish.Options{Name: "night", Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string]string{"live.html": "TEST-live.html", "TEST-live.html": "TEST-live.html", "sub" + string(filepath.Separator): filepath.Join("sub", "TEST-night.html")} {
		dir := t.TempDir()
		path := dir + string(filepath.Separator) + to
		if err := publish.Write(path, files); err != nil {
			t.Fatal(err)
		}
		if got := publish.Place(path, files); got != filepath.Join(dir, want) {
			t.Errorf("%s goes to %s", to, got)
		}
		if _, err := os.Stat(filepath.Join(dir, want)); err != nil {
			t.Error(err)
		}
	}
}
