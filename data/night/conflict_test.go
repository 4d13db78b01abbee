package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// sayBeside says a thing again as another copy of the night would have that
// did not know of what was said last: both replace what was said before.
func sayBeside[T any](t *testing.T, n *Night, k *record.Kind[T], about, subject string, what T) {
	t.Helper()
	_, err := n.log.Act("say beside", record.Act{Kind: "merge"}, func(a *record.Act) error {
		return k.Put(a, about, subject, what)
	})
	must0(t, err)
	rewrite(t, n, "version", `UPDATE version SET replaces = (SELECT replaces FROM version p WHERE p.id = version.replaces)
		WHERE id = (SELECT max(id) FROM version)`)
}

// rewrite changes what a table says, as no program should.
func rewrite(t *testing.T, n *Night, table, statement string) {
	t.Helper()
	inWriter(t, n, func(tx *file.Transaction) {
		var trigger string
		name := table + "_is_never_changed"
		must0(t, tx.Row(`SELECT sql FROM sqlite_schema WHERE name = ?`, name).Scan(&trigger))
		for _, s := range []string{"DROP TRIGGER " + name, statement, trigger} {
			_, err := tx.Exec(s)
			must0(t, err)
		}
	})
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
	sayBeside(t, n, councilKind, council, council, stored(other))
	call := election.Flag{Kind: election.Rush, Candidate: mortimer, Source: "the hall", When: 1}
	sayBeside(t, n, flagKind, c.ID, "rush", call)
	second := election.Keying{Votes: map[string]election.Count{mortimer: election.Of(8)}}
	sayBeside(t, n, secondKind, c.ID, c.ID, storedKeying(second))
	sayBeside(t, n, chainKind, "chain", "chain", []election.Chain{{Now: "PP5", Then: "PP6"}})
	sayBeside(t, n, pastKind, "history", "history", election.History{Title: "Other"})
	sayBeside(t, n, patternKind, "hold", "hold", blog.Pattern{Moment: blog.HoldMoment, Text: "Three."})

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
	db := reader(t, n.Path())
	defer db.Close()
	must0(t, db.QueryRow("SELECT count(*) FROM conflict").Scan(&conflicts))
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
	sayBeside(t, n, candidateKind, c.ID, lee.ID, ballotLine{2, lee})
	sayBeside(t, n, lotKind, c.ID, c.ID, []string{mortimer.ID})
	sayBeside(t, n, baselineKind, c.ID, b.ID, placedBaseline{0, b})
	sayBeside(t, n, authorKind, ada, ada, blog.Author{Name: "Ada Two", Initials: "AT"})

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
	wider := p
	wider.Width++
	_, err = n.log.Act("say beside", record.Act{Kind: "merge"}, func(a *record.Act) error {
		return pictureKind.Put(a, p.ID, p.ID, wider)
	})
	must0(t, err)
	rewrite(t, n, "version", `UPDATE version SET replaces = NULL WHERE id = (SELECT max(id) FROM version)`)
	rewrite(t, n, "picture", `UPDATE picture SET width = width - 1 WHERE version = (SELECT max(id) FROM version)`)
	if again, err := n.Edition(Moment{}); err != nil || !reflect.DeepEqual(again.Pictures, e.Pictures) {
		t.Errorf("the pictures are %+v, %v", again.Pictures, err)
	}
}
