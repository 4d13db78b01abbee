package file

import (
	"context"
	"errors"
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
	return filepath.Join(o.BackupDir, name+"-"+fingerprint(path)[:12])
}

// Backup copies the night to the user's backups, verifies the copy and
// thins the older ones. Acts go on meanwhile.
func (f *File) Backup(ctx context.Context) error {
	const op = "back up"
	if err := f.Whole(op); err != nil {
		return err
	}
	ctx, done, err := f.working(ctx)
	if err != nil {
		return f.Fail(op, err)
	}
	defer done()
	folder := backupFolder(f.path, f.options)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return f.Fail(op, err)
	}
	f.mu.Lock()
	wasDirty := f.dirty
	f.dirty = false
	f.mu.Unlock()
	to := filepath.Join(folder, f.options.Now().UTC().Format(backupName))
	err = f.copyTo(ctx, to, f.schema)
	if err == nil {
		err = thin(folder, f.options.Now())
	}
	if err != nil && wasDirty {
		f.mu.Lock()
		f.dirty = true
		f.mu.Unlock()
	}
	return f.Fail(op, err)
}

// copyTo writes a copy of the night, verified against the schema.
func (f *File) copyTo(ctx context.Context, to string, s *Schema) error {
	return writeWhole(to, func(unfinished string) error {
		if err := f.copyPages(ctx, unfinished); err != nil {
			return err
		}
		return s.Verify(ctx, unfinished)
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

// copyPages copies through SQLite, a step at a time. The source is a
// connection for reading; it holds a lock only during a step, and the
// night's own writer waits for no more than one.
func (f *File) copyPages(ctx context.Context, to string) error {
	source, err := Connect(f.opened, ForReading, 1)
	if err != nil {
		return err
	}
	defer source.Close()
	target, err := Connect(to, forCopying, 1)
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
			return errors.Join(f.stepThrough(ctx, b), b.Finish())
		})
	})
}

// stepThrough copies step by step. A write between two steps makes SQLite
// begin anew, so the steps grow until one outruns the writers.
func (f *File) stepThrough(ctx context.Context, b *sqlite3.SQLiteBackup) error {
	pages := pagesAStep
	for left := -1; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.mu.Lock()
		done, err := b.Step(pages)
		f.mu.Unlock()
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

// Verify returns a *DamagedError where a file that nobody else has open is not
// whole. A nil schema stands for an older one: see inspect.
func (s *Schema) Verify(ctx context.Context, path string) error {
	db, err := Connect(path, ForReading, 1)
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
