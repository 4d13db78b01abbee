package night

import (
	"path/filepath"
	"sync"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A clock moves a second a reading.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(time.Second)
	return c.at
}

func options(t testing.TB) Options {
	folder := t.TempDir()
	c := &clock{at: time.Date(2021, 5, 6, 21, 0, 0, 0, time.UTC)}
	return Options{Now: c.now, StateDir: filepath.Join(folder, "state"), BackupDir: filepath.Join(folder, "backups"), Host: "laptop"}
}

func hartlepool() election.Contest {
	con := election.Party{ID: "PP52", Name: "Conservative and Unionist Party", Short: "Con"}
	lab := election.Party{ID: "PP53", Name: "Labour Party", Short: "Lab"}
	return election.Contest{
		Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
		Electorate: election.Of(70768),
		Candidates: []election.Candidate{
			{Forenames: "Sam", Surname: "Lee", Party: election.Independent},
			{Forenames: "Jill", Surname: "Mortimer", Party: con},
			{Forenames: "Paul", Surname: "Williams", Party: lab},
		},
		Baselines: []election.Baseline{{Name: "2019 general election", Date: "2019-12-12", Seats: 1,
			Electorate: election.Of(70855), Rejected: election.Of(119),
			Candidates: []election.Candidate{
				{Forenames: "Mike", Surname: "Hill", Party: lab, Votes: election.Of(15464)},
				{Forenames: "Stefan", Surname: "Houghton", Party: con, Votes: election.Of(11869)},
			}}},
	}
}

func TestANightFromBeginningToEnd(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "hartlepool.night")
	n, err := Create(path, blog.Details{Title: "Hartlepool by-election", Zone: "Europe/London"}, o)
	must0(t, err)
	author, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter", Initials: "AR"})
	must0(t, err)
	must0(t, n.PutContests(author, "candidates", []election.Contest{hartlepool()}))
	contests, err := n.Contests()
	must0(t, err)
	c := contests[0]
	must0(t, n.KeyVotes(author, c.ID, c.Candidates[1].ID, election.Of(15529)))
	e, err := n.Publish(author, blog.Entry{Kicker: "But how?", Text: "It begins."})
	must0(t, err)
	must0(t, n.SaveDraft(Draft{Group: "composer", Field: "text", Text: "half a sen", Caret: 10}))
	must0(t, n.Close())

	n, err = Open(path, o)
	must0(t, err)
	defer n.Close()
	c, err = n.Contest(c.ID)
	must0(t, err)
	if c.Candidates[1].Votes != election.Of(15529) || c.Candidates[0].Votes.Known() {
		t.Errorf("votes: %v", c.Candidates)
	}
	entries, err := n.Entries()
	must0(t, err)
	if len(entries) != 1 || entries[0].ID != e.ID || entries[0].Text != "It begins." {
		t.Errorf("entries: %+v", entries)
	}
	drafts, err := n.Drafts()
	must0(t, err)
	if len(drafts) != 1 || drafts[0].Text != "half a sen" {
		t.Errorf("drafts: %+v", drafts)
	}
}

func must0(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
