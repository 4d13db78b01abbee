package ui

import (
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// countLook is how the count shows its candidates.
type countLook int

const (
	declaredLook countLook = iota // by votes, with every figure
	keyingLook                    // in ballot-paper order, with a cell each
	blindLook                     // as keying, and nothing but the cells
	comparedLook                  // as keying, with the second figure beside the first
	namesLook                     // no votes are cast: names alone
)

// hasCells reports whether votes are typed in this look.
func (l countLook) hasCells() bool { return l == keyingLook || l == blindLook || l == comparedLook }

// look is how the contest at hand is shown now.
func (p *countPane) look() countLook { return p.lookOf(p.live()) }

// lookOf is the same for those who have the contest with what is typed.
func (p *countPane) lookOf(live election.Contest) countLook {
	switch {
	case !model.IsPolled(p.contest):
		return namesLook
	case !p.keying():
		return declaredLook
	case p.blind() != nil:
		return blindLook
	case !p.correcting && len(differences(live)) > 0:
		return comparedLook
	}
	return keyingLook
}

// The columns from the right: change or place, share, bar, votes. What is
// left belongs to the name.
const (
	changeWidth float32 = 54
	shareWidth  float32 = 48
	votesWidth  float32 = 64
	cellWidth   float32 = 86
	columnGap   float32 = 12
)

// headsHeight is the line of the words over the columns, and the room under it.
const headsHeight float32 = 20

// endWidth is the room of the last column, which a result with nothing to
// compare with does not have.
func endWidth(look countLook, compared bool) float32 {
	if look == declaredLook && !compared {
		return 0
	}
	return changeWidth
}

func barWidth(width float32) float32 { return min(108, max(40, width-430)) }

// countHeads are the words over the columns of the count.
type countHeads struct {
	box                               *fyne.Container
	names, votes, share, percent, end *kit.Text
	look                              countLook
	compared                          bool // there is a baseline
}

func newCountHeads() *countHeads {
	h := &countHeads{
		names: kit.NewSmall(""), votes: kit.NewSmall("").Right(), share: kit.NewSmall(""),
		percent: kit.NewSmall("").Right(), end: kit.NewSmall("").Right(),
	}
	h.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, 18) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { h.put(size) },
	}, h.names, h.votes, h.share, h.percent, h.end)
	return h
}

func (h *countHeads) put(size fyne.Size) {
	right := size.Width - 6
	end := endWidth(h.look, h.compared)
	kit.Put(h.end, right-end, 0, end, 18)
	x := right - end
	if h.look == declaredLook {
		kit.Put(h.percent, x-shareWidth, 0, shareWidth, 18)
		x -= shareWidth
	}
	bar := barWidth(size.Width)
	kit.Put(h.share, x-bar, 0, bar, 18)
	x -= bar + columnGap
	kit.Put(h.votes, x-votesWidth, 0, votesWidth, 18)
	kit.Put(h.names, 0, 0, max(0, x-votesWidth), 18)
}

// headWords are the words over the columns: names, votes, bar, percentage and
// the last.
var headWords = map[countLook][5]string{
	declaredLook: {"Candidate", "Votes", "Share", "%", "±"},
	keyingLook:   {"In ballot-paper order", "Votes", "So far", "", "Place"},
	blindLook:    {"In ballot-paper order", "Again", "", "", ""},
	comparedLook: {"In ballot-paper order", "First", "Second", "", "Place"},
	namesLook:    {"Candidate", "", "", "", ""},
}

// show names the columns of a look. Where a percentage is of votes and not of
// voters it says so; without a baseline there are no changes.
func (h *countHeads) show(look countLook, votes, compared bool) {
	h.look, h.compared = look, compared
	for i, t := range []*kit.Text{h.names, h.votes, h.share, h.percent, h.end} {
		t.SetText(headWords[look][i])
	}
	if look == declaredLook && votes {
		h.percent.SetText("% votes")
	}
	if look == declaredLook && !compared {
		h.end.SetText("")
	}
	h.put(h.box.Size())
}
