package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// resultDetail tells of the contest at hand what its row has no room for, in a
// few lines below the table.
type resultDetail struct {
	box    *fyne.Container
	name   *kit.Text
	lines  []*kit.Text
	who    string // stands
	second string // what else there is to tell
	loud   bool   // the second says what is wrong
}

const (
	detailLine float32 = 20
	// detailLines is how many lines there are, and wideDetail the width up to
	// which there are more.
	detailLines          = 3
	detailNarrow         = 5
	wideDetail   float32 = 700
)

func newResultDetail() *resultDetail {
	d := &resultDetail{name: kit.NewBold("").Trim()}
	objects := []fyne.CanvasObject{kit.NewBox(kit.Selected).Rounded(), d.name}
	for range detailNarrow {
		line := kit.NewText("").Trim()
		d.lines = append(d.lines, line)
		objects = append(objects, line)
	}
	d.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, detailLines*detailLine) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			d.put(size.Width)
		},
	}, objects...)
	return d
}

// linesIn is how many lines there are in a width.
func (d *resultDetail) linesIn(width float32) int {
	if width < wideDetail {
		return detailNarrow
	}
	return detailLines
}

// height is that of all lines in a width; it is the same for every contest, so
// that the table above keeps its place.
func (d *resultDetail) height(width float32) float32 {
	return float32(d.linesIn(width))*detailLine + 10
}

// put breaks what there is to tell into the lines: who stands beside the name
// where there is room for both, else below it.
func (d *resultDetail) put(width float32) {
	const edge, gap float32 = 10, 12
	room, most := width-2*edge, d.linesIn(width)
	name := min(d.name.Wide()+2, room)
	kit.Put(d.name, edge, 5, name, detailLine)
	for _, t := range d.lines {
		t.Hide()
	}
	at := 0
	show := func(words string, x float32, role fyne.ThemeColorName) {
		if at >= most {
			return
		}
		t := d.lines[at]
		t.Show()
		t.Set(words, false, role)
		kit.Put(t, x, 5+float32(at)*detailLine, edge+room-x, detailLine)
		at++
	}
	if beside := fyne.MeasureText(d.who, kit.BodySize, fyne.TextStyle{}).Width; name+gap+beside <= room {
		show(d.who, edge+name+gap, kit.Ink)
	} else {
		at = 1
		for _, words := range kit.Wrap(d.who, kit.BodySize, false, room, most-2) {
			show(words, edge, kit.Ink)
		}
	}
	role := kit.Quiet
	if d.loud {
		role = kit.Ink
	}
	for _, words := range kit.Wrap(d.second, kit.BodySize, false, room, most-at) {
		show(words, edge, role)
	}
}

func (s *resultScreen) showDetail() {
	d := s.detail
	i := s.table.Selection()
	d.box.Hidden = i < 0 || i >= len(s.shown)
	if d.box.Hidden {
		return
	}
	r := s.shown[i]
	d.name.SetText(r.Contest().Name)
	d.who = standingWords(r.Result)
	d.second, d.loud = detailWords(s.window.Night, r), len(r.Blocked) > 0
	if d.loud {
		d.second = blockedWords(r)
	}
	d.box.Refresh()
}

// blockedWords say what the desk's checks found: one in full, and how many
// more there are.
func blockedWords(r *model.ContestResult) string {
	words := "✗ " + r.Blocked[0].Text
	if n := len(r.Blocked) - 1; n > 0 {
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
		if row.Candidate.Votes.Known() && model.IsPolled(r.Contest) {
			words += " " + row.Candidate.Votes.String()
		}
		parts = append(parts, words)
	}
	if n := len(r.Rows) - len(rows); n > 0 {
		parts = append(parts, election.Several(n, "other", "others"))
	}
	return strings.Join(parts, " · ")
}

// detailWords tell what is said of the winner before there is a result, then
// the outcome on every baseline, each by its name, both turnouts and the
// electorate.
func detailWords(d *model.OpenNight, r *model.ContestResult) string {
	var parts []string
	if !r.Decided() {
		for _, f := range r.Contest().Flags {
			parts = append(parts, model.FlagWords(d, *r.Contest(), f))
		}
	}
	if g := r.Contest().Group; g != "" {
		parts = append(parts, g)
	}
	for _, k := range r.Result.Comparisons {
		if words := k.Outcome.String(); words != "" && r.Outcome != "" {
			words += " on " + model.BaselineName(k.Baseline)
			if k.Swing != nil {
				words += fmt.Sprintf(", swing %s %s → %s", k.Swing.Butler.Percent(1), k.Swing.From.Label(), k.Swing.To.Label())
			}
			parts = append(parts, words)
		}
	}
	if t := turnoutWords(r.Result); t != "" {
		parts = append(parts, t)
	}
	if c := r.Contest(); c.Electorate.Known() {
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

// againstWords say what gains, losses and changes are against: the baseline
// of that name where all contests of the group have the same, else each one's
// own; nothing where there is none.
func againstWords(rs []*model.ContestResult, group string) string {
	var names []string
	for _, r := range inGroup(rs, group) {
		if b := r.Contest().Baselines; len(b) > 0 {
			if name := model.BaselineName(b[0]); !slices.Contains(names, name) {
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
