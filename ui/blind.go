package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"
)

// blindKeying is a second keying under way: what was typed for one contest
// without sight of the first figures. All of it is in the drafts from the
// moment it begins, so that a crash neither loses a figure nor shows the first
// ones.
type blindKeying struct {
	contest string
	typed   map[string]string // digits by field: a candidate's id, or one of papersFields
	pointed bool              // the candidates without a figure were pointed out
	quits   bool              // whether to give it up is asked
}

// blindGroup is where the drafts of a second keying are kept.
func blindGroup(contest string) string { return "second:" + contest }

// begunField is the draft that says that a second keying has begun.
const begunField = "begun"

// blind is the second keying under way in the contest at hand, nil where there
// is none. While there is one, nothing of the first keying is shown.
func (p *countPane) blind() *blindKeying {
	if p.correcting || !p.keying() {
		return nil
	}
	return p.blinds[p.contest.ID]
}

// mayLook reports whether the figures of the contest at hand may be shown, and
// says why not.
func (w *Window) mayLook() bool {
	if _, ok := w.Night.Current(); !ok {
		w.Say("There is no contest yet: import the candidates, or type them in.")
		return false
	}
	if w.count.blind() != nil {
		w.Say("The first figures are hidden until the second keying is finished (Ctrl+J).")
		return false
	}
	return true
}

// unseen is what the Results screen knows of a contest, without the figures
// where they are being keyed a second time.
func (p *countPane) unseen(r *model.ContestResult) *model.ContestResult {
	if p.blinds[r.Contest().ID] == nil || r.Contest().State.IsDeclared() {
		return r
	}
	c := r.Contest().Public()
	c.Verified = election.Count{}
	return model.NewContestResult(c)
}

// keySecond begins the second keying of the contest at hand, or finishes it.
func (w *Window) keySecond() {
	c, ok := w.openContest()
	if !ok {
		return
	}
	if w.Night.Author == "" {
		w.AskAuthor(w.keySecond)
		return
	}
	w.GoTo(w.desk) // commits the cell that is being typed in
	w.showHalf(countHalf)
	keyed, _ := keyedOf(w.count.live())
	switch {
	case !model.IsPolled(c):
		w.Say("No votes are cast in " + c.Name + ".")
	case w.count.blind() != nil:
		w.count.finishBlind()
	case keyed == 0:
		w.Say("Key the votes once first: the second keying is compared with them.")
	case c.Second != nil:
		w.Choose("These figures were keyed a second time by "+w.Night.AuthorName(c.Second.Author), []kit.Choice{
			{Words: "Key them once more", Aside: "blind, in place of the second keying", Do: w.count.beginBlind},
			{Words: "Drop the second keying", Aside: "nothing is compared then", Do: func() { w.dropSecond(c.ID) }},
		})
	default:
		w.count.beginBlind()
	}
}

func (w *Window) dropSecond(contest string) {
	w.Act(func(n *night.Night, author string) error { return n.ClearSecond(author, contest) }, nil)
}

// keyedOf is how many candidates have votes, and how many there are.
func keyedOf(c election.Contest) (keyed, of int) {
	for _, k := range c.Candidates {
		if k.Votes.Known() {
			keyed++
		}
	}
	return keyed, len(c.Candidates)
}

// beginBlind clears the screen: from here on the cells take the second keying.
func (p *countPane) beginBlind() {
	p.strip.stop()
	p.blinds[p.contest.ID] = &blindKeying{contest: p.contest.ID, typed: map[string]string{}}
	p.drafts.Keep(night.Draft{Group: blindGroup(p.contest.ID), Field: begunField, Text: "yes"})
	p.drafts.Flush()
	p.startCells()
	p.compute()
	p.focusRow(0)
}

// keyedBlind takes a keystroke of the second keying.
func (p *countPane) keyedBlind(b *blindKeying, field, digits string, cell *kit.VoteCell) {
	b.typed[field], b.pointed = digits, false
	if digits == "" {
		delete(b.typed, field)
		p.drafts.Forget(blindGroup(b.contest), field)
	} else {
		p.drafts.Keep(night.Draft{Group: blindGroup(b.contest), Field: field, Text: digits, Caret: cell.Caret()})
	}
	p.compute()
}

