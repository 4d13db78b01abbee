package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// papersRow is the line of cells under the candidates: rejected papers, papers
// verified and the electorate.
type papersRow struct {
	pane  *countPane
	box   *fyne.Container
	cells []*kit.VoteCell
	names []*kit.Text
	again []*kit.Text // what the second keying has, where it differs
	typed map[int]election.Count
	sent  map[string]int // by contest and field: figures on their way to the night
}

// papersField is one of the cells for the papers. Its id is that of
// election.Difference.
type papersField struct {
	id, label, long string
	of              func(*election.Contest) *election.Count
	again           func(*election.Keying) *election.Count // nil where it is not keyed a second time
}

// papersFields are the cells in the order they are keyed in.
var papersFields = []papersField{
	{"rejected", "Rejected", "rejected papers", func(c *election.Contest) *election.Count { return &c.Rejected },
		func(k *election.Keying) *election.Count { return &k.Rejected }},
	{"verified", "Verified", "papers verified", func(c *election.Contest) *election.Count { return &c.Verified },
		func(k *election.Keying) *election.Count { return &k.Verified }},
	{"electorate", "Electorate", "electorate", func(c *election.Contest) *election.Count { return &c.Electorate }, nil},
}

func newPapersRow(p *countPane) *papersRow {
	r := &papersRow{pane: p, typed: map[int]election.Count{}, sent: map[string]int{}}
	var objects []fyne.CanvasObject
	for i, f := range papersFields {
		cell, name, again := kit.NewVoteCell(), kit.NewSmall(f.label), kit.NewText("").As(kit.WarnInk).Bold().Right()
		cell.Changed = func(typed string) { r.keyed(i, typed) }
		cell.Committed = func(typed string) { r.commit(i, typed) }
		cell.Leave = func(step int) { r.leave(i, step) }
		cell.Typed = func(key rune) bool { return p.settle(f.id, key) }
		cell.Refused = p.refused
		cell.Keyed = func(k *fyne.KeyEvent) { p.window.Key(k) }
		r.cells, r.names, r.again = append(r.cells, cell), append(r.names, name), append(r.again, again)
		objects = append(objects, name, cell, again)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size {
			for _, again := range r.again {
				if again.Words() != "" {
					return fyne.NewSize(380, 28+18)
				}
			}
			return fyne.NewSize(380, 28)
		},
		Put: r.put,
	}, objects...)
	return r
}

func (r *papersRow) put(_ []fyne.CanvasObject, size fyne.Size) {
	third := size.Width / 3
	for i := range r.cells {
		x := float32(i) * third
		name := r.names[i].MinSize().Width
		kit.Put(r.names[i], x, 0, name, 28)
		kit.Put(r.cells[i], x+name+8, 1, 86, 26)
		kit.Put(r.again[i], x, 28, name+8+86-8, 18)
	}
}

// show fills the cells from the contest as the night holds it, and says what
// the second keying of live, the contest with what is typed, has instead.
func (r *papersRow) show(live election.Contest, look countLook) {
	r.box.Hidden = !look.hasCells()
	if !look.hasCells() {
		clear(r.typed)
		return
	}
	r.showAgain(live, look)
	if look == blindLook {
		return
	}
	c := r.pane.contest
	for i, f := range papersFields {
		if _, typed := r.typed[i]; r.sent[c.ID+f.id] > 0 || r.pane.correcting && typed {
			continue
		}
		r.cells[i].SetCommitted(model.Digits(*f.of(&c)))
		if !r.pane.correcting && !r.cells[i].Pending() {
			delete(r.typed, i)
		}
	}
}

// showAgain says what the second keying has where it differs. The electorate
// is not keyed a second time.
func (r *papersRow) showAgain(live election.Contest, look countLook) {
	for i, f := range papersFields {
		blind := look == blindLook && f.again == nil
		r.cells[i].Hidden, r.names[i].Hidden = blind, blind
		words := ""
		if look == comparedLook && f.again != nil {
			if n := *f.again(live.Second); n.Known() && n != *f.of(&live) {
				words = "≠ " + n.String()
			}
		}
		r.again[i].SetText(words)
	}
}

