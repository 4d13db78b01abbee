package night

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/mattn/go-sqlite3"
)

// A role is what the night is opened for.
type role int

const (
	desk   role = iota // writes, holds the desk's lock
	beside             // writes beside a desk
	viewer             // reads
)

// Open opens a night as the desk. A *HeldError says that another desk has
// it; View opens it all the same. Where the file, its folder or its medium
// cannot be written, where its schema is not ours, or where it is damaged,
// the night opens for reading and ReadOnly says why. A night of an older
// schema is copied beside itself and brought up to date. Foreign files and
// nights of a newer schema are left as they are.
func Open(path string, o Options) (*Night, error) { return openAs(desk, path, o, current) }

// OpenBeside opens a night for a few acts beside a desk that may have it
// open; the desk sees them.
func OpenBeside(path string, o Options) (*Night, error) { return openAs(beside, path, o, current) }

// View opens a night for reading. It follows what a desk writes meanwhile.
func View(path string, o Options) (*Night, error) { return openAs(viewer, path, o, current) }

func openAs(as role, path string, o Options, s *schema) (*Night, error) {
	const op = "open"
	n, err := newNight(path, o, s)
	if err != nil {
		return nil, wrap(op, path, err)
	}
	n.role = as
	header, err := n.enter()
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if err := n.openFile(header); err != nil {
		n.abandon()
		return nil, wrap(op, path, err)
	}
	if n.conn != nil {
		n.keepBackups()
	}
	return n, nil
}

// enter looks at the header before SQLite sees the file, and notes the file
// as open, in one step.
func (n *Night) enter() (Header, error) {
	info, err := os.Stat(n.path)
	if err != nil {
		return Header{}, err
	}
	open.Lock()
	defer open.Unlock()
	h, err := headerAt(n.path, info)
	if err != nil {
		return h, err
	}
	if err := h.admit(n.schema.number); err != nil {
		return h, err
	}
	n.known(info)
	return h, nil
}

// openFile opens connections for the role, or for reading with the reason.
func (n *Night) openFile(h Header) error {
	if n.role == desk {
		var err error
		if n.lock, err = lockDesk(n.path, n.identity, n.options); err != nil {
			return err
		}
	}
	if h.Truncated() && !n.hasJournal() {
		n.damaged(fmt.Sprintf("the file has %d of %d bytes", h.Size, h.whole()))
		if err := n.fillUp(h); err != nil {
			return err
		}
	}
	if n.role == viewer {
		n.makeReadOnly(AsViewer)
	}
	if err := n.openForWriting(); err != nil {
		return err
	}
	if err := n.openForReading(h); err != nil {
		return err
	}
	if err := n.bringUpToDate(h); err != nil {
		return err
	}
	return n.look()
}

// openForWriting gets the writing connection, unless the night turns out to
// be one that can only be read.
func (n *Night) openForWriting() error {
	if n.ReadOnly() != "" {
		return nil
	}
	err := n.connectWriter()
	if err == nil {
		err = n.probe()
	}
	if err == nil {
		return nil
	}
	n.disconnectWriter()
	switch code := codeOf(err); code {
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		n.makeReadOnly(unwritable)
		return nil
	case sqlite3.ErrCorrupt:
		n.damaged(err.Error())
		return nil
	}
	return err
}

// probe begins a write and takes it back: SQLite recovers the file if a
// crash left it half-written, and tells whether a journal can be made.
func (n *Night) probe() error {
	t := &transaction{night: n, conn: n.conn}
	if _, err := t.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer t.rollback()
	var number int
	if err := t.row("PRAGMA user_version").Scan(&number); err != nil {
		return err
	}
	_, err := t.exec(pragma("user_version", number))
	if codeOf(err) == sqlite3.ErrFull {
		return nil // the first act will say so
	}
	return err
}

// openForReading opens the reading connections; where a crash left the file
// in a place that cannot be written, those of a recovered private copy.
func (n *Night) openForReading(h Header) error {
	if h.Log && n.conn == nil && len(n.private) == 0 {
		return n.unlessDamaged(n.withoutLog())
	}
	if err := n.connectReaders(); err != nil {
		return err
	}
	err := n.touch()
	if !needsRecovery(err) {
		return n.unlessDamaged(err)
	}
	if err := n.recover(); err != nil {
		return err
	}
	return n.unlessDamaged(n.touch())
}

// withoutLog makes a night with a write-ahead log one file again, which is
// where it was meant to be read from.
func (n *Night) withoutLog() error {
	if err := n.recover(); err != nil || n.readers != nil {
		return err
	}
	return n.connectReaders()
}

// touch reads the first page.
func (n *Night) touch() error {
	var pages int
	return n.readers.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&pages)
}

// unlessDamaged refuses a night of which nothing at all can be read, naming
// the newest good backup.
func (n *Night) unlessDamaged(err error) error {
	if isDamage(err) {
		return n.damaged("nothing in it can be read").in("open", n.path)
	}
	return err
}

func (n *Night) connectReaders() error {
	db, err := connect(n.file, looking, 4)
	if err != nil {
		return err
	}
	n.looking.Lock()
	defer n.looking.Unlock()
	n.readers = db
	return nil
}

// look compares the schema with ours and reads what every screen needs.
func (n *Night) look() error {
	err := n.lookOnce()
	if isDamage(err) {
		if err = n.salvage(err); err == nil {
			err = n.lookOnce()
		}
	}
	if n.conn != nil && n.ReadOnly() != "" {
		n.disconnectWriter()
		n.lock.release()
	}
	return err
}

func (n *Night) lookOnce() error {
	difference, err := n.schema.altered(n.readers)
	if err != nil {
		return err
	}
	if difference != "" {
		n.makeReadOnly(altered(difference))
	}
	return n.readOnce(n.readers, func(q querier) error {
		if _, err := readDetails(q, latest); err != nil {
			return err
		}
		return q.row("SELECT coalesce(max(seq), 0) FROM act").Scan(&n.seen)
	})
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

func (n *Night) disconnectWriter() {
	if n.conn != nil {
		_, _ = n.conn.ExecContext(context.Background(), "PRAGMA journal_mode = DELETE")
		_ = n.conn.Close()
	}
	if n.db != nil {
		_ = n.db.Close()
	}
	n.conn, n.db = nil, (*sql.DB)(nil)
}
