package election

import (
	"fmt"
	"strings"
)

func rejectedHigh(x checked) (text, figures string) {
	rejected, papers := x.p.rejected, x.p.papers()
	if !rejected.known || !papers.known || rejected.n*100 <= papers.n {
		return "", ""
	}
	return fmt.Sprintf("%s rejected of %s papers are more than 1%%.", rejected, papers),
		facts("rejected", rejected, "papers", papers)
}

func rejectedBlank(x checked) (text, figures string) {
	if !x.p.system.OneVoteAPaper() || x.p.rejected.known || !x.r.Valid.known || x.r.Valid != x.p.verified {
		return "", ""
	}
	return fmt.Sprintf("Rejected papers are left blank, and the %s votes already make up all papers verified.", x.r.Valid),
		facts("valid", x.r.Valid, "verified", x.p.verified)
}

func turnoutUnusual(x checked) (text, figures string) {
	turnout, of, figure := x.r.TurnoutPapers, "ballot papers", x.p.papers()
	if !turnout.Known() {
		turnout, of, figure = x.r.TurnoutValid, "valid votes", x.r.Valid
	}
	low, high := Ratio(Of(20), Of(100)), Ratio(Of(85), Of(100))
	if !turnout.Known() || turnout.Cmp(low) >= 0 && turnout.Cmp(high) <= 0 {
		return "", ""
	}
	return fmt.Sprintf("A turnout of %s%% (%s %s of %s) is outside 20 to 85%%.", turnout.Percent(2), figure, of, x.p.electorate),
		facts(of, figure, "electorate", x.p.electorate)
}

func changeLarge(x checked) (text, figures string) {
	primary := x.r.Primary()
	if primary == nil {
		return "", ""
	}
	limit := Ratio(Of(25), Of(100))
	var said []string
	var rests []any
	for _, row := range x.r.Rows {
		points := row.Change().Points
		if points.Known() && points.Abs().Cmp(limit) > 0 {
			said = append(said, row.Candidate.Party.Label()+" "+points.Signed(1))
			rests = append(rests, row.Candidate.ID, points.r)
		}
	}
	if len(said) == 0 {
		return "", ""
	}
	return fmt.Sprintf("A change of more than 25 points since the %s: %s.", primary.Baseline.Name, And(said)),
		facts(rests...)
}

func shareLarge(x checked) (text, figures string) {
	limit := Ratio(Of(75), Of(100))
	for _, row := range x.r.Rows {
		if row.Share.Cmp(limit) > 0 {
			return fmt.Sprintf("%s has %s%% of the vote (%s of %s), more than 75%%.",
					row.Candidate.Name(), row.Share.Percent(1), row.Candidate.Votes, x.r.Valid),
				facts(row.Candidate.ID, row.Candidate.Votes, "valid", x.r.Valid)
		}
	}
	return "", ""
}

// coincidence is the number from which two equal figures are worth a look;
// below it small parties often draw level.
const coincidence = 100

// sameNumber finds a number that was typed into two fields.
func sameNumber(x checked) (text, figures string) {
	places := map[Count][]string{}
	var twice []Count
	var rests []any
	for _, f := range x.numbers() {
		if f.count.n < coincidence {
			continue
		}
		places[f.count] = append(places[f.count], f.what)
		if len(places[f.count]) == 2 {
			twice = append(twice, f.count)
		}
	}
	if len(twice) == 0 {
		return "", ""
	}
	var said []string
	for _, n := range twice {
		said = append(said, n.String()+" for "+And(places[n]))
	}
	for _, f := range x.numbers() {
		if len(places[f.count]) > 1 {
			rests = append(rests, f.key, f.count)
		}
	}
	return "The same number stands in more than one place: " + strings.Join(said, "; ") + ".", facts(rests...)
}

func electorateMoved(x checked) (text, figures string) {
	if len(x.c.Baselines) == 0 {
		return "", ""
	}
	b := x.c.Baselines[0]
	now, then := x.p.electorate, b.Electorate
	if !now.known || !then.known || abs(now.n-then.n)*20 <= then.n {
		return "", ""
	}
	return fmt.Sprintf("The electorate of %s is more than 5%% off the %s of the %s.", now, then, b.Name),
		facts("now", now, "then", then)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// partyUnderTwoIDs finds a party of the contest that stands in a baseline under
// the same name and another id. Its change and swing are then missing.
func partyUnderTwoIDs(x checked) (text, figures string) {
	return x.strangers(func(now, then Party) bool { return now.named(then) },
		"is %s here and %s in %s, by one name under two ids: give both the same party, or say that the one goes on from the other.")
}

// partiesOfOneShortName finds a party of the contest that has the abbreviation of
// another one in a baseline, and may be it.
func partiesOfOneShortName(x checked) (text, figures string) {
	return x.strangers(func(now, then Party) bool { return !now.named(then) && strings.EqualFold(now.Label(), then.Label()) },
		"is %s here and %s in %s: if they are one party, say that the one goes on from the other.")
}

// strangers finds the first party of the contest that is like one of a baseline
// and counts as another. A party that stands on both sides is itself.
func (x checked) strangers(alike func(now, then Party) bool, words string) (text, figures string) {
	for _, b := range x.c.Baselines {
		then := b.poll(x.c)
		for _, k := range x.p.candidates {
			for _, old := range b.Candidates {
				p, q := k.Party, old.Party
				if p.IsIndependent() || q.IsIndependent() || p.IsNone() || q.IsNone() || !alike(p, q) || p.line() == then.line(q) && p.ID != "" ||
					then.has(p) || x.p.has(q) {
					continue
				}
				return p.Label() + " " + fmt.Sprintf(words, p.identified(), q.identified(), "the "+b.Name),
					facts("now", p.ID, "then", q.ID, "baseline", b.ID)
			}
		}
	}
	return "", ""
}

// has reports whether the party stands in the poll.
func (p poll) has(party Party) bool {
	for _, k := range p.candidates {
		if party.ID != "" && p.line(k.Party) == party.line() {
			return true
		}
	}
	return false
}

// identified is a party's name with its id.
func (p Party) identified() string {
	if p.ID == "" {
		return p.Name + " (no id)"
	}
	return p.Name + " (" + p.ID + ")"
}
