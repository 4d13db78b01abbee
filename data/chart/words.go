package chart

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/election"
)

// say is a word of a result as charts have it.
func say(w election.Word, blanks ...any) string { return w.With(election.Chart, blanks...) }

// The words that stand among the figures of a chart: for those elected, and
// where a party has no predecessor.
var (
	electedMark = say(election.WordElected)
	newMark     = say(election.WordNew)
)

// ending says how the contest ended: "Con gain from Lab, majority 6,940
// (23.2%)." It is empty where that cannot be told.
func ending(r election.Result) string {
	said := clean(r.Outcome().String())
	if said == "" {
		return ""
	}
	if n, known := r.Majority.Get(); known && n > 0 {
		said += ", " + say(election.WordMajorityOf, "{majority}", r.Majority)
		if r.MajorityShare.Known() && r.Contest.System().HasMajorityShare() {
			said += " " + say(election.WordMajorityShare, "{share}", r.MajorityShare.Percent(1))
		}
	}
	return election.Capital(said) + "."
}

// shareOf says what the percentages are of.
func shareOf(r election.Result) string {
	if r.Contest.System().OneVoteAPaper() {
		return fmt.Sprintf("Per cent of %s %s.", r.Valid, r.ShareOf())
	}
	return fmt.Sprintf("Per cent of all %s %s for %d seats.", r.Valid, r.ShareOf(), r.Contest.Seats)
}

// plusMinus says what the changes are measured from.
func plusMinus(r election.Result) string {
	p := r.Primary()
	if p == nil {
		return "There is no earlier result to compare with."
	}
	if byMethod(r) {
		return "± is the change in points of the party’s share since " + since(p.Baseline) + ". " + r.MethodNote()
	}
	return "± is the change in points since " + since(p.Baseline) + "."
}

func changeOf(r election.Result) string {
	base := since(r.Primary().Baseline)
	if byMethod(r) {
		return "Change in percentage points of each party’s share since " + base + ". " + r.MethodNote()
	}
	return fmt.Sprintf("Change in percentage points of valid votes, %s now, since %s.", r.Valid, base)
}

// byMethod reports whether the shares that changes are drawn from are parties’
// taken by a method, now or then.
func byMethod(r election.Result) bool {
	return r.Contest.System().SharesByMethod() || r.Primary().Baseline.System(r.Contest).SharesByMethod()
}

// since names a baseline so that it can follow the word.
func since(b election.Baseline) string {
	name := clean(b.Name)
	first, _ := utf8.DecodeRuneInString(name)
	switch {
	case name == "" && b.Date != "":
		name = "the poll of " + clean(b.Date.Long())
	case name == "":
		name = "the earlier result"
	case unicode.IsDigit(first):
		name = "the " + name
	}
	if b.Notional {
		name += " (notional, on the new boundaries)"
	}
	return name
}

// newcomers lists who has no earlier figure.
func newcomers(r election.Result) []string {
	var parties []string
	independents := 0
	for _, x := range r.Rows {
		switch {
		case !x.Change().New:
		case x.Candidate.Party.IsIndependent():
			independents++
		default:
			parties = append(parties, partyLabel(x.Candidate.Party))
		}
	}
	parties = append(parties, countOf(independents)...)
	if len(parties) == 0 {
		return nil
	}
	return []string{"New, so without a change: " + election.And(parties) + "."}
}

// leavers lists who stood in the baseline and not now, with what they had:
// candidates with their share where each has one, else parties.
func leavers(r election.Result) []string {
	base := r.Primary().Baseline
	total := election.Of(0)
	for _, k := range base.Candidates {
		if !k.Votes.Known() {
			total = election.Count{}
			break
		}
		total = election.Of(total.Or(0) + k.Votes.Or(0))
	}
	var gone []string
	for _, k := range base.Candidates {
		if stands(r, k) {
			continue
		}
		had := partyLabel(k.Party)
		if k.Party.IsIndependent() {
			had = clean(k.Name()) + " (" + had + ")"
		}
		if share := election.Ratio(k.Votes, total); share.Known() && !byMethod(r) {
			had += " " + share.Percent(1) + "%"
		}
		if !byMethod(r) || !slices.Contains(gone, had) {
			gone = append(gone, had)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return []string{"Stood then and not now: " + election.And(gone) + "."}
}

// stands reports whether the party of an earlier candidate, or one that goes
// on from it, or an earlier independent in person, stands now.
func stands(r election.Result, earlier election.Candidate) bool {
	for _, x := range r.Rows {
		now := x.Candidate
		switch {
		case now.Party.Same(earlier.Party), goesOn(r, earlier.Party, now.Party):
			return true
		case now.Party.IsIndependent() && earlier.Party.IsIndependent() && now.SamePerson(earlier):
			return true
		}
	}
	return false
}

// goesOn reports whether a party of the baseline goes on as another that did
// not stand itself then.
func goesOn(r election.Result, then, now election.Party) bool {
	if !slices.Contains(r.Contest.Chains, election.Chain{Now: now.ID, Then: then.ID}) {
		return false
	}
	return !slices.ContainsFunc(r.Primary().Baseline.Candidates, func(k election.Candidate) bool { return k.Party.Same(now) })
}

func countOf(independents int) []string {
	switch independents {
	case 0:
		return nil
	case 1:
		return []string{"an independent"}
	}
	return []string{fmt.Sprintf("%d independents", independents)}
}

// foot is what stands under every chart: the note on rounding where shares
// are shown, the day and the revision.
func foot(r election.Result, shares bool) []string {
	var notes []string
	if note := r.PercentNote(); shares && note != "" {
		notes = append(notes, note)
	}
	c, polled := r.Contest, "Result"
	if c.Date != "" {
		polled = "Poll of " + clean(c.Date.Long())
	}
	if c.State == election.Corrected {
		return append(notes, polled+", "+say(election.WordAsCorrected, "{number}", c.Revision)+".")
	}
	return append(notes, polled+", "+say(election.WordAsDeclared)+".")
}

// describe tells the whole chart in sentences, nothing shortened.
func (m Model) describe() string {
	said := []string{m.body.looks()}
	if m.ending != "" {
		said = append(said, m.ending)
	}
	said = append(said, m.lead...)
	said = append(said, m.body.sentences()...)
	return strings.Join(append(said, m.notes...), " ")
}

func (b shares) looks() string { return "Horizontal bars, most votes first." }

func (b shares) sentences() []string {
	var said []string
	for _, x := range append(b.bars(), b.others...) {
		s := x.named() + ": " + x.votes + " votes, " + percent(x.share)
		if b.changes && x.change != "" {
			s += ", " + x.change
		}
		said = append(said, x.marked(s)+".")
	}
	return said
}

func (b changes) looks() string { return "Horizontal bars either side of 0, the biggest rise first." }

func (b changes) sentences() []string {
	var said []string
	for _, x := range b.rows {
		s := x.named() + ": " + x.change + ", from " + percent(x.before) + " to " + percent(x.share)
		said = append(said, x.marked(s)+".")
	}
	return said
}

func (x row) named() string {
	switch {
	case x.name == "":
		return x.long
	case x.long == "":
		return x.name
	}
	return x.name + ", " + x.long
}

func percent(share string) string {
	if share == "n/a" {
		return share
	}
	return share + "%"
}
