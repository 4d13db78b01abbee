package file

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// Settings that the address of a database cannot carry. None is left to a
// default: what makes a commit durable is said here and in writing.
var connectionSettings = []string{
	"PRAGMA fullfsync = ON",
	"PRAGMA trusted_schema = OFF",
	"PRAGMA cell_size_check = ON",
	"PRAGMA temp_store = MEMORY",
}

const driverName = "night"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		for _, setting := range connectionSettings {
			if _, err := c.Exec(setting, nil); err != nil {
				return err
			}
		}
		return nil
	}})
}

// ForWriting opens an existing night so that every commit is on the disk when
// it returns: a rollback journal, EXTRA, and one transaction at a time.
var ForWriting = url.Values{
	"mode":             {"rw"},
	"_txlock":          {"immediate"},
	"_busy_timeout":    {"10000"},
	"_foreign_keys":    {"1"},
	"_journal_mode":    {"TRUNCATE"},
	"_synchronous":     {"EXTRA"},
	"_stmt_cache_size": {"64"},
}

// ForReading opens a night for short reads while others may write.
var ForReading = url.Values{
	"mode":             {"ro"},
	"_txlock":          {"deferred"},
	"_busy_timeout":    {"10000"},
	"_query_only":      {"1"},
	"_stmt_cache_size": {"64"},
}

// address spells the path so that no character in it can be read as
// anything else.
func address(path string, settings url.Values) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/nights
	}
	u := url.URL{Scheme: "file", Path: slashed, RawQuery: settings.Encode()}
	return u.String()
}

// forCopying writes a file that is thrown away if anything fails before it is
// whole, so it needs no journal and no sync on the way.
var forCopying = url.Values{
	"mode":          {"rwc"},
	"_journal_mode": {"OFF"},
	"_synchronous":  {"OFF"},
}

// Connect opens a database of up to most connections, with one of the settings
// above. Nothing is read yet.
func Connect(path string, settings url.Values, most int) (*sql.DB, error) {
	db, err := sql.Open(driverName, address(path, settings))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}
