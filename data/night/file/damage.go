package file

import (
	"fmt"

	"github.com/mattn/go-sqlite3"
)

// ReadOnly says in one sentence why the night is open for reading only, and
// is empty where it can be written.
func (f *File) ReadOnly() string {
	f.statusMu.Lock()
	defer f.statusMu.Unlock()
	return f.readOnly
}

// Damage says what was found damaged, nil where nothing was.
func (f *File) Damage() *DamagedError {
	f.statusMu.Lock()
	defer f.statusMu.Unlock()
	return f.damage
}

// Whole is nil, or the error of somebody who needs the night whole and finds
// that it is damaged.
func (f *File) Whole(op string) error {
	if d := f.Damage(); d != nil {
		return d.in(op, f.path)
	}
	return nil
}

// makeReadOnly says why nothing will be written from now on. The first
// reason stays, unless it says less than the new one.
func (f *File) makeReadOnly(why string) {
	f.statusMu.Lock()
	defer f.statusMu.Unlock()
	switch f.readOnly {
	case "", AsViewer, unwritable:
		f.readOnly = why
	}
}

// AsViewer is what ReadOnly says of a night that is open for reading only
// because it was opened so, with View: there is nothing else the matter.
const AsViewer = "It is open for reading."

// altered says what another program made of the night.
func altered(difference string) string {
	return "It was altered by another program: " + difference + "."
}

// unwritable says as little as the operating system does.
const unwritable = "The file or its folder cannot be written."

// damaged notes that the night is damaged. One in which nothing was written
// since it was opened is then for reading only; a night in full swing goes
// on, because what the desk still says is worth more than the rule.
func (f *File) damaged(what string) *DamagedError {
	d := f.Damage()
	if d == nil {
		d = &DamagedError{What: what, Backup: newestBackup(f.path, f.options, f.schema)}
		f.statusMu.Lock()
		f.damage = d
		f.statusMu.Unlock()
	}
	if !f.wrote.Load() {
		f.makeReadOnly(fmt.Sprintf("It is damaged: %s.", what))
	}
	return d
}

// in is the error of somebody who needs the night whole and was doing op.
func (d *DamagedError) in(op, path string) error {
	hint := "Look for a copy of it."
	if d.Backup != "" {
		hint = "Open its newest good backup, " + d.Backup + "."
	}
	return &Error{Op: op, Path: path, Err: d, Hint: hint}
}

// isDamage reports whether SQLite could not make sense of the file.
func isDamage(err error) bool {
	code := codeOf(err)
	return code == sqlite3.ErrCorrupt || code == sqlite3.ErrNotADB
}
