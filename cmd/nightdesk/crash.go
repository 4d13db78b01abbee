package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
)

// crashFile has the Go runtime write what it says of a crash to a file in the
// user's cache folder, since a desktop app has no terminal to say it on. The
// function it returns is called on a clean exit and takes an empty file away
// again; said is where an earlier crash was written, or "".
func crashFile() (clean func(), said string) {
	nothing := func() {}
	folder, err := os.UserCacheDir()
	if err != nil {
		return nothing, ""
	}
	path := filepath.Join(folder, "nightdesk", "crash.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nothing, ""
	}
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		said = filepath.Join(filepath.Dir(path), "crash-last.txt")
		if err := os.Rename(path, said); err != nil {
			return nothing, path
		}
	}
	f, err := os.Create(path)
	if err != nil {
		return nothing, said
	}
	if err := debug.SetCrashOutput(f, debug.CrashOptions{}); err != nil {
		_ = f.Close() // nothing was written to it
		return nothing, said
	}
	return func() {
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{}) // the app ends here
		_ = f.Close()
		_ = os.Remove(path)
	}, said
}
