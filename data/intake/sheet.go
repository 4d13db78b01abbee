package intake

import (
	"fmt"
	"strconv"
	"strings"
)

// A sheet is one table as it stands in a file, before its columns are understood:
// the rows of a text, a sheet of a workbook or a table of a web page.
type sheet struct {
	file  string   // what problems call it: "a.xlsx, sheet Results"
	name  string   // of the sheet or the table, empty of a text
	text  string   // of a text, read row by row
	comma rune     // what stands between the cells of the text
	grid  []record // of a workbook or a page; blank rows are left out
}

// How many rows that are not blank are looked at for a header: tables of
// councils have titles above them.
const (
	headerRows = 40
	blankRows  = 100 // looked at for these
)

// top are the first rows that are not blank.
func (sh *sheet) top() []record {
	if sh.text == "" {
		return sh.grid[:min(headerRows, len(sh.grid))]
	}
	var top []record
	r := newCSV(sh.text, sh.comma, true)
	for tried := 0; len(top) < headerRows && tried < blankRows; tried++ {
		cells, err := r.Read()
		if err != nil {
			return top
		}
		if rec := (record{lines: linesOf(r, len(cells)), cells: cells}); !rec.blank() {
			top = append(top, rec)
		}
	}
	return top
}

// rows gives take every row that is not blank. It reports false where it stopped
// before the end.
func (g *reading) rowsOf(sh *sheet, lazy bool, take func(record)) bool {
	if sh.text != "" {
		return g.records(sh.file, sh.text, sh.comma, lazy, take)
	}
	for _, rec := range sh.grid {
		if !g.within(sh.file, rec) {
			return false
		}
		take(rec)
	}
	return true
}

// padded is the record with as many cells as a table has columns, as far as
// blank cells can make it so: a workbook and a page leave out those at the end.
func (rec record) padded(columns int) record {
	cells := rec.cells
	for len(cells) > columns && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	for len(cells) < columns {
		cells = append(cells[:len(cells):len(cells)], "")
	}
	return record{lines: rec.lines, cells: cells, path: rec.path}
}

// chosen are the sheets that the source names, or all of them where it names
// none; ok is false where it names one that is not there.
func (g *reading) chosen(s Source, sheets []*sheet) (of []*sheet, ok bool) {
	if s.Sheet == "" {
		return sheets, true
	}
	for i, sh := range sheets {
		if sh.name == s.Sheet || Fold(sh.name) == Fold(s.Sheet) || s.Sheet == strconv.Itoa(i+1) {
			return []*sheet{sh}, true
		}
	}
	if len(sheets) == 1 && sheets[0].name == "" {
		g.wrong(Problem{File: s.Name, Value: s.Sheet, Want: "is no sheet of it; it is a text, which has no sheets: leave --sheet out"})
		return nil, false
	}
	g.wrong(Problem{File: s.Name, Value: s.Sheet, Want: "is no sheet of it; it has " + sheetNames(sheets)})
	return nil, false
}

// sheetNames lists the sheets by number and name.
func sheetNames(sheets []*sheet) string {
	const most = 20
	var names []string
	for i, sh := range sheets {
		if i == most {
			names = append(names, fmt.Sprintf("%d more", len(sheets)-most))
			break
		}
		names = append(names, fmt.Sprintf("%d “%s”", i+1, Shorten(sh.name)))
	}
	return strings.Join(names, ", ")
}
