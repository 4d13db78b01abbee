package blog

// A Moment of a count is something that an entry is usually written about.
type Moment string

// The moments. Those of the count's course and of the night are chosen by a
// person, those of a result by its figures, and several can hold of one result.
const (
	VerifiedMoment   Moment = "verified"
	TurnoutMoment    Moment = "turnout"
	RecountMoment    Moment = "recount"
	ImminentMoment   Moment = "declaration imminent"
	ConcessionMoment Moment = "concession"
	SpeechMoment     Moment = "speech"

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
	Kicker  string // with slots, which are filled in when the entry is drafted
	Text    string // Markdown with slots: "{winner} has held the seat with a majority of {majority}."
}
