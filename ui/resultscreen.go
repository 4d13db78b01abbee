package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// resultScreen shows the contests of the night as a table that sorts, filters
// and finds, beside what they add up to.
type resultScreen struct {
	window *Window

	title, told *kit.Text
	add         *kit.Button
	councils    *kit.Button
	filters     []*kit.Button
	groups      *kit.Button
	find        *kit.Entry
	table       *kit.Table
	empty       *kit.Text
	detail      *resultDetail
	board       *scoreboard
	lines       [2]*fyne.Container // the head, and the filters with the field
	blank       *fyne.Container    // while the night has no contest
	full        *fyne.Container
	root        fyne.CanvasObject

	filter   resultFilter
	group    string // only this group, "" for all
	column   int    // that the rows are sorted by
	falling  bool
	papers   bool                              // turnouts are by papers, since contests have none by valid votes
	shown    []*model.ContestResult            // as the table has them
	keys     map[*model.ContestResult]*rowKeys // that rows are sorted by
	baseline map[string]int                    // by council id: the baseline that its changes are on
}

func newResultScreen(w *Window) *resultScreen {
	s := &resultScreen{window: w, filter: everyContest, baseline: map[string]int{}}
	s.title = kit.NewText("Results").Bold().Sized(kit.TitleSize)
	s.told = kit.NewQuiet("").Trim()
	s.add = kit.NewButton("Add a contest…", kit.Outlined, w.addContest)
	s.councils = kit.NewButton("Councils…", kit.Outlined, w.chooseCouncil)
	for _, f := range resultFilters {
		s.filters = append(s.filters, kit.NewButton(string(f.filter), kit.Bare, func() { s.setFilter(f.filter) }))
	}
	s.groups = kit.NewButton("", kit.Bare, s.chooseGroup)
	s.find = kit.NewEntry("")
	s.find.OnChanged = func(string) { s.refill(); s.table.Select(s.firstMatch()) }
	s.find.Keyed = s.keyedInFind
	s.table = kit.NewTable(columnsOfResults)
	s.table.Fill = s.fill
	s.table.Sort = s.sortBy
	s.table.Open = func(int) { s.open() }
	s.table.Selected = func(int) { s.showDetail() }
	s.table.Keyed = s.keyed
	s.table.Typed = s.typed
	s.empty = kit.NewQuiet("").Centre().Trim()
	s.detail = newResultDetail()
	s.board = newScoreboard()
	s.board.list.Keyed = func(k *fyne.KeyEvent) {
		if !s.board.key(k) {
			s.keyed(k)
		}
	}
	s.board.list.Typed = func(r rune) {
		if r == 'e' || r == 'E' {
			s.board.edit()
			return
		}
		s.typed(r)
	}
	s.table.SetSorted(s.column, s.falling)
	s.blank = s.nothingYet()
	s.lines = [2]*fyne.Container{s.head(), s.tools()}
	s.full = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) },
		Put: s.put,
	}, s.lines[0], s.lines[1], container.NewStack(s.table.Container, s.empty), s.detail.box, kit.NewBox(kit.Line), s.board.list)
	s.root = container.NewStack(s.full, kit.Inset(s.blank, 13, 18, 18, 18))
	return s
}

// nothingYet is shown while the night has no contest.
func (s *resultScreen) nothingYet() *fyne.Container {
	w := s.window
	title := kit.NewText("Results").Bold().Sized(kit.TitleSize)
	if w.Night.ReadOnly != "" {
		return kit.Column(8, title, kit.NewQuiet("This night has no contest."))
	}
	return kit.Column(8, title, kit.Inset(kit.Wrapped("No contest yet. Import results or candidates from a file, or add a contest by hand; they are listed here with what they add up to."), 0, 0, 0, -4),
		kit.Row(8, kit.NewButton("Import…  Ctrl+I", kit.Outlined, w.importFiles), kit.NewButton("Add a contest…  Ctrl+;", kit.Outlined, w.chooseContestOrCouncil)))
}

