package night

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// bringUpToDate turns a night of an older schema into one of ours: after a
// verified copy beside it, in one transaction. A night that cannot be
// written is brought up to date in a private copy.
func (n *Night) bringUpToDate(h Header) error {
	if h.Schema >= n.schema.number {
		return nil
	}
	if d := n.Damage(); d != nil {
		return d.in("update", n.path)
	}
	if n.conn == nil {
		return n.updatePrivately(h.Schema)
	}
	beside := n.besideName(h.Schema)
	if err := n.copyTo(context.Background(), beside, nil); err != nil {
		return fmt.Errorf("keep a copy before the update: %w", err)
	}
	return n.write("update", func(t *transaction) (func(), error) {
		return nil, n.schema.update(t, h.Schema)
	})
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
	if from < 1 {
		return fmt.Errorf("%w: its schema %d was never given to anybody", ErrForeign, from)
	}
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
	err := n.commit(func(t *transaction) (func(), error) { return nil, n.schema.update(t, from) })
	n.disconnectWriter()
	return errors.Join(err, n.connectReaders())
}
