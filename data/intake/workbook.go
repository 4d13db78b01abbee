package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// maxUnzipped is how many bytes a workbook may hold unpacked. Real ones of this
// country's results hold a tenth of it.
const maxUnzipped = 96 << 20

// isZip reports whether the bytes are an archive, which a workbook is.
func isZip(raw []byte) bool { return bytes.HasPrefix(raw, []byte("PK\x03\x04")) }

// workbook gives the sheets of a workbook that anything stands in. Hidden sheets
// are left out.
func (g *reading) workbook(file string, raw []byte) (sheets []*sheet) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		g.wrong(Problem{File: file, Want: "is an archive that breaks off; ask for it again, or save the table as CSV"})
		return nil
	}
	if want := notWorkbook(archive); want != "" {
		g.wrong(Problem{File: file, Want: want})
		return nil
	}
	if !fitsUnzipped(archive) {
		g.wrong(Problem{File: file, Want: "unpacks to more than 96 MB, which no workbook of results does; save the table as CSV"})
		return nil
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped})
	if err != nil {
		g.wrong(Problem{File: file, Want: "is a workbook that cannot be opened; save it again as .xlsx, or the table as CSV"})
		return nil
	}
	defer func() { _ = book.Close() }() // nothing was written
	for _, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); err != nil || !visible {
			continue
		}
		sh := &sheet{file: file + ", sheet " + name, name: name}
		if !g.cellsOf(book, sh) {
			return nil
		}
		if len(sh.grid) > 0 {
			sheets = append(sheets, sh)
		}
	}
	if len(sheets) == 0 && len(g.problems.List) == 0 {
		g.wrong(Problem{File: file, Want: "has nothing in it"})
	}
	return sheets
}

// notWorkbook says what an archive is that is no workbook, else "".
func notWorkbook(archive *zip.Reader) string {
	has := map[string]bool{}
	for _, f := range archive.File {
		has[strings.ToLower(f.Name)] = true
	}
	switch {
	case has["xl/workbook.xml"]:
		return ""
	case has["xl/workbook.bin"]:
		return "is a binary workbook (.xlsb); save it as .xlsx or the table as CSV"
	case has["content.xml"]:
		return "is an OpenDocument file; save it as .xlsx or the table as CSV"
	case has["word/document.xml"]:
		return "is a Word document; copy the table out of it and paste it into the count, or save it as CSV"
	}
	return "is an archive and no workbook; unpack it and import the files in it"
}

// fitsUnzipped unpacks everything once without keeping it, since what an archive
// says of its size need not be true.
func fitsUnzipped(archive *zip.Reader) bool {
	room := int64(maxUnzipped)
	for _, f := range archive.File {
		if f.UncompressedSize64 > uint64(room) {
			return false
		}
		r, err := f.Open()
		if err != nil {
			continue // opening the workbook says so
		}
		n, _ := io.Copy(io.Discard, io.LimitReader(r, room+1))
		_ = r.Close() // only read from
		if room -= n; room < 0 {
			return false
		}
	}
	return true
}

