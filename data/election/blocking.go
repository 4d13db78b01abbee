package election

import (
	"fmt"
	"regexp"
	"strings"
)

func candidateTwice(e evidence) (text, figures string) {
	ks := e.p.candidates
	for i, a := range ks {
		for _, b := range ks[:i] {
			if sameCandidate(a, b) {
				return fmt.Sprintf("%s (%s) is on the list twice.", b.Name(), b.Party.Label()),
					facts("first", b.ID+" "+b.Name(), "again", a.ID+" "+a.Name())
			}
		}
	}
	return "", ""
}

// sameCandidate tells a candidate who was entered twice from namesakes, who
// differ in party or in person.
func sameCandidate(a, b Candidate) bool {
	switch {
	case a.ID != "" && a.ID == b.ID:
		return true
	case a.Person != "" && b.Person != "":
		return a.Person == b.Person
	}
	if a.Name() == "" || !a.SamePerson(b) {
		return false
	}
	return a.Party.Same(b.Party) || a.Party.ID == "" && b.Party.ID == ""
}

func electedNotSeats(e evidence) (text, figures string) {
	n := len(e.p.candidates)
	if e.c.State == Countermanded || e.c.State == Postponed {
		return "", ""
	}
	switch {
	case e.c.Seats < 1:
		text = fmt.Sprintf("The number of seats is %d; it must be at least 1.", e.c.Seats)
	case n < e.c.Seats:
		text = fmt.Sprintf("Only %s for %s.", number(n, "candidate"), number(e.c.Seats, "seat"))
	case n > e.c.Seats && e.c.State == Uncontested:
		text = fmt.Sprintf("Uncontested, but %s for %s.", number(n, "candidate"), number(e.c.Seats, "seat"))
	default:
		return "", ""
	}
	return text, facts("seats", e.c.Seats, "candidates", n)
}

func votesMissing(e evidence) (text, figures string) {
	var names, ids []string
	for _, k := range e.p.candidates {
		if !k.Votes.known {
			names, ids = append(names, k.Name()), append(ids, k.ID)
		}
	}
	if len(names) == 0 {
		return "", ""
	}
	return fmt.Sprintf("Votes are missing for %s: %s.", number(len(names), "candidate"), shortList(names)),
		facts("missing", strings.Join(ids, " "))
}

func figuresNegative(e evidence) (text, figures string) {
	var bad []string
	var rests []any
	for _, f := range append(e.numbers(), e.headings()...) {
		if f.count.n < 0 {
			bad = append(bad, f.what+" "+f.count.String())
			rests = append(rests, f.key, f.count)
		}
	}
	if len(bad) == 0 {
		return "", ""
	}
	return "A number cannot be below 0: " + strings.Join(bad, ", ") + ".", facts(rests...)
}

func papersUnbalanced(e evidence) (text, figures string) {
	counted, verified := e.r.Papers, e.p.verified
	if !counted.known || !verified.known || counted == verified {
		return "", ""
	}
	return fmt.Sprintf("%s valid + %s rejected = %s papers counted, but %s were verified: %s",
			e.r.Valid, e.p.rejected, counted, verified, unaccounted(verified.n-counted.n)),
		facts("valid", e.r.Valid, "rejected", e.p.rejected, "verified", verified)
}

func votesExceedPapers(e evidence) (text, figures string) {
	limit := e.p.votesLimit()
	if !limit.known || e.r.Keyed <= limit.n || e.p.system.OneVoteAPaper() && e.r.Papers.known {
		return "", ""
	}
	return fmt.Sprintf("%s votes are more than %s papers can carry for %s: at most %s.",
			Commas(e.r.Keyed), Commas(limit.n/e.p.votesAPaper()), number(e.p.seats, "seat"), limit),
		facts("votes", e.r.Keyed, "verified", e.p.verified, "rejected", e.p.rejected, "seats", e.p.seats)
}

// votesBelowPapers is what there is of a balance where a paper can carry several
// votes: every paper that was not rejected carries at least one.
func votesBelowPapers(e evidence) (text, figures string) {
	verified, rejected := e.p.verified, e.p.rejected
	if e.p.system.OneVoteAPaper() || !e.r.Valid.known || !verified.known || !rejected.known || e.r.Valid.n >= verified.n-rejected.n {
		return "", ""
	}
	return fmt.Sprintf("%s votes are too few for %s papers verified and %s rejected: every other paper carries at least one.",
			e.r.Valid, verified, rejected),
		facts("votes", e.r.Valid, "verified", verified, "rejected", rejected)
}

