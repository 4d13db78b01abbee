package night

import (
	"cmp"
	"fmt"
	"slices"

	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// A placedBaseline is a baseline and its place among those of its contest; the
// primary one has 0.
type placedBaseline struct {
	position int
	election.Baseline
}

// baselineKind is an earlier result. The id is the version's subject.
var baselineKind = record.NewKind(record.Spec[placedBaseline]{
	Name: "baseline", Subject: SubjectContest,
	Columns: func(b *placedBaseline) []record.Column {
		return []record.Column{
			{Name: "position", Place: &b.position},
			{Name: "name", Place: &b.Name},
			{Name: "date", Place: &b.Date},
			{Name: "notional", Place: &b.Notional},
			{Name: "seats", Place: &b.Seats},
			{Name: "electorate", Place: counted{&b.Electorate}},
			{Name: "verified", Place: counted{&b.Verified}},
			{Name: "rejected", Place: counted{&b.Rejected}},
			{Name: "system", Place: record.Optional(&b.SystemName)},
		}
	},
	Lists: []record.List[placedBaseline]{
		record.ListOf("baseline_candidate", func(b *placedBaseline) *[]election.Candidate { return &b.Candidates },
			func(k *election.Candidate) []record.Column {
				return append(append([]record.Column{{Name: "id", Place: &k.ID}}, personColumns(k)...),
					record.Column{Name: "votes", Place: counted{&k.Votes}}, electedColumn(k))
			}),
	},
})

// theChains is what the one version of the chains is about.
const theChains = "chain"

// chainKind is the parties that go on under another id.
var chainKind = record.NewKind(record.Spec[[]election.Chain]{
	Name: "chain", Subject: SubjectChain, Sole: true,
	Lists: []record.List[[]election.Chain]{
		record.ListOf("chain", func(all *[]election.Chain) *[]election.Chain { return all },
			func(c *election.Chain) []record.Column {
				return []record.Column{{Name: "party_id", Place: &c.Now}, {Name: "goes_on_from", Place: &c.Then}}
			}),
	},
})

// SetBaselines gives a contest the earlier results that it is compared with,
// the primary one first, in place of those it had. One that keeps its ID goes
// on as the same; each has a name, and no two the same.
func (n *Night) SetBaselines(author, contest string, baselines []election.Baseline) error {
	_, err := n.log.Act("set the baselines", record.Act{Kind: ActBaselines, Author: author}, func(a *record.Act) error {
		c, err := readContest(a, record.Latest, contest)
		if err != nil {
			return err
		}
		stays, names := map[string]bool{}, map[string]bool{}
		for at, b := range baselines {
			if b.Name == "" || names[b.Name] {
				return &RefusedError{Why: fmt.Sprintf("A baseline is called %q twice, or has no name.", b.Name),
					Next: "Give each a name of its own."}
			}
			b.ID, b.Seats = cmp.Or(b.ID, a.NewID()), cmp.Or(b.Seats, c.Seats, 1)
			stays[b.ID], names[b.Name] = true, true
			b.Candidates = slices.Clone(b.Candidates)
			for i := range b.Candidates {
				b.Candidates[i].ID = cmp.Or(b.Candidates[i].ID, a.NewID())
			}
			if err := baselineKind.Put(a, contest, b.ID, placedBaseline{at, b}); err != nil {
				return err
			}
		}
		for _, b := range c.Baselines {
			if !stays[b.ID] {
				if err := baselineKind.Drop(a, contest, b.ID); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return err
}

// baselines reads them with the primary one first.
func (r *contestReader) baselines() error {
	places := map[string]int{}
	err := within(r, baselineKind, func(c *election.Contest, s record.Said[placedBaseline]) {
		b := s.What.Baseline
		b.ID = s.Subject
		places[b.ID] = s.What.position
		c.Baselines = append(c.Baselines, b)
	})
	for _, c := range r.all {
		slices.SortStableFunc(c.Baselines, func(a, b election.Baseline) int { return cmp.Compare(places[a.ID], places[b.ID]) })
	}
	return err
}

// SetChains says which parties go on under another id, for every contest of
// the night and in place of what was said before. Both ids of a chain are
// parties' and differ: independents are never chained.
func (n *Night) SetChains(author string, chains []election.Chain) error {
	_, err := n.log.Act("chain the parties", record.Act{Kind: ActChain, Author: author}, func(a *record.Act) error {
		for _, chain := range chains {
			if chain.Now == "" || chain.Then == "" {
				return &RefusedError{Why: "Only parties with an id can be chained.",
					Next: "Choose two parties; independents stand as persons."}
			}
			if chain.Now == chain.Then {
				return &RefusedError{Why: "A party goes on from itself without being told.", Next: "Choose two different parties."}
			}
		}
		if len(chains) == 0 {
			return chainKind.Drop(a, theChains, theChains)
		}
		return chainKind.Put(a, theChains, theChains, chains)
	})
	return err
}

// Chains are the parties that go on under another id, in the order they were
// given; nil where there are none.
func (n *Night) Chains() ([]election.Chain, error) {
	return read(n, "read the chains", func(q file.Querier) ([]election.Chain, error) { return readChains(q, record.Latest) })
}

func readChains(q file.Querier, seq int64) ([]election.Chain, error) {
	chains, _, err := chainKind.StandingOne(q, seq, theChains)
	return chains, err
}

// chains gives every contest the chains of the night.
func (r *contestReader) chains() error {
	chains, err := readChains(r.q, r.seq)
	for _, c := range r.all {
		c.Chains = slices.Clone(chains)
	}
	return err
}
