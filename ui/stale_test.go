package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// A correction of the result lists the entries that print a figure it moved,
// and no other; the one chosen is put right by keys alone.
func TestEntriesWhoseFiguresMovedAreCorrected(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, func(n *night.Night, author string) {
		uitest.Post(t, n, author, "Won", "A majority of {majority}. The {electorate} of them may sleep.")
		uitest.Post(t, n, author, "Stood", "There were {candidates} candidates.")
		uitest.Post(t, n, author, "Typed", "A majority of 6,940.")
		uitest.Post(t, n, author, "Third", "Sam Lee has {Lee.votes} votes.")
	}))
	uitest.Equal(t, "notice", len(s.blog.notice.Objects), 0)
	s.Chord(shell.CtrlShift, fyne.Key1)
	s.Says("No entry prints a figure that has moved.")
	c := s.InNight()
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
	s.Until("the notice", func() bool { return len(s.blog.notice.Objects) > 0 })
	uitest.Has(t, "notice", uitest.Words(s.blog.notice), "1 entry prints a figure that has been corrected since.")
	uitest.Equal(t, "the entry in print", s.printed("Won"), "A majority of 6,940. The 70,768 of them may sleep.")

	s.Chord(shell.CtrlShift, fyne.Key1)
	list := uitest.Words(s.Above())
	uitest.Has(t, "list", list, "A majority of 6,941.")
	uitest.Has(t, "list", list, "was: A majority of 6,940.")
	uitest.HasNot(t, "list", list, "Sam Lee")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "note", s.composer.note.Text, "A majority of 6,940.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	s.Until("the notice is gone", func() bool { return len(s.blog.notice.Objects) == 0 })
	uitest.Equal(t, "the entry in print", s.printed("Won"), "A majority of 6,941. The 70,768 of them may sleep.")
	for _, e := range s.Published(4) {
		uitest.Equal(t, "corrections of "+e.Kicker, len(e.Corrections) == 1, e.Kicker == "Won")
	}
}

// printed is an entry of the file as it is published.
func (s *screen) printed(kicker string) string {
	s.t.Helper()
	for _, e := range s.Entries() {
		if e.Kicker == kicker {
			return text.Plaintext(text.Parse(e.Text, e.Figures()))
		}
	}
	s.t.Fatalf("there is no entry %q", kicker)
	return ""
}
