package intake

import (
	"fmt"
	"regexp"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A listing is a sheet understood as a table or a list of candidates.
type listing struct {
	*sheet
	headed  int            // the line of the header, 0 where there is none
	header  []string       // as it stands, nil where there is none
	at      map[string]int // places of columns by what they are taken for
	problem *Problem       // what keeps its columns from being told
}

// bareColumns are those of a list without a header.
var bareColumns = []string{"name", "party", "votes"}

// listMost is how many fields a line of a list without a header has at most: name,
// party and votes, the votes cut once more by the comma of thousands or millions.
const listMost = 5

// asListing understands a sheet as a table of candidates by its header, or as a
// list without one where it is the only sheet; nil where it is neither.
func (g *reading) asListing(s Source, sh *sheet, top []record, alone bool) *listing {
	if len(s.Columns) > 0 {
		l, _ := g.mapped(s, sh, top)
		return l
	}
	best, of := -1, heading{}
	for i, rec := range top {
		h := headingOf(rec.cells)
		single := i == 0 && h.known == 1 && h.unknown == 0 && hasAny(h.at, "name", "surname")
		if (h.isCandidates() || single) && (best < 0 || h.known > of.known) {
			best, of = i, h
		}
	}
	if best >= 0 {
		l := &listing{sheet: sh, headed: top[best].line(), header: top[best].cells, at: of.at}
		l.settle(of, top[best])
		return l
	}
	first := top[0]
	if !alone || s.Contest == "" || len(first.cells) > listMost || strings.ContainsAny(first.cells[0][:min(1, len(first.cells[0]))], "<{[") {
		return nil
	}
	l := &listing{sheet: sh, at: map[string]int{}}
	for i, column := range bareColumns {
		l.at[column] = i
	}
	return l
}

func hasAny(at map[string]int, meanings ...string) bool {
	for _, m := range meanings {
		if _, ok := at[m]; ok {
			return true
		}
	}
	return false
}

// settle decides what of a header is taken where two columns say much the same,
// and which systems the columns tell.
func (l *listing) settle(h heading, header record) {
	for _, first := range []string{"first preferences", "first choices"} {
		if i, ok := h.at[first]; ok && !hasAny(h.at, "votes") {
			l.at["votes"] = i
		}
	}
	_, name := l.at["name"]
	_, surname := l.at["surname"]
	if name && surname {
		delete(l.at, "name") // the parted name is the surer one
	}
	for _, meaning := range []string{"votes", "name", "surname", "party"} {
		if second, ok := h.twice[meaning]; ok {
			l.problem = &Problem{File: l.file, Line: header.line(), Column: second + 1, Header: strings.TrimSpace(header.cells[second]), Value: header.cells[h.at[meaning]],
				Want: fmt.Sprintf("and column %d both look like the column of %s; say which one it is, as in --map name=%d,%s=%d",
					h.at[meaning]+1, meaning, h.at["name"]+1, meaning, second+1)}
			l.problem.Value = ""
			return
		}
	}
}

// columns say what each column was taken for.
func (l *listing) columns() (all []Column) {
	taken := map[int]string{}
	for meaning, i := range l.at {
		if unread[meaning] || i >= len(l.header) && l.header != nil {
			continue
		}
		if taken[i] = meaning; meaning == "first preferences" || meaning == "first choices" {
			taken[i] = "votes, as " + meaning
		}
	}
	wide := len(l.header)
	if l.header == nil {
		wide = len(bareColumns)
		for i := range taken {
			wide = max(wide, i+1)
		}
	}
	for i := range wide {
		all = append(all, Column{Number: i + 1, Header: strings.TrimSpace(at(l.header, i)), Taken: taken[i]})
	}
	return all
}

// unread are columns that are known and say nothing that is taken.
var unread = map[string]bool{"share": true, "position": true, "later": true, "list position": true, "outcome": false}

// table is the listing's table for reading cells and placing problems.
func (l *listing) table(s Source) *table {
	t := &table{source: s, file: l.file, names: l.header, at: map[string]int{}, date: s.Date}
	wide := len(l.header)
	for meaning, i := range l.at {
		t.at[meaning] = i
		wide = max(wide, i+1)
	}
	names := make([]string, wide)
	for i := range names {
		names[i] = strings.TrimSpace(at(l.header, i))
	}
	for meaning, i := range l.at {
		if names[i] == "" {
			names[i] = meaning
		}
	}
	t.names = names
	return t
}

// A listReader reads one listing into contests.
type listReader struct {
	*reading
	*listing
	source Source
	table  *table
	body   []record // below the header
	titles []record // above it
	aside  []Aside
	of     map[string]*gathered // by folded name of the contest
	last   *gathered
	totals map[*gathered]*totals
}

// list reads a listing. The other sheets of its file are looked through for
// totals.
func (g *reading) list(s Source, l *listing, others []*sheet) {
	if l.problem != nil {
		g.wrong(*l.problem)
		return
	}
	v := &listReader{reading: g, listing: l, source: s, table: l.table(s), of: map[string]*gathered{}, totals: map[*gathered]*totals{}}
	whole := g.rowsOf(l.sheet, true, func(rec record) {
		if l.text == "" {
			rec = rec.padded(len(v.table.names))
		}
		switch {
		case rec.line() < l.headed:
			v.titles = append(v.titles, rec)
		case rec.line() > l.headed:
			if l.header == nil && l.text != "" {
				rec.cells = joinThousands(rec.cells)
			}
			v.body = append(v.body, rec)
		}
	})
	if !whole {
		return
	}
	for _, sh := range others {
		v.figuresOf(sh)
	}
	v.read()
	g.files = append(g.files, File{Name: s.Name, Sheet: l.name, Format: listFormat, Rows: len(v.body), Columns: l.columns(), Aside: v.aside})
}

// listFormat is what a table or a list of candidates is called.
const listFormat = "list of candidates"

// figuresOf takes a table beside that of the candidates where every row of it is a
// figure of the contest, as councils' pages have it.
func (v *listReader) figuresOf(sh *sheet) {
	if sh.grid == nil || len(sh.grid) > headerRows {
		return
	}
	var rows []record
	for i, rec := range sh.grid {
		label := firstText(rec.cells)
		if why, sure := asideOf(at(rec.cells, label)); why == "" || !sure && i > 0 {
			if i > 0 {
				return
			}
			continue // its header
		}
		rows = append(rows, record{lines: rec.lines, cells: rec.cells, path: sh.file})
	}
	v.body = append(v.body, rows...)
}

// firstText is the place of the first cell that has letters, or -1.
func firstText(cells []string) int {
	for i, c := range cells {
		if strings.ContainsFunc(c, isLetter) {
			return i
		}
	}
	return -1
}

var (
	beforeComma = regexp.MustCompile(`^\s*\d{1,3}$`)
	afterComma  = regexp.MustCompile(`^\d{3}(,\d{3})*\s*$`)
)

// joinThousands puts a number together again that its own commas cut: 15,529.
func joinThousands(cells []string) []string {
	for n := len(cells) - 1; n > 1 && afterComma.MatchString(cells[n]) && beforeComma.MatchString(cells[n-1]); n-- {
		cells = append(cells[:n-1:n-1], cells[n-1]+","+cells[n])
	}
	return cells
}

// contestOf is the contest that a row is for; nil where nothing says one.
func (v *listReader) contestOf(r row) *gathered {
	name := v.source.Contest
	if r.has("contest") {
		if cell := r.text("contest"); cell != "" {
			name = cell
		} else if v.last != nil {
			return v.last // a merged cell, or one that is not repeated
		}
		if v.source.Contest != "" && match.SeatKey(name) == match.SeatKey(v.source.Contest) {
			name = v.source.Contest
		}
	}
	if name == "" {
		return nil
	}
	key := Fold(name) + "\x00" + Fold(r.text("group")) + "\x00" + r.text("id")
	of := v.of[key]
	if of == nil {
		of = &gathered{first: r, list: true, contest: election.Contest{Name: name, Date: v.source.Date, Group: r.text("group"), Code: r.text("id")}}
		if r.has("date") && r.text("date") != "" {
			of.contest.Date = r.day("date")
		}
		v.of[key] = of
		v.contestsRead = append(v.contestsRead, of)
		v.totals[of] = &totals{of: of, first: map[string]Aside{}}
	}
	v.last = of
	return of
}
