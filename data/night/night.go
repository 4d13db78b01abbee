package night

import (
	"context"
	"io"

	"nightdesk/data/blog"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// A Night is one open night. Its methods may be called from any goroutine;
// they write one after another.
type Night struct {
	log  *record.Log
	file *file.File
}

// Options are what a night needs from the world around it; see file.Options.
type Options = file.Options

// A Header is what the first 100 bytes of a file say; see file.Header.
type Header = file.Header

// Peek reads a file's header and nothing else of it, also of a night that is
// open in this process.
func Peek(path string) (Header, error) { return file.Peek(path) }

// Backups are the paths of the backups of the night at that path, the newest
// first.
func Backups(path string, o Options) []string { return file.Backups(path, o) }

// AsViewer is what ReadOnly says of a night that View opened, where nothing
// else stands against writing it.
const AsViewer = file.AsViewer

// Create makes a new night. It fails with ErrExists where there is a file of
// that name, and leaves no file where anything else fails.
func Create(path string, d blog.Details, o Options) (*Night, error) {
	return create(path, d, o, format)
}

func create(path string, d blog.Details, o Options, f *record.Format) (*Night, error) {
	l, err := record.Create(path, o, f, ActCreate, func(a *record.Act) error { return putDetails(a, d) })
	if err != nil {
		return nil, err
	}
	return &Night{l, l.File}, nil
}

// Open opens a night as the desk. A *HeldError says that another desk has it;
// View opens it all the same. Where the file, its folder or its medium cannot
// be written, where its schema is not ours, or where it is damaged, the night
// opens for reading and ReadOnly says why. A night of an older schema is copied
// to a file in the same folder and brought up to date. Foreign files and nights
// of a newer schema are left as they are.
func Open(path string, o Options) (*Night, error) { return openAs(file.Desk, path, o, format) }

// OpenBeside opens a night for a few acts while a desk may have it open; the
// desk sees them.
func OpenBeside(path string, o Options) (*Night, error) { return openAs(file.Guest, path, o, format) }

// View opens a night for reading. It follows what a desk writes meanwhile.
func View(path string, o Options) (*Night, error) { return openAs(file.Viewer, path, o, format) }

func openAs(as file.Role, path string, o Options, f *record.Format) (*Night, error) {
	l, err := record.Open(as, path, o, f, func(q file.Querier) error {
		_, err := readDetails(q, record.Latest) // the first screen has them
		return err
	})
	if err != nil {
		return nil, err
	}
	return &Night{l, l.File}, nil
}

// Close closes the night after a last backup if it changed. No file is left
// beside the night unless another process has it open. An error says that the
// backup failed; the night is closed all the same.
func (n *Night) Close() error { return n.log.Close() }

// Copy writes a whole, verified copy of a night, also while a desk has it
// open. The copy is another replica from its first act on. It fails with
// ErrExists where there is a file of that name.
func Copy(from, to string, o Options) error {
	n, err := View(from, o)
	if err != nil {
		return err
	}
	defer n.Close()
	return n.file.Copy(to)
}

// Path is where the night is, as it was opened.
func (n *Night) Path() string { return n.file.Path() }

// ReadOnly says in one sentence why the night is open for reading only, and is
// empty where it can be written.
func (n *Night) ReadOnly() string { return n.file.ReadOnly() }

// Damage says what was found damaged, nil where nothing was.
func (n *Night) Damage() *DamagedError { return n.file.Damage() }

// Backup copies the night to the user's backups, verifies the copy and thins
// the older ones. Acts go on meanwhile.
func (n *Night) Backup(ctx context.Context) error { return n.file.Backup(ctx) }

// Check looks the whole night over, a little at a time, so that acts go on
// meanwhile: SQLite's own checks table by table, then every digest. It returns
// what is wrong in words, nothing where all is well. The progress function,
// which may be nil, hears how far it is. An error means that the check could
// not be ended.
func (n *Night) Check(ctx context.Context, progress func(done, total int)) ([]string, error) {
	return n.file.Check(ctx, progress)
}

// Replica is the id of this copy of the night: the one that its next act will
// be recorded under or, in a night open for reading, the last one.
func (n *Night) Replica() string { return n.log.Replica() }

// A Change says that something was committed.
type Change = record.Change

// Watch calls f after every commit: on the goroutine that committed, or on a
// polling one for the acts of other processes. No lock is held meanwhile, so f
// may read and write the night. Drafts are nobody's change.
func (n *Night) Watch(f func(Change)) (stop func()) { return n.log.Watch(f) }

// History is every act on a subject, by its id ("details" for the head of the
// blog and colours, "chain" and "history" for those), or on anything where
// subject is empty; the oldest first.
func (n *Night) History(subject string) ([]Recorded, error) { return n.log.History(subject) }

// LastUndoable is the act that Undo would undo: this copy's last act by the
// author, undone ones and undoings left out, while nothing stands on it.
func (n *Night) LastUndoable(author string) (r Recorded, ok bool, err error) {
	return n.log.LastUndoable(author)
}

// Undo undoes what LastUndoable finds and returns the act that does: a new one,
// which restores what the undone act replaced. It fails with ErrNothingToUndo
// where there is nothing.
func (n *Night) Undo(author string) (Recorded, error) { return n.log.Undo(author) }

// A Draft is what stands in an open field and is not committed yet.
type Draft = record.Draft

// SaveDraft keeps the field as it stands, in place of what was kept of it
// before. Drafts are the one thing in a night that changes; they are no acts.
func (n *Night) SaveDraft(d Draft) error { return n.log.SaveDraft(d) }

// Drafts are all that is kept, by group and field.
func (n *Night) Drafts() ([]Draft, error) { return n.log.Drafts() }

// DropDrafts forgets every field of a group.
func (n *Night) DropDrafts(group string) error { return n.log.DropDrafts(group) }

// DropDraft forgets one field.
func (n *Night) DropDraft(group, field string) error { return n.log.DropDraft(group, field) }

// Archive writes the whole night as JSON: every act with its versions and its
// place in the chain of digests, and every picture. FromArchive makes the same
// night of it. Drafts, which are no acts, are not in it. Whatever else is done
// in the night meanwhile goes on and is not in it either.
func (n *Night) Archive(w io.Writer) error { return n.log.Archive(w) }

// FromArchive makes the night at that path out of its archive: the same acts,
// versions, pictures and digests, and no drafts. It is a copy of its own from
// its next act on. It fails with ErrExists where there is a file of that name,
// with a *NewerError or an *ArchiveError where it cannot be done, and leaves no
// file then. Every digest was checked when it returns.
func FromArchive(r io.Reader, path string) error { return format.FromArchive(r, path) }
