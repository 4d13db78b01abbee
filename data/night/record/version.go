package record

import (
	"database/sql"
	"errors"
	"math"

	"nightdesk/data/night/file"
)

// Latest is the sequence number of "as it stands": no act comes after it.
const Latest = math.MaxInt64

// Standing is the condition in SQL under which version v stands as of act ?1:
// it was recorded by then, nothing recorded by then replaces it, and it is not
// the mark of something gone.
const Standing = `v.act <= ?1 AND v.gone = 0
  AND NOT EXISTS (SELECT 1 FROM version w WHERE w.replaces = v.id AND w.act <= ?1)`

// A Version is a version as it lies in the file.
type Version struct {
	ID             int64
	Kind           string
	About, Subject string
	Replaces       sql.NullInt64 // the id of the version that no longer stands
	Gone           bool          // it marks that the thing is no more
	hash           []byte
	replacesUID    string // what it replaces by its name in every copy, where that was read
}

// A Said is what one version says, and of what.
type Said[T any] struct {
	Version        int64
	Act            int64 // seq of the act that said it
	About, Subject string
	What           T
}

// Standing reads what stands as of an act, of everything or, unless about is
// empty, of what is about one thing; nil where there is nothing. Where several
// versions of one thing stand, the one recorded last is shown, in the place of
// the first.
func (k *Kind[T]) Standing(q file.Querier, seq int64, about string) ([]Said[T], error) {
	found, err := k.standing(q, seq, about)
	if err != nil {
		return nil, err
	}
	var all []Said[T]
	places := map[[2]string]int{}
	for _, f := range found {
		what, err := k.read(f.content)
		if err != nil {
			return nil, err
		}
		said := Said[T]{f.version, f.act, f.about, f.subject, what}
		thing := [2]string{f.about, f.subject}
		if at, again := places[thing]; again {
			all[at] = said
			continue
		}
		places[thing] = len(all)
		all = append(all, said)
	}
	return all, nil
}

// StandingOne reads what stands of the one thing that a kind of its own is
// about, as of an act, and whether there is any.
func (k *Kind[T]) StandingOne(q file.Querier, seq int64, about string) (what T, found bool, err error) {
	all, err := k.Standing(q, seq, about)
	if len(all) == 0 || err != nil {
		return what, false, err
	}
	return all[len(all)-1].What, true, nil
}

// A foundVersion is a version that stands, on its way to a Said.
type foundVersion struct {
	version, act   int64
	about, subject string
	hash           []byte
	content        content
}

// standing reads the versions that stand, table by table.
func (k *kind) standing(q file.Querier, seq int64, about string) ([]*foundVersion, error) {
	var all []*foundVersion
	byVersion := map[int64]*foundVersion{}
	for i, t := range k.tables {
		query, args := k.standingIn(t, i == 0, seq, about)
		err := file.EachRow(q, func(rows *sql.Rows) error {
			var f foundVersion
			r, _, err := t.scan(rows, &f.version, &f.act, &f.about, &f.subject, &f.hash)
			if err != nil {
				return err
			}
			known := byVersion[f.version]
			switch {
			case known == nil && i > 0:
				return nil // of a damaged night the kind's own row may be lost
			case known == nil:
				f.content = make(content, len(k.tables))
				known = &f
				byVersion[f.version], all = known, append(all, known)
			}
			known.content[i] = append(known.content[i], r)
			return nil
		}, query, args...)
		if err != nil || len(all) == 0 {
			return nil, err
		}
	}
	return all, nil
}

