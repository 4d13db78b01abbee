package ui

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// countHead says which contest is counted, how far its count has come, since
// when and by whose word, and what else the desk has heard of it.
type countHead struct {
	pane   *countPane
	box    *fyne.Container
	name   *kit.Button
	badge  *kit.Badge
	action *kit.Button // declare or correct
	about  *kit.Text
	heard  [3]*kit.Text // one a flag

	asked point      // whose step was asked for
	step  night.Step // the last of the contest's course
}

// point is where a count stands.
type point struct {
	contest           string
	state             election.State
	recount, revision int
}

func pointOf(c election.Contest) point { return point{c.ID, c.State, c.Recount, c.Revision} }

// The heights of the head: its first line, and each quiet line under it.
const (
	headHeight  float32 = 26
	quietHeight float32 = 15
)

func newCountHead(p *countPane) *countHead {
	h := &countHead{pane: p}
	h.name = kit.NewButton("", kit.Bare, p.window.ChooseContest).Title()
	h.badge = kit.NewBadge("")
	h.badge.OnTapped = p.window.chooseState
	h.action = kit.NewButton("Declare…", kit.Outlined, p.declareOrCorrect)
	h.about = kit.NewSmall("").Trim()
	objects := []fyne.CanvasObject{h.name, h.badge, h.action, h.about}
	for i := range h.heard {
		h.heard[i] = kit.NewSmall("").Trim()
		h.heard[i].Hide()
		objects = append(objects, h.heard[i])
	}
	h.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size {
			lines := 1
			for _, l := range h.heard {
				if l.Visible() {
					lines++
				}
			}
			return fyne.NewSize(380, headHeight+quietHeight*float32(lines))
		},
		Put: h.put,
	}, objects...)
	return h
}

func (h *countHead) put(_ []fyne.CanvasObject, size fyne.Size) {
	badge, right := h.badge.MinSize(), size.Width
	if h.action.Visible() {
		action := h.action.MinSize().Width
		kit.Put(h.action, right-action, 0, action, headHeight)
		right -= action + 10
	}
	name := min(h.name.MinSize().Width, right-badge.Width-3)
	kit.Put(h.name, -5, 0, name, headHeight)
	kit.Put(h.badge, name+3, 4, badge.Width, badge.Height)
	y := headHeight
	for _, l := range append([]*kit.Text{h.about}, h.heard[:]...) {
		kit.Put(l, 0, y, size.Width, quietHeight)
		y += quietHeight
	}
}

// show says it of the contest at hand, with what is typed in its cells.
func (h *countHead) show(c election.Contest) {
	d := h.pane.open
	h.follow()
	name := c.Name
	if len(d.Contests) > 1 {
		name += " ▾"
	}
	h.name.SetWords(name)
	h.badge.SetWords(h.label())
	h.about.SetText(strings.Join(h.words(c), " · "))
	for i, l := range h.heard {
		l.Hidden = i >= len(c.Flags) || h.pane.contest.State.IsDeclared()
		if !l.Hidden {
			l.SetText(model.FlagWords(d, c, c.Flags[i]))
		}
	}
	h.action.Hidden = d.ReadOnly != "" || h.pane.correcting || h.pane.strip.busy() || h.pane.blind() != nil || !model.IsPolled(h.pane.contest)
	h.action.SetWords("Declare…")
	if h.pane.contest.State.IsDeclared() {
		h.action.SetWords("Correct…")
	}
	h.box.Refresh()
}

// follow reads when the contest came to its state and by whose word, where
// that was not asked for yet.
func (h *countHead) follow() {
	at := pointOf(h.pane.contest)
	if h.asked == at {
		return
	}
	h.asked, h.step = at, night.Step{}
	var course []night.Step
	h.pane.open.Ask(func(n *night.Night) (err error) {
		course, err = n.Course(at.contest)
		return err
	}, func(err error) {
		if err == nil && len(course) > 0 && h.asked == at {
			h.step = course[len(course)-1]
			h.about.SetText(strings.Join(h.words(h.pane.live()), " · "))
		}
	})
}

// label is the state as the badge says it: "RECOUNT 2", "DECLARED 7.01am",
// "CORRECTED (REVISION 2) 7.31am".
func (h *countHead) label() string {
	c := h.pane.contest
	label := strings.ToUpper(model.StateWords(c.State, c.Recount, c.Revision))
	switch {
	case c.State == election.Corrected && len(c.Corrections) > 0:
		label += " " + blog.Clock(c.Corrections[len(c.Corrections)-1].When, h.pane.open.Zone)
	case c.State.IsDeclared() && c.Declared > 0:
		label += " " + blog.Clock(c.Declared, h.pane.open.Zone)
	}
	if h.pane.open.ReadOnly == "" && !c.State.IsDeclared() {
		label += " ▾"
	}
	return label
}

// words say in a few words what stands behind the figures.
func (h *countHead) words(c election.Contest) []string {
	var words []string
	if c.SeveralSeats() {
		words = append(words, fmt.Sprintf("%d seats", c.Seats))
	}
	contest := h.pane.contest
	if h.step.When > 0 && contest.State != election.NotStarted {
		who := h.pane.open.AuthorName(h.step.Author)
		if !contest.State.IsDeclared() { // else the badge says when
			who = "since " + blog.Clock(h.step.When, h.pane.open.Zone) + ", " + who
		}
		words = append(words, who)
	}
	if contest.State == election.Corrected && contest.Declared > 0 {
		words = append(words, "declared "+blog.Clock(contest.Declared, h.pane.open.Zone))
	}
	if contest.State.IsDeclared() {
		if b := h.pane.result.Primary(); b != nil {
			words = append(words, "change since "+model.BaselineName(b.Baseline))
		}
		return words
	}
	if !model.IsPolled(contest) {
		return append(words, "no votes are cast")
	}
	words = append(words, "not public")
	if n, ok := c.Verified.Get(); ok && h.pane.blind() == nil {
		words = append(words, election.Several(n, "paper", "papers")+" verified")
	}
	return words
}
