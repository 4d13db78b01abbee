package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// strip is what stands under the cells: how the papers balance, what the
// checks say, and the questions that declaring, overriding and correcting ask.
// It asks in place; there is no dialog.
type strip struct {
	pane    *countPane
	box     *fyne.Container
	scroll  *container.Scroll // what it says, should there be no room for all
	shown   string            // what is shown, so that the same is not built again
	first   fyne.Focusable
	buttons []*kit.Button     // that answer what it says
	leads   fyne.CanvasObject // the line that first is in
	asking  question
	answer  *election.Check // the error being overridden
	reason  *kit.Entry
	source  *kit.Entry
	asked   bool // a declaration was asked for: show everything that is open
}

// question is what the strip asks for, if anything.
type question int

const (
	nothing question = iota
	whetherToDeclare
	whyOverride
	whyCorrect
)

func newStrip(p *countPane) *strip {
	s := &strip{pane: p, reason: kit.NewEntry("Why"), source: kit.NewEntry("Source: who told the desk")}
	s.scroll = container.NewVScroll(container.NewStack())
	s.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, 38) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], 0, 0, size.Width, size.Height)
		},
	}, kit.NewBox(kit.Selected).Rounded(), s.scroll)
	return s
}

// busy reports whether the strip waits for an answer.
func (s *strip) busy() bool { return s.asking != nothing }

// focus goes to the first thing in the strip that takes keys; where nothing
// does, the focus stays.
func (s *strip) focus() {
	if s.first == nil {
		return
	}
	s.pane.window.Focus(s.first)
	if s.leads != nil {
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.leads.Position().Y))
	}
}

// goOn goes to what is to be answered next, or else to Declare.
func (s *strip) goOn() {
	if s.next() == fyne.Focusable(s.pane.head.action) {
		s.pane.window.Focus(s.pane.head.action)
		return
	}
	s.focus()
}

// next is what the strip has to be answered first, else Declare, nil where
// there is neither.
func (s *strip) next() fyne.Focusable {
	switch {
	case s.first != nil:
		return s.first
	case s.pane.head.action.Visible():
		return s.pane.head.action
	}
	return nil
}

// show shows what the contest's figures call for.
func (s *strip) show(c election.Contest, r election.Result) {
	checks := s.relevant(election.Checks(c), r)
	var b strings.Builder
	b.WriteString(election.Balance(c) + r.PercentNote() + s.secondWords(c) + string(c.State) + lotWords(c))
	for _, k := range checks {
		b.WriteString("\n" + k.Code + k.Text)
	}
	b.WriteString("\n" + string(rune('0'+int(s.asking))) + s.pane.open.ReadOnly)
	if s.shown == b.String() {
		return
	}
	s.shown = b.String()
	gone := s.buttons
	s.first, s.leads, s.buttons = nil, nil, nil
	var rows []fyne.CanvasObject
	if !slices.ContainsFunc(checks, func(k election.Check) bool { return k.Code == election.PapersUnbalanced }) {
		rows = append(rows, s.balance(c, r)) // the error says the same
	}
	if words := s.secondWords(c); words != "" {
		rows = append(rows, kit.Marked("✓", words))
	}
	if words := lotWords(c); words != "" {
		rows = append(rows, s.lot(c, words))
	}
	for _, k := range checks {
		if s.asking != whyOverride || k.Code == s.answer.Code {
			rows = append(rows, s.check(k))
			if s.first != nil && s.leads == nil {
				s.leads = rows[len(rows)-1]
			}
		}
	}
	if q := s.question(r); q != nil {
		rows, s.leads = append(rows, q), q
	}
	s.set(rows...)
	s.pane.moveFocus(gone)
}

// set shows these lines.
func (s *strip) set(rows ...fyne.CanvasObject) {
	s.scroll.Content = kit.Inset(kit.Column(6, rows...), 6, 10, 6, 10)
	s.scroll.Offset = fyne.Position{}
	s.heightFor(s.scroll.Size().Width)
	s.scroll.Refresh()
	s.pane.root.Refresh()
}

// heightFor is how high the strip is when nothing of it scrolls: its words wrap
// in the given width.
func (s *strip) heightFor(width float32) float32 {
	content := s.scroll.Content
	content.Resize(fyne.NewSize(width, content.Size().Height))
	height := content.MinSize().Height
	content.Resize(fyne.NewSize(width, height))
	return height
}

