package file

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"
)

// hasJournal reports whether a rollback journal with something in it lies
// beside the file: a crash left it, or another process is writing.
func (f *File) hasJournal() bool {
	info, err := os.Stat(f.opened + "-journal")
	return err == nil && info.Size() > 0
}

// needsRecovery reports whether a reader met a file that a crash left in
// the middle of a write, which only a writer can put right.
func needsRecovery(err error) bool {
	var lite sqlite3.Error
	if !errors.As(err, &lite) {
		return false
	}
	return lite.ExtendedCode == sqlite3.ErrReadonlyRollback || lite.ExtendedCode == sqlite3.ErrReadonlyRecovery ||
		lite.Code == sqlite3.ErrCantOpen
}

// recover lets SQLite roll back what a crash left half-written: in the file
// itself or, where that cannot be written, in a private copy of it.
func (f *File) recover() error {
	err := rollBack(f.opened)
	switch codeOf(err) {
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
	default:
		return err
	}
	return f.viewPrivately("A crash left it in a place that cannot be written: this is a recovered copy.")
}

// rollBack opens the file for writing once, which recovers it.
func rollBack(path string) error {
	db, err := Connect(path, ForWriting, 1)
	if err != nil {
		return err
	}
	_, err = db.Exec("BEGIN IMMEDIATE; ROLLBACK; PRAGMA journal_mode = DELETE")
	return errors.Join(err, db.Close())
}

// viewPrivately copies the file and its journal to a private folder and
// reads them there.
func (f *File) viewPrivately(why string) error {
	if err := f.copyPrivately(); err != nil {
		return err
	}
	f.lock.release()
	f.makeReadOnly(why)
	if err := rollBack(f.opened); err != nil {
		return err
	}
	return f.connectReaders()
}

func (f *File) copyPrivately() error {
	f.closeReaders()
	f.disconnectWriter()
	folder, err := privateFolder(f.options)
	if err != nil {
		return err
	}
	f.private = append(f.private, folder)
	copied := filepath.Join(folder, filepath.Base(f.path))
	openFiles.leave(f.info)
	openFiles.Lock()
	defer openFiles.Unlock()
	if openFiles.holds(f.info) {
		err = errors.New("this program has the night open elsewhere")
	} else {
		err = copyNight(f.path, copied)
	}
	if err != nil {
		openFiles.enter(f.info) // abandon will leave it
		return err
	}
	info, err := os.Stat(copied)
	if err != nil {
		return err
	}
	f.opened, f.info = copied, info
	openFiles.enter(info)
	return nil
}

func privateFolder(o Options) (string, error) {
	within := filepath.Join(o.StateDir, "private")
	if err := os.MkdirAll(within, 0o700); err != nil {
		return os.MkdirTemp("", "nightdesk-")
	}
	return os.MkdirTemp(within, "night-")
}

// copyNight copies the file byte for byte, with its journal or, where another
// program switched it to one, its write-ahead log. The registry is locked and
// does not hold the file.
func copyNight(from, to string) error {
	for _, ending := range []string{"-journal", "-wal"} {
		if err := copyFile(from+ending, to+ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