// head is the line with the title, what can be said at once, and the buttons.
func (s *resultScreen) head() *fyne.Container {
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 26) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			right := size.Width
			for _, b := range []*kit.Button{s.councils, s.add} {
				if b.Visible() {
					m := b.MinSize()
					kit.Put(b, right-m.Width, 0, m.Width, 26)
					right -= m.Width + 8
				}
			}
			title := s.title.MinSize().Width
			kit.Put(s.title, 0, 0, title, 26)
			kit.Put(s.told, title+12, 1, max(0, right-title-20), 26)
		},
	}, s.title, s.told, s.add, s.councils)
}

// tools is the line with the filters and the field to find in.
func (s *resultScreen) tools() *fyne.Container {
	var objects []fyne.CanvasObject
	for _, b := range s.filters {
		objects = append(objects, b)
	}
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 28) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			x := float32(-5)
			for _, b := range append(slices.Clone(s.filters), s.groups) {
				if b.Visible() {
					m := b.MinSize()
					kit.Put(b, x, 1, m.Width, 26)
					x += m.Width + 2
				}
			}
			width := max(80, size.Width-x-8)
			s.find.SetPlaceHolder("Find a contest, candidate or party…")
			if width < 270 {
				s.find.SetPlaceHolder("Find…") // the whole one would scroll
			}
			kit.Put(s.find, x+8, 1, width, 26)
		},
	}, append(objects, s.groups, s.find)...)
}

// The room of the scoreboard, and in a narrow window, where it gives up the
// column of the votes.
const (
	boardWidth  float32 = 366
	boardNarrow float32 = 300
)

func (s *resultScreen) put(o []fyne.CanvasObject, size fyne.Size) {
	const edge float32 = 18
	kit.Put(o[0], edge, 13, size.Width-2*edge, 26)
	board := boardWidth
	if size.Width+68 < shell.Narrow {
		board = boardNarrow
	}
	left := size.Width - board - 1
	kit.Put(o[1], edge, 47, left-2*edge, 28)
	detail := s.detail.height(left - 2*edge)
	foot := size.Height - detail - 8
	kit.Put(o[2], 10, 82, left-20, foot-88)
	kit.Put(o[3], edge, foot, left-2*edge, detail)
	kit.Put(o[4], left, 47, 1, size.Height-47)
	kit.Put(o[5], left+1, 47, board, size.Height-47)
}

// show shows the results of the desk as they are now.
func (s *resultScreen) show() {
	rs := s.window.Night.Results
	if len(rs.All) == 0 && len(rs.Councils) == 0 {
		s.full.Hide()
		s.blank.Show()
		return
	}
	s.blank.Hide()
	s.full.Show()
	if s.group != "" && !slices.Contains(rs.Groups, s.group) {
		s.group = ""
	}
	s.showColumns(rs)
	s.add.Hidden = s.window.Night.ReadOnly != ""
	s.councils.Hidden = s.add.Hidden && len(rs.Councils) == 0
	s.showFilters()
	s.told.SetText(toldWords(rs))
	s.board.show(s.boardLines(), s.window.Night.Colours)
	s.refill()
	for _, line := range s.lines {
		line.Refresh() // the words take other room
	}
}

// showColumns leaves out the columns that nothing is known for.
func (s *resultScreen) showColumns(rs *model.Results) {
	turnouts, changes := false, false
	s.papers = false
	for _, r := range rs.All {
		s.papers = s.papers || !r.Contest().System().TurnoutByVotes()
		turnouts = turnouts || r.Result.TurnoutValid.Known() || r.Result.TurnoutPapers.Known()
		changes = changes || len(r.Contest().Baselines) > 0
	}
	turnout := "Turnout, valid"
	if s.papers {
		turnout = "Turnout, papers"
	}
	s.table.SetColumn(turnoutColumn, turnout, turnouts)
	s.table.SetRoom(turnoutColumn, kit.HeadRoom(turnout), 0)
	s.table.SetColumn(changeColumn, columnsOfResults[changeColumn].Head, changes)
	s.table.SetColumn(groupColumn, columnsOfResults[groupColumn].Head, rs.Parted() && s.group == "")
	s.showRoom(rs)
}