// relevant leaves out, while a count is being keyed, the errors that only say
// that it is not finished: the balance line says so already. Of a declared
// result only the errors are told: it came so, from a file, and is corrected.
func (s *strip) relevant(checks []election.Check, r election.Result) []election.Check {
	var out []election.Check
	for _, k := range checks {
		declared := s.pane.contest.State.IsDeclared() && !s.pane.correcting
		if !k.Open() || declared && k.Level != election.Error {
			continue
		}
		if !declared && r.Missing > 0 && !s.asked && k.Code == election.VotesMissing {
			continue
		}
		out = append(out, k)
	}
	return out
}

func (s *strip) balance(c election.Contest, r election.Result) fyne.CanvasObject {
	mark := "…"
	verified, known := c.Verified.Get()
	papers, counted := r.Papers.Get()
	switch {
	case c.State == election.Countermanded || c.State == election.Postponed:
		mark = "–"
	case c.State.IsDeclared() && r.Missing > 0:
		mark = "✗"
	case c.State == election.Uncontested && r.Outcome().Kind != election.Unopposed:
		mark = "✗"
	case c.State == election.Uncontested,
		!c.System().OneVoteAPaper() && r.Valid.Known(),
		counted && (!known || papers == verified):
		mark = "✓"
	case c.State.IsDeclared():
		mark = "–" // nobody waits for more
	}
	return kit.Marked(mark, election.Balance(c))
}

// lot says who was drawn, and lets it be drawn anew before the declaration.
func (s *strip) lot(c election.Contest, words string) fyne.CanvasObject {
	if s.pane.open.ReadOnly != "" || s.busy() || c.State.IsDeclared() || s.pane.correcting {
		return kit.Marked("✓", words)
	}
	return kit.Marked("✓", words, s.button("Draw anew…", kit.Outlined, func() { s.pane.askLot(nil) }))
}

// button makes one that is there until the strip shows something else.
func (s *strip) button(words string, weight kit.Weight, tapped func()) *kit.Button {
	b := kit.NewButton(words, weight, tapped)
	s.buttons = append(s.buttons, b)
	return b
}

// secondWords say by whom the figures were keyed a second time, where both
// keyings agree.
func (s *strip) secondWords(c election.Contest) string {
	if c.Second == nil || c.State.IsDeclared() || len(differences(c)) > 0 {
		return ""
	}
	return "Keyed a second time by " + s.pane.open.AuthorName(c.Second.Author) + ", and both agree."
}

func (s *strip) check(k election.Check) fyne.CanvasObject {
	mark, words := "!", "Tick"
	answer := func() { s.tick(k) }
	if k.Level == election.Error {
		mark, words = "✗", "Override…"
		answer = func() {
			s.answer, s.asking = &k, whyOverride
			s.reason.SetText("")
			s.pane.compute()
			s.pane.window.Focus(s.reason)
		}
	}
	text := k.Text
	switch k.Code {
	case election.TieWithoutLot:
		words, answer = "Record the lot…", func() { s.pane.askLot(nil) }
	case election.LotWithoutTie:
		words, answer = "Drop the lot", s.pane.dropLot
	case election.SecondDiffers:
		words, answer = "Settle", func() { s.pane.nextDifference() }
		text = differenceWords(s.pane.live()) + " In its cell F keeps the first figure, S takes the second."
	}
	if s.pane.open.ReadOnly != "" || s.pane.correcting || s.asking != nothing || s.pane.contest.State.IsDeclared() {
		return kit.Marked(mark, text)
	}
	b := s.button(words, kit.Outlined, answer)
	if s.first == nil {
		s.first = b
	}
	return kit.Marked(mark, text, b)
}

// tick answers a warning: the figure was looked at and stands.
func (s *strip) tick(k election.Check) {
	s.record(election.Answer{Code: k.Code, Figures: k.Figures})
}

func (s *strip) record(a election.Answer) {
	contest := s.pane.contest.ID
	s.pane.window.Act(func(n *night.Night, author string) error { return n.AnswerCheck(author, contest, a) }, func(err error) {
		if err == nil {
			s.goOn()
		}
	})
}
