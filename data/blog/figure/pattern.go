package figure

import (
	"slices"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// builtIn are the patterns of a desk that has none of its own. They are right
// for one winner and for several, for one vote and for thousands.
var builtIn = []blog.Pattern{
	{Moment: blog.VerifiedMoment, Kicker: "Verified", Text: "Verification is done in {contest}: {verified} ballot papers go to the count."},
	{Moment: blog.TurnoutMoment, Kicker: "Turnout", Text: "Turnout in {contest} is {turnout.papers:per cent}, by the ballot papers in the boxes."},
	{Moment: blog.RecountMoment, Kicker: "Recount", Text: "A recount has been called in {contest}."},
	{Moment: blog.ImminentMoment, Text: "The declaration in {contest} is expected shortly."},
	{Moment: blog.ConcessionMoment, Text: "WHO has conceded in {contest}."},
	{Moment: blog.SpeechMoment, Text: "> WORDS\n> — WHO"},
	{Moment: blog.HoldMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) held {contest}. " + howClear},
	{Moment: blog.GainMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) gained {contest} from {gain.from:prose}. " + howClear},
	{Moment: blog.WinMoment, Kicker: "{outcome}", Text: "{winner} ({winner.party}) won {contest}. " + howClear},
	{Moment: blog.TieMoment, Kicker: "{outcome}", Text: "{tied} are level in {contest} with {tied.votes:votes} each. Elected so far: {elected}."},
	{Moment: blog.SplitMoment, Kicker: "{outcome}", Text: "{elected} won seats in {contest}. " + howClear},
	{Moment: blog.UnopposedMoment, Kicker: "{outcome}", Text: "Elected unopposed in {contest}: {elected}."},
	{Moment: blog.LandslideMoment, Text: "It is a landslide."},
	{Moment: blog.KnifeEdgeMoment, Text: "It could hardly be closer."},
	{Moment: blog.DepositsMoment, Text: "The £500 deposit was lost by {lost:candidates}."},
}

// howClear tells how clear a win was. Sentences of it fall away where there
// was no lot, and nothing to measure a swing against.
const howClear = "The majority is {majority:votes}, {majority.share:per cent} of the {share.of}. " +
	"Lots were drawn, and they fell on {lot}. " +
	"The swing is {swing:points} from {swing.from:prose} to {swing.to:prose}. {swing.method}"

// Patterns are the patterns that a desk works with, in the order of a help
// page: the built-in ones, each with the desk's own of the same ID in its
// place, and then the desk's own others as they come.
func Patterns(own []blog.Pattern) []blog.Pattern {
	all := slices.Clone(builtIn)
	for i := range all {
		all[i].ID = string(all[i].Moment)
	}
	for _, p := range own {
		at := slices.IndexFunc(all, func(q blog.Pattern) bool { return q.ID == p.ID })
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
func patternFor(patterns []blog.Pattern, m blog.Moment, contest string) (found blog.Pattern, ok bool) {
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
func Moments(c election.Contest) []blog.Moment {
	if !c.IsPublic(election.Votes) && c.State != election.Uncontested {
		return nil
	}
	r := election.Compute(c.Public())
	ended, ok := endings[r.Outcome().Kind]
	if !ok {
		return nil
	}
	moments := []blog.Moment{ended}
	if clear := clearness(r); clear != "" && ended != blog.TieMoment {
		moments = append(moments, clear)
	}
	if r.DepositsLost.Or(0) > 0 {
		moments = append(moments, blog.DepositsMoment)
	}
	return moments
}

var endings = map[election.OutcomeKind]blog.Moment{
	election.Hold: blog.HoldMoment, election.Gain: blog.GainMoment, election.Win: blog.WinMoment,
	election.Tie: blog.TieMoment, election.Split: blog.SplitMoment, election.Unopposed: blog.UnopposedMoment,
}

// clearness applies the house rule to a majority.
func clearness(r election.Result) blog.Moment {
	majority, known := r.Majority.Get()
	valid := r.Valid.Or(0)
	switch majority *= 100 * max(r.Contest.Seats, 1); {
	case !known || valid <= 0:
		return ""
	case majority < 2*valid:
		return blog.KnifeEdgeMoment
	case majority >= 20*valid:
		return blog.LandslideMoment
	}
	return ""
}
