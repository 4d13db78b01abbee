package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/intake/paste"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// pasted takes a block of figures that was pasted into a vote cell: it shows
// what it understood, and keys nothing until that is accepted.
func (p *countPane) pasted(text string) {
	w := p.window
	block := paste.Parse(text)
	votes, problems := paste.Match(block, p.contest.Candidates)
	if len(problems) > 0 {
		w.showBlockProblems(problems)
		return
	}
	n := election.Several(len(votes), "figure", "figures")
	take := kit.NewButton("Take "+n+"  Enter", kit.Filled, nil)
	take.OnTapped = func() {
		w.CloseOverlay()
		p.take(votes)
	}
	list := w.ViewList(p.blockLines(votes), shell.Look{Size: kit.BodySize, Aside: 12, Height: 26}, 0)
	list.Keyed = func(k *fyne.KeyEvent) {
		switch {
		case k.Name == fyne.KeyEscape:
			w.CloseOverlay()
		case kit.IsEnter(k):
			take.OnTapped()
		}
	}
	height := 26 * float32(min(len(votes), 16))
	room := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, height) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) { kit.Put(o[0], 0, 0, size.Width, size.Height) },
	}, list)
	w.Over(kit.Column(8,
		kit.NewBold("Take these "+n+"?").Sized(kit.TitleSize),
		kit.Inset(kit.Wrapped(p.blockWords(block, votes)), 0, 0, 0, -4),
		room,
		kit.Row(8, take, kit.NewButton("Nothing  Esc", kit.Outlined, w.CloseOverlay)),
	), list)
}

// blockLines are the candidates that a block has figures of, in ballot-paper
// order, with what stands in their cells where that is another figure.
func (p *countPane) blockLines(votes map[string]election.Count) []shell.Line {
	var lines []shell.Line
	for i, k := range p.contest.Candidates {
		n, ok := votes[k.ID]
		if !ok {
			continue
		}
		l := shell.Line{Number: strconv.Itoa(i + 1), Words: k.BallotName(), Aside: k.Party.Label(), Figure: n.String(), Known: true}
		if now := p.rows[i].cell.Digits(); now != "" && now != model.Digits(n) {
			count, _ := election.ParseCount(now) // a cell holds digits alone
			l.Aside += " · instead of " + count.String()
		}
		lines = append(lines, l)
	}
	return lines
}

// blockWords say what a block comes to and what of it is left aside.
func (p *countPane) blockWords(b paste.Block, votes map[string]election.Count) string {
	sum := 0
	for _, n := range votes {
		sum += n.Or(0)
	}
	words := "Together " + election.Several(sum, "vote", "votes") + "."
	if left := len(p.contest.Candidates) - len(votes); left > 0 {
		words += " " + election.Several(left, "candidate is", "candidates are") + " not in it and stay as they are."
	}
	var apart []string
	for _, l := range b.Apart {
		apart = append(apart, "“"+strings.Join(strings.Fields(l.Text), " ")+"”")
	}
	if len(apart) > 0 {
		words += " Left aside: " + election.And(apart) + "."
	}
	return words
}

// showBlockProblems says line by line why a block was not taken.
func (w *Window) showBlockProblems(problems []intake.Problem) {
	var lines []string
	for _, x := range problems {
		words := "The block "
		if x.Line > 0 {
			words = "Line " + strconv.Itoa(x.Line) + ": “" + x.Value + "” "
		}
		lines = append(lines, words+x.Want+".")
	}
	list := container.NewVScroll(kit.Wrapped(strings.Join(lines, "\n")))
	list.SetMinSize(fyne.NewSize(560, 160))
	shut := kit.NewButton("Close  Esc", kit.Filled, w.CloseOverlay)
	w.Over(kit.Column(8,
		kit.NewBold("That block was not taken").Sized(kit.TitleSize),
		kit.Inset(kit.Wrapped("It does not say beyond doubt whose figures these are, and nothing was keyed. Put these lines right and paste it again, or key them by hand."), 0, 0, 0, -4),
		list, kit.Row(8, shut)), shut)
}

// take takes the figures of a block as if each had been typed: all of them in
// one act, or into the cells alone where those are of a second keying or of a
// correction.
func (p *countPane) take(votes map[string]election.Count) {
	if p.correcting || p.blind() != nil {
		for i, k := range p.contest.Candidates {
			if n, ok := votes[k.ID]; ok {
				p.rows[i].cell.SetTyped(model.Digits(n), len(model.Digits(n)))
				p.keyed(i, model.Digits(n))
			}
		}
		return
	}
	contest := p.contest.ID
	p.window.Act(func(n *night.Night, author string) error { return n.KeyBlock(author, contest, votes) }, func(err error) {
		if err != nil {
			return
		}
		for i, k := range p.contest.Candidates {
			if n, ok := votes[k.ID]; ok {
				delete(p.typed, k.ID)
				p.rows[i].cell.Start(model.Digits(n))
				p.drafts.Forget("votes:"+contest, k.ID)
			}
		}
		p.compute()
		p.window.Say(election.Several(len(votes), "figure", "figures") + " taken. Ctrl+U takes them back.")
	})
}
