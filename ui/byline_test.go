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
)

// twoAuthors is a night of two reporters.
func twoAuthors(t testing.TB) string {
	return nightOf(t, func(n *night.Night, _ string) {
		if _, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheByLineKeepsItsOrder(t *testing.T) {
	s := at(t, twoAuthors(t))
	first := s.Night.Authors[0]
	s.types("Both saw it.")
	s.chord(shell.CtrlShift, fyne.KeyJ)
	s.types("And Mia")
	s.keys(fyne.KeyReturn)
	s.chord(shell.CtrlShift, fyne.KeyJ)
	s.types("Without " + first.Name)
	s.keys(fyne.KeyReturn)
	has(t, "by-line", s.composer.who.Words(), "by Mia Sato")
	s.chord(shell.CtrlShift, fyne.KeyJ)
	s.types("And " + first.Name)
	s.keys(fyne.KeyReturn)
	has(t, "by-line", s.composer.who.Words(), "by Mia Sato and "+first.Name)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "authors", len(e.Authors), 2)
	equal(t, "first author", s.Night.AuthorName(e.Authors[0]), "Mia Sato")
	equal(t, "acting author", s.Night.Author, first.ID)
	equal(t, "by-line of the next", s.composer.who.Words(), "")
}

func TestTheTimeOfTheEventIsKept(t *testing.T) {
	path := nightOf(t, nil)
	s := at(t, path)
	s.types("The boxes came in.")
	s.chord(shell.CtrlShift, fyne.KeyT)
	s.types("tea time")
	s.keys(fyne.KeyReturn)
	has(t, "sheet", words(s.above()), "is no time")
	s.keys(fyne.KeyEscape)
	was := time.Now().Add(-3 * time.Hour).In(s.Night.Zone)
	s.chord(shell.CtrlShift, fyne.KeyT)
	s.types(was.Format("2006-01-02 15:04"))
	s.keys(fyne.KeyReturn)
	has(t, "composer", s.composer.who.Words(), "at "+blog.Clock(was.UnixMilli(), s.Night.Zone))
	s.until("it is in the drafts", func() bool {
		return strings.Contains(s.draftsOf(composerGroup)["text"].Meta, fmt.Sprint(was.Truncate(time.Minute).UnixMilli()))
	})

	s.end() // the power goes
	s = newScreen(t, 1366, 740)
	s.opens(path)
	has(t, "composer after a crash", s.composer.who.Words(), "at "+blog.Clock(was.UnixMilli(), s.Night.Zone))
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "time of the event", e.Happened, was.Truncate(time.Minute).UnixMilli())
	if e.Published <= e.Happened {
		t.Errorf("published at %d, before the event at %d", e.Published, e.Happened)
	}
}

// An entry that is changed keeps its by-line and its time.
func TestAnEditKeepsTheByLine(t *testing.T) {
	s := at(t, twoAuthors(t))
	s.types("Both saw it.")
	s.chord(shell.CtrlShift, fyne.KeyJ)
	s.types("And Mia")
	s.keys(fyne.KeyReturn)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	before := s.published(1)[0]
	s.focusTimeline()
	s.types("e")
	s.types(" All of it.")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	after := s.published(1)[0]
	equal(t, "text", after.Text, "Both saw it. All of it.")
	equal(t, "authors", len(after.Authors), 2)
	equal(t, "time of the event", after.Happened, before.Happened)
}

func TestEmphasisAndLinksByKey(t *testing.T) {
	s := at(t, nightOf(t, nil))
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("no address")
	text := func() string { return s.composer.text.Text }
	selectLast := func(n int) {
		s.composer.text.KeyDown(&fyne.KeyEvent{Name: "LeftShift"})
		for range n {
			s.keys(fyne.KeyLeft)
		}
		s.composer.text.KeyUp(&fyne.KeyEvent{Name: "LeftShift"})
	}
	s.types("a sure ")
	s.chord(shell.Ctrl, fyne.KeyM)
	s.types("win")
	equal(t, "emphasis", text(), "a sure *win*")
	s.keys(fyne.KeyEnd)
	s.types(" now")
	selectLast(3)
	s.chord(shell.CtrlShift, fyne.KeyM)
	equal(t, "strong", text(), "a sure *win* **now**")
	s.types(" see")
	selectLast(3)
	s.chord(shell.Ctrl, fyne.KeyL)
	s.types("https://example.org/")
	equal(t, "link", text(), "a sure *win* **now** [see](https://example.org/)")
	s.keys(fyne.KeyEnd)
	s.types(" and")
	selectLast(3)
	clip.SetContent("https://example.org/b")
	s.chord(shell.Ctrl, fyne.KeyL)
	equal(t, "link from the clipboard", text(), "a sure *win* **now** [see](https://example.org/) [and](https://example.org/b)")
	has(t, "foot", s.composer.hint.Words(), "6 words")
}

// An entry that was back-dated can be given its time of publishing again.
func TestTheTimeOfTheEventIsTakenBack(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		_, err := n.Publish(author, blog.Entry{Text: "The boxes came in.", Happened: 1620342000000})
		must(t, err)
	}))
	s.focusTimeline()
	s.keys(fyne.KeyReturn)
	s.chord(shell.CtrlShift, fyne.KeyT)
	s.selectAll()
	s.keys(fyne.KeyBackspace, fyne.KeyReturn)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	e := s.published(1)[0]
	equal(t, "time of the event", e.Happened, e.Published)
}

func TestLeavingAHeldChangeDropsIt(t *testing.T) {
	s := twoEntries(t)
	s.focusTimeline()
	s.keys(fyne.KeyReturn)
	s.types(" Slowly.")
	s.chord(shell.Ctrl, fyne.KeyH)
	s.blog.take(s.blog.held[0])
	s.taps("Leave it")
	s.settle()
	equal(t, "held", len(s.blog.held), 0)
	s = s.again()
	equal(t, "composer", s.composer.text.Text+s.composer.editing, "")
}

// A row of the timeline shows who wrote, of when it tells and how it was
// changed, also where all of that is to be said.
func TestARowShowsByLineEventAndChange(t *testing.T) {
	var second string
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		id, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		must(t, err)
		second = id
		e, err := n.Publish(author, blog.Entry{Kicker: "Boxes", Text: "The boxes came in.", Happened: 1620342000000, Key: true, Pinned: true})
		must(t, err)
		_, err = n.Edit(author, e, night.Correction, "Some boxes.")
		must(t, err)
	}))
	s.focusTimeline()
	row := words(s.blog.list)
	for _, want := range []string{"Ada Reporter", "of 7 May 12.00am", "key", "pinned", "corrected "} {
		has(t, "row", row, want)
	}
	s.types("t")
	s.composer.setByline([]string{s.Night.Author, second}, 0)
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.settle()
	row = words(s.blog.list)
	for _, want := range []string{"Ada Reporter", "Mia Sato", "key · pinned", "corrected "} {
		has(t, "row", row, want)
	}
	hasNot(t, "row", row, "12.00am")
	s.blog.find.SetText("mia")
	equal(t, "found by the second author", len(s.blog.shown), 1)
}
