package ui

import (
	"fmt"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// scoreboard stands beside the results: what they add up to, line by line. It
// is a list, so that keys can read it to its end.
type scoreboard struct {
	list  *kit.List
	lines []boardLine
	rows  map[fyne.CanvasObject]*boardRow
}

// boardKind is how a line of the scoreboard looks.
type boardKind int

const (
	boardTitle boardKind = iota // words in bold, and what is said of them at the right
	boardFact                   // quiet words
	boardSeats                  // a council's seats as one bar
	boardHeads                  // small words over the figures
	boardParty                  // a party and its figures
	boardSpace                  // nothing, under a line
)

// boardHeights are the heights of the lines by kind.
var boardHeights = map[boardKind]float32{boardTitle: 28, boardFact: 20, boardSeats: 24, boardHeads: 24, boardParty: 24, boardSpace: 20}

// The size of the facts, and the room that they have in any window.
const (
	factSize float32 = 12
	factRoom float32 = boardNarrow - 24
)

// A boardLine is one line of the scoreboard.
type boardLine struct {
	kind    boardKind
	words   string
	aside   string
	loud    bool          // of a fact: something is wrong
	figures []boardFigure // from the right
	party   *election.Party
	council *election.CouncilResult // of the bar
	open    func()                  // on Enter or a click, where there is something to open
	edit    func()                  // on E
}

// A boardFigure is a figure or its head, in a column of a width.
type boardFigure struct {
	words string
	width float32
	quiet bool
	roomy bool // left out in a narrow window
}

func newScoreboard() *scoreboard {
	b := &scoreboard{rows: map[fyne.CanvasObject]*boardRow{}}
	b.list = kit.NewList(func() fyne.CanvasObject {
		r := newBoardRow()
		b.rows[r.box] = r
		return r.box
	}, nil)
	b.list.Clicked = b.open
	return b
}

// show puts the lines into the list; the colours are the desk's own.
func (b *scoreboard) show(lines []boardLine, own map[string]string) {
	b.lines = lines
	b.list.Update = func(i int, o fyne.CanvasObject) { b.rows[o].show(b.lines[i], own) }
	heights := make([]float32, len(lines))
	for i, l := range lines {
		heights[i] = boardHeights[l.kind]
	}
	b.list.SetRows(heights, b.list.Selection())
}

func (b *scoreboard) open(i int) {
	if i >= 0 && i < len(b.lines) && b.lines[i].open != nil {
		b.lines[i].open()
	}
}

// key opens the line at hand on Enter and reports whether it took the key.
func (b *scoreboard) key(k *fyne.KeyEvent) bool {
	if !kit.IsEnter(k) {
		return false
	}
	b.open(b.list.Selection())
	return true
}

// edit edits what the line at hand stands for.
func (b *scoreboard) edit() {
	if i := b.list.Selection(); i >= 0 && i < len(b.lines) && b.lines[i].edit != nil {
		b.lines[i].edit()
	}
}

// boardRow is a line as it is drawn.
type boardRow struct {
	box          *fyne.Container
	words, aside *kit.Text
	mark         *kit.Bar
	bar          *councilBar
	rule         *kit.Box
	figures      []*kit.Text
	line         boardLine
}

// mostFigures is how many columns of figures a line can have.
const mostFigures = 6

func newBoardRow() *boardRow {
	r := &boardRow{words: kit.NewText("").Trim(), aside: kit.NewText("").Right().Trim(), mark: kit.NewBar(),
		bar: newCouncilBar(), rule: kit.NewBox(kit.Line)}
	objects := []fyne.CanvasObject{r.rule, r.mark, r.bar.box, r.words, r.aside}
	for range mostFigures {
		text := kit.NewText("").Right()
		r.figures = append(r.figures, text)
		objects = append(objects, text)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, boardHeights[r.line.kind]) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size) },
	}, objects...)
	return r
}

func (r *boardRow) show(l boardLine, own map[string]string) {
	another := r.line.kind != l.kind
	r.line = l
	role, size, bold := kit.Ink, kit.BodySize, l.kind == boardTitle
	switch l.kind {
	case boardFact:
		role, size = kit.Quiet, factSize
	case boardHeads:
		role, size = kit.Quiet, kit.SmallSize
	}
	if l.loud {
		role = kit.Ink
	}
	r.words.Sized(size).Set(l.words, bold, role)
	r.aside.Set(l.aside, bold, role)
	for i, text := range r.figures {
		text.Hidden = i >= len(l.figures)
		if !text.Hidden {
			f := l.figures[i]
			ink := role
			if f.quiet {
				ink = kit.Quiet
			}
			text.Sized(size).Set(f.words, false, ink)
		}
	}
	r.mark.Hidden = l.party == nil
	if l.party != nil {
		fill := chart.Fill(*l.party, own)
		r.mark.Set(1, fill, kit.Palette().Outline(fill), true)
	}
	r.bar.box.Hidden = l.council == nil
	if l.council != nil {
		r.bar.show(*l.council, own)
	}
	r.rule.Hidden = l.kind != boardHeads && l.kind != boardSpace
	r.put(r.box.Size())
	if another {
		r.box.Refresh() // the size of the words goes with the kind
	}
}

