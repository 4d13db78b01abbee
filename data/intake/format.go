package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A format is one kind of file. Columns go by their folded names.
type format struct {
	name    string
	marks   [][]string        // the header is this format's where all of one set stand in it
	needs   []string          // columns that must be there
	reads   []string          // columns that are read, the needed ones among them
	votes   string            // column that must be there unless votes are left out
	also    map[string]string // other names of columns, to the one used here
	layouts [][]string        // the columns of files without a header
	read    func(*reading, Source, *table, []row)
}

var formats = []*format{candidaciesFormat, constituenciesFormat, clubFormat, flatFormat, councilFormat}

// An understood is a sheet with the meaning of its columns.
type understood struct {
	*sheet
	format *format
	table  *table
	headed int // the line of the header, 0 where there is none
}

// columns say what each column is taken for. Those that the format has and does
// not read count as left out.
func (u *understood) columns() (all []Column) {
	for i, name := range u.table.names {
		key := Fold(name)
		if other, ok := u.format.also[key]; ok {
			key = other
		}
		if u.table.at[key] != i || !slices.Contains(u.format.reads, key) {
			key = ""
		}
		all = append(all, Column{Number: i + 1, Header: name, Taken: key})
	}
	return all
}

// ofFormat tells whether a sheet is of one of the formats; nil where it is not. It
// is not complete where a column is missing, which is told.
func (g *reading) ofFormat(s Source, sh *sheet, top []record, among []*format) (u *understood, complete bool) {
	for i, rec := range top[:min(formatRows, len(top))] {
		f := headerFormat(rec.cells, among)
		if f == nil {
			continue
		}
		t := f.table(s, sh.file, rec.cells)
		complete = g.complete(f, t, rec)
		if i > 0 && complete {
			g.note("%s: what stands above the header on line %d is left out.", sh.file, rec.line())
		}
		return &understood{sh, f, t, rec.line()}, complete
	}
	for _, f := range among {
		if columns := f.layout(top[0].cells); columns != nil {
			return &understood{sh, f, f.table(s, sh.file, columns), 0}, true
		}
	}
	return nil, false
}

// formatRows is how many rows are looked at for a header of one of the formats:
// exports have been seen with a stray line above it.
const formatRows = 4

func headerFormat(cells []string, among []*format) *format {
	have := map[string]bool{}
	for _, c := range cells {
		have[Fold(c)] = true
	}
	for _, f := range among {
		for _, set := range f.marks {
			all := true
			for _, mark := range set {
				all = all && have[mark]
			}
			if all {
				return f
			}
		}
	}
	return nil
}

// layout finds the columns of a file without a header, from its first row.
func (f *format) layout(cells []string) []string {
	for _, columns := range f.layouts {
		if len(columns) != len(cells) {
			continue
		}
		for i, column := range columns {
			if column == "ONS ID" && match.IsGSS(strings.TrimSpace(cells[i])) {
				return columns
			}
		}
	}
	return nil
}

func (f *format) table(s Source, file string, names []string) *table {
	t := &table{source: s, file: file, names: names, at: map[string]int{}, date: s.Date}
	for i, name := range names {
		key := Fold(name)
		if other, ok := f.also[key]; ok {
			key = other
		}
		if _, taken := t.at[key]; !taken {
			t.at[key] = i
		}
	}
	return t
}

// complete reports whether every column is there that the format needs.
func (g *reading) complete(f *format, t *table, header record) bool {
	needs := f.needs
	if f.votes != "" && g.mode != CandidatesOnly {
		needs = append(needs[:len(needs):len(needs)], f.votes)
	}
	ok := true
	for _, column := range needs {
		if _, there := t.at[column]; !there {
			g.wrong(Problem{File: t.file, Line: header.line(), Header: column, Want: "has no column “" + column + "”, which " + f.name + " have"})
			ok = false
		}
	}
	return ok
}

func unknownFormat(s Source, sh *sheet, first record) Problem {
	p := Problem{File: sh.file, Line: first.line(), Value: strings.Join(first.cells, ",")}
	lead := strings.TrimSpace(first.cells[0])
	switch {
	case len(first.cells) > 2 && (match.IsGSS(lead) || match.IsGSS(strings.TrimSpace(first.cells[1]))):
		p.Want = fmt.Sprintf("has %d columns and no header; the Parliament's candidacies have 21 to 23, its constituencies 31 to 34", len(first.cells))
	case s.Contest == "":
		p.Want = "is in no format that is known here; if it is a list of candidates, say which contest it is for"
	default:
		p.Want = "is in no format that is known here; a list of candidates has name, party and votes; say which columns they are, as in --map name=1,party=2,votes=4"
	}
	return p
}

var (
	isoDay      = regexp.MustCompile(`\d{4}-\d{2}-\d{2}`)
	generalYear = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:ge|general[-_ ]?election)[-_ ]?(\d{4})|(\d{4})[-_ ]?(?:ge|general[-_ ]?election)`)
)

// dayInName is the polling day that a file's name says, empty where it says
// none.
func dayInName(name string) election.Date {
	if day, err := parseDay(isoDay.FindString(name)); err == nil {
		return day
	}
	year := generalYear.FindStringSubmatch(name)
	if year == nil {
		return ""
	}
	for _, d := range generalElections {
		if y := string(d[:4]); y == year[1] || y == year[2] {
			return d
		}
	}
	return ""
}
