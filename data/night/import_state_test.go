package night

import (
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A list of candidates says "not started". It may come again while the count
// goes on.
func TestImportNeverMovesTheCountBack(t *testing.T) {
	for _, c := range []struct{ now, given, want election.State }{
		{election.NotStarted, election.NotStarted, election.NotStarted},
		{election.NotStarted, election.Counting, election.Counting},
		{election.Verified, election.NotStarted, election.Verified},
		{election.Counting, election.NotStarted, election.Counting},
		{election.Counting, election.Verifying, election.Counting},
		{election.Counting, "", election.Counting},
		{election.Counting, election.Provisional, election.Provisional},
		{election.Provisional, election.NotStarted, election.Provisional},
		{election.Recounting, election.Provisional, election.Recounting},
		{election.Postponed, election.NotStarted, election.Postponed},
		{election.Postponed, election.Counting, election.Counting},
		{election.Counting, election.Countermanded, election.Countermanded},
	} {
		t.Run(string(c.now)+" and "+string(c.given), func(t *testing.T) {
			n, err := Create(filepath.Join(t.TempDir(), "count.night"), blog.Details{Title: "Count", Zone: "Europe/London"}, options(t))
			must0(t, err)
			defer n.Close()
			given := hartlepool()
			given.State = election.NotStarted
			must0(t, n.PutContests("", "candidates", []election.Contest{given}))
			must0(t, n.SetState("", onlyContest(t, n).ID, c.now))
			given.State = c.given
			must0(t, n.PutContests("", "candidates again", []election.Contest{given}))
			if got := onlyContest(t, n); got.State != c.want {
				t.Errorf("the state is %q, want %q", got.State, c.want)
			} else if got.State == election.Recounting && got.Recount != 1 {
				t.Errorf("recount %d, want 1", got.Recount)
			}
		})
	}
}

// A result is declared while it is imported, unless its poll is long past: then
// nobody knows when it was.
func TestImportKnowsWhenOnlyOfTonight(t *testing.T) {
	o := options(t)
	tonight := o.Now().UTC()
	for day, known := range map[election.Date]bool{
		"": true, election.Date(tonight.Format("2006-01-02")): true,
		election.Date(tonight.AddDate(0, 0, -2).Format("2006-01-02")): true,
		"2017-06-08": false,
	} {
		n, err := Create(filepath.Join(t.TempDir(), "results.night"), blog.Details{Title: "Results", Zone: "Europe/London"}, o)
		must0(t, err)
		given := hartlepool()
		given.Date, given.State, given.Baselines = day, election.Declared, nil
		for i := range given.Candidates {
			given.Candidates[i].Votes = election.Of(100 - i)
		}
		must0(t, n.PutContests("", "results", []election.Contest{given}))
		if got := onlyContest(t, n).Declared; (got != 0) != known {
			t.Errorf("poll of %q: declared at %d", day, got)
		}
		given.Declared = 5
		given.Name, given.Code = "Elsewhere", ""
		must0(t, n.PutContests("", "results", []election.Contest{given}))
		contests, err := n.Contests()
		must0(t, err)
		if contests[1].Declared != 5 {
			t.Errorf("a time that was given became %d", contests[1].Declared)
		}
		must0(t, n.Close())
	}
}
