package election

// A Result is every figure of one contest, computed from what is known. A
// figure that needs something unknown is itself unknown.
type Result struct {
	Contest Contest

	Keyed   int // votes keyed so far, the sum over candidates that have votes
	Missing int // candidates whose votes are not known yet

	Valid    Count // valid votes; known once every candidate's votes are
	Papers   Count // papers counted: valid + rejected (single seat only)
	Majority Count // last elected minus best not elected; 0 on a tie at the cut

	MajorityShare Fraction // majority as a fraction of valid votes
	TurnoutValid  Fraction // valid votes / electorate; single seat only
	TurnoutPapers Fraction // papers verified, else counted / electorate

	Rows        []Row        // by votes, most first; those without votes last, in ballot-paper order
	Comparisons []Comparison // one a baseline, in the contest's order

	DepositsLost Count // unknown outside parliamentary contests
}

// A Row is one candidate's line of a result.
type Row struct {
	Candidate   Candidate
	Share       Fraction // the candidate's, of what Result.ShareOf says; unknown until every vote is in
	PartyShare  Fraction // the party's, as Change takes it, on the row that carries it; unknown on its other rows
	Rank        int      // 1 is first; ties share a rank unless parted by lot; 0 where votes are unknown
	Elected     bool
	DepositLost *bool    // nil where there is no deposit or no total yet
	Changes     []Change // one a baseline, as Result.Comparisons
}

// A Change is a party's share against its share in a baseline.
//
// With one seat that is the candidate's share of the valid votes. With more, on
// either side, the party's share is taken by the contest's method, the same on
// both sides: the votes of its best candidate, the mean of its candidates' or
// their sum, over what the method gives every party together, with each
// independent as a party of its own. Result.MethodNote names the method. The
// row of the party's best candidate carries the change; the rows of its others
// have neither a figure nor New.
//
// Parties match by id and, where no id does, by the contest's chains: a chain
// is passed over where the old party itself stands now or the new one already
// stood then. Independents are never chained.
type Change struct {
	Points Fraction // percentage points, from unrounded shares
	New    bool     // the party did not stand in the baseline, or an independent
}

// A Comparison is a result against one baseline.
type Comparison struct {
	Baseline      Baseline
	Outcome       Outcome
	TurnoutChange Fraction // by valid votes on both sides; by papers where either side filled several seats
	Swing         *Swing   // nil where either party did not stand at both, or two share the runner-up's place
}

// A Swing is printed positive, from one party to another. The party shares are
// those of Change, and the parties are named as they stand now. The direction is Butler's, and the rare time that Steed's
// disagrees Steed is negative.
type Swing struct {
	From, To Party
	Butler   Fraction // in shares of all valid votes
	Steed    Fraction // in shares of the two parties' votes
}
