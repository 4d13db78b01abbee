package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

func TestPreviewFillsInPublicFigures(t *testing.T) {
	s := at(t, declaredNight(t, nil))
	s.types("The majority is {majority}.")
	s.chord(shell.Ctrl, fyne.KeyP)
	s.until("the preview shows the figure", func() bool { return strings.Contains(richText(s.preview.body), "The majority is 6,940.") })
	equal(t, "timeline", s.blog.root.Visible(), false)
	s.chord(shell.Ctrl, fyne.KeyP)
	equal(t, "timeline", s.blog.root.Visible(), true)
	equal(t, "preview", s.preview.root.Visible(), false)
}

// previews waits until the preview says all of the words.
func (s *screen) previews(want ...string) string {
	s.t.Helper()
	said := ""
	s.until("the preview says “"+strings.Join(want, "” and “")+"”", func() bool {
		said = richText(s.preview.body) + words(s.preview.body)
		for _, w := range want {
			if !strings.Contains(said, w) {
				return false
			}
		}
		return true
	})
	return said
}

func TestPreviewHasTheByLineAndTheTime(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, _ string) {
		_, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		must(t, err)
	}))
	s.Focus(s.composer.kicker)
	s.types("Boxes arrive")
	s.keys(fyne.KeyReturn)
	s.types("By taxi.")
	s.chord(shell.Ctrl, fyne.KeyP)
	now := time.Now()
	s.previews("Ada Reporter", "BOXES ARRIVE", "By taxi.", " "+now.In(s.Night.Zone).Format("MST"))
	s.chord(shell.CtrlShift, fyne.KeyJ)
	s.types("Mia")
	s.keys(fyne.KeyReturn)
	s.previews("Ada Reporter and Mia Sato")
	s.chord(shell.CtrlShift, fyne.KeyT)
	s.types("2021-05-06 22:41")
	s.keys(fyne.KeyReturn)
	said := s.previews("Thursday 6 May, 10.41pm BST", "Posted "+blog.Day(now.UnixMilli(), s.Night.Zone)+", ")
	hasNot(t, "preview of a new entry", said, "Updated")
	s.chord(shell.Ctrl, fyne.KeyReturn)
	s.published(1)
	s.chord(shell.CtrlShift, fyne.KeyA)
	s.types("Mia")
	s.keys(fyne.KeyReturn)
	s.until("the preview is by Mia alone", func() bool {
		said := richText(s.preview.body)
		return strings.Contains(said, "Mia Sato") && !strings.Contains(said, "Ada")
	})
}

func TestPreviewOfAChangeSaysWhatReadersAreTold(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) { post(t, n, author, "Turnout", "It was 43 per cent.") }))
	s.chord(shell.Ctrl, fyne.KeyT)
	s.keys(fyne.KeyHome)
	s.types("t")
	s.chord(shell.Ctrl, fyne.KeyP)
	said := s.previews("It was 43 per cent.", "Ada Reporter")
	hasNot(t, "preview of a typo put right", said, "Updated")
	s.composer.edit(s.Night.Entries[0], night.Update)
	s.previews("Updated ")
	s.composer.edit(s.Night.Entries[0], night.Correction)
	s.Focus(s.composer.note)
	s.types("It was 42.")
	said = s.previews("Corrected ", "Correction, ", ": It was 42.")
	hasNot(t, "preview of a correction", said, "Updated")
}

func TestPreviewFollowsTheCount(t *testing.T) {
	s := at(t, keyedNight(t))
	s.types("A majority of {majority}.")
	s.chord(shell.Ctrl, fyne.KeyP)
	s.previews("A majority of {majority}.")
	for _, k := range election.Checks(s.inNight()) {
		if k.Open() {
			must(t, s.Night.File.AnswerCheck(s.Night.Author, s.inNight().ID, election.Answer{Code: k.Code, Figures: k.Figures}))
		}
	}
	contest, author := s.inNight().ID, s.Night.Author
	s.Night.Act(func(n *night.Night) error { return n.Declare(author, contest) }, nil)
	s.previews("A majority of 6,940.")
}

func TestPreviewDrawsCouncils(t *testing.T) {
	s := at(t, nightOf(t, func(n *night.Night, author string) {
		_, err := n.PutCouncil(author, "", election.Council{Name: "Much Binding", Seats: 30, Vacant: 30})
		must(t, err)
	}))
	s.types("@result Much Binding")
	s.chord(shell.Ctrl, fyne.KeyP)
	hasNot(t, "preview", s.previews("Much Binding"), "called")
	s.types(" Parva")
	s.previews("No contest and no council of this night is called Much Binding Parva.")
}

func TestPreviewShowsAPostAsThePageDoes(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.pastes("@post https://example.org/1 | A. Reader | @reader | 7 May\n> What a night!")
	s.chord(shell.Ctrl, fyne.KeyP)
	said := s.previews("What a night!", "A. Reader (@reader), 7 May")
	hasNot(t, "preview", said, "https://")
}

func TestPreviewShowsThePicture(t *testing.T) {
	s := at(t, nightOf(t, nil))
	s.chord(shell.Ctrl, fyne.KeyP)
	s.onClipboard(clicked(t), nil)
	s.pastes("")
	s.until("the sheet is open", func() bool { return s.above() != nil })
	s.types("The hall\nAda Reporter\nTables\n")
	said := s.previews("The hall Ada Reporter")
	hasNot(t, "preview", said, "Picture ") // which stands for one that is not there
	drawn := 0
	see(s.preview.body, func(o fyne.CanvasObject) {
		if _, ok := o.(*canvas.Image); ok {
			drawn++
		}
	})
	equal(t, "pictures drawn", drawn, 1)
}
