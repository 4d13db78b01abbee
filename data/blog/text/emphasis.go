package text

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// This file reads emphasis, strong and strike. It does not use goldmark's own
// reading of them, for which an asterisk within a word marks: here emphasis
// begins and ends at the edge of a word, as underscores do on GitHub, and a run
// of marks is consumed whole or not at all. f***ing and 1,234* stay as typed.

// A markNode is a run of *, _ or ~~ in goldmark's tree that may mark.
type markNode struct {
	ast.BaseInline
	segment           text.Segment
	canOpen, canClose bool
}

var kindMark = ast.NewNodeKind("Mark")

func (*markNode) Kind() ast.NodeKind           { return kindMark }
func (n *markNode) Dump(source []byte, by int) { ast.DumpHelper(n, source, by, nil, nil) }

func (n *markNode) size() int { return n.segment.Len() }

// A markParser reads runs of up to three * or _, and of two tildes. Other runs
// are text, and so are all beyond the bound of a block.
type markParser struct{}

func (markParser) Trigger() []byte { return []byte{'*', '_', '~'} }

var marksKey = parser.NewContextKey()

func (markParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	size := 1
	for size < len(line) && line[size] == line[0] {
		size++
	}
	after := ' '
	if size < len(line) {
		after = util.ToRune(line, size)
	}
	block.Advance(size)
	segment = segment.WithStop(segment.Start + size)
	n := &markNode{segment: segment}
	n.canOpen, n.canClose = flanks(line[0], before, after)
	marks, _ := pc.Get(marksKey).(int)
	if size > 3 || (line[0] == '~') != (size == 2) && line[0] == '~' || !n.canOpen && !n.canClose || marks >= maxMarks {
		return ast.NewTextSegment(segment)
	}
	pc.Set(marksKey, marks+1)
	return n
}

// CloseBlock starts the count of marks anew.
func (markParser) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) { pc.Set(marksKey, nil) }

// flanks tells by the characters round a run what it can do. One of asterisks
// or underscores does nothing within a word; two tildes may.
func flanks(mark byte, before, after rune) (canOpen, canClose bool) {
	blankBefore, blankAfter := util.IsSpaceRune(before), util.IsSpaceRune(after)
	punctBefore, punctAfter := isPunct(before), isPunct(after)
	left := !blankAfter && (!punctAfter || blankBefore || punctBefore)
	right := !blankBefore && (!punctBefore || blankAfter || punctAfter)
	if mark == '~' {
		return left, right
	}
	return left && (!right || punctBefore), right && (!left || punctAfter)
}

// isPunct reports whether a word ends before r. The signs of amounts belong to
// the figure that they stand at: 5%*, £*.
func isPunct(r rune) bool {
	return util.IsPunctRune(r) && !unicode.Is(unicode.Sc, r) && !strings.ContainsRune("%‰°&#@+=", r)
}

// A pair is an opening and a closing mark, by their places among the marks of
// a passage, and how many characters of each it consumes.
type pair struct{ open, close, size int }

// pairs pairs up the marks of a passage, inner pairs before outer ones. A
// closing mark takes the openings of its character nearest to it, if it can be
// consumed whole by them; what stands open between them is text.
func pairs(source []byte, marks []*markNode) []pair {
	var found []pair
	var open []int // those that may still be closed
	left := make([]int, len(marks))
	for i, m := range marks {
		left[i] = m.size()
		if m.canClose {
			taken := takes(source, marks, open, left, i)
			for _, at := range taken {
				o := open[at]
				for left[i] > 0 && left[o] > 0 {
					size := min(left[i], left[o], 2)
					left[i], left[o] = left[i]-size, left[o]-size
					found = append(found, pair{o, i, size})
				}
				open = open[:at+1]
				if left[o] == 0 {
					open = open[:at]
				}
			}
		}
		if m.canOpen && left[i] == m.size() {
			open = append(open, i)
		}
	}
	return wholly(marks, found)
}

// takes are the places in open of the marks that a closing one takes, the
// innermost first; none where they are not enough for all of it. One of three
// may close in two steps: ***a** b*.
func takes(source []byte, marks []*markNode, open, left []int, closing int) []int {
	var taken []int
	size := marks[closing].size()
	for at := len(open) - 1; at >= 0 && size > 0; at-- {
		o := open[at]
		same := source[marks[o].segment.Start] == source[marks[closing].segment.Start]
		if same && (left[o] <= size || marks[o].size() == 3) {
			taken = append(taken, at)
			size -= left[o]
		}
	}
	if size > 0 {
		return nil
	}
	return taken
}

