package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
)

// strip is what stands under the cells: how the papers balance, what the
// checks say, and the questions that declaring, overriding and correcting ask.
// It asks in place; there is no dialog.
type strip struct {
	pane   *countPane
	box    *fyne.Container
	scroll *container.Scroll // what it says, should there be no room for all
	shown  string            // what is shown, so that the same is not built again
	first  fyne.Focusable
	leads  fyne.CanvasObject // the line that first is in
	asking question
	answer *election.Check // the error being overridden
	reason *kit.Entry
	source *kit.Entry
	asked  bool // a declaration was asked for: show everything that is open
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
	s.pane.window.focus(s.first)
	if s.leads != nil {
		s.scroll.ScrollToOffset(fyne.NewPos(0, s.leads.Position().Y))
	}
}

// show shows what the contest's figures call for.
func (s *strip) show(c election.Contest, r election.Result) {
	checks := s.relevant(election.Checks(c), r)
	var b strings.Builder
	b.WriteString(election.Balance(c) + r.PercentNote() + s.secondWords(c))
	for _, k := range checks {
		b.WriteString("\n" + k.Code + k.Text)
	}
	b.WriteString("\n" + string(rune('0'+int(s.asking))) + s.pane.desk.readOnly)
	if s.shown == b.String() {
		return
	}
	s.shown = b.String()
	s.first, s.leads = nil, nil
	var rows []fyne.CanvasObject
	if !slices.ContainsFunc(checks, func(k election.Check) bool { return k.Code == election.PapersUnbalanced }) {
		rows = append(rows, s.balance(c, r)) // the error says the same
	}
	if words := s.secondWords(c); words != "" {
		rows = append(rows, marked("✓", words))
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
// that it is not finished: the balance line says so already.
func (s *strip) relevant(checks []election.Check, r election.Result) []election.Check {
	var out []election.Check
	for _, k := range checks {
		if !k.Open() || s.pane.contest.State.IsDeclared() && !s.pane.correcting {
			continue
		}
		if r.Missing > 0 && !s.asked && k.Code == election.VotesMissing {
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
	case c.State == election.Uncontested,
		c.Seats > 1 && r.Valid.Known(),
		counted && (!known || papers == verified):
		mark = "✓"
	}
	return marked(mark, election.Balance(c))
}

// secondWords say by whom the figures were keyed a second time, where both
// keyings agree.
func (s *strip) secondWords(c election.Contest) string {
	if c.Second == nil || c.State.IsDeclared() || len(differences(c)) > 0 {
		return ""
	}
	return "Keyed a second time by " + s.pane.desk.authorName(c.Second.Author) + ", and both agree."
}

// marked is a mark and words that wrap beside it.
func marked(mark, words string, more ...fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewLabel(words)
	label.Wrapping = fyne.TextWrapWord
	label.Selectable = true
	right := kit.Row(6, more...)
	// Marks differ in width, and the words have one left edge.
	left := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(16, 24) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) { kit.Put(o[0], 0, 0, size.Width, 24) },
	}, kit.NewText(mark).Centre())
	return container.NewBorder(nil, nil, left, right, label)
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
			s.pane.window.focus(s.reason)
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
	if s.pane.desk.readOnly != "" || s.pane.correcting || s.asking != nothing {
		return marked(mark, text)
	}
	b := kit.NewButton(words, kit.Outlined, answer)
	if s.first == nil {
		s.first = b
	}
	return marked(mark, text, b)
}

// tick answers a warning: the figure was looked at and stands.
func (s *strip) tick(k election.Check) {
	s.record(election.Answer{Code: k.Code, Figures: k.Figures})
}

func (s *strip) record(a election.Answer) {
	contest := s.pane.contest.ID
	s.pane.window.act(func(n *night.Night, author string) error { return n.AnswerCheck(author, contest, a) }, func(err error) {
		if err == nil {
			s.focus() // on to the next check
		}
	})
}

