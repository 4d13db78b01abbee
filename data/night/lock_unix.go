//go:build !windows

package night

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock on the whole file at once or fails with errHeld.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errHeld
	}
	return err
}
