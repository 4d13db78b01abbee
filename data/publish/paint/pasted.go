package paint

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"nightdesk/data/publish/layout"
)

// Pasted is what WordPress keeps of a fragment of these blocks when it is
// pasted into its editor.
func Pasted(bs []layout.Block) []byte {
	var w press
	w.blocks(pasted(bs))
	return layout.Clean([]byte(w.String()))
}

func pasted(bs []layout.Block) []layout.Block {
	var out []layout.Block
	for _, p := range bs {
		switch p := p.(type) {
		case layout.Section:
			out = append(out, pasted(p.Blocks)...)
		case layout.Entry:
			out = append(out, pasted(p.Blocks())...)
		case layout.Folded:
			out = append(append(out, layout.Heading{Level: p.Level, Words: layout.Words(p.Summary)}), pasted(p.Blocks)...)
		case layout.Heading:
			p.Anchor = ""
			out = append(out, p)
		case layout.Paragraph:
			p.Anchor = ""
			if to, ok := embeddable(p.Words); ok {
				out = append(out, layout.Embed{Address: to})
			} else {
				out = append(out, p)
			}
		case layout.Quote:
			out = append(out, layout.Quote{Blocks: pasted(p.Blocks)})
			if len(p.Source) > 0 {
				out = append(out, layout.Paragraph{Words: p.Source})
			}
		case layout.Table:
			p.Caption = ""
			out = append(out, p)
		case layout.Image:
			p.Caption, p.Credit = strings.TrimSpace(p.Caption+" "+p.Credit), ""
			out = append(out, p)
		case layout.Drawing:
		case layout.List:
			if len(p.Items) > 0 {
				p.Items = pastedItems(p.Items)
				out = followed(out, p)
			}
		default:
			out = append(out, p)
		}
	}
	return out
}

// pastedItems are the items of a list. One that has a list and no word of its
// own goes into the item before it.
func pastedItems(items [][]layout.Block) (out [][]layout.Block) {
	for i, item := range items {
		var bs []layout.Block
		for _, p := range flat(item) {
			if l, ok := p.(layout.List); ok {
				l.Items = pastedItems(l.Items)
				bs = followed(bs, l)
			} else {
				bs = append(bs, p)
			}
		}
		if last := len(out) - 1; i > 0 && len(bs) == 1 && isList(bs[0]) {
			out[last] = append(out[last], bs...)
			continue
		}
		out = append(out, bs)
	}
	return out
}

func isList(p layout.Block) bool { _, is := p.(layout.List); return is }

// followed is what stands before a list and the list: one of a single item
// becomes a part of the list of its kind that it follows.
func followed(before []layout.Block, l layout.List) []layout.Block {
	if len(before) > 0 && len(l.Items) == 1 {
		if above, ok := before[len(before)-1].(layout.List); ok && above.Ordered == l.Ordered {
			above.Items = append(slices.Clip(above.Items), l.Items...)
			before[len(before)-1] = above
			return before
		}
	}
	return append(before, l)
}

// embeddable is the address that a paragraph is, where WordPress shows what is
// there in place of it: one https address and nothing else, unless its last
// part is called as a file that is no page.
func embeddable(ws []layout.Word) (to string, ok bool) {
	to = strings.TrimSpace(layout.PlainWords(ws))
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
