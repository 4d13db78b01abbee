package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"

	"fyne.io/fyne/v2"
)

// This file asks, in the strip, whether to declare, why an error is overridden
// and why a declared result is corrected.

// question is the form for what the strip asks, nil where it asks nothing.
func (s *strip) question(r election.Result) fyne.CanvasObject {
	if !s.busy() {
		return nil
	}
	no := s.button("Not now", kit.Outlined, s.cancel)
	switch s.asking {
	case whetherToDeclare:
		yes := s.button("Declare", kit.Filled, s.declare)
		s.first = yes
		return kit.Column(6, kit.Marked("?", declareWords(s.pane.contest, r)), kit.Row(8, yes, no))
	case whyOverride:
		s.first = s.reason
		s.reason.OnSubmitted = func(string) { s.override() }
		yes := s.button("Override", kit.Filled, s.override)
		return kit.Column(6, kit.Marked("?", "Say why the figures stand. The reason is kept in the night."), s.reason, kit.Row(8, yes, no))
	case whyCorrect:
		s.first = s.reason
		s.reason.OnSubmitted = func(string) { s.pane.window.Focus(s.source) }
		s.source.OnSubmitted = func(string) { s.correct() }
		yes := s.button("Publish the correction", kit.Filled, s.correct)
		return kit.Column(6, kit.Marked("?", "Type the right figures above, then say why. The old figures stay readable as the revision before."),
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
	s.pane.window.Unfocus()
	if s.pane.correcting {
		s.pane.startCells()
	}
	s.stop()
	s.pane.show()
}

func (s *strip) declare() {
	contest, author := s.pane.contest.ID, s.pane.open.Author
	s.asking, s.asked = nothing, false
	s.pane.window.Unfocus()
	s.pane.open.Act(func(n *night.Night) error { return n.Declare(author, contest) }, func(err error) {
		s.pane.compute()
		if err == nil {
			s.pane.window.offerResult(contest)
		}
	})
}

func (s *strip) override() {
	reason := strings.TrimSpace(s.reason.Text)
	if reason == "" {
		s.pane.window.Say("An override needs a reason: say why the figures stand.")
		return
	}
	a := election.Answer{Code: s.answer.Code, Figures: s.answer.Figures, Reason: reason}
	s.asking, s.answer = nothing, nil
	s.pane.window.Unfocus()
	s.record(a)
}

func (s *strip) correct() {
	reason, source := strings.TrimSpace(s.reason.Text), strings.TrimSpace(s.source.Text)
	if reason == "" || source == "" {
		s.pane.window.Say("A correction needs a reason and a source: fill in both lines.")
		return
	}
	p := s.pane
	c := p.live()
	votes := map[string]election.Count{}
	for id, n := range p.typed {
		votes[id] = n
	}
	papers := papersOf(c)
	contest, author := c.ID, p.open.Author
	p.open.Act(func(n *night.Night) error {
		return n.CorrectResult(author, contest, reason, source, votes, &papers)
	}, func(err error) {
		if err != nil {
			return
		}
		p.window.Unfocus()
		s.stop()
		p.startCells()
		p.show()
	})
}

// declareOrCorrect is what the button at the head of the count does.
func (p *countPane) declareOrCorrect() {
	if p.open.ReadOnly != "" || p.contest.ID == "" {
		return
	}
	if !p.window.mayLook() || !model.IsPolled(p.contest) {
		return
	}
	if p.open.Author == "" {
		p.window.AskAuthor(p.declareOrCorrect)
		return
	}
	p.window.GoTo(p.window.desk) // commits the cell that is being typed in
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
			p.window.Say("Not yet: the desk's checks must be settled first.")
			if !p.nextDifference() { // which is settled in its cell, by F or S
				p.strip.focus()
			}
			return
		}
	}
	p.strip.ask(whetherToDeclare)
}
