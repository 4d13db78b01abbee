package ui

import (
	"image/color"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// countPane is the left half of the desk: one contest, keyed in ballot-paper
// order while it is counted, read in the order of votes once it is declared.
type countPane struct {
	open   *model.OpenNight
	drafts *model.Drafts
	window *Window

	contest election.Contest          // as the night holds it
	typed   map[string]election.Count // votes in cells that differ from the night
	sent    map[string]int            // by candidate: votes on their way to the night
	result  election.Result

	head *countHead

	heads   *countHeads
	rows    []*countRow
	list    *fyne.Container
	row     float32 // height of one row
	barRoom float32 // what the scroll bar needs, where the rows scroll
	scroll  *container.Scroll
	papers  *papersRow
	strip   *strip // balance, checks, declaring, correcting
	figures *figures
	root    *fyne.Container
	blank   *fyne.Container

	unsigned   []*kit.VoteCell         // left while nobody was chosen to act: not committed yet
	correcting bool                    // new figures of a declared contest are being keyed
	blinds     map[string]*blindKeying // by contest: second keyings under way
}

func newCountPane(w *Window) *countPane {
	p := &countPane{open: w.Night, drafts: w.Night.Drafts, window: w, typed: map[string]election.Count{}, sent: map[string]int{}, row: rowHeight, blinds: map[string]*blindKeying{}}
	p.head = newCountHead(p)
	p.heads = newCountHeads()
	p.list = container.New(rowsLayout{p})
	p.scroll = container.NewVScroll(p.list)
	p.papers = newPapersRow(p)
	p.strip = newStrip(p)
	p.figures = newFigures()
	p.root = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) },
		Put: p.put,
	}, p.head.box, p.heads.box, p.scroll, p.papers.box, p.strip.box, p.figures.box)
	p.blank = p.nothingYet()
	return p
}

func (p *countPane) content() fyne.CanvasObject {
	return container.NewStack(kit.Inset(p.root, 13, 18, 10, 18), kit.Inset(p.blank, 24, 24, 24, 24))
}

// nothingYet is shown while the night has no contest.
func (p *countPane) nothingYet() *fyne.Container {
	w := p.window
	words := kit.Wrapped("No contest yet. Import the candidates from a file, or type them in; the votes are keyed here as they are read out.")
	if p.open.ReadOnly != "" {
		return kit.Column(12, kit.Wrapped("This night has no contest."))
	}
	return kit.Column(12, words, kit.Row(8,
		kit.NewButton("Import…  Ctrl+I", kit.Outlined, w.importFiles),
		kit.NewButton("Type in…  Ctrl+Shift+I", kit.Outlined, w.typeCandidates)))
}

func (p *countPane) put(_ []fyne.CanvasObject, size fyne.Size) {
	head := p.head.box.MinSize().Height
	kit.Put(p.head.box, 0, 0, size.Width, head)
	below := float32(0)
	parts := []*fyne.Container{p.papers.box, p.strip.box, p.figures.box}
	heights := make([]float32, len(parts))
	for i, o := range parts {
		if !o.Visible() {
			continue
		}
		heights[i] = o.MinSize().Height
		if o == p.strip.box {
			heights[i] = p.strip.heightFor(size.Width)
		}
		below += heights[i] + 10
	}
	heads := head
	if spare := size.Height - head - headsHeight - below - rowHeight*float32(len(p.rows)); spare > 0 {
		heads += min(8, spare)
	}
	y := heads + headsHeight
	least := min(3, float32(len(p.rows))) * rowHeight // of the candidates
	over := max(0, least-(size.Height-y-below))       // which the strip scrolls
	room := max(least, size.Height-y-below)
	p.row = rowHeight
	if tight := room / float32(max(1, len(p.rows))); tight >= tightestRow {
		p.row = min(rowHeight, tight)
	}
	height := min(float32(len(p.rows))*p.row, room)
	p.barRoom = 0
	if float32(len(p.rows))*p.row > room {
		p.barRoom = 12
	}
	kit.Put(p.heads.box, 0, heads, size.Width-p.barRoom, 18)
	kit.Put(p.scroll, 0, y, size.Width, height)
	y += height + 8
	for i, o := range parts {
		if !o.Visible() {
			continue
		}
		if o == p.strip.box {
			heights[i] = max(min(60, heights[i]), heights[i]-over)
		}
		kit.Put(o, 0, y, size.Width, heights[i])
		y += heights[i] + 10
	}
}

// rowsLayout stacks the rows.
type rowsLayout struct{ of *countPane }

func (l rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(380, float32(len(objects))*l.of.row)
}

func (l rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		kit.Put(o, 0, float32(i)*l.of.row, size.Width-l.of.barRoom, l.of.row)
	}
}

