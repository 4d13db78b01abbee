package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/record"
)

func TestACouncilIsPutReadAndDropped(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	want := harlow()
	id, err := n.PutCouncil("", "from the council's page", want)
	must0(t, err)
	want.ID = id
	got, err := n.Council(id)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("it reads\n%+v, %v\nwant\n%+v", got, err, want)
	}
	_, err = n.PutCouncil("", "", election.Council{Name: "Epping", Seats: 58})
	must0(t, err)
	if names := councilNames(t, n); !reflect.DeepEqual(names, []string{"Epping", "Harlow"}) {
		t.Errorf("the councils are %q", names)
	}
	must0(t, n.DropCouncil("", id))
	if names := councilNames(t, n); !reflect.DeepEqual(names, []string{"Epping"}) {
		t.Errorf("after one was dropped they are %q", names)
	}
	acts, err := n.History(id)
	must0(t, err)
	if len(acts) != 2 || acts[0].Kind != "council" || acts[0].Reason != "from the council's page" ||
		!reflect.DeepEqual(acts[0].Subjects, []Subject{{Kind: "council", ID: id}}) {
		t.Errorf("recorded as %+v", acts)
	}
}

func councilNames(t *testing.T, n *Night) (names []string) {
	t.Helper()
	all, err := n.Councils()
	must0(t, err)
	for _, c := range all {
		names = append(names, c.Name)
	}
	return names
}

// A file tells what it knows of a council, again and again; a form tells all.
func TestACouncilFromAFileIsAddedToAndFromAFormReplaced(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	id, err := n.PutCouncil("", "", harlow())
	must0(t, err)
	last := actCount(t, n)
	_, err = n.PutCouncil("", "", harlow())
	must0(t, err)
	if actCount(t, n) != last {
		t.Error("the same again was an act")
	}
	again, err := n.PutCouncil("", "", election.Council{Name: "Harlow", Seats: 35,
		Baselines: []election.CouncilBaseline{{Name: "eve of poll", Date: "2021-05-05", Vacant: 4}, {Name: "notional"}}})
	must0(t, err)
	got, err := n.Council(id)
	must0(t, err)
	want := harlow()
	want.ID, want.Seats = id, 35
	want.Baselines[1] = election.CouncilBaseline{Name: "eve of poll", Date: "2021-05-05", Vacant: 4}
	want.Baselines = append(want.Baselines, election.CouncilBaseline{Name: "notional"})
	if again != id || !reflect.DeepEqual(got, want) {
		t.Errorf("from a file it became\n%+v\nwant\n%+v", got, want)
	}
	form := election.Council{ID: id, Name: "Harlow", Seats: 33}
	_, err = n.PutCouncil("", "", form)
	must0(t, err)
	if got, err := n.Council(id); err != nil || !reflect.DeepEqual(got, form) {
		t.Errorf("from a form it became %+v, %v", got, err)
	}
}

func actCount(t *testing.T, n *Night) int {
	t.Helper()
	acts, err := n.History("")
	must0(t, err)
	return len(acts)
}

func TestRenamingACouncilRenamesTheGroupOfItsContests(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	id, err := n.PutCouncil("", "", harlow())
	must0(t, err)
	must0(t, n.PutContests("", "", []election.Contest{
		{Name: "Bush Fair", Group: "Harlow"}, {Name: "Mark Hall", Group: "Harlow"}, {Name: "Chipping Ongar", Group: "Epping Forest"}}))
	renamed := harlow()
	renamed.ID, renamed.Name = id, "Harlow Council"
	_, err = n.PutCouncil("", "", renamed)
	must0(t, err)
	groups := func() (all []string) {
		cs, err := n.Contests()
		must0(t, err)
		for _, c := range cs {
			all = append(all, c.Group)
		}
		return all
	}
	if got := groups(); !reflect.DeepEqual(got, []string{"", "Harlow Council", "Harlow Council", "Epping Forest"}) {
		t.Errorf("the groups are %q", got)
	}
	acts, err := n.History("")
	must0(t, err)
	last := acts[len(acts)-1]
	if len(last.Subjects) != 3 {
		t.Errorf("the act speaks of %v", last.Subjects)
	}
	before, err := n.Edition(Moment{Seq: last.Seq - 1})
	must0(t, err)
	if before.Councils[0].Name != "Harlow" || before.Contests[1].Group != "Harlow" {
		t.Errorf("before it the council was %q, of the group %q", before.Councils[0].Name, before.Contests[1].Group)
	}
	// A ward that joined since goes back with the others.
	must0(t, n.PutContests(joined(t, n), "", []election.Contest{{Name: "Netteswell", Group: "Harlow Council"}}))
	_, err = n.Undo("")
	must0(t, err)
	if got := groups(); !reflect.DeepEqual(got, []string{"", "Harlow", "Harlow", "Epping Forest", "Harlow"}) {
		t.Errorf("undone, the groups are %q", got)
	}
}

// joined is an author who joined the desk just now, by an act of their own.
func joined(t *testing.T, n *Night) string {
	t.Helper()
	id := n.file.NewID()
	_, err := n.log.Act("join", record.Act{Kind: ActAuthor}, func(a *record.Act) error {
		a.Author = id
		return authorKind.Put(a, id, id, blog.Author{Name: "Bob", Initials: "B"})
	})
	must0(t, err)
	return id
}

// Somebody else may have taken the name meanwhile.
func TestACouncilComesBackOnlyUnderAFreeName(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	id, err := n.PutCouncil("", "", harlow())
	must0(t, err)
	bob := joined(t, n)
	must0(t, n.DropCouncil("", id))
	_, err = n.PutCouncil(bob, "", election.Council{Name: "Harlow", Seats: 33})
	must0(t, err)
	if r, ok, err := n.LastUndoable(""); ok || err != nil {
		t.Errorf("a second Harlow would come back by undoing %+v, %v", r, err)
	}
	_, err = n.Undo(bob)
	must0(t, err)
	_, err = n.Undo("")
	must0(t, err)
	if _, err := n.Council(id); err != nil {
		t.Error(err)
	}
}
