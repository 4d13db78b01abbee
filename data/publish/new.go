package publish

import (
	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
)

// This file sets what is new since a hand-over: each change under its mark.

// changes are those since the hand-over of the options, in the order in which
// this export has its entries.
func changesOf(n *layout.Blog) (Changes, error) {
	c := Delta(Items(n.Edition), *n.Options.Since)
	if len(c.All) == 0 {
		return c, ErrNothingNew
	}
	return c, nil
}

// newBlocks are the changes, parted by rules.
func newBlocks(n *layout.Blog) ([]layout.Block, error) {
	c, err := changesOf(n)
	if err != nil {
		return nil, err
	}
	bs := append(n.Warning(), layout.Bold(whatIsNew(n, c)))
	for _, x := range c.All {
		bs = append(bs, layout.Rule{}, layout.Bold(order(n, x)))
		if x.Item.Digest != "" { // else nothing is to stand there any more
			bs = append(bs, n.ItemBlocks(x.Item)...)
		}
	}
	if n.Plain {
		bs = append(bs, layout.Rule{})
	}
	return bs, nil
}

// whatIsNew stands over the changes.
func whatIsNew(n *layout.Blog, c Changes) string {
	s := layout.OneLine(n.Headline()) + ": what is new"
	if c.Since != 0 && !n.Timeless() {
		s += " since " + n.Time(c.Since).Text + " on " + n.Date(c.Since).Text
	}
	return s
}

// order tells whoever takes the changes what to do with one.
func order(n *layout.Blog, c Change) string {
	s := string(c.Mark)
	if c.Mark == New && c.Item.Kind == blog.EntryItem {
		if c.Below != "" {
			s += ", below e-" + c.Below
		}
		return s
	}
	return s + " " + n.ItemName(c.Item)
}
