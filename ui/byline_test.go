package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// twoAuthors is a night of two reporters.
func twoAuthors(t testing.TB) string {
	return uitest.NightOf(t, func(n *night.Night, _ string) {
		if _, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheByLineKeepsItsOrder(t *testing.T) {
	s := at(t, twoAuthors(t))
	first := s.Night.Authors[0]
	s.Types("Both saw it.")
	s.Chord(shell.CtrlShift, fyne.KeyJ)
	s.Types("And Mia")
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.CtrlShift, fyne.KeyJ)
	s.Types("Without " + first.Name)
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "by-line", s.composer.who.Words(), "by Mia Sato")
	s.Chord(shell.CtrlShift, fyne.KeyJ)
	s.Types("And " + first.Name)
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "by-line", s.composer.who.Words(), "by Mia Sato and "+first.Name)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "authors", len(e.Authors), 2)
	uitest.Equal(t, "first author", s.Night.AuthorName(e.Authors[0]), "Mia Sato")
	uitest.Equal(t, "acting author", s.Night.Author, first.ID)
	uitest.Equal(t, "by-line of the next", s.composer.who.Words(), "")
}

func TestTheTimeOfTheEventIsKept(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := at(t, path)
	s.Types("The boxes came in.")
	s.Chord(shell.CtrlShift, fyne.KeyT)
	s.Types("tea time")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "sheet", uitest.Words(s.Above()), "is no time")
	s.Keys(fyne.KeyEscape)
	was := time.Now().Add(-3 * time.Hour).In(s.Night.Zone)
	s.Chord(shell.CtrlShift, fyne.KeyT)
	s.Types(was.Format("2006-01-02 15:04"))
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "composer", s.composer.who.Words(), "at "+blog.Clock(was.UnixMilli(), s.Night.Zone))
	s.Until("it is in the drafts", func() bool {
		return strings.Contains(s.DraftsOf(composerGroup)["text"].Meta, fmt.Sprint(was.Truncate(time.Minute).UnixMilli()))
	})

	s.end() // the power goes
	s = newScreen(t, 1366, 740)
	s.opens(path)
	uitest.Has(t, "composer after a crash", s.composer.who.Words(), "at "+blog.Clock(was.UnixMilli(), s.Night.Zone))
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "time of the event", e.Happened, was.Truncate(time.Minute).UnixMilli())
	if e.Published <= e.Happened {
		t.Errorf("published at %d, before the event at %d", e.Published, e.Happened)
	}
}

// An entry that is changed keeps its by-line and its time.
func TestAnEditKeepsTheByLine(t *testing.T) {
	s := at(t, twoAuthors(t))
	s.Types("Both saw it.")
	s.Chord(shell.CtrlShift, fyne.KeyJ)
	s.Types("And Mia")
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	before := s.Published(1)[0]
	s.focusTimeline()
	s.Types("e")
	s.Types(" All of it.")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	after := s.Published(1)[0]
	uitest.Equal(t, "text", after.Text, "Both saw it. All of it.")
	uitest.Equal(t, "authors", len(after.Authors), 2)
	uitest.Equal(t, "time of the event", after.Happened, before.Happened)
}

func TestEmphasisAndLinksByKey(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("no address")
	text := func() string { return s.composer.text.Text }
	selectLast := func(n int) {
		s.composer.text.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
		for range n {
			s.Keys(fyne.KeyLeft)
		}
		s.composer.text.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	}
	s.Types("a sure ")
	s.Chord(shell.Ctrl, fyne.KeyM)
	s.Types("win")
	uitest.Equal(t, "emphasis", text(), "a sure *win*")
	s.Keys(fyne.KeyEnd)
	s.Types(" now")
	selectLast(3)
	s.Chord(shell.CtrlShift, fyne.KeyM)
	uitest.Equal(t, "strong", text(), "a sure *win* **now**")
	s.Types(" see")
	selectLast(3)
	s.Chord(shell.Ctrl, fyne.KeyL)
	s.Types("https://example.org/")
	uitest.Equal(t, "link", text(), "a sure *win* **now** [see](https://example.org/)")
	s.Keys(fyne.KeyEnd)
	s.Types(" and")
	selectLast(3)
	clip.SetContent("https://example.org/b")
	s.Chord(shell.Ctrl, fyne.KeyL)
	uitest.Equal(t, "link from the clipboard", text(), "a sure *win* **now** [see](https://example.org/) [and](https://example.org/b)")
	uitest.Has(t, "foot", s.composer.hint.Words(), "6 words")
}

// An entry that was back-dated can be given its time of publishing again.
func TestTheTimeOfTheEventIsTakenBack(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		_, err := n.Publish(author, blog.Entry{Text: "The boxes came in.", Happened: 1620342000000})
		uitest.Must(t, err)
	}))
	s.focusTimeline()
	s.Keys(fyne.KeyReturn)
	s.Chord(shell.CtrlShift, fyne.KeyT)
	s.SelectAll()
	s.Keys(fyne.KeyBackspace, fyne.KeyReturn)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	e := s.Published(1)[0]
	uitest.Equal(t, "time of the event", e.Happened, e.Published)
}

func TestLeavingAHeldChangeDropsIt(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.Keys(fyne.KeyReturn)
	s.Types(" Slowly.")
	s.Chord(shell.Ctrl, fyne.KeyH)
	s.blog.take(s.blog.held[0])
	s.Taps("Leave it")
	s.Settle()
	uitest.Equal(t, "held", len(s.blog.held), 0)
	s = s.again()
	uitest.Equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
}

// A row of the timeline shows who wrote, of when it tells and how it was
// changed, also where all of that is to be said.
func TestARowShowsByLineEventAndChange(t *testing.T) {
	var second string
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		id, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		uitest.Must(t, err)
		second = id
		e, err := n.Publish(author, blog.Entry{Kicker: "Boxes", Text: "The boxes came in.", Happened: 1620342000000, Key: true, Pinned: true})
		uitest.Must(t, err)
		_, err = n.Edit(author, e, night.Correction, "Some boxes.")
		uitest.Must(t, err)
	}))
	s.focusTimeline()
	row := uitest.Words(s.blog.list)
	for _, want := range []string{"Ada Reporter", "of 7 May 12.00am", "key", "pinned", "corrected "} {
		uitest.Has(t, "row", row, want)
	}
	s.Types("t")
	s.composer.setByline([]string{s.Night.Author, second}, 0)
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Settle()
	row = uitest.Words(s.blog.list)
	for _, want := range []string{"Ada Reporter", "Mia Sato", "key · pinned", "corrected "} {
		uitest.Has(t, "row", row, want)
	}
	uitest.HasNot(t, "row", row, "12.00am")
	s.blog.find.SetText("mia")
	uitest.Equal(t, "found by the second author", len(s.blog.shown), 1)
}
