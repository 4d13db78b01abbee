// Package paste reads a block of figures that was pasted into a count, and gives
// each figure to the candidate it is of.
//
// [Parse] reads the lines and [Match] gives them to the candidates of a contest.
// Nothing is guessed: where a line fits nobody or more than one, there are no
// votes, only problems that name their lines.
package paste

import (
	"regexp"
	"strings"

	"nightdesk/data/election/register"
	"nightdesk/data/intake"
)

// maxBytes is the length that no honest block is longer than.
const maxBytes = 64 << 10

// A Block is a block of a count's figures, pasted from a spreadsheet or an
// e-mail, as far as it can be understood without the ballot paper.
type Block struct {
	// Lines hold the figures of candidates, in the order of the block.
	Lines []Line
	// Apart are the lines that are nobody's votes, in their order: headings, and
	// totals such as the electorate, the turnout, rejected papers and the
	// majority. They are never taken for a candidate.
	Apart []Line
}

// A Line is one line of a pasted block.
type Line struct {
	Number int    // in the block, counted from 1
	Text   string // as it stands, without space around it

	readings []lineReading // what it may say, the likeliest first
	wrong    string        // why it says nothing, else empty
}

// Parse understands a pasted block line by line; blank lines are passed
// over. A line is a figure ("15,529"), or a figure with a name, a party or both
// in any order: "Jill Mortimer (Con) 15,529", "MORTIMER, Jill Marie -
// Conservative ..... 15529". Shares and changes ("51.9%", "+23.0"), dates and
// the numbers of numbered lines are left out. Where the columns of a spreadsheet
// have headings, the figure is the one under "Votes". One row of figures is as
// good as a column. What a line may mean is settled by Match.
func Parse(text string) Block {
	var b Block
	var lines []*lineTokens
	votes := -1 // the column of votes, where a heading says it
	if len(text) > maxBytes {
		return Block{Lines: []Line{{Number: 1, Text: intake.Shorten(text[:maxBytes]), wrong: "is the beginning of over 64 KB, which no block of figures is"}}}
	}
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\ufffd"))
	for i, line := range strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n") {
		l := Line{Number: i + 1, Text: strings.TrimSpace(line)}
		if l.Text == "" {
			continue
		}
		tokens := tokensOf(line)
		column := votesColumn(line)
		if column >= 0 && votes < 0 {
			votes = column
		}
		if column >= 0 || !tokens.digits || tokens.isTotal() {
			l.readings = tokens.readings(-1)
			b.Apart = append(b.Apart, l)
			continue
		}
		lines, b.Lines = append(lines, tokens), append(b.Lines, l)
	}
	numbered, unsure := areNumbered(lines)
	for i, tokens := range lines {
		l := &b.Lines[i]
		if numbered {
			tokens.dropNumber()
		}
		l.readings, l.wrong = tokens.readings(votes), tokens.wrong(votes)
		if unsure {
			l.wrong = "may be a number of thousands or a figure on a numbered line; take the spaces or the numbers of the lines out"
		}
	}
	if len(lines) == 1 {
		b.Lines = spread(b.Lines[0], lines[0])
	}
	return b
}

// spread makes a line of each figure of a row that holds nothing else.
func spread(l Line, t *lineTokens) []Line {
	for _, k := range t.list {
		if k.kind != wholeToken || !k.alone {
			return []Line{l}
		}
	}
	lines := make([]Line, len(t.list))
	for i, k := range t.list {
		one := &lineTokens{list: []token{k}, digits: true}
		lines[i] = Line{Number: l.Number, Text: k.text, readings: one.readings(-1), wrong: one.wrong(-1)}
	}
	return lines
}

// year stands in the headings of a spreadsheet's columns: "2019", "Votes 2021".
var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// votesColumn is the place of the one column that a row of headings says holds
// the votes, or -1. A row that begins with "Vote" and has a number that may be
// a year is of somebody of that name.
func votesColumn(line string) int {
	column, oneYear := -1, false
	for i, cell := range strings.Split(line, "\t") {
		if cell = strings.TrimSpace(cell); number.MatchString(year.ReplaceAllString(cell, "")) {
			return -1
		}
		oneYear = oneYear || cell != "" && year.FindString(cell) == cell
		switch register.Fold(cell) {
		case "votes", "vote", "votes cast", "votes polled", "votes received", "number of votes":
			if column >= 0 {
				return -1
			}
			column = i
		}
	}
	if !strings.Contains(line, "\t") || column == 0 && oneYear {
		return -1
	}
	return column
}

// areNumbered reports whether the lines are numbered from 1. It is unsure where
// every number might as well be thousands: "1 552", "2 349".
func areNumbered(lines []*lineTokens) (numbered, unsure bool) {
	if len(lines) < 2 {
		return false, false
	}
	for i, t := range lines {
		number, sure, ok := t.number()
		if !ok || number != i+1 {
			return false, false
		}
		numbered = numbered || sure
	}
	return numbered, !numbered
}

// quoted is a piece of text as a problem shows it.
func quoted(s string) string { return "“" + intake.Shorten(s) + "”" }
