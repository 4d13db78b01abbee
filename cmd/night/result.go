package main

import (
	"fmt"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

// contest prints one contest.
func (p printer) contest(c election.Contest) {
	state := standing(c)
	if c.State.IsDeclared() && c.Declared != 0 {
		state += " (declaration at " + p.when(c.Declared) + ")"
	}
	p.say("%s: %s", c.Name, state)
	p.figures(c)
	for _, k := range c.Corrections {
		p.line("  " + p.corrected(k.Revision, k.When, k.Reason, k.Source))
	}
	for _, f := range c.Flags {
		p.line("  " + p.flag(c, f))
	}
	for _, check := range election.Checks(c) {
		if check.Open() && check.Code != election.VotesMissing {
			p.say("  %s: %s", check.Level, check.Text)
		}
	}
}

// revision prints a result as it was declared or corrected once.
func (p printer) revision(r night.Revision, newest int) {
	p.say("%s: revision %d of %d, %s", r.Contest.Name, r.Number, newest, p.when(r.When))
	if r.Reason != "" {
		p.line("  " + p.corrected(r.Number, r.When, r.Reason, r.Source))
	}
	p.figures(r.Contest)
}

// corrected says why there is a revision: "Revision 2 at 8.10am BST on 7 May
// 2021: two bundles were counted twice (the returning officer)".
func (p printer) corrected(revision int, when int64, reason, source string) string {
	s := fmt.Sprintf("Revision %d at %s: %s", revision, p.when(when), reason)
	if source != "" {
		s += " (" + source + ")"
	}
	return s
}

// flag says what a flag says and who says it.
func (p printer) flag(c election.Contest, f election.Flag) string {
	kind := map[election.FlagKind]string{election.Rush: "Rush", election.Call: "Call", election.Estimate: "Estimate"}[f.Kind]
	words := f.Words
	if k, ok := c.Candidate(f.Candidate); ok {
		named := k.Name() + " (" + k.Party.Label() + ")"
		if words != "" {
			named += ", " + words
		}
		words = named
	}
	published := "not published"
	if f.Public {
		published = "published"
	}
	return fmt.Sprintf("%s at %s: %s. Source: %s; %s.", kind, p.when(f.When), words, f.Source, published)
}

// figures prints the table of a contest and everything that is known of it.
func (p printer) figures(c election.Contest) {
	r := election.Compute(c)
	if !c.IsPublic(election.Votes) && r.Missing < len(c.Candidates) {
		p.line("Not public: these figures are under embargo until the declaration.")
	}
	p.line("")
	for _, line := range candidateColumns(r).lines() {
		p.line("  " + line)
	}
	if figures := figureColumns(r); len(figures.rows) > 0 {
		p.line("")
		for _, line := range figures.lines() {
			p.line("  " + line)
		}
	}
	if !c.State.IsDeclared() && len(c.Candidates) > 0 {
		p.line("  " + election.Balance(c))
	}
	for _, note := range []string{r.PercentNote(), shareNote(r)} {
		if note != "" {
			p.line("  " + note)
		}
	}
}

// shareNote says what the percentages are, where that needs saying.
func shareNote(r election.Result) string {
	switch note := r.MethodNote(); {
	case note == "":
		return ""
	case r.Contest.System().SharesByMethod():
		return "Candidates’ shares are of the " + r.ShareOf() + ". " + note
	default:
		return note
	}
}

func candidateColumns(r election.Result) *columns {
	compared := r.Primary() != nil
	table := &columns{head: []string{"Candidate", "Party", ">Votes", ">Share", ">Change", ""}}
	if !compared {
		table.head[4] = ""
	}
	for _, row := range r.Rows {
		share, change := "–", ""
		if row.Share.Known() {
			share = row.Share.Percent(1)
		}
		switch was := row.Change(); {
		case was.New:
			change = "new"
		case was.Points.Known():
			change = was.Points.Signed(1)
		}
		table.add(row.Candidate.Name(), row.Candidate.Party.Label(), row.Candidate.Votes.String(), share, change, fate(r, row))
	}
	return table
}

// provisional marks words about a count that is not declared; one that has not
// started has nothing to tell.
func provisional(c election.Contest, words string) string {
	switch {
	case words == "" || c.State == election.NotStarted:
		return ""
	case c.State.IsDeclared() || c.State == election.Uncontested:
		return words
	}
	return words + ", provisional"
}

// fate says what became of a candidate, or what will if the count stays so.
func fate(r election.Result, row election.Row) string { return provisional(r.Contest, end(r, row)) }

func end(r election.Result, row election.Row) string {
	switch {
	case row.Elected && slices.Contains(r.Contest.Lot, row.Candidate.ID):
		return "elected by lot"
	case row.Elected:
		return "elected"
	case row.DepositLost != nil && *row.DepositLost:
		return "lost deposit"
	}
	return ""
}

// figureColumns are the figures of a contest that are known.
func figureColumns(r election.Result) *columns {
	c := r.Contest
	f := &columns{head: []string{"", ""}}
	known := func(name, figure string, any ...bool) {
		if slices.Contains(any, true) {
			f.add(name, figure)
		}
	}
	outcome := provisional(c, r.Outcome().String())
	known("Seats", fmt.Sprint(c.Seats), c.SeveralSeats())
	known("Outcome", outcome, outcome != "")
	known("Majority", majorityWords(r), r.Majority.Known())
	if r.Primary() != nil {
		known("Swing", swingWords(r.Primary().Swing), r.Valid.Known())
	}
	known("Turnout", turnoutWords(r), r.TurnoutValid.Known(), r.TurnoutPapers.Known())
	known(election.Capital(r.ShareOf()), r.Valid.String(), r.Valid.Known())
	if c.System().OneVoteAPaper() {
		known("Papers counted", r.Papers.String()+", verified "+c.Verified.String(), r.Papers.Known(), c.Verified.Known())
	} else { // only verification counts the papers
		known("Papers verified", c.Verified.String(), c.Verified.Known())
	}
	known("Rejected papers", c.Rejected.String(), c.Rejected.Known())
	known("Electorate", c.Electorate.String(), c.Electorate.Known())
	known("Deposits", fmt.Sprintf("%d lost; the line is %s votes", r.DepositsLost.Or(0), r.DepositLine()), r.DepositsLost.Known())
	for i, b := range r.Comparisons {
		if i == 0 {
			f.add("Compared with", b.Baseline.Name)
			continue
		}
		f.add("And with", fmt.Sprintf("%s: %s, swing %s", b.Baseline.Name, provisional(c, b.Outcome.String()), swingWords(b.Swing)))
	}
	return f
}

func turnoutWords(r election.Result) string {
	papers := percentWords(r.TurnoutPapers, 2) + " by ballot papers"
	if !r.Contest.System().TurnoutByVotes() {
		return papers
	}
	return percentWords(r.TurnoutValid, 1) + " by valid votes, " + papers
}

func majorityWords(r election.Result) string {
	if !r.MajorityShare.Known() {
		return r.Majority.String()
	}
	return fmt.Sprintf("%s (%s%% of the %s)", r.Majority, r.MajorityShare.Percent(1), r.ShareOf())
}

// percentWords is a percentage with its sign, "–" where it is unknown.
func percentWords(f election.Fraction, decimals int) string {
	if !f.Known() {
		return "–"
	}
	return f.Percent(decimals) + "%"
}

func swingWords(s *election.Swing) string {
	if s == nil || !s.Butler.Known() {
		return "n/a"
	}
	return fmt.Sprintf("%s from %s to %s (Butler); %s on the two parties' votes (Steed)",
		s.Butler.Percent(1), s.From.Label(), s.To.Label(), s.Steed.Percent(2))
}
