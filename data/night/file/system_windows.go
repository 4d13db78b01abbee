package file

import (
	"errors"
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// systemIdentity is the file's time of creation, which a copy does not share:
// os.FileInfo keeps the volume and file index to itself.
func systemIdentity(info os.FileInfo) string {
	if d, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		return fmt.Sprint(d.CreationTime.Nanoseconds())
	}
	return info.Name()
}

// lockFile takes a lock at once or fails with errHeld. It locks a byte far
// behind the end, because Windows lets nobody read what is locked.
func lockFile(f *os.File) error {
	at := &windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// syncFolder has nothing to do: Windows keeps names durable by itself.
func syncFolder(string) error { return nil }

// syncFile makes what is in the file durable.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// isFull reports whether the system says that there is no room left.
func isFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}
