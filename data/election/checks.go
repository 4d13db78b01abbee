package election

import (
	"fmt"
	"strings"
)

// Level says whether a check blocks a declaration.
type Level string

// An error blocks a declaration until it is resolved or overridden with a
// reason; a warning needs a tick.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// The codes of errors that a desk treats in a way of their own.
const (
	// VotesMissing says that a count is not finished, which a desk need not be
	// told while it keys.
	VotesMissing = "votes-missing"
	// PapersUnbalanced says how the papers stand, as Balance does.
	PapersUnbalanced = "papers-unbalanced"
	// TieWithoutLot is settled by recording who was drawn by lot.
	TieWithoutLot = "tie-without-lot"
	// LotWithoutTie is settled by dropping the lot.
	LotWithoutTie = "lot-without-tie"
	// SystemOpen is settled by saying how the contest is decided.
	SystemOpen = "system-open"
	// SecondDiffers is settled by correcting whichever keying is wrong.
	SecondDiffers = "second-differs"
)

// A Check is something that the desk noticed about a contest.
type Check struct {
	Level   Level
	Code    string // stable: "papers-unbalanced"
	Text    string // one sentence for a person, with the figures
	Figures string // the figures it rests on; an Answer holds while they stay
	Answer  *Answer
}

// Open reports whether the check still needs an answer.
func (c Check) Open() bool { return c.Answer == nil }

// Checks is everything that the desk notices about a contest: errors first,
// then warnings, each in a fixed order and at most one of each code. A check
// that the contest has an answer to carries it, as long as the figures it was
// given for still stand and, for an error, a reason is given. The sentences
// hold figures under embargo and are for the desk alone.
func Checks(c Contest) []Check {
	x := checked{c: c, p: c.poll(), r: Compute(c)}
	checks := []Check{}
	for _, rule := range rules {
		if !c.State.polled() && !rule.unpolled {
			continue
		}
		text, figures := rule.find(x)
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

// answerTo is the newest answer that still holds, nil where there is none.
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
	find     func(checked) (text, figures string)
}

// rules is the one table of what a desk checks.
var rules = []rule{
	{Error, SystemOpen, false, systemUnsaid},
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

// checked is the contest that the rules look at, with what it comes to.
type checked struct {
	c Contest
	p poll
	r Result
}

// A field is one number that a person keys: what it is called, and a key that
// stays when a name is respelt.
type field struct {
	what  string
	key   string
	count Count
}

// The keys of the numbers that are not a candidate's.
const (
	electorateKey = "electorate"
	verifiedKey   = "verified"
	rejectedKey   = "rejected"
)

// numbers is every number keyed into the contest, the rejected papers'
// headings aside: electorate, papers and votes.
func (x checked) numbers() []field {
	fs := []field{
		{"the electorate", electorateKey, x.p.electorate},
		{"papers verified", verifiedKey, x.p.verified},
		{"rejected papers", rejectedKey, x.p.rejected},
	}
	for _, k := range x.p.candidates {
		fs = append(fs, field{k.Name(), k.ID, k.Votes})
	}
	return fs
}

// headings is the rejected papers by ground.
func (x checked) headings() []field {
	h := x.c.Headings
	return []field{
		{"papers without an official mark", "no mark", h.NoMark},
		{"papers with too many votes", "too many", h.TooMany},
		{"papers that identify the voter", "identity", h.Identity},
		{"papers void for uncertainty", "uncertain", h.Uncertain},
	}
}

// facts writes names and values as one line that changes when any value does.
func facts(pairs ...any) string {
	var b strings.Builder
	for i := 0; i+1 < len(pairs); i += 2 {
		fmt.Fprintf(&b, "%v=%v;", pairs[i], pairs[i+1])
	}
	return b.String()
}

// shortList joins up to four things and counts the others.
func shortList(things []string) string {
	if len(things) <= 4 {
		return strings.Join(things, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(things[:3], ", "), len(things)-3)
}

// second is the second keying, nil where there is none to compare with. A
// correction after the declaration has a reason and a source of its own, and
// is not measured against a keying of the count before it.
func (x checked) second() *Keying {
	if x.c.State == Corrected {
		return nil
	}
	return x.c.Second
}

// of is what was keyed again into a field of numbers.
func (k Keying) of(f field) Count {
	switch f.key {
	case electorateKey:
		return Count{}
	case verifiedKey:
		return k.Verified
	case rejectedKey:
		return k.Rejected
	}
	return k.Votes[f.key]
}

// A Difference is a field in which the two keyings of a count are not alike.
type Difference struct {
	Field         string // a candidate's id, or "verified" or "rejected" of the papers
	Name          string // what it is called: "Jill Mortimer", "rejected papers"
	First, Second Count  // First may be unknown
}

// Differences are the fields in which the second keying of a contest differs
// from its figures: the papers first, then candidates in ballot-paper order; nil
// where there are none, or no second keying. What was not keyed a second time is
// not compared, nor is a corrected result.
func Differences(c Contest) []Difference { return checked{c: c, p: c.poll()}.differences() }

func (x checked) differences() []Difference {
	second := x.second()
	if second == nil {
		return nil
	}
	var all []Difference
	for _, f := range x.numbers() {
		if again := second.of(f); again.known && again != f.count {
			all = append(all, Difference{f.key, f.what, f.count, again})
		}
	}
	return all
}

func secondDiffers(x checked) (text, figures string) {
	var said []string
	var rests []any
	for _, d := range x.differences() {
		said = append(said, fmt.Sprintf("%s %s and then %s", d.Name, d.First, d.Second))
		rests = append(rests, d.Field, d.First, "again", d.Second)
	}
	if len(said) == 0 {
		return "", ""
	}
	return "The second keying differs from the first: " + strings.Join(said, ", ") + ".", facts(rests...)
}

// neighboursSwapped finds two candidates next to each other on the ballot
// paper each of whom has the other's votes in the second keying.
func neighboursSwapped(x checked) (text, figures string) {
	second := x.second()
	if second == nil {
		return "", ""
	}
	var said []string
	var rests []any
	for i := 1; i < len(x.p.candidates); i++ {
		a, b := x.p.candidates[i-1], x.p.candidates[i]
		known := a.Votes.known && b.Votes.known
		if !known || a.Votes == b.Votes || second.Votes[a.ID] != b.Votes || second.Votes[b.ID] != a.Votes {
			continue
		}
		said = append(said, fmt.Sprintf("%s %s and %s %s", a.Name(), a.Votes, b.Name(), b.Votes))
		rests = append(rests, a.ID, a.Votes, b.ID, b.Votes)
	}
	if len(said) == 0 {
		return "", ""
	}
	return "Two neighbours are keyed the other way round the second time: " + strings.Join(said, "; ") + ".", facts(rests...)
}
