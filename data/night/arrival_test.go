package night

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// foyle is a ward with its candidates and, where given, their votes.
func foyle(state election.State, votes ...int) election.Contest {
	c := election.Contest{Name: "Foyle", Date: "2026-05-07", Kind: election.Local, Seats: 1, State: state, Candidates: []election.Candidate{
		{Forenames: "Michelle", Surname: "O'Neill", Party: election.Party{ID: "PP39", Name: "Sinn Féin", Short: "SF"}},
		{Forenames: "Siân", Surname: "Llŷr-Jones", Party: election.Party{ID: "PP77", Name: "Plaid Cymru", Short: "Plaid"}},
		{Forenames: "Bob", Surname: "Bone", Party: election.Party{ID: "PP53", Name: "Labour", Short: "Lab"}},
	}}
	for i, v := range votes {
		c.Candidates[i].Votes = election.Of(v)
	}
	return c
}

func emptyNight(t *testing.T) *Night {
	t.Helper()
	n, err := Create(filepath.Join(t.TempDir(), "empty.night"), blog.Details{Title: "Empty", Zone: "Europe/London"}, options(t))
	must0(t, err)
	t.Cleanup(func() { _ = n.Close() })
	return n
}

func mustRefuse(t *testing.T, n *Night, what string, i Import, words string) {
	t.Helper()
	before, err := n.Contests()
	must0(t, err)
	var refused *RefusedError
	if err := n.Take(i); !errors.As(err, &refused) || !strings.Contains(err.Error(), words) || refused.Next == "" {
		t.Errorf("%s: %v", what, err)
	}
	if after, err := n.Contests(); err != nil || !reflect.DeepEqual(after, before) {
		t.Errorf("%s: the night is now %+v", what, after)
	}
}

// Names that differ in apostrophes, accents and hyphens are those of one person.
func TestACurlyApostropheIsNobodyElse(t *testing.T) {
	n := emptyNight(t)
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.NotStarted)}))
	before := onlyContest(t, n)
	curly := foyle(election.Declared, 102, 95, 50)
	curly.Name, curly.Candidates[0].Surname = "FOYLE ward", "O’Neill"
	curly.Candidates[1].Forenames, curly.Candidates[1].Surname = "Sian", "Llyr Jones"
	must0(t, n.PutContests("", "", []election.Contest{curly}))
	got := onlyContest(t, n)
	if got.Name != "Foyle" || len(got.Candidates) != 3 || got.State != election.Declared {
		t.Fatalf("it reads %+v", got)
	}
	for i, k := range got.Candidates {
		if k.ID != before.Candidates[i].ID || k.Name() != before.Candidates[i].Name() || !k.Votes.Known() {
			t.Errorf("%+v was %+v", k, before.Candidates[i])
		}
	}
}

// A file that says "declared" declares nothing that a person could not.
func TestAResultWithoutAllVotesIsNotDeclaredByItsFile(t *testing.T) {
	n := emptyNight(t)
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.NotStarted)}))
	partial := foyle(election.Declared, 102, 95)
	partial.Candidates = partial.Candidates[:2]
	must0(t, n.PutContests("", "", []election.Contest{partial}))
	if got := onlyContest(t, n); got.State != election.Provisional || got.Revision != 0 || got.Declared != 0 {
		t.Errorf("it is %s, revision %d", got.State, got.Revision)
	}
}

func TestADeclaredBallotPaperGetsNobodyByAnImport(t *testing.T) {
	n := emptyNight(t)
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.Declared, 102, 95, 50)}))
	renamed, stranger := foyle(election.Declared, 102, 95, 50), foyle(election.Declared, 102, 95, 50)
	renamed.Candidates[2].Forenames = "Robert"
	stranger.Candidates = append(stranger.Candidates, election.Candidate{Forenames: "Zoe", Surname: "Zed", Votes: election.Of(40)})
	why := Import{Reason: "The council says so.", Source: "the council"}
	for _, i := range []Import{{}, why} {
		i.Contests = []election.Contest{renamed}
		mustRefuse(t, n, "another forename", i, "may be Bob Bone")
		i.Contests = []election.Contest{stranger}
		mustRefuse(t, n, "a new name", i, "Zoe Zed is no candidate of Foyle")
	}
	told := Import{Contests: []election.Contest{renamed}, Told: match.Told{Same: map[string]string{"Robert Bone": "Bob Bone"}}}
	must0(t, n.Take(told))
	if got := onlyContest(t, n); got.Revision != 1 || got.Candidates[2].Name() != "Bob Bone" {
		t.Errorf("told that he is there, it reads %+v", got)
	}
	add := Import{Contests: []election.Contest{stranger}, Told: match.Told{New: []string{"Zoe Zed"}}}
	mustRefuse(t, n, "a new name without a reason", add, "Foyle is declared")
	add.Reason, add.Source = why.Reason, why.Source
	must0(t, n.Take(add))
	if got := onlyContest(t, n); got.State != election.Corrected || got.Revision != 2 || len(got.Candidates) != 4 || got.Corrections[0].Reason != why.Reason {
		t.Errorf("told that she is nobody there, it reads %+v", got)
	}
}

