package intake

import (
	"context"
	"fmt"
	"io"

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
}

// Mode is what a file is read for.
type Mode int

const (
	// Results takes everything: a contest with votes is declared, at the time
	// the file gives or at 0 where it gives none.
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
	texts, err := g.texts(sources)
	if err != nil {
		return Found{}, err
	}
	for i, s := range sources {
		if texts[i] != "" {
			g.source(s, texts[i])
		}
		if err := ctx.Err(); err != nil {
			return Found{}, err
		}
	}
	contests, councils := g.contests(), g.councils()
	if err := g.err(); err != nil {
		return Found{}, err
	}
	return Found{Mode: m, Files: g.files, Contests: contests, Councils: councils, Notes: g.allNotes()}, nil
}

// texts reads the sources whole, an empty text for each that cannot be read as
// text.
func (g *reading) texts(sources []Source) ([]string, error) {
	texts := make([]string, len(sources))
	room := maxBytes
	for i, s := range sources {
		raw, fits, err := limited(s.Data, room)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", s.Name, err)
		}
		if !fits {
			g.wrong(Problem{File: s.Name, Want: "makes more than 64 MB together; import fewer files at once"})
			return texts, nil
		}
		room -= len(raw)
		text, ok := decode(s.Name, raw, g.findings)
		if ok && text == "" {
			g.wrong(Problem{File: s.Name, Want: "is empty"})
		}
		texts[i] = text
		g.total += len(text)
	}
	return texts, nil
}

func (g *reading) tick(offset int) {
	if g.progress != nil {
		g.progress(g.done+offset, g.total)
	}
}

// source reads one file in the format that it is in.
func (g *reading) source(s Source, text string) {
	if isJSON(text) {
		g.results(s, text)
		return
	}
	f, t, headed, ok := g.detect(s, text)
	if !ok {
		return
	}
	var rows []row
	whole := g.records(s.Name, text, delimiter(text), f.lazy, func(rec record) {
		r := row{t, g.findings, rec}
		if rec.line() > headed && (f.lazy || r.whole()) {
			rows = append(rows, r)
		}
	})
	if !whole {
		return
	}
	if len(rows) == 0 && len(g.problems.List) == 0 {
		g.wrong(Problem{File: s.Name, Want: "has no rows"})
	}
	f.read(g, s, t, rows)
	g.files = append(g.files, File{s.Name, f.name, len(rows)})
	g.done += len(text)
	g.tick(0)
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
func (g *reading) contests() []election.Contest {
	all := append(g.joined(), g.contestsRead...)
	contests := make([]election.Contest, 0, len(all))
	unique := map[seatKey]*gathered{}
	for _, s := range all {
		key := seatKey{s.contest.Code, s.contest.Date}
		if key.code == "" {
			key.code = Fold(s.contest.Name)
		}
		if other := unique[key]; other != nil {
			s.first.wrong(Problem{File: s.first.file, Line: s.first.line(), Path: s.first.path, Value: s.contest.Name,
				Want: fmt.Sprintf("is also in %s, line %d, for the same polling day", other.first.file, other.first.line())})
			continue
		}
		unique[key] = s
		contests = append(contests, g.finish(s))
	}
	return contests
}