// show reads the contest at hand from the desk and shows it.
func (p *countPane) show() {
	c, ok := p.open.Current()
	if !ok {
		p.root.Hide()
		p.blank.Show()
		return
	}
	p.blank.Hide()
	p.root.Show()
	another := c.ID != p.contest.ID
	p.contest = c
	p.makeRows(len(c.Candidates))
	if another {
		p.strip.stop()
	}
	if b := p.blinds[c.ID]; b != nil && c.State.IsDeclared() { // by another desk: it is hidden no more
		p.endBlind(b)
		return
	}
	if another || p.blind() != nil { // whose candidates may have moved
		p.startCells()
	} else if p.keying() {
		for i, k := range c.Candidates {
			_, typed := p.typed[k.ID]
			if p.sent[k.ID] > 0 || p.correcting && typed {
				continue
			}
			p.rows[i].cell.SetCommitted(model.Digits(k.Votes))
			if !p.correcting && !p.rows[i].cell.Pending() {
				delete(p.typed, k.ID)
			}
		}
	}
	p.compute()
	p.root.Refresh()
}

// startCells puts the figures of the night into every cell, or those of a
// second keying; what is typed in them was meant for another contest, or is
// given up.
func (p *countPane) startCells() {
	clear(p.typed)
	p.unsigned = nil
	b := p.blind()
	for i, k := range p.contest.Candidates {
		figure := model.Digits(k.Votes)
		if b != nil {
			figure = b.typed[k.ID]
		}
		if cell := p.rows[i].cell; b == nil || cell.Digits() != figure {
			cell.Start(figure)
		}
	}
	p.papers.startCells()
}

// keying reports whether votes can be typed now.
func (p *countPane) keying() bool {
	return p.open.ReadOnly == "" && model.IsPolled(p.contest) && (!p.contest.State.IsDeclared() || p.correcting)
}

// makeRows makes as many rows as there are candidates. Rows never move while
// one keys; their cells are bound to a place on the ballot paper.
func (p *countPane) makeRows(n int) {
	for len(p.rows) < n {
		i := len(p.rows)
		r := newCountRow()
		r.cell.Changed = func(d string) { p.keyed(i, d) }
		r.cell.Committed = func(d string) { p.commit(i, d) }
		r.cell.Leave = func(step int) { p.leave(i, step) }
		r.cell.Typed = func(key rune) bool { return p.settle(p.contest.Candidates[i].ID, key) }
		r.cell.Pasted = p.pasted
		r.cell.Refused = p.refused
		r.cell.Keyed = func(k *fyne.KeyEvent) { p.window.Key(k) }
		p.rows = append(p.rows, r)
		p.list.Add(r.box)
	}
	for len(p.rows) > n {
		p.list.Remove(p.rows[len(p.rows)-1].box)
		p.rows = p.rows[:len(p.rows)-1]
	}
}

// live is the contest with what is typed in the cells.
func (p *countPane) live() election.Contest {
	c := p.contest
	c.Candidates = append([]election.Candidate(nil), c.Candidates...)
	for i, k := range c.Candidates {
		if v, ok := p.typed[k.ID]; ok {
			c.Candidates[i].Votes = v
		}
	}
	p.papers.apply(&c)
	if p.correcting {
		// The figures of a correction are checked as those of a count are, but
		// for a second keying, which was of the count.
		c.State, c.Second = election.Provisional, nil
	}
	return c
}

// compute works out the result from what is typed and shows every figure.
// Nothing here touches the night.
func (p *countPane) compute() {
	if b := p.blind(); b != nil {
		p.showBlind(b)
		return
	}
	c := p.live()
	p.result = election.Compute(c)
	largest := 0
	for _, k := range c.Candidates {
		largest = max(largest, k.Votes.Or(0))
	}
	p.head.show(c)
	look := p.lookOf(c)
	p.showRows(c, look, largest)
	p.papers.show(c, look)
	p.strip.show(c, p.result)
	p.figures.show(c, p.result)
	// The candidates need the room, to be looked over.
	declaring := p.strip.asking == whetherToDeclare
	p.papers.box.Hidden = p.papers.box.Hidden || declaring
	p.figures.box.Hidden = declaring || look == comparedLook || look == namesLook
	p.moveFocus(nil)
}

// showRows shows the candidates: in ballot-paper order while one keys, else in
// the order of the result.
func (p *countPane) showRows(c election.Contest, look countLook, largest int) {
	p.heads.show(look, c.System().SharesByMethod(), len(c.Baselines) > 0)
	byID := map[string]election.Row{}
	for i, row := range p.result.Rows {
		byID[row.Candidate.ID] = row
		switch look {
		case declaredLook:
			p.rows[i].showDeclared(row, largest, p.fill(row.Candidate), len(c.Baselines) > 0)
		case namesLook:
			p.rows[i].showName(row)
		}
	}
	if !look.hasCells() {
		return
	}
	for i, k := range c.Candidates {
		if look == comparedLook {
			p.rows[i].showCompared(byID[k.ID], c.SeveralSeats(), c.Second.Votes[k.ID])
		} else {
			p.rows[i].showKeying(byID[k.ID], c.SeveralSeats(), largest, p.fill(k))
		}
	}
}

// fill is the colour of a candidate's bar.
func (p *countPane) fill(k election.Candidate) color.NRGBA {
	return chart.Fill(k.Party, p.open.Colours)
}
