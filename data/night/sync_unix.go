//go:build !windows

package night

import (
	"errors"
	"os"
)

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
