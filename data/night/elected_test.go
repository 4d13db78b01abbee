package night

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// transferableNight has an invented ward of three seats by single transferable
// vote, with its first preferences.
func transferableNight(t *testing.T) (*Night, election.Contest) {
	t.Helper()
	n, err := Create(filepath.Join(t.TempDir(), "stv.night"), blog.Details{Title: "Kirkdale"}, options(t))
	must0(t, err)
	ward := election.Contest{Name: "Kirkdale", Date: "2022-05-05", Kind: election.Local, Seats: 3, SystemName: election.TransferableVote}
	for i, name := range []string{"Adams", "Brown", "Clark", "Dale", "East"} {
		ward.Candidates = append(ward.Candidates, election.Candidate{Surname: name, Votes: election.Of(1000 + 100*i)})
	}
	must0(t, n.PutContests("", "candidates", []election.Contest{ward}))
	return n, onlyContest(t, n)
}

func electedNames(c election.Contest) string {
	var names []string
	for _, k := range c.Candidates {
		if k.Elected {
			names = append(names, k.Surname)
		}
	}
	return strings.Join(names, " ")
}

// Who is elected where votes do not tell it is said, can be said otherwise and
// undone, and is declared with the rest.
func TestWhoIsElectedIsSaid(t *testing.T) {
	n, c := transferableNight(t)
	defer n.Close()
	a, b, d := c.Candidates[0].ID, c.Candidates[1].ID, c.Candidates[3].ID
	var blocked *BlockedError
	if err := n.Declare("", c.ID); !errors.As(err, &blocked) {
		t.Fatalf("declared with nobody elected: %v", err)
	}
	must0(t, n.SetElected("", c.ID, []string{a, b}))
	must0(t, n.SetElected("", c.ID, []string{a, b, d}))
	if got := electedNames(onlyContest(t, n)); got != "Adams Brown Dale" {
		t.Errorf("elected: %s", got)
	}
	_, err := n.Undo("")
	must0(t, err)
	if got := electedNames(onlyContest(t, n)); got != "Adams Brown" {
		t.Errorf("elected after undoing: %s", got)
	}
	must0(t, n.SetElected("", c.ID, []string{a, b, d}))
	must0(t, n.MoveCandidate("", c.ID, d, 0))
	if got := electedNames(onlyContest(t, n)); got != "Dale Adams Brown" {
		t.Errorf("elected after a move: %s", got)
	}
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	var declared *DeclaredError
	if err := n.SetElected("", c.ID, nil); !errors.As(err, &declared) {
		t.Errorf("changed after the declaration: %v", err)
	}
	change := onlyContest(t, n)
	change.SystemName = election.BlockVote
	if _, err := n.SetContest("", change); !errors.As(err, &declared) {
		t.Errorf("counted otherwise after the declaration: %v", err)
	}
}

func TestWhoIsElectedIsNotSaidWhereVotesTellIt(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	var refused *RefusedError
	if err := n.SetElected("", c.ID, []string{c.Candidates[0].ID}); !errors.As(err, &refused) {
		t.Errorf("by first past the post: %v", err)
	}
	must0(t, n.PutContests("", "", []election.Contest{{Name: "Docklow referendum", SystemName: election.Referendum,
		Candidates: []election.Candidate{{Surname: "Yes", Party: election.NoParty}}}}))
	all, err := n.Contests()
	must0(t, err)
	if err := n.SetElected("", all[1].ID, []string{all[1].Candidates[0].ID}); !errors.As(err, &refused) {
		t.Errorf("in a referendum: %v", err)
	}
}

// More than there are seats, or somebody who does not stand, is elected nowhere.
func TestWhoIsElectedStandsAndHasASeat(t *testing.T) {
	n, c := transferableNight(t)
	defer n.Close()
	var refused *RefusedError
	var all []string
	for _, k := range c.Candidates {
		all = append(all, k.ID)
	}
	if err := n.SetElected("", c.ID, all); !errors.As(err, &refused) {
		t.Errorf("five for three seats: %v", err)
	}
	var none *NotFoundError
	if err := n.SetElected("", c.ID, []string{"nobody"}); !errors.As(err, &none) {
		t.Errorf("nobody: %v", err)
	}
}

// The result of a mayor after 7 May 2026 waits for somebody to say the system.
func TestAMayorIsAskedForTheSystem(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	mayor := election.Contest{Name: "Mayor of Docklow", Date: "2027-05-06", Kind: election.Local}
	var refused *RefusedError
	if _, err := n.SetContest("", mayor); !errors.As(err, &refused) || !strings.Contains(refused.Next, "supplementary vote") {
		t.Errorf("not asked: %v", err)
	}
	mayor.SystemName = election.SupplementaryVote
	_, err := n.SetContest("", mayor)
	must0(t, err)
}

// An import that says who is elected says it of everybody, and of a declared
// result that is a correction.
func TestAnImportSaysAnewWhoIsElected(t *testing.T) {
	n, c := transferableNight(t)
	defer n.Close()
	said := func(names ...string) election.Contest {
		given := election.Contest{ID: c.ID}
		for _, k := range c.Candidates {
			k.Elected, k.Votes = false, election.Count{}
			for _, name := range names {
				k.Elected = k.Elected || k.Surname == name
			}
			given.Candidates = append(given.Candidates, k)
		}
		return given
	}
	must0(t, n.PutContests("", "", []election.Contest{said("Adams", "Brown", "Clark")}))
	must0(t, n.PutContests("", "", []election.Contest{said()}))
	if got := electedNames(onlyContest(t, n)); got != "Adams Brown Clark" {
		t.Errorf("elected: %s", got)
	}
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	again := Import{Reason: "the fifth stage was read wrong", Source: "the returning officer", Contests: []election.Contest{said("Adams", "Brown", "East")}}
	must0(t, n.Take(again))
	got := onlyContest(t, n)
	if electedNames(got) != "Adams Brown East" || got.State != election.Corrected || got.Revision != 2 {
		t.Errorf("elected: %s, %s, revision %d", electedNames(got), got.State, got.Revision)
	}
}
