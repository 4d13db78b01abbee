package election

import "testing"

// Slips that were really made, each with the check that would have stopped
// it. Where the full table is not on record the candidates are made up to fit
// the figures that are.

// Sheffield Brightside and Hillsborough, 5 May 2016: the official file has
// 14,987 for the winner's 14,087.
func TestSlipSheffieldBrightside(t *testing.T) {
	c := Contest{Kind: Parliamentary, Seats: 1, State: Declared, Electorate: Of(68439), Verified: Of(22700), Rejected: Of(119),
		ReadOut: ReadOut{Majority: Of(9590)},
		Candidates: []Candidate{
			stood("Gill", "Furniss", "PP53", 14087), stood("Steven", "Winstone", "PP85", 4497),
			stood("Shaffaq", "Mohammed", "PP90", 1385), stood("Spencer", "Pitfield", "PP52", 1267),
			stood("Christine", "Gilligan Kubo", "PP63", 938), stood("Stevie", "Manion", "PP2120", 349),
			stood("Bobby", "Smith", "PP2616", 58),
		}}
	equal(t, "valid votes", Compute(c).Valid, Of(22581))
	equal(t, "checks of the true figures", len(Checks(c)), 0)
	c.Candidates[0].Votes = Of(14987)
	wantChecks(t, c, "papers-unbalanced", "majority-differs")
}

// Putney, 4 July 2024: 6,558 votes were left out. Turnout came to 59 per cent
// where verification had said 68.
func TestSlipPutney(t *testing.T) {
	const electorate, papers = 72880, 49558
	c := Contest{Kind: Parliamentary, Seats: 1, State: Provisional, Electorate: Of(electorate), Verified: Of(papers), Rejected: Of(200),
		ReadOut: ReadOut{Turnout: "68"},
		Candidates: []Candidate{
			stood("A", "Ash", "PP53", 24113), stood("B", "Birch", "PP52", 11625), stood("C", "Cedar", "PP90", 13620),
		}}
	equal(t, "checks of the true figures", len(Checks(c)), 0)
	c.Candidates[0].Votes = Of(24113 - 3558)
	c.Candidates[1].Votes = Of(11625 - 3000)
	check := wantChecks(t, c, "papers-unbalanced")
	equal(t, "sentence", check.Text, "42,800 valid + 200 rejected = 43,000 papers counted, but 49,558 were verified: 6,558 papers unaccounted for.")
	c.Verified = Count{}
	equal(t, "turnout by what was counted", Compute(c).TurnoutPapers.Percent(0), "59")
	wantChecks(t, c, "turnout-differs")
}

// Nelson, May 2023: two candidates' votes were transposed and the wrong one
// was declared. Every sum and the majority stay as they were, so that no
// arithmetic can tell; the second keying does, and says what happened.
func TestSlipNelson(t *testing.T) {
	c := ward(stood("A", "Ash", "PP53", 540), stood("B", "Birch", "PP52", 610), stood("C", "Cedar", "PP90", 120))
	c.Seats, c.Verified, c.Rejected, c.Electorate = 1, Of(1280), Of(10), Of(4000)
	c.ReadOut.Majority = Of(70)
	sheet := keyedAgain(c)
	transposed := c
	transposed.Candidates = []Candidate{c.Candidates[0], c.Candidates[1], c.Candidates[2]}
	a, b := &transposed.Candidates[0].Votes, &transposed.Candidates[1].Votes
	*a, *b = *b, *a
	equal(t, "who is declared", Compute(transposed).Rows[0].Candidate.Surname, "Ash")
	equal(t, "balance", Balance(transposed), Balance(c))
	equal(t, "checks of figures keyed once", len(Checks(transposed)), 0)
	transposed.Second = sheet
	check := wantChecks(t, transposed, SecondDiffers, "neighbours-swapped")
	equal(t, "sentence", check.Text, "The second keying differs from the first: A Ash 610 and then 540, B Birch 540 and then 610.")
	equal(t, "it cannot be declared", len(Blocked(Checks(transposed))), 1)
	*a, *b = *b, *a
	equal(t, "checks once put right", len(Checks(transposed)), 0)
}

// Where a transposition makes a landslide, the baseline tells without a second
// keying.
func TestSlipNelsonAgainstABaseline(t *testing.T) {
	c := ward(stood("A", "Ash", "PP53", 610), stood("B", "Birch", "PP52", 540), stood("C", "Cedar", "PP90", 120))
	c.Seats, c.Verified, c.Rejected = 1, Of(1280), Of(10)
	c.Baselines = []Baseline{{Name: "2019", Candidates: []Candidate{
		stood("A", "Ash", "PP53", 200), stood("B", "Birch", "PP52", 850), stood("C", "Cedar", "PP90", 100),
	}}}
	wantChecks(t, c, "change-large")
}

