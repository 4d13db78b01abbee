package kit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Choice is one line that can be chosen.
type Choice struct {
	Words string // what is chosen
	Aside string // a few quiet words about it, or its key
	Key   rune   // chooses it at once while nothing is typed; 0 is none
	Do    func()
}

// Chooser is a field to type in over a list of choices that shrinks to what
// matches. Up and Down move, Enter chooses, Esc leaves.
type Chooser struct {
	*fyne.Container
	// Leave is called before a choice is carried out, and on Esc.
	Leave func()

	field   *Entry
	list    *List
	nothing *Text // in place of the list where nothing matches
	choices []Choice
	shown   []Choice
	rows    map[fyne.CanvasObject]*choiceRow
	width   float32
}

const (
	choiceHeight float32 = 28
	choiceLine   float32 = 18 // of words that go on in a second
	choiceLines          = 6  // that the words of a choice or about it get at most
	choicesWidth float32 = 520
)

// NewChooser makes a chooser under a title of one line or several.
func NewChooser(title string, choices []Choice) *Chooser {
	c := &Chooser{choices: choices, rows: map[fyne.CanvasObject]*choiceRow{}, width: choicesWidth}
	c.field = NewEntry("Type to narrow the list")
	c.field.OnChanged = func(string) { c.match() }
	c.field.Keyed = c.keyed
	c.field.Typed = c.typed
	c.list = NewList(c.row, func(i int, o fyne.CanvasObject) { c.rows[o].show(c.shown[i].lines(c.width)) })
	c.list.Resized = func(width float32) {
		c.width = width
		c.list.SetHeights(c.heights())
	}
	c.list.Clicked = c.choose
	c.list.Keyed = func(k *fyne.KeyEvent) { c.keyed(k) }
	c.nothing = NewQuiet("").Trim()
	c.shown = choices
	height := float32(0)
	for _, h := range c.heights() {
		height += h
	}
	height = min(max(height, choiceHeight), 11*choiceHeight)
	list := container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(choicesWidth, height) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			Put(o[0], 0, 0, size.Width, size.Height)
			Put(o[1], 8, 0, max(0, size.Width-16), choiceHeight)
		},
	}, c.list, c.nothing)
	lines := strings.Split(title, "\n")
	head := []fyne.CanvasObject{NewBold(lines[0])}
	for _, l := range lines[1:] {
		var about []fyne.CanvasObject
		for _, words := range Wrap(l, BodySize, false, choicesWidth, choiceLines) {
			about = append(about, NewQuiet(words).Trim())
		}
		head = append(head, Column(2, about...))
	}
	c.Container = Column(6, append(head, c.field, list)...)
	c.match()
	return c
}

// Field is where the focus belongs.
func (c *Chooser) Field() fyne.Focusable { return c.field }

func (c *Chooser) row() fyne.CanvasObject {
	r := &choiceRow{}
	r.box = container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, choiceHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size) },
	})
	c.rows[r.box] = r
	return r.box
}

// heights are those of the rows shown, in order.
func (c *Chooser) heights() []float32 {
	heights := make([]float32, len(c.shown))
	for i, choice := range c.shown {
		l := choice.lines(c.width)
		heights[i] = choiceHeight + choiceLine*float32(max(len(l.words), len(l.aside), 1)-1)
	}
	return heights
}

// choiceText is a choice broken into lines, and how wide those of its words are.
type choiceText struct {
	words, aside []string
	left         float32
}

// lines breaks a choice into lines for a row of a width: its words keep one
// line where they leave half of it, and what is said about it has the rest.
func (c Choice) lines(width float32) choiceText {
	words := c.Words
	if c.Key != 0 {
		words = string(c.Key) + "  " + words
	}
	room := width - 16
	left := advanceOf(words, BodySize, false) + 2
	if c.Aside == "" {
		return choiceText{words: brokenTo(words, room), left: room}
	}
	aside := advanceOf(c.Aside, BodySize, false) + 2
	const gap float32 = 16
	switch {
	case left+gap+aside <= room:
		return choiceText{[]string{words}, []string{c.Aside}, left}
	case left <= room/2:
	case aside <= room/2:
		left = room - gap - aside
	default:
		left = room / 2
	}
	return choiceText{brokenTo(words, left), brokenTo(c.Aside, room-gap-left), left}
}

