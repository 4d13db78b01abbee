package election

import (
	"fmt"
	"regexp"
	"strings"
)

func candidateTwice(x checked) (text, figures string) {
	ks := x.p.candidates
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

// electedNotSeats compares the seats with those who can fill them and, where it
// has to be said who is elected, with those who are said to be. A list can fill
// several seats or none.
func electedNotSeats(x checked) (text, figures string) {
	n, said := 0, 0
	for _, k := range x.p.candidates {
		if !k.IsAnswer() {
			n++
		}
		if k.Elected {
			said++
		}
	}
	if x.c.State == Countermanded || x.c.State == Postponed || !x.p.system.FillsSeats() {
		return "", ""
	}
	switch {
	case x.c.Seats < 1:
		text = fmt.Sprintf("The number of seats is %d; it must be at least 1.", x.c.Seats)
	case x.p.system.ForLists():
		return "", ""
	case x.p.system.IsSaid() && x.c.State.polled() && said != x.c.Seats && n >= x.c.Seats:
		return fmt.Sprintf("%s said to be elected for %s: who is elected by %s is not counted here; say who is.",
				Capital(areSaid(said)), number(x.c.Seats, "seat"), x.p.system),
			facts("seats", x.c.Seats, "elected", said)
	case n < x.c.Seats:
		text = fmt.Sprintf("Only %s for %s.", number(n, "candidate"), number(x.c.Seats, "seat"))
	case n > x.c.Seats && x.c.State == Uncontested:
		text = fmt.Sprintf("Uncontested, but %s for %s.", number(n, "candidate"), number(x.c.Seats, "seat"))
	default:
		return "", ""
	}
	return text, facts("seats", x.c.Seats, "candidates", n)
}

// areSaid begins a sentence: "nobody is", "1 candidate is", "2 candidates are".
func areSaid(n int) string {
	switch n {
	case 0:
		return "nobody is"
	case 1:
		return "1 candidate is"
	}
	return Commas(n) + " candidates are"
}

// systemUnsaid finds a contest whose system is open, or is another by its name
// than it is taken for.
func systemUnsaid(x checked) (text, figures string) {
	if x.c.SystemName != "" {
		return "", ""
	}
	name, open := SystemTold(x.c)
	switch {
	case open:
		text = fmt.Sprintf("How %s is decided cannot be told from its day, since the law has changed and is changing: say whether it is %s.",
			x.c.Name, systemNames())
	case name != "" && name.of(x.c.Seats) != x.p.system:
		text = fmt.Sprintf("%s is taken as %s, and is by its name decided by %s: say which of the two it is.", x.c.Name, x.p.system, name)
	default:
		return "", ""
	}
	return text, facts("day", x.c.Date, "seats", x.c.Seats)
}

func votesMissing(x checked) (text, figures string) {
	var names, ids []string
	for _, k := range x.p.candidates {
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

func figuresNegative(x checked) (text, figures string) {
	var bad []string
	var rests []any
	for _, f := range append(x.numbers(), x.headings()...) {
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

func papersUnbalanced(x checked) (text, figures string) {
	counted, verified := x.r.Papers, x.p.verified
	if !counted.known || !verified.known || counted == verified {
		return "", ""
	}
	return fmt.Sprintf("%s valid + %s rejected = %s papers counted, but %s were verified: %s",
			x.r.Valid, x.p.rejected, counted, verified, unaccounted(verified.n-counted.n)),
		facts("valid", x.r.Valid, "rejected", x.p.rejected, "verified", verified)
}

func votesExceedPapers(x checked) (text, figures string) {
	limit := x.p.votesLimit()
	if !limit.known || x.r.Keyed <= limit.n || x.p.system.OneVoteAPaper() && x.r.Papers.known {
		return "", ""
	}
	return fmt.Sprintf("%s votes are more than %s papers can carry for %s: at most %s.",
			Commas(x.r.Keyed), Commas(limit.n/x.p.votesAPaper()), number(x.p.seats, "seat"), limit),
		facts("votes", x.r.Keyed, "verified", x.p.verified, "rejected", x.p.rejected, "seats", x.p.seats)
}

// votesBelowPapers is what there is of a balance where a paper can carry several
// votes: every paper that was not rejected carries at least one.
func votesBelowPapers(x checked) (text, figures string) {
	verified, rejected := x.p.verified, x.p.rejected
	if x.p.system.OneVoteAPaper() || !x.r.Valid.known || !verified.known || !rejected.known || x.r.Valid.n >= verified.n-rejected.n {
		return "", ""
	}
	return fmt.Sprintf("%s votes are too few for %s papers verified and %s rejected: every other paper carries at least one.",
			x.r.Valid, verified, rejected),
		facts("votes", x.r.Valid, "verified", verified, "rejected", rejected)
}

func candidateExceedsPapers(x checked) (text, figures string) {
	papers := x.p.verified
	if !papers.known {
		return "", ""
	}
	var over []string
	rests := []any{"verified", papers}
	for _, k := range x.p.candidates {
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

func papersExceedElectorate(x checked) (text, figures string) {
	papers, electorate := x.p.papers(), x.p.electorate
	if !papers.known && x.p.system.OneVoteAPaper() {
		papers = x.r.Valid
	}
	if !papers.known || !electorate.known || papers.n <= electorate.n {
		return "", ""
	}
	return fmt.Sprintf("%s papers are more than the electorate of %s.", papers, electorate),
		facts("papers", papers, "electorate", electorate)
}

func headingsUnbalanced(x checked) (text, figures string) {
	sum, missing := 0, 0
	rests := []any{"rejected", x.p.rejected}
	for _, f := range x.headings() {
		sum += f.count.n
		if !f.count.known {
			missing++
		}
		rests = append(rests, f.key, f.count)
	}
	rejected := x.p.rejected
	if !rejected.known || missing == len(x.headings()) || sum == rejected.n || missing > 0 && sum < rejected.n {
		return "", ""
	}
	return fmt.Sprintf("The headings of the rejected papers add up to %s, not to the %s keyed.", Commas(sum), rejected),
		facts(rests...)
}

var percentage = regexp.MustCompile(`^(?:0|[1-9][0-9]{0,2})(?:\.([0-9]{1,6}))?$`)

// turnoutDiffers compares what was read out with either turnout at the digits
// it was read at.
func turnoutDiffers(x checked) (text, figures string) {
	read := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(x.c.ReadOut.Turnout), "%"))
	if read == "" {
		return "", ""
	}
	byPapers, byValid := x.r.TurnoutPapers, x.r.TurnoutValid
	rests := facts("read out", read, "papers", x.p.papers(), "valid", x.r.Valid, "electorate", x.p.electorate)
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

func majorityDiffers(x checked) (text, figures string) {
	read, computed := x.c.ReadOut.Majority, x.r.Majority
	if !read.known || !computed.known || read == computed {
		return "", ""
	}
	return fmt.Sprintf("The majority was read out as %s but comes to %s.", read, computed),
		facts("read out", read, "computed", computed)
}

func tieWithoutLot(x checked) (text, figures string) {
	s := x.p.place()
	if len(s.tied) == 0 || s.drawn {
		return "", ""
	}
	var names, ids []string
	for _, i := range s.tied {
		names, ids = append(names, x.p.candidates[i].Name()), append(ids, x.p.candidates[i].ID)
	}
	votes := x.p.candidates[s.tied[0]].Votes
	next := "draw lots and record who was drawn."
	if len(x.p.lot) > 0 {
		next = "the lot recorded does not name exactly that many of them."
	}
	return fmt.Sprintf("%s have %s votes each for %s: %s", And(names), votes, number(s.toFill, "seat"), next),
		facts("votes", votes, "tied", strings.Join(ids, " "), "seats", s.toFill, "lot", strings.Join(x.p.lot, " "))
}

func lotWithoutTie(x checked) (text, figures string) {
	s := x.p.place()
	if len(x.p.lot) == 0 || len(s.tied) > 0 || !x.r.Valid.known {
		return "", ""
	}
	return fmt.Sprintf("A lot is recorded, but the majority is %s and no candidates are tied at the cut.", x.r.Majority),
		facts("lot", strings.Join(x.p.lot, " "), "majority", x.r.Majority)
}
