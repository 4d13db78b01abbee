package file

import (
	"database/sql"
	"time"
)

// Follow looks around whenever another connection has written, until stop is
// closed. It asks every so often. Look runs while nothing is written through
// this file; where it finds something it returns what tells of it, which runs
// when writing goes on. A look that fails is tried again the next time.
func (f *File) Follow(every time.Duration, stop <-chan struct{}, look func() (tell func(), err error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	db, err := Connect(f.opened, ForReading, 1)
	if err != nil {
		return
	}
	defer db.Close()
	last := int64(-1)
	for {
		select {
		case <-stop:
			return
		case <-tick.C:
		}
		last = f.lookAround(db, last, look)
	}
}

// lookAround looks if the file's version is not the last one seen, and returns
// the version it has now.
func (f *File) lookAround(db *sql.DB, last int64, look func() (tell func(), err error)) int64 {
	var version int64
	if err := db.QueryRow("PRAGMA data_version").Scan(&version); err != nil || version == last {
		return last
	}
	f.mu.Lock()
	tell, err := look()
	if tell != nil {
		f.dirty = true
	}
	f.mu.Unlock()
	if err != nil {
		return last
	}
	if tell != nil {
		tell()
	}
	return version
}