// wholly leaves out the pairs of marks that are not consumed to their end.
func wholly(marks []*markNode, found []pair) []pair {
	for {
		used := make([]int, len(marks))
		for _, p := range found {
			used[p.open] += p.size
			used[p.close] += p.size
		}
		partly := func(mark int) bool { return used[mark] != marks[mark].size() }
		rest := slices.DeleteFunc(slices.Clone(found), func(p pair) bool { return partly(p.open) || partly(p.close) })
		if len(rest) == len(found) {
			return found
		}
		found = rest
	}
}

// A matched mark is one with the pairs that it opens and closes, the inner
// ones first.
type matched struct{ opens, closes []pair }

// marks are the marks of a block or a link, in order.
func (r *Reading) marks(parent ast.Node) []matched {
	var marks []*markNode
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n, ok := n.(*markNode); ok {
			marks = append(marks, n)
		}
	}
	all := make([]matched, len(marks))
	found := pairs(r.source.text, marks)
	for _, p := range found {
		all[p.open].opens = append(all[p.open].opens, p)
		all[p.close].closes = append(all[p.close].closes, p)
	}
	if r.recording {
		r.doubt(marks, all, found)
	}
	return all
}

// A Doubt is a run of asterisks that could be read two ways, and where it was
// typed: as emphasis, or as the asterisks that they are.
type Doubt struct {
	From, To int
	Emphasis bool // which of the two it was read as
}

// doubt notes the asterisks that begin a word and no emphasis, those of
// emphasis that holds other asterisks, and three that mark several words, since
// they may stand for letters.
func (r *Reading) doubt(marks []*markNode, all []matched, found []pair) {
	isAsterisk := func(m *markNode) bool { return r.source.text[m.segment.Start] == '*' }
	doubted := make([]bool, len(marks))
	add := func(i int, emphasis bool) {
		if !doubted[i] {
			at := marks[i].segment
			r.Doubts = append(r.Doubts, Doubt{r.source.typed(at.Start), r.source.typed(at.Stop), emphasis})
		}
		doubted[i] = true
	}
	paired := func(i int) bool { return len(all[i].opens)+len(all[i].closes) > 0 }
	for i, m := range marks {
		next, _ := utf8.DecodeRune(r.source.text[m.segment.Stop:])
		if !paired(i) && isAsterisk(m) && m.canOpen && !isPunct(next) {
			add(i, false)
		}
	}
	for _, p := range found {
		if !isAsterisk(marks[p.open]) {
			continue
		}
		holds := false
		for i := p.open + 1; i < p.close; i++ {
			holds = holds || !paired(i) && isAsterisk(marks[i])
		}
		between := r.source.text[marks[p.open].segment.Stop:marks[p.close].segment.Start]
		if holds || marks[p.open].size() == 3 && bytes.ContainsAny(between, " \n") {
			add(p.open, true)
		}
	}
}

// A marked text is one between a pair of marks that is being read.
type marked struct {
	run
	from int // where it begins in the passage
}

// mark reads a mark. What it opens is put on nested, what it closes taken from
// there. One of no pair is text, and so is one nested too deep, for which the
// text around it stands on nested once more.
func (r *Reading) mark(nested []*marked, n *markNode, m matched, depth int) []*marked {
	char := string(r.source.text[n.segment.Start])
	asText := func(size int) {
		mark := strings.Repeat(char, size)
		nested[len(nested)-1].plain(mark)
		r.note(mark, n.segment.Start)
	}
	if len(m.opens)+len(m.closes) == 0 {
		asText(n.size())
	}
	for _, p := range m.closes {
		inner := nested[len(nested)-1]
		nested = nested[:len(nested)-1]
		around := nested[len(nested)-1]
		switch {
		case inner == around:
			asText(p.size)
			continue
		case char == "~":
			r.mask(inner.from)
		}
		around.add(wrapped(char, p.size, inner.all()))
	}
	for _, p := range slices.Backward(m.opens) {
		if depth+len(nested) > maxInlineNest {
			asText(p.size)
			nested = append(nested, nested[len(nested)-1])
		} else {
			nested = append(nested, &marked{from: r.noted()})
		}
	}
	return nested
}

// wrapped is marked text.
func wrapped(char string, size int, inner []Inline) Inline {
	switch {
	case char == "~":
		return Strike{inner}
	case size == 2:
		return Strong{inner}
	}
	return Emphasis{inner}
}
