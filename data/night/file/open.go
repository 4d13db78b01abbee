package file

import (
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-sqlite3"
)

// A Role is what a night is opened for.
type Role int

// The roles.
const (
	Desk   Role = iota // writes, and holds the desk's lock
	Guest              // writes a little while a desk may have the night open
	Viewer             // reads
)

// Open opens a night. As Desk, a *HeldError says that another desk has it; as
// Viewer it opens all the same. Where the file, its folder or its medium cannot
// be written, where its schema is not ours, or where it is damaged, the night
// opens for reading and ReadOnly says why. A night of an older schema is copied
// to a file in the same folder and brought up to date. Foreign files and nights
// of a newer schema are left as they are.
//
// First reads what every caller needs, so that damage there is met at once.
func Open(as Role, path string, o Options, s *Schema, first func(q Querier) error) (*File, error) {
	const op = "open"
	f, err := newFile(path, o, s)
	if err != nil {
		return nil, wrap(op, path, err)
	}
	f.role = as
	header, err := f.enter()
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if err := f.openFor(header, first); err != nil {
		f.Abandon()
		return nil, wrap(op, path, err)
	}
	if f.conn != nil {
		f.startBackups()
	}
	return f, nil
}

// enter looks at the header before SQLite sees the file, and notes the file
// as open, in one step.
func (f *File) enter() (Header, error) {
	info, err := os.Stat(f.path)
	if err != nil {
		return Header{}, err
	}
	openFiles.Lock()
	defer openFiles.Unlock()
	h, err := headerAt(f.path, info)
	if err != nil {
		return h, err
	}
	if err := h.admit(f.schema.number); err != nil {
		return h, err
	}
	f.register(info)
	return h, nil
}

// openFor opens connections for the role, or for reading with the reason.
func (f *File) openFor(h Header, first func(q Querier) error) error {
	if f.role == Desk {
		var err error
		if f.lock, err = lockDesk(f.path, f.identity, f.options); err != nil {
			return err
		}
	}
	if h.Truncated() && !f.hasJournal() {
		f.damaged(fmt.Sprintf("the file has %d of %d bytes", h.Size, h.whole()))
		if err := f.fillUp(h); err != nil {
			return err
		}
	}
	if f.role == Viewer {
		f.makeReadOnly(AsViewer)
	}
	if err := f.openForWriting(); err != nil {
		return err
	}
	if err := f.openForReading(h); err != nil {
		return err
	}
	if err := f.bringUpToDate(h); err != nil {
		return err
	}
	return f.look(first)
}

// openForWriting gets the writing connection, unless the night turns out to
// be one that can only be read.
func (f *File) openForWriting() error {
	if f.ReadOnly() != "" {
		return nil
	}
	err := f.connectWriter()
	if err == nil {
		err = f.probe()
	}
	if err == nil {
		return nil
	}
	f.disconnectWriter()
	switch code := codeOf(err); code {
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		f.makeReadOnly(unwritable)
		return nil
	case sqlite3.ErrCorrupt:
		f.damaged(err.Error())
		return nil
	}
	return err
}

// probe begins a write and takes it back: SQLite recovers the file if a
// crash left it half-written, and tells whether a journal can be made.
func (f *File) probe() error {
	t := f.transaction()
	if _, err := t.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer t.rollback()
	var number int
	if err := t.Row("PRAGMA user_version").Scan(&number); err != nil {
		return err
	}
	_, err := t.Exec(pragma("user_version", number))
	if codeOf(err) == sqlite3.ErrFull {
		return nil // the first act will say so
	}
	return err
}

// openForReading opens the reading connections; where a crash left the file
// in a place that cannot be written, those of a recovered private copy.
func (f *File) openForReading(h Header) error {
	if h.Log && f.conn == nil && len(f.private) == 0 {
		return f.unlessDamaged(f.withoutLog())
	}
	if err := f.connectReaders(); err != nil {
		return err
	}
	err := f.touch()
	if !needsRecovery(err) {
		return f.unlessDamaged(err)
	}
	if err := f.recover(); err != nil {
		return err
	}
	return f.unlessDamaged(f.touch())
}

// withoutLog makes a night with a write-ahead log one file again, which is
// where it was meant to be read from.
func (f *File) withoutLog() error {
	if err := f.recover(); err != nil || f.readers != nil {
		return err
	}
	return f.connectReaders()
}

// touch reads the first page.
func (f *File) touch() error {
	var pages int
	return f.readers.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&pages)
}

// unlessDamaged refuses a night of which nothing at all can be read, naming
// the newest good backup.
func (f *File) unlessDamaged(err error) error {
	if isDamage(err) {
		return f.damaged("nothing in it can be read").in("open", f.path)
	}
	return err
}

// look compares the schema with ours and lets the caller read first.
func (f *File) look(first func(q Querier) error) error {
	err := f.lookOnce(first)
	if isDamage(err) {
		if err = f.rescue(err); err == nil {
			err = f.lookOnce(first)
		}
	}
	if f.conn != nil && f.ReadOnly() != "" {
		f.disconnectWriter()
		f.lock.release()
	}
	return err
}

func (f *File) lookOnce(first func(q Querier) error) error {
	difference, err := f.schema.altered(f.readers)
	if err != nil {
		return err
	}
	if difference != "" {
		f.makeReadOnly(altered(difference))
	}
	return readOnce(f.readers, first)
}

// codeOf is SQLite's primary result code, 0 where err is not one of its.
func codeOf(err error) sqlite3.ErrNo {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		return lite.Code
	}
	return 0
}

func pragma(name string, value int) string { return fmt.Sprintf("PRAGMA %s = %d", name, value) }
