package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
)

// The fewest columns that Text takes; fewer are taken as this many.
const fewestColumns = 40

// The fewest columns that a drawing of a row tells anything in.
const leastDrawn = 10

// cells measures text as a terminal or a monospaced font sets it. What East
// Asian fonts may set either way is taken as narrow, wherever we run.
var cells = &runewidth.Condition{StrictEmojiNeutral: true}

// Text is the chart in lines of at most the given number of columns of a
// monospaced font, 40 at least: figures flush right, a bar of block characters
// where there is room for one, every line ended.
func (m Model) Text(columns int) string {
	columns = max(columns, fewestColumns)
	var b strings.Builder
	say := func(sentences ...string) {
		for _, line := range fold(strings.Join(sentences, " "), columns) {
			b.WriteString(line + "\n")
		}
	}
	say(m.title)
	say(m.ending)
	say(m.lead...)
	b.WriteString("\n")
	for _, line := range m.body.table(columns) {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	b.WriteString("\n")
	for _, note := range m.notes {
		say(note)
	}
	return b.String()
}

// grid sets rows of cells under their heads: a label, which may fold, then
// figures flush right, then a drawing of each row, for which the label folds
// to leave so many columns. It is given how many it has and draws nothing
// where they are too few.
func grid(columns int, heads []string, rows [][]string, leave int, draw func(room int) []string) []string {
	lines := append([][]string{heads}, rows...)
	wide := make([]int, len(heads))
	for _, line := range lines {
		for i, cell := range line {
			wide[i] = max(wide[i], cells.StringWidth(cell))
		}
	}
	figures := 0
	for _, w := range wide[1:] {
		figures += 2 + w
	}
	const leastLabel = 8
	room := columns - figures - 2 - leave
	if room < wide[0]*2/3 {
		room = columns - figures
	}
	wide[0] = min(wide[0], max(room, leastLabel))
	drawn := draw(columns - wide[0] - figures - 2)
	var set []string
	for i, line := range lines {
		label := fold(line[0], wide[0])
		last := len(label) - 1
		set = append(set, label[:last]...)
		s := label[last] + strings.Repeat(" ", wide[0]-cells.StringWidth(label[last]))
		for j, cell := range line[1:] {
			s += "  " + right(cell, wide[j+1])
		}
		if i > 0 {
			s += "  " + drawn[i-1]
		}
		set = append(set, s)
	}
	return set
}

// table is every candidate.
func (b shares) table(columns int) []string {
	heads := []string{"Candidate", "Votes", "%"}
	if b.changes {
		heads = append(heads, "±")
	}
	all := append(slices.Clone(b.rows), b.others...)
	rows := make([][]string, len(all))
	for i, r := range all {
		rows[i] = []string{r.marked(r.name + ", " + r.party), r.votes, r.share}
		if b.changes {
			rows[i] = append(rows[i], r.change)
		}
	}
	return grid(columns, heads, rows, leastDrawn, func(room int) []string { return barsIn(all, room) })
}

// table is every party with a change.
func (b changes) table(columns int) []string {
	heads := []string{"Party", "Then %", "Now %", "±"}
	rows := make([][]string, len(b.rows))
	for i, r := range b.rows {
		label := r.party
		if r.name != "" {
			label += ", " + r.name
		}
		rows[i] = []string{r.marked(label), r.before, r.share, r.change}
	}
	return grid(columns, heads, rows, leastDrawn, func(room int) []string { return barsIn(b.rows, room) })
}

// marked is a label that says who was elected.
func (r row) marked(label string) string {
	if r.elected {
		label += ", " + electedMark
	}
	return label
}

// barsIn draws the rows' bars in a number of columns, empty where they are too
// few to tell anything. Falls grow to the left of a line, rises to the right.
func barsIn(rows []row, room int) []string {
	bars := make([]string, len(rows))
	if room < leastDrawn {
		return bars
	}
	var fall, rise float64
	for _, r := range rows {
		fall, rise = max(fall, -r.length), max(rise, r.length)
	}
	if fall == 0 {
		for i, r := range rows {
			bars[i] = blocks(r.length, rise, room)
		}
		return bars
	}
	room -= 3 // the line at 0, and a column that rounding may take on each side
	before := int(math.Round(float64(room) * fall / (fall + rise)))
	before = max(before, 1)
	for i, r := range rows {
		units := int(math.Round(math.Abs(r.length) / (fall + rise) * float64(room)))
		if r.length != 0 {
			units = max(units, 1)
		}
		bar := strings.Repeat("█", units)
		if r.length < 0 {
			bars[i] = strings.Repeat(" ", max(before-units, 0)) + bar + "│"
		} else {
			bars[i] = strings.Repeat(" ", before) + "│" + bar
		}
	}
	return bars
}

// blocks is a bar to the eighth of a column.
func blocks(length, most float64, room int) string {
	if length <= 0 || most <= 0 {
		return ""
	}
	eighths := max(1, int(math.Round(length/most*float64(room*8))))
	bar := strings.Repeat("█", eighths/8)
	if part := eighths % 8; part > 0 {
		bar += string([]rune("▏▎▍▌▋▊▉")[part-1])
	}
	return bar
}

func right(s string, wide int) string {
	return strings.Repeat(" ", wide-cells.StringWidth(s)) + s
}

// fold breaks a text at spaces into lines of at most so many columns.
func fold(s string, columns int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		for cells.StringWidth(word) > columns {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			head := cells.Truncate(word, columns, "")
			lines, word = append(lines, head), strings.TrimPrefix(word, head)
		}
		if line != "" && cells.StringWidth(line+" "+word) > columns {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
