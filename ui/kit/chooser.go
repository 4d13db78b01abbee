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
	lines   map[fyne.CanvasObject][2]*Text
}

const choiceHeight float32 = 28

// NewChooser makes a chooser under a title of one line or several.
func NewChooser(title string, choices []Choice) *Chooser {
	c := &Chooser{choices: choices, lines: map[fyne.CanvasObject][2]*Text{}}
	c.field = NewEntry("Type to narrow the list")
	c.field.OnChanged = func(string) { c.match() }
	c.field.Keyed = c.keyed
	c.field.Typed = c.typed
	c.list = NewList(c.row, func(i int, o fyne.CanvasObject) {
		line := c.lines[o]
		words := c.shown[i].Words
		if key := c.shown[i].Key; key != 0 {
			words = string(key) + "  " + words
		}
		line[0].SetText(words)
		line[1].SetText(c.shown[i].Aside)
		o.Refresh() // how the two share the line depends on the words
	})
	c.list.Clicked = c.choose
	c.list.Keyed = func(k *fyne.KeyEvent) { c.keyed(k) }
	c.nothing = NewQuiet("").Trim()
	height := min(float32(max(1, len(choices))), 11) * choiceHeight
	list := container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(520, height) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			Put(o[0], 0, 0, size.Width, size.Height)
			Put(o[1], 8, 0, max(0, size.Width-16), choiceHeight)
		},
	}, c.list, c.nothing)
	lines := strings.Split(title, "\n")
	head := []fyne.CanvasObject{NewBold(lines[0])}
	for _, l := range lines[1:] {
		head = append(head, NewQuiet(l).Trim())
	}
	c.Container = Column(6, append(head, c.field, list)...)
	c.match()
	return c
}

// Field is where the focus belongs.
func (c *Chooser) Field() fyne.Focusable { return c.field }

func (c *Chooser) row() fyne.CanvasObject {
	words, aside := NewText("").Trim(), NewQuiet("").Right().Trim()
	o := container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, choiceHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			left := fyne.MeasureText(words.Words(), BodySize, fyne.TextStyle{}).Width + 2
			if aside.Words() != "" {
				left = min(left, size.Width*0.6)
			}
			Put(words, 8, 0, min(left, size.Width-16), choiceHeight)
			Put(aside, 24+left, 0, max(0, size.Width-32-left), choiceHeight)
		},
	}, words, aside)
	c.lines[o] = [2]*Text{words, aside}
	return o
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
	heights := make([]float32, len(c.shown))
	for i := range heights {
		heights[i] = choiceHeight
	}
	c.list.SetRows(heights, 0)
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
