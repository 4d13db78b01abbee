package ui

import (
	"fmt"
	"unicode"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

// difference is a field in which the two keyings of a count are not alike.
type difference struct {
	field         string // a candidate's id, or one of papersFields
	first, second election.Count
}

// differences are the fields in which the second keying differs from the
// figures of the contest: candidates in ballot-paper order, then the papers.
// What was not keyed a second time is not compared.
func differences(c election.Contest) []difference {
	if c.Second == nil {
		return nil
	}
	var out []difference
	for _, k := range c.Candidates {
		if again := c.Second.Votes[k.ID]; again.Known() && again != k.Votes {
			out = append(out, difference{k.ID, k.Votes, again})
		}
	}
	for _, f := range papersFields {
		if f.again == nil {
			continue
		}
		if first, again := *f.of(&c), *f.again(c.Second); again.Known() && again != first {
			out = append(out, difference{f.id, first, again})
		}
	}
	return out
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
		said = append(said, fmt.Sprintf("%s %s and then %s", fieldWords(c, d.field), d.first, d.second))
	}
	if more := len(all) - len(said); more > 0 {
		said = append(said, election.Several(more, "more figure", "more figures"))
	}
	return "The second keying differs from the first: " + election.And(said) + "."
}

// fieldWords name a candidate, or one of papersFields.
func fieldWords(c election.Contest, field string) string {
	if k, ok := c.Candidate(field); ok {
		return k.Name()
	}
	for _, f := range papersFields {
		if f.id == field {
			return f.long
		}
	}
	return field
}

// settle takes one of two figures that differ, by a key in the cell: F keeps
// the first, S takes the second. It reports whether the key meant that.
func (p *countPane) settle(field string, key rune) bool {
	key = unicode.ToUpper(key)
	if key != 'F' && key != 'S' || p.look() != comparedLook {
		return false
	}
	for _, d := range differences(p.live()) {
		if d.field != field {
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
func (p *countPane) takeSecond(d difference) {
	cell := p.cellOf(d.field)
	cell.SetTyped(digits(d.second), len(digits(d.second)))
	cell.Changed(cell.Digits())
	cell.Commit()
	p.goOnSettling()
}

// keepFirst puts the first figure into the second keying: whoever settles it
// has keyed it again. A first figure that is not known stays so, and is not
// compared.
func (p *countPane) keepFirst(d difference) {
	p.cellOf(d.field).Commit()
	contest, author := p.contest.ID, p.desk.author
	p.desk.act(func(n *night.Night) error {
		c, err := n.Contest(contest)
		if err != nil || c.Second == nil {
			return err
		}
		k := *c.Second
		for _, f := range papersFields {
			if f.id == d.field {
				*f.again(&k) = d.first
				return n.KeySecond(author, contest, k)
			}
		}
		k.Votes[d.field] = d.first
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
	p.focusField(left[0].field)
	return true
}
