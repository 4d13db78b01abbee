package intake

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/election/register"
)

var historyFormat = &format{
	name:  "past contests",
	marks: [][]string{{"date", "points"}, {"date", "gov change pp"}},
	needs: []string{"date", "name", "party", "points"},
	also: map[string]string{
		"constituency": "name", "gov party": "party", "gov change pp": "points",
	},
}

// lookedAt is how much of a file is looked at to tell what it is, in bytes.
const lookedAt = 64 << 10

// PastContests reports whether a source is what [ReadHistory] reads, by its
// header, and gives the source to read instead of s, which has nothing left out.
func PastContests(s Source) (whole Source, is bool) {
	r := bufio.NewReaderSize(s.Data, lookedAt)
	s.Data = r
	raw, err := r.Peek(lookedAt)
	if end := bytes.LastIndexByte(raw, '\n'); err == nil && end >= 0 {
		raw = raw[:end] // the line after it may be cut in the middle of a letter
	}
	if wideEncoding(raw) != nil {
		raw = raw[:len(raw)&^1]
	}
	g := &reading{findings: &findings{}}
	text, ok := decode(s.Name, raw, g.findings)
	if !ok || unreadable(raw) != "" {
		return s, false
	}
	sh := textSheet(s.Name, text)
	top := sh.top()
	if len(top) == 0 {
		return s, false
	}
	u, _ := g.ofFormat(s, sh, top, slices.Concat(formats, []*format{historyFormat}))
	return s, u != nil && u.format == historyFormat
}

// ReadHistory reads the rows of a history of past contests, oldest first, from
// the CSV file that the package documents. All or nothing, as Read: the error is
// *Problems where the file is at fault, else the reader's own or ctx's. A row
// without points is left out with a note. Where no column says which contests a
// chart names, it is the gains, the latest dozen at most.
func ReadHistory(ctx context.Context, s Source) (rows []election.Past, notes []string, err error) {
	g := &reading{findings: &findings{}, ctx: ctx}
	raws, err := g.load([]Source{s})
	if err != nil {
		return nil, nil, err
	}
	if sheets, _ := g.open(s, raws[0]); len(sheets) > 0 {
		rows = g.history(s, sheets[0])
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	if err := g.err(); err != nil {
		return nil, nil, err
	}
	return rows, g.allNotes(), nil
}

func (g *reading) history(s Source, sh *sheet) []election.Past {
	top := sh.top()
	var u *understood
	complete := false
	if len(top) > 0 {
		u, complete = g.ofFormat(s, sh, top, []*format{historyFormat})
	}
	if u == nil {
		g.wrong(Problem{File: s.Name, Want: "is no list of past contests; its header has date, name, party and points"})
	}
	if !complete {
		return nil
	}
	t := u.table
	var all []election.Past
	seen := map[string]row{}
	g.rowsOf(sh, false, func(rec record) {
		r := row{t, g.findings, rec}
		if rec.line() <= u.headed || !r.whole() {
			return
		}
		r.unguard()
		past, ok := r.past(s.Name)
		key := past.Name + "\x00" + string(past.Date) + "\x00" + past.Party.ID
		if first, again := seen[key]; again {
			r.bad("name", fmt.Sprintf("stands on line %d already", first.line()))
		}
		seen[key] = r
		if ok {
			all = append(all, past)
		}
	})
	if len(all) == 0 && len(g.problems.List) == 0 {
		g.wrong(Problem{File: s.Name, Want: "has no rows with points"})
	}
	slices.SortStableFunc(all, func(a, b election.Past) int { return strings.Compare(string(a.Date), string(b.Date)) })
	if _, says := t.at["named"]; !says {
		nameGains(all)
	}
	return all
}

// mostNamed is how many contests a chart can name before the names hide it.
const mostNamed = 12

// nameGains names the latest gains of rows that stand oldest first.
func nameGains(rows []election.Past) {
	named := 0
	for i := len(rows) - 1; i >= 0 && named < mostNamed; i-- {
		if rows[i].Gain {
			rows[i].Named = true
			named++
		}
	}
}

// past is one row; ok is false where it has nothing to draw.
func (r row) past(file string) (p election.Past, ok bool) {
	p = election.Past{
		Name: r.need("name", "the name of the contest"), Date: r.day("date"), Party: r.partyOrID(),
		Gain: r.gained(), Source: filepath.Base(file),
	}
	r.need("date", "the polling day")
	r.need("party", "the party whose share it is")
	if r.has("source") {
		p.Source = r.need("source", "who says so")
	}
	if named := r.answer("named"); named != nil {
		p.Named = *named
	}
	var err error
	if p.Points, err = election.ParsePoints(r.text("points")); err != nil {
		var wrong *election.PointsError
		errors.As(err, &wrong)
		r.bad("points", "is no change in percentage points: "+wrong.Reason)
		return p, false
	}
	if !p.Points.Known() {
		r.note("%s %s has no change of the party's share and is left out.", r.place("points"), p.Name)
	}
	return p, p.Points.Known()
}

// partyOrID is a party given in one cell by its id or by a name.
func (r row) partyOrID() election.Party {
	if match.IsPartyID(r.text("party")) {
		return r.party("party", "", "")
	}
	return r.party("", "party", "")
}

// gained reports whether the party gained the seat. Where the file names the
// winner, a gain is the winner's.
func (r row) gained() bool {
	gain := r.answer("gain")
	if gain == nil || !*gain {
		return false
	}
	return !r.has("first") || register.Key(r.text("first")) == register.Key(r.text("party"))
}
