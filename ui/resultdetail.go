package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// resultDetail tells of the contest at hand what its row has no room for, in
// two lines below the table.
type resultDetail struct {
	box               *fyne.Container
	name, who, second *kit.Text
}

const detailHeight float32 = 52

func newResultDetail() *resultDetail {
	d := &resultDetail{name: kit.NewBold("").Trim(), who: kit.NewText("").Trim(), second: kit.NewQuiet("").Trim()}
	d.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, detailHeight) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			name := min(fyne.MeasureText(d.name.Words(), kit.BodySize, fyne.TextStyle{Bold: true}).Width+2, size.Width/2)
			kit.Put(d.name, 10, 5, name, 22)
			kit.Put(d.who, 22+name, 5, max(0, size.Width-name-32), 22)
			kit.Put(d.second, 10, 26, size.Width-20, 20)
		},
	}, kit.NewBox(kit.Selected).Rounded(), d.name, d.who, d.second)
	return d
}

func (s *resultScreen) showDetail() {
	d := s.detail
	i := s.table.Selection()
	d.box.Hidden = i < 0 || i >= len(s.shown)
	if d.box.Hidden {
		return
	}
	r := s.shown[i]
	d.name.SetText(r.contest().Name)
	d.who.SetText(standingWords(r.result))
	role := kit.Quiet
	words := detailWords(r)
	if len(r.blocked) > 0 {
		role, words = kit.Ink, blockedWords(r)
	}
	d.second.Set(words, false, role)
	d.box.Refresh()
}

// blockedWords say what the desk's checks found: one in full, and how many
// more there are.
func blockedWords(r *reckoning) string {
	words := "✗ " + r.blocked[0].Text
	if n := len(r.blocked) - 1; n > 0 {
		words += " And " + election.Several(n, "more check", "more checks") + "."
	}
	return words
}

// standingWords list the first candidates with their votes: "Jill Mortimer
// (Con) 15,529 · Paul Williams (Lab) 8,589 · 14 others".
func standingWords(r election.Result) string {
	const named = 3
	rows := r.Rows
	if len(rows) == 0 {
		return "no candidates yet"
	}
	if r.Valid.Known() {
		rows = rows[:min(len(rows), max(named, r.Contest.Seats))]
	} else if len(rows) > named {
		return election.Several(len(rows), "candidate", "candidates")
	}
	var parts []string
	for _, row := range rows {
		words := row.Candidate.Name() + " (" + row.Candidate.Party.Label() + ")"
		if row.Candidate.Votes.Known() && isPolled(r.Contest) {
			words += " " + row.Candidate.Votes.String()
		}
		parts = append(parts, words)
	}
	if n := len(r.Rows) - len(rows); n > 0 {
		parts = append(parts, election.Several(n, "other", "others"))
	}
	return strings.Join(parts, " · ")
}

// detailWords tell the outcome on every baseline, each by its name, both
// turnouts and the electorate.
func detailWords(r *reckoning) string {
	var parts []string
	if g := r.contest().Group; g != "" {
		parts = append(parts, g)
	}
	for _, k := range r.result.Comparisons {
		if words := k.Outcome.String(); words != "" && r.outcome != "" {
			words += " on " + contestBaseline(k.Baseline)
			if k.Swing != nil {
				words += fmt.Sprintf(", swing %s %s → %s", k.Swing.Butler.Percent(1), k.Swing.From.Label(), k.Swing.To.Label())
			}
			parts = append(parts, words)
		}
	}
	if t := turnoutWords(r.result); t != "" {
		parts = append(parts, t)
	}
	if c := r.contest(); c.Electorate.Known() {
		parts = append(parts, "electorate "+c.Electorate.String())
	}
	return strings.Join(parts, " · ")
}

// turnoutWords give the turnouts that are known, each labelled.
func turnoutWords(r election.Result) string {
	var parts []string
	if r.TurnoutValid.Known() {
		parts = append(parts, r.TurnoutValid.Percent(1)+"% valid")
	}
	if r.TurnoutPapers.Known() {
		parts = append(parts, r.TurnoutPapers.Percent(2)+"% papers")
	}
	if len(parts) == 0 {
		return ""
	}
	return "turnout " + strings.Join(parts, ", ")
}

// contestBaseline names what a contest is compared with.
func contestBaseline(b election.Baseline) string {
	switch {
	case b.Name != "":
		return b.Name
	case b.Date != "":
		return shortDate(b.Date)
	}
	return "the baseline"
}

// againstWords say what gains, losses and changes are against: the baseline
// of that name where all contests of the group have the same, else each one's
// own; nothing where there is none.
func againstWords(rs []*reckoning, group string) string {
	var names []string
	for _, r := range inGroup(rs, group) {
		if b := r.contest().Baselines; len(b) > 0 {
			if name := contestBaseline(b[0]); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "on " + names[0]
	}
	return "on each contest’s own baseline"
}
