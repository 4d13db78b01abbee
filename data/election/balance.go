package election

import (
	"fmt"
	"strings"
)

// Balance is the running line under the grid: what is keyed, what is still to
// come and how the ballot papers stand. "29,933 valid + 182 rejected = 30,115
// ballot papers. Balanced."
func Balance(c Contest) string {
	switch c.State {
	case Uncontested:
		if c.unopposed() {
			return "Elected unopposed: there are no votes to count."
		}
		return "Uncontested: there are no votes to count."
	case Countermanded:
		return "The poll is countermanded: there are no votes to count."
	case Postponed:
		return "The poll is postponed: there are no votes to count."
	}
	p := c.poll()
	if !p.system.OneVoteAPaper() {
		return p.balanceVotes()
	}
	if keyed, missing := p.sum(); missing > 0 || !p.rejected.known || len(p.candidates) == 0 {
		return p.balanceOpen(keyed, missing)
	}
	valid, counted := p.valid(), p.counted()
	line := fmt.Sprintf("%s valid + %s rejected = %s ballot papers", valid, p.rejected, counted)
	switch over := counted.n - p.verified.n; {
	case !p.verified.known:
		return line + "."
	case over == 0:
		return line + ". Balanced."
	default:
		return line + "; " + p.verified.String() + " verified: " + unaccounted(-over)
	}
}

// balanceOpen is the line of a contest that is still being keyed, where votes and
// papers have to balance.
func (p poll) balanceOpen(keyed, missing int) string {
	if missing == len(p.candidates) && !p.rejected.known {
		if p.verified.known {
			return "Nothing keyed yet of " + number(p.verified.n, "ballot paper") + " verified."
		}
		return "Nothing keyed yet."
	}
	line := Commas(keyed) + " keyed"
	if missing == 0 {
		line = Commas(keyed) + " valid"
	}
	if p.rejected.known {
		line += " + " + p.rejected.String() + " rejected"
	}
	if open := p.open(missing); open != "" {
		line += ", " + open + " to come"
	}
	if !p.verified.known {
		return line + "."
	}
	return line + ": " + unaccounted(p.verified.n-keyed-p.rejected.n)
}

// open names what is still to be keyed.
func (p poll) open(missing int) string {
	var open []string
	if missing > 0 {
		open = append(open, number(missing, "candidate"))
	}
	if !p.rejected.known {
		open = append(open, "the rejected papers")
	}
	return strings.Join(open, " and ")
}

// balanceVotes is the line of a contest whose papers carry several votes, where
// votes and papers cannot balance and only a limit can be kept.
func (p poll) balanceVotes() string {
	keyed, missing := p.sum()
	line := number(keyed, "vote") + " keyed"
	if missing > 0 {
		line += ", " + number(missing, "candidate") + " to come"
	}
	limit := p.votesLimit()
	if !limit.known {
		return line + "."
	}
	line += fmt.Sprintf(" of at most %s (%d seats × %s papers)", limit, p.seats, Commas(limit.n/p.votesAPaper()))
	if keyed > limit.n {
		return line + ": " + Commas(keyed-limit.n) + " too many."
	}
	return line + "."
}

// votesAPaper is how many votes a paper carries at most.
func (p poll) votesAPaper() int { return p.system.VotesAPaper(p.seats) }

// votesLimit is the most votes that the papers can carry which were not
// rejected.
func (p poll) votesLimit() Count {
	if !p.verified.known {
		return Count{}
	}
	return Of(p.votesAPaper() * max(p.verified.n-p.rejected.n, 0))
}

// unaccounted says by how many papers a count is short or over.
func unaccounted(short int) string {
	switch {
	case short == 0:
		return "every paper accounted for."
	case short < 0:
		return number(-short, "paper") + " too many."
	}
	return number(short, "paper") + " unaccounted for."
}

// number is a count of things whose plural ends in s.
func number(n int, thing string) string { return Several(n, thing, thing+"s") }