// put lays the line out: words from the left, figures from the right.
func (r *boardRow) put(size fyne.Size) {
	const edge float32 = 8
	left, right := edge, size.Width-edge-4
	y, height := float32(0), size.Height
	switch r.line.kind {
	case boardHeads:
		y, height = 4, size.Height-6
		kit.Put(r.rule, edge, size.Height-1, size.Width-2*edge-4, 1)
	case boardSeats:
		kit.Put(r.bar.box, edge, (size.Height-18)/2, right-edge, 18)
	case boardSpace:
		kit.Put(r.rule, edge, size.Height/2, size.Width-2*edge-4, 1)
	}
	if r.line.party != nil {
		kit.Put(r.mark, left, (size.Height-13)/2, 4, 13)
		left += 10
	}
	for i, f := range r.line.figures {
		r.figures[i].Hidden = f.roomy && size.Width < boardWidth
		if r.figures[i].Visible() {
			kit.Put(r.figures[i], right-f.width, y, f.width, height)
			right -= f.width
		}
	}
	aside := float32(0)
	if r.line.aside != "" {
		aside = min(fyne.MeasureText(r.line.aside, kit.BodySize, fyne.TextStyle{Bold: true}).Width+2, (right-left)*0.7)
	}
	kit.Put(r.aside, right-aside, y, aside, height)
	room := max(0, right-aside-left-6)
	if r.line.kind == boardParty { // a long name is set small before it is cut
		r.words.Sized(kit.BodySize)
		if r.words.Wide() > room {
			r.words.Sized(kit.SmallSize)
		}
		r.words.Refresh()
	}
	kit.Put(r.words, left, y, room, height)
}

// The widths of the scoreboard's columns, with the gap before each.
const (
	seatsRoom float32 = 32
	movesRoom float32 = 30
	shareRoom float32 = 36
	swingRoom float32 = 52
)

// boardLines are what a group of contests, or all of them, adds up to.
func boardLines(title string, board election.Scoreboard, against string) []boardLine {
	lines := []boardLine{{kind: boardTitle, words: title, aside: fmt.Sprintf("%s of %s", election.Commas(board.Filled), election.Several(board.Seats, "seat", "seats"))}}
	if len(board.Rows) == 0 {
		return append(lines, boardLine{kind: boardFact, words: "Seats and votes stand here from the first declaration."})
	}
	if against != "" {
		lines = append(lines, boardLine{kind: boardFact, words: "Changes " + against})
	}
	lines = append(lines, boardLine{kind: boardFact, words: election.Several(board.Valid, "valid vote", "valid votes")})
	columns := boardColumns{compared: against != ""}
	for _, row := range board.Rows {
		columns.votes = max(columns.votes, 38, fyne.MeasureText(election.Commas(row.Votes), kit.BodySize, fyne.TextStyle{}).Width)
	}
	lines = append(lines, boardLine{kind: boardHeads, words: "Party", figures: columns.figures("Seats", "Gain", "Loss", "Votes", "%", "±")})
	labels := map[string]bool{}
	for _, row := range board.Rows {
		label := row.Party.Label()
		if labels[label] {
			label = row.Party.Name // the Greens of three registers
		}
		labels[label] = true
		change := changeWords(election.Change{Points: row.Change, New: row.New})
		lines = append(lines, boardLine{kind: boardParty, words: label, party: &row.Party, figures: columns.figures(orDash(row.Seats),
			orNothing(row.Gains), orNothing(row.Losses), election.Commas(row.Votes), percent(row.Share, 1), change)})
	}
	return lines
}

// boardColumns are the columns of a scoreboard: gains, losses and the change
// stand only where there is something to compare with.
type boardColumns struct {
	compared bool
	votes    float32 // how wide the most votes are
}

// figures are the figures of a line, or their heads.
func (c boardColumns) figures(seats, gains, losses, votes, share, change string) []boardFigure {
	const gap float32 = 10
	all := []boardFigure{{words: share, width: shareRoom}, {words: votes, width: c.votes + gap, roomy: true}}
	if !c.compared {
		return append(all, boardFigure{words: seats, width: seatsRoom})
	}
	return []boardFigure{{words: change, width: swingRoom}, all[0], all[1],
		{words: losses, width: movesRoom}, {words: gains, width: movesRoom}, {words: seats, width: seatsRoom}}
}

// orNothing prints a number, and nothing for none.
func orNothing(n int) string {
	if n == 0 {
		return ""
	}
	return election.Commas(n)
}

// orDash prints a number, and a dash for none.
func orDash(n int) string {
	if n == 0 {
		return "–"
	}
	return election.Commas(n)
}
