package night

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
func (n *Night) bringUpToDate(h Header) error {
	if h.Schema >= n.schema.number {
		return nil
	}
	if h.Schema < 1 {
		return fmt.Errorf("%w: its schema %d was never given to anybody", ErrForeign, h.Schema)
	}
	if d := n.Damage(); d != nil {
		return n.salvage(d)
	}
	err := n.updateFrom(h.Schema)
	var d *DamagedError
	switch {
	case errors.As(err, &d):
		return n.salvage(errors.New(d.What))
	case isDamage(err):
		return n.salvage(err)
	}
	return err
}

// updateFrom updates the night's file: after a verified copy beside it, in one
// transaction. A night that cannot be written, or that another program
// altered, is brought up to date in a private copy.
func (n *Night) updateFrom(number int) error {
	difference, err := n.schema.before(number).altered(n.readers)
	if err != nil {
		return err
	}
	if difference != "" {
		n.makeReadOnly(altered(difference))
		n.lock.release()
	}
	if n.conn == nil || difference != "" {
		err := n.updatePrivately(number)
		if difference != "" && err != nil && !isDamage(err) {
			err = fmt.Errorf("%w: %s", ErrForeign, difference) // a name that we need is taken
		}
		return err
	}
	beside := n.besideName(number)
	if err := n.copyTo(context.Background(), beside, nil); err != nil {
		return fmt.Errorf("keep a copy before the update: %w", err)
	}
	return n.commitUpdate(number)
}

// commitUpdate is no writing in the night as Damage means it: nothing that a
// desk said can be lost yet.
func (n *Night) commitUpdate(from int) error {
	err := n.commit(func(t *transaction) (func(), error) { return nil, n.schema.update(t, from) })
	n.wrote.Store(false)
	return err
}

// besideName is a free name for the copy: "Night (schema 1).night".
func (n *Night) besideName(from int) string {
	ext := filepath.Ext(n.path)
	stem := strings.TrimSuffix(n.path, ext)
	name := fmt.Sprintf("%s (schema %d)%s", stem, from, ext)
	for i := 2; ; i++ {
		if _, err := os.Lstat(name); errors.Is(err, os.ErrNotExist) {
			return name
		}
		name = fmt.Sprintf("%s (schema %d, %d)%s", stem, from, i, ext)
	}
}

// update takes every step from an older number to ours.
func (s *schema) update(t *transaction, from int) error {
	for number := from; number < s.number; number++ {
		if _, err := t.exec(s.texts[number]); err != nil {
			return fmt.Errorf("from schema %d: %w", number, err)
		}
	}
	_, err := t.exec(pragma("user_version", s.number))
	return err
}

// updatePrivately shows an older night that cannot be written.
func (n *Night) updatePrivately(from int) error {
	if len(n.private) == 0 {
		if err := n.copyPrivately(); err != nil {
			return err
		}
	} else {
		n.closeReaders()
	}
	if err := n.connectWriter(); err != nil {
		return err
	}
	err := n.commitUpdate(from)
	n.disconnectWriter()
	return errors.Join(err, n.connectReaders())
}
