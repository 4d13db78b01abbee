package election

// A Scoreboard is what a night of contests adds up to. Only declared contests
// and those elected unopposed count.
type Scoreboard struct {
	Contests, Declared int // Declared counts those elected unopposed too
	Seats, Filled      int
	Valid              int        // valid votes of the declared contests
	Rows               []ScoreRow // most seats first, then votes, then name
}

// A ScoreRow is one party's line. Independents share one.
type ScoreRow struct {
	Party         Party
	Seats         int
	Gains, Losses int      // against each contest's primary baseline, where it has one
	Votes         int      // of all its candidates, in declared contests
	Share         Fraction // of Valid
	Change        Fraction // in Share, over those declared contests whose primary baseline has votes; unknown where there is none
	New           bool     // it has no predecessor in any primary baseline, and so no Change; never of independents
}
