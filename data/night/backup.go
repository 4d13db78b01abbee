package night

import (
	"context"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// pagesAStep is how much of a night is copied between two acts: about a
// megabyte, well under the time of a commit.
const pagesAStep = 256

// backupFolder is where the backups of a night at that path are kept: found
// without reading the night, since it may be damaged.
func backupFolder(path string, o Options) string {
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	return filepath.Join(o.BackupDir, name+"-"+hex(digest(row{path}))[:12])
}

// Backup copies the night to the user's backups, verifies the copy and
// thins the older ones. Acts go on meanwhile.
func (n *Night) Backup(ctx context.Context) error {
	const op = "back up"
	if d := n.Damage(); d != nil {
		return d.in(op, n.path)
	}
	ctx, done, err := n.working(ctx)
	if err != nil {
		return n.fail(op, err)
	}
	defer done()
	folder := backupFolder(n.path, n.options)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return n.fail(op, err)
	}
	n.mu.Lock()
	wasDirty := n.dirty
	n.dirty = false
	n.mu.Unlock()
	to := filepath.Join(folder, n.options.Now().UTC().Format(backupName))
	err = n.copyTo(ctx, to, n.schema)
	if err == nil {
		err = thin(folder, n.options.Now())
	}
	if err != nil && wasDirty {
		n.mu.Lock()
		n.dirty = true
		n.mu.Unlock()
	}
	return n.fail(op, err)
}

// copyTo writes a copy of the night, verified against the schema.
func (n *Night) copyTo(ctx context.Context, to string, s *schema) error {
	return writeWhole(to, func(unfinished string) error {
		if err := n.copyPages(ctx, unfinished); err != nil {
			return err
		}
		return s.verify(ctx, unfinished)
	})
}

// writeWhole lets a file be written under another name first, so that what is
// under the right name is whole.
func writeWhole(to string, write func(unfinished string) error) error {
	unfinished := to + ".unfinished"
	_ = os.Remove(unfinished)
	err := write(unfinished)
	if err == nil {
		err = syncFile(unfinished)
	}
	if err == nil {
		err = os.Rename(unfinished, to)
	}
	if err != nil {
		_ = os.Remove(unfinished)
		_ = os.Remove(unfinished + "-journal")
		return err
	}
	return syncFolder(filepath.Dir(to))
}

// copying writes a file that is thrown away if anything fails before it is
// whole, so it needs no journal and no sync on the way.
var copying = url.Values{
	"mode":          {"rwc"},
	"_journal_mode": {"OFF"},
	"_synchronous":  {"OFF"},
}

// copyPages copies through SQLite, a step at a time. The source is a
// connection for reading; it holds a lock only during a step, and the
// night's own writer waits for no more than one.
func (n *Night) copyPages(ctx context.Context, to string) error {
	source, err := connect(n.file, looking, 1)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := connect(to, copying, 1)
	if err != nil {
		return err
	}
	defer target.Close()
	from, err := source.Conn(ctx)
	if err != nil {
		return err
	}
	defer from.Close()
	into, err := target.Conn(ctx)
	if err != nil {
		return err
	}
	defer into.Close()
	return into.Raw(func(dst any) error {
		return from.Raw(func(src any) error {
			b, err := dst.(*sqlite3.SQLiteConn).Backup("main", src.(*sqlite3.SQLiteConn), "main")
			if err != nil {
				return err
			}
			return errors.Join(n.stepThrough(ctx, b), b.Finish())
		})
	})
}

// stepThrough copies step by step. A write between two steps makes SQLite
// begin anew, so the steps grow until one outruns the writers.
func (n *Night) stepThrough(ctx context.Context, b *sqlite3.SQLiteBackup) error {
	pages := pagesAStep
	for left := -1; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		n.mu.Lock()
		done, err := b.Step(pages)
		n.mu.Unlock()
		if done || err != nil {
			return err
		}
		if now := b.Remaining(); left >= 0 && now >= left {
			pages *= 2
			time.Sleep(time.Millisecond)
		} else {
			left = now
		}
	}
}

// verify checks a copy that nobody else has open; see inspect for a nil
// schema.
func (s *schema) verify(ctx context.Context, path string) error {
	db, err := connect(path, looking, 1)
	if err != nil {
		return err
	}
	defer db.Close()
	problems, err := inspect(ctx, db, s, nil)
	if err == nil && len(problems) > 0 {
		err = &DamagedError{What: strings.TrimSuffix(problems[0], ".")}
	}
	return err
}
