package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// sayBeside says a thing again as another copy of the night would have that
// did not know of what was said last: both replace what was said before.
func sayBeside(t *testing.T, n *Night, kind, about, subject string, c content) {
	t.Helper()
	_, err := n.act("say beside", act{kind: "merge"}, func(a *act) error {
		h := head{uid: "00000000000000000000000000-0"}
		err := a.row(`SELECT replaces FROM version WHERE about = ? AND kind = ? AND subject = ? AND replaces IS NOT NULL
			ORDER BY id DESC LIMIT 1`, about, kind, subject).Scan(&h.version)
		if err != nil {
			return err
		}
		a.add(version{kind: kind, about: about, subject: subject, content: c, hash: c.hash(kind)}, h, true)
		return nil
	})
	must0(t, err)
}

// Of two versions that replace the same one, what was recorded last is shown,
// whole and once.
func TestOfTwoInConflictTheLastIsShown(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	lee, mortimer := c.Candidates[0].ID, c.Candidates[1].ID
	var council string
	for seats := range 2 {
		h := harlow()
		h.Seats += seats
		id, err := n.PutCouncil("", "", h)
		must0(t, err)
		council = id
		rush := election.Flag{Kind: election.Rush, Candidate: lee, Source: "an agent", Public: seats > 0}
		must0(t, n.SetFlag("", c.ID, rush))
		must0(t, n.KeySecond("", c.ID, election.Keying{Verified: election.Of(seats), Votes: map[string]election.Count{lee: election.Of(7)}}))
		must0(t, n.SetChains("", []election.Chain{{Now: "PP1", Then: "PP2"}, {Now: "PP3", Then: "PP4"}}[seats:]))
		past := byElections()
		past.Rows = past.Rows[seats:]
		must0(t, n.SetHistory("", "", past))
		_, err = n.SetPattern("", blog.Pattern{ID: "hold", Moment: blog.HoldMoment, Text: []string{"One.", "Two."}[seats]})
		must0(t, err)
	}
	other := election.Council{ID: council, Name: "Harlow", Seats: 40, NotUp: []election.Holding{{Seats: 40}}}
	sayBeside(t, n, "council", council, council, councilContent(other))
	call := election.Flag{Kind: election.Rush, Candidate: mortimer, Source: "the hall", When: 1}
	sayBeside(t, n, "flag", c.ID, "rush", flagContent(call))
	second := election.Keying{Votes: map[string]election.Count{mortimer: election.Of(8)}}
	sayBeside(t, n, "second_keying", c.ID, c.ID, secondContent(second))
	sayBeside(t, n, "chain", "chain", "chain", content{{{"PP5", "PP6"}}})
	sayBeside(t, n, "past", "history", "history", content{{{"Other", "", ""}}, nil})
	sayBeside(t, n, "pattern", "hold", "hold", one("hold", "", "", "Three."))

	e, err := n.Edition(Moment{})
	must0(t, err)
	got := e.Contests[0]
	for what, pair := range map[string][2]any{
		"councils":      {e.Councils, []election.Council{other}},
		"flags":         {got.Flags, []election.Flag{call}},
		"second keying": {*got.Second, second},
		"chains":        {got.Chains, []election.Chain{{Now: "PP5", Then: "PP6"}}},
		"history":       {e.History, election.History{Title: "Other"}},
		"patterns":      {e.Patterns, []blog.Pattern{{ID: "hold", Moment: blog.HoldMoment, Text: "Three."}}},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("of the %s is shown %+v, want %+v", what, pair[0], pair[1])
		}
	}
	var conflicts int
	must0(t, n.readers.QueryRow("SELECT count(*) FROM conflict").Scan(&conflicts))
	if conflicts != 12 {
		t.Errorf("%d versions are in conflict, want 6 pairs", conflicts)
	}
}

// So it is with what a contest has several of, and with what belongs to no
// contest: the ballot paper keeps its order, and everybody is on it once.
func TestOfTwoInConflictTheLastIsShownOnce(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	ada, err := n.AddAuthor("", blog.Author{Name: "Ada"})
	must0(t, err)
	lee, mortimer, williams := c.Candidates[0], c.Candidates[1], c.Candidates[2]
	must0(t, n.MoveCandidate("", c.ID, lee.ID, 2))
	must0(t, n.SetLot("", c.ID, []string{lee.ID}))
	must0(t, n.SetLot("", c.ID, []string{lee.ID, mortimer.ID}))
	b := c.Baselines[0]
	b.Rejected = election.Of(120)
	must0(t, n.PutContests("", "", []election.Contest{{ID: c.ID, Baselines: []election.Baseline{b}}}))
	_, err = n.AddAuthor("", blog.Author{ID: ada, Name: "Ada One"})
	must0(t, err)

	lee.Surname, b.Rejected, b.Candidates = "Lee-Smith", election.Of(121), b.Candidates[:1]
	sayBeside(t, n, "candidate", c.ID, lee.ID, candidateContent(lee, 2))
	sayBeside(t, n, "lot", c.ID, c.ID, lotContent([]string{mortimer.ID}))
	sayBeside(t, n, "baseline", c.ID, b.ID, baselineContent(b, 0))
	sayBeside(t, n, "author", ada, ada, one("Ada Two", "AT"))

	e, err := n.Edition(Moment{})
	must0(t, err)
	got := e.Contests[0]
	for what, pair := range map[string][2]any{
		"candidates": {got.Candidates, []election.Candidate{mortimer, williams, lee}},
		"lot":        {got.Lot, []string{mortimer.ID}},
		"baselines":  {got.Baselines, []election.Baseline{b}},
		"authors":    {e.Authors, []blog.Author{{ID: ada, Name: "Ada Two", Initials: "AT"}}},
	} {
		if !reflect.DeepEqual(pair[0], pair[1]) {
			t.Errorf("of the %s is shown %+v, want %+v", what, pair[0], pair[1])
		}
	}
}

// Two copies may take in the same picture, each as the first.
func TestAPictureThatTwoCopiesAddedIsThereOnce(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	e, err := n.Edition(Moment{})
	must0(t, err)
	p := e.Pictures[0]
	_, err = n.act("say beside", act{kind: "merge"}, func(a *act) error {
		c := one(p.MediaType, int64(p.Width), int64(p.Height))
		a.add(version{kind: "picture", about: p.ID, subject: p.ID, content: c, hash: c.hash("picture")}, head{}, false)
		return nil
	})
	must0(t, err)
	if again, err := n.Edition(Moment{}); err != nil || !reflect.DeepEqual(again.Pictures, e.Pictures) {
		t.Errorf("the pictures are %+v, %v", again.Pictures, err)
	}
}
