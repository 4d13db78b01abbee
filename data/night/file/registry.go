package file

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"sync"
)

// registry knows the files that this process has open through SQLite. On
// Unix, closing any descriptor of a file drops every lock that the process
// holds on it, SQLite's too; so such a file is never opened another way.
type registry struct {
	sync.Mutex
	files []registered
}

type registered struct {
	info  os.FileInfo // device and inode
	count int
}

var openFiles registry

// holds reports whether the file is open here. The registry is locked.
func (r *registry) holds(info os.FileInfo) bool { return r.find(info) >= 0 }

func (r *registry) find(info os.FileInfo) int {
	for i, f := range r.files {
		if os.SameFile(f.info, info) {
			return i
		}
	}
	return -1
}

// enter notes that the file is open once more. The registry is locked.
func (r *registry) enter(info os.FileInfo) {
	if i := r.find(info); i >= 0 {
		r.files[i].count++
		return
	}
	r.files = append(r.files, registered{info, 1})
}

// leave notes that the file is closed once.
func (r *registry) leave(info os.FileInfo) {
	r.Lock()
	defer r.Unlock()
	i := r.find(info)
	if i < 0 {
		return
	}
	if r.files[i].count--; r.files[i].count == 0 {
		r.files = append(r.files[:i], r.files[i+1:]...)
	}
}

// fingerprint is the SHA-256 of some texts, each with its length, in
// hexadecimal.
func fingerprint(texts ...string) string {
	h := sha256.New()
	for _, text := range texts {
		fmt.Fprintf(h, "s%d:%s", len(text), text)
	}
	h.Write([]byte{'\n'})
	return hex.EncodeToString(h.Sum(nil))
}
