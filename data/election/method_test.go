package election

import "testing"

// threeSeats is a ward with three candidates of Labour, two Conservatives and
// an independent, after a poll of three of Labour and one Conservative.
func threeSeats(m Method) Contest {
	c := ward(
		stood("A", "Ash", "PP52", 1300), stood("B", "Birch", "PP53", 1500), stood("C", "Cedar", "PP53", 1400),
		stood("D", "Deal", "PP53", 1200), stood("E", "Elm", "PP52", 1100), stood("F", "Fir", "", 500))
	c.Method = m
	c.Baselines = []Baseline{{Name: "2017", Seats: 3, Candidates: []Candidate{
		stood("B", "Birch", "PP53", 1000), stood("C", "Cedar", "PP53", 900), stood("D", "Deal", "PP53", 800), stood("A", "Ash", "PP52", 600),
	}}}
	return c
}

// Both sides are measured by the contest's method: by top vote 1,500 and 1,300
// of 3,300 after 1,000 and 600; on average 1,366⅔ and 1,200 of 3,066⅔ after
// 900 and 600; in sum 4,100 and 2,400 of 7,000 after 2,700 and 600.
func TestMethods(t *testing.T) {
	for _, k := range []struct {
		method                         Method
		lab, labChange, con, conChange string
		ind, swing, note               string
	}{
		{"", "45.5", "−17.0", "39.4", "+1.9", "15.2", "6.0", "Party shares by top vote: each party’s best candidate."},
		{TopVote, "45.5", "−17.0", "39.4", "+1.9", "15.2", "6.0", "Party shares by top vote: each party’s best candidate."},
		{AverageVote, "44.6", "−15.4", "39.1", "−0.9", "16.3", "4.6", "Party shares by average: the mean of each party’s candidates."},
		{SumVote, "58.6", "−23.2", "34.3", "+16.1", "7.1", "16.9", "Party shares by sum: all votes of each party’s candidates."},
	} {
		t.Run(string(k.method), func(t *testing.T) {
			c := threeSeats(k.method)
			r := Compute(c)
			equal(t, "note", r.MethodNote(), k.note)
			equal(t, "Labour", r.Rows[0].PartyShare.Percent(1), k.lab)
			equal(t, "Labour's change", printed(r.Rows[0].Change()), k.labChange)
			equal(t, "the Conservatives", r.Rows[2].PartyShare.Percent(1), k.con)
			equal(t, "their change", printed(r.Rows[2].Change()), k.conChange)
			equal(t, "the independent", r.Rows[5].PartyShare.Percent(1), k.ind)
			equal(t, "Labour's second candidate", r.Rows[1].PartyShare.Known() || r.Rows[1].Change() != Change{}, false)
			equal(t, "a candidate's own share, whatever the method", r.Rows[0].Share.Percent(1), "21.4")

			c.Candidates[0].Votes = Of(1000)
			s := Compute(c).Primary().Swing
			equal(t, "swing on a clean sweep, from", s.From.Short, "Lab")
			equal(t, "swing", s.Butler.Percent(1), k.swing)
		})
	}
}

// With one seat there is one candidate a party, and no method to name; a
// baseline that filled several brings one in.
func TestMethodOfOneSeat(t *testing.T) {
	for _, m := range []Method{"", TopVote, AverageVote, SumVote} {
		c := hartlepool2021()
		c.Method = m
		r := Compute(c)
		equal(t, "note", r.MethodNote(), "")
		equal(t, "change", r.Rows[0].Change().Points.Signed(2), "+22.96")
		equal(t, "party share", r.Rows[0].PartyShare.Cmp(r.Rows[0].Share), 0)
	}
	c := threeSeats(AverageVote)
	c.Seats, c.Candidates = 1, []Candidate{stood("B", "Birch", "PP53", 600), stood("A", "Ash", "PP52", 400)}
	r := Compute(c)
	equal(t, "a by-election for one of three seats: 60% after 900 of 1,500", printed(r.Rows[0].Change()), "0.0")
	equal(t, "names how the three were measured", r.MethodNote(), "Party shares by average: the mean of each party’s candidates.")
	c.State = Uncontested
	equal(t, "no shares, no note", Compute(c).MethodNote(), "")
}

func TestSharesSayOfWhat(t *testing.T) {
	equal(t, "one seat", Compute(hartlepool2021()).ShareOf(), "valid votes")
	equal(t, "three seats", Compute(threeSeats("")).ShareOf(), "votes cast")
}
