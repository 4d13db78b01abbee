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

// Contests finds contests among those that are there.
type Contests struct {
	there          []election.Contest
	byCode, byName map[string][]int
}

// NewContests prepares the contests there for being found.
func NewContests(there []election.Contest) *Contests {
	s := &Contests{there, map[string][]int{}, map[string][]int{}}
	for i, c := range there {
		if code := seatCode(c.Code); code != "" {
			s.byCode[code] = append(s.byCode[code], i)
		}
		s.byName[SeatKey(c.Name)] = append(s.byName[SeatKey(c.Name)], i)
	}
	return s
}

// Find finds a contest that comes in. It is the one of its id; else the one of
// its seat on its day. Where neither of two says the day, or only one does, that
// is no difference. Where the seat is there on other days alone, the contest is
// Earlier than the next of them, or Later than the last.
func (s *Contests) Find(given election.Contest) Seat {
	if given.ID != "" {
		if i := slices.IndexFunc(s.there, func(c election.Contest) bool { return c.ID == given.ID }); i >= 0 {
			return Seat{Kind: Matched, There: i}
		}
	}
	var same, undated, other []int
	for _, i := range s.OfSeat(given) {
		switch day := s.there[i].Date; {
		case day == given.Date && day != "":
			same = append(same, i)
		case day == "" || given.Date == "":
			undated = append(undated, i)
		default:
			other = append(other, i)
		}
	}
	for _, found := range [][]int{same, undated} {
		if found = s.surest(given, found); len(found) == 1 {
			return Seat{Kind: Matched, There: found[0]}
		} else if len(found) > 1 {
			return Seat{Kind: Uncertain, There: -1, Among: found}
		}
	}
	if len(other) == 0 {
		return Seat{Kind: New, There: -1}
	}
	slices.SortStableFunc(other, func(a, b int) int { return strings.Compare(string(s.there[a].Date), string(s.there[b].Date)) })
	for _, i := range other {
		if s.there[i].Date > given.Date {
			return Seat{Kind: Earlier, There: i}
		}
	}
	return Seat{Kind: Later, There: other[len(other)-1]}
}

// OfSeat are the contests there that are of a contest's seat on whatever day, by
// place, in order. A seat is told by its code or ballot-paper id; where one of two
// has none of the other's kind, by its name within the group, folded, with or
// without "ward".
func (s *Contests) OfSeat(given election.Contest) []int {
	code := seatCode(given.Code)
	found := slices.Clone(s.byCode[code])
	if code == "" {
		found = nil
	}
	for _, i := range s.byName[SeatKey(given.Name)] {
		c := s.there[i]
		other := seatCode(c.Code)
		if sameGroup(c, given) && (code == "" || other == "" || IsGSS(c.Code) != IsGSS(given.Code)) {
			found = append(found, i)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// surest leaves of several contests those of the given one's code, else those of
// its group as it is printed, where there are any.
func (s *Contests) surest(given election.Contest, among []int) []int {
	for _, better := range []func(c election.Contest) bool{
		func(c election.Contest) bool { return given.Code != "" && seatCode(c.Code) == seatCode(given.Code) },
		func(c election.Contest) bool { return given.Group != "" && groupKey(c.Group) == groupKey(given.Group) },
	} {
		var best []int
		for _, i := range among {
			if better(s.there[i]) {
				best = append(best, i)
			}
		}
		if len(best) > 0 {
			return best
		}
	}
	return among
}

// nations are what parliamentary contests are grouped by where a file says it. A
// desk may group them in another way, so they tell no two of these apart.
var nations = map[string]bool{"england": true, "scotland": true, "wales": true, "northern ireland": true}

// sameGroup reports whether the groups of two contests are one, or leave it open.
func sameGroup(a, b election.Contest) bool {
	x, y := groupKey(a.Group), groupKey(b.Group)
	if x == "" || y == "" || x == y {
		return true
	}
	return (nations[x] || nations[y]) && a.Kind != election.Local && b.Kind != election.Local
}

var (
	gss      = regexp.MustCompile(`^[A-Z]\d{8}$`)
	endsDay  = regexp.MustCompile(`(?:\.by)?\.\d{4}-\d{2}-\d{2}$`)
	seatWord = regexp.MustCompile(` (?:ward|constituency|division|electoral division)$`)
	bodyWord = regexp.MustCompile(` (?:(?:city|borough|district|county|metropolitan borough|city and county)? ?council|borough|district)$`)
)

// ContestKey is the same for all contests that are one for certain by what is
// printed of them, so that an id can be made of it: the ballot-paper id, or the
// code and the day, or the folded name within its group and the day.
func ContestKey(c election.Contest) string {
	code := strings.ToLower(strings.TrimSpace(c.Code))
	switch {
	case code == "":
		return "name\x00" + groupKey(c.Group) + "\x00" + SeatKey(c.Name) + "\x00" + string(c.Date)
	case seatCode(code) != code:
		return "code\x00" + code
	}
	return "code\x00" + code + "\x00" + string(c.Date)
}

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
