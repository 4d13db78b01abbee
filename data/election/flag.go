package election

// A FlagKind is a kind of news about a contest that is not a figure of it.
type FlagKind string

// The kinds of flag.
const (
	Rush     FlagKind = "rush"     // the winner, without the numbers
	Call     FlagKind = "call"     // the desk's own word on who has won
	Estimate FlagKind = "estimate" // what somebody expects
)

// FlagKinds lists the kinds in the order that a desk shows them.
var FlagKinds = []FlagKind{Rush, Call, Estimate}

// A Flag is such news as the desk holds it. It never enters a total and never
// overwrites a result.
type Flag struct {
	Kind      FlagKind
	Candidate string // id of the one named as the winner, empty where none is
	Words     string // as the desk puts it: "Con ahead by about 6,000"; may be empty where a candidate is named
	Source    string // who says so; never empty
	Author    string // id of who set it
	When      int64  // when it was set, UTC milliseconds
	Public    bool   // whether the desk has published it
}

// published is the flags that the desk has published; the slice is new.
func published(flags []Flag) []Flag {
	var public []Flag
	for _, f := range flags {
		if f.Public {
			public = append(public, f)
		}
	}
	return public
}
