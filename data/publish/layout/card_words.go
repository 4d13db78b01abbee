package layout

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/election"
)

// This file writes what stands round the table of a result: when it was
// declared and corrected, what it is compared with, the figures below it.

func (n *Blog) status(c election.Contest) string {
	said := OneLine(c.Name)
	if c.SeveralSeats() {
		said += ", " + Plural(c.Seats, "seat", "seats")
	}
	said += ", declared"
	if c.Declared != 0 {
		said += " " + n.Time(c.Declared).Text + " on " + n.Date(c.Declared).Text
	}
	if c.State == election.Corrected {
		said += fmt.Sprintf("; corrected since (revision %d)", c.Revision)
	}
	return said + "."
}

// An amendment is a correction of a result as its readers are told of it.
type amendment struct {
	Revision int
	When     Stamp
	Text     string // the reason and the source, in sentences; may be empty
}

func (n *Blog) amended(c election.Contest) []amendment {
	var all []amendment
	for _, k := range c.Corrections {
		said := capital(sentence(k.Reason))
		if source := sentence(k.Source); source != "" {
			said = strings.TrimSpace(said + " Source: " + source)
		}
		all = append(all, amendment{k.Revision, n.Dated(k.When, c.Declared), said})
	}
	return all
}

// sentence is a text on one line with a full stop; empty where it is.
func sentence(s string) string {
	s = OneLine(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// basis says how a tie was parted, what the changes are since, and in a
// contest that fills several seats what a candidate's percentage and a party's
// share are.
func basis(r election.Result) string {
	var said []string
	if s := lot(r); s != "" {
		said = append(said, s)
	}
	method := r.MethodNote()
	if p := r.Primary(); p != nil {
		what := "Change since "
		if method != "" {
			what = "Change in the party’s share since "
		}
		said = append(said, what+since(p.Baseline)+".")
	}
	if s := r.Contest.System(); !s.OneVoteAPaper() {
		said = append(said, fmt.Sprintf("A candidate’s percentage is of all %s; each voter had up to %d.", s.ShareOf(), s.VotesAPaper(r.Contest.Seats)))
	}
	if method != "" {
		said = append(said, method)
	}
	return strings.Join(said, " ")
}

// byLot reports whether a lot parted candidates at the cut.
func byLot(r election.Result) bool {
	return len(r.Contest.Lot) > 0 && r.Majority == election.Of(0) && r.Outcome().Kind != election.Tie
}

// lot tells between whom a lot was drawn, and on whom it fell.
func lot(r election.Result) string {
	if !byLot(r) {
		return ""
	}
	var tied, drawn []string
	last := LastElected(r)
	for _, row := range r.Rows {
		if row.Candidate.Votes != last {
			continue
		}
		tied = append(tied, called(row.Candidate))
		if row.Elected {
			drawn = append(drawn, called(row.Candidate))
		}
	}
	return fmt.Sprintf("%s had %s votes each; the lot fell on %s.", election.And(tied), last, election.And(drawn))
}

// since names a baseline so that it can follow the word.
func since(b election.Baseline) string {
	name, day := OneLine(b.Name), OneLine(b.Date.Long())
	if b.Notional {
		day = "notional, " + day
	}
	switch first, _ := utf8.DecodeRuneInString(name); {
	case name == "" && b.Date == "":
		return "the earlier result"
	case name == "":
		return day
	case unicode.IsDigit(first):
		name = "the " + name
	}
	if b.Date == "" {
		return name
	}
	return name + " (" + day + ")"
}

func facts(r election.Result) []fact {
	var fs []fact
	add := func(known bool, label, value, note string) {
		if known {
			fs = append(fs, fact{label, value, note})
		}
	}
	note := ""
	if r.MajorityShare.Known() && r.Contest.System().HasMajorityShare() {
		note = r.MajorityShare.Percent(1) + "% of valid votes"
	}
	add(r.Majority.Known(), "Majority", r.Majority.String(), note)
	if p, s := r.Primary(), r.Contest.System(); p != nil && s.HasSwing() && !s.SharesByMethod() {
		label, value := "Swing", "n/a"
		if s := p.Swing; s != nil && s.Butler.Known() {
			label = "Swing, " + OneLine(s.From.Label()+" to "+s.To.Label())
			value = s.Butler.Percent(1)
			note = "points; two-party vote " + s.Steed.Percent(2)
		} else {
			note = "one of the parties did not stand at both"
		}
		add(true, label, value, note)
	}
	add(r.TurnoutValid.Known(), "Turnout, valid votes", r.TurnoutValid.Percent(1)+"%", "of "+r.Contest.Electorate.String()+" electors")
	add(r.TurnoutPapers.Known(), "Turnout, ballot papers", r.TurnoutPapers.Percent(2)+"%", "of "+r.Contest.Electorate.String()+" electors")
	add(r.Contest.Rejected.Known(), "Rejected papers", r.Contest.Rejected.String(), "")
	add(r.Valid.Known(), capital(r.ShareOf()), r.Valid.String(), "")
	return fs
}

func notes(r election.Result) []string {
	var said []string
	if note := r.PercentNote(); note != "" {
		said = append(said, note)
	}
	if line := r.DepositLine(); line != "" {
		said = append(said, fmt.Sprintf("%s lost; to keep one took more than %s votes, 5%% of the valid votes.", Plural(r.DepositsLost.Or(0), "deposit", "deposits"), line))
	}
	for i, c := range r.Comparisons {
		if i == 0 {
			continue
		}
		said = append(said, against(c))
	}
	return said
}

// against tells a further comparison in a sentence.
func against(c election.Comparison) string {
	said := "Against " + since(c.Baseline) + ": " + OneLine(c.Outcome.String())
	if s := c.Swing; s != nil && s.Butler.Known() {
		said += ", swing " + s.Butler.Percent(1) + " from " + OneLine(s.From.Label()+" to "+s.To.Label())
	}
	return said + "."
}

// LastElected is the votes that the last seat takes.
func LastElected(r election.Result) election.Count {
	return r.Rows[max(r.Contest.Seats, 1)-1].Candidate.Votes
}
