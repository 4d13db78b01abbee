package night

import (
	"errors"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

func TestADeclarationWaitsForItsChecks(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	var blocked *BlockedError
	if err := n.Declare("", c.ID); !errors.As(err, &blocked) || len(blocked.Checks) == 0 {
		t.Fatalf("declared with votes missing: %v", err)
	}
	keyAll(t, n, c, 15529, 8589, 2904)
	if err := n.Declare("", c.ID); !errors.As(err, &blocked) {
		t.Fatalf("declared with a warning unanswered: %v", err)
	}
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	got := onlyContest(t, n)
	if got.State != election.Declared || got.Revision != 1 || got.Declared == 0 {
		t.Errorf("declared as %v, revision %d, at %d", got.State, got.Revision, got.Declared)
	}
	var declared *DeclaredError
	for what, err := range map[string]error{
		"key votes":    n.KeyVotes("", c.ID, c.Candidates[0].ID, election.Of(1)),
		"key papers":   n.KeyPapers("", c.ID, Papers{}),
		"set state":    n.SetState("", c.ID, election.Counting),
		"lot":          n.SetLot("", c.ID, nil),
		"elected":      n.SetElected("", c.ID, nil),
		"remove":       n.RemoveCandidate("", c.ID, c.Candidates[0].ID),
		"declare anew": n.Declare("", c.ID),
	} {
		if !errors.As(err, &declared) || declared.Hint() == "" {
			t.Errorf("%s after the declaration: %v", what, err)
		}
	}
}

func TestACorrectionIsARevisionWithReasonAndSource(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	winner := c.Candidates[0].ID
	if err := n.CorrectResult("", c.ID, "typed wrong", "agent", nil, nil); err == nil {
		t.Error("a result that is not declared was corrected")
	}
	keyAll(t, n, c, 15529, 8589, 2904)
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	figures := map[string]election.Count{winner: election.Of(15530)}
	if err := n.CorrectResult("", c.ID, "", "agent", figures, nil); err == nil {
		t.Error("corrected without a reason")
	}
	must0(t, n.CorrectResult("", c.ID, "transposed", "returning officer", figures, nil))
	got := onlyContest(t, n)
	if got.State != election.Corrected || got.Revision != 2 || got.Candidates[0].Votes != election.Of(15530) {
		t.Errorf("corrected to %v, revision %d, %v", got.State, got.Revision, got.Candidates[0].Votes)
	}
	acts, err := n.History(c.ID)
	must0(t, err)
	last := acts[len(acts)-1]
	if last.Kind != "correct" || last.Reason != "transposed" || last.Source != "returning officer" {
		t.Errorf("recorded as %+v", last)
	}
	before, err := n.Edition(Moment{Seq: last.Seq - 1})
	must0(t, err)
	if was := before.Contests[0]; was.Revision != 1 || was.Candidates[0].Votes != election.Of(15529) {
		t.Errorf("the first revision now reads %+v", was)
	}
	must0(t, n.CorrectResult("", c.ID, "again", "nobody", figures, nil))
	if again := onlyContest(t, n); again.Revision != 2 {
		t.Errorf("a correction that changes nothing made revision %d", again.Revision)
	}
}

func TestARevisionTakenBackIsNotUsedAgain(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	if err := n.TakeBack("", c.ID, "too early"); err == nil {
		t.Error("what was not declared was taken back")
	}
	keyAll(t, n, c, 15529, 8589, 2904)
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	must0(t, n.TakeBack("", c.ID, "wrong contest"))
	if got := onlyContest(t, n); got.State != election.Provisional || got.Declared != 0 {
		t.Errorf("taken back to %v", got.State)
	}
	must0(t, n.Declare("", c.ID))
	if got := onlyContest(t, n); got.Revision != 2 {
		t.Errorf("declared again as revision %d", got.Revision)
	}
}

func TestRecountsNumberThemselves(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	for range 2 {
		must0(t, n.SetState("", c.ID, election.Recounting))
	}
	must0(t, n.SetState("", c.ID, election.Provisional))
	if got := onlyContest(t, n); got.State != election.Provisional || got.Recount != 2 {
		t.Errorf("%v after recount %d", got.State, got.Recount)
	}
	var refused *RefusedError
	if err := n.SetState("", c.ID, election.Declared); !errors.As(err, &refused) {
		t.Errorf("declared by setting the state: %v", err)
	}
}

func TestMovingAndRemovingCandidates(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	order := func() string {
		s := ""
		for _, k := range onlyContest(t, n).Candidates {
			s += k.Surname[:1]
		}
		return s
	}
	must0(t, n.MoveCandidate("", c.ID, c.Candidates[0].ID, 2))
	if order() != "MWL" {
		t.Errorf("moved to %s", order())
	}
	must0(t, n.MoveCandidate("", c.ID, c.Candidates[0].ID, -5))
	if order() != "LMW" {
		t.Errorf("moved back to %s", order())
	}
	must0(t, n.RemoveCandidate("", c.ID, c.Candidates[1].ID))
	if order() != "LW" {
		t.Errorf("%s are left", order())
	}
	var none *NotFoundError
	if err := n.KeyVotes("", c.ID, c.Candidates[1].ID, election.Of(1)); !errors.As(err, &none) {
		t.Errorf("votes for nobody: %v", err)
	}
	_, err := n.Undo("")
	must0(t, err)
	if order() != "LMW" {
		t.Errorf("undone to %s", order())
	}
}

func TestNamesThatAreNotInTheNight(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	_, contest := n.Contest("nowhere")
	_, entry := n.Entry("nothing")
	_, picture := n.Picture("00")
	_, byNobody := n.Publish("nobody", blog.Entry{Text: "Said by nobody."})
	for what, err := range map[string]error{
		"contest": contest, "entry": entry, "picture": picture, "author": byNobody,
		"votes":  n.KeyVotes("", "nowhere", c.Candidates[0].ID, election.Of(1)),
		"answer": n.AnswerCheck("", "nowhere", election.Answer{Code: "x"}),
		"lot":    n.SetLot("", c.ID, []string{"nobody"}),
		"mark":   n.Mark("", "nothing", true, "", false),
	} {
		var none *NotFoundError
		if !errors.As(err, &none) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// countedNight has one contest and no votes.
func countedNight(t *testing.T) (*Night, election.Contest) {
	t.Helper()
	n, err := Create(t.TempDir()+"/count.night", blog.Details{Title: "A count"}, options(t))
	must0(t, err)
	must0(t, n.PutContests("", "nominations", []election.Contest{hartlepool()}))
	return n, onlyContest(t, n)
}

// keyAll keys votes for the three candidates, the most first, and rejected
// papers that balance.
func keyAll(t *testing.T, n *Night, c election.Contest, votes ...int) {
	t.Helper()
	sum := 0
	for i, v := range votes {
		must0(t, n.KeyVotes("", c.ID, c.Candidates[i].ID, election.Of(v)))
		sum += v
	}
	must0(t, n.KeyPapers("", c.ID, Papers{Electorate: election.Of(70768), Rejected: election.Of(182), Verified: election.Of(sum + 182)}))
}

// A block of figures is one act: all of it or nothing, and taken back at once.
func TestABlockIsKeyedInOneAct(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	one, two := c.Candidates[0].ID, c.Candidates[1].ID
	if err := n.KeyBlock("", c.ID, map[string]election.Count{one: election.Of(5), "nobody": election.Of(6)}); err == nil {
		t.Error("a block with an unknown candidate was taken")
	}
	if got := onlyContest(t, n); got.Candidates[0].Votes.Known() {
		t.Errorf("half a block was taken: %v", got.Candidates[0].Votes)
	}
	must0(t, n.KeyBlock("", c.ID, map[string]election.Count{one: election.Of(7), two: election.Of(8)}))
	if got := onlyContest(t, n); got.Candidates[0].Votes != election.Of(7) || got.Candidates[1].Votes != election.Of(8) || got.Candidates[2].Votes.Known() {
		t.Errorf("keyed: %v, %v, %v", got.Candidates[0].Votes, got.Candidates[1].Votes, got.Candidates[2].Votes)
	}
	if _, err := n.Undo(""); err != nil {
		t.Fatal(err)
	}
	if got := onlyContest(t, n); got.Candidates[0].Votes.Known() || got.Candidates[1].Votes.Known() {
		t.Errorf("after one undo: %v, %v", got.Candidates[0].Votes, got.Candidates[1].Votes)
	}
}

func TestMoreCandidatesThanSeatsAreNotUncontested(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	err := n.SetState("", c.ID, election.Uncontested)
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Next == "" {
		t.Errorf("set uncontested with %d candidates for %d seats: %v", len(c.Candidates), c.Seats, err)
	}
	if got := onlyContest(t, n).State; got == election.Uncontested {
		t.Errorf("the state is %q", got)
	}
	for _, k := range c.Candidates[1:] {
		must0(t, n.RemoveCandidate("", c.ID, k.ID))
	}
	must0(t, n.SetState("", c.ID, election.Uncontested))
}
