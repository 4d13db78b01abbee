package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// A correction of the result lists the entries that print a figure it moved,
// and no other; the one chosen is put right by keys alone.
func TestEntriesWhoseFiguresMovedAreCorrected(t *testing.T) {
	s := at(t, declaredNight(t, func(n *night.Night, author string) {
		post(t, n, author, "Won", "A majority of {majority}. The {electorate} of them may sleep.")
		post(t, n, author, "Stood", "There were {candidates} candidates.")
		post(t, n, author, "Typed", "A majority of 6,940.")
		post(t, n, author, "Third", "Sam Lee has {Lee.votes} votes.")
	}))
	equal(t, "notice", len(s.blog.notice.Objects), 0)
	s.chord(shell.CtrlShift, fyne.Key1)
	s.says("No entry prints a figure that has moved.")
	c := s.inNight()
	votes := map[string]election.Count{}
	for _, k := range c.Candidates {
		votes[k.ID] = k.Votes
		if k.Surname == "Mortimer" {
			votes[k.ID] = election.Of(15530)
		}
	}
	s.Night.Act(func(n *night.Night) error {
		return n.CorrectResult(s.Night.Author, c.ID, "A paper was found", "Returning officer", votes, nil)
	}, nil)
	s.until("the notice", func() bool { return len(s.blog.notice.Objects) > 0 })
	has(t, "notice", words(s.blog.notice), "1 entry prints a figure that has been corrected since.")
	equal(t, "the entry in print", s.printed("Won"), "A majority of 6,940. The 70,768 of them may sleep.")

	s.chord(shell.CtrlShift, fyne.Key1)
	list := words(s.above())
	has(t, "list", list, "A majority of 6,941.")
	has(t, "list", list, "was: A majority of 6,940.")
	hasNot(t, "list", list, "Sam Lee")
	s.keys(fyne.KeyReturn)
	has(t, "note", s.composer.note.Text, "A majority of 6,940.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	s.until("the notice is gone", func() bool { return len(s.blog.notice.Objects) == 0 })
	equal(t, "the entry in print", s.printed("Won"), "A majority of 6,941. The 70,768 of them may sleep.")
	for _, e := range s.published(4) {
		equal(t, "corrections of "+e.Kicker, len(e.Corrections) == 1, e.Kicker == "Won")
	}
}

// printed is an entry of the file as it is published.
func (s *screen) printed(kicker string) string {
	s.t.Helper()
	for _, e := range s.entries() {
		if e.Kicker == kicker {
			return text.Plaintext(text.Parse(e.Text, e.Figures()))
		}
	}
	s.t.Fatalf("there is no entry %q", kicker)
	return ""
}
