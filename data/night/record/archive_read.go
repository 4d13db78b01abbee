package record

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"nightdesk/data/night/file"

	"github.com/mattn/go-sqlite3"
)

// An ArchiveError says where an archive is no archive of a night, or not the
// one that was written.
type ArchiveError struct {
	Where string // "act 12, version 3", "picture 2"; empty for all of it
	Why   string
}

func (e *ArchiveError) Error() string {
	if e.Where == "" {
		return "this is not the archive of a night: " + e.Why
	}
	return "this is not the archive of a night: " + e.Where + ": " + e.Why
}

// Hint is the user's next step.
func (e *ArchiveError) Hint() string {
	return "Choose another file, or write the archive again; nothing was made of this one."
}

// FromArchive makes the night at that path out of its archive: the same acts,
// versions, pictures and digests, and no drafts. It is a copy of its own from
// its next act on. It fails with file.ErrExists where there is a file of that
// name, with a *file.NewerError or an *ArchiveError where it cannot be done, and
// leaves no file then. Every digest was checked when it returns.
func (f *Format) FromArchive(r io.Reader, path string) error {
	return f.fromArchive(r, path, mostOfAPart)
}

// fromArchive takes no part that is longer than most bytes.
func (f *Format) fromArchive(r io.Reader, path string, most int) error {
	return file.WriteNew("make a night of the archive", path, func(unfinished string) error {
		err := f.Schema.Fill(unfinished, func(w file.Filling) error {
			u := &unpacker{in: &metered{r: r}, most: most, format: f, Filling: w}
			u.dec = json.NewDecoder(u.in)
			u.dec.DisallowUnknownFields()
			if err := u.read(); err != nil {
				return u.told(err)
			}
			return nil
		})
		if err != nil {
			return err
		}
		err = f.Schema.Verify(context.Background(), unfinished)
		var d *file.DamagedError
		if errors.As(err, &d) {
			return &ArchiveError{Why: d.What}
		}
		return err
	})
}

// A metered reader reads no further than it was let to, so that a part of an
// archive never takes more memory than a part may.
type metered struct {
	r    io.Reader
	left int
	err  error // what reading failed with, but for the end
}

var errTooLong = errors.New("it is too long")

func (m *metered) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, errTooLong
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	m.left -= n
	if err != nil && err != io.EOF {
		m.err = err
	}
	return n, err
}

// An unpacker reads one archive and writes its rows.
type unpacker struct {
	in  *metered
	dec *json.Decoder
	file.Filling
	format   *Format
	most     int    // bytes of a part
	where    string // what is being read
	acts     int64
	versions int64
}

// told makes an *ArchiveError of what went wrong, unless it was the disk or
// whoever gave us the archive.
func (u *unpacker) told(err error) error {
	var newer *file.NewerError
	var lite sqlite3.Error
	switch {
	case u.in.err != nil:
		return u.in.err
	case errors.As(err, &newer):
		return err
	case errors.As(err, &lite):
		if lite.Code != sqlite3.ErrConstraint && lite.Code != sqlite3.ErrMismatch {
			return err
		}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("it ends too soon")
	}
	return &ArchiveError{u.where, strings.TrimSuffix(err.Error(), ".")}
}

func (u *unpacker) read() error {
	u.where = "the beginning"
	if err := u.mark('{'); err != nil {
		return err
	}
	var name string
	if err := u.field("archive", &name); err != nil {
		return err
	}
	if name != archiveName {
		return fmt.Errorf("it calls itself %q", name)
	}
	var number int
	if err := u.field("schema", &number); err != nil {
		return err
	}
	switch {
	case number > u.format.Schema.Number():
		return &file.NewerError{File: number, Known: u.format.Schema.Number()}
	case number < 1:
		return fmt.Errorf("its schema %d was never given to anybody", number)
	}
	if err := u.lists(); err != nil {
		return err
	}
	u.where = "the end"
	if err := u.mark('}'); err != nil {
		return err
	}
	if _, err := u.dec.Token(); err != io.EOF {
		return errors.New("something comes after it")
	}
	return u.whole()
}

func (u *unpacker) lists() error {
	if err := list(u, "replicas", "replica", u.replica); err != nil {
		return err
	}
	if err := list(u, "acts", "act", u.act); err != nil {
		return err
	}
	return list(u, "pictures", "picture", u.picture)
}

// whole asks what can be asked only at the end.
func (u *unpacker) whole() error {
	u.where = ""
	if u.acts == 0 {
		return errors.New("there is no act in it")
	}
	var stray sql.NullString
	err := u.Row(`SELECT min(b.id) FROM picture_bytes b WHERE NOT EXISTS
		(SELECT 1 FROM version v WHERE v.about = b.id AND v.kind = 'picture')`).Scan(&stray)
	if err == nil && stray.Valid {
		err = fmt.Errorf("no act speaks of its picture %s", stray.String)
	}
	return err
}

