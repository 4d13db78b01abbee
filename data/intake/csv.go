package intake

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
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

// delimiter tells what stands between the cells, from the first line that is
// not blank. A tab is never part of a name, so one is enough.
func delimiter(text string) rune {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\r\n \ufeff"), "\n")
	switch {
	case strings.ContainsRune(line, '\t'):
		return '\t'
	case strings.Count(line, ";") > strings.Count(line, ","):
		return ';'
	}
	return ','
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
		g.rows++
		g.cells += len(cells)
		switch {
		case g.ctx.Err() != nil || g.full():
			return false
		case len(cells) > maxColumns:
			g.wrong(Problem{File: file, Line: rec.line(), Want: "has over 256 columns, which no row of results has"})
			return false
		case g.rows > maxRows || g.cells > maxCells:
			g.wrong(Problem{File: file, Line: rec.line(), Want: "is more than can be imported at once, which is 200,000 rows; import fewer files"})
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
