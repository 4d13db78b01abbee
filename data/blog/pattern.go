package blog

// A Moment of a count is something that an entry is usually written about.
type Moment string

// The moments. Those of a result are chosen by its figures, and several can
// hold of one result.
const (
	HoldMoment      Moment = "hold"
	GainMoment      Moment = "gain"
	WinMoment       Moment = "win"
	TieMoment       Moment = "tie"
	SplitMoment     Moment = "split"
	UnopposedMoment Moment = "unopposed"
	LandslideMoment Moment = "landslide"
	KnifeEdgeMoment Moment = "knife-edge"
	DepositsMoment  Moment = "deposits"
)

// A Pattern is a sentence, or a few, with slots where the figures go. Drafting
// an entry binds the slots to a contest; publishing it freezes them.
type Pattern struct {
	ID      string // its moment for a built-in one and what stands in its place, else an id
	Moment  Moment
	Contest string // id of the only contest it is for, empty for any
	Kicker  string
	Text    string // Markdown with slots: "{winner} has held the seat with a majority of {majority}."
}
