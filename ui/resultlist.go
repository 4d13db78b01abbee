package ui

import (
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// resultFilter names which contests the Results screen lists.
type resultFilter string

const (
	everyContest   resultFilter = "All"
	declaredOnly   resultFilter = "Declared"
	toCome         resultFilter = "To come"
	inRecount      resultFilter = "In recount"
	blockedByCheck resultFilter = "Blocked"
	gains          resultFilter = "Gains"
)

// resultFilters are the filters in their order; those that stay are shown
// also where they leave nothing.
var resultFilters = []struct {
	filter resultFilter
	stays  bool
	what   string
}{
	{everyContest, true, "every contest"},
	{declaredOnly, true, "declared, or elected unopposed"},
	{toCome, true, "still to be declared"},
	{inRecount, false, "being counted again"},
	{blockedByCheck, false, "blocked by a check of the desk"},
	{gains, false, "gained by another party than held the seat"},
}

// lets reports whether the filter lets a contest through.
func (f resultFilter) lets(r *model.ContestResult) bool {
	c := r.Contest()
	switch f {
	case declaredOnly:
		return r.Decided()
	case toCome:
		return !r.Decided() && c.State != election.Countermanded
	case inRecount:
		return c.State == election.Recounting
	case blockedByCheck:
		return len(r.Blocked) > 0
	case gains:
		return r.Gain
	}
	return true
}

func countOf(rs []*model.ContestResult, f resultFilter) int {
	n := 0
	for _, r := range rs {
		if f.lets(r) {
			n++
		}
	}
	return n
}

// hasAll reports whether every one of the words, which are folded, is found in
// the contest.
func hasAll(r *model.ContestResult, words []string) bool {
	for _, w := range words {
		if !strings.Contains(r.Found, w) {
			return false
		}
	}
	return true
}

// inGroup are the contests of a group, all of them for "".
func inGroup(rs []*model.ContestResult, group string) []*model.ContestResult {
	if group == "" {
		return rs
	}
	var of []*model.ContestResult
	for _, r := range rs {
		if r.Contest().Group == group {
			of = append(of, r)
		}
	}
	return of
}

// sort sorts what is shown by a column. The keys of a row are worked out once.
func (s *resultScreen) sort(column int) {
	known := make(map[*model.ContestResult]*rowKeys, len(s.shown))
	for _, r := range s.shown {
		if known[r] = s.keys[r]; known[r] == nil {
			keys := sortKeys(r)
			known[r] = &keys
		}
	}
	s.keys = known
	sortReckonings(s.shown, column, s.falling, func(r *model.ContestResult) rowKeys { return *known[r] })
}

// refill puts into the table what the filters and the field leave, sorted. The
// contest that was selected stays so where it is left, else the row.
func (s *resultScreen) refill() {
	was, at := s.selected(), -1
	find := strings.Fields(text.SearchKey(s.find.Text))
	s.shown = nil
	for _, r := range inGroup(s.window.Night.Results.All, s.group) {
		r = s.window.count.unseen(r)
		if s.filter.lets(r) && hasAll(r, find) {
			s.shown = append(s.shown, r)
		}
	}
	key := s.column
	if key == turnoutColumn && s.papers {
		key = papersKey
	}
	s.sort(key)
	if was != "" {
		if at = s.rowOf(was); at < 0 {
			at = min(max(0, s.table.Selection()), len(s.shown)-1)
		}
	}
	s.empty.SetText("")
	switch {
	case len(s.shown) > 0:
	case len(s.window.Night.Results.All) == 0 && s.window.Night.ReadOnly != "":
		s.empty.SetText("This night has no contest.")
	case len(s.window.Night.Results.All) == 0:
		s.empty.SetText("No contest yet. Ctrl+I imports them; Ctrl+; adds one by hand.")
	default:
		s.empty.SetText("No contest here: " + s.nothingFound() + " Esc shows all again.")
	}
	s.table.SetRows(len(s.shown), at)
	s.showDetail()
}

// nothingFound says why the table is empty.
func (s *resultScreen) nothingFound() string {
	if s.find.Text != "" {
		return "nothing matches “" + s.find.Text + "”."
	}
	for _, f := range resultFilters {
		if f.filter == s.filter {
			return "none is " + f.what + "."
		}
	}
	return ""
}

// selected is the id of the contest at hand, empty for none.
func (s *resultScreen) selected() string {
	if i := s.table.Selection(); i >= 0 && i < len(s.shown) {
		return s.shown[i].Contest().ID
	}
	return ""
}

// rowOf is the row of a contest, −1 where it is not listed.
func (s *resultScreen) rowOf(contest string) int {
	return slices.IndexFunc(s.shown, func(r *model.ContestResult) bool { return r.Contest().ID == contest })
}

// firstMatch is the row to begin with while one finds: the first contest whose
// name begins with what is typed, else whose name has it, else the first.
func (s *resultScreen) firstMatch() int {
	find := text.SearchKey(strings.TrimSpace(s.find.Text))
	if i := slices.IndexFunc(s.shown, func(r *model.ContestResult) bool { return strings.HasPrefix(r.Name, find) }); i >= 0 {
		return i
	}
	if i := slices.IndexFunc(s.shown, func(r *model.ContestResult) bool { return strings.Contains(r.Name, find) }); i >= 0 {
		return i
	}
	return min(0, len(s.shown)-1)
}

func (s *resultScreen) fill(i int, cells []kit.Cell) {
	fillResult(s.shown[i], cells, s.papers, s.window.Night.Zone, s.window.Night.Colours)
	switch room := s.table.Width(winnerColumn); {
	case room == 0: // the parties keep their marks
		cells[outcomeColumn].Marks = cells[winnerColumn].Marks
	case room > roomForNames:
		cells[winnerColumn].Words = winnerWords(s.shown[i], election.Candidate.Name)
	}
}

// sortBy sorts by a column: by another one the way it is first read, by the
// same one the other way round.
func (s *resultScreen) sortBy(column int) {
	if s.column == column {
		s.falling = !s.falling
	} else {
		s.column, s.falling = column, !risesFirst(column)
	}
	s.table.SetSorted(s.column, s.falling)
	s.refill()
	s.table.Select(min(0, len(s.shown)-1))
}

func (s *resultScreen) setFilter(f resultFilter) {
	s.filter = f
	s.show()
	s.table.Select(s.table.Selection())
}

func (s *resultScreen) setGroup(group string) {
	s.group = group
	s.show()
	s.table.Select(s.table.Selection())
}

// showFilters says on every filter how many contests it leaves.
func (s *resultScreen) showFilters() {
	rs := s.window.Night.Results
	of := inGroup(rs.All, s.group)
	for i, f := range resultFilters {
		n := countOf(of, f.filter)
		s.filters[i].SetWords(string(f.filter) + " " + election.Commas(n))
		s.filters[i].SetChosen(f.filter == s.filter)
		s.filters[i].Hidden = n == 0 && !f.stays && f.filter != s.filter
	}
	words := "All groups ▾"
	if s.group != "" {
		words = s.group + " ▾"
	}
	s.groups.SetWords(words)
	s.groups.SetChosen(s.group != "")
	s.groups.Hidden = !rs.Parted()
}

// chooseGroup asks which group to list.
func (s *resultScreen) chooseGroup() {
	rs := s.window.Night.Results
	choices := []kit.Choice{{Words: "All groups", Aside: progress(rs.Boards[""]), Do: func() { s.setGroup("") }}}
	for _, g := range rs.Groups {
		aside := progress(rs.Boards[g])
		if c, ok := rs.CouncilOf(g); ok {
			aside = model.CouncilOutcome(c.CouncilResult)
		}
		choices = append(choices, kit.Choice{Words: g, Aside: aside, Do: func() { s.setGroup(g) }})
	}
	s.window.Choose("Which group?", choices)
}

// chooseResults goes to the results and asks which to list.
func (w *Window) chooseResults() {
	if !w.Showing(w.results) {
		w.GoTo(w.results)
	}
	s, rs := w.results, w.Night.Results
	var choices []kit.Choice
	for _, f := range resultFilters {
		choices = append(choices, kit.Choice{Words: string(f.filter), Aside: election.Commas(countOf(inGroup(rs.All, s.group), f.filter)) + " " + f.what,
			Do: func() { s.setFilter(f.filter) }})
	}
	if rs.Parted() {
		choices = append(choices, kit.Choice{Words: "A group…", Aside: "a council, a nation", Do: s.chooseGroup})
	}
	w.Choose("Which results?", choices)
}

// keyedInFind lets the keys of the table work while one types.
func (s *resultScreen) keyedInFind(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		s.table.Press(k.Name)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.open()
	case fyne.KeyEscape:
		s.unfind()
	default:
		return s.window.Key(k)
	}
	return true
}

