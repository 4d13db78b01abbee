package blog

import (
	"reflect"
	"testing"

	"nightdesk/data/election"
)

func TestWhatWasPublishedIsAllThatIsShown(t *testing.T) {
	e := Edition{
		Details: Details{SecondEye: true, Rehearsal: true},
		Authors: []Author{{ID: "ada"}, {ID: "bob"}, {ID: "cy"}, {ID: "dee"}},
		Entries: []Entry{
			{ID: "1", Text: "@picture aaaaaaaa", Authors: []string{"ada"}, KeyLabel: "was key", Tags: []string{"x"}, Seen: "bob",
				Updated: 5, Corrections: []Correction{{When: 5, Note: "n", Was: "before"}}},
			{ID: "2", Text: "@picture bbbbbbbb1\n@chart x | history", Authors: []string{"cy"}, Withdrawn: true, Key: true, KeyLabel: "gone"},
		},
		Contests: []election.Contest{{ID: "c", Answers: []election.Answer{{Code: "x"}}, State: election.Corrected, Revision: 2,
			Corrections: []election.Correction{{Revision: 2, When: 7, Author: "dee"}}}},
		Patterns: []Pattern{{ID: "p"}}, Profiles: []Profile{{ID: "p"}}, HandOvers: []HandOver{{ID: "h"}},
		History:  election.History{Title: "kept"},
		Pictures: []Picture{{ID: "aaaaaaaa1"}, {ID: "bbbbbbbb1"}},
		Updated:  99,
	}
	before := e.Entries[0].Corrections[0].Was
	got := e.Published()
	want := Edition{
		Details: Details{Rehearsal: true},
		Authors: []Author{{ID: "ada"}, {ID: "cy"}, {ID: "dee"}},
		Entries: []Entry{
			{ID: "1", Text: "@picture aaaaaaaa", Authors: []string{"ada"}, Updated: 5, Corrections: []Correction{{When: 5, Note: "n"}}},
			{ID: "2", Authors: []string{"cy"}, Withdrawn: true},
		},
		Contests: []election.Contest{{ID: "c", State: election.Corrected, Revision: 2,
			Corrections: []election.Correction{{Revision: 2, When: 7, Author: "dee"}}}},
		Pictures: []Picture{{ID: "aaaaaaaa1"}},
		Updated:  7,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("published is\n%+v\nwant\n%+v", got, want)
	}
	if before != "before" || e.Entries[0].Corrections[0].Was != before {
		t.Error("the edition it was made of changed")
	}
	e.Details.Struck = true
	e.Entries[0].Text += "\n@chart c | history"
	if got := e.Published(); got.Entries[0].Corrections[0].Was != "before" || got.History.Title != "kept" {
		t.Errorf("what is struck through and what a chart shows: %+v", got)
	}
}
