package intake

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"nightdesk/data/election"
)

// A Source is one file to be read, or a pasted text.
type Source struct {
	Name string // what problems call it: the file's name
	Data io.Reader

	// Contest names the contest that a plain list of candidates is for. A list
	// says neither its kind nor its seats, so that these stay empty and 0.
	// Other formats name their contests themselves.
	Contest string
	// Date is the polling day, for files that do not say it. May be empty.
	Date election.Date
	// Sheet names the sheet of a workbook or the table of a web page, by name or
	// by number from 1. It may stay empty where only one can be meant.
	Sheet string
	// Columns says which column of a table is which where its header does not:
	// "name" to "1" or to what the header says. Empty leaves it to the header.
	Columns map[string]string
	// Kind, Seats, Group are what the contests are where the file does not say it;
	// all may be empty.
	Kind  election.Kind
	Seats int
	Group string
}

// Mode is what a file is read for.
type Mode int

const (
	// Results takes everything. A contest with all of its votes is declared, at
	// the time the file gives or at 0 where it gives none, where the file is a
	// final record and nothing speaks against it; else it is provisional.
	Results Mode = iota
	// CandidatesOnly takes who stands where and the electorate, and leaves out
	// everything that was counted: contests are not started.
	CandidatesOnly
	// AsBaseline takes results for BaselinesFor to compare
	// others with.
	AsBaseline
)

// Read reads files that belong together. The error is *Problems where the
// files are at fault, else the reader's own.
func Read(sources []Source, m Mode) (Found, error) {
	return ReadContext(context.Background(), sources, m, nil)
}

// tickRows is how many rows pass between two calls of progress.
const tickRows = 500

// A reading is one Read under way.
type reading struct {
	*findings
	ctx         context.Context
	mode        Mode
	rows, cells int // so far, over all files

	progress    func(done, total int)
	done, total int // bytes

	files        []File
	contestsRead []*gathered // of every format but the Parliament's
	candidacies  []*gathered // of the Parliament, by ONS id and day, in order
	candidacyOf  map[seatKey]*gathered
	constituency []constituency
	councilsRead []*gatheredCouncil
}

// ReadContext is Read for long files: it stops with ctx's error when ctx ends,
// and tells progress, which may be nil, now and then how many bytes of how many
// were read.
func ReadContext(ctx context.Context, sources []Source, m Mode, progress func(done, total int)) (Found, error) {
	g := &reading{findings: &findings{}, ctx: ctx, mode: m, progress: progress, candidacyOf: map[seatKey]*gathered{}}
	raws, err := g.load(sources)
	if err != nil {
		return Found{}, err
	}
	for i, s := range sources {
		if raws[i] != nil {
			g.source(s, raws[i])
		}
		if err := ctx.Err(); err != nil {
			return Found{}, err
		}
	}
	found := Found{Mode: m, Files: g.files}
	found.Contests, found.Stated = g.contests()
	found.Councils = g.councils()
	if err := g.err(); err != nil {
		return Found{}, err
	}
	found.Notes = g.allNotes()
	return found, nil
}

// load reads the sources whole, nil for each that makes too much.
func (g *reading) load(sources []Source) ([][]byte, error) {
	raws := make([][]byte, len(sources))
	room := maxBytes
	for i, s := range sources {
		raw, fits, err := limited(s.Data, room)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", s.Name, err)
		}
		if !fits {
			g.wrong(Problem{File: s.Name, Want: "makes more than 64 MB together; import fewer files at once"})
			return raws, nil
		}
		room -= len(raw)
		if raws[i] = raw; raw == nil {
			raws[i] = []byte{}
		}
		g.total += len(raw)
	}
	return raws, nil
}

func (g *reading) tick(offset int) {
	if g.progress != nil {
		g.progress(g.done+offset, g.total)
	}
}

