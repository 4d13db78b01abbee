package night

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
)

func TestProfilesAreKeptByNameAndUndone(t *testing.T) {
	n := detailedNight(t, blog.Details{})
	defer n.Close()
	id, err := n.PutProfile("", wire())
	must0(t, err)
	press := blog.Profile{Name: "House WordPress", Form: "wordpress"}
	press.ID, err = n.PutProfile("", press)
	must0(t, err)
	want := wire()
	want.ID = id
	mustHaveProfiles(t, n, press, want)

	same := wire()
	same.Name, same.ASCII = " The wire ", false
	again, err := n.PutProfile("", same)
	must0(t, err)
	if again != id {
		t.Errorf("the profile of that name is %s, not %s", again, id)
	}
	want.ASCII = false
	mustHaveProfiles(t, n, press, want)
	renamed := want
	renamed.Name = "A wire"
	_, err = n.PutProfile("", renamed)
	must0(t, err)
	mustHaveProfiles(t, n, renamed, press)
	must0(t, n.DropProfile("", id))
	mustHaveProfiles(t, n, press)
	for _, left := range [][]blog.Profile{{renamed, press}, {press, want}} {
		_, err = n.Undo("")
		must0(t, err)
		mustHaveProfiles(t, n, left...)
	}
}

func mustHaveProfiles(t *testing.T, n *Night, want ...blog.Profile) {
	t.Helper()
	got, err := n.Profiles()
	must0(t, err)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the profiles are\n%+v\nwant\n%+v", got, want)
	}
}

// A profile does not come back under a name that another has by now.
func TestAProfilesNameIsNotTakenTwice(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	p := wire()
	p.Name = "Ours"
	id, err := n.PutProfile(ada, p)
	must0(t, err)
	must0(t, n.DropProfile(ada, id))
	other, err := n.PutProfile("", p)
	must0(t, err)
	if other == id {
		t.Fatal("what is gone came back by its name")
	}
	if _, ok, err := n.LastUndoable(ada); ok || err != nil {
		t.Errorf("two profiles of one name: %v", err)
	}
	p.ID, p.Name = other, "The wire"
	_, err = n.PutProfile("", p)
	mustBeRefused(t, "a name that is taken", err)
	for name, bad := range map[string]blog.Profile{
		"no name": {Form: "text"}, "no form": {Name: "x"}, "heading": {Name: "x", Form: "text", Heading: 7},
	} {
		_, err := n.PutProfile("", bad)
		mustBeRefused(t, name, err)
	}
}