// keyed takes the keys that the table and the scoreboard have no use for.
func (s *resultScreen) keyed(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		s.unfind()
		return
	}
	s.window.Key(k)
}

// typed goes on in the field.
func (s *resultScreen) typed(r rune) {
	s.window.Focus(s.find)
	s.find.TypedRune(r)
}

// unfind shows all contests again and gives the focus to the table.
func (s *resultScreen) unfind() {
	s.filter, s.group = everyContest, ""
	s.find.SetText("")
	s.show()
	s.table.Select(s.table.Selection())
	s.window.Focus(s.table.Rows())
}

// open brings the selected contest to the desk.
func (s *resultScreen) open() {
	id := s.selected()
	if id == "" {
		return
	}
	w := s.window
	s.find.SetText("") // found
	w.SetContest(id)
	w.GoTo(w.desk)
	w.showHalf(countHalf)
	w.count.focus()
}

// begin is called when the screen comes into sight: the contest at hand on the
// desk is at hand here.
func (s *resultScreen) begin() {
	s.show()
	if at := s.rowOf(s.window.Night.Contest); at >= 0 {
		s.table.Select(at)
	}
	if len(s.shown) > 0 {
		s.window.Focus(s.table.Rows())
	}
}

// progress says how many contests of a group are declared.
func progress(b election.Scoreboard) string {
	return election.Commas(b.Declared) + " of " + election.Commas(b.Contests) + " declared"
}
