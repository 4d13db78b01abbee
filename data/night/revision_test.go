package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// A count with all that can come after a declaration: two corrections, one
// of them by a file, a declaration taken back, and another.
func correctedNight(t *testing.T) (n *Night, c election.Contest, bob string, stood []election.Contest) {
	t.Helper()
	n, c = countedNight(t)
	stands := func(err error) {
		t.Helper()
		must0(t, err)
		stood = append(stood, onlyContest(t, n))
	}
	keyAll(t, n, c, 2904, 15529, 8589)
	answerEverything(t, n, "", c.ID)
	stands(n.Declare("", c.ID))
	bob = joined(t, n)
	mortimer := c.Candidates[1].ID
	stands(n.CorrectResult(bob, c.ID, "transposed", "returning officer", map[string]election.Count{mortimer: election.Of(15592)}, nil))
	stands(n.Take(Import{Author: bob, Reason: "the official file", Source: "the council", Contests: []election.Contest{{ID: c.ID, Rejected: election.Of(183), Verified: election.Of(27268)}}}))
	must0(t, n.TakeBack(bob, c.ID, "the wrong contest"))
	must0(t, n.KeyVotes(bob, c.ID, mortimer, election.Of(15529)))
	answerEverything(t, n, bob, c.ID)
	stands(n.Declare(bob, c.ID))
	_, err := n.SetContest("", election.Contest{ID: c.ID, Name: "Hartlepool and the Headland"})
	must0(t, err)
	must0(t, n.SetDetails("", blog.Details{Title: "It goes on"}))
	return n, c, bob, stood
}

func TestRevisionsReadAsTheyStood(t *testing.T) {
	n, c, bob, stood := correctedNight(t)
	defer n.Close()
	revisions, err := n.Revisions(c.ID)
	must0(t, err)
	want := []Revision{
		{Number: 1},
		{Number: 2, Author: bob, Reason: "transposed", Source: "returning officer"},
		{Number: 3, Author: bob, Reason: "the official file", Source: "the council"},
		{Number: 4, Author: bob},
	}
	if len(revisions) != len(want) {
		t.Fatalf("%d revisions: %+v", len(revisions), revisions)
	}
	last := int64(0)
	for i, r := range revisions {
		if !reflect.DeepEqual(r.Contest, stood[i]) {
			t.Errorf("revision %d reads\n%+v\nand stood\n%+v", r.Number, r.Contest, stood[i])
		}
		if r.When <= last || r.Contest.Revision != r.Number {
			t.Errorf("revision %d is of %d and number %d in its contest", r.Number, r.When, r.Contest.Revision)
		}
		last = r.When
		r.When, r.Contest = 0, election.Contest{}
		if !reflect.DeepEqual(r, want[i]) {
			t.Errorf("revision %d is %+v", i+1, r)
		}
	}
}

// Corrections come with the contest, read alone, with all or at a moment.
func TestAContestKnowsItsCorrections(t *testing.T) {
	n, c, bob, _ := correctedNight(t)
	defer n.Close()
	revisions, err := n.Revisions(c.ID)
	must0(t, err)
	want := []election.Correction{
		{Revision: 2, When: revisions[1].When, Author: bob, Reason: "transposed", Source: "returning officer"},
		{Revision: 3, When: revisions[2].When, Author: bob, Reason: "the official file", Source: "the council"},
	}
	one, err := n.Contest(c.ID)
	must0(t, err)
	if all := onlyContest(t, n); !reflect.DeepEqual(one.Corrections, want) || !reflect.DeepEqual(all.Corrections, want) {
		t.Errorf("read alone %+v, with all %+v", one.Corrections, all.Corrections)
	}
	for i, r := range revisions {
		if got, wanted := len(r.Contest.Corrections), []int{0, 1, 2, 2}[i]; got != wanted {
			t.Errorf("revision %d knows %d corrections", r.Number, got)
		}
	}
}

func TestTheCourseOfACount(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	bob := joined(t, n)
	for _, s := range []election.State{election.Verifying, election.Verified, election.Counting, election.Provisional, election.Recounting} {
		must0(t, n.SetState(bob, c.ID, s))
	}
	_, err := n.Undo(bob)
	must0(t, err)
	must0(t, n.SetState(bob, c.ID, election.Recounting))
	keyAll(t, n, c, 2904, 15529, 8589)
	answerEverything(t, n, "", c.ID)
	must0(t, n.Declare("", c.ID))
	must0(t, n.CorrectResult(bob, c.ID, "transposed", "officer", map[string]election.Count{c.Candidates[0].ID: election.Of(2905)}, nil))
	must0(t, n.TakeBack(bob, c.ID, "too early"))
	course, err := n.Course(c.ID)
	must0(t, err)
	want := []Step{
		{State: election.NotStarted},
		{State: election.Verifying, Author: bob},
		{State: election.Verified, Author: bob},
		{State: election.Counting, Author: bob},
		{State: election.Provisional, Author: bob},
		{State: election.Recounting, Recount: 1, Author: bob},
		{State: election.Provisional, Author: bob},
		{State: election.Recounting, Recount: 1, Author: bob},
		{State: election.Declared, Recount: 1, Revision: 1},
		{State: election.Corrected, Recount: 1, Revision: 2, Author: bob},
		{State: election.Provisional, Recount: 1, Revision: 2, Author: bob},
	}
	last := int64(0)
	for i := range course {
		if course[i].When <= last {
			t.Errorf("step %d was at %d, after %d", i, course[i].When, last)
		}
		last, course[i].When = course[i].When, 0
	}
	if !reflect.DeepEqual(course, want) {
		t.Errorf("it went\n%+v\nwant\n%+v", course, want)
	}
}

// Nobody declares a contest that was never begun: its course is where it came
// in, and it has no revisions.
func TestAContestThatHasNotBegunHasNoRevisions(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	id, err := n.SetContest("", election.Contest{Name: "Bush Fair ward"})
	must0(t, err)
	revisions, err := n.Revisions(id)
	if err != nil || revisions != nil {
		t.Errorf("%+v, %v", revisions, err)
	}
	course, err := n.Course(id)
	if err != nil || len(course) != 1 || course[0].State != election.NotStarted || course[0].When == 0 {
		t.Errorf("%+v, %v", course, err)
	}
	for what, ask := range map[string]func(string) error{
		"revisions": func(id string) error { _, err := n.Revisions(id); return err },
		"course":    func(id string) error { _, err := n.Course(id); return err },
	} {
		if err := ask("nowhere"); !isRefused(err) {
			t.Errorf("%s of nothing: %v", what, err)
		}
	}
}
