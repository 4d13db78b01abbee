package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
)

// The fewest columns that Text takes; fewer are taken as this many.
const fewestColumns = 40

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
	for _, line := range m.table(columns) {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	b.WriteString("\n")
	for _, note := range m.notes {
		say(note)
	}
	return b.String()
}

// table is every candidate, or every party with a change, under a heading.
func (m Model) table(columns int) []string {
	rows := append(slices.Clone(m.rows), m.others...)
	grid := [][]string{m.headings()}
	for _, r := range rows {
		grid = append(grid, m.cellsOf(r))
	}
	wide := make([]int, len(grid[0]))
	for _, line := range grid {
		for i, cell := range line {
			wide[i] = max(wide[i], cells.StringWidth(cell))
		}
	}
	figures := 0
	for _, w := range wide[1:] {
		figures += 2 + w
	}
	const leastLabel, leastBar = 8, 10
	room := columns - figures - 2 - leastBar
	if room < wide[0]*2/3 {
		room = columns - figures
	}
	wide[0] = min(wide[0], max(room, leastLabel))
	bars := m.barsIn(rows, columns-wide[0]-figures-2)
	var lines []string
	for i, line := range grid {
		label := fold(line[0], wide[0])
		last := len(label) - 1
		lines = append(lines, label[:last]...)
		s := label[last] + strings.Repeat(" ", wide[0]-cells.StringWidth(label[last]))
		for j, cell := range line[1:] {
			s += "  " + right(cell, wide[j+1])
		}
		if i > 0 {
			s += "  " + bars[i-1]
		}
		lines = append(lines, s)
	}
	return lines
}

func (m Model) headings() []string {
	switch {
	case m.kind == Change && m.rows[0].before == "":
		return []string{"Party", "±"}
	case m.kind == Change:
		return []string{"Party", "Then %", "Now %", "±"}
	case m.changes:
		return []string{"Candidate", "Votes", "%", "±"}
	}
	return []string{"Candidate", "Votes", "%"}
}

func (m Model) cellsOf(r row) []string {
	label := r.name + ", " + r.party
	if m.kind == Change {
		label = r.party + ", " + r.name
	}
	if r.elected {
		label += ", " + electedMark
	}
	switch {
	case m.kind == Change && r.before == "":
		return []string{label, r.change}
	case m.kind == Change:
		return []string{label, r.before, r.share, r.change}
	case m.changes:
		return []string{label, r.votes, r.share, r.change}
	}
	return []string{label, r.votes, r.share}
}

// barsIn draws the rows' bars in a number of columns, empty where they are too
// few to tell anything. Falls grow to the left of a line, rises to the right.
func (m Model) barsIn(rows []row, room int) []string {
	bars := make([]string, len(rows))
	if room < 10 {
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
