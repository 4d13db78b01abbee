package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/natefinch/atomic"

	"nightdesk/data/publish/layout"
)

// A WriteError says that an export could not be written. What this call had
// put on the disk is gone again, and a page that was there before is as it
// was.
type WriteError struct {
	Path string // the file or folder in the way
	Err  error
}

func (e *WriteError) Error() string {
	why := e.Err
	if p := (*fs.PathError)(nil); errors.As(why, &p) {
		why = p.Err // the path is told already
	}
	return fmt.Sprintf("cannot write the export to %s: %v", e.Path, why)
}

func (e *WriteError) Unwrap() error { return e.Err }

// Hint is the next step for the person at the desk.
func (e *WriteError) Hint() string {
	if errors.Is(e.Err, ErrFolder) || errors.Is(e.Err, ErrNoFile) {
		return "Choose another name, and export again."
	}
	return "Choose another folder, or make room on this one, and export again."
}

// ErrFolder is in a WriteError where a folder stands at a file's name.
var ErrFolder = errors.New("there is a folder of that name")

// ErrNoFile is in a WriteError where something else than a file stands at a
// file's name, such as a device or a pipe.
var ErrNoFile = errors.New("what stands there is no file, and is left as it is")

// Write puts an export on the disk. A folder that exists, or a path that ends
// in a separator, receives the files under their own names; any other path
// becomes the main file, and the rest is put beside it; of a rehearsal the
// file says TEST whatever it was to be called, and beside numbered pages it has
// the name by which they lead to it, as Place tells. Missing folders are
// made. Each file is replaced whole or not at all, pictures first and the
// main file last, so that a page never names a picture that is not there. What
// is no file, such as a folder or a device, is never overwritten.
func Write(dirOrFile string, files []layout.File) error {
	if len(files) == 0 {
		return &WriteError{dirOrFile, errors.New("there is nothing to write")}
	}
	targets, err := places(dirOrFile, files)
	if err != nil {
		return err
	}
	var done undo
	for i := len(files) - 1; i >= 0; i-- {
		if err := done.write(targets[i], files[i].Data); err != nil {
			done.back()
			return &WriteError{targets[i], err}
		}
	}
	return nil
}

// Place is the path at which Write puts the main file of an export, or would.
func Place(dirOrFile string, files []layout.File) string {
	if isFolder(dirOrFile) {
		return filepath.Join(dirOrFile, filepath.FromSlash(files[0].Name))
	}
	dir, name := filepath.Split(dirOrFile)
	if len(files) > 1 && strings.HasSuffix(files[1].Name, Page.Extension()) {
		return dir + files[0].Name // its numbered pages lead to it
	}
	if strings.HasPrefix(files[0].Name, layout.RehearsalName) && !strings.HasPrefix(name, layout.RehearsalName) {
		name = layout.RehearsalName + name
	}
	return dir + name
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || os.IsPathSeparator(last(path))
}

// places says where each file goes, and refuses before anything is written.
func places(dirOrFile string, files []layout.File) ([]string, error) {
	dir, main := filepath.Dir(dirOrFile), ""
	if isFolder(dirOrFile) {
		dir = dirOrFile
	} else {
		main = Place(dirOrFile, files)
	}
	targets := make([]string, len(files))
	for i, f := range files {
		name := filepath.FromSlash(f.Name)
		if !filepath.IsLocal(name) || strings.Contains(f.Name, `\`) {
			return nil, &WriteError{f.Name, errors.New("the name leads out of the folder")}
		}
		targets[i] = filepath.Join(dir, name)
		if i == 0 && main != "" {
			targets[i] = main
		}
		switch info, err := os.Stat(targets[i]); {
		case err != nil: // it is to be made
		case info.IsDir():
			return nil, &WriteError{targets[i], ErrFolder}
		case !info.Mode().IsRegular():
			return nil, &WriteError{targets[i], ErrNoFile}
		}
	}
	return targets, nil
}

func last(path string) byte {
	if path == "" {
		return 0
	}
	return path[len(path)-1]
}

// undo remembers what a Write has made anew, in order.
type undo []string

func (u *undo) write(path string, data []byte) error {
	if err := u.folder(filepath.Dir(path)); err != nil {
		return err
	}
	_, err := os.Lstat(path)
	if err == nil {
		return atomic.WriteFile(path, bytes.NewReader(data))
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := atomic.WriteFile(path, bytes.NewReader(data)); err != nil {
		return err
	}
	*u = append(*u, path)
	// The replacement is born readable by its owner alone, which a web
	// server or a colleague could not use.
	return os.Chmod(path, 0o644)
}

func (u *undo) folder(dir string) error {
	if _, err := os.Stat(dir); err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := u.folder(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	*u = append(*u, dir)
	return nil
}

// back removes what was made, the newest first. Files that were replaced
// stay: they are whole and hold what was asked for.
func (u undo) back() {
	for i := len(u) - 1; i >= 0; i-- {
		_ = os.Remove(u[i])
	}
}
