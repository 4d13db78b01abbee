//go:build !windows

package file

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// systemIdentity is the device and inode of a file.
func systemIdentity(info os.FileInfo) string {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprintf("%d:%d", s.Dev, s.Ino)
	}
	return info.Name()
}

// lockFile takes the lock on the whole file at once or fails with errHeld.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errHeld
	}
	return err
}

// syncFolder makes a new name in the folder durable.
func syncFolder(folder string) error { return syncFile(folder) }

// syncFile makes what is in the file durable.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// isFull reports whether the system says that there is no room left.
func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
