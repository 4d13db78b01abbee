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
	"nightdesk/ui/uitest"
)

func TestPreviewFillsInPublicFigures(t *testing.T) {
	s := at(t, uitest.DeclaredNight(t, nil))
	s.Types("The majority is {majority}.")
	s.Chord(shell.Ctrl, fyne.KeyP)
	s.Until("the preview shows the figure", func() bool { return strings.Contains(uitest.RichText(s.preview.body), "The majority is 6,940.") })
	uitest.Equal(t, "timeline", s.blog.root.Visible(), false)
	s.Chord(shell.Ctrl, fyne.KeyP)
	uitest.Equal(t, "timeline", s.blog.root.Visible(), true)
	uitest.Equal(t, "preview", s.preview.root.Visible(), false)
}

// previews waits until the preview says all of the words.
func (s *screen) previews(want ...string) string {
	s.t.Helper()
	said := ""
	s.Until("the preview says “"+strings.Join(want, "” and “")+"”", func() bool {
		said = uitest.RichText(s.preview.body) + uitest.Words(s.preview.body)
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
	s := at(t, uitest.NightOf(t, func(n *night.Night, _ string) {
		_, err := n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
		uitest.Must(t, err)
	}))
	s.Focus(s.composer.kicker)
	s.Types("Boxes arrive")
	s.Keys(fyne.KeyReturn)
	s.Types("By taxi.")
	s.Chord(shell.Ctrl, fyne.KeyP)
	now := time.Now()
	s.previews("Ada Reporter", "BOXES ARRIVE", "By taxi.", " "+now.In(s.Night.Zone).Format("MST"))
	s.Chord(shell.CtrlShift, fyne.KeyJ)
	s.Types("Mia")
	s.Keys(fyne.KeyReturn)
	s.previews("Ada Reporter and Mia Sato")
	s.Chord(shell.CtrlShift, fyne.KeyT)
	s.Types("2021-05-06 22:41")
	s.Keys(fyne.KeyReturn)
	said := s.previews("Thursday 6 May, 10.41pm BST", "Posted "+blog.Day(now.UnixMilli(), s.Night.Zone)+", ")
	uitest.HasNot(t, "preview of a new entry", said, "Updated")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	s.Chord(shell.CtrlShift, fyne.KeyA)
	s.Types("Mia")
	s.Keys(fyne.KeyReturn)
	s.Until("the preview is by Mia alone", func() bool {
		said := uitest.RichText(s.preview.body)
		return strings.Contains(said, "Mia Sato") && !strings.Contains(said, "Ada")
	})
}

func TestPreviewOfAChangeSaysWhatReadersAreTold(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) { uitest.Post(t, n, author, "Turnout", "It was 43 per cent.") }))
	s.Chord(shell.Ctrl, fyne.KeyT)
	s.Keys(fyne.KeyHome)
	s.Types("t")
	s.Chord(shell.Ctrl, fyne.KeyP)
	said := s.previews("It was 43 per cent.", "Ada Reporter")
	uitest.HasNot(t, "preview of a typo put right", said, "Updated")
	s.composer.edit(s.Night.Entries[0], night.Update)
	s.previews("Updated ")
	s.composer.edit(s.Night.Entries[0], night.Correction)
	s.Focus(s.composer.note)
	s.Types("It was 42.")
	said = s.previews("Corrected ", "Correction, ", ": It was 42.")
	uitest.HasNot(t, "preview of a correction", said, "Updated")
}

func TestPreviewFollowsTheCount(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	s.Types("A majority of {majority}.")
	s.Chord(shell.Ctrl, fyne.KeyP)
	s.previews("A majority of {majority}.")
	for _, k := range election.Checks(s.InNight()) {
		if k.Open() {
			uitest.Must(t, s.Night.File.AnswerCheck(s.Night.Author, s.InNight().ID, election.Answer{Code: k.Code, Figures: k.Figures}))
		}
	}
	contest, author := s.InNight().ID, s.Night.Author
	s.Night.Act(func(n *night.Night) error { return n.Declare(author, contest) }, nil)
	s.previews("A majority of 6,940.")
}

func TestPreviewDrawsCouncils(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		_, err := n.PutCouncil(author, "", election.Council{Name: "Much Binding", Seats: 30, Vacant: 30})
		uitest.Must(t, err)
	}))
	s.Types("@result Much Binding")
	s.Chord(shell.Ctrl, fyne.KeyP)
	uitest.HasNot(t, "preview", s.previews("Much Binding"), "called")
	s.Types(" Parva")
	s.previews("No contest and no council of this night is called Much Binding Parva.")
}

func TestPreviewShowsAPostAsThePageDoes(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Pastes("@post https://example.org/1 | A. Reader | @reader | 7 May\n> What a night!")
	s.Chord(shell.Ctrl, fyne.KeyP)
	said := s.previews("What a night!", "A. Reader (@reader), 7 May")
	uitest.HasNot(t, "preview", said, "https://")
}

func TestPreviewShowsThePicture(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.KeyP)
	s.onClipboard(clicked(t), nil)
	s.Pastes("")
	s.Until("the sheet is open", func() bool { return s.Above() != nil })
	s.Types("The hall\nAda Reporter\nTables\n")
	said := s.previews("The hall Ada Reporter")
	uitest.HasNot(t, "preview", said, "Picture ") // which stands for one that is not there
	drawn := 0
	uitest.See(s.preview.body, func(o fyne.CanvasObject) {
		if _, ok := o.(*canvas.Image); ok {
			drawn++
		}
	})
	uitest.Equal(t, "pictures drawn", drawn, 1)
}
