package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// putTop lays out the head of the count: name, state, a few words, the button.
func (p *countPane) putTop(_ []fyne.CanvasObject, size fyne.Size) {
	badge, right := p.badge.MinSize(), size.Width
	if p.action.Visible() {
		right -= p.action.MinSize().Width + 10
	}
	name := min(p.name.MinSize().Width, right-badge.Width-3)
	kit.Put(p.name, -5, 0, name, 26)
	x := name + 3
	kit.Put(p.badge, x, 4, badge.Width, badge.Height)
	x += badge.Width + 10
	kit.Put(p.action, right+10, 0, p.action.MinSize().Width, 26)
	kit.Put(p.subtitle, x, 0, max(0, right-x), 26)
}

// showHead says which contest this is, how far its count has come and what can
// be done next.
func (p *countPane) showHead(c election.Contest) {
	name := c.Name
	if len(p.desk.contests) > 1 {
		name += " ▾"
	}
	p.name.SetWords(name)
	state := p.contest
	label := strings.ToUpper(string(state.State))
	switch {
	case state.State == election.Recounting && state.Recount > 0:
		label = fmt.Sprintf("RECOUNT %d", state.Recount)
	case state.State.IsDeclared() && state.Declared > 0:
		label += " " + blog.Clock(state.Declared, p.desk.zone)
	}
	if p.desk.readOnly == "" && !state.State.IsDeclared() {
		label += " ▾"
	}
	p.badge.SetWords(label)
	p.subtitle.SetText(p.describe(c))
	p.action.Hidden = p.desk.readOnly != "" || p.correcting || p.strip.busy()
	p.action.SetWords("Declare…")
	if state.State.IsDeclared() {
		p.action.SetWords("Correct…")
	}
}

// describe says in a few words what stands behind the figures.
func (p *countPane) describe(c election.Contest) string {
	if p.contest.State.IsDeclared() {
		words := ""
		if b := p.result.Primary(); b != nil {
			words = "change since " + shortDate(b.Baseline.Date)
		}
		if p.contest.Revision > 1 {
			words = fmt.Sprintf("revision %d · %s", p.contest.Revision, words)
		}
		return words
	}
	if n, ok := c.Verified.Get(); ok {
		return "not public · " + election.Commas(n) + " verified"
	}
	return "not public"
}
