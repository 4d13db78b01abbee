package election

// A History is how a party, or parties in one position such as government,
// fared in past contests. Its rows are keyed or imported by a desk.
type History struct {
	Title string // "By-elections: change in the governing party’s share"
	Scope string // what the list covers, so that a record can be claimed of it: "all since 2010"
	AsOf  Date   // the day it was true
	Rows  []Past // oldest first
}

// A Past is one contest of a history.
type Past struct {
	Name   string
	Date   Date
	Party  Party
	Points Fraction // change in the party's share: 0.2296 is 22.96 percentage points
	Gain   bool     // whether the party gained the seat
	Named  bool     // whether a chart names it
	Source string   // never empty
}