// startCells puts the figures of the night into the cells, or those of a
// second keying, whatever is typed.
func (r *papersRow) startCells() {
	clear(r.typed)
	b := r.pane.blind()
	for i, f := range papersFields {
		figure := model.Digits(*f.of(&r.pane.contest))
		if b != nil {
			figure = b.typed[f.id]
		}
		if b == nil || r.cells[i].Digits() != figure {
			r.cells[i].Start(figure)
		}
	}
}

// apply puts what is typed into a contest.
func (r *papersRow) apply(c *election.Contest) {
	for i, n := range r.typed {
		*papersFields[i].of(c) = n
	}
}

// papersOf is what a contest says of its papers.
func papersOf(c election.Contest) night.Papers {
	return night.Papers{Electorate: c.Electorate, Verified: c.Verified, Rejected: c.Rejected, Headings: c.Headings, ReadOut: c.ReadOut}
}

func (r *papersRow) keyed(i int, typed string) {
	if b := r.pane.blind(); b != nil {
		r.pane.keyedBlind(b, papersFields[i].id, typed, r.cells[i])
		return
	}
	n, err := election.ParseCount(typed)
	if err != nil {
		r.pane.window.Say(err.Error())
		return
	}
	r.typed[i] = n
	group, field, cell := "papers:"+r.pane.contest.ID, papersFields[i].id, r.cells[i]
	if !r.pane.correcting && cell.Pending() {
		r.pane.drafts.Keep(night.Draft{Group: group, Field: field, Text: typed, Caret: cell.Caret()})
	} else if !r.pane.correcting {
		r.pane.drafts.Forget(group, field)
	}
	r.pane.compute()
}

// commit keys one figure into the night. The others are those of the night
// when the act's turn comes: one keyed just before may still be on its way.
func (r *papersRow) commit(i int, typed string) {
	count, err := election.ParseCount(typed)
	if err != nil || r.pane.correcting || r.pane.blind() != nil {
		return
	}
	p, field := r.pane, papersFields[i]
	was := model.Digits(*field.of(&p.contest))
	if p.waits(r.cells[i], was) {
		return
	}
	contest, author := p.contest.ID, p.open.Author
	r.sent[contest+field.id]++
	p.open.Act(func(n *night.Night) error {
		c, err := n.Contest(contest)
		if err != nil {
			return err
		}
		*field.of(&c) = count
		return n.KeyPapers(author, contest, papersOf(c))
	}, func(err error) {
		r.sent[contest+field.id]--
		here := p.contest.ID == contest && p.blind() == nil
		if err != nil && here {
			r.cells[i].Uncommitted(was)
		}
		if err != nil || here && r.cells[i].Pending() {
			return
		}
		if here {
			delete(r.typed, i)
		}
		p.drafts.Forget("papers:"+contest, field.id)
		p.compute()
	})
}

func (r *papersRow) leave(i, step int) {
	next := i + step
	switch {
	case next < 0:
		r.pane.focusRow(len(r.pane.rows) - 1)
	case next < len(r.cells) && r.cells[next].Visible():
		r.pane.window.Focus(r.cells[next])
	default:
		r.cells[i].Commit()
		r.pane.strip.focus()
	}
}

func (r *papersRow) focusFirst() { r.pane.window.Focus(r.cells[0]) }

// restore puts back what was being typed.
func (r *papersRow) restore(kept []night.Draft) {
	for _, d := range kept {
		if d.Group != "papers:"+r.pane.contest.ID {
			continue
		}
		for i, f := range papersFields {
			if n, err := election.ParseCount(d.Text); f.id == d.Field && err == nil {
				r.cells[i].SetTyped(d.Text, d.Caret)
				r.typed[i] = n
			}
		}
	}
}
