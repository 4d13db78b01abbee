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
	p.say("%s: %s", called(c, p.edition.Contests), state)
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
	p.say("%s: revision %d of %d, %s", called(r.Contest, p.edition.Contests), r.Number, newest, p.when(r.When))
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
		share := "–"
		if row.Share.Known() {
			share = row.Share.Percent(1)
		}
		table.add(row.Candidate.Name(), row.Candidate.Party.Label(), row.Candidate.Votes.String(), share, row.Change().String(), fate(r, row))
	}
	return table
}

// inWords is a word of a result as the terminal has it.
func inWords(w election.Word, blanks ...any) string { return w.With(election.Terminal, blanks...) }

// provisional marks words about a count that is not declared; one that has not
// started has nothing to tell.
func provisional(c election.Contest, words string) string {
	switch {
	case words == "" || c.State == election.NotStarted:
		return ""
	case c.State.IsDeclared() || c.State == election.Uncontested:
		return words
	}
	return inWords(election.WordProvisional, "{outcome}", words)
}

// fate says what became of a candidate, or what will if the count stays so.
func fate(r election.Result, row election.Row) string { return provisional(r.Contest, end(r, row)) }

func end(r election.Result, row election.Row) string {
	switch {
	case row.Elected && slices.Contains(r.Contest.Lot, row.Candidate.ID):
		return inWords(election.WordByLot)
	case row.Elected:
		return inWords(election.WordElected)
	case row.DepositLost != nil && *row.DepositLost:
		return inWords(election.WordDepositLost)
	}
	return ""
}

// figureColumns are the figures of a contest that are known.
func figureColumns(r election.Result) *columns {
	c := r.Contest
	f := &columns{head: []string{"", ""}}
	add := func(label, figure string, any ...bool) {
		if slices.Contains(any, true) {
			f.add(label, figure)
		}
	}
	known := func(label election.Word, figure string, any ...bool) { add(inWords(label), figure, any...) }
	outcome := provisional(c, r.Outcome().String())
	known(election.WordSeats, fmt.Sprint(c.Seats), c.SeveralSeats())
	known(election.WordOutcome, outcome, outcome != "")
	known(election.WordMajority, majorityWords(r), r.Majority.Known())
	if r.Primary() != nil {
		known(election.WordSwing, swingWords(r.Primary().Swing), r.Valid.Known())
	}
	known(election.WordTurnout, turnoutWords(r), r.TurnoutValid.Known(), r.TurnoutPapers.Known())
	add(election.Capital(r.ShareOf()), r.Valid.String(), r.Valid.Known())
	if c.System().OneVoteAPaper() {
		known(election.WordPapersCounted, r.Papers.String()+", verified "+c.Verified.String(), r.Papers.Known(), c.Verified.Known())
	} else { // only verification counts the papers
		known(election.WordPapersVerified, c.Verified.String(), c.Verified.Known())
	}
	known(election.WordRejected, c.Rejected.String(), c.Rejected.Known())
	known(election.WordElectorate, c.Electorate.String(), c.Electorate.Known())
	known(election.WordDeposits, inWords(election.WordDepositsLost, "{lost}", r.DepositsLost.Or(0), "{line}", r.DepositLine()), r.DepositsLost.Known())
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
	papers := inWords(election.WordTurnoutPapers, "{turnout}", percentWords(r.TurnoutPapers, 2))
	if !r.Contest.System().TurnoutByVotes() {
		return papers
	}
	return inWords(election.WordTurnoutVotes, "{turnout}", percentWords(r.TurnoutValid, 1)) + ", " + papers
}

func majorityWords(r election.Result) string {
	if !r.MajorityShare.Known() {
		return r.Majority.String()
	}
	return r.Majority.String() + " " + inWords(election.WordMajorityShare, "{share}", r.MajorityShare.Percent(1), "{votes}", r.ShareOf())
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
		return inWords(election.WordNoFigure)
	}
	return s.Say(election.WordSwingMeasured, election.Terminal)
}
