package night

import (
	"fmt"
	"os"
	"syscall"
)

// fileIdentity is the file's time of creation, which a copy does not share:
// os.FileInfo keeps the volume and file index to itself.
func fileIdentity(info os.FileInfo) string {
	if d, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		return fmt.Sprint(d.CreationTime.Nanoseconds())
	}
	return info.Name()
}
