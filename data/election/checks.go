package election

import "strings"

// Checks is everything that the desk notices about a contest: errors first,
// then warnings, each in a fixed order and at most one of each code. A check
// that the contest has an answer to carries it, as long as the figures it was
// given for still stand and, for an error, a reason is given. The sentences
// hold figures under embargo and are for the desk alone.
func Checks(c Contest) []Check {
	e := evidence{c: c, p: c.poll(), r: Compute(c)}
	checks := []Check{}
	for _, rule := range rules {
		if !c.State.polled() && !rule.unpolled {
			continue
		}
		text, figures := rule.find(e)
		if text == "" {
			continue
		}
		check := Check{Level: rule.level, Code: rule.code, Text: text, Figures: figures}
		check.Answer = answerTo(check, c.Answers)
		checks = append(checks, check)
	}
	return checks
}

// Blocked is the errors that are not overridden: they stand in the way of a
// declaration.
func Blocked(checks []Check) []Check {
	var blocked []Check
	for _, k := range checks {
		if k.Level == Error && k.Open() {
			blocked = append(blocked, k)
		}
	}
	return blocked
}

// answerTo finds the newest answer that still holds.
func answerTo(k Check, answers []Answer) *Answer {
	for i := len(answers) - 1; i >= 0; i-- {
		a := answers[i]
		if a.Code != k.Code || a.Figures != k.Figures {
			continue
		}
		if k.Level == Error && strings.TrimSpace(a.Reason) == "" {
			continue
		}
		return &a
	}
	return nil
}

// A rule finds one kind of problem. It gives a sentence for a person and the
// figures that the sentence rests on, or "" where there is nothing to say.
type rule struct {
	level    Level
	code     string
	unpolled bool // holds for contests without a poll too
	find     func(evidence) (text, figures string)
}

// rules is the one table of what a desk checks.
var rules = []rule{
	{Error, "candidate-twice", true, candidateTwice},
	{Error, "elected-not-seats", true, electedNotSeats},
	{Error, VotesMissing, false, votesMissing},
	{Error, "figures-negative", false, figuresNegative},
	{Error, PapersUnbalanced, false, papersUnbalanced},
	{Error, "votes-exceed-papers", false, votesExceedPapers},
	{Error, "votes-below-papers", false, votesBelowPapers},
	{Error, "candidate-exceeds-papers", false, candidateExceedsPapers},
	{Error, "papers-exceed-electorate", false, papersExceedElectorate},
	{Error, "headings-unbalanced", false, headingsUnbalanced},
	{Error, "turnout-differs", false, turnoutDiffers},
	{Error, "majority-differs", false, majorityDiffers},
	{Error, TieWithoutLot, false, tieWithoutLot},
	{Error, LotWithoutTie, false, lotWithoutTie},
	{Error, SecondDiffers, false, secondDiffers},
	{Error, "party-two-ids", false, partyUnderTwoIDs},

	{Warning, "rejected-high", false, rejectedHigh},
	{Warning, "rejected-blank", false, rejectedBlank},
	{Warning, "turnout-unusual", false, turnoutUnusual},
	{Warning, "change-large", false, changeLarge},
	{Warning, "share-large", false, shareLarge},
	{Warning, "same-number", false, sameNumber},
	{Warning, "neighbours-swapped", false, neighboursSwapped},
	{Warning, "electorate-moved", false, electorateMoved},
	{Warning, "party-short-twice", false, partiesOfOneShortName},
}