func TestADeclaredResultChangesWithAReasonAndASource(t *testing.T) {
	for what, change := range map[string]func(c *election.Contest){
		"votes":      func(c *election.Contest) { c.Candidates[0].Votes = election.Of(103) },
		"day":        func(c *election.Contest) { c.ID, c.Date = "", "" },
		"seats":      func(c *election.Contest) { c.Seats = 2 },
		"electorate": func(c *election.Contest) { c.Electorate = election.Of(1000) },
		"party": func(c *election.Contest) {
			c.Candidates[0].ID, c.Candidates[0].Party = "", election.Party{ID: "PP55", Name: "Social Democratic and Labour Party", Short: "SDLP"}
		},
		"baseline": func(c *election.Contest) {
			c.Baselines = []election.Baseline{{Name: "2022", Date: "2022-05-05", Candidates: []election.Candidate{{Surname: "Bone", Votes: election.Of(8)}}}}
		},
	} {
		n := emptyNight(t)
		declared := foyle(election.Declared, 102, 95, 50)
		declared.Baselines = []election.Baseline{{Name: "2022", Date: "2022-05-05", Candidates: []election.Candidate{{Surname: "Bone", Votes: election.Of(7)}}}}
		must0(t, n.PutContests("", "", []election.Contest{declared}))
		c := onlyContest(t, n)
		given := foyle(election.Declared, 102, 95, 50)
		given.ID = c.ID
		for i := range given.Candidates {
			given.Candidates[i].ID = c.Candidates[i].ID
		}
		must0(t, n.PutContests("", "again", []election.Contest{given}))
		change(&given)
		if what == "day" {
			must0(t, n.PutContests("", "", []election.Contest{given})) // a file that says no day changes none
			continue
		}
		if what == "party" {
			mustRefuse(t, n, what, Import{Reason: "r", Source: "s", Contests: []election.Contest{given}}, "the same name")
			given.Candidates[0].ID = c.Candidates[0].ID
		}
		mustRefuse(t, n, what, Import{Reason: "a file", Contests: []election.Contest{given}}, "Foyle is declared")
		must0(t, n.Take(Import{Reason: "Misread.", Source: "the officer", Contests: []election.Contest{given}}))
		if got := onlyContest(t, n); got.State != election.Corrected || got.Revision != 2 || got.Corrections[0].Source != "the officer" {
			t.Errorf("%s: it is %s, revision %d, %+v", what, got.State, got.Revision, got.Corrections)
		}
	}
}

func TestWhatDoesNotBalanceIsNoCorrection(t *testing.T) {
	n := emptyNight(t)
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.Declared, 102, 95, 50)}))
	given := foyle(election.Declared, 102, 95, 50)
	given.Verified, given.Rejected = election.Of(248), election.Of(2)
	mustRefuse(t, n, "249 papers of 248", Import{Reason: "r", Source: "s", Contests: []election.Contest{given}}, "cannot be published so")
}

// Another polling day is another contest, by name as by code.
func TestAnotherPollingDayIsAnotherContest(t *testing.T) {
	for _, code := range []string{"", "E05009999"} {
		n := emptyNight(t)
		first := foyle(election.Declared, 102, 95, 50)
		first.Code = code
		later := foyle(election.Declared, 90, 95, 50)
		later.Code, later.Date = code, "2027-02-04"
		must0(t, n.PutContests("", "", []election.Contest{first}))
		was := onlyContest(t, n)
		must0(t, n.PutContests("", "", []election.Contest{later}))
		all, err := n.Contests()
		must0(t, err)
		if len(all) != 2 || !reflect.DeepEqual(all[0], was) || all[1].Date != "2027-02-04" || all[1].Candidates[0].ID == was.Candidates[0].ID {
			t.Errorf("with the code %q they read %+v", code, all)
		}
	}
}

