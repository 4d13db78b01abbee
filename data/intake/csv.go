package intake

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
)

// The bounds of a table.
const (
	maxRows    = 200_000   // of all files of a Read
	maxColumns = 256       // of a row
	maxCells   = 5_000_000 // of all files of a Read
)

// A record is one row as it stands in the file.
type record struct {
	lines []int // of each cell; one entry where all stand on the same line
	cells []string
	path  string // of an object of JSON, whose values are the cells: "contests[2]"
}

func (r record) line() int { return r.lines[0] }

// blank reports whether nothing stands in the row.
func (r record) blank() bool {
	for _, c := range r.cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// delimiters are what may stand between cells. One that stands in names and
// figures too comes later.
var delimiters = []rune{'\t', ';', ',', '|'}

// delimiter tells what stands between the cells: what most of the first rows
// have equally often outside quotation marks. Spreadsheets may say it themselves,
// in a first line "sep=;".
func delimiter(text string) rune {
	if said, ok := strings.CutPrefix(text, "sep="); ok && said != "" && strings.ContainsRune(string(delimiters), rune(said[0])) {
		return rune(said[0])
	}
	often, whole := countDelimiters(text, true)
	if !whole { // a quotation mark that nothing closes would hide the rest
		often, _ = countDelimiters(text, false)
	}
	best, most := ',', 0
	for _, comma := range delimiters {
		for _, in := range often[comma] {
			if in > most {
				best, most = comma, in
			}
		}
	}
	return best
}

// countDelimiters says of each delimiter how many of the first rows have it so
// many times outside quotation marks. What is quoted goes over line ends where
// across says so; then the second answer is whether the last quotation mark was
// closed.
func countDelimiters(text string, across bool) (often map[rune]map[int]int, whole bool) {
	const looked = 60
	often = map[rune]map[int]int{}
	row, rows, quoted, blank := map[rune]int{}, 0, false, true
	end := func() {
		if !blank {
			rows++
		}
		for comma, n := range row {
			if often[comma] == nil {
				often[comma] = map[int]int{}
			}
			often[comma][n]++
		}
		clear(row)
		blank = true
	}
	before := '\n'
	for _, r := range text {
		switch {
		case r == '\n' && !(quoted && across):
			if end(); rows == looked {
				return often, true
			}
			quoted = false
		case r == '"' && quoted: // where it is doubled the next one opens again
			quoted = false
		case r == '"' && (before == '\n' || before == '"' || slices.Contains(delimiters, before)):
			quoted = true
		case !quoted && slices.Contains(delimiters, r):
			row[r]++
		}
		blank = blank && unicode.IsSpace(r)
		before = r
	}
	end()
	return often, !quoted
}

func newCSV(text string, comma rune, lazy bool) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = comma, lazy, -1
	return r
}

// records gives take every row that is not blank. It reports false where it
// stopped before the end: at what makes the rest unreadable, at what no honest
// file has, or because nobody waits for it any more.
func (g *reading) records(file, text string, comma rune, lazy bool, take func(record)) bool {
	r := newCSV(text, comma, lazy)
	for {
		cells, err := r.Read()
		if err == io.EOF {
			return true
		}
		if err != nil {
			g.wrong(quoteProblem(file, text, comma, err))
			return false
		}
		rec := record{lines: linesOf(r, len(cells)), cells: cells}
		if !g.within(file, rec) {
			return false
		}
		if g.rows%tickRows == 0 {
			g.tick(int(r.InputOffset()))
		}
		if !rec.blank() {
			take(rec)
		}
	}
}

// within counts a row, and reports false where reading stops with it.
func (g *reading) within(file string, rec record) bool {
	g.rows++
	g.cells += len(rec.cells)
	switch {
	case g.ctx.Err() != nil || g.full():
		return false
	case len(rec.cells) > maxColumns:
		g.wrong(Problem{File: file, Line: rec.line(), Want: "has over 256 columns, which no row of results has"})
		return false
	case g.rows > maxRows || g.cells > maxCells:
		g.wrong(Problem{File: file, Line: rec.line(), Want: "is more than can be imported at once, which is 200,000 rows; import fewer files"})
		return false
	}
	return true
}

func linesOf(r *csv.Reader, n int) []int {
	first, _ := r.FieldPos(0)
	if last, _ := r.FieldPos(n - 1); last == first {
		return []int{first}
	}
	lines := make([]int, n)
	for i := range lines {
		lines[i], _ = r.FieldPos(i)
	}
	return lines
}

// quoteProblem says where a quotation mark makes the rest unreadable.
func quoteProblem(file, text string, comma rune, err error) Problem {
	var at *csv.ParseError
	if !errors.As(err, &at) {
		return Problem{File: file, Want: "cannot be read as a table: " + err.Error()}
	}
	p := Problem{File: file, Line: at.Line, Want: "has a quotation mark inside; a cell with one is written in quotation marks, with the mark doubled"}
	if at.StartLine != at.Line || errors.Is(err, csv.ErrQuote) {
		p.Line = at.StartLine
		p.Want = "has a quotation mark that is not closed as it should be"
	}
	if p.Line == at.Line {
		p.Column = fieldAt(lineOf(text, at.Line), at.Column, comma)
	}
	return p
}

func lineOf(text string, line int) string {
	for ; line > 1; line-- {
		_, text, _ = strings.Cut(text, "\n")
	}
	text, _, _ = strings.Cut(text, "\n")
	return text
}

// fieldAt is the number of the field at a byte of a line, counted from 1.
func fieldAt(line string, byteColumn int, comma rune) int {
	field, quoted := 1, false
	for i, r := range line {
		if i+1 >= byteColumn {
			break
		}
		switch r {
		case '"':
			quoted = !quoted
		case comma:
			if !quoted {
				field++
			}
		}
	}
	return field
}
