package publish

import (
	"strings"

	"nightdesk/data/blog"
)

// Pasted is what WordPress keeps of the fragment with these options when it is
// pasted into its editor, as the blocks that it makes of it: no anchor is
// left, no caption of a table and no drawing, the source of a quote is a
// paragraph after it, and what was folded is open. The form WordPress keeps
// more.
func Pasted(e blog.Edition, o Options) ([]byte, error) {
	n, err := read(e.Public(), Fragment, exportName(e, o), o)
	if err != nil {
		return nil, err
	}
	ps, err := n.all()
	if err == nil {
		err = n.beside.err
	}
	if err != nil {
		return nil, err
	}
	w := press{n: n}
	w.blocks(n.pasted(ps))
	return clean([]byte(w.String())), nil
}

func (n *night) pasted(ps []piece) []piece {
	var out []piece
	for _, p := range ps {
		switch p := p.(type) {
		case result:
			out = append(out, n.pasted(n.cardPieces(p.card))...)
		case tally:
			out = append(out, n.pasted(n.councilPieces(p.council))...)
		case news:
			out = append(out, n.pasted(n.newsPieces(p.pending))...)
		case article:
			out = append(out, n.pasted(p.pieces)...)
		case folded:
			out = append(append(out, heading{level: p.level, words: saying(p.summary)}), n.pasted(p.pieces)...)
		case heading:
			p.anchor = ""
			out = append(out, p)
		case paragraph:
			p.anchor = ""
			out = append(out, p)
		case quotation:
			out = append(out, quotation{pieces: n.pasted(p.pieces)})
			if len(p.source) > 0 {
				out = append(out, paragraph{words: p.source})
			}
		case grid:
			p.caption = ""
			out = append(out, p)
		case image:
			p.caption, p.credit = strings.TrimSpace(p.caption+" "+p.credit), ""
			out = append(out, p)
		case drawing:
		default:
			out = append(out, p)
		}
	}
	return out
}
