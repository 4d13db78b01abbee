package match

import (
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

// A Seat is what was found of one contest that comes in.
type Seat struct {
	Kind  Kind  // New, Matched, Uncertain, Earlier or Later
	There int   // in the contests that are there, -1 where New or Uncertain
	Among []int // where Uncertain: those that it may be
}

// Contest finds a contest that comes in among those there. It is the one of its
// id; else the one of its seat on its day. Where neither of two says the day, or
// only one does, that is no difference. A seat is told by its ballot-paper id or
// code, else by name within a group, folded, with or without "ward". Where the
// seat is there on other days alone, the contest is Earlier than the next of them,
// or Later than the last.
func Contest(there []election.Contest, given election.Contest) Seat {
	if given.ID != "" {
		if i := slices.IndexFunc(there, func(c election.Contest) bool { return c.ID == given.ID }); i >= 0 {
			return Seat{Kind: Matched, There: i}
		}
	}
	var same, undated, other []int
	for i, c := range there {
		switch {
		case !SameSeat(c, given):
		case c.Date == given.Date && c.Date != "":
			same = append(same, i)
		case c.Date == "" || given.Date == "":
			undated = append(undated, i)
		default:
			other = append(other, i)
		}
	}
	for _, found := range [][]int{same, undated} {
		if found = surest(there, given, found); len(found) == 1 {
			return Seat{Kind: Matched, There: found[0]}
		} else if len(found) > 1 {
			return Seat{Kind: Uncertain, There: -1, Among: found}
		}
	}
	if len(other) == 0 {
		return Seat{Kind: New, There: -1}
	}
	slices.SortStableFunc(other, func(a, b int) int { return strings.Compare(string(there[a].Date), string(there[b].Date)) })
	for _, i := range other {
		if there[i].Date > given.Date {
			return Seat{Kind: Earlier, There: i}
		}
	}
	return Seat{Kind: Later, There: other[len(other)-1]}
}

// surest leaves of several contests those of the given one's code, else those of
// its group as it is printed, where there are any.
func surest(there []election.Contest, given election.Contest, among []int) []int {
	for _, better := range []func(c election.Contest) bool{
		func(c election.Contest) bool { return given.Code != "" && seatCode(c.Code) == seatCode(given.Code) },
		func(c election.Contest) bool { return given.Group != "" && groupKey(c.Group) == groupKey(given.Group) },
	} {
		var best []int
		for _, i := range among {
			if better(there[i]) {
				best = append(best, i)
			}
		}
		if len(best) > 0 {
			return best
		}
	}
	return among
}

// SameSeat reports whether two contests are of one seat, on whatever day. Codes
// of one kind tell; otherwise the name does, within the group where both say it.
func SameSeat(a, b election.Contest) bool {
	if x, y := seatCode(a.Code), seatCode(b.Code); x != "" && y != "" && (x == y || IsGSS(a.Code) == IsGSS(b.Code)) {
		return x == y
	}
	if x, y := groupKey(a.Group), groupKey(b.Group); x != "" && y != "" && x != y {
		return false
	}
	return SeatKey(a.Name) == SeatKey(b.Name)
}

var (
	gss      = regexp.MustCompile(`^[A-Z]\d{8}$`)
	endsDay  = regexp.MustCompile(`(?:\.by)?\.\d{4}-\d{2}-\d{2}$`)
	seatWord = regexp.MustCompile(` (?:ward|constituency|division|electoral division)$`)
	bodyWord = regexp.MustCompile(` (?:(?:city|borough|district|county|metropolitan borough|city and county)? ?council|borough|district)$`)
)

// IsGSS reports whether a code is one of the Office for National Statistics.
func IsGSS(code string) bool { return gss.MatchString(strings.TrimSpace(code)) }

// seatCode is a code without the day that a ballot-paper id has.
func seatCode(code string) string {
	return endsDay.ReplaceAllString(strings.ToLower(strings.TrimSpace(code)), "")
}

// SeatKey is a contest's name as far as it tells one seat from another: folded,
// without "ward" after it, and with St for Saint.
func SeatKey(name string) string {
	key := strings.TrimPrefix(register.Fold(name), "member of parliament for ")
	if short := seatWord.ReplaceAllString(key, ""); short != "" {
		key = short
	}
	words := strings.Fields(key)
	for i, w := range words {
		if w == "saint" {
			words[i] = "st"
		}
	}
	return strings.Join(words, " ")
}

// groupKey is a council's name as far as it tells one from another.
func groupKey(name string) string {
	key := register.Fold(name)
	key = strings.TrimPrefix(strings.TrimPrefix(key, "london borough of "), "city of ")
	if short := bodyWord.ReplaceAllString(key, ""); short != "" {
		key = short
	}
	return key
}
