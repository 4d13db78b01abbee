package file

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// bringUpToDate turns a night of an older schema into one of ours. Of a
// damaged one, what can be read is read into one of ours.
func (f *File) bringUpToDate(h Header) error {
	if h.Schema >= f.schema.number {
		return nil
	}
	if h.Schema < 1 {
		return fmt.Errorf("%w: its schema %d was never given to anybody", ErrForeign, h.Schema)
	}
	if d := f.Damage(); d != nil {
		return f.rescue(d)
	}
	err := f.updateFrom(h.Schema)
	var d *DamagedError
	switch {
	case errors.As(err, &d):
		return f.rescue(errors.New(d.What))
	case isDamage(err):
		return f.rescue(err)
	}
	return err
}

// updateFrom updates the night's file: after a verified copy in the same folder, in
// one transaction. A night that cannot be written, or that another program
// altered, is brought up to date in a private copy.
func (f *File) updateFrom(number int) error {
	difference, err := f.schema.Before(number).altered(f.readers)
	if err != nil {
		return err
	}
	if difference != "" {
		f.makeReadOnly(altered(difference))
		f.lock.release()
	}
	if f.conn == nil || difference != "" {
		err := f.updatePrivately(number)
		if difference != "" && err != nil && !isDamage(err) {
			err = fmt.Errorf("%w: %s", ErrForeign, difference) // a name that we need is taken
		}
		return err
	}
	if err := f.copyTo(context.Background(), f.copyName(number), nil); err != nil {
		return fmt.Errorf("keep a copy before the update: %w", err)
	}
	return f.commitUpdate(number)
}

// commitUpdate is no writing in the night as Damage means it: nothing that a
// desk said can be lost yet.
func (f *File) commitUpdate(from int) error {
	err := f.commit(func(t *Transaction) (func(), error) { return nil, f.schema.update(t, from) })
	f.wrote.Store(false)
	return err
}

// copyName is a free name for the copy: "Night (schema 1).night".
func (f *File) copyName(from int) string {
	ext := filepath.Ext(f.path)
	stem := strings.TrimSuffix(f.path, ext)
	name := fmt.Sprintf("%s (schema %d)%s", stem, from, ext)
	for i := 2; ; i++ {
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s (schema %d, %d)%s", stem, from, i, ext)
	}
}

// update takes every step from an older number to ours.
func (s *Schema) update(t *Transaction, from int) error {
	for number := from; number < s.number; number++ {
		if _, err := t.Exec(s.texts[number]); err != nil {
			return fmt.Errorf("from schema %d: %w", number, err)
		}
	}
	_, err := t.Exec(pragma("user_version", s.number))
	return err
}

// updatePrivately shows an older night that cannot be written.
func (f *File) updatePrivately(from int) error {
	if len(f.private) == 0 {
		if err := f.copyPrivately(); err != nil {
			return err
		}
	} else {
		f.closeReaders()
	}
	if err := f.connectWriter(); err != nil {
		return err
	}
	err := f.commitUpdate(from)
	f.disconnectWriter()
	return errors.Join(err, f.connectReaders())
}
