package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"slices"
	"unicode"
)

// differences are the fields in which the two keyings of a count are not alike,
// in the order in which they are keyed: candidates, then the papers.
func differences(c election.Contest) []election.Difference {
	all := election.Differences(c)
	keyed := func(d election.Difference) int {
		return slices.IndexFunc(papersFields, func(f papersField) bool { return f.id == d.Field })
	}
	slices.SortStableFunc(all, func(a, b election.Difference) int { return keyed(a) - keyed(b) })
	return all
}

// fewDifferences is how many differences the strip tells one by one; all of
// them stand beside their cells.
const fewDifferences = 3

// differenceWords say where the two keyings differ: "The second keying differs
// from the first: Jill Mortimer 15,529 and then 15,592."
func differenceWords(c election.Contest) string {
	all := differences(c)
	var said []string
	for _, d := range all[:min(len(all), fewDifferences)] {
		said = append(said, fmt.Sprintf("%s %s and then %s", d.Name, d.First, d.Second))
	}
	if more := len(all) - len(said); more > 0 {
		said = append(said, election.Several(more, "more figure", "more figures"))
	}
	return "The second keying differs from the first: " + election.And(said) + "."
}

// settle takes one of two figures that differ, by a key in the cell: F keeps
// the first, S takes the second. It reports whether the key meant that.
func (p *countPane) settle(field string, key rune) bool {
	key = unicode.ToUpper(key)
	if key != 'F' && key != 'S' || p.look() != comparedLook {
		return false
	}
	for _, d := range differences(p.live()) {
		if d.Field != field {
			continue
		}
		if key == 'S' {
			p.takeSecond(d)
		} else {
			p.keepFirst(d)
		}
		return true
	}
	return false
}

// takeSecond keys the second figure in place of the first.
func (p *countPane) takeSecond(d election.Difference) {
	cell := p.cellOf(d.Field)
	cell.SetTyped(model.Digits(d.Second), len(model.Digits(d.Second)))
	cell.Changed(cell.Digits())
	cell.Commit()
	p.goOnSettling()
}

// keepFirst puts the first figure into the second keying: whoever settles it
// has keyed it again. A first figure that is not known stays so, and is not
// compared.
func (p *countPane) keepFirst(d election.Difference) {
	p.cellOf(d.Field).Commit()
	contest, author := p.contest.ID, p.open.Author
	p.open.Act(func(n *night.Night) error {
		c, err := n.Contest(contest)
		if err != nil || c.Second == nil {
			return err
		}
		k := *c.Second
		for _, f := range papersFields {
			if f.id == d.Field {
				*f.again(&k) = d.First
				return n.KeySecond(author, contest, k)
			}
		}
		k.Votes[d.Field] = d.First
		return n.KeySecond(author, contest, k)
	}, func(err error) {
		if err == nil && p.contest.ID == contest {
			p.goOnSettling()
		}
	})
}

// goOnSettling goes to the next difference; after the last the strip says that
// both agree, and has what is left to do.
func (p *countPane) goOnSettling() {
	if !p.nextDifference() {
		p.strip.goOn()
	}
}

// nextDifference goes to the first field that the keyings differ in, and
// reports whether there is one.
func (p *countPane) nextDifference() bool {
	left := differences(p.live())
	if len(left) == 0 {
		return false
	}
	p.focusField(left[0].Field)
	return true
}