func candidateExceedsPapers(e evidence) (text, figures string) {
	papers := e.p.verified
	if !papers.known {
		return "", ""
	}
	var over []string
	rests := []any{"verified", papers}
	for _, k := range e.p.candidates {
		if k.Votes.n > papers.n {
			over = append(over, k.Name()+" "+k.Votes.String())
			rests = append(rests, k.ID, k.Votes)
		}
	}
	if len(over) == 0 {
		return "", ""
	}
	return fmt.Sprintf("More votes than the %s papers verified: %s.", papers, shortList(over)),
		facts(rests...)
}

func papersExceedElectorate(e evidence) (text, figures string) {
	papers, electorate := e.p.papers(), e.p.electorate
	if !papers.known && e.p.system.OneVoteAPaper() {
		papers = e.r.Valid
	}
	if !papers.known || !electorate.known || papers.n <= electorate.n {
		return "", ""
	}
	return fmt.Sprintf("%s papers are more than the electorate of %s.", papers, electorate),
		facts("papers", papers, "electorate", electorate)
}

func headingsUnbalanced(e evidence) (text, figures string) {
	sum, missing := 0, 0
	rests := []any{"rejected", e.p.rejected}
	for _, f := range e.headings() {
		sum += f.count.n
		if !f.count.known {
			missing++
		}
		rests = append(rests, f.key, f.count)
	}
	rejected := e.p.rejected
	if !rejected.known || missing == len(e.headings()) || sum == rejected.n || missing > 0 && sum < rejected.n {
		return "", ""
	}
	return fmt.Sprintf("The headings of the rejected papers add up to %s, not to the %s keyed.", Commas(sum), rejected),
		facts(rests...)
}

var percentage = regexp.MustCompile(`^(?:0|[1-9][0-9]{0,2})(?:\.([0-9]{1,6}))?$`)

// turnoutDiffers compares what was read out with either turnout at the digits
// it was read at.
func turnoutDiffers(e evidence) (text, figures string) {
	read := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(e.c.ReadOut.Turnout), "%"))
	if read == "" {
		return "", ""
	}
	byPapers, byValid := e.r.TurnoutPapers, e.r.TurnoutValid
	rests := facts("read out", read, "papers", e.p.papers(), "valid", e.r.Valid, "electorate", e.p.electorate)
	parts := percentage.FindStringSubmatch(read)
	if parts == nil {
		return fmt.Sprintf("The turnout as read out, “%s”, is not a percentage like 42.55.", read), rests
	}
	if !byPapers.Known() && !byValid.Known() {
		return "", ""
	}
	digits := len(parts[1])
	if read == byPapers.Percent(digits) || read == byValid.Percent(digits) {
		return "", ""
	}
	var computed []string
	for _, t := range []struct {
		of string
		f  Fraction
	}{{"by ballot papers", byPapers}, {"by valid votes", byValid}} {
		if t.f.Known() {
			computed = append(computed, t.f.Percent(max(digits, 2))+"% "+t.of)
		}
	}
	return fmt.Sprintf("The turnout was read out as %s%% but comes to %s.", read, strings.Join(computed, " and ")), rests
}

func majorityDiffers(e evidence) (text, figures string) {
	read, computed := e.c.ReadOut.Majority, e.r.Majority
	if !read.known || !computed.known || read == computed {
		return "", ""
	}
	return fmt.Sprintf("The majority was read out as %s but comes to %s.", read, computed),
		facts("read out", read, "computed", computed)
}

func tieWithoutLot(e evidence) (text, figures string) {
	s := e.p.stand()
	if len(s.tied) == 0 || s.drawn {
		return "", ""
	}
	var names, ids []string
	for _, i := range s.tied {
		names, ids = append(names, e.p.candidates[i].Name()), append(ids, e.p.candidates[i].ID)
	}
	votes := e.p.candidates[s.tied[0]].Votes
	next := "draw lots and record who was drawn."
	if len(e.p.lot) > 0 {
		next = "the lot recorded does not name exactly that many of them."
	}
	return fmt.Sprintf("%s have %s votes each for %s: %s", And(names), votes, number(s.toFill, "seat"), next),
		facts("votes", votes, "tied", strings.Join(ids, " "), "seats", s.toFill, "lot", strings.Join(e.p.lot, " "))
}

func lotWithoutTie(e evidence) (text, figures string) {
	s := e.p.stand()
	if len(e.p.lot) == 0 || len(s.tied) > 0 || !e.r.Valid.known {
		return "", ""
	}
	return fmt.Sprintf("A lot is recorded, but the majority is %s and no candidates are tied at the cut.", e.r.Majority),
		facts("lot", strings.Join(e.p.lot, " "), "majority", e.r.Majority)
}
