package night

import (
	"fmt"
	"sync"

	"github.com/mattn/go-sqlite3"
)

// A status is what the night cannot do and why.
type status struct {
	mu       sync.Mutex
	readOnly string
	damage   *DamagedError
}

// ReadOnly says in one sentence why the night is open for reading only, and
// is empty where it can be written.
func (n *Night) ReadOnly() string {
	n.status.mu.Lock()
	defer n.status.mu.Unlock()
	return n.status.readOnly
}

// Damage says what was found damaged, nil where nothing was.
func (n *Night) Damage() *DamagedError {
	n.status.mu.Lock()
	defer n.status.mu.Unlock()
	return n.status.damage
}

// makeReadOnly says why nothing will be written from now on. The first
// reason stays, unless it says less than the new one.
func (n *Night) makeReadOnly(why string) {
	n.status.mu.Lock()
	defer n.status.mu.Unlock()
	switch n.status.readOnly {
	case "", AsViewer, unwritable:
		n.status.readOnly = why
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
func (n *Night) damaged(what string) *DamagedError {
	d := n.Damage()
	if d == nil {
		d = &DamagedError{What: what, Backup: newestBackup(n.path, n.options, n.schema)}
		n.status.mu.Lock()
		n.status.damage = d
		n.status.mu.Unlock()
	}
	if !n.wrote.Load() {
		n.makeReadOnly(fmt.Sprintf("It is damaged: %s.", what))
	}
	return d
}

// damageError is the error of somebody who needs the night whole.
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
