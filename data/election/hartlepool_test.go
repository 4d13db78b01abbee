package election

import "testing"

// party is a party of the built-in table; "" is an independent.
func party(id string) Party {
	if id == "" {
		return Independent
	}
	p, ok := PartyByID(id)
	if !ok {
		return Party{ID: id, Name: id, Short: id}
	}
	return p
}

// stood is a candidate whose id is the surname.
func stood(forenames, surname, id string, votes int) Candidate {
	return Candidate{ID: surname, Forenames: forenames, Surname: surname, Party: party(id), Votes: Of(votes)}
}

// hartlepool2021 is the by-election of 6 May 2021, in ballot-paper order, with
// the general election of 2019 as its baseline.
func hartlepool2021() Contest {
	return Contest{
		ID: "hartlepool", Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06", Kind: Parliamentary, Seats: 1,
		State: Declared, Revision: 1, Electorate: Of(70768), Verified: Of(30115), Rejected: Of(182),
		ReadOut: ReadOut{Turnout: "42.55", Majority: Of(6940)},
		Candidates: []Candidate{
			stood("David", "Bettney", "PP243", 104),
			stood("Hilton", "Dawson", "PP2303", 163),
			stood("Gemma", "Evans", "PP2755", 140),
			stood("Rachel", "Featherstone", "PP63", 358),
			stood("The Incredible", "Flying Brick", "PP66", 108),
			stood("Adam", "Gaines", "", 126),
			stood("Andrew", "Hagon", "PP90", 349),
			stood("Steve", "Jack", "PP12667", 72),
			stood("Chris", "Killick", "", 248),
			stood("Sam", "Lee", "", 2904),
			stood("Claire", "Martin", "PP12550", 468),
			stood("Jill", "Mortimer", "PP52", 15529),
			stood("John", "Prescott", "PP7931", 368),
			stood("Thelma", "Walker", "", 250),
			stood("W. Ralph", "Ward-Jackson", "", 157),
			stood("Paul", "Williams", "PP53", 8589),
		},
		Baselines: []Baseline{baselineOf(hartlepool2019(), "2019 general election")},
	}
}

// hartlepool2019 is the general election of 12 December 2019 against that of
// 8 June 2017.
func hartlepool2019() Contest {
	return Contest{
		ID: "hartlepool-2019", Name: "Hartlepool", Date: "2019-12-12", Kind: Parliamentary, Seats: 1,
		State: Declared, Revision: 1, Electorate: Of(70855), Rejected: Of(119),
		Candidates: []Candidate{
			stood("Joe", "Bousfield", "", 911),
			stood("Kevin", "Cranney", "PP73", 494),
			stood("Andy", "Hagon", "PP90", 1696),
			stood("Mike", "Hill", "PP53", 15464),
			stood("Stefan", "Houghton", "PP52", 11869),
			stood("Richard", "Tice", "PP7931", 10603),
		},
		Baselines: []Baseline{{
			ID: "2017", Name: "2017 general election", Date: "2017-06-08", Seats: 1,
			Electorate: Of(70718), Rejected: Of(86),
			Candidates: []Candidate{
				stood("Phillip", "Broughton", "PP85", 4801),
				stood("Andy", "Hagon", "PP90", 746),
				stood("Mike", "Hill", "PP53", 21969),
				stood("Carl", "Jackson", "PP52", 14319),
			},
		}},
	}
}

