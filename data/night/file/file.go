package file

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
)

// A File is one open night. Its methods may be called from any goroutine;
// they write one after another.
type File struct {
	path     string // as the user knows it
	opened   string // what is really open: path, or a private copy of it
	role     Role
	options  Options
	schema   *Schema
	info     os.FileInfo // of opened, for the registry
	identity string
	lock     *deskLock
	private  []string // folders of private copies, removed on closing

	statusMu sync.Mutex // guards readOnly and damage
	readOnly string
	damage   *DamagedError

	mu    sync.Mutex // held while writing and while looking for others' writes
	db    *sql.DB    // of the one writing connection; nil for a viewer
	conn  *sql.Conn
	dirty bool        // something was written since the last backup
	wrote atomic.Bool // something was written since the file was opened

	readersMu sync.Mutex // guards readers and retired
	readers   *sql.DB
	retired   *sql.DB // readers of a file that turned out to be damaged
	rescueMu  sync.Mutex
	rescued   bool

	closing context.Context // ends when the file closes
	close   context.CancelFunc
	work    sync.WaitGroup // checks and backups under way
	backups backupLoop
}

// Create makes a new file of the schema and lets begin write its first rows;
// nothing else is in it. It fails with ErrExists where there is a file of that
// name, and leaves no file where anything else fails.
func Create(path string, o Options, s *Schema, begin func(f *File) error) (*File, error) {
	const op = "create"
	f, err := newFile(path, o, s)
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if err := f.create(begin); err != nil {
		return nil, wrap(op, path, err)
	}
	return f, nil
}

func (f *File) create(begin func(f *File) error) error {
	if err := f.reserve(); err != nil {
		return err
	}
	err := f.connect()
	if err == nil {
		err = begin(f)
	}
	if err != nil {
		f.Abandon()
		_ = os.Remove(f.path)
		return err
	}
	f.startBackups()
	return nil
}

func newFile(path string, o Options, s *Schema) (*File, error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	f := &File{path: whole, opened: whole, options: o.Filled(), schema: s}
	f.closing, f.close = context.WithCancel(context.Background())
	return f, nil
}

// reserve makes the empty file, so that nobody else can take the name.
func (f *File) reserve() error {
	openFiles.Lock()
	defer openFiles.Unlock()
	made, err := os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	info, err := made.Stat()
	if err := errors.Join(err, made.Close()); err != nil {
		return err
	}
	f.register(info)
	return nil
}

// register notes which file this is. The registry is locked.
func (f *File) register(info os.FileInfo) {
	f.info = info
	f.identity = identityOf(info, f.options.Host)
	openFiles.enter(info)
}

// connect opens the connections of a new file.
func (f *File) connect() (err error) {
	if f.lock, err = lockDesk(f.path, f.identity, f.options); err != nil {
		return err
	}
	if err := f.connectWriter(); err != nil {
		return err
	}
	return f.connectReaders()
}

// WriteSchema makes a new file one of its schema, within the transaction that
// writes its first rows.
func (f *File) WriteSchema(t *Transaction) error { return f.schema.write(t) }

// Path is where the night is, as it was opened.
func (f *File) Path() string { return f.path }

// Schema is the number of the schema that the night is read and written by.
func (f *File) Schema() int { return f.schema.number }

// Identity tells this file on this machine from its copies: 32 hexadecimal
// digits of a hash, which tells nobody who has a copy which machine that was.
func (f *File) Identity() string { return f.identity }

// Now is the desk's clock, in UTC milliseconds.
func (f *File) Now() int64 { return f.options.Now().UnixMilli() }

// NewID is an id that no copy of any night has: 26 lower-case letters and
// digits.
func (f *File) NewID() string { return f.options.NewID() }

func identityOf(info os.FileInfo, host string) string {
	return fingerprint(host, systemIdentity(info))[:32]
}

func (f *File) connectWriter() error {
	db, err := Connect(f.opened, ForWriting, 1)
	if err != nil {
		return err
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return errors.Join(err, db.Close())
	}
	f.db, f.conn = db, conn
	return nil
}

func (f *File) disconnectWriter() {
	if f.conn != nil {
		_, _ = f.conn.ExecContext(context.Background(), "PRAGMA journal_mode = DELETE")
		_ = f.conn.Close()
	}
	if f.db != nil {
		_ = f.db.Close()
	}
	f.conn, f.db = nil, nil
}

func (f *File) connectReaders() error {
	db, err := Connect(f.opened, ForReading, 4)
	if err != nil {
		return err
	}
	f.readersMu.Lock()
	defer f.readersMu.Unlock()
	f.readers = db
	return nil
}

// closeReaders closes the reading connections, if they are open.
func (f *File) closeReaders() {
	f.readersMu.Lock()
	both := []*sql.DB{f.readers, f.retired}
	f.readers, f.retired = nil, nil
	f.readersMu.Unlock()
	for _, db := range both {
		if db != nil {
			_ = db.Close()
		}
	}
}

// reader is the pool of connections for short reads.
func (f *File) reader() (*sql.DB, error) {
	f.readersMu.Lock()
	defer f.readersMu.Unlock()
	if f.readers == nil {
		return nil, ErrClosed
	}
	return f.readers, nil
}

// working ties work that takes a while to the file: it is cancelled when the
// file closes, and closing waits for it.
func (f *File) working(ctx context.Context) (context.Context, func(), error) {
	f.readersMu.Lock()
	defer f.readersMu.Unlock()
	if f.closing.Err() != nil {
		return nil, nil, ErrClosed
	}
	f.work.Add(1)
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(f.closing, cancel)
	return ctx, func() { stop(); cancel(); f.work.Done() }, nil
}

// Close closes every connection, after a last backup if something changed. No
// file is left beside the night unless another process has it open. An error
// says that the backup failed; the file is closed all the same.
func (f *File) Close() error {
	f.backups.end()
	var err error
	if f.backupDue() {
		err = f.Backup(context.Background())
	}
	f.readersMu.Lock()
	f.close()
	f.readersMu.Unlock()
	f.work.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.info == nil {
		return nil
	}
	f.abandon()
	f.info = nil
	return err
}

// Abandon closes the file without a backup: it is thrown away, or was not
// opened to the end.
func (f *File) Abandon() {
	f.backups.end()
	f.abandon()
}

func (f *File) abandon() {
	f.closeReaders()
	f.disconnectWriter()
	f.lock.release()
	openFiles.leave(f.info)
	for _, folder := range f.private {
		_ = os.RemoveAll(folder)
	}
}
