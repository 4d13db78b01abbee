package ui

import (
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/election"
	"nightdesk/ui/kit"
)

// readLine is one line of a read-back.
type readLine struct {
	number string // place on the ballot paper, empty below the candidates
	words  string
	aside  string
	figure string
	known  bool // the figure is one; else it says why there is none
}

// readBackLines are a contest's names and figures in the order of an officer's
// sheet: the ballot paper, then the papers, then what they come to.
func readBackLines(c election.Contest, r election.Result) []readLine {
	elected := map[string]bool{}
	for _, row := range r.Rows {
		elected[row.Candidate.ID] = row.Elected
	}
	var lines []readLine
	for i, k := range c.Candidates {
		l := readLine{number: strconv.Itoa(i + 1), words: k.BallotName(), aside: k.Party.Label(), known: true}
		if elected[k.ID] {
			l.aside += " · elected ✔"
		}
		if isPolled(c) {
			l.figure, l.known = countWords(k.Votes)
		}
		lines = append(lines, l)
	}
	if !isPolled(c) {
		return append(lines, readLine{words: election.Balance(c)})
	}
	return append(lines, readBackTotals(c, r)...)
}

// readBackTotals are the lines under the candidates.
func readBackTotals(c election.Contest, r election.Result) []readLine {
	var lines []readLine
	add := func(words, aside string, n election.Count) {
		figure, known := countWords(n)
		lines = append(lines, readLine{words: words, aside: aside, figure: figure, known: known})
	}
	if c.Seats > 1 {
		add("Votes cast", fmt.Sprintf("for %d seats", c.Seats), r.Valid)
	} else {
		add("Valid votes", "", r.Valid)
	}
	add("Rejected papers", "", c.Rejected)
	for _, g := range groundsOf(&c.Headings) {
		if g.of.Known() {
			add("Rejected", g.words, *g.of)
		}
	}
	if c.Seats <= 1 {
		add("Papers counted", "valid and rejected", r.Papers)
	}
	add("Papers verified", "", c.Verified)
	add("Electorate", "", c.Electorate)
	if r.TurnoutPapers.Known() {
		lines = append(lines, readLine{words: "Turnout", aside: "by ballot papers", figure: percentOrDash(r.TurnoutPapers, 2), known: true})
	}
	add("Majority", majorityWords(c, r), r.Majority)
	return lines
}

// majorityWords say of what and over whom a majority is.
func majorityWords(c election.Contest, r election.Result) string {
	at := max(1, c.Seats)
	if !r.Majority.Known() || len(r.Rows) <= at {
		return ""
	}
	return r.Rows[at-1].Candidate.Name() + " over " + r.Rows[at].Candidate.Name()
}

// countWords is a count as it is read out, and whether it is known.
func countWords(n election.Count) (string, bool) {
	if !n.Known() {
		return "not keyed", false
	}
	return n.String(), true
}

// readBackRow is the look of one line.
type readBackRow struct {
	box                          *fyne.Container
	number, words, aside, figure *kit.Text
}

const (
	readBackSize   float32 = 22
	readBackHeight float32 = 42
)

func newReadBackRow() *readBackRow {
	r := &readBackRow{
		number: kit.NewQuiet("").Right(), words: kit.NewText("").Sized(readBackSize).Trim(),
		aside: kit.NewQuiet("").Sized(15).Trim(), figure: kit.NewText("").Sized(readBackSize).Right(),
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, readBackHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const h = readBackHeight
			figure := r.figure.MinSize().Width
			left, right := float32(48), size.Width-20-figure-16
			words := min(fyne.MeasureText(r.words.Words(), readBackSize, fyne.TextStyle{Bold: true}).Width+4, right-left)
			kit.Put(r.number, 0, 2, 34, h)
			kit.Put(r.words, left, 0, words, h)
			kit.Put(r.aside, left+words+10, 3, max(0, right-left-words-10), h)
			kit.Put(r.figure, size.Width-20-figure, 0, figure, h)
		},
	}, r.number, r.words, r.aside, r.figure)
	return r
}

func (r *readBackRow) show(l readLine) {
	r.number.SetText(l.number)
	r.words.Set(l.words, l.number != "", kit.Ink)
	r.aside.SetText(l.aside)
	ink := kit.Ink
	if !l.known {
		ink = kit.Quiet
	}
	r.figure.Set(l.figure, l.known, ink)
	r.box.Refresh()
}

// readBack shows the contest at hand in large type, to be read out over the
// phone or held against the officer's sheet, a line at a time.
func (w *window) readBack() {
	if !w.mayLook() {
		return
	}
	w.unfocus() // commits the cell that is being typed in
	c := w.count.live()
	lines := readBackLines(c, election.Compute(c))
	rows := map[fyne.CanvasObject]*readBackRow{}
	list := kit.NewList(func() fyne.CanvasObject {
		r := newReadBackRow()
		rows[r.box] = r
		return r.box
	}, func(i int, o fyne.CanvasObject) { rows[o].show(lines[i]) })
	list.Keyed = w.keyedInList(list)
	heights := make([]float32, len(lines))
	for i := range heights {
		heights[i] = readBackHeight
	}
	list.SetRows(heights, 0)
	w.whole("Read-back: "+c.Name, w.readBackWords(c)+" ↓ and ↑ go line by line.", list, list)
}

// readBackWords say which figures are read back.
func (w *window) readBackWords(c election.Contest) string {
	n := election.Several(len(c.Candidates), "candidate", "candidates") + " in ballot-paper order"
	if c.Seats > 1 {
		n += fmt.Sprintf(", %d seats", c.Seats)
	}
	if w.count.contest.State.IsDeclared() && !w.count.correcting {
		return n + ", as declared."
	}
	return n + ", not public."
}

// keyedInList are the keys of a list that fills a view over the window: Enter
// goes on to the next line, Esc back to the desk.
func (w *window) keyedInList(list *kit.List) func(*fyne.KeyEvent) {
	return func(k *fyne.KeyEvent) {
		switch {
		case k.Name == fyne.KeyEscape:
			w.closeOverlay()
		case enter(k):
			list.Select(list.Selection() + 1)
		}
	}
}