// standingIn is the rows of one of the kind's tables whose versions stand: all
// of them through the table, those about one thing through the index of
// versions.
func (k *kind) standingIn(t table, first bool, seq int64, about string) (query string, args []any) {
	query = "SELECT v.id, v.act, v.about, v.subject, v.hash, " + t.selected("x")
	if about == "" {
		query += " FROM " + t.name + " x CROSS JOIN version v ON v.id = x.version WHERE "
		args = []any{seq}
	} else {
		query += " FROM version v CROSS JOIN " + t.name + " x ON x.version = v.id WHERE v.about = ?2 AND v.kind = ?3 AND "
		args = []any{seq, about, k.name}
	}
	query += Standing + " ORDER BY "
	if k.byArrival && first {
		query += "(SELECT min(f.id) FROM version f WHERE f.about = v.about AND f.kind = v.kind AND f.subject = v.subject), "
	}
	query += "v.id"
	if t.many {
		query += ", x.position"
	}
	return query, args
}

// Find lists the subjects of what stands now and has a text in a column of the
// kind's own table, in the order of recording; nil where there is none.
func (k *Kind[T]) Find(q file.Querier, column, text string) (subjects []string, err error) {
	return file.Texts(q, "SELECT v.subject FROM "+k.name+" x CROSS JOIN version v ON v.id = x.version WHERE x."+
		column+" = ?2 AND "+Standing+" ORDER BY v.id", Latest, text)
}

// FindOne is the first that Find lists, or "".
func (k *Kind[T]) FindOne(q file.Querier, column, text string) (subject string, err error) {
	subjects, err := k.Find(q, column, text)
	if len(subjects) == 0 || err != nil {
		return "", err
	}
	return subjects[0], nil
}

// Last reads what was recorded last of one thing, and whether it stands. It is
// a few steps in indexes.
func (k *Kind[T]) Last(q file.Querier, about, subject string) (what T, found bool, err error) {
	h, found, err := k.head(q, about, subject)
	if err != nil || !found || h.gone {
		return what, false, err
	}
	return k.Said(q, h.version)
}

// Said reads what a version says; found is false where it marks that the thing
// is gone.
func (k *Kind[T]) Said(q file.Querier, version int64) (what T, found bool, err error) {
	c, err := k.contentOf(q, version)
	if err != nil || c.empty() {
		return what, false, err
	}
	what, err = k.read(c)
	return what, err == nil, err
}

// Must returns a *NotFoundError unless the thing stands now.
func (k *kind) Must(q file.Querier, about, subject string) error {
	h, found, err := k.head(q, about, subject)
	if err == nil && (!found || h.gone) {
		err = &NotFoundError{Kind: k.name, ID: subject}
	}
	return err
}

// A head is the version of one thing that nothing replaces.
type head struct {
	version int64
	gone    bool
	hash    []byte
	uid     string // of the version: the act's id and its place in it
}

// head finds the last version of a thing. It is one step in one index: what is
// recorded last is never replaced by something recorded before it.
func (k *kind) head(q file.Querier, about, subject string) (h head, found bool, err error) {
	err = q.Row(`SELECT v.id, v.gone, v.hash, a.id || '-' || v.n
		FROM version v JOIN act a ON a.seq = v.act
		WHERE v.about = ? AND v.kind = ? AND v.subject = ? ORDER BY v.id DESC LIMIT 1`,
		about, k.name, subject).Scan(&h.version, &h.gone, &h.hash, &h.uid)
	if errors.Is(err, sql.ErrNoRows) {
		return head{}, false, nil
	}
	return h, err == nil, err
}

// versionsOf reads the versions of an act in their order.
func versionsOf(q file.Querier, act int64) ([]Version, error) {
	var all []Version
	err := file.EachRow(q, func(rows *sql.Rows) error {
		var v Version
		err := rows.Scan(&v.ID, &v.Kind, &v.About, &v.Subject, &v.Replaces, &v.Gone, &v.hash, &v.replacesUID)
		all = append(all, v)
		return err
	}, `SELECT v.id, v.kind, v.about, v.subject, v.replaces, v.gone, v.hash, coalesce(a.id || '-' || w.n, '')
		FROM version v LEFT JOIN version w ON w.id = v.replaces LEFT JOIN act a ON a.seq = w.act
		WHERE v.act = ? ORDER BY v.n`, act)
	return all, err
}
