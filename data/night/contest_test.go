package night

import (
	"errors"
	"reflect"
	"testing"

	"nightdesk/data/election"
)

func TestAContestIsMadeAndChangedByHand(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	ward := election.Contest{Name: " Bush Fair ward ", Code: "E05004056", Date: "2021-05-06", Kind: election.Local,
		Group: "Harlow", Seats: 3, Method: election.AverageVote}
	id, err := n.SetContest("", ward)
	must0(t, err)
	got, err := n.Contest(id)
	must0(t, err)
	want := election.Contest{ID: id, Name: "Bush Fair ward", Code: "E05004056", Date: "2021-05-06", Kind: election.Local,
		Group: "Harlow", Seats: 3, Method: election.AverageVote, State: election.NotStarted}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("it reads %+v", got)
	}
	_, err = n.SetContest("", election.Contest{ID: c.ID, Name: "Hartlepool and the Headland"})
	must0(t, err)
	changed, err := n.Contest(c.ID)
	must0(t, err)
	if changed.Name != "Hartlepool and the Headland" || changed.Code != "" || changed.Kind != election.Parliamentary || changed.Seats != 1 ||
		!reflect.DeepEqual(changed.Candidates, c.Candidates) || changed.Electorate != c.Electorate || !reflect.DeepEqual(changed.Baselines, c.Baselines) {
		t.Errorf("the other reads %+v", changed)
	}
	if cs, err := n.Contests(); err != nil || cs[0].ID != c.ID || cs[1].ID != id {
		t.Errorf("their order changed: %v", err)
	}
	for range 2 {
		_, err = n.Undo("")
		must0(t, err)
	}
	if again := onlyContest(t, n); !reflect.DeepEqual(again, c) {
		t.Errorf("undone to %+v", again)
	}
}

// Whoever has put candidates into a contest does not want to lose them by
// somebody else's undo.
func TestANewContestStaysOnceItHasCandidates(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	bob := joined(t, n)
	id, err := n.SetContest("", election.Contest{Name: "Bush Fair ward"})
	must0(t, err)
	must0(t, n.PutContests(bob, "", []election.Contest{{ID: id, Candidates: []election.Candidate{{Surname: "Lee"}}}}))
	if r, ok, err := n.LastUndoable(""); ok || err != nil {
		t.Errorf("undoing %+v would take the contest away: %v", r, err)
	}
}

func TestWhatFiguresAreComputedByStaysOnceDeclared(t *testing.T) {
	n, c := declaredNight(t)
	defer n.Close()
	for what, change := range map[string]election.Contest{
		"seats":  {ID: c.ID, Name: c.Name, Seats: 2},
		"kind":   {ID: c.ID, Name: c.Name, Kind: election.Local},
		"method": {ID: c.ID, Name: c.Name, Method: election.SumVote},
	} {
		var declared *DeclaredError
		if _, err := n.SetContest("", change); !errors.As(err, &declared) {
			t.Errorf("%s of a declared result: %v", what, err)
		}
	}
	bob := joined(t, n)
	_, err := n.SetContest(bob, election.Contest{ID: c.ID, Name: c.Name, Code: c.Code, Group: "England"})
	must0(t, err)
	if _, err := n.Undo(bob); err != nil {
		t.Errorf("the group of a declared contest: %v", err)
	}
}

// Undoing must not change by the back door what nobody may change.
func TestSeatsBelowADeclarationAreNotUndone(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	bob := joined(t, n)
	_, err := n.SetContest(bob, election.Contest{ID: c.ID, Name: c.Name, Code: c.Code, Kind: election.Local, Seats: 2})
	must0(t, err)
	keyAll(t, n, c, 15529, 8589, 2904)
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	if r, ok, err := n.LastUndoable(bob); ok || err != nil {
		t.Errorf("undoing %+v would change a declared result: %v", r, err)
	}
}

func TestWardsOfTwoCouncilsMayShareAName(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	central := func(group string, seats int) election.Contest {
		return election.Contest{Name: "Central ward", Group: group, Kind: election.Local, Seats: seats}
	}
	must0(t, n.PutContests("", "", []election.Contest{central("", 1)}))
	must0(t, n.PutContests("", "", []election.Contest{central("Harlow", 3), {Name: "Bush Fair", Group: "Harlow"}}))
	must0(t, n.PutContests("", "", []election.Contest{central("Rugby", 2), central("Harlow", 3)}))
	cs, err := n.Contests()
	must0(t, err)
	if len(cs) != 4 || cs[1].Group != "Harlow" || cs[1].Seats != 3 || cs[3].Group != "Rugby" || cs[3].Seats != 2 {
		t.Errorf("the contests are %+v", cs)
	}
	var refused *RefusedError
	if err := n.PutContests("", "", []election.Contest{central("", 1)}); !errors.As(err, &refused) {
		t.Errorf("one of two, nobody knows which: %v", err)
	}
	must0(t, n.PutContests("", "", []election.Contest{{Name: "Bush Fair", Method: election.SumVote}}))
	if got, err := n.Contest(cs[2].ID); err != nil || got.Group != "Harlow" || got.Method != election.SumVote {
		t.Errorf("found by its name alone it reads %+v, %v", got, err)
	}
}

// An official file that knows better how many seats there were changes who is
// elected.
func TestAnImportOfOtherSeatsCorrects(t *testing.T) {
	n, c := declaredNight(t)
	defer n.Close()
	must0(t, n.Take(Import{Reason: "the official file", Source: "the council", Contests: []election.Contest{{ID: c.ID, Seats: 2}}}))
	got := onlyContest(t, n)
	if got.State != election.Corrected || got.Revision != 2 || len(got.Corrections) != 1 || got.Corrections[0].Reason != "the official file" {
		t.Errorf("it reads %v, revision %d, %+v", got.State, got.Revision, got.Corrections)
	}
}

// declaredNight has one contest, declared.
func declaredNight(t *testing.T) (*Night, election.Contest) {
	t.Helper()
	n, c := countedNight(t)
	keyAll(t, n, c, 2904, 15529, 8589)
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	return n, onlyContest(t, n)
}
