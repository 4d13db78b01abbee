package text

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A linkParser reads [text](address) where all of it stands on one line and
// the address may be linked. Anything else in brackets stays text: images,
// references, titles, other schemes. It looks ahead once, so that a link is
// never opened without being closed.
type linkParser struct{}

// An openLink is the link whose text is being read.
type openLink struct {
	mark       *linkMark
	close, end int // offsets of the ] and of the end of the link
	address    string
}

// A linkMark stands in the tree for the opening bracket until the link closes.
type linkMark struct{ ast.BaseInline }

var (
	kindLinkMark = ast.NewNodeKind("LinkMark")
	openLinkKey  = parser.NewContextKey()
)

func (*linkMark) Kind() ast.NodeKind           { return kindLinkMark }
func (n *linkMark) Dump(source []byte, by int) { ast.DumpHelper(n, source, by, nil, nil) }

func (linkParser) Trigger() []byte { return []byte{'[', ']'} }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	open, _ := pc.Get(openLinkKey).(*openLink)
	if line[0] == '[' && open == nil {
		return p.open(block, pc)
	}
	if line[0] == ']' && open != nil && open.close == segment.Start {
		return p.close(parent, block, pc, open)
	}
	return nil
}

func (linkParser) open(block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if block.PrecendingCharacter() == '!' {
		return nil
	}
	label := closing(line, '[', ']', maxLabel)
	if label <= 1 || util.IsBlank(line[1:label]) || label+1 >= len(line) || line[label+1] != '(' {
		return nil
	}
	size := closing(line[label+1:], '(', ')', maxAddress)
	if size <= 1 {
		return nil
	}
	typed := line[label+2 : label+1+size]
	if bytes.ContainsAny(typed, " \n") {
		return nil
	}
	address, ok := linkAddress(string(unescape(typed)))
	if !ok {
		return nil
	}
	mark := &linkMark{}
	pc.Set(openLinkKey, &openLink{
		mark:    mark,
		close:   segment.Start + label,
		end:     segment.Start + label + 1 + size + 1,
		address: address,
	})
	block.Advance(1)
	return mark
}

func (linkParser) close(parent ast.Node, block text.Reader, pc parser.Context, open *openLink) ast.Node {
	pc.Set(openLinkKey, nil)
	link := ast.NewLink()
	link.Destination = []byte(open.address)
	for c := open.mark.NextSibling(); c != nil; {
		next := c.NextSibling()
		parent.RemoveChild(parent, c)
		link.AppendChild(link, c)
		c = next
	}
	parent.RemoveChild(parent, open.mark)
	block.Advance(open.end - open.close)
	return link
}

// CloseBlock forgets a link at the end of its block.
func (linkParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	pc.Set(openLinkKey, nil)
}

// closing is the offset in line of the bracket that closes the one at its
// start, or −1. It gives up after limit bytes and at deep nesting.
func closing(line []byte, opener, closer byte, limit int) int {
	depth, seen := 0, 0
	for i := 0; i < min(len(line), limit); i++ {
		switch c := line[i]; {
		case c == '\n':
			return -1
		case c == '\\':
			i++
		case c == opener:
			depth++
			if seen++; seen > maxBrackets {
				return -1
			}
		case c == closer:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// linkAddress makes a typed address one that may stand in a link: http,
// https or mailto, with everything percent-encoded that is not of the
// alphabet of addresses.
func linkAddress(typed string) (string, bool) {
	scheme, rest, found := strings.Cut(typed, ":")
	if !found {
		return "", false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		host, isPath := strings.CutPrefix(rest, "//")
		if !isPath || host == "" || strings.ContainsAny(host[:1], `/?#\`) {
			return "", false
		}
	case "mailto":
		if !strings.Contains(rest, "@") {
			return "", false
		}
	default:
		return "", false
	}
	return scheme + ":" + escapeAddress(rest), true
}

// escapeAddress percent-encodes what no address may hold, and what would be
// invisible or turn the direction of writing in one. Letters of other
// scripts stay.
func escapeAddress(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > ' ' && !strings.ContainsRune("\"<>\\^`{|}[]", r) && !IsInvisible(r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			b.WriteByte('%')
			b.WriteByte("0123456789ABCDEF"[c>>4])
			b.WriteByte("0123456789ABCDEF"[c&15])
		}
	}
	return b.String()
}

// A bareParser links bare addresses, but not within the text of a link.
type bareParser struct{ parser.InlineParser }

var bareAddress = regexp.MustCompile(`^https?://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\[\]]*)?`)

func newBareParser() parser.InlineParser {
	return bareParser{extension.NewLinkifyParser(
		extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
		extension.WithLinkifyURLRegexp(bareAddress),
	)}
}

func (p bareParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.Get(openLinkKey) != nil {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// unescape takes the backslash from before ASCII punctuation.
func unescape(s []byte) []byte { return util.UnescapePunctuations(s) }
