package intake

import (
	"nightdesk/data/election"
	"nightdesk/data/election/match"
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
	seats := match.NewContests(base.Contests)
	var bare []election.Contest
	for _, c := range contests {
		if i := lastBefore(c, base.Contests, seats.OfSeat(c)); i >= 0 {
			bare = append(bare, election.Contest{ID: c.ID, Baselines: attach(c.Baselines, baseline(base.Contests[i], name))})
		}
	}
	return bare
}

// Uncompared are the contests of base of whose seat the night has none, and those
// of the night that base has no earlier result of, each in full.
func Uncompared(contests []election.Contest, base Found) (nowhere, without []string) {
	there, seats := match.NewContests(contests), match.NewContests(base.Contests)
	for _, b := range base.Contests {
		if len(there.OfSeat(b)) == 0 {
			nowhere = append(nowhere, b.FullName())
		}
	}
	for _, c := range contests {
		if lastBefore(c, base.Contests, seats.OfSeat(c)) < 0 {
			without = append(without, c.FullName())
		}
	}
	return nowhere, without
}

// lastBefore is the place of the last of some results before a contest, -1 where
// there is none.
func lastBefore(c election.Contest, results []election.Contest, among []int) int {
	last := -1
	for _, i := range among {
		b := results[i]
		if (c.Date == "" || b.Date == "" || b.Date < c.Date) && (last < 0 || b.Date > results[last].Date) {
			last = i
		}
	}
	return last
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
