package night

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// An asked Querier notes every statement on its way to the night.
type asked struct {
	file.Querier
	statements map[string][]any
}

func (a *asked) Query(query string, args ...any) (*sql.Rows, error) {
	a.statements[query] = args
	return a.Querier.Query(query, args...)
}

func (a *asked) Row(query string, args ...any) *sql.Row {
	a.statements[query] = args
	return a.Querier.Row(query, args...)
}

// The cost of reading one thing must not grow with the night: every step of
// every statement is a search in an index or a primary key, never a scan.
func TestOneOfAThingIsReadWithoutScans(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	c := onlyContest(t, n)
	entries, err := n.Entries()
	must0(t, err)
	seen := &asked{statements: map[string][]any{}}
	must0(t, n.file.Read("read", func(q file.Querier) error {
		seen.Querier = q
		councils, err := readCouncils(seen, record.Latest, "")
		if err != nil {
			return err
		}
		clear(seen.statements) // all councils are read through their table
		if _, err := readCouncils(seen, record.Latest, councils[0].ID); err != nil {
			return err
		}
		if _, err := readContest(seen, record.Latest, c.ID); err != nil {
			return err
		}
		if _, err := readEntry(seen, record.Latest, entries[0].ID); err != nil {
			return err
		}
		if _, err := stepsOf(seen, c.ID); err != nil {
			return err
		}
		if _, err := readPast(seen, record.Latest); err != nil {
			return err
		}
		_, _, err = format.LastUndoable(seen, "")
		return err
	}))
	if len(seen.statements) < 27 {
		t.Fatalf("only %d statements seen", len(seen.statements))
	}
	for statement, args := range seen.statements {
		mustNotScan(t, n, statement, args)
	}
}

// What an act costs must not grow with the night either.
func TestActsAreWrittenWithoutScans(t *testing.T) {
	var trace func(query string, args []any)
	o := options(t)
	o.Trace = func(query string, args []any) {
		if trace != nil {
			trace(query, args)
		}
	}
	n := fullNightAt(t, filepath.Join(t.TempDir(), "full.night"), o)
	defer n.Close()
	author, c := firstAuthor(t, n), onlyContest(t, n)
	must0(t, n.TakeBack(author, c.ID, "too early"))
	statements := map[string][]any{}
	trace = func(query string, args []any) { statements[query] = args }
	must0(t, n.KeyVotes(author, c.ID, c.Candidates[0].ID, election.Of(7)))
	must0(t, n.KeyPapers(author, c.ID, Papers{Rejected: election.Of(3)}))
	must0(t, n.SetState(author, c.ID, election.Recounting))
	e, err := n.Publish(author, blog.Entry{Text: "One more."})
	must0(t, err)
	must0(t, n.Mark(author, e.ID, true, "More", false))
	_, err = n.Undo(author)
	must0(t, err)
	e.Text = "One more, again."
	_, err = n.Edit(author, e, Minor, "")
	must0(t, err)
	must0(t, n.Withdraw(author, e.ID, "twice"))
	must0(t, n.SaveDraft(Draft{Group: "composer", Field: "text"}))
	must0(t, n.DropDrafts("composer"))
	renamed := harlow()
	renamed.Seats = 35
	id, err := n.PutCouncil(author, "", renamed)
	must0(t, err)
	renamed.ID, renamed.Name = id, "Harlow Council"
	_, err = n.PutCouncil(author, "", renamed)
	must0(t, err)
	must0(t, n.SetFlag(author, c.ID, election.Flag{Kind: election.Call, Words: "Con", Source: "the desk"}))
	must0(t, n.KeySecond(author, c.ID, election.Keying{Rejected: election.Of(3)}))
	must0(t, n.RemoveCandidate(author, c.ID, c.Candidates[0].ID))
	must0(t, n.SetChains(author, []election.Chain{{Now: "PP7931", Then: "PP85"}}))
	must0(t, n.SetHistory(author, "", byElections()))
	_, err = n.SetPattern(author, blog.Pattern{Moment: blog.GainMoment, Contest: c.ID, Text: "{winner} takes it."})
	must0(t, err)
	profile, err := n.PutProfile(author, blog.Profile{Name: "House WordPress", Form: "wordpress"})
	must0(t, err)
	must0(t, n.DropProfile(author, profile))
	_, err = n.HandOver(author, given())
	must0(t, err)
	trace = nil
	if len(statements) < 30 {
		t.Fatalf("only %d statements seen", len(statements))
	}
	for statement, args := range statements {
		if statement != "BEGIN IMMEDIATE" && statement != "COMMIT" {
			mustNotScan(t, n, statement, args)
		}
	}
}

func firstAuthor(t testing.TB, n *Night) string {
	t.Helper()
	authors, err := n.Authors()
	must0(t, err)
	return authors[0].ID
}

func mustNotScan(t *testing.T, n *Night, statement string, args []any) {
	t.Helper()
	inWriter(t, n, func(tx *file.Transaction) {
		must0(t, file.EachRow(tx, func(rows *sql.Rows) error {
			var id, parent, unused int
			var detail string
			must0(t, rows.Scan(&id, &parent, &unused, &detail))
			if strings.HasPrefix(detail, "SCAN") && detail != "SCAN CONSTANT ROW" {
				t.Errorf("%s\n\tin %s", detail, statement)
			}
			return nil
		}, "EXPLAIN QUERY PLAN "+statement, args...))
	})
}
