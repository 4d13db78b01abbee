package night

import (
	"errors"
	"slices"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

func TestPublishedFiguresChangeByCorrectionOnly(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada, c := firstAuthor(t, n), onlyContest(t, n)
	e, err := n.Publish(ada, blog.Entry{Text: "A majority of {majority}."})
	must0(t, err)
	mustPrint(t, e, "majority", "6,940", 1)
	votes := map[string]election.Count{c.Candidates[1].ID: election.Of(15530)}
	must0(t, n.CorrectResult(ada, c.ID, "one more was found", "returning officer", votes, nil))

	e.Text = "A majority of {majority}, with {Con.votes} votes."
	for _, kind := range []EditKind{Minor, Update} {
		e, err = n.Edit(ada, e, kind, "")
		must0(t, err)
		mustPrint(t, e, "majority", "6,940", 1)
		mustPrint(t, e, "Con.votes", "15,530", 2)
	}
	e, err = n.Edit(ada, e, Correction, "The majority was one more.")
	must0(t, err)
	mustPrint(t, e, "majority", "6,941", 2)
	if len(e.Corrections) != 1 || e.Updated == e.Published {
		t.Errorf("corrected as %+v", e)
	}
	kept, err := n.Entry(e.ID)
	must0(t, err)
	mustPrint(t, kept, "majority", "6,941", 2)

	must0(t, n.TakeBack(ada, c.ID, "the wrong sheet"))
	e.Text = "A majority of {majority}. Or so it was said."
	e, err = n.Edit(ada, e, Minor, "")
	must0(t, err)
	mustPrint(t, e, "majority", "6,941", 2)
	var unprintable *UnprintableError
	if _, err = n.Publish(ada, blog.Entry{Text: "A majority of {majority}."}); !errors.As(err, &unprintable) {
		t.Errorf("a figure under embargo was published: %v", err)
	}
	if _, err = n.Edit(ada, e, Correction, "Anew."); !errors.As(err, &unprintable) {
		t.Errorf("a figure under embargo was published by a correction: %v", err)
	}
}

func mustPrint(t *testing.T, e blog.Entry, slot, value string, revision int) {
	t.Helper()
	at := findSlot(e.Frozen, slot)
	if at < 0 || e.Frozen[at].Value != value || e.Frozen[at].Revision != revision {
		t.Errorf("{%s} is not %s of revision %d: %+v", slot, value, revision, e.Frozen)
	}
}

func TestEditsTellReadersWhatTheySay(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	e, err := n.Publish(ada, blog.Entry{Kicker: "First", Text: "As published.", Happened: 1620300000000})
	must0(t, err)
	if e.Updated != e.Published || e.Happened != 1620300000000 || len(e.Authors) != 1 {
		t.Errorf("published as %+v", e)
	}
	e.Text, e.Published, e.Corrections = "A typo less.", 1, []blog.Correction{{When: 1, Note: "forged"}}
	minor, err := n.Edit(ada, e, Minor, "")
	must0(t, err)
	if minor.Updated != minor.Published || len(minor.Corrections) != 0 || minor.Published == 1 {
		t.Errorf("a minor edit made %+v", minor)
	}
	if _, err := n.Edit(ada, e, Correction, " "); err == nil {
		t.Error("a correction that does not say what was wrong")
	}
	must0(t, n.Withdraw(ada, e.ID, "it was another hall"))
	if _, err := n.Edit(ada, e, Minor, ""); err == nil {
		t.Error("a withdrawn entry was edited")
	}
	must0(t, n.Restore(ada, e.ID))
	back, err := n.Entry(e.ID)
	must0(t, err)
	if back.Withdrawn || back.Text != "A typo less." || back.Updated <= back.Published {
		t.Errorf("restored as %+v", back)
	}
	acts, err := n.History(e.ID)
	must0(t, err)
	var kinds []ActKind
	for _, a := range acts {
		kinds = append(kinds, a.Kind)
	}
	if len(kinds) != 4 || kinds[0] != "publish" || kinds[2] != "withdraw" || acts[2].Reason != "it was another hall" {
		t.Errorf("history: %q", kinds)
	}
	for _, empty := range []blog.Entry{{}, {Text: " \n"}} {
		if _, err := n.Publish(ada, empty); err == nil {
			t.Error("an empty entry was published")
		}
	}
	if _, err := n.Publish("", blog.Entry{Text: "By nobody."}); err == nil {
		t.Error("an entry without an author was published")
	}
}

func TestCorrectionKeepsWhatStoodBefore(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	e, err := n.Publish(ada, blog.Entry{Kicker: "Swing", Text: "A swing of 23 points."})
	must0(t, err)
	e.Text = "A swing of 16 points."
	e, err = n.Edit(ada, e, Correction, "The swing was wrong.")
	must0(t, err)
	got, err := n.Entry(e.ID)
	must0(t, err)
	if len(got.Corrections) != 1 || got.Corrections[0].Was != "A swing of 23 points." {
		t.Errorf("%+v", got.Corrections)
	}
}

func TestTagsFindAnEntryAndAreNotDoubled(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	e, err := n.Publish(ada, blog.Entry{Text: "The boxes are in.", Tags: []string{"boxes", " count  room ", "boxes", ""}})
	must0(t, err)
	got, err := n.Entry(e.ID)
	must0(t, err)
	if !slices.Equal(got.Tags, []string{"boxes", "count room"}) {
		t.Errorf("%q", got.Tags)
	}
	must0(t, n.Tag(ada, e.ID, []string{"late, night"}))
	if got, err = n.Entry(e.ID); err != nil || !slices.Equal(got.Tags, []string{"late", "night"}) || got.Updated != e.Updated {
		t.Errorf("%+v, %v", got, err)
	}
	must0(t, n.Tag(ada, e.ID, nil))
	if got, err = n.Entry(e.ID); err != nil || len(got.Tags) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestASecondPairOfEyes(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	ben, err := n.AddAuthor(ada, blog.Author{Name: "Ben Birch"})
	must0(t, err)
	d, err := n.Details()
	must0(t, err)
	d.SecondEye, d.OldestFirst, d.Struck = true, true, true
	must0(t, n.SetDetails(ada, d))
	if got, err := n.Details(); err != nil || got != d {
		t.Errorf("%+v, %v", got, err)
	}
	for _, seen := range []string{"", ada, "nobody"} {
		if _, err := n.Publish(ada, blog.Entry{Text: "Won.", Seen: seen}); err == nil {
			t.Errorf("published as seen by %q", seen)
		}
	}
	e, err := n.Publish(ada, blog.Entry{Text: "Won.", Seen: ben})
	must0(t, err)
	e.Seen, e.Text = "", "Won!"
	if e, err = n.Edit(ada, e, Minor, ""); err != nil || e.Seen != ben {
		t.Errorf("%+v, %v", e, err)
	}
}

// An entry stands below the ones that were first published after it, whatever
// became of them since.
func TestBelow(t *testing.T) {
	n := detailedNight(t, blog.Details{Title: "T"})
	defer n.Close()
	author, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter"})
	must0(t, err)
	var ids []string
	for _, text := range []string{"One.", "Two.", "Three.", "Four."} {
		e, err := n.Publish(author, blog.Entry{Text: text})
		must0(t, err)
		ids = append(ids, e.ID)
	}
	second, err := n.Entry(ids[1])
	must0(t, err)
	second.Text = "Two, again."
	_, err = n.Edit(author, second, Update, "")
	must0(t, err)
	must0(t, n.Withdraw(author, ids[2], "wrong hall"))
	for i, want := range []string{"", ids[0], ids[1], ids[2]} {
		if got, err := n.Below(ids[i]); err != nil || got != want {
			t.Errorf("below entry %d is %q, want %q: %v", i, got, want, err)
		}
	}
	if got, err := n.Below("nothing"); err != nil || got != "" {
		t.Errorf("below what is not there is %q: %v", got, err)
	}
	fifth, err := n.Publish(author, blog.Entry{Text: "Five."})
	must0(t, err)
	_, err = n.Undo(author)
	must0(t, err)
	sixth, err := n.Publish(author, blog.Entry{Text: "Six."})
	must0(t, err)
	if got, err := n.Below(sixth.ID); err != nil || got != ids[3] {
		t.Errorf("below the sixth is %q, want %q and not %q, whose publishing was undone: %v", got, ids[3], fifth.ID, err)
	}
}
