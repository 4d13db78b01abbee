package file

import (
	"crypto/rand"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"
)

// Options are what a night needs from the world around it. The zero value is
// the system's clock and randomness and the user's own folders. Now and Random
// are used from several goroutines.
type Options struct {
	Now       func() time.Time
	Random    io.Reader // where ids come from
	StateDir  string    // locks, and private copies of nights that cannot be opened where they are
	BackupDir string
	Host      string // this machine's name, for whoever finds the night held

	// Trace hears of every statement before the writing connection runs it. Tests
	// look at the plans of statements with it; nil hears nothing.
	Trace func(query string, args []any)
}

// Filled is o with every empty field at its default.
func (o Options) Filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.StateDir == "" {
		o.StateDir = userFolder("XDG_STATE_HOME", ".local/state", "state")
	}
	if o.BackupDir == "" {
		o.BackupDir = filepath.Join(userFolder("XDG_DATA_HOME", ".local/share", "data"), "backups")
	}
	if o.Host == "" {
		o.Host, _ = os.Hostname()
	}
	o.StateDir, o.BackupDir = absolute(o.StateDir), absolute(o.BackupDir)
	return o
}

// absolute is the path from the root, as SQLite's addresses need it.
func absolute(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		return whole
	}
	return path
}

// userFolder is where this user's programs keep such things; the temporary
// folder where the user has no home.
func userFolder(variable, unix, elsewhere string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = os.TempDir()
	}
	switch runtime.GOOS {
	case "windows":
		if local := os.Getenv("LocalAppData"); local != "" {
			return filepath.Join(local, "Nightdesk", elsewhere)
		}
		return filepath.Join(home, "Nightdesk", elsewhere)
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Nightdesk", elsewhere)
	}
	if folder := os.Getenv(variable); filepath.IsAbs(folder) {
		return filepath.Join(folder, "nightdesk")
	}
	return filepath.Join(home, filepath.FromSlash(unix), "nightdesk")
}

// NewID is an id that no copy of any night has: 26 lower-case letters and
// digits. The options are filled.
func (o Options) NewID() string {
	ms := uint64(max(0, o.Now().UnixMilli()))
	return strings.ToLower(ulid.MustNew(min(ms, ulid.MaxTime()), o.Random).String())
}