// baselineOf turns a result into what a later one is compared with.
func baselineOf(c Contest, name string) Baseline {
	return Baseline{ID: c.ID, Name: name, Date: c.Date, Seats: c.Seats, Electorate: c.Electorate,
		Verified: c.Verified, Rejected: c.Rejected, Candidates: c.Candidates}
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestHartlepool2021(t *testing.T) {
	r := Compute(hartlepool2021())
	equal(t, "keyed", r.Keyed, 29933)
	equal(t, "missing", r.Missing, 0)
	equal(t, "valid votes", r.Valid, Of(29933))
	equal(t, "papers counted", r.Papers, Of(30115))
	equal(t, "majority", r.Majority, Of(6940))
	equal(t, "majority in per cent", r.MajorityShare.Percent(1), "23.2")
	equal(t, "turnout by valid votes", r.TurnoutValid.Percent(1), "42.3")
	equal(t, "turnout by papers", r.TurnoutPapers.Percent(2), "42.55")
	equal(t, "deposits lost", r.DepositsLost, Of(13))
	equal(t, "deposit line", r.DepositLine(), "1,496.65")
	equal(t, "note", r.PercentNote(), "Percentages are rounded and add up to 99.9.")

	p := r.Primary()
	equal(t, "outcome", p.Outcome.String(), "Con gain from Lab")
	equal(t, "outcome of the result", r.Outcome(), p.Outcome)
	equal(t, "turnout change", p.TurnoutChange.Signed(1), "−15.6")
	equal(t, "swing from", p.Swing.From.Short, "Lab")
	equal(t, "swing to", p.Swing.To.Short, "Con")
	equal(t, "Butler swing", p.Swing.Butler.Percent(1), "16.0")
	equal(t, "Steed swing", p.Swing.Steed.Percent(2), "20.96")
	equal(t, "rise for the governing party", r.Rows[0].Change().Points.Signed(2), "+22.96")
	equal(t, "checks", len(Checks(hartlepool2021())), 0)
}

// Every row as a paper prints it. From printed shares the Liberal Democrats
// would be down 2.9.
func TestHartlepool2021Rows(t *testing.T) {
	rows := []struct {
		surname, votes, share, change string
		kept                          bool
	}{
		{"Mortimer", "15,529", "51.9", "+23.0", true},
		{"Williams", "8,589", "28.7", "−9.0", true},
		{"Lee", "2,904", "9.7", "new", true},
		{"Martin", "468", "1.6", "new", false},
		{"Prescott", "368", "1.2", "−24.6", false},
		{"Featherstone", "358", "1.2", "new", false},
		{"Hagon", "349", "1.2", "−3.0", false},
		{"Walker", "250", "0.8", "new", false},
		{"Killick", "248", "0.8", "new", false},
		{"Dawson", "163", "0.5", "new", false},
		{"Ward-Jackson", "157", "0.5", "new", false},
		{"Evans", "140", "0.5", "new", false},
		{"Gaines", "126", "0.4", "new", false},
		{"Flying Brick", "108", "0.4", "new", false},
		{"Bettney", "104", "0.3", "new", false},
		{"Jack", "72", "0.2", "new", false},
	}
	r := Compute(hartlepool2021())
	if len(r.Rows) != len(rows) {
		t.Fatalf("%d rows, want %d", len(r.Rows), len(rows))
	}
	for i, want := range rows {
		row := r.Rows[i]
		equal(t, "candidate in place", row.Candidate.Surname, want.surname)
		equal(t, want.surname+"'s votes", row.Candidate.Votes.String(), want.votes)
		equal(t, want.surname+"'s share", row.Share.Percent(1), want.share)
		equal(t, want.surname+"'s change", printed(row.Change()), want.change)
		equal(t, want.surname+"'s rank", row.Rank, i+1)
		equal(t, want.surname+" elected", row.Elected, i == 0)
		equal(t, want.surname+"'s deposit lost", *row.DepositLost, !want.kept)
	}
}

// printed is a change as a table prints it.
func printed(c Change) string {
	if c.New {
		return "new"
	}
	return c.Points.Signed(1)
}

func TestHartlepool2019(t *testing.T) {
	r := Compute(hartlepool2019())
	equal(t, "valid votes", r.Valid, Of(41037))
	equal(t, "papers counted", r.Papers, Of(41156))
	equal(t, "majority", r.Majority, Of(3595))
	equal(t, "majority in per cent", r.MajorityShare.Percent(1), "8.8")
	equal(t, "turnout", r.TurnoutValid.Percent(1), "57.9")
	p := r.Primary()
	equal(t, "outcome", p.Outcome.String(), "Lab hold")
	equal(t, "swing from", p.Swing.From.Short, "Lab")
	equal(t, "swing to", p.Swing.To.Short, "Con")
	equal(t, "Butler swing", p.Swing.Butler.Percent(2), "4.76")
	equal(t, "Butler swing to one decimal", p.Swing.Butler.Percent(1), "4.8")
	shares := map[string][2]string{
		"Hill": {"37.7", "−14.8"}, "Houghton": {"28.9", "−5.3"}, "Tice": {"25.8", "new"},
		"Hagon": {"4.1", "+2.3"}, "Bousfield": {"2.2", "new"}, "Cranney": {"1.2", "new"},
	}
	for _, row := range r.Rows {
		want := shares[row.Candidate.Surname]
		equal(t, row.Candidate.Surname+"'s share", row.Share.Percent(1), want[0])
		equal(t, row.Candidate.Surname+"'s change", printed(row.Change()), want[1])
	}
}

// While votes come in nothing that needs all of them is shown, and what is
// keyed is ranked.
func TestHartlepoolHalfKeyed(t *testing.T) {
	c := hartlepool2021()
	c.State = Counting
	c.Rejected = Count{}
	for _, i := range []int{12, 13, 14, 15} {
		c.Candidates[i].Votes = Count{}
	}
	r := Compute(c)
	equal(t, "keyed", r.Keyed, 20569)
	equal(t, "missing", r.Missing, 4)
	equal(t, "valid votes known", r.Valid.Known(), false)
	equal(t, "papers counted known", r.Papers.Known(), false)
	equal(t, "majority known", r.Majority.Known(), false)
	equal(t, "turnout by valid votes", r.TurnoutValid.Percent(1), "n/a")
	equal(t, "turnout by papers", r.TurnoutPapers.Percent(2), "42.55")
	equal(t, "outcome", r.Outcome().String(), "")
	equal(t, "swing", r.Primary().Swing, (*Swing)(nil))
	equal(t, "deposits lost known", r.DepositsLost.Known(), false)
	equal(t, "deposit line", r.DepositLine(), "")
	equal(t, "note", r.PercentNote(), "")
	equal(t, "first", r.Rows[0].Candidate.Surname, "Mortimer")
	equal(t, "twelfth", r.Rows[11].Candidate.Surname, "Jack")
	equal(t, "first without votes", r.Rows[12].Candidate.Surname, "Prescott")
	for i, row := range r.Rows {
		equal(t, row.Candidate.Surname+"'s share", row.Share.Percent(1), "n/a")
		equal(t, row.Candidate.Surname+" elected", row.Elected, false)
		equal(t, row.Candidate.Surname+"'s deposit", row.DepositLost, (*bool)(nil))
		if i < 12 {
			equal(t, row.Candidate.Surname+"'s rank", row.Rank, i+1)
		} else {
			equal(t, row.Candidate.Surname+"'s rank", row.Rank, 0)
		}
	}
	equal(t, "Lee is new before a vote is in", Compute(c).Rows[1].Change().New, true)
}
