package file

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

// A deskLock is held by the desk that has a night open: an
// operating-system lock, gone when the process is, on a file in the user's
// state folder that says who holds it.
type deskLock struct{ file *os.File }

// A holder is what the lock's file says.
type holder struct {
	Path    string    `json:"path"`
	Host    string    `json:"host"`
	Process int       `json:"process"`
	Since   time.Time `json:"since"`
}

var errHeld = errors.New("held")

// lockDesk takes the lock on the file of that identity or returns a
// *HeldError. Where the state folder cannot be written there is no lock; the
// night opens all the same, since SQLite keeps two desks from harming it.
func lockDesk(path, identity string, o Options) (*deskLock, error) {
	folder := filepath.Join(o.StateDir, "desks")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return &deskLock{}, nil
	}
	name := filepath.Join(folder, identity+".lock")
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return &deskLock{}, nil
		}
		if err := lockFile(f); err != nil {
			defer f.Close()
			if errors.Is(err, errHeld) {
				return nil, heldBy(f, path)
			}
			return &deskLock{}, nil
		}
		if stillNamed(f, name) {
			return &deskLock{f}, describe(f, holder{path, o.Host, os.Getpid(), o.Now().UTC()})
		}
		f.Close() // its last holder removed it while we waited for it
	}
}

func stillNamed(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	named, err := os.Stat(name)
	return err == nil && os.SameFile(mine, named)
}

func describe(f *os.File, h holder) error {
	b, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err = f.WriteAt(b, 0)
	return err
}

func heldBy(f *os.File, path string) *HeldError {
	var h holder
	if b, err := io.ReadAll(f); err == nil {
		// A lock whose holder is just writing its name reads as nobody's.
		_ = json.Unmarshal(b, &h)
	}
	return &HeldError{Path: path, Host: h.Host, Process: h.Process, Since: h.Since}
}

// release removes the file while it is still locked, so that nobody can
// take a lock on a file that is gone.
func (l *deskLock) release() {
	if l == nil || l.file == nil {
		return
	}
	_ = os.Remove(l.file.Name())
	_ = l.file.Close()
	l.file = nil
}
