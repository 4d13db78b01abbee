package record

import (
	"bufio"
	"database/sql"
	"fmt"
	"io"
	"slices"

	"nightdesk/data/night/file"
)

// archiveName is what an archive calls itself.
const archiveName = "nightdesk night"

// mostOfAPart is how long one act, replica or picture may be in an archive, in
// bytes: far above any that a desk makes, so that reading one never takes more
// memory than that, whoever wrote it.
const mostOfAPart = 64 << 20

// What stands in an archive. Numbers that are local to a copy are left out:
// the order tells them.
type (
	archivedReplica struct {
		ID       exact  `json:"id"`
		Began    int64  `json:"began"`
		Identity exact  `json:"identity"`
		Digest   hexDig `json:"digest"`
	}
	archivedAct struct {
		ID       exact             `json:"id"`
		Replica  exact             `json:"replica"`
		Number   int64             `json:"number"`
		Author   exact             `json:"author"`
		Kind     exact             `json:"kind"`
		Reason   exact             `json:"reason"`
		Source   exact             `json:"source"`
		Undoes   exact             `json:"undoes,omitempty"`
		Happened int64             `json:"happened"`
		Recorded int64             `json:"recorded"`
		Content  hexDig            `json:"content"`
		Previous hexDig            `json:"previous"`
		Digest   hexDig            `json:"digest"`
		Versions []archivedVersion `json:"versions"`
	}
	archivedVersion struct {
		Kind     exact  `json:"kind"`
		About    exact  `json:"about"`
		Subject  exact  `json:"subject"`
		Replaces exact  `json:"replaces,omitempty"` // the version's name in every copy
		Gone     bool   `json:"gone,omitempty"`
		Hash     hexDig `json:"hash"`
		// Says is, by table, the rows of the version, each with its columns but
		// for those that are NULL.
		Says map[string][]map[string]value `json:"says,omitempty"`
	}
	archivedPicture struct {
		ID    exact  `json:"id"`
		Bytes []byte `json:"bytes"`
	}
)

// Archive writes the whole night as JSON: every act with its versions and its
// place in the chain of digests, and every picture. FromArchive makes the same
// night of it. Drafts, which are no acts, are not in it. Whatever else is done
// in the night meanwhile goes on and is not in it either.
//
// The document is an object of "archive", "schema", "replicas", "acts" in the
// order of recording and "pictures". Columns go by their names in the night;
// text that is no UTF-8 is an object with its "bytes" in base64.
func (l *Log) Archive(w io.Writer) error {
	const op = "archive"
	if err := l.File.Whole(op); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	a := &archiver{log: l, w: b}
	err := a.write()
	if err == nil {
		err = b.Flush()
	}
	return l.File.Fail(op, err)
}

// An archiver writes one archive. It reads the night a little at a time, so
// that nobody waits for it: nothing that it has read can change.
type archiver struct {
	log      *Log
	w        *bufio.Writer
	replicas []archivedReplica
	last     int64 // act that the archive ends with
}

