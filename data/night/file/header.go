package file

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// applicationID marks a SQLite file as a night: "Nght".
const applicationID = 0x4E676874

// A Header is what the first 100 bytes of a file say.
type Header struct {
	Size        int64 // of the file, bytes
	SQLite      bool  // the file begins as a SQLite database does
	Application uint32
	Schema      int  // user_version
	PageSize    int  // bytes
	Pages       int  // as the header counts them
	Log         bool // another program gave it a write-ahead log
}

// IsNight reports whether the file calls itself a night.
func (h Header) IsNight() bool { return h.SQLite && h.Application == applicationID }

// Truncated reports whether the file is shorter than its header says.
func (h Header) Truncated() bool { return h.IsNight() && h.Size < h.whole() }

// whole is how many bytes the file should have.
func (h Header) whole() int64 { return int64(h.PageSize) * int64(h.Pages) }

// Peek reads a file's header and nothing else of it. A night that this
// process has open is asked through SQLite, because closing any other
// descriptor of it would drop SQLite's locks.
func Peek(path string) (Header, error) {
	h, err := peek(path)
	return h, wrap("look at", path, err)
}

func peek(path string) (Header, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Header{}, err
	}
	openFiles.Lock()
	defer openFiles.Unlock()
	return headerAt(path, info)
}

// headerAt asks SQLite where this process has the file open, and reads it
// otherwise. The caller locks the registry.
func headerAt(path string, info os.FileInfo) (Header, error) {
	if info.IsDir() {
		return Header{}, fmt.Errorf("%w: it is a folder", ErrForeign)
	}
	if openFiles.holds(info) {
		return askHeader(path, info.Size())
	}
	return readHeader(path, info.Size())
}

func readHeader(path string, size int64) (Header, error) {
	f, err := os.Open(path)
	if err != nil {
		return Header{}, err
	}
	defer f.Close()
	var b [100]byte
	if _, err := io.ReadFull(f, b[:]); err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return Header{}, err
	}
	return parseHeader(b, size), nil
}

// parseHeader knows the places that SQLite's file format fixes.
func parseHeader(b [100]byte, size int64) Header {
	h := Header{Size: size, SQLite: bytes.HasPrefix(b[:], []byte("SQLite format 3\x00"))}
	if !h.SQLite {
		return h
	}
	h.PageSize = int(binary.BigEndian.Uint16(b[16:]))
	if h.PageSize == 1 {
		h.PageSize = 65536
	}
	h.Log = b[18] == 2 || b[19] == 2
	h.Pages = int(binary.BigEndian.Uint32(b[28:]))
	h.Schema = int(binary.BigEndian.Uint32(b[60:]))
	h.Application = binary.BigEndian.Uint32(b[68:])
	return h
}

// askHeader gets the same from a connection to a night that is open here.
func askHeader(path string, size int64) (Header, error) {
	db, err := Connect(path, ForReading, 1)
	if err != nil {
		return Header{}, err
	}
	defer db.Close()
	return headerOf(db, size)
}

func headerOf(db *sql.DB, size int64) (Header, error) {
	h := Header{SQLite: true, Size: size}
	for pragma, into := range map[string]any{
		"application_id": &h.Application, "user_version": &h.Schema, "page_size": &h.PageSize, "page_count": &h.Pages,
	} {
		if err := db.QueryRow("PRAGMA " + pragma).Scan(into); err != nil {
			return Header{}, err
		}
	}
	return h, nil
}

// admit says why a file of this header cannot be opened as a night, in a
// way that leaves the file as it is.
func (h Header) admit(known int) error {
	switch {
	case h.Size == 0:
		return fmt.Errorf("%w: the file is empty", ErrForeign)
	case !h.SQLite:
		return ErrForeign
	case h.Application != applicationID:
		return fmt.Errorf("%w: another program's database", ErrForeign)
	case h.Schema > known:
		return &NewerError{File: h.Schema, Known: known}
	}
	return nil
}