// showBlind shows the count during a second keying: names, empty cells and
// what is typed in them. Nothing of it depends on the first figures.
func (p *countPane) showBlind(b *blindKeying) {
	p.result = election.Result{}
	p.head.show(p.contest)
	p.heads.show(blindLook, false, false)
	for i, k := range p.contest.Candidates {
		p.rows[i].showBlind(k)
	}
	p.papers.show(p.contest, blindLook)
	p.strip.showBlind(b)
	p.papers.box.Show()
	p.figures.box.Hide()
}

// showBlind is what the strip says during a second keying.
func (s *strip) showBlind(b *blindKeying) {
	done := 0
	for _, k := range s.pane.contest.Candidates {
		if b.typed[k.ID] != "" {
			done++
		}
	}
	words := fmt.Sprintf("Second keying: key every figure again from the sheet, best by another hand. The first figures stay hidden until both are compared. %d of %d keyed.",
		done, len(s.pane.contest.Candidates))
	yes, no := kit.NewButton("Compare  Ctrl+J", kit.Filled, s.pane.finishBlind), kit.NewButton("Give up…", kit.Outlined, func() { s.askQuit(b, true) })
	if b.quits {
		words = "Give the second keying up? What was keyed the second time is dropped."
		yes, no = kit.NewButton("Drop it", kit.Filled, s.pane.dropBlind), kit.NewButton("Go on keying", kit.Outlined, func() { s.askQuit(b, false) })
	}
	if s.shown == words {
		return
	}
	s.shown, s.first = words, yes
	s.set(kit.Marked("?", words), kit.Row(8, yes, no))
}

func (s *strip) askQuit(b *blindKeying, quits bool) {
	b.quits = quits
	s.pane.compute()
	s.focus()
}

// finishBlind hands the second keying to the night, to be compared with the
// first. Candidates without a figure are pointed out once: they would not be
// compared.
func (p *countPane) finishBlind() {
	b := p.blind()
	if b == nil {
		return
	}
	k := election.Keying{Votes: map[string]election.Count{}}
	var missing []string
	first := -1
	for i, c := range p.contest.Candidates {
		count, _ := election.ParseCount(b.typed[c.ID]) // the cell took digits alone
		if k.Votes[c.ID] = count; !count.Known() {
			missing = append(missing, c.Name())
			if first < 0 {
				first = i
			}
		}
	}
	for _, f := range papersFields {
		if f.again != nil {
			*f.again(&k), _ = election.ParseCount(b.typed[f.id])
		}
	}
	switch {
	case len(b.typed) == 0:
		p.window.Say("Nothing is keyed the second time yet. Key the figures again, or give it up.")
		p.focusRow(0)
		return
	case first >= 0 && !b.pointed:
		b.pointed = true
		who := strings.Join(missing, ", ")
		if len(missing) > 3 {
			who = election.Several(len(missing), "candidate", "candidates")
		}
		p.window.Say("Without a second figure: " + who + ". Go on keying, or compare all the same (Ctrl+J).")
		p.focusRow(first)
		return
	}
	p.keepSecond(b, k)
}

func (p *countPane) keepSecond(b *blindKeying, k election.Keying) {
	p.window.Unfocus()
	p.window.Act(func(n *night.Night, author string) error { return n.KeySecond(author, b.contest, k) }, func(err error) {
		if err != nil {
			return
		}
		p.endBlind(b)
		if p.contest.ID == b.contest && !p.nextDifference() {
			p.window.Say("Both keyings agree.")
		}
	})
}

// dropBlind gives the second keying up.
func (p *countPane) dropBlind() {
	if b := p.blind(); b != nil {
		p.window.Unfocus()
		p.endBlind(b)
	}
}

// endBlind shows the first figures again.
func (p *countPane) endBlind(b *blindKeying) {
	delete(p.blinds, b.contest)
	p.drafts.Forget(blindGroup(b.contest), "")
	if p.contest.ID == b.contest {
		p.startCells()
		p.show()
	}
}

// restoreBlind takes up the second keyings that were under way when the desk
// was last left. What this window knows of itself is newer.
func (p *countPane) restoreBlind(kept []night.Draft) {
	found := map[string]*blindKeying{}
	for _, d := range kept {
		contest, is := strings.CutPrefix(d.Group, blindGroup(""))
		if !is || p.blinds[contest] != nil {
			continue
		}
		if found[contest] == nil {
			found[contest] = &blindKeying{contest: contest, typed: map[string]string{}}
		}
		if d.Field != begunField {
			found[contest].typed[d.Field] = d.Text
		}
	}
	for contest, b := range found {
		p.blinds[contest] = b
	}
	if len(found) > 0 {
		p.show()
	}
}
