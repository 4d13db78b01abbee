package blog

import (
	"slices"

	"nightdesk/data/election"
)

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

// builtIn are the patterns of a desk that has none of its own. They are right
// for one winner and for several, for one vote and for thousands.
var builtIn = []Pattern{
	{Moment: VerifiedMoment, Kicker: "Verified", Text: "Verification is done in {contest}: {verified} ballot papers go to the count."},
	{Moment: TurnoutMoment, Kicker: "Turnout", Text: "Turnout in {contest} is {turnout.papers:per cent}, by the ballot papers in the boxes."},
	{Moment: RecountMoment, Kicker: "Recount", Text: "A recount has been called in {contest}."},
	{Moment: ImminentMoment, Text: "The declaration in {contest} is expected shortly."},
	{Moment: ConcessionMoment, Text: "WHO has conceded in {contest}."},
	{Moment: SpeechMoment, Text: "> WORDS\n> — WHO"},
	{Moment: HoldMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) held {contest}. " + howClear},
	{Moment: GainMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) gained {contest} from {gain.from:prose}. " + howClear},
	{Moment: WinMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) won {contest}. " + howClear},
	{Moment: TieMoment, Kicker: "{outcome}", Text: "{tied} are level in {contest} with {tied.votes:votes} each. Elected so far: {elected}."},
	{Moment: SplitMoment, Kicker: "{outcome}", Text: "{elected} won seats in {contest}. " + howClear},
	{Moment: UnopposedMoment, Kicker: "{outcome}", Text: "Elected unopposed in {contest}: {elected}."},
	{Moment: LandslideMoment, Text: "It is a landslide."},
	{Moment: KnifeEdgeMoment, Text: "It could hardly be closer."},
	{Moment: DepositsMoment, Text: "The £500 deposit was lost by {lost:candidates}."},
}

// howClear tells how clear a win was. Sentences of it fall away where there
// was no lot, and nothing to measure a swing against.
const howClear = "The majority is {majority:votes}, {majority.share:per cent} of the {share.of}. " +
	"Lots were drawn, and they fell on {lot}. " +
	"The swing is {swing:points} from {swing.from:prose} to {swing.to:prose}. {swing.method}"

// Patterns are the patterns that a desk works with, in the order of a help
// page: the built-in ones, each with the desk's own of the same ID in its
// place, and then the desk's own others as they come.
func Patterns(own []Pattern) []Pattern {
	all := slices.Clone(builtIn)
	for i := range all {
		all[i].ID = string(all[i].Moment)
	}
	for _, p := range own {
		at := slices.IndexFunc(all, func(q Pattern) bool { return q.ID == p.ID })
		if at < 0 {
			all = append(all, p)
		} else {
			all[at] = p
		}
	}
	return all
}

// patternFor finds the pattern of a moment: the last one that is for this
// contest, else the last that is for any.
func patternFor(patterns []Pattern, m Moment, contest string) (found Pattern, ok bool) {
	for _, p := range patterns {
		if p.Moment == m && (p.Contest == contest || p.Contest == "" && found.Contest == "") {
			found, ok = p, true
		}
	}
	return found, ok
}

// Moments are the moments of a contest's public result: exactly one of how it
// ended, then one of how clear it was, if that is worth a word, then lost
// deposits, if there are any. There are none before the declaration, and none
// where the poll was countermanded or postponed.
//
// The house rule for how clear a result was: a majority under 2 per cent of
// the valid votes is a knife-edge, one of 20 per cent or more a landslide. In a
// contest for several seats, where each voter has as many votes, it is measured
// in the valid votes divided by the seats. Neither holds of a tie that no lot
// has settled.
func Moments(c election.Contest) []Moment {
	if !c.IsPublic(election.Votes) && c.State != election.Uncontested {
		return nil
	}
	r := election.Compute(c.Public())
	ended, ok := endings[r.Outcome().Kind]
	if !ok {
		return nil
	}
	moments := []Moment{ended}
	if clear := clearness(r); clear != "" && ended != TieMoment {
		moments = append(moments, clear)
	}
	if r.DepositsLost.Or(0) > 0 {
		moments = append(moments, DepositsMoment)
	}
	return moments
}

var endings = map[election.OutcomeKind]Moment{
	election.Hold: HoldMoment, election.Gain: GainMoment, election.Win: WinMoment,
	election.Tie: TieMoment, election.Split: SplitMoment, election.Unopposed: UnopposedMoment,
}

// clearness applies the house rule to a majority.
func clearness(r election.Result) Moment {
	majority, known := r.Majority.Get()
	valid := r.Valid.Or(0)
	switch majority *= 100 * max(r.Contest.Seats, 1); {
	case !known || valid <= 0:
		return ""
	case majority < 2*valid:
		return KnifeEdgeMoment
	case majority >= 20*valid:
		return LandslideMoment
	}
	return ""
}
