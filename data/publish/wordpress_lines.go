package publish

// asLines is a piece as lines of words, where a form has no room for what it is:
// a table's rows, a quote's paragraphs with their source.
func (n *night) asLines(p piece) [][]word {
	switch p := p.(type) {
	case heading:
		return [][]word{{marked(inStrong, p.words...)}}
	case paragraph:
		return [][]word{p.words}
	case quotation:
		var all [][]word
		for _, x := range n.flat(p.pieces) {
			all = append(all, n.asLines(x)...)
		}
		if len(p.source) > 0 {
			all = append(all, append(saying("— "), p.source...))
		}
		return all
	case listing:
		var all [][]word
		for _, item := range p.items {
			for _, x := range n.flat(item) {
				for _, l := range n.asLines(x) {
					all = append(all, append(saying("• "), l...))
				}
			}
		}
		return all
	case grid:
		return gridLines(p)
	case image:
		all := [][]word{saying(p.instead)}
		if below := captionText(p); below != "" {
			all = append(all, saying(below))
		}
		return all
	}
	return nil
}

func gridLines(g grid) [][]word {
	var all [][]word
	if g.caption != "" {
		all = append(all, saying(g.caption))
	}
	line := func(cells [][]word) {
		var l []word
		for i, c := range cells {
			if i > 0 {
				l = append(l, said(" | "))
			}
			l = append(l, c...)
		}
		all = append(all, l)
	}
	line(g.head)
	for _, row := range g.rows {
		cells := make([][]word, len(row))
		for i, c := range row {
			cells[i] = c.words
		}
		line(cells)
	}
	return all
}
