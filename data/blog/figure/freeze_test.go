package figure

import (
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

func TestFreeze(t *testing.T) {
	typed := "By {majority}, yes {majority}.\n\n> {Lab.change}\n> — {winner}\n\n| {Con.votes} |\n|---|\n| \\{majority} |"
	frozen, problems := Freeze(typed, one())
	want := []blog.Frozen{
		{Slot: "majority", Value: "6,940", Contest: "hartlepool", Revision: 1},
		{Slot: "Lab.change", Value: "−9.0", Contest: "hartlepool", Revision: 1},
		{Slot: "winner", Value: "Jill Mortimer", Contest: "hartlepool", Revision: 1},
		{Slot: "Con.votes", Value: "15,529", Contest: "hartlepool", Revision: 1},
	}
	if !reflect.DeepEqual(frozen, want) || problems != nil {
		t.Errorf("frozen %v, problems %v", frozen, problems)
	}
	e := blog.Entry{Text: typed, Frozen: frozen}
	if got := text.Plaintext(text.Parse(e.Text, e.Figures())); got != "By 6,940, yes 6,940.\n−9.0\n— Jill Mortimer\n15,529\n{majority}" {
		t.Error(got)
	}
}

// The places are those of the text as typed, whatever was dropped before.
func TestProblemsAreWhereTheyWereTyped(t *testing.T) {
	for _, text := range []string{"a\r\nb {nope} c", "\t\x00é {nope}", "- x\n- *{nope}*\r\n", "> > {nope}"} {
		_, problems := Freeze(text, one())
		if len(problems) != 1 || text[problems[0].From:problems[0].To] != "{nope}" {
			t.Errorf("%q: %+v", text, problems)
		}
	}
}

// recounted is Hartlepool with Labour given 100 votes more.
func recounted() election.Contest {
	c := hartlepool()
	c.State, c.Revision = election.Corrected, 2
	for i, k := range c.Candidates {
		if k.Surname == "Williams" {
			c.Candidates[i].Votes = election.Of(8689)
		}
	}
	return c
}

func TestAffected(t *testing.T) {
	entry := func(id, text string) blog.Entry {
		frozen, problems := Freeze(text, one())
		if problems != nil {
			t.Fatal(problems)
		}
		return blog.Entry{ID: id, Text: text, Published: 1, Frozen: frozen}
	}
	withdrawn := entry("withdrawn", "By {majority}.")
	withdrawn.Withdrawn = true
	draft := entry("draft", "By {majority}.")
	draft.Published = 0
	entries := []blog.Entry{
		entry("moved", "Good morning. W. Ralph Ward-Jackson heard it: the majority is {majority}, on {Mortimer.votes} votes. All\nfor now. Or is it {majority}?"),
		entry("still", "Mortimer has {Mortimer.votes}."),
		withdrawn, draft,
		entry("bare", "No figure."),
		entry("list", "- Con {Con.votes}\n- Lab **{Lab.votes}**"),
	}
	stale := Affected(entries, of(recounted()))
	if len(stale) != 2 {
		t.Fatalf("%+v", stale)
	}
	if s := stale[0]; s.Entry.ID != "moved" ||
		s.Was != "W. Ralph Ward-Jackson heard it: the majority is 6,940, on 15,529 votes. Or is it 6,940?" ||
		s.Now != "W. Ralph Ward-Jackson heard it: the majority is 6,840, on 15,529 votes. Or is it 6,840?" ||
		!reflect.DeepEqual(s.Slots, []blog.Frozen{{Slot: "majority", Value: "6,840", Contest: "hartlepool", Revision: 2}}) || s.TakenBack != nil {
		t.Errorf("%+v", s)
	}
	if s := stale[1]; s.Entry.ID != "list" || s.Was != "Lab 8,589" || s.Now != "Lab 8,689" {
		t.Errorf("%+v", s)
	}
}

// A figure that was bound while the night had one contest is found again
// when it has two, and one that nobody can vouch for any more is told.
func TestAffectedAmongSeveralContests(t *testing.T) {
	text := "By {majority}."
	frozen, _ := Freeze(text, one())
	entries := []blog.Entry{{ID: "a", Text: text, Published: 1, Frozen: frozen}}
	if stale := Affected(entries, of(hartlepool(), bushFair())); stale != nil {
		t.Errorf("%+v", stale)
	}
	stale := Affected(entries, of(bushFair(), in(hartlepool(), election.Recounting)))
	if len(stale) != 1 || stale[0].Now != "The result of Hartlepool was taken back; its figures are not public." || stale[0].Slots[0].Value != "" {
		t.Errorf("%+v", stale)
	}
}

// Figures of a declaration that was recorded by mistake and taken back are in
// print and not public; no correction moved them.
func TestAffectedByADeclarationTakenBack(t *testing.T) {
	const text = "It is over. By {majority}, of {Hartlepool.electorate} on the roll."
	frozen, problems := Freeze(text, one())
	if problems != nil {
		t.Fatal(problems)
	}
	entries := []blog.Entry{{ID: "a", Text: text, Published: 1, Frozen: frozen}, {ID: "b", Text: "Not long now.", Published: 1}}
	back := in(hartlepool(), election.Provisional)
	stale := Affected(entries, of(back))
	if len(stale) != 1 || stale[0].Entry.ID != "a" || !reflect.DeepEqual(stale[0].TakenBack, []string{"Hartlepool"}) ||
		stale[0].Was != "By 6,940, of 70,768 on the roll." ||
		stale[0].Now != "The result of Hartlepool was taken back; its figures are not public." {
		t.Errorf("%+v", stale)
	}
	// Declared again with the same figures, the entry is right again.
	back.State, back.Revision = election.Declared, 2
	if stale := Affected(entries, of(back)); stale != nil {
		t.Errorf("%+v", stale)
	}
}
