package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
)

// moveCandidate moves the candidate whose cell has the focus up or down the
// ballot paper, for papers that are not in the order of surnames.
func (p *countPane) moveCandidate(step int) {
	at := p.rowAtHand()
	to := at + step
	if at < 0 || p.contest.State.IsDeclared() {
		p.window.Say("Go to a candidate's vote cell first (F6): that candidate is moved.")
		return
	}
	if to < 0 || to >= len(p.rows) {
		return
	}
	p.rows[at].cell.Commit()
	contest, candidate := p.contest.ID, p.contest.Candidates[at].ID
	p.window.Act(func(n *night.Night, author string) error { return n.MoveCandidate(author, contest, candidate, to) }, func(err error) {
		if err == nil {
			p.focusRow(to)
		}
	})
}

// rowAtHand is the place of the candidate whose cell has the focus, −1 where
// none has.
func (p *countPane) rowAtHand() int {
	return slices.IndexFunc(p.rows, func(r *countRow) bool { return r.cell.HasFocus() })
}

// removeCandidate takes the candidate whose cell has the focus off the ballot
// paper, once that is confirmed.
func (p *countPane) removeCandidate() {
	if !p.window.mayLook() {
		return
	}
	at := p.rowAtHand()
	if at < 0 || p.contest.State.IsDeclared() {
		p.window.Say("Go to a candidate's vote cell first (F6): that candidate is removed.")
		return
	}
	contest, k := p.contest, p.contest.Candidates[at]
	if p.open.Author == "" {
		p.window.AskAuthor(p.removeCandidate)
		return
	}
	words := k.Name() + " (" + k.Party.Label() + ") leaves the ballot paper of " + contest.Name + ". No votes are keyed for them."
	if k.Votes.Known() {
		words = k.Name() + " (" + k.Party.Label() + ") leaves the ballot paper of " + contest.Name + ", and with them the " +
			election.Several(k.Votes.Or(0), "vote", "votes") + " keyed for them."
	}
	p.window.Sheet("Remove "+k.Name()+"?", words+" Ctrl+U brings them back.", nil, "Remove", func() string {
		p.window.ForgetFocus() // the cell is another's by then
		p.window.Act(func(n *night.Night, author string) error { return n.RemoveCandidate(author, contest.ID, k.ID) }, nil)
		return ""
	})
}

// askLot asks who was drawn by lot among those who tie for the last seats,
// one after another where there are several.
func (p *countPane) askLot(drawn []string) {
	tied, open := p.live().TiedAtCut()
	if len(drawn) == open {
		contest := p.contest.ID
		p.window.Act(func(n *night.Night, author string) error { return n.SetLot(author, contest, drawn) }, nil)
		return
	}
	var choices []kit.Choice
	for _, k := range tied {
		if !slices.Contains(drawn, k.ID) {
			choices = append(choices, kit.Choice{Words: k.Name(), Aside: k.Votes.String() + " votes", Do: func() {
				p.askLot(append(slices.Clone(drawn), k.ID))
			}})
		}
	}
	p.window.Choose("Who was drawn by lot?", choices)
}

// lotWords say who was drawn by lot, where a tie calls for one: "Drawn by lot:
// Sue Knowles." Otherwise they are empty, and a check says what is amiss.
func lotWords(c election.Contest) string {
	tied, open := c.TiedAtCut()
	if !model.IsPolled(c) || len(c.Lot) != open || len(tied) <= open {
		return ""
	}
	var names []string
	for _, k := range tied {
		if slices.Contains(c.Lot, k.ID) {
			names = append(names, k.Name())
		}
	}
	if len(names) != open {
		return ""
	}
	return "Drawn by lot: " + election.And(names) + ", of " + election.Several(len(tied), "candidate", "candidates") + " with " + tied[0].Votes.String() + " votes each."
}

// dropLot takes back a lot that no tie calls for.
func (p *countPane) dropLot() {
	contest := p.contest.ID
	p.window.Act(func(n *night.Night, author string) error { return n.SetLot(author, contest, nil) }, nil)
}
