package paint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/publish/layout"
)

// This file writes running text as Markdown so that it is read again as the
// same text with the same marks.

// A stroke is a run of text, or one end of a mark: a paragraph as a line of
// them is what shows which ends touch.
type stroke struct {
	text string // ready to be written
	mark int    // 1 + the place of its mark among those of the paragraph; 0 for text
	shut bool   // the end of it
}

// A score is a paragraph being written.
type score struct {
	s       scribe
	strokes []stroke
	kinds   []markKind // of the marks
	plain   strings.Builder
}

// A markKind is what a mark does.
type markKind int

const (
	stresses markKind = iota
	strengthens
	strikes
)

// sign is the mark as it is written, with the sign that was chosen for it.
func (k markKind) sign(chosen byte) string {
	switch k {
	case stresses:
		return string(chosen)
	case strengthens:
		return string(chosen) + string(chosen)
	}
	return "~~"
}

// words writes running text.
func (s scribe) words(ws []layout.Word) string {
	c := score{s: s}
	c.read(simple(ws, nil))
	c.flush()
	return strings.Trim(c.write(), " ")
}

// simple is words without marks that say nothing: one within its own kind, and
// the end and beginning of one where two of a kind touch.
func simple(ws []layout.Word, inside []string) []layout.Word {
	var out []layout.Word
	for _, w := range ws {
		switch w.Mark {
		case layout.Emphasis, layout.Strong, layout.Strike:
			if slices.Contains(inside, w.Mark) {
				out = append(out, simple(w.Inner, inside)...)
				continue
			}
			inner := simple(w.Inner, append(slices.Clip(inside), w.Mark))
			if last := len(out) - 1; last >= 0 && out[last].Mark == w.Mark {
				out[last].Inner = simple(append(slices.Clip(out[last].Inner), inner...), append(slices.Clip(inside), w.Mark))
				continue
			}
			w.Inner = inner
		case "":
		default:
			w.Inner = simple(w.Inner, inside)
		}
		out = append(out, w)
	}
	return out
}

// text writes plain text that stands inside a line.
func (s scribe) text(t string) string { return escapeMarkdown(s.plain(t), false) }

// plain is a text in the characters that the form may have, on one line.
func (s scribe) plain(t string) string {
	if s.ascii {
		t = ascii(t)
	}
	return strings.ReplaceAll(t, "\n", " ")
}

func (c *score) read(ws []layout.Word) {
	for _, w := range ws {
		switch w.Mark {
		case "":
			c.plain.WriteString(c.s.plain(w.Text))
		case layout.Break:
			c.flush()
			c.endLine()
			c.put("\\\n")
		case layout.Emphasis:
			c.marked(w, stresses)
		case layout.Strong:
			c.marked(w, strengthens)
		case layout.Strike:
			c.marked(w, strikes)
		case layout.Link:
			c.link(w)
		default:
			c.read(w.Inner)
		}
	}
}

func (c *score) put(text string) { c.strokes = append(c.strokes, stroke{text: text}) }

// flush writes the plain text gathered so far.
func (c *score) flush() {
	if c.plain.Len() == 0 {
		return
	}
	text := c.plain.String()
	c.plain.Reset()
	starts := len(c.strokes) == 0
	if !starts {
		starts = strings.HasSuffix(c.strokes[len(c.strokes)-1].text, "\n")
	}
	if starts {
		text = strings.TrimLeft(text, " ")
	}
	c.put(escapeMarkdown(text, starts))
}

// endLine makes what was written last fit to stand before a line break, which
// readers do not all find after a backslash.
func (c *score) endLine() {
	i := len(c.strokes) - 1
	if i < 0 {
		return
	}
	text := strings.TrimRight(c.strokes[i].text, " ")
	if before, ok := strings.CutSuffix(text, `\\`); ok {
		text = before + "&#92;"
	}
	c.strokes[i].text = text
}

func (c *score) marked(w layout.Word, k markKind) {
	if layout.PlainWords(w.Inner) == "" {
		return
	}
	c.flush()
	c.kinds = append(c.kinds, k)
	id := len(c.kinds)
	c.strokes = append(c.strokes, stroke{mark: id})
	c.read(w.Inner)
	c.flush()
	c.strokes = append(c.strokes, stroke{mark: id, shut: true})
}

// link writes a link. An exclamation mark before one would make a picture of
// it, and a place in the blog is somewhere to go only where its address is
// known.
func (c *score) link(w layout.Word) {
	to := w.To
	if strings.HasPrefix(to, "#") {
		if to = c.s.n.Permalink(to[1:]); to == "" {
			c.read(w.Inner)
			return
		}
	}
	c.flush()
	if i := len(c.strokes) - 1; i >= 0 {
		if t := c.strokes[i].text; strings.HasSuffix(t, "!") {
			c.strokes[i].text = t[:len(t)-1] + `\!`
		}
	}
	bare := layout.PlainWords(w.Inner) == to
	if c.s.ascii {
		to = layout.ASCIIAddress(to)
	}
	if bare {
		c.put("<" + to + ">")
		return
	}
	c.put("[")
	if label := layout.PlainWords(w.Inner); label == "x" || label == "X" {
		c.put(fmt.Sprintf("&#%d;", label[0])) // a list's item would begin with a ticked box
	} else {
		c.read(w.Inner)
		c.flush()
	}
	c.put("](" + destination(to) + ")")
}

var reference = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

func destination(to string) string {
	to = reference.ReplaceAllString(to, "&amp;$1")
	if strings.ContainsAny(to, "()") {
		return "<" + to + ">"
	}
	return to
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// numbered is what makes a numbered list of a line.
var numbered = regexp.MustCompile(`^[0-9]{1,9}[.)](?: |$)`)

// escapeMarkdown writes plain text so that it is read as that and nothing
// else. Starts says that it begins a line.
func escapeMarkdown(t string, starts bool) string {
	var b strings.Builder
	number := -1
	if m := numbered.FindString(t); starts && m != "" {
		number = len(strings.TrimRight(m, " ")) - 1
	}
	for i, r := range t {
		if i == number || starts && i == 0 && begins(t) || special(t, i, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// begins reports whether a text would begin something at the start of a line:
// a heading or the line under one, a quote, a list, the rule of a table.
func begins(t string) bool {
	switch t[0] {
	case '#', '>', '=':
		return true
	case '-', '+', ':':
		r, _ := utf8.DecodeRuneInString(t[1:])
		return !isWord(r)
	}
	return false
}

// special reports whether the character at a place means something wherever
// it stands.
func special(t string, i int, r rune) bool {
	switch r {
	case '\\', '`', '*', '[', ']', '<', '|', '~':
		return true
	case '_':
		before, _ := utf8.DecodeLastRuneInString(t[:i])
		after, _ := utf8.DecodeRuneInString(t[i+1:])
		return !isWord(before) || !isWord(after)
	case '&':
		return i+1 < len(t) && (t[i+1] == '#' || isLetter(t[i+1]))
	case '@':
		return i > 0 && !strings.ContainsRune(" (", rune(t[i-1])) && i+1 < len(t) && t[i+1] != ' '
	case ':':
		return strings.HasPrefix(t[i+1:], "//")
	case '.':
		return i >= 3 && strings.EqualFold(t[i-3:i], "www")
	}
	return false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
