package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// figures are the large figures under the count: four in a row.
type figures struct {
	box    *fyne.Container
	blocks []*figureBlock
	line   *kit.Box
	notes  []*kit.Text // small lines under a declared result; empty ones are last
}

// figureBlock is one figure with its label above and its unit beside.
type figureBlock struct {
	label, value, unit *kit.Text
	box                *fyne.Container
}

func newFigureBlock() *figureBlock {
	b := &figureBlock{
		label: kit.NewSmall("").Trim(),
		value: kit.NewText("").Bold().Sized(kit.FigureSize),
		unit:  kit.NewQuiet("").Sized(12),
	}
	b.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(90, 42) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			value := fyne.MeasureText(b.value.Words(), kit.FigureSize, fyne.TextStyle{Bold: true}).Width
			kit.Put(b.label, 0, 0, size.Width, 16)
			kit.Put(b.value, 0, 16, value+1, 26)
			kit.Put(b.unit, value+5, 19, max(0, size.Width-value-5), 22)
		},
	}, b.label, b.value, b.unit)
	return b
}

func (b *figureBlock) set(label, value, unit string) {
	b.label.SetText(label)
	b.value.SetText(value)
	b.unit.SetText(unit)
	b.box.Refresh()
}

func newFigures() *figures {
	f := &figures{line: kit.NewBox(kit.Line)}
	objects := []fyne.CanvasObject{f.line}
	for range 3 {
		note := kit.NewSmall("").Trim()
		f.notes = append(f.notes, note)
		objects = append(objects, note)
	}
	for range 6 {
		b := newFigureBlock()
		f.blocks = append(f.blocks, b)
		objects = append(objects, b.box)
	}
	f.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size {
			if f.blocks[4].box.Visible() {
				return fyne.NewSize(380, 10+42+6+42+noteHeight*float32(f.noted()))
			}
			return fyne.NewSize(380, 10+42)
		},
		Put: f.put,
	}, objects...)
	return f
}

func (f *figures) put(_ []fyne.CanvasObject, size fyne.Size) {
	kit.Put(f.line, 0, 0, size.Width, 1)
	quarter := size.Width / 4
	for i, b := range f.blocks[:4] {
		kit.Put(b.box, float32(i)*quarter, 10, quarter-6, 42)
	}
	kit.Put(f.blocks[4].box, 0, 58, 2*quarter-6, 42)
	kit.Put(f.blocks[5].box, 2*quarter, 58, 2*quarter, 42)
	for i, note := range f.notes {
		kit.Put(note, 0, 100+noteHeight*float32(i), size.Width, noteHeight)
	}
}

// noteHeight is that of a small line under the figures.
const noteHeight float32 = 16

// noted is how many lines say something, at least one, so that the figures of
// most contests stand at one height.
func (f *figures) noted() int {
	n := 1
	for i, note := range f.notes {
		if note.Words() != "" {
			n = i + 1
		}
	}
	return n
}

// show fills the figures. What is not known yet is a dash.
func (f *figures) show(c election.Contest, r election.Result) {
	f.blocks[0].set(majorityFigure(c, r))
	f.blocks[1].set(swingFigure(r))
	if c.System().TurnoutByVotes() {
		f.blocks[2].set("Turnout, valid", percentOrDash(r.TurnoutValid, 1), "")
	} else {
		f.blocks[2].set(model.UpperFirst(r.ShareOf()), r.Valid.String(), "")
	}
	f.blocks[3].set("Turnout, papers", percentOrDash(r.TurnoutPapers, 2), "")
	f.blocks[4].set(outcomeLabel(r), r.Outcome().String(), "")
	label, value, unit := "Deposits", "", ""
	if n, ok := r.DepositsLost.Get(); ok {
		value, unit = election.Commas(n)+" lost", "line "+r.DepositLine()
	} else if c.SeveralSeats() {
		label, value = "Seats", seatsWords(r)
	}
	f.blocks[5].set(label, value, unit)
	ended := c.State.IsDeclared()
	f.blocks[4].box.Hidden, f.blocks[5].box.Hidden = !ended, !ended || value == ""
	var said []string
	if ended {
		said = noteWords(c, r)
	}
	for i, note := range f.notes {
		words := ""
		if i < len(said) {
			words = said[i]
		}
		note.SetText(words)
		note.Hidden = words == ""
	}
	f.box.Refresh()
}

