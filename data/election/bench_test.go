package election

import (
	"math/big"
	"testing"
)

func BenchmarkComputeSixteenCandidates(b *testing.B) {
	c := hartlepool2021()
	for b.Loop() {
		Compute(c)
	}
}

// The floor of the benchmark above: the same shares and changes as bare
// rational numbers.
func BenchmarkComputeSixteenCandidatesFloor(b *testing.B) {
	c := hartlepool2021()
	for b.Loop() {
		valid := int64(0)
		for _, k := range c.Candidates {
			valid += int64(k.Votes.n)
		}
		for _, k := range c.Candidates {
			share := big.NewRat(int64(k.Votes.n), valid)
			share.Sub(share, big.NewRat(11869, 41037))
		}
	}
}

func BenchmarkChecksSixteenCandidates(b *testing.B) {
	c := hartlepool2021()
	for b.Loop() {
		Checks(c)
	}
}

func BenchmarkComputeGeneralElection(b *testing.B) {
	then, _ := general(b, "2017")
	now, _ := general(b, "2019")
	contests := withBaseline(now, then, "2017 general election")
	for b.Loop() {
		for _, c := range contests {
			Compute(c)
		}
	}
}

func BenchmarkTallyGeneralElection(b *testing.B) {
	then, _ := general(b, "2017")
	now, _ := general(b, "2019")
	results := computed(withBaseline(now, then, "2017 general election")...)
	for b.Loop() {
		Tally(results)
	}
}

// The floor of the benchmark above: the same votes and seats by party, and
// nothing else.
func BenchmarkTallyGeneralElectionFloor(b *testing.B) {
	now, _ := general(b, "2019")
	var contests []Contest
	for _, c := range now {
		contests = append(contests, c)
	}
	results := computed(contests...)
	for b.Loop() {
		votes, seats := map[string]int{}, map[string]int{}
		for _, r := range results {
			for _, row := range r.Rows {
				votes[row.Candidate.Party.ID] += row.Candidate.Votes.n
				seats[row.Candidate.Party.ID] += oneIf(row.Elected)
			}
		}
	}
}
