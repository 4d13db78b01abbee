package intake

import (
	"fmt"
	"regexp"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A format is one kind of file. Columns go by their folded names.
type format struct {
	name    string
	marks   [][]string        // the header is this format's where all of one set stand in it
	needs   []string          // columns that must be there
	votes   string            // column that must be there unless votes are left out
	also    map[string]string // other names of columns, to the one used here
	layouts [][]string        // the columns of files without a header
	lazy    bool              // typed by hand: quotation marks and rows are taken as they come
	read    func(*reading, Source, *table, []row)
}

// How many rows are looked at for a header: exports have been seen with a stray
// line above it.
const (
	headerRows = 4
	blankRows  = 50 // looked at for these
)

var formats = []*format{candidaciesFormat, constituenciesFormat, clubFormat, flatFormat, councilFormat}

// detect tells the format of a text, the meaning of its columns and the line of
// its header, 0 where it has none.
func (g *reading) detect(s Source, text string) (f *format, t *table, headed int, ok bool) {
	top := firstRecords(text)
	if len(top) == 0 {
		g.wrong(Problem{File: s.Name, Want: "has nothing in it"})
		return nil, nil, 0, false
	}
	if f, t, headed, ok := g.header(s, top, formats); f != nil {
		return f, t, headed, ok
	}
	for _, f := range formats {
		if columns := f.layout(top[0].cells); columns != nil {
			return f, f.table(s, columns), 0, true
		}
	}
	if f, columns, headed := listLayout(top[0]); f != nil && s.Contest != "" {
		return f, f.table(s, columns), headed, true
	}
	g.wrong(unknownFormat(s, top[0]))
	return nil, nil, 0, false
}

// header finds the header of one of the formats among the first records; f is nil
// where there is none.
func (g *reading) header(s Source, top []record, among []*format) (f *format, t *table, headed int, ok bool) {
	for i, rec := range top {
		f := headerFormat(rec.cells, among)
		if f == nil {
			continue
		}
		t := f.table(s, rec.cells)
		if i > 0 {
			g.note("%s: what stands above the header on line %d is left out.", s.Name, rec.line())
		}
		return f, t, rec.line(), g.complete(f, t, rec)
	}
	return nil, nil, 0, false
}

func firstRecords(text string) []record {
	var top []record
	r := newCSV(text, delimiter(text), true)
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

func (f *format) table(s Source, names []string) *table {
	t := &table{file: s.Name, names: names, at: map[string]int{}, date: s.Date}
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

func unknownFormat(s Source, first record) Problem {
	p := Problem{File: s.Name, Line: first.line(), Value: strings.Join(first.cells, ",")}
	lead := strings.TrimSpace(first.cells[0])
	switch {
	case len(first.cells) > 2 && (match.IsGSS(lead) || match.IsGSS(strings.TrimSpace(first.cells[1]))):
		p.Want = fmt.Sprintf("has %d columns and no header; the Parliament's candidacies have 21 to 23, its constituencies 31 to 34", len(first.cells))
	case s.Contest == "":
		p.Want = "is in no format that is known here; if it is a list of candidates, say which contest it is for"
	default:
		p.Want = "is in no format that is known here; a list of candidates has name, party and votes"
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