// outcomeLabel says against which baseline the outcome is.
func outcomeLabel(r election.Result) string {
	if b := r.Primary(); b != nil && b.Outcome.String() != "" {
		return "Outcome on " + model.BaselineName(b.Baseline)
	}
	return "Outcome"
}

// noteWords are the small lines under a declared result: the outcome on every
// baseline where there are several, the papers, and of what the percentages
// are.
func noteWords(c election.Contest, r election.Result) []string {
	var said []string
	for _, words := range []string{outcomesWords(r), papersWords(c), percentWords(c, r)} {
		if words != "" {
			said = append(said, words)
		}
	}
	return said
}

// outcomesWords tell the outcome on each of several baselines by its name:
// "Lab hold on 2019 general election · Lab gain from Con on by-election of 4
// May 2023".
func outcomesWords(r election.Result) string {
	if len(r.Comparisons) < 2 {
		return ""
	}
	var parts []string
	for _, k := range r.Comparisons {
		if words := k.Outcome.String(); words != "" {
			parts = append(parts, words+" on "+model.BaselineName(k.Baseline))
		}
	}
	return strings.Join(parts, " · ")
}

// papersWords are the figures that belong to no candidate, as far as they are
// known: "Rejected 17 · verified 2,848 · electorate 10,949". Where votes and papers
// must balance, the balance tells them.
func papersWords(c election.Contest) string {
	if c.System().OneVoteAPaper() {
		return ""
	}
	var parts []string
	for _, f := range papersFields {
		if n := *f.of(&c); n.Known() {
			parts = append(parts, strings.ToLower(f.label)+" "+n.String())
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return model.UpperFirst(strings.Join(parts, " · "))
}

// majorityFigure is the majority, in a ward of several seats that of the last
// elected.
func majorityFigure(c election.Contest, r election.Result) (label, value, unit string) {
	label, value = "Majority", "–"
	if c.SeveralSeats() {
		label = "Majority, last seat"
	}
	if !r.Majority.Known() {
		return label, value, ""
	}
	if c.System().HasMajorityShare() {
		unit = r.MajorityShare.Percent(1) + "%"
	}
	return label, r.Majority.String(), unit
}

func swingFigure(r election.Result) (label, value, unit string) {
	b := r.Primary()
	switch {
	case b == nil || r.Missing > 0:
		return "Swing", "–", ""
	case b.Swing == nil:
		return "Swing", "n/a", ""
	}
	return "Swing " + b.Swing.From.Label() + " → " + b.Swing.To.Label(), b.Swing.Butler.Percent(1), "pts"
}

// seatsWords is how many seats went to whom: "Lab 2 · Con 1".
func seatsWords(r election.Result) string {
	var labels []string
	won := map[string]int{}
	for _, row := range r.Rows {
		if label := row.Candidate.Party.Label(); row.Elected {
			if won[label]++; won[label] == 1 {
				labels = append(labels, label)
			}
		}
	}
	for i, label := range labels {
		labels[i] = fmt.Sprintf("%s %d", label, won[label])
	}
	return strings.Join(labels, " · ")
}

// percentWords say of what the percentages are, where that needs saying, and
// what they add up to, where that is not 100.
func percentWords(c election.Contest, r election.Result) string {
	if !c.System().SharesByMethod() {
		return r.PercentNote()
	}
	return strings.TrimSpace("Percentages of " + r.ShareOf() + ". " + r.MethodNote())
}

func percentOrDash(f election.Fraction, decimals int) string {
	if !f.Known() {
		return "–"
	}
	return f.Percent(decimals) + "%"
}