// The same file makes the same things in two copies of a night, and other things
// in another night.
func TestAnImportMakesTheSameThingsInEveryCopy(t *testing.T) {
	o := options(t)
	path := filepath.Join(t.TempDir(), "first.night")
	n, err := Create(path, blog.Details{Title: "Twice", Zone: "Europe/London"}, o)
	must0(t, err)
	must0(t, n.Close())
	copied := filepath.Join(t.TempDir(), "second.night")
	must0(t, Copy(path, copied, o))

	brought := foyle(election.Declared, 102, 95, 50)
	brought.Candidates = append(brought.Candidates,
		election.Candidate{Forenames: "Bob", Surname: "Bone", Party: election.Party{ID: "PP63", Name: "Green"}, Votes: election.Of(9)},
		election.Candidate{Forenames: "Zoe", Surname: "Zed", Person: "4711", Votes: election.Of(8)})
	brought.Baselines = []election.Baseline{
		{Name: "2022", Date: "2022-05-05", Candidates: []election.Candidate{{Surname: "Bone", Votes: election.Of(7)}}},
		{Name: "2022, notional", Date: "2022-05-05", Candidates: []election.Candidate{{Surname: "Bone", Votes: election.Of(7)}}}}
	council := election.Council{Name: "Derry", Seats: 40}
	read := func(path string) (contests []election.Contest, councils []election.Council) {
		n, err := Open(path, options(t))
		must0(t, err)
		defer n.Close()
		must0(t, n.SetDetails("", blog.Details{Title: filepath.Base(path), Zone: "Europe/London"}))
		for range 2 {
			must0(t, n.Take(Import{Contests: []election.Contest{brought}, Councils: []election.Council{council}}))
		}
		contests, err = n.Contests()
		must0(t, err)
		councils, err = n.Councils()
		must0(t, err)
		for i := range contests {
			contests[i].Declared = 0
		}
		return contests, councils
	}
	one, oneCouncil := read(path)
	two, twoCouncil := read(copied)
	if !reflect.DeepEqual(one, two) || !reflect.DeepEqual(oneCouncil, twoCouncil) {
		t.Errorf("one copy reads\n%+v\nthe other\n%+v", one, two)
	}
	other := emptyNight(t)
	must0(t, other.PutContests("", "", []election.Contest{brought}))
	ids := map[string]bool{}
	for _, c := range append(one, onlyContest(t, other)) {
		all := []string{c.ID}
		for _, k := range c.Candidates {
			all = append(all, k.ID)
		}
		for _, b := range c.Baselines {
			all = append(all, b.ID, b.Candidates[0].ID)
		}
		for _, id := range all {
			if ids[id] || len(id) != 26 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
				t.Errorf("%q is no id of its own", id)
			}
			ids[id] = true
		}
	}
	if len(ids) != 20 {
		t.Errorf("%d ids", len(ids))
	}
}

// A contest whose name or day a person changed stays another than the one that
// comes in as it was called before.
func TestAnIDThatIsTakenIsNotGivenAgain(t *testing.T) {
	n := emptyNight(t)
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.NotStarted)}))
	c := onlyContest(t, n)
	_, err := n.SetContest("", election.Contest{ID: c.ID, Name: "Foyleside", Date: c.Date})
	must0(t, err)
	must0(t, n.PutContests("", "", []election.Contest{{ID: c.ID, Candidates: []election.Candidate{{ID: c.Candidates[2].ID, Surname: "Cole"}}}}))
	must0(t, n.PutContests("", "", []election.Contest{{ID: c.ID, Seats: 3, Candidates: []election.Candidate{{Forenames: "Bob", Surname: "Bone"}}}}))
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.NotStarted)}))
	all, err := n.Contests()
	must0(t, err)
	if len(all) != 2 || all[0].ID == all[1].ID || len(all[0].Candidates) != 4 || len(all[1].Candidates) != 3 ||
		all[0].Candidates[3].ID == all[0].Candidates[2].ID || all[0].Candidates[2].Surname != "Cole" {
		t.Errorf("they read %+v", all)
	}
}

func TestTheContestsOfTwoDaysAreChangedByHand(t *testing.T) {
	n := emptyNight(t)
	later := foyle(election.NotStarted)
	later.Date = "2027-02-04"
	must0(t, n.PutContests("", "", []election.Contest{foyle(election.NotStarted), later}))
	all, err := n.Contests()
	must0(t, err)
	_, err = n.SetContest("", election.Contest{ID: all[1].ID, Name: "Foyle", Date: later.Date, Seats: 2})
	must0(t, err)
	var refused *RefusedError
	if _, err = n.SetContest("", election.Contest{ID: all[1].ID, Name: "FOYLE", Date: all[0].Date}); !errors.As(err, &refused) {
		t.Errorf("two of one day: %v", err)
	}
}
