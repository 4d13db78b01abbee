package night

import (
	"reflect"
	"testing"

	"nightdesk/data/election"
)

func TestFlagsStandBesideAContestAndNeverInIt(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	bob := joined(t, n)
	mortimer := c.Candidates[1].ID
	must0(t, n.SetFlag(bob, c.ID, election.Flag{Kind: election.Estimate, Words: "Con ahead by about 6,000", Source: "an agent"}))
	must0(t, n.SetFlag("", c.ID, election.Flag{Kind: election.Rush, Candidate: mortimer, Source: "the hall", Author: "nobody", When: 1}))
	got := onlyContest(t, n)
	if len(got.Flags) != 2 || got.Flags[0].Kind != election.Rush || got.Flags[0].Author != "" || got.Flags[0].When < 1620334800000 ||
		got.Flags[1].Author != bob || got.Flags[1].Words != "Con ahead by about 6,000" || got.Flags[1].Public {
		t.Errorf("the flags are %+v", got.Flags)
	}
	got.Flags = nil
	if !reflect.DeepEqual(got, c) {
		t.Errorf("a flag changed the contest to %+v", got)
	}
	acts, err := n.History(c.ID)
	must0(t, err)
	if last := acts[len(acts)-1]; last.Kind != "flag" || last.Source != "the hall" || last.Subjects[0] != (Subject{Kind: "contest", ID: c.ID}) {
		t.Errorf("recorded as %+v", last)
	}
}

func TestAFlagIsPublishedWithdrawnAndCleared(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	f := election.Flag{Kind: election.Call, Candidate: c.Candidates[1].ID, Source: "the desk"}
	must0(t, n.SetFlag("", c.ID, f))
	first := onlyContest(t, n).Flags
	bob := joined(t, n)
	last := actCount(t, n)
	must0(t, n.SetFlag(bob, c.ID, f))
	if got := onlyContest(t, n).Flags; actCount(t, n) != last || !reflect.DeepEqual(got, first) {
		t.Errorf("the same again made it %+v", got)
	}
	f.Public = true
	must0(t, n.SetFlag("", c.ID, f))
	published := onlyContest(t, n).Flags[0]
	if !published.Public || published.When <= first[0].When {
		t.Errorf("published it reads %+v", published)
	}
	f.Public = false
	must0(t, n.SetFlag("", c.ID, f))
	if got := onlyContest(t, n).Flags[0]; got.Public {
		t.Errorf("withdrawn it reads %+v", got)
	}
	must0(t, n.ClearFlag("", c.ID, election.Call))
	must0(t, n.ClearFlag("", c.ID, election.Rush))
	if got := onlyContest(t, n).Flags; len(got) > 0 {
		t.Errorf("cleared they are %+v", got)
	}
	_, err := n.Undo("")
	must0(t, err)
	_, err = n.Undo("")
	must0(t, err)
	if got := onlyContest(t, n).Flags; len(got) != 1 || got[0] != published {
		t.Errorf("undone to %+v, was %+v", got, published)
	}
}

// The declaration does not stand on a flag.
func TestAFlagCanBeSetAndUndoneAfterTheDeclaration(t *testing.T) {
	n, c := declaredNight(t)
	defer n.Close()
	must0(t, n.SetFlag("", c.ID, election.Flag{Kind: election.Estimate, Words: "By a street", Source: "an agent"}))
	if _, err := n.Undo(""); err != nil {
		t.Error(err)
	}
	if got := onlyContest(t, n); len(got.Flags) > 0 || got.State != election.Declared {
		t.Errorf("it reads %+v", got)
	}
}

func TestARemovedCandidateLeavesNoFlagBehind(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	lee, mortimer := c.Candidates[0].ID, c.Candidates[1].ID
	must0(t, n.SetFlag("", c.ID, election.Flag{Kind: election.Rush, Candidate: lee, Source: "the hall"}))
	must0(t, n.SetFlag("", c.ID, election.Flag{Kind: election.Call, Candidate: mortimer, Source: "the desk"}))
	must0(t, n.KeySecond("", c.ID, election.Keying{Votes: map[string]election.Count{lee: election.Of(7), mortimer: election.Of(8)}}))
	before := onlyContest(t, n)
	must0(t, n.RemoveCandidate("", c.ID, lee))
	got := onlyContest(t, n)
	if len(got.Flags) != 1 || got.Flags[0].Kind != election.Call || len(got.Second.Votes) != 1 {
		t.Errorf("left are %+v and %+v", got.Flags, got.Second)
	}
	_, err := n.Undo("")
	must0(t, err)
	if again := onlyContest(t, n); !reflect.DeepEqual(again, before) {
		t.Errorf("undone to %+v", again)
	}
}
