package intake

import (
	"strings"

	"nightdesk/data/election"
)

// generalElections are the polling days of general elections.
var generalElections = []election.Date{
	"1997-05-01", "2001-06-07", "2005-05-05", "2010-05-06",
	"2015-05-07", "2017-06-08", "2019-12-12", "2024-07-04",
}

// BaselinesFor is what a night is to be told of base: each of its contests
// that base has an earlier result of, with its id and its baselines and nothing
// else, so that what a desk keys meanwhile is not put back; nil where no contest
// has one. Contests match by code; by name only where one of the two has no code
// of the same kind. Where base has several results of a seat it is the last
// before the contest. A baseline of the same name or day is replaced and keeps
// its ID and place; else the new one comes last. An empty name means "2019
// general election" on the day of one, and else the seat's name and the day. The
// contests given are not changed.
func BaselinesFor(contests []election.Contest, base Found, name string) []election.Contest {
	earlier := bySeat(base.Contests)
	var bare []election.Contest
	for _, c := range contests {
		if b, ok := earlier.before(c); ok {
			bare = append(bare, election.Contest{ID: c.ID, Baselines: attach(c.Baselines, baseline(b, name))})
		}
	}
	return bare
}

// seats finds contests of the same seat.
type seats struct{ byCode, byName map[string][]election.Contest }

func bySeat(contests []election.Contest) seats {
	s := seats{map[string][]election.Contest{}, map[string][]election.Contest{}}
	for _, c := range contests {
		s.byCode[c.Code] = append(s.byCode[c.Code], c)
		s.byName[seatName(c.Name)] = append(s.byName[seatName(c.Name)], c)
	}
	return s
}

// seatName is the name as far as it tells one seat from another: "Bush Fair" and
// "Bush Fair ward" are one.
func seatName(name string) string { return strings.TrimSuffix(Fold(name), " ward") }

// before finds the last result of c's seat before c.
func (s seats) before(c election.Contest) (last election.Contest, ok bool) {
	found := s.byCode[c.Code]
	if c.Code == "" || len(found) == 0 {
		found = nil
		for _, b := range s.byName[seatName(c.Name)] {
			if !(isGSS(c.Code) && isGSS(b.Code)) {
				found = append(found, b)
			}
		}
	}
	for _, b := range found {
		if c.Date != "" && b.Date != "" && b.Date >= c.Date {
			continue
		}
		if !ok || b.Date > last.Date {
			last, ok = b, true
		}
	}
	return last, ok
}

func baseline(c election.Contest, name string) election.Baseline {
	if name == "" {
		name = baselineName(c)
	}
	return election.Baseline{
		Name: name, Date: c.Date, Seats: c.Seats,
		Electorate: c.Electorate, Verified: c.Verified, Rejected: c.Rejected,
		Candidates: c.Candidates,
	}
}

func baselineName(c election.Contest) string {
	if c.Kind != election.Local {
		for _, d := range generalElections {
			if d == c.Date {
				return string(d[:4]) + " general election"
			}
		}
	}
	if c.Date == "" {
		return c.Name + ", earlier result"
	}
	return c.Name + ", " + c.Date.Long()
}

// attach puts a baseline in the place of the one that it replaces, else last.
func attach(to []election.Baseline, b election.Baseline) []election.Baseline {
	out := append([]election.Baseline(nil), to...)
	for i, old := range out {
		if old.Name == b.Name || old.Date != "" && old.Date == b.Date {
			b.ID = old.ID
			out[i] = b
			return out
		}
	}
	return append(out, b)
}