// cellsOf takes the rows of a sheet. A number is taken as it is stored, not as it
// is shown, since shown numbers are rounded; a date is taken as a date, and a
// percentage as shown.
func (g *reading) cellsOf(book *excelize.File, sh *sheet) bool {
	shown, err := book.Rows(sh.name)
	if err != nil {
		return true // a sheet of charts has no rows
	}
	defer func() { _ = shown.Close() }()
	stored, err := book.Rows(sh.name)
	if err != nil {
		return true
	}
	defer func() { _ = stored.Close() }()
	styles := map[int]cellStyle{}
	for line := 1; shown.Next() && stored.Next(); line++ {
		asShown, err := shown.Columns()
		asStored, err2 := stored.Columns(excelize.Options{RawCellValue: true})
		if err := errors.Join(err, err2); err != nil {
			g.wrong(Problem{File: sh.file, Line: line, Want: "cannot be read; save the workbook again, or the table as CSV"})
			return false
		}
		if line > maxSheetRows {
			g.wrong(Problem{File: sh.file, Line: line, Want: "is more than can be imported at once, which is 200,000 rows"})
			return false
		}
		rec := record{lines: []int{line}, cells: make([]string, max(len(asShown), len(asStored)))}
		for i := range rec.cells {
			a, b := at(asShown, i), at(asStored, i)
			rec.cells[i] = b
			if a != b {
				rec.cells[i] = styled(book, sh.name, styles, i+1, line, a, b)
			}
			if len(rec.cells[i]) > maxLine {
				g.wrong(Problem{File: sh.file, Line: line, Column: i + 1, Want: "is longer than 64 KB, which no cell of results is"})
				return false
			}
			if rec.cells[i] == "" && i < maxColumns && line <= maxFormulaRows {
				rec.cells[i] = withoutValue(book, sh.name, i+1, line)
			}
		}
		if !rec.blank() {
			sh.grid = append(sh.grid, rec.padded(0))
		}
	}
	return true
}

// The bounds of a sheet.
const (
	maxSheetRows   = 250_000
	maxFormulaRows = 2_000 // in which formulas without a value are looked for
)

// at is a cell by its place, empty where the row has none there.
func at(cells []string, i int) string {
	if i >= 0 && i < len(cells) {
		return cells[i]
	}
	return ""
}

// withoutValue is the formula of a cell that shows nothing, so that it is not
// taken for an empty one; "" where the cell has none.
func withoutValue(book *excelize.File, sheet string, column, line int) string {
	cell, err := excelize.CoordinatesToCellName(column, line)
	if err != nil {
		return ""
	}
	if formula, err := book.GetCellFormula(sheet, cell); err == nil && formula != "" {
		return "=" + strings.TrimPrefix(formula, "=")
	}
	return ""
}

// A cellStyle says what a number stands for.
type cellStyle byte

const (
	aNumber cellStyle = iota
	aPercentage
	aDay
	aMoment
)

var (
	quotedFormat = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`)
	dayFormat    = regexp.MustCompile(`(?i)[dy]|m{3,}`)
	clockFormat  = regexp.MustCompile(`(?i)[hs]`)
)

// styled is a cell whose shown value differs from the stored one.
func styled(book *excelize.File, sheet string, styles map[int]cellStyle, column, line int, shown, stored string) string {
	number, err := strconv.ParseFloat(stored, 64)
	if err != nil {
		return shown // a truth value or a text with a format
	}
	cell, err := excelize.CoordinatesToCellName(column, line)
	if err != nil {
		return stored
	}
	id, err := book.GetCellStyle(sheet, cell)
	if err != nil {
		return stored
	}
	style, known := styles[id]
	if !known {
		style = styleOf(book, id)
		styles[id] = style
	}
	switch style {
	case aPercentage:
		return shown
	case aDay, aMoment:
		date1904 := false
		if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
			date1904 = *props.Date1904
		}
		t, err := excelize.ExcelDateToTime(number, date1904)
		if err != nil {
			return stored
		}
		if number == math.Trunc(number) {
			return t.Format(time.DateOnly)
		}
		return t.Round(time.Second).Format("02/01/2006 15:04:05")
	}
	return stored
}

// styleOf tells by its format what a number stands for.
func styleOf(book *excelize.File, id int) cellStyle {
	style, err := book.GetStyle(id)
	if err != nil {
		return aNumber
	}
	format := ""
	if style.CustomNumFmt != nil {
		format = quotedFormat.ReplaceAllString(*style.CustomNumFmt, "")
	}
	switch n := style.NumFmt; {
	case n == 9 || n == 10 || strings.Contains(format, "%"):
		return aPercentage
	case n >= 14 && n <= 17 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 58:
		return aDay
	case n == 22 || dayFormat.MatchString(format) && clockFormat.MatchString(format):
		return aMoment
	case dayFormat.MatchString(format):
		return aDay
	}
	return aNumber
}