// mark reads one of the marks that hold the document together.
func (u *unpacker) mark(want json.Delim) error {
	u.in.left = u.most
	t, err := u.dec.Token()
	if err == nil && t != want {
		err = fmt.Errorf("%v stands where %v should", t, want)
	}
	return err
}

// key reads the name of a field.
func (u *unpacker) key(want string) error {
	u.in.left = u.most
	t, err := u.dec.Token()
	if err == nil && t != want {
		err = fmt.Errorf("%v stands where %q should", t, want)
	}
	return err
}

// value reads one value whole.
func (u *unpacker) value(into any) error {
	u.in.left = u.most
	return u.dec.Decode(into)
}

func (u *unpacker) field(name string, into any) error {
	if err := u.key(name); err != nil {
		return err
	}
	return u.value(into)
}

// list reads one of the document's lists, part by part.
func list[T any](u *unpacker, name, part string, take func(T) error) error {
	u.where = "the " + name
	if err := u.key(name); err != nil {
		return err
	}
	if err := u.mark('['); err != nil {
		return err
	}
	u.in.left = u.most
	for i := 1; u.dec.More(); i++ {
		u.where = fmt.Sprintf("%s %d", part, i)
		var p T
		if err := u.value(&p); err != nil {
			return err
		}
		if err := take(p); err != nil {
			return err
		}
		u.in.left = u.most
	}
	u.where = "the end of the " + name
	return u.mark(']')
}

func (u *unpacker) replica(r archivedReplica) error {
	_, err := u.Exec(`INSERT INTO replica (n, id, began, identity, digest)
		SELECT coalesce(max(n), 0) + 1, ?, ?, ?, ? FROM replica`, string(r.ID), r.Began, string(r.Identity), []byte(r.Digest))
	return err
}

func (u *unpacker) act(a archivedAct) error {
	u.acts++
	_, err := u.Exec(`INSERT INTO act (seq, id, replica, number, author, kind, reason, source, undoes,
		happened, recorded, content, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)`,
		u.acts, string(a.ID), string(a.Replica), a.Number, string(a.Author), string(a.Kind), string(a.Reason), string(a.Source),
		string(a.Undoes), a.Happened, a.Recorded, []byte(a.Content), []byte(a.Previous), []byte(a.Digest))
	where := u.where
	for i, v := range a.Versions {
		if err != nil {
			return err
		}
		u.where = fmt.Sprintf("%s, version %d", where, i+1)
		err = u.version(i, v)
	}
	return err
}

func (u *unpacker) version(at int, v archivedVersion) error {
	k, known := u.format.kinds[string(v.Kind)]
	if !known {
		return fmt.Errorf("it speaks of a %q, which is nothing", string(v.Kind))
	}
	replaces, err := u.replaced(v)
	if err != nil {
		return err
	}
	u.versions++
	_, err = u.Exec(`INSERT INTO version (id, act, n, kind, about, subject, replaces, gone, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		u.versions, u.acts, at, string(v.Kind), string(v.About), string(v.Subject), replaces, flag(v.Gone), []byte(v.Hash))
	if err != nil {
		return err
	}
	if v.Gone {
		if len(v.Says) > 0 {
			return errors.New("it says something of a thing that is gone")
		}
		return nil
	}
	c, err := contentFrom(k, v.Says)
	if err != nil {
		return err
	}
	if !bytes.Equal(k.hash(c), v.Hash) {
		return fmt.Errorf("the %s %s is not as it was written", string(v.Kind), string(v.Subject))
	}
	return k.insert(u, u.versions, c)
}

// replaced finds the version that one replaces: an earlier one of the same
// thing.
func (u *unpacker) replaced(v archivedVersion) (any, error) {
	if v.Replaces == "" {
		return nil, nil
	}
	at := max(0, strings.LastIndexByte(string(v.Replaces), '-'))
	act, n := v.Replaces[:at], strings.TrimPrefix(string(v.Replaces[at:]), "-")
	var id int64
	var kind, about, subject string
	err := u.Row(`SELECT v.id, v.kind, v.about, v.subject FROM act a JOIN version v ON v.act = a.seq
		WHERE a.id = ? AND v.n = ?`, string(act), n).Scan(&id, &kind, &about, &subject)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, fmt.Errorf("it replaces %q, which does not come before it", string(v.Replaces))
	case err != nil:
		return nil, err
	case kind != string(v.Kind) || about != string(v.About) || subject != string(v.Subject):
		return nil, fmt.Errorf("it replaces %q, which is of another thing", string(v.Replaces))
	}
	return id, nil
}

func (u *unpacker) picture(p archivedPicture) error {
	_, err := u.Exec(`INSERT INTO picture_bytes (id, bytes) VALUES (?, ?)`, string(p.ID), p.Bytes)
	return err
}
