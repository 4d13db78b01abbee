package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"

	"fyne.io/fyne/v2"
)

// keyed takes a keystroke in the cell of one candidate.
func (p *countPane) keyed(i int, typed string) {
	k := p.contest.Candidates[i]
	if b := p.blind(); b != nil {
		p.keyedBlind(b, k.ID, typed, p.rows[i].cell)
		return
	}
	count, err := election.ParseCount(typed)
	if err != nil {
		p.window.Say(err.Error())
		return
	}
	p.typed[k.ID] = count
	if cell := p.rows[i].cell; !p.correcting && cell.Pending() {
		p.drafts.Keep(night.Draft{Group: "votes:" + p.contest.ID, Field: k.ID, Text: typed, Caret: cell.Caret()})
	} else if !p.correcting {
		p.drafts.Forget("votes:"+p.contest.ID, k.ID)
	}
	p.compute()
}

// commit keys the votes of one candidate into the night.
func (p *countPane) commit(i int, typed string) {
	k := p.contest.Candidates[i]
	count, err := election.ParseCount(typed)
	if err != nil {
		p.window.Say(err.Error())
		return
	}
	if p.correcting || p.blind() != nil {
		return
	}
	contest, author, was := p.contest.ID, p.open.Author, model.Digits(k.Votes)
	cell := p.rows[i].cell
	if p.waits(cell, was) {
		return
	}
	p.sent[k.ID]++
	p.open.Act(func(n *night.Night) error {
		return n.KeyVotes(author, contest, k.ID, count)
	}, func(err error) {
		p.sent[k.ID]--
		here := p.contest.ID == contest && p.blind() == nil
		if err != nil && here {
			cell.Uncommitted(was)
		}
		if err != nil || here && cell.Pending() { // or typed in again meanwhile
			return
		}
		delete(p.typed, k.ID)
		p.drafts.Forget("votes:"+contest, k.ID)
		p.compute()
	})
}

// waits reports whether a figure cannot be committed because nobody is chosen
// to act yet, and asks who does. Until then it stays as typed, and a draft.
func (p *countPane) waits(cell *kit.VoteCell, was string) bool {
	if p.open.Author != "" {
		return false
	}
	cell.Uncommitted(was)
	p.unsigned = append(p.unsigned, cell)
	// The focus is on its way from this cell to another: ask when it is there.
	go fyne.Do(func() {
		if p.window.Night == p.open && !p.window.Covered() {
			p.window.AsWriter(p.commitUnsigned)
		}
	})
	return true
}

// commitUnsigned commits the figures that waited for somebody to act.
func (p *countPane) commitUnsigned() {
	cells := p.unsigned
	p.unsigned = nil
	for _, cell := range cells {
		cell.Commit()
	}
}

// leave moves the focus from one cell to the next in ballot-paper order, and
// on to the papers after the last.
func (p *countPane) leave(i, step int) {
	next := i + step
	switch {
	case next < 0:
		return
	case next >= len(p.rows):
		p.papers.focusFirst()
		return
	}
	p.focusRow(next)
}

func (p *countPane) focusRow(i int) {
	top := float32(i) * p.row
	if top < p.scroll.Offset.Y || top+p.row > p.scroll.Offset.Y+p.scroll.Size().Height {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-p.scroll.Size().Height/2)))
	}
	p.window.Focus(p.rows[i].cell)
}

// focus goes to the first candidate without votes, else to the first.
func (p *countPane) focus() {
	if !p.keying() || len(p.rows) == 0 {
		return
	}
	for i, r := range p.rows {
		if r.cell.Digits() == "" {
			p.focusRow(i)
			return
		}
	}
	p.focusRow(0)
}

func (p *countPane) refused(what string) {
	p.window.Say(fmt.Sprintf("“%s” was left out: votes are whole numbers of at most %d digits.", what, kit.MaxDigits))
}

// restore puts back what was being typed when the desk was last left, and
// returns the cell that was typed in last.
func (p *countPane) restore(kept []night.Draft) *kit.VoteCell {
	if p.restoreBlind(kept); p.blind() != nil {
		return nil
	}
	var last *kit.VoteCell
	var at int64
	for _, d := range kept {
		if d.Group != "votes:"+p.contest.ID {
			continue
		}
		for i, k := range p.contest.Candidates {
			count, err := election.ParseCount(d.Text)
			if k.ID != d.Field || err != nil {
				continue
			}
			p.rows[i].cell.SetTyped(d.Text, d.Caret)
			p.typed[k.ID] = count
			if d.Saved >= at {
				last, at = p.rows[i].cell, d.Saved
			}
		}
	}
	p.papers.restore(kept)
	p.compute()
	return last
}

// cellOf is the cell of a candidate, or of one of papersFields.
func (p *countPane) cellOf(field string) *kit.VoteCell {
	for i, k := range p.contest.Candidates {
		if k.ID == field {
			return p.rows[i].cell
		}
	}
	for i, f := range papersFields {
		if f.id == field {
			return p.papers.cells[i]
		}
	}
	return kit.NewVoteCell()
}

// focusField goes to the cell of a candidate, or of one of papersFields.
func (p *countPane) focusField(field string) {
	for i, k := range p.contest.Candidates {
		if k.ID == field {
			p.focusRow(i)
			return
		}
	}
	p.window.Focus(p.cellOf(field))
}

// moveFocus moves the focus on from what is there no more: a button of the
// strip that is gone, or a cell that is hidden. It goes to what is to be
// answered next, or to Declare.
func (p *countPane) moveFocus(gone []*kit.Button) {
	p.window.MoveFocus(func(at fyne.Focusable) bool { return p.isGone(at, gone) }, p.strip.next())
}

func (p *countPane) isGone(at fyne.Focusable, gone []*kit.Button) bool {
	switch at := at.(type) {
	case *kit.Button:
		return slices.Contains(gone, at)
	case *kit.VoteCell:
		hidden := !at.Visible()
		for _, cell := range p.papers.cells {
			hidden = hidden || at == cell && !p.papers.box.Visible()
		}
		return hidden
	}
	return false
}
