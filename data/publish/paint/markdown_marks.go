package paint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file chooses between * and _ for every mark of a paragraph. Two that
// touch may not be of one kind, or what a reader makes of them is anybody's
// guess, and _ marks nothing within a word.

// write writes the paragraph.
func (c *score) write() string {
	for c.setApart() {
	}
	return c.with(c.signs(c.within(), c.near()))
}

// with writes the paragraph with a sign for each mark.
func (c *score) with(signs []byte) string {
	var b strings.Builder
	for _, s := range c.strokes {
		if s.mark != 0 {
			b.WriteString(c.kinds[s.mark-1].sign(signs[s.mark-1]))
		}
		b.WriteString(s.text)
	}
	return strings.TrimSuffix(b.String(), "\\\n")
}

// setApart writes a letter before or after a mark as a reference where on the
// mark's other side is another mark or a sign: between a letter and a sign no
// mark is read as one. It reports whether there was one, since a letter alone
// between two marks is a sign to the other then.
func (c *score) setApart() (found bool) {
	for i := 0; i < len(c.strokes); i++ {
		from := i
		for i < len(c.strokes) && c.strokes[i].mark != 0 {
			i++
		}
		if i == from {
			continue
		}
		several := i-from > 1
		before, after := c.before(from), c.after(i-1)
		if !c.strokes[from].shut && joins(before) && (several || isSign(after)) {
			text := c.strokes[from-1].text
			c.strokes[from-1].text = strings.TrimSuffix(text, string(before)) + fmt.Sprintf("&#%d;", before)
			found = true
		}
		if c.strokes[i-1].shut && joins(after) && (several || isSign(before)) {
			text := c.strokes[i].text
			c.strokes[i].text = fmt.Sprintf("&#%d;", after) + strings.TrimPrefix(text, string(after))
			found = true
		}
	}
	return found
}

// before and after are the characters of the text beside a stroke, 0 where
// there is none.
func (c *score) before(i int) rune {
	if i == 0 || c.strokes[i-1].text == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(c.strokes[i-1].text)
	return r
}

func (c *score) after(i int) rune {
	if i+1 == len(c.strokes) || c.strokes[i+1].text == "" {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(c.strokes[i+1].text)
	return r
}

// joins reports whether a mark beside a character stands within a word.
// What readers disagree about, as £, is taken for a part of the word here and
// for a sign below.
func joins(r rune) bool {
	return r != 0 && !unicode.IsSpace(r) && !unicode.IsPunct(r) && (r >= 0x80 || !unicode.IsSymbol(r))
}

func isSign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// within tells of each mark whether it begins or ends within a word.
func (c *score) within() []bool {
	within := make([]bool, len(c.kinds))
	for i, s := range c.strokes {
		if s.mark != 0 && (!s.shut && joins(c.before(i)) || s.shut && joins(c.after(i))) {
			within[s.mark-1] = true
		}
	}
	return within
}

// near are, of each mark, those that touch it and those in it or round it; a
// mark that stands by itself is not there.
func (c *score) near() map[int][]int {
	near := map[int][]int{}
	var open []int
	meet := func(a, b int) {
		if a != b && c.kinds[a-1] != strikes && c.kinds[b-1] != strikes {
			near[a], near[b] = append(near[a], b), append(near[b], a)
		}
	}
	for i, s := range c.strokes {
		if s.mark == 0 {
			continue
		}
		if i > 0 && c.strokes[i-1].mark != 0 {
			meet(c.strokes[i-1].mark, s.mark)
		}
		if s.shut {
			open = open[:len(open)-1]
			continue
		}
		if len(open) > 0 {
			meet(open[len(open)-1], s.mark)
		}
		open = append(open, s.mark)
	}
	return near
}

// signs gives those within a word a *, their neighbours the other sign and so
// on, and whatever is left a * too.
func (c *score) signs(within []bool, near map[int][]int) []byte {
	sign := make([]byte, len(c.kinds))
	var give func(mark int, as byte)
	give = func(mark int, as byte) {
		if sign[mark-1] != 0 {
			return
		}
		if within[mark-1] {
			as = '*'
		}
		sign[mark-1] = as
		other := byte('*')
		if as == '*' {
			other = '_'
		}
		for _, next := range near[mark] {
			give(next, other)
		}
	}
	for mark, must := range within {
		if must {
			give(mark+1, '*')
		}
	}
	for mark := range sign {
		give(mark+1, '*')
	}
	return sign
}
