package night

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
)

// schema2File is a night as the program of schema 2 wrote it, with something in
// every table.
func schema2File(t *testing.T) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "schema2.night.gz"))
	must0(t, err)
	defer f.Close()
	packed, err := gzip.NewReader(f)
	must0(t, err)
	whole, err := io.ReadAll(packed)
	must0(t, err)
	path := filepath.Join(t.TempDir(), "old.night")
	must0(t, os.WriteFile(path, whole, 0o644))
	return path
}

// editions are what the night shows as of each of its acts.
func editions(t *testing.T, n *Night) (shown []blog.Edition) {
	t.Helper()
	acts, err := n.History("")
	must0(t, err)
	for i := range acts {
		e, err := n.Edition(Moment{Seq: int64(i + 1)})
		must0(t, err)
		shown = append(shown, e)
	}
	return shown
}

// digestOfSchema2 is that of the last act of the night, over all that is said in it.
const digestOfSchema2 = "262713fb2f411b112e72b8780e990ab26a2178c2625be4fecf6c71c2567717ed"

func TestANightOfSchema2IsBroughtUpToDate(t *testing.T) {
	for _, as := range []file.Role{file.Desk, file.Guest} {
		path := schema2File(t)
		mustBeSchema(t, path, 2)
		n, err := openAs(as, path, options(t), format)
		must0(t, err)
		mustEndIn(t, n, digestOfSchema2)
		c := onlyContest(t, n)
		if c.State != election.Declared || c.SystemName != "" || c.Candidates[1].Elected || c.System().Name() != election.FirstPastThePost ||
			len(c.Baselines) != 1 || c.Baselines[0].System(c).Name() != election.FirstPastThePost {
			t.Errorf("it shows %+v", c)
		}
		if won := election.Compute(c).Rows[0]; !won.Elected || won.Candidate.Surname != "Mortimer" {
			t.Errorf("it elects %+v", won)
		}
		ada := firstAuthor(t, n)
		id, err := n.SetContest(ada, election.Contest{Name: "Kirkdale", Seats: 3, Kind: election.Local, SystemName: election.TransferableVote})
		must0(t, err)
		if got, err := n.Contest(id); err != nil || got.SystemName != election.TransferableVote {
			t.Errorf("a new contest is %+v, %v", got, err)
		}
		problems, err := n.Check(t.Context(), nil)
		if err != nil || len(problems) > 0 {
			t.Errorf("%q, %v", problems, err)
		}
		must0(t, n.Close())
		mustHold(t, filepath.Dir(path), "old.night", "old (schema 2).night")
		mustBeSchema(t, path, format.Schema.Number())
		mustBeSchema(t, filepath.Join(filepath.Dir(path), "old (schema 2).night"), 2)
	}
}

func TestANightOfSchema2IsViewedAsItIs(t *testing.T) {
	path := schema2File(t)
	before, err := os.ReadFile(path)
	must0(t, err)
	n, err := View(path, options(t))
	must0(t, err)
	viewed := editions(t, n)
	must0(t, n.Close())
	mustBeUnchanged(t, path, before)
	n, err = Open(path, options(t))
	must0(t, err)
	mustShow(t, n, viewed)
	must0(t, n.Close())
}

// Bringing a night up to date says nothing: two copies of it are brought up to
// date apart and hold the same rows.
func TestTwoCopiesOfSchema2AreBroughtUpToDateAlike(t *testing.T) {
	var rows []map[string][]string
	for range 2 {
		path := schema2File(t)
		n, err := Open(path, options(t))
		must0(t, err)
		must0(t, n.Close())
		rows = append(rows, rowsOf(t, path))
	}
	if !reflect.DeepEqual(rows[0], rows[1]) {
		t.Error("they differ")
	}
	archives := make([][]byte, 2)
	for i := range archives {
		n, err := View(schema2File(t), options(t))
		must0(t, err)
		archives[i] = archived(t, n)
		must0(t, n.Close())
	}
	if !bytes.Equal(archives[0], archives[1]) {
		t.Error("their archives differ")
	}
}