// question is the form for what the strip asks, nil where it asks nothing.
func (s *strip) question(r election.Result) fyne.CanvasObject {
	no := kit.NewButton("Not now", kit.Outlined, s.cancel)
	switch s.asking {
	case whetherToDeclare:
		yes := kit.NewButton("Declare", kit.Filled, s.declare)
		s.first = yes
		return kit.Column(6, marked("?", declareWords(s.pane.contest, r)), kit.Row(8, yes, no))
	case whyOverride:
		s.first = s.reason
		s.reason.OnSubmitted = func(string) { s.override() }
		yes := kit.NewButton("Override", kit.Filled, s.override)
		return kit.Column(6, marked("?", "Say why the figures stand. The reason is kept in the night."), s.reason, kit.Row(8, yes, no))
	case whyCorrect:
		s.first = s.reason
		s.reason.OnSubmitted = func(string) { s.pane.window.focus(s.source) }
		s.source.OnSubmitted = func(string) { s.correct() }
		yes := kit.NewButton("Publish the correction", kit.Filled, s.correct)
		return kit.Column(6, marked("?", "Type the right figures above, then say why. The old figures stay readable as the revision before."),
			s.reason, s.source, kit.Row(8, yes, no))
	}
	return nil
}

// declareWords say what declaring would make public.
func declareWords(c election.Contest, r election.Result) string {
	words := "Declare " + c.Name + "? "
	if outcome := r.Outcome().String(); outcome != "" {
		words += outcome + ": "
	}
	var elected []string
	for _, row := range r.Rows {
		if row.Elected {
			elected = append(elected, row.Candidate.Name())
		}
	}
	words += election.And(elected)
	if r.Majority.Known() {
		words += ", majority " + r.Majority.String()
	}
	return words + ". Every figure becomes public, and changes after that only by a correction."
}

// ask puts a question and gives the focus to its answer.
func (s *strip) ask(q question) {
	s.asking = q
	s.reason.SetText("")
	s.source.SetText("")
	s.pane.compute()
	if q == whyCorrect {
		s.pane.focusRow(0)
		return
	}
	s.focus()
}

// stop takes back the question and a correction that was begun.
func (s *strip) stop() {
	s.asking, s.answer, s.asked = nothing, nil, false
	s.pane.correcting = false
}

func (s *strip) cancel() {
	s.pane.window.unfocus()
	if s.pane.correcting {
		s.pane.startCells()
	}
	s.stop()
	s.pane.show()
}

func (s *strip) declare() {
	contest, author := s.pane.contest.ID, s.pane.desk.author
	s.asking, s.asked = nothing, false
	s.pane.window.unfocus()
	s.pane.desk.act(func(n *night.Night) error { return n.Declare(author, contest) }, func(err error) {
		s.pane.compute()
		if err == nil {
			s.pane.window.offerResult(contest)
		}
	})
}

func (s *strip) override() {
	reason := strings.TrimSpace(s.reason.Text)
	if reason == "" {
		s.pane.window.say("An override needs a reason: say why the figures stand.")
		return
	}
	a := election.Answer{Code: s.answer.Code, Figures: s.answer.Figures, Reason: reason}
	s.asking, s.answer = nothing, nil
	s.pane.window.unfocus()
	s.record(a)
}

func (s *strip) correct() {
	reason, source := strings.TrimSpace(s.reason.Text), strings.TrimSpace(s.source.Text)
	if reason == "" || source == "" {
		s.pane.window.say("A correction needs a reason and a source: fill in both lines.")
		return
	}
	p := s.pane
	c := p.live()
	votes := map[string]election.Count{}
	for id, n := range p.typed {
		votes[id] = n
	}
	papers := papersOf(c)
	contest, author := c.ID, p.desk.author
	p.desk.act(func(n *night.Night) error {
		return n.CorrectResult(author, contest, reason, source, votes, &papers)
	}, func(err error) {
		if err != nil {
			return
		}
		p.window.unfocus()
		s.stop()
		p.startCells()
		p.show()
	})
}

// declareOrCorrect is what the button at the head of the count does.
func (p *countPane) declareOrCorrect() {
	if p.desk.readOnly != "" || p.contest.ID == "" {
		return
	}
	if !p.window.mayLook() || !isPolled(p.contest) {
		return
	}
	if p.desk.author == "" {
		p.window.askAuthor(p.declareOrCorrect)
		return
	}
	p.window.goTo(deskScreenID) // commits the cell that is being typed in
	p.window.showHalf(countHalf)
	if p.contest.State.IsDeclared() {
		p.correcting = true
		p.show()
		p.strip.ask(whyCorrect)
		return
	}
	c := p.live()
	for _, k := range election.Checks(c) {
		if k.Open() {
			p.strip.asked = true
			p.compute()
			p.window.say("Not yet: the desk's checks must be settled first.")
			p.strip.focus()
			return
		}
	}
	p.strip.ask(whetherToDeclare)
}
