package night

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

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
