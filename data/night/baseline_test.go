package night

import (
	"errors"
	"testing"

	"nightdesk/data/election"
)

func TestBaselinesAreNamedOrderedAndTakenAway(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada, c := firstAuthor(t, n), onlyContest(t, n)
	if len(c.Baselines) != 1 {
		t.Fatalf("%d baselines at first", len(c.Baselines))
	}
	general := c.Baselines[0]
	by := election.Baseline{Name: "by-election", Date: "2023-05-04", Notional: true, Electorate: election.Of(70000),
		Candidates: []election.Candidate{{Surname: "Ash", Party: election.Party{ID: "PP53"}, Votes: election.Of(900)}, {Surname: "Birch", Votes: election.Of(800)}}}
	must0(t, n.SetBaselines(ada, c.ID, []election.Baseline{by, general}))
	c = onlyContest(t, n)
	if len(c.Baselines) != 2 || c.Baselines[0].Name != "by-election" || !c.Baselines[0].Notional || c.Baselines[1].ID != general.ID {
		t.Fatalf("%+v", c.Baselines)
	}
	if k := c.Baselines[0].Candidates; len(k) != 2 || k[0].Votes != election.Of(900) || k[0].ID == "" || c.Baselines[0].Seats != 1 {
		t.Errorf("%+v", c.Baselines[0])
	}
	_, err := n.Undo(ada)
	must0(t, err)
	if c = onlyContest(t, n); len(c.Baselines) != 1 || c.Baselines[0].ID != general.ID {
		t.Errorf("after undoing: %+v", c.Baselines)
	}
	must0(t, n.SetBaselines(ada, c.ID, nil))
	if c = onlyContest(t, n); len(c.Baselines) != 0 {
		t.Errorf("%+v", c.Baselines)
	}
	var refused *RefusedError
	if err := n.SetBaselines(ada, c.ID, []election.Baseline{{Name: "a"}, {Name: "a"}}); !errors.As(err, &refused) {
		t.Errorf("two of one name: %v", err)
	}
	var none *NotFoundError
	if err := n.SetBaselines(ada, "nobody", nil); !errors.As(err, &none) {
		t.Errorf("of no contest: %v", err)
	}
}
