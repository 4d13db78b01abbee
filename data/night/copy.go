package night

import (
	"context"
	"errors"
	"os"
	"path/filepath"
)

// Copy writes a whole, verified copy of a night, also while a desk has it
// open. The copy is another replica from its first act on. It fails with
// ErrExists where there is a file of that name.
func Copy(from, to string, o Options) error {
	const op = "copy"
	n, err := View(from, o)
	if err != nil {
		return err
	}
	defer n.Close()
	if d := n.Damage(); d != nil {
		return d.in(op, from)
	}
	target, err := filepath.Abs(to)
	if err != nil {
		return wrap(op, to, err)
	}
	f, err := os.OpenFile(target, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return wrap(op, to, err)
	}
	err = f.Close()
	if err == nil {
		err = n.copyTo(context.Background(), target, n.schema)
	}
	if err != nil {
		return wrap(op, to, errors.Join(err, os.Remove(target)))
	}
	return nil
}
