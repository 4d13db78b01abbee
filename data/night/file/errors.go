package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"
)

// What can be wrong with a file or with the disk under it. Test for these
// with errors.Is; the *Error around them has the sentence for the user.
var (
	ErrMissing  = errors.New("there is no such file")
	ErrNoFolder = errors.New("there is no such folder")
	ErrExists   = errors.New("there is a file of that name already")
	ErrForeign  = errors.New("this is not a night")
	ErrNewer    = errors.New("a newer Nightdesk made this night")
	ErrDamaged  = errors.New("the night is damaged")
	ErrFull     = errors.New("the disk is full")
	ErrDisk     = errors.New("the disk does not answer as it should")
	ErrBusy     = errors.New("another program is writing to the night")
	ErrReadOnly = errors.New("the night is open for reading only")
	ErrDenied   = errors.New("the file may not be opened")
	ErrClosed   = errors.New("the night is closed")
)

// An Error is anything that went wrong with a night's file.
type Error struct {
	Op   string // what we were doing: "open", "publish"
	Path string
	Err  error  // one of the errors above, perhaps wrapped with more
	Hint string // the user's next step, one sentence; may be empty
}

// Error is one sentence for the user, without the hint.
func (e *Error) Error() string {
	return fmt.Sprintf("%s: could not %s: %v", filepath.Base(e.Path), e.Op, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// A NewerError says which schema the file has and which one this program
// knows. It is ErrNewer.
type NewerError struct{ File, Known int }

func (e *NewerError) Error() string {
	return fmt.Sprintf("a newer Nightdesk made this night (its schema is %d, this program knows %d)", e.File, e.Known)
}

// Is makes a NewerError ErrNewer.
func (e *NewerError) Is(target error) bool { return target == ErrNewer }

// A DamagedError says what is damaged and where the newest good backup is.
// It is ErrDamaged.
type DamagedError struct {
	What   string // in words
	Backup string // path of the newest good backup, empty where there is none
}

func (e *DamagedError) Error() string { return "the night is damaged: " + e.What }

// Is makes a DamagedError ErrDamaged.
func (e *DamagedError) Is(target error) bool { return target == ErrDamaged }

// A HeldError says which desk has the night open.
type HeldError struct {
	Path    string
	Host    string
	Process int
	Since   time.Time // zero where it could not be read
}

func (e *HeldError) Error() string {
	told := filepath.Base(e.Path) + " is open at another desk"
	if e.Process != 0 {
		told += fmt.Sprintf(": process %d on %s", e.Process, e.Host)
	}
	if !e.Since.IsZero() {
		told += e.Since.Local().Format(", since 15:04:05")
	}
	return told
}

// Hint is the user's next step.
func (e *HeldError) Hint() string {
	return "Close it there, or open it here to read; it follows what the other desk writes."
}

// Fail wraps what went wrong with what we were doing. An error that knows the
// user's next step passes as it is: it is about what a desk wanted to do and
// not about the file. Every other becomes an *Error.
func (f *File) Fail(op string, err error) error { return wrap(op, f.path, err) }

func wrap(op, path string, err error) error {
	if err == nil {
		return nil
	}
	var ours *Error
	var advised interface{ Hint() string }
	if errors.As(err, &ours) || errors.As(err, &advised) {
		return err
	}
	hint, cause := explain(err)
	if _, missing := os.Stat(filepath.Dir(path)); cause == ErrMissing && errors.Is(missing, fs.ErrNotExist) {
		hint, cause = "Make the folder first, or choose another one.", ErrNoFolder
	}
	return &Error{Op: op, Path: path, Err: cause, Hint: hint}
}

// explain turns an error of SQLite or of the operating system into one of
// ours and the user's next step.
func explain(err error) (hint string, cause error) {
	var lite sqlite3.Error
	switch {
	case errors.As(err, &lite):
		return explainSQLite(lite)
	case errors.Is(err, ErrForeign):
		return "Choose a file that Nightdesk made; this one was left as it is.", err
	case errors.Is(err, ErrNewer):
		return "Get the newer Nightdesk to open it; the file was left as it is.", err
	case errors.Is(err, fs.ErrNotExist):
		return "Look for it under another name or in another folder.", ErrMissing
	case errors.Is(err, fs.ErrExist):
		return "Choose another name; nothing was written.", ErrExists
	case errors.Is(err, fs.ErrPermission):
		return "Look at the file's and its folder's permissions.", fmt.Errorf("%w: %v", ErrDenied, err)
	case isFull(err):
		return "Make room and try again; nothing was half-written.", ErrFull
	}
	return "", err
}

func explainSQLite(err sqlite3.Error) (hint string, cause error) {
	detail := func(sentinel error) error { return fmt.Errorf("%w (%v)", sentinel, err) }
	switch err.Code {
	case sqlite3.ErrFull:
		return "Make room and try again; nothing was half-written.", ErrFull
	case sqlite3.ErrIoErr:
		if isFull(err.SystemErrno) {
			return "Make room and try again; nothing was half-written.", ErrFull
		}
		return "Copy the night to another disk; what was saved so far is safe.", detail(ErrDisk)
	case sqlite3.ErrCorrupt:
		return "Check the night, or open its newest backup.", detail(ErrDamaged)
	case sqlite3.ErrNotADB:
		return "Choose a file that Nightdesk made.", ErrForeign
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return "Wait a moment and try again.", ErrBusy
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen:
		return "Look at the permissions of the file and its folder.", detail(ErrDenied)
	}
	return "", err
}
