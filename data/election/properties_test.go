package election

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

var partyIDs = []string{"PP52", "PP53", "PP90", "PP63", "PP7931", "PP66", "", ""}

// drawCandidates draws candidates with known votes. With unique set no party
// stands twice, as in a single seat.
func drawCandidates(t *rapid.T, label string, least, most int, unique bool) []Candidate {
	n := rapid.IntRange(least, most).Draw(t, label+" candidates")
	used := map[string]bool{}
	var ks []Candidate
	for i := range n {
		id := rapid.SampledFrom(partyIDs).Draw(t, "party")
		if unique && used[id] {
			id = ""
		}
		used[id] = true
		k := stood("", fmt.Sprintf("%s %d", label, i), id, rapid.IntRange(0, 60).Draw(t, "votes"))
		ks = append(ks, k)
	}
	return ks
}

func drawContest(t *rapid.T) Contest {
	seats := rapid.SampledFrom([]int{1, 1, 2, 3}).Draw(t, "seats")
	now := drawCandidates(t, "now", 1, 12, seats == 1)
	before := rapid.SampledFrom([]int{0, 1, seats}).Draw(t, "seats before")
	c := Contest{ID: "c", Kind: Parliamentary, Seats: seats, State: Declared, Candidates: now,
		Method:     rapid.SampledFrom([]Method{"", TopVote, AverageVote, SumVote}).Draw(t, "method"),
		Electorate: Of(rapid.IntRange(0, 1000).Draw(t, "electorate")),
		Verified:   Of(rapid.IntRange(0, 800).Draw(t, "verified")),
		Rejected:   Of(rapid.IntRange(0, 20).Draw(t, "rejected")),
		Baselines: []Baseline{{Name: "before", Seats: before, Electorate: Of(900),
			Candidates: drawCandidates(t, "then", 1, 8, before < 2)}}}
	if rapid.Bool().Draw(t, "with a lot") {
		c.Lot = []string{rapid.SampledFrom(now).Draw(t, "drawn").ID}
	}
	return c
}

func TestSharesAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Compute(drawContest(t))
		sum := Ratio(Of(0), Of(1))
		for _, row := range r.Rows {
			sum = sum.Plus(row.Share)
		}
		if r.Valid.Or(0) > 0 && sum.Cmp(Ratio(Of(1), Of(1))) != 0 {
			t.Fatalf("shares add up to %s", sum.r)
		}
		if r.Valid.Or(0) == 0 && sum.Known() {
			t.Fatalf("shares of no votes add up to %s", sum.r)
		}
	})
}

// Whatever the method, the parties' shares add up to one before rounding, on
// both sides of a comparison.
func TestPartySharesAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		r := Compute(c)
		sum, seen := exactly(0), map[string]bool{}
		for _, row := range r.Rows {
			id := row.Candidate.Party.ID
			if !row.PartyShare.Known() || seen[id] && id != "" {
				continue
			}
			seen[id] = true
			sum = sum.Plus(row.PartyShare)
		}
		whole := c.poll().shares().whole
		if whole.Sign() > 0 && sum.Cmp(exactly(1)) != 0 {
			t.Fatalf("by %q the parties' shares add up to %s", c.Method, exact(sum))
		}
		if whole.Sign() <= 0 && len(seen) > 0 {
			t.Fatalf("by %q there are shares of %s votes", c.Method, exact(whole))
		}
		then := c.Baselines[0].poll(c)
		theirs := then.shares()
		sum = exactly(0)
		for line := range theirs.by {
			share, _ := theirs.of(Party{ID: line})
			sum = sum.Plus(share)
		}
		for _, k := range then.candidates {
			if k.Party.ID == "" {
				sum = sum.Plus(theirs.ofCandidate(k))
			}
		}
		if theirs.whole.Sign() > 0 && sum.Cmp(exactly(1)) != 0 {
			t.Fatalf("by %q the shares of the baseline add up to %s", c.Method, exact(sum))
		}
	})
}

// figures writes every figure of a result by candidate and baseline, so that
// two results can be compared whatever the order of their rows.
func figures(r Result) map[string]string {
	f := map[string]string{
		"counts":  fmt.Sprint(r.Keyed, r.Missing, r.Valid, r.Papers, r.Majority, r.DepositsLost),
		"shares":  fmt.Sprint(exact(r.MajorityShare), exact(r.TurnoutValid), exact(r.TurnoutPapers)),
		"note":    r.PercentNote() + r.DepositLine(),
		"outcome": r.Outcome().String(),
	}
	for i, c := range r.Comparisons {
		f[fmt.Sprint("comparison ", i)] = fmt.Sprint(c.Outcome, exact(c.TurnoutChange))
		if s := c.Swing; s != nil {
			f[fmt.Sprint("swing ", i)] = fmt.Sprint(s.From.ID, s.To.ID, exact(s.Butler), exact(s.Steed))
		}
	}
	for _, row := range r.Rows {
		lost := "none"
		if row.DepositLost != nil {
			lost = fmt.Sprint(*row.DepositLost)
		}
		f[row.Candidate.ID] = fmt.Sprint(exact(row.Share), exact(row.PartyShare), row.Rank, row.Elected, lost, exact(row.Change().Points), row.Change().New)
	}
	return f
}

func exact(f Fraction) string {
	if f.r == nil {
		return "n/a"
	}
	return f.r.String()
}

func TestOrderOfCandidatesChangesNoFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		shuffled := c
		shuffled.Candidates = rapid.Permutation(c.Candidates).Draw(t, "order")
		b := c.Baselines[0]
		b.Candidates = rapid.Permutation(b.Candidates).Draw(t, "order before")
		shuffled.Baselines = []Baseline{b}
		got, want := figures(Compute(shuffled)), figures(Compute(c))
		for what := range want {
			if got[what] != want[what] {
				t.Fatalf("%s: %s, and in another order %s", what, want[what], got[what])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d figures, and in another order %d", len(want), len(got))
		}
	})
}

func TestElectedFillTheSeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		r := Compute(c)
		elected, lastIn, bestOut := 0, -1, -1
		for _, row := range r.Rows {
			if row.Elected {
				elected++
				lastIn = row.Candidate.Votes.n
			} else {
				bestOut = max(bestOut, row.Candidate.Votes.n)
			}
		}
		switch {
		case r.Outcome().Kind == Tie:
			if elected >= c.Seats || r.Majority != Of(0) {
				t.Fatalf("%d elected for %d seats on a tie, majority %v", elected, c.Seats, r.Majority)
			}
		case elected != min(c.Seats, len(c.Candidates)):
			t.Fatalf("%d elected for %d seats", elected, c.Seats)
		case bestOut >= 0 && r.Majority != Of(lastIn-bestOut):
			t.Fatalf("a majority of %v between %d and %d", r.Majority, lastIn, bestOut)
		case bestOut < 0 && r.Majority.Known():
			t.Fatalf("a majority of %v over nobody", r.Majority)
		}
	})
}

func TestSwingIsPositiveAndTurnsRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		s := Compute(c).Primary().Swing
		if s == nil {
			return
		}
		if s.Butler.Sign() < 0 || s.From == s.To {
			t.Fatalf("a swing of %s from %s to %s", exact(s.Butler), s.From.Short, s.To.Short)
		}
		back := between(s.To, s.From, c.Baselines[0].poll(c).shares(), c.poll().shares())
		if back == nil || back.Butler.Cmp(s.Butler) != 0 || back.Steed.Cmp(s.Steed) != 0 && s.Butler.Sign() != 0 {
			t.Fatalf("%+v, and from the later election back to the earlier %+v", s, back)
		}
	})
}

// Every figure is rounded once, half away from zero, as integers would be.
func TestRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(1, 1_000_000).Draw(t, "whole")
		part := rapid.IntRange(-whole, whole).Draw(t, "part")
		tenths := (abs(part)*2000 + whole) / (2 * whole)
		want := fmt.Sprintf("%d.%d", tenths/10, tenths%10)
		if part < 0 && tenths > 0 {
			want = "−" + want
		}
		if got := Ratio(Of(part), Of(whole)).Percent(1); got != want {
			t.Fatalf("%d of %d is printed as %s, want %s", part, whole, got, want)
		}
	})
}

func TestPercentNoteIsTheSumOfWhatIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Compute(drawContest(t))
		sum := new(big.Rat)
		for _, row := range r.Rows {
			if !row.Share.Known() {
				return
			}
			printed, _ := new(big.Rat).SetString(row.Share.Percent(1))
			sum.Add(sum, printed)
		}
		want := "Percentages are rounded and add up to " + sum.FloatString(1) + "."
		if sum.Cmp(big.NewRat(100, 1)) == 0 {
			want = ""
		}
		if got := r.PercentNote(); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func TestParseCountReadsWhatCountPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Count{}
		if rapid.Bool().Draw(t, "known") {
			c = Of(rapid.IntRange(-999_999_999, 999_999_999).Draw(t, "n"))
		}
		if got, err := ParseCount(c.String()); err != nil || got != c {
			t.Fatalf("%v, %v read from %q", got, err, c.String())
		}
	})
}

// Whatever is typed is a count, unknown or refused with a reason: never
// another number than its digits say.
func TestParseCountOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("0123456789,  \u00a0\u2009\u202f.-−–x\t"))).Draw(t, "text")
		got, err := ParseCount(text)
		if err != nil {
			if got.Known() || err.Error() == "" {
				t.Fatalf("%v with %v", got, err)
			}
			return
		}
		digits := 0
		for _, r := range text {
			if r >= '0' && r <= '9' {
				digits = digits*10 + int(r-'0')
			}
		}
		if abs(got.n) != digits {
			t.Fatalf("%q is read as %v", text, got)
		}
	})
}

// No check and no line fails on any figures, and the codes are of the table,
// each at most once, errors first.
func TestChecksOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawContest(t)
		figure := rapid.OneOf(rapid.Just(Count{}), rapid.Map(rapid.IntRange(-5, 300), Of))
		for i := range c.Candidates {
			c.Candidates[i].Votes = figure.Draw(t, "votes")
		}
		c.Electorate, c.Verified, c.Rejected = figure.Draw(t, "e"), figure.Draw(t, "v"), figure.Draw(t, "r")
		c.Headings.TooMany, c.ReadOut.Majority = figure.Draw(t, "h"), figure.Draw(t, "m")
		c.Second = &Keying{Votes: map[string]Count{}, Verified: figure.Draw(t, "v again"), Rejected: figure.Draw(t, "r again")}
		for _, k := range c.Candidates {
			c.Second.Votes[k.ID] = figure.Draw(t, "votes again")
		}
		c.ReadOut.Turnout = rapid.SampledFrom([]string{"", "42.5", "x", "100"}).Draw(t, "read out")
		c.State = rapid.SampledFrom(append([]State{Uncontested, Countermanded, Postponed}, States...)).Draw(t, "state")
		if Balance(c) == "" {
			t.Fatal("no balance")
		}
		seen, warned := map[string]bool{}, false
		for _, k := range Checks(c) {
			if seen[k.Code] || k.Text == "" || k.Figures == "" || k.Level == Error && warned {
				t.Fatalf("a check is wrong: %+v", k)
			}
			seen[k.Code] = true
			warned = k.Level == Warning
		}
	})
}
