package night

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"nightdesk/data/blog"
)

// A Night is one open file. Its methods may be called from any goroutine;
// they write one after another.
type Night struct {
	path     string // as the user knows it
	file     string // what is really open: path, or a private copy of it
	role     role
	options  Options
	schema   *schema
	info     os.FileInfo // of file, for the registry
	identity string
	fresh    string // this copy's replica id, should it need a new one
	status   status
	lock     *deskLock
	private  []string // folders of private copies, removed on closing

	mu       sync.Mutex // held while writing and while looking for others' acts
	db       *sql.DB    // of the one writing connection; nil for a viewer
	conn     *sql.Conn
	seen     int64                          // last act that watchers know of
	dirty    bool                           // something was written since the last backup
	overhear func(query string, args []any) // set by tests
	wrote    atomic.Bool                    // something was written since the night was opened

	looking   sync.Mutex // guards readers
	readers   *sql.DB
	retired   *sql.DB // readers of a file that turned out to be damaged
	salvaging sync.Mutex
	salvaged  bool
	closing   context.Context // ends when the night closes
	close     context.CancelFunc
	work      sync.WaitGroup // checks and backups under way
	watching  following
	backups   keeper
}

// Path is where the night is, as it was opened.
func (n *Night) Path() string { return n.path }

// Create makes a new night. It fails with ErrExists where there is a file of
// that name, and leaves no file where anything else fails.
func Create(path string, d blog.Details, o Options) (*Night, error) {
	const op = "create"
	n, err := newNight(path, o, current)
	if err != nil {
		return nil, wrap(op, path, err)
	}
	if err := n.create(d); err != nil {
		return nil, wrap(op, path, err)
	}
	return n, nil
}

func (n *Night) create(d blog.Details) error {
	if err := n.reserve(); err != nil {
		return err
	}
	err := n.begin(d)
	if err != nil {
		n.abandon()
		_ = os.Remove(n.path)
		return err
	}
	n.keepBackups()
	return nil
}

func newNight(path string, o Options, s *schema) (*Night, error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	o = o.filled()
	n := &Night{path: whole, file: whole, options: o, schema: s, fresh: o.newID()}
	n.closing, n.close = context.WithCancel(context.Background())
	return n, nil
}

// reserve makes the empty file, so that nobody else can take the name.
func (n *Night) reserve() error {
	open.Lock()
	defer open.Unlock()
	f, err := os.OpenFile(n.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	n.known(info)
	return nil
}

// known notes which file this is. The registry is locked.
func (n *Night) known(info os.FileInfo) {
	n.info = info
	n.identity = identityOf(info, n.options.Host)
	open.enter(info)
}

// begin writes schema and first act in one transaction.
func (n *Night) begin(d blog.Details) error {
	var err error
	if n.lock, err = lockDesk(n.path, n.identity, n.options); err != nil {
		return err
	}
	if err := n.connectWriter(); err != nil {
		return err
	}
	if err := n.connectReaders(); err != nil {
		return err
	}
	_, err = n.act("create", act{kind: "create"}, func(a *act) error {
		for _, statement := range []string{
			pragma("application_id", applicationID), pragma("user_version", n.schema.number), n.schema.sql(),
		} {
			if _, err := a.exec(statement); err != nil {
				return err
			}
		}
		return a.putDetails(d)
	})
	return err
}

func (n *Night) connectWriter() error {
	db, err := connect(n.file, writing, 1)
	if err != nil {
		return err
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return errors.Join(err, db.Close())
	}
	n.db, n.conn = db, conn
	return nil
}

// working ties work that takes a while to the night: it is cancelled when
// the night closes, and closing waits for it.
func (n *Night) working(ctx context.Context) (context.Context, func(), error) {
	n.looking.Lock()
	defer n.looking.Unlock()
	if n.closing.Err() != nil {
		return nil, nil, ErrClosed
	}
	n.work.Add(1)
	ctx, cancel := context.WithCancel(ctx)
	stop := context.AfterFunc(n.closing, cancel)
	return ctx, func() { stop(); cancel(); n.work.Done() }, nil
}

// reader is the pool of connections for short reads.
func (n *Night) reader() (*sql.DB, error) {
	n.looking.Lock()
	defer n.looking.Unlock()
	if n.readers == nil {
		return nil, ErrClosed
	}
	return n.readers, nil
}
