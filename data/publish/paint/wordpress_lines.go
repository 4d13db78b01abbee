package paint

import "nightdesk/data/publish/layout"

// asLines is a block as lines of words, where a form has no room for what it is:
// a table's rows, a quote's paragraphs with their source.
func asLines(p layout.Block) [][]layout.Word {
	switch p := p.(type) {
	case layout.Heading:
		return [][]layout.Word{{layout.Marked(layout.Strong, p.Words...)}}
	case layout.Paragraph:
		return [][]layout.Word{p.Words}
	case layout.Quote:
		var all [][]layout.Word
		for _, x := range flat(p.Blocks) {
			all = append(all, asLines(x)...)
		}
		if len(p.Source) > 0 {
			all = append(all, append(layout.Words("— "), p.Source...))
		}
		return all
	case layout.List:
		var all [][]layout.Word
		for _, item := range p.Items {
			for _, x := range flat(item) {
				for _, l := range asLines(x) {
					all = append(all, append(layout.Words("• "), l...))
				}
			}
		}
		return all
	case layout.Table:
		return gridLines(p)
	case layout.Image:
		all := [][]layout.Word{layout.Words(p.Instead)}
		if below := captionText(p); below != "" {
			all = append(all, layout.Words(below))
		}
		return all
	}
	return nil
}

func gridLines(g layout.Table) [][]layout.Word {
	var all [][]layout.Word
	if g.Caption != "" {
		all = append(all, layout.Words(g.Caption))
	}
	line := func(cells [][]layout.Word) {
		var l []layout.Word
		for i, c := range cells {
			if i > 0 {
				l = append(l, layout.Text(" | "))
			}
			l = append(l, c...)
		}
		all = append(all, l)
	}
	line(g.Head)
	for _, row := range g.Rows {
		cells := make([][]layout.Word, len(row))
		for i, c := range row {
			cells[i] = c.Words
		}
		line(cells)
	}
	return all
}
