package layout

import "nightdesk/data/blog"

// This file lays out the parts of the blog that a hand-over tells of.

// ItemName is what an item is called where it is to be found again.
func (n *Blog) ItemName(i blog.Item) string {
	switch i.Kind {
	case blog.EntryItem, blog.WithdrawnItem:
		name := "e-" + i.ID
		if x, ok := n.entry(i.ID); ok {
			if k := OneLine(x.Kicker); k != "" {
				name += ", “" + k + "”"
			}
			if !n.Timeless() {
				name += ", " + n.Dated(x.Shown(), n.Changed).Text
			}
		}
		return name
	case blog.ResultItem:
		for _, r := range n.ContestResults {
			if r.Contest.ID == i.ID {
				return Anchor(i.ID) + ", the result of " + OneLine(r.Contest.Name)
			}
		}
		return Anchor(i.ID) + ", a result"
	case blog.CouncilItem:
		for _, r := range n.CouncilResults {
			if r.Council.ID == i.ID {
				return "the council of " + OneLine(r.Council.Name)
			}
		}
		return "a council"
	case blog.PinnedItem:
		return "the pinned entries"
	default:
		return "the " + i.Kind
	}
}

func (n *Blog) entry(id string) (Post, bool) {
	for _, x := range n.Posts {
		if x.ID == id {
			return x, true
		}
	}
	return Post{}, false
}

// ItemBlocks lay out one item of the blog as it is now.
func (n *Blog) ItemBlocks(i blog.Item) []Block {
	switch i.Kind {
	case blog.HeadlineItem:
		return []Block{n.headlineBlock()}
	case blog.StandfirstItem:
		return n.standfirstBlocks()
	case blog.ResultItem, blog.CouncilItem:
		return n.groupBlocks(n.lone(i))
	case blog.KeyMomentsItem:
		return n.momentBlocks()
	case blog.PinnedItem:
		return n.pinnedBlocks()
	case blog.LedgerItem:
		return n.ledgerBlocks()
	}
	if x, ok := n.entry(i.ID); ok {
		return []Block{n.entryBlock(x, "e-"+x.ID, n.timeOf)}
	}
	return nil
}

// lone is a contest or a council as a group of its own.
func (n *Blog) lone(i blog.Item) Group {
	for _, g := range n.Gathered() {
		level := 1
		if g.Council != nil || OneLine(g.name) != "" {
			level = 2
		}
		if g.Council != nil && i.Kind == blog.CouncilItem && g.Council.Council.ID == i.ID {
			card := n.newCouncil(*g.Council)
			return Group{Level: level, Council: &card}
		}
		for at, r := range g.Results {
			if i.Kind == blog.ResultItem && r.Contest.ID == i.ID {
				alone := Group{Level: level}
				n.fill(&alone, g.Results[at:at+1])
				return alone
			}
		}
	}
	return Group{}
}
