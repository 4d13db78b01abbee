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
	return writeNew(op, to, func(target string) error { return n.copyTo(context.Background(), target, n.schema) })
}

// writeNew lets a file be written that is not there yet. The name is taken
// meanwhile, and free again where it fails.
func writeNew(op, to string, write func(target string) error) error {
	target, err := filepath.Abs(to)
	if err != nil {
		return wrap(op, to, err)
	}
	f, err := os.OpenFile(target, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if err != nil {
		return wrap(op, to, err)
	}
	if err = f.Close(); err == nil {
		err = write(target)
	}
	if err != nil {
		return wrap(op, to, errors.Join(err, os.Remove(target)))
	}
	return nil
}
