package publish

import (
	"strings"

	"nightdesk/data/blog"
)

// This file sets what is new since a hand-over: each change under its mark.

// changes are those since the hand-over of the options, in the order in which
// this export has its entries.
func (n *night) changes() (Changes, error) {
	c := Delta(Items(n.Edition), *n.o.Since)
	if len(c.All) == 0 {
		return c, ErrNothingNew
	}
	return c, nil
}

// newPieces are the changes, parted by rules.
func (n *night) newPieces() ([]piece, error) {
	c, err := n.changes()
	if err != nil {
		return nil, err
	}
	ps := append(n.warning(), paragraph{words: []word{marked(inStrong, said(n.whatIsNew(c)))}})
	for _, x := range c.All {
		ps = append(ps, rule{}, paragraph{words: []word{marked(inStrong, said(n.order(x)))}})
		ps = append(ps, n.changePieces(x)...)
	}
	return ps, nil
}

// whatIsNew stands over the changes.
func (n *night) whatIsNew(c Changes) string {
	s := oneLine(n.headline()) + ": what is new"
	if c.Since != 0 && !n.timeless() {
		s += " since " + n.full(c.Since).Text + " on " + n.date(c.Since).Text
	}
	return s
}

// order tells whoever takes the changes what to do with one.
func (n *night) order(c Change) string {
	s := string(c.Mark)
	if c.Mark == New && c.Item.Kind == blog.EntryItem {
		if c.Below != "" {
			s += ", below e-" + c.Below
		}
		return s
	}
	return s + " " + n.itemName(c)
}

// itemName is what an item is called where it is to be found again.
func (n *night) itemName(c Change) string {
	switch i := c.Item; i.Kind {
	case blog.EntryItem, blog.WithdrawnItem:
		name := c.Anchor()
		if x, ok := n.entry(i.ID); ok {
			if k := oneLine(x.Kicker); k != "" {
				name += ", “" + k + "”"
			}
			if !n.timeless() {
				name += ", " + n.dated(x.shown(), n.changed()).Text
			}
		}
		return name
	case blog.ResultItem:
		for _, r := range n.results {
			if r.Contest.ID == i.ID {
				return c.Anchor() + ", the result of " + oneLine(r.Contest.Name)
			}
		}
		return c.Anchor() + ", a result"
	case blog.CouncilItem:
		for _, r := range n.councils {
			if r.Council.ID == i.ID {
				return "the council of " + oneLine(r.Council.Name)
			}
		}
		return "a council"
	case blog.PinnedItem:
		return "the pinned entries"
	default:
		return "the " + i.Kind
	}
}

func (n *night) entry(id string) (post, bool) {
	for _, x := range n.posts {
		if x.ID == id {
			return x, true
		}
	}
	return post{}, false
}

// changePieces is a change without its mark; nothing where nothing is to stand
// there any more.
func (n *night) changePieces(c Change) []piece {
	if c.Item.Digest == "" {
		return nil
	}
	switch c.Item.Kind {
	case blog.HeadlineItem:
		return []piece{n.headlinePiece()}
	case blog.StandfirstItem:
		return n.standfirstPieces()
	case blog.ResultItem, blog.CouncilItem:
		return n.groupPieces(n.lone(c.Item))
	case blog.KeyMomentsItem:
		return n.momentPieces()
	case blog.PinnedItem:
		return n.pinnedPieces()
	case blog.LedgerItem:
		return n.ledgerPieces()
	}
	if x, ok := n.entry(c.Item.ID); ok {
		return []piece{n.entryPieces(x, "e-"+x.ID, n.timeOf)}
	}
	return nil
}

// lone is a contest or a council as a group of its own.
func (n *night) lone(i blog.Item) group {
	for _, g := range n.gathered() {
		level := 1
		if g.council != nil || oneLine(g.name) != "" {
			level = 2
		}
		if g.council != nil && i.Kind == blog.CouncilItem && g.council.Council.ID == i.ID {
			card := n.newCouncil(*g.council)
			return group{Level: level, Council: &card}
		}
		for at, r := range g.results {
			if i.Kind == blog.ResultItem && r.Contest.ID == i.ID {
				alone := group{Level: level}
				n.fill(&alone, g.results[at:at+1])
				return alone
			}
		}
	}
	return group{}
}

// changes adds what is new to plain text.
func (c *copyText) changes(n *night) error {
	changes, err := n.changes()
	if err != nil {
		return err
	}
	c.add(n.whatIsNew(changes))
	for _, x := range changes.All {
		c.add(between)
		c.add(n.order(x))
		c.add(n.changeText(x))
	}
	c.add(between)
	return nil
}

func (n *night) changeText(c Change) string {
	now := n.changed()
	if c.Item.Digest == "" {
		return ""
	}
	switch c.Item.Kind {
	case blog.HeadlineItem:
		return oneLine(n.headline())
	case blog.StandfirstItem:
		return oneLine(n.Details.Standfirst)
	case blog.ResultItem, blog.CouncilItem:
		return groupText(n.lone(c.Item))
	case blog.KeyMomentsItem:
		return n.momentsText(now)
	case blog.PinnedItem:
		return n.pinnedText()
	case blog.LedgerItem:
		return n.ledgerText(now)
	}
	x, ok := n.entry(c.Item.ID)
	if !ok {
		return ""
	}
	return n.entryText(x, n.timeOf)
}

// pinnedText names the pinned entries: plain text marks them where they stand.
func (n *night) pinnedText() string {
	var lines []string
	for _, x := range n.posts {
		if x.Pinned && !x.Withdrawn {
			lines = append(lines, strings.TrimSpace(n.textAt(n.dated(x.shown(), n.changed()), " ")+n.label(x)))
		}
	}
	return "Pinned\n" + strings.Join(lines, "\n")
}