// brokenTo breaks text into lines of a width; what fits stays as it is.
func brokenTo(text string, width float32) []string {
	if advanceOf(text, BodySize, false) <= width {
		return []string{text}
	}
	return Wrap(text, BodySize, false, width, choiceLines)
}

// choiceRow is a choice as it is drawn.
type choiceRow struct {
	box  *fyne.Container
	text choiceText
	used []*Text // the lines of the words, then those of the aside
}

func (r *choiceRow) show(text choiceText) {
	r.text = text
	for len(r.used) < len(text.words)+len(text.aside) {
		t := NewText("").Trim()
		r.used = append(r.used, t)
		r.box.Add(t)
	}
	for i, t := range r.used {
		t.Hidden = i >= len(text.words)+len(text.aside)
		switch {
		case i < len(text.words):
			t.Left()
			t.Set(text.words[i], false, Ink)
		case !t.Hidden:
			t.Right()
			t.Set(text.aside[i-len(text.words)], false, Quiet)
		}
	}
	r.put(r.box.Size())
	r.box.Refresh()
}

func (r *choiceRow) put(size fyne.Size) {
	words := len(r.text.words)
	for i, t := range r.used {
		x, line, width := float32(8), i, r.text.left
		if i >= words {
			x, line, width = 24+r.text.left, i-words, size.Width-32-r.text.left
		}
		Put(t, x, 5+float32(line)*choiceLine, max(0, width), choiceLine)
	}
}

// match lists the choices that have what is typed, the likeliest first: what is
// chosen goes before what is only said about it, and the beginning of a word
// before its middle.
func (c *Chooser) match() {
	find := strings.ToLower(strings.TrimSpace(c.field.Text))
	ranks := map[int][]Choice{}
	for _, choice := range c.choices {
		if rank := choice.rank(find); rank >= 0 {
			ranks[rank] = append(ranks[rank], choice)
		}
	}
	c.shown = slices.Concat(ranks[0], ranks[1], ranks[2], ranks[3], ranks[4], ranks[5])
	c.list.SetRows(c.heights(), 0)
	c.nothing.SetText(NoMatch(len(c.shown), c.field.Text))
}

// NoMatch is what stands in place of a list of so many lines that what is typed
// has left: that nothing matches it, or nothing where something does.
func NoMatch(lines int, typed string) string {
	if lines > 0 || strings.TrimSpace(typed) == "" {
		return ""
	}
	return "Nothing matches “" + strings.TrimSpace(typed) + "”."
}

// rank is how likely a choice is meant by what is typed, in lower case: 0 is
// the likeliest, −1 that it does not match.
func (c Choice) rank(find string) int {
	words := strings.ToLower(c.Words)
	aside := strings.ToLower(c.Aside)
	switch {
	case find == "":
		return 0
	case strings.HasPrefix(words, find):
		return 0
	case beginsAWord(words, find):
		return 1
	case strings.Contains(words, find):
		return 2
	case beginsAWord(aside, find):
		return 3
	case strings.Contains(aside, find):
		return 4
	case strings.Contains(words+" "+aside, find):
		return 5
	}
	return -1
}

// beginsAWord reports whether a word of the text, or several, begin so.
func beginsAWord(text, find string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], find)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return true
		}
		from = at + len(find)
	}
}

func (c *Chooser) keyed(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		c.list.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.choose(c.list.Selection())
	case fyne.KeyEscape:
		c.Leave()
	default:
		return false
	}
	return true
}

// typed takes the key of a choice while nothing else is typed.
func (c *Chooser) typed(r rune) bool {
	if c.field.Text != "" {
		return false
	}
	for i, choice := range c.shown {
		if choice.Key == r {
			c.choose(i)
			return true
		}
	}
	return false
}

func (c *Chooser) choose(i int) {
	if i < 0 || i >= len(c.shown) {
		return
	}
	do := c.shown[i].Do
	c.Leave()
	do()
}