func (a *archiver) write() error {
	if err := a.log.File.Read("archive", a.span); err != nil {
		return err
	}
	fmt.Fprintf(a.w, `{"archive":%q,"schema":%d`, archiveName, a.log.File.Schema())
	for _, part := range []struct {
		name string
		list func(put func(part any) error) error
	}{{"replicas", a.listReplicas}, {"acts", a.listActs}, {"pictures", a.listPictures}} {
		if err := a.list(part.name, part.list); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	_, err := a.w.WriteString("}\n")
	return err
}

// list writes one of the document's lists, a line for each of its parts.
func (a *archiver) list(name string, each func(put func(part any) error) error) error {
	fmt.Fprintf(a.w, ",\n%q:[", name)
	before := "\n"
	err := each(func(part any) error {
		b, err := plainJSON(part)
		if err != nil {
			return err
		}
		if len(b) > mostOfAPart {
			return fmt.Errorf("one of them is too long to be read again: %d bytes", len(b))
		}
		_, err = a.w.WriteString(before)
		before = ",\n"
		if err == nil {
			_, err = a.w.Write(b)
		}
		return err
	})
	if err != nil {
		return err
	}
	_, err = a.w.WriteString("\n]")
	return err
}

// span reads which act is the last and every replica up to it.
func (a *archiver) span(q file.Querier) error {
	a.replicas = nil
	if err := q.Row(`SELECT coalesce(max(seq), 0) FROM act`).Scan(&a.last); err != nil {
		return err
	}
	return file.EachRow(q, func(rows *sql.Rows) error {
		var r archivedReplica
		err := rows.Scan(&r.ID, &r.Began, &r.Identity, &r.Digest)
		a.replicas = append(a.replicas, r)
		return err
	}, `SELECT id, began, identity, digest FROM replica ORDER BY n`)
}

func (a *archiver) listReplicas(put func(part any) error) error {
	for _, r := range a.replicas {
		if err := put(r); err != nil {
			return err
		}
	}
	return nil
}

func (a *archiver) listActs(put func(part any) error) error {
	for from := int64(0); from < a.last; from += actsASlice {
		var slice []archivedAct
		err := a.log.File.Read("archive", func(q file.Querier) (err error) {
			slice, err = a.read(q, from, min(from+actsASlice, a.last))
			return err
		})
		if err != nil {
			return err
		}
		for _, act := range slice {
			if err := put(act); err != nil {
				return err
			}
		}
	}
	return nil
}

// read reads the acts after one number up to another with all that
// they say.
func (w *archiver) read(q file.Querier, after, to int64) ([]archivedAct, error) {
	all, err := actRows(q, after, to)
	if err != nil {
		return nil, err
	}
	archived := make([]archivedAct, len(all))
	for i, a := range all {
		archived[i] = archivedAct{ID: exact(a.id), Replica: exact(a.replica), Number: a.number, Author: exact(a.author),
			Kind: exact(a.kind), Reason: exact(a.reason), Source: exact(a.source), Undoes: exact(a.undoes),
			Happened: a.happened, Recorded: a.recorded, Content: a.content, Previous: a.previous, Digest: a.digest,
			Versions: make([]archivedVersion, len(a.versions))}
		for at, v := range a.versions {
			says, err := w.said(q, v)
			if err != nil {
				return nil, err
			}
			archived[i].Versions[at] = archivedVersion{Kind: exact(v.Kind), About: exact(v.About), Subject: exact(v.Subject),
				Replaces: exact(v.replacesUID), Gone: v.Gone, Hash: v.hash, Says: says}
		}
	}
	return archived, nil
}

func (w *archiver) said(q file.Querier, v Version) (map[string][]map[string]value, error) {
	if v.Gone {
		return nil, nil
	}
	k := w.log.format.kinds[v.Kind]
	c, err := k.contentOf(q, v.ID)
	if err != nil {
		return nil, err
	}
	says := map[string][]map[string]value{}
	for i, t := range k.tables {
		for _, r := range c[i] {
			columns := map[string]value{}
			for at, name := range t.columns {
				if r[at] != nil {
					columns[name] = value{r[at]}
				}
			}
			says[t.name] = append(says[t.name], columns)
		}
	}
	return says, nil
}

// listPictures reads one picture after the other.
func (a *archiver) listPictures(put func(part any) error) error {
	var ids []string
	err := a.log.File.Read("archive", func(q file.Querier) (err error) {
		ids, err = a.log.format.stored(q, a.last)
		return err
	})
	for _, id := range ids {
		if err != nil {
			return err
		}
		var b []byte
		err = a.log.File.Read("archive", func(q file.Querier) (err error) {
			b, err = Bytes(q, id)
			return err
		})
		if err == nil {
			err = put(archivedPicture{exact(id), b})
		}
	}
	return err
}

// stored lists the ids of bytes that acts up to one speak of, sorted.
func (f *Format) stored(q file.Querier, seq int64) (ids []string, err error) {
	for _, k := range f.kinds {
		if !k.bytes {
			continue
		}
		of, err := file.Texts(q, `SELECT DISTINCT v.subject FROM `+k.name+` p JOIN version v ON v.id = p.version
			WHERE v.act <= ?`, seq)
		if err != nil {
			return nil, err
		}
		ids = append(ids, of...)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}
