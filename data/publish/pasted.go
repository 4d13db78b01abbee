package publish

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"nightdesk/data/blog"
)

// Pasted is what WordPress keeps of the fragment with these options when it is
// pasted into its editor, as the blocks that it makes of it: no anchor is
// left, no caption of a table and no drawing, the source of a quote is a
// paragraph after it, and what was folded is open; a list of a single item
// goes on with the list before it, and an address that stands alone is shown
// as what is there. The form WordPress keeps more.
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
			if to, ok := embeddable(p.words); ok {
				out = append(out, embed{to})
			} else {
				out = append(out, p)
			}
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
		case listing:
			p.items = n.pastedItems(p.items)
			out = followed(out, p)
		default:
			out = append(out, p)
		}
	}
	return out
}

// pastedItems are the items of a list. One that has a list and no word of its
// own goes into the item before it.
func (n *night) pastedItems(items [][]piece) (out [][]piece) {
	for i, item := range items {
		var ps []piece
		for _, p := range n.flat(item) {
			if l, ok := p.(listing); ok {
				l.items = n.pastedItems(l.items)
				ps = followed(ps, l)
			} else {
				ps = append(ps, p)
			}
		}
		if last := len(out) - 1; i > 0 && len(ps) == 1 && isList(ps[0]) {
			out[last] = append(out[last], ps...)
			continue
		}
		out = append(out, ps)
	}
	return out
}

func isList(p piece) bool { _, is := p.(listing); return is }

// followed is what stands before a list and the list: one of a single item
// becomes a part of the list of its kind that it follows.
func followed(before []piece, l listing) []piece {
	if len(before) > 0 && len(l.items) == 1 {
		if above, ok := before[len(before)-1].(listing); ok && above.ordered == l.ordered {
			above.items = append(slices.Clip(above.items), l.items...)
			before[len(before)-1] = above
			return before
		}
	}
	return append(before, l)
}

// embeddable is the address that a paragraph is, where WordPress shows what is
// there in place of it: one https address and nothing else, unless its last
// part is called as a file that is no page.
func embeddable(ws []word) (to string, ok bool) {
	to = strings.TrimSpace(plainWords(ws))
	u, err := url.Parse(to)
	if err != nil || u.Host == "" || strings.Count(strings.ToLower(to), "https://") != 1 ||
		!strings.EqualFold(u.Scheme, "https") || strings.ContainsFunc(to, unicode.IsSpace) {
		return "", false
	}
	if end := fileEnding.FindStringSubmatch(u.EscapedPath()); end != nil && !slices.Contains([]string{"htm", "html", "php"}, strings.ToLower(end[1])) {
		return "", false
	}
	if strings.EqualFold(u.Host, "x.com") { // by the name that it had
		u.Host = "twitter.com"
		to = u.String()
	}
	return to, true
}

// fileEnding is what an address that leads to a file ends in.
var fileEnding = regexp.MustCompile(`\.([A-Za-z0-9]+)$`)