// Forest Hill, May 2014: 1,708 was entered for two candidates of a ward.
func TestSlipForestHill(t *testing.T) {
	c := ward(stood("A", "Ash", "PP53", 1708), stood("B", "Birch", "PP53", 1708), stood("C", "Cedar", "PP53", 1601), stood("D", "Deal", "PP90", 702))
	check := wantChecks(t, c, "same-number")
	equal(t, "sentence", check.Text, "The same number stands in more than one place: 1,708 for A Ash and B Birch.")
	c.Candidates[1].Votes = Of(1651)
	equal(t, "checks once corrected", len(Checks(c)), 0)
}

// Highworth, May 2019: over 3,000 votes for each winner out of 2,477 papers.
func TestSlipHighworth(t *testing.T) {
	c := ward(stood("A", "Ash", "PP52", 3105), stood("B", "Birch", "PP52", 3021), stood("C", "Cedar", "PP53", 611), stood("D", "Deal", "PP53", 502))
	c.Seats, c.Verified, c.Electorate = 2, Of(2477), Of(6400)
	check := wantChecks(t, c, "candidate-exceeds-papers")
	equal(t, "sentence", check.Text, "More votes than the 2,477 papers verified: A Ash 3,105, B Birch 3,021.")
	wantChecks(t, c, "votes-exceed-papers")
	c.Candidates[0].Votes, c.Candidates[1].Votes = Of(1605), Of(1521)
	equal(t, "checks once corrected", len(Checks(c)), 0)
}

// Conisbrough, May 2021: the electorate of 12,222 was typed as the number of
// papers, and no electorate with it. Three seats were filled by 7,475 votes;
// the turnout of 25.23 per cent makes 3,084 papers.
func TestSlipConisbrough(t *testing.T) {
	c := Contest{Kind: Local, Seats: 3, State: Declared, Verified: Of(12222), Rejected: Of(15), ReadOut: ReadOut{Turnout: "25.23"},
		Candidates: []Candidate{
			stood("Lani-Mae", "Ball", "PP53", 2126), {ID: "Ball again", Forenames: "Nigel", Surname: "Ball", Party: party("PP53"), Votes: Of(2102)}, stood("Ian", "Pearson", "PP53", 1560),
			stood("Christine Yvonne", "Allen", "PP52", 610), stood("Jacqueline", "Isaacs", "PP52", 403), stood("Matthew Grant", "Wood", "PP63", 256),
			stood("Lee", "Trow", "PP804", 251), stood("Doreen", "Woodhouse", "PP52", 167),
		}}
	check := wantChecks(t, c, "votes-below-papers")
	equal(t, "sentence", check.Text, "7,475 votes are too few for 12,222 papers verified and 15 rejected: every other paper carries at least one.")
	c.Electorate = Of(12222)
	wantChecks(t, c, "same-number", "turnout-unusual", "turnout-differs")
	c.Verified = Of(3084)
	equal(t, "checks once corrected", len(Checks(c)), 0)
}

// A tie at 1,405 for the last of three seats cannot be declared without a lot.
func TestSlipTieAtTheCut(t *testing.T) {
	c := ward(stood("A", "Ash", "PP52", 1405), stood("B", "Birch", "PP53", 1500), stood("C", "Cedar", "PP53", 1450), stood("D", "Deal", "PP53", 1405))
	check := wantChecks(t, c, "tie-without-lot")
	equal(t, "sentence", check.Text, "A Ash and D Deal have 1,405 votes each for 1 seat: draw lots and record who was drawn.")
	c.Lot = []string{"Ash", "Deal"}
	check = wantChecks(t, c, "tie-without-lot")
	equal(t, "sentence", check.Text, "A Ash and D Deal have 1,405 votes each for 1 seat: the lot recorded does not name exactly that many of them.")
	c.Lot = []string{"Deal"}
	equal(t, "errors after the lot", len(Blocked(Checks(c))), 0)
}

// wantChecks wants the codes among the open checks and returns the first.
func wantChecks(t *testing.T, c Contest, codes ...string) Check {
	t.Helper()
	for _, code := range codes {
		if _, ok := raised(c, code); !ok {
			t.Fatalf("%s is not raised; there are %v", code, Checks(c))
		}
	}
	first, _ := raised(c, codes[0])
	return first
}