// source reads one file in the format that it is in.
func (g *reading) source(s Source, raw []byte) {
	sheets, document := g.open(s, raw)
	if document != "" {
		g.results(s, document)
	}
	of, ok := g.chosen(s, sheets)
	if !ok {
		return
	}
	var lists []*listing
	known := 0
	for _, sh := range of {
		top := sh.top()
		if len(top) == 0 {
			g.wrong(Problem{File: s.Name, Want: "has nothing in it"})
			return
		}
		if len(s.Columns) == 0 {
			if u, complete := g.ofFormat(s, sh, top, formats); u != nil {
				if known++; complete {
					g.table(s, u)
				}
				continue
			}
		}
		if l := g.asListing(s, sh, top, len(of) == 1 && sh.text != ""); l != nil {
			lists = append(lists, l)
		}
	}
	g.lists(s, sheets, of, lists, known)
	g.done += len(raw)
	g.tick(0)
}

// lists reads the one list of a file, or says why there is none.
func (g *reading) lists(s Source, sheets, of []*sheet, lists []*listing, known int) {
	switch {
	case len(of) == 0 || len(g.problems.List) > 0:
	case known > 0 && len(lists) > 0:
		for _, l := range lists {
			g.note("%s: is a list of candidates beside sheets of another kind and is left out.", l.file)
		}
	case known > 0:
	case len(lists) > 1:
		g.wrong(Problem{File: s.Name, Want: "has more than one table of candidates; say which is meant by --sheet: " + sheetNames(sheets)})
	case len(lists) == 1 && s.Contest == "" && !hasAny(lists[0].at, "contest"):
		first := lists[0].top()[0]
		g.wrong(Problem{File: lists[0].file, Line: first.line(), Value: strings.Join(first.cells, ","),
			Want: "is a list of candidates and does not say of which contest; say which contest it is for by --contest"})
	case len(lists) == 1:
		others := slices.DeleteFunc(slices.Clone(sheets), func(sh *sheet) bool { return sh == lists[0].sheet })
		g.list(s, lists[0], others)
	case len(of) > 1:
		g.wrong(Problem{File: s.Name, Want: "has no table of candidates that is known by its header; say which sheet is meant by --sheet and which columns by --map: " + sheetNames(sheets)})
	default:
		g.wrong(unknownFormat(s, of[0], of[0].top()[0]))
	}
}

// table reads a sheet of one of the formats.
func (g *reading) table(s Source, u *understood) {
	var rows []row
	whole := g.rowsOf(u.sheet, false, func(rec record) {
		if u.text == "" {
			rec = rec.padded(len(u.table.names))
		}
		r := row{u.table, g.findings, rec}
		if rec.line() > u.headed && r.whole() {
			rows = append(rows, r)
		}
	})
	if !whole {
		return
	}
	if len(rows) == 0 && len(g.problems.List) == 0 {
		g.wrong(Problem{File: u.file, Want: "has no rows"})
	}
	u.format.read(g, s, u.table, rows)
	g.files = append(g.files, File{Name: s.Name, Sheet: u.name, Format: u.format.name, Rows: len(rows), Columns: u.columns()})
}

// whole reports whether the row has as many cells as the table has columns.
func (r row) whole() bool {
	if len(r.cells) == len(r.names) {
		return true
	}
	r.wrong(Problem{
		File: r.file, Line: r.line(), Column: min(len(r.cells), len(r.names)+1),
		Want: fmt.Sprintf("the row has %d fields; it wants %d", len(r.cells), len(r.names)),
	})
	return false
}

// contests puts together what all files hold.
func (g *reading) contests() ([]election.Contest, []Stated) {
	all := append(g.joined(), g.contestsRead...)
	contests, stated := make([]election.Contest, 0, len(all)), make([]Stated, 0, len(all))
	unique := map[contestKey]*gathered{}
	for _, s := range all {
		key := contestKey{s.contest.Code, "", s.contest.Date}
		if key.code == "" {
			key.code, key.group = Fold(s.contest.Name), Fold(s.contest.Group)
		}
		if other := unique[key]; other != nil {
			s.first.wrong(Problem{File: s.first.file, Line: s.first.line(), Path: s.first.path, Value: s.contest.Name,
				Want: fmt.Sprintf("is also in %s, line %d, for the same polling day", other.first.file, other.first.line())})
			continue
		}
		unique[key] = s
		c, said := g.finish(s)
		contests, stated = append(contests, c), append(stated, said)
	}
	return contests, stated
}

// A contestKey tells one contest from another. Wards of several councils may
// share a name.
type contestKey struct {
	code, group string
	date        election.Date
}