// showRoom gives the columns of words the room that their longest words take,
// as far as there is any.
func (s *resultScreen) showRoom(rs *model.Results) {
	whole := [resultColumns]float32{}
	for _, r := range rs.All {
		c := r.Contest()
		for column, words := range map[int]string{contestColumn: c.Name, stateColumn: progressWords(c, s.window.Night.Zone) + flagKinds(r),
			winnerColumn: winnerWords(r, surname), outcomeColumn: r.Outcome} {
			bold := column == contestColumn || column == outcomeColumn
			whole[column] = max(whole[column], fyne.MeasureText(words, kit.BodySize, fyne.TextStyle{Bold: bold}).Width+2)
		}
	}
	const mark, mostState float32 = 10, 110
	s.table.SetRoom(contestColumn, columnsOfResults[contestColumn].Width, whole[contestColumn])
	s.table.SetRoom(stateColumn, min(max(columnsOfResults[stateColumn].Width, whole[stateColumn]), mostState), whole[stateColumn])
	s.table.SetRoom(winnerColumn, columnsOfResults[winnerColumn].Width, whole[winnerColumn]+mark)
	s.table.SetRoom(outcomeColumn, columnsOfResults[outcomeColumn].Width, whole[outcomeColumn]+mark)
}

// toldWords say how far the night has come, and what stands in its way.
func toldWords(rs *model.Results) string {
	board := rs.Boards[""]
	words := fmt.Sprintf("%s of %s declared", election.Commas(board.Declared), election.Commas(board.Contests))
	if n := countOf(rs.All, inRecount); n > 0 {
		words += fmt.Sprintf(" · %s in recount", election.Commas(n))
	}
	if n := countOf(rs.All, blockedByCheck); n > 0 {
		words += fmt.Sprintf(" · %s blocked by a check", election.Commas(n))
	}
	return words
}

// boardLines are the councils and the scoreboard of what is shown.
func (s *resultScreen) boardLines() []boardLine {
	rs := s.window.Night.Results
	var lines []boardLine
	add := func(more []boardLine) {
		if len(lines) > 0 {
			lines = append(lines, boardLine{kind: boardSpace})
		}
		lines = append(lines, more...)
	}
	tally := func() {
		title := s.group
		if title == "" {
			title = "All contests"
		}
		add(boardLines(title, rs.Boards[s.group], againstWords(rs.All, s.group)))
	}
	// The night of one council is that council's; else its councils follow.
	if len(rs.Councils) != 1 && s.group == "" {
		tally()
	}
	for _, c := range rs.Councils {
		if s.group == "" || s.group == c.Council.Name {
			add(s.councilLines(c))
		}
	}
	if len(rs.Councils) == 1 || s.group != "" {
		tally()
	}
	return lines
}

// councilLines are a council's, with what can be done there by keys.
func (s *resultScreen) councilLines(c model.CouncilResult) []boardLine {
	id := c.Council.ID
	if s.baseline[id] >= len(c.Comparisons) {
		s.baseline[id] = 0
	}
	lines := councilLines(c, s.baseline[id])
	for i := range lines {
		if s.window.Night.ReadOnly == "" {
			lines[i].edit = func() { s.window.editCouncil(c.Council) }
		}
		switch lines[i].kind {
		case boardTitle:
			lines[i].open = func() { s.setGroup(c.Council.Name) }
		case boardHeads:
			if len(c.Comparisons) > 1 {
				lines[i].words += " ▾"
				lines[i].open = func() {
					s.baseline[id]++
					s.board.show(s.boardLines(), s.window.Night.Colours)
				}
			}
		}
	}
	return lines
}
