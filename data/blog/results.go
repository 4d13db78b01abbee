package blog

import (
	"slices"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// Results are what the figures in a text are taken from: the contests of a
// night and the councils that they fill.
type Results struct {
	Contests []election.Contest
	Councils []election.Council
}

// Results are those of the edition.
func (e Edition) Results() Results { return Results{e.Contests, e.Councils} }

// FindContest finds a contest by what a directive or slot calls it: its name, with
// or without "ward" or "constituency", alone or with its group or its day, its code
// or its id. Names are told apart as package match does. Two contests of one name
// are not found by that alone.
func FindContest(contests []election.Contest, name string) (election.Contest, bool) {
	if c, ok := findNamed(contests, ContestNames, name); ok {
		return c, true
	}
	var found []election.Contest
	for _, c := range contests {
		if NamesContest(c, name) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return election.Contest{}, false
	}
	return found[0], true
}

// NamesContest reports whether a text is a contest's name as package match tells
// names apart, alone or as its FullName.
func NamesContest(c election.Contest, name string) bool {
	key := match.SeatKey(name)
	return key != "" && (key == match.SeatKey(c.Name) || match.Fold(name) == match.Fold(c.FullName()))
}

// FindCouncil finds a council by what a directive or slot calls it: its name,
// with or without "council", its code or its id, folded as FindContest does.
// Two councils of one name are not found. A contest of the same name goes
// first wherever either can be meant; "NAME council" is the council alone.
func FindCouncil(councils []election.Council, name string) (election.Council, bool) {
	return findNamed(councils, CouncilNames, name)
}

func findNamed[T any](all []T, names func(T) []string, name string) (found T, ok bool) {
	key := text.SearchKey(name)
	hits := 0
	for _, x := range all {
		if key != "" && slices.Contains(names(x), key) {
			found = x
			hits++
		}
	}
	if hits != 1 {
		var none T
		return none, false
	}
	return found, true
}

// contestKinds are words that a contest's name may end with.
var contestKinds = []string{" ward", " constituency"}

// ContestNames are the folded names of a contest, longest first: with its group or
// its day, by which two of one name are told apart, and without.
func ContestNames(c election.Contest) []string {
	name := text.SearchKey(c.Name)
	alone := []string{name}
	for _, kind := range contestKinds {
		if short, ok := strings.CutSuffix(name, kind); ok {
			alone = append(alone, short)
		}
	}
	var names []string
	for _, n := range alone {
		if c.Group != "" {
			names = append(names, n+" ("+text.SearchKey(c.Group)+")", n+", "+text.SearchKey(c.Group))
		}
		if c.Date != "" {
			names = append(names, n+", "+text.SearchKey(c.Date.Long()), n+" "+string(c.Date))
		}
	}
	return given(append(append(names, alone...), text.SearchKey(c.Code), text.SearchKey(c.ID)))
}

// ShortName is a contest's name without "ward" or "constituency".
func ShortName(c election.Contest) string {
	for _, kind := range contestKinds {
		if short, ok := strings.CutSuffix(c.Name, kind); ok {
			return short
		}
	}
	return c.Name
}

// CouncilNames are the folded names of a council, longest first.
func CouncilNames(c election.Council) []string {
	short := strings.TrimSuffix(text.SearchKey(c.Name), " council")
	if short == "" {
		return given([]string{text.SearchKey(c.Code), text.SearchKey(c.ID)})
	}
	return given([]string{short + " council", short, text.SearchKey(c.Code), text.SearchKey(c.ID)})
}

func given(names []string) []string {
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}
