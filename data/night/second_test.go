package night

import (
	"errors"
	"reflect"
	"testing"

	"nightdesk/data/election"
)

func TestASecondKeyingIsKeptBesideTheFirst(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	keyAll(t, n, c, 2904, 15529, 8589)
	bob := joined(t, n)
	k := election.Keying{Author: "nobody", Verified: election.Of(27204), Votes: map[string]election.Count{
		c.Candidates[0].ID: election.Of(2904), c.Candidates[1].ID: election.Of(15592), c.Candidates[2].ID: {}}}
	must0(t, n.KeySecond(bob, c.ID, k))
	got := onlyContest(t, n)
	want := &election.Keying{Author: bob, Verified: election.Of(27204), Votes: map[string]election.Count{
		c.Candidates[0].ID: election.Of(2904), c.Candidates[1].ID: election.Of(15592)}}
	if !reflect.DeepEqual(got.Second, want) || got.Candidates[1].Votes != election.Of(15529) {
		t.Errorf("it reads %+v", got.Second)
	}
	if acts, err := n.History(c.ID); err != nil || acts[len(acts)-1].Kind != "second keying" {
		t.Errorf("recorded as %+v, %v", acts, err)
	}
	last := actCount(t, n)
	must0(t, n.KeySecond(bob, c.ID, k))
	if actCount(t, n) != last {
		t.Error("the same again was an act")
	}
	must0(t, n.KeySecond(bob, c.ID, election.Keying{Rejected: election.Of(182)}))
	if got := onlyContest(t, n).Second; len(got.Votes) != 0 || got.Verified.Known() || got.Rejected != election.Of(182) {
		t.Errorf("keyed anew it reads %+v", got)
	}
	must0(t, n.ClearSecond(bob, c.ID))
	if got := onlyContest(t, n).Second; got != nil {
		t.Errorf("cleared it reads %+v", got)
	}
	for range 2 {
		_, err := n.Undo(bob)
		must0(t, err)
	}
	if got := onlyContest(t, n).Second; !reflect.DeepEqual(got, want) {
		t.Errorf("undone to %+v", got)
	}
}

func TestWhatDiffersInTheSecondKeyingCannotBeDeclared(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	keyAll(t, n, c, 2904, 15529, 8589)
	answerEverything(t, n, "", c.ID)
	second := func(votes int) {
		must0(t, n.KeySecond("", c.ID, election.Keying{Votes: map[string]election.Count{c.Candidates[1].ID: election.Of(votes)}}))
	}
	second(15592)
	var blocked *BlockedError
	if err := n.Declare("", c.ID); !errors.As(err, &blocked) || len(blocked.Checks) != 1 || blocked.Checks[0].Code != election.SecondDiffers {
		t.Fatalf("declared with a difference: %v", err)
	}
	second(15529)
	must0(t, n.Declare("", c.ID))
	for what, err := range map[string]error{
		"keyed":   n.KeySecond("", c.ID, election.Keying{Verified: election.Of(1)}),
		"cleared": n.ClearSecond("", c.ID),
	} {
		var declared *DeclaredError
		if !errors.As(err, &declared) {
			t.Errorf("%s after the declaration: %v", what, err)
		}
	}
	if r, ok, err := n.LastUndoable(""); ok || err != nil {
		t.Errorf("undoing %+v would change what was declared: %v", r, err)
	}
}

// The second keying was of the figures that were corrected, and stays with
// their revision.
func TestACorrectionEndsTheSecondKeying(t *testing.T) {
	for name, correct := range map[string]func(n *Night, c election.Contest) error{
		"by hand": func(n *Night, c election.Contest) error {
			return n.CorrectResult("", c.ID, "transposed", "officer", map[string]election.Count{c.Candidates[1].ID: election.Of(15530)}, nil)
		},
		"by import": func(n *Night, c election.Contest) error {
			official := election.Contest{ID: c.ID, Verified: election.Of(27205), Candidates: []election.Candidate{{ID: c.Candidates[1].ID, Votes: election.Of(15530)}}}
			return n.Take(Import{Reason: "official", Source: "officer", Contests: []election.Contest{official}})
		},
	} {
		n, c := countedNight(t)
		defer n.Close()
		keyAll(t, n, c, 2904, 15529, 8589)
		must0(t, n.KeySecond("", c.ID, election.Keying{Votes: map[string]election.Count{c.Candidates[1].ID: election.Of(15529)}}))
		answerEverything(t, n, "", c.ID)
		must0(t, n.Declare("", c.ID))
		must0(t, correct(n, c))
		if got := onlyContest(t, n); got.Second != nil || got.State != election.Corrected {
			t.Errorf("%s: corrected it reads %v, %+v", name, got.State, got.Second)
		}
		old, err := n.Revisions(c.ID)
		must0(t, err)
		if old[0].Contest.Second == nil {
			t.Errorf("%s: the first revision lost its second keying", name)
		}
	}
}
