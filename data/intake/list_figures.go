package intake

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"nightdesk/data/election"
)

// totals are the figures of a contest that stand in rows of a list.
type totals struct {
	of    *gathered
	first map[string]Aside // the row that said a figure, by what it is of
	sums  []sumRow
}

// A sumRow is a row with a sum, which is checked when all votes are there.
type sumRow struct {
	listRow
	n  election.Count
	at int // in aside
}

// figure takes a row that is a figure of the contest.
func (v *listReader) figure(r listRow) {
	of := v.contestOf(r.row)
	if of == nil {
		v.setAside(r.record, r.why, "")
		return
	}
	votes := -1
	if i, ok := r.at["votes"]; ok && r.path == "" {
		votes = i
	}
	n, known := figureOf(r.cells, votes, r.label)
	t := v.totals[of]
	what := ""
	switch r.why {
	case whyElectorate:
		what = v.keep(t, r, n, known, &of.contest.Electorate, "electorate", true)
	case whySeats:
		if known && n.Or(0) > 0 && n.Or(0) < 100 && !of.seatsSaid {
			of.contest.Seats, of.seatsSaid = n.Or(0), true
			what = election.Several(n.Or(0), "seat", "seats")
		}
	case whyRejected:
		what = v.keep(t, r, n, known, &of.contest.Rejected, "rejected papers", false)
	case whyNoMark:
		what = v.keep(t, r, n, known, &of.contest.Headings.NoMark, "rejected, no mark", false)
	case whyTooMany:
		what = v.keep(t, r, n, known, &of.contest.Headings.TooMany, "rejected, too many votes", false)
	case whyIdentity:
		what = v.keep(t, r, n, known, &of.contest.Headings.Identity, "rejected, voter identified", false)
	case whyUncertain:
		what = v.keep(t, r, n, known, &of.contest.Headings.Uncertain, "rejected, uncertain", false)
	case whyVerified:
		what = v.keep(t, r, n, known, &of.contest.Verified, "papers verified", false)
	case whyMajority:
		what = v.keep(t, r, n, known, &of.contest.ReadOut.Majority, "majority as read out", false)
	case whyTurnout:
		what = v.keepTurnout(of, r, n, known)
	case whyTotal, whyPapers:
		if known && v.mode != CandidatesOnly {
			t.sums = append(t.sums, sumRow{r, n, len(v.aside)})
		}
	}
	v.setAside(r.record, r.why, what)
}

// keep takes a figure of the contest, and says what was taken. It may be said
// once, or the same twice.
func (v *listReader) keep(t *totals, r listRow, n election.Count, known bool, to *election.Count, what string, always bool) string {
	if !known || v.mode == CandidatesOnly && !always {
		return ""
	}
	if first, again := t.first[what]; again && to.Known() && *to != n {
		r.wrong(Problem{File: r.file, Line: r.line(), Value: cellsText(r.cells), Want: fmt.Sprintf("says another %s than line %d; take the wrong one out", what, first.Line)})
		return ""
	}
	t.first[what] = Aside{Line: r.line()}
	*to = n
	return used(n, what)
}

func (v *listReader) keepTurnout(of *gathered, r listRow, n election.Count, known bool) string {
	rate := rateOf(r.cells)
	if f, err := strconv.ParseFloat(rate, 64); rate == "" && known && n.Or(0) <= 100 {
		rate = strconv.Itoa(n.Or(0))
	} else if err != nil || f > 100 {
		return ""
	}
	if rate == "" || v.mode == CandidatesOnly {
		return ""
	}
	of.contest.ReadOut.Turnout = rate
	return "turnout of " + rate + "% as read out"
}

// ofTheContest takes the figures of the contest that stand in columns.
func (v *listReader) ofTheContest(of *gathered, r row) {
	if r.has("seats") {
		if n, known := r.count("seats", "seats").Get(); known && n > 0 {
			if of.seatsSaid && of.contest.Seats != n {
				r.bad("seats", fmt.Sprintf("differs from %d, though the contest is the same", of.contest.Seats))
			}
			of.contest.Seats, of.seatsSaid = n, true
		}
	}
	for _, c := range []struct {
		column, what string
		to           *election.Count
	}{
		{"electorate", "people", &of.contest.Electorate},
		{"verified", "ballot papers", &of.contest.Verified},
		{"rejected", "ballot papers", &of.contest.Rejected},
	} {
		if !r.has(c.column) || v.mode == CandidatesOnly && c.column != "electorate" {
			continue
		}
		n := r.count(c.column, c.what)
		if n.Known() && c.to.Known() && *c.to != n {
			r.bad(c.column, "differs from "+c.to.String()+", though the contest is the same")
		}
		*c.to = cmp.Or(n, *c.to)
	}
	if rate := rateOf([]string{r.text("turnout")}); rate != "" && v.mode != CandidatesOnly {
		of.contest.ReadOut.Turnout = rate
	}
}

// settleContest takes what the titles say, and checks the sums.
func (v *listReader) settleContest(of *gathered, t told) {
	if of.contest.Date == "" {
		of.contest.Date, of.titleDay = t.day, t.day != ""
	}
	if !of.seatsSaid && t.seats > 0 && len(v.of) == 1 {
		of.contest.Seats, of.seatsSaid = t.seats, true
	}
	of.contest.Kind = t.kind
	if hasAny(v.at, "first preferences") {
		of.system = "single transferable vote"
	} else if hasAny(v.at, "first choices") {
		of.system = "supplementary vote"
	} else if hasAny(v.at, "list position") {
		of.system = "lists"
	}
	sum, whole := 0, true
	for _, k := range of.contest.Candidates {
		whole = whole && k.Votes.Known()
		sum += k.Votes.Or(0)
	}
	for _, s := range v.totals[of].sums {
		v.checkSum(of, s, sum, whole)
	}
}

// checkSum tells what a sum is of: the votes, the rejected papers under their
// headings, or both. One that is none of these keeps the contest from being
// declared, since something is missing or counted twice.
func (v *listReader) checkSum(of *gathered, s sumRow, sum int, whole bool) {
	n, h := s.n.Or(0), of.contest.Headings
	headings := 0
	for _, c := range []election.Count{h.NoMark, h.TooMany, h.Identity, h.Uncertain} {
		headings += c.Or(0)
	}
	say := func(what string) { v.aside[s.at].Used = what }
	switch {
	case n == sum:
		say("agrees with the candidates' votes")
	case headings > 0 && n == headings:
		of.contest.Rejected = s.n
		say(used(s.n, "rejected papers"))
	case of.contest.Rejected.Known() && n == sum+of.contest.Rejected.Or(0):
		say("agrees with votes and rejected papers")
	case s.why == whyPapers || !whole:
	case strings.TrimSpace(at(s.cells, s.label)) == "":
		s.wrong(Problem{File: s.file, Line: s.line(), Value: cellsText(s.cells), Want: "has figures without a name or a word that says what they are; take the line out"})
	default:
		of.doubt("%s, line %d: the total is %s, though the candidates' votes add up to %s.", s.file, s.line(), s.n, election.Commas(sum))
	}
}
