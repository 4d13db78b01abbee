//go:build !windows

package night

import (
	"fmt"
	"os"
	"syscall"
)

// fileIdentity is the device and inode of a file.
func fileIdentity(info os.FileInfo) string {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return fmt.Sprintf("%d:%d", s.Dev, s.Ino)
	}
	return info.Name()
}
