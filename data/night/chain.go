package night

import (
	"slices"

	"nightdesk/data/election"
)

// SetChains says which parties go on under another id, for every contest of
// the night and in place of what was said before. Both ids of a chain are
// parties' and differ: independents are never chained.
func (n *Night) SetChains(author string, chains []election.Chain) error {
	_, err := n.act("chain the parties", act{kind: "chain", author: author}, func(a *act) error {
		for _, chain := range chains {
			if chain.Now == "" || chain.Then == "" {
				return &RefusedError{"Only parties with an id can be chained.", "Choose two parties; independents stand as persons."}
			}
			if chain.Now == chain.Then {
				return &RefusedError{"A party goes on from itself without being told.", "Choose two different parties."}
			}
		}
		if len(chains) == 0 {
			return a.drop("chain", "chain", "chain")
		}
		return a.put("chain", "chain", "chain", chainContent(chains))
	})
	return err
}

func chainContent(chains []election.Chain) content {
	c := content{nil}
	for _, chain := range chains {
		c[0] = append(c[0], row{chain.Now, chain.Then})
	}
	return c
}

// Chains are the parties that go on under another id, in the order they were
// given; nil where there are none.
func (n *Night) Chains() (chains []election.Chain, err error) {
	err = n.read("read the chains", func(q querier) error {
		chains, err = readChains(q, latest)
		return err
	})
	return chains, err
}

func readChains(q querier, seq int64) ([]election.Chain, error) {
	from, args := standingIn("chain", "chain", "chain", seq)
	rows, err := q.query("SELECT v.id, x.party_id, x.goes_on_from"+from+" ORDER BY v.id, x.position", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var chains []election.Chain
	var last int64
	for rows.Next() {
		var version int64
		var c election.Chain
		if err := rows.Scan(&version, &c.Now, &c.Then); err != nil {
			return nil, err
		}
		if version != last {
			chains, last = nil, version // of two in conflict, what was recorded last
		}
		chains = append(chains, c)
	}
	return chains, rows.Err()
}

// chains gives every contest the chains of the night.
func (r *contestReader) chains() error {
	chains, err := readChains(r.q, r.seq)
	for _, c := range r.all {
		c.Chains = slices.Clone(chains)
	}
	return err
}
