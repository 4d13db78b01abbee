package ui

import (
	"cmp"
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"strings"
	"time"
)

// The columns of the Results screen.
const (
	contestColumn = iota
	groupColumn
	stateColumn
	winnerColumn
	outcomeColumn
	majorityColumn
	percentColumn
	turnoutColumn
	changeColumn
	electorateColumn
	resultColumns
)

// papersKey sorts the column of the turnout by papers, which stands in that
// column where contests of the night fill several seats.
const papersKey = resultColumns

// columnsOfResults are their heads and measures. Where there is no room for
// all, those go first that the line below the table tells too.
var columnsOfResults = []kit.TableColumn{
	contestColumn:    {Head: "Contest", Width: 172, Grows: 3},
	groupColumn:      {Head: "Group", Width: 66, Grows: 1, Drop: 4, Yields: true},
	stateColumn:      {Head: "State", Width: 80},
	winnerColumn:     {Head: "Winner", Width: 124, Grows: 2, Drop: 3},
	outcomeColumn:    {Head: "Outcome", Width: 150, Grows: 2},
	majorityColumn:   {Head: "Majority", Width: 56, Right: true},
	percentColumn:    {Head: "%", Width: 36, Right: true, Drop: 5, Yields: true},
	turnoutColumn:    {Head: "Turnout, valid", Width: 84, Right: true, Drop: 1},
	changeColumn:     {Head: "Winner ±", Width: 57, Right: true, Drop: 2},
	electorateColumn: {Head: "Electorate", Width: 60, Right: true, Drop: 6, Yields: true},
}

// risesFirst says by which columns rows are first sorted upwards: words from
// A to Z, where figures begin with the largest.
func risesFirst(column int) bool { return column <= outcomeColumn && column != stateColumn }

// A sortKey is what a row is sorted by in one column. What is unknown comes
// last whichever way the rows are sorted.
type sortKey struct {
	known bool
	n     float64
	words string
}

func wordsKey(words string) sortKey { return sortKey{known: words != "", words: text.SearchKey(words)} }

func countKey(c election.Count) sortKey {
	n, known := c.Get()
	return sortKey{known: known, n: float64(n)}
}

// fractionKey takes the nearest floating-point number, which tells any two
// shares of an electorate apart.
func fractionKey(f election.Fraction) sortKey { return sortKey{known: f.Known(), n: f.Float()} }

// rowKeys are what a row is sorted by in each column.
type rowKeys [resultColumns + 1]sortKey

// sortKeys are those of every column.
func sortKeys(r *model.ContestResult) rowKeys {
	c := r.Contest()
	return rowKeys{
		contestColumn:    wordsKey(c.Name),
		groupColumn:      wordsKey(c.Group),
		stateColumn:      stateKey(c),
		winnerColumn:     wordsKey(winnerWords(r, surname)),
		outcomeColumn:    wordsKey(r.Outcome),
		majorityColumn:   countKey(r.Result.Majority),
		percentColumn:    fractionKey(r.Result.MajorityShare),
		turnoutColumn:    fractionKey(r.Result.TurnoutValid),
		papersKey:        fractionKey(r.Result.TurnoutPapers),
		changeColumn:     fractionKey(winnersChange(r).Points),
		electorateColumn: countKey(c.Electorate),
	}
}

// stateKey sorts by how far a count has come; of two results the one declared
// last has come further.
func stateKey(c *election.Contest) sortKey {
	at := slices.Index(election.States, c.State)
	if c.State.IsDeclared() {
		at = slices.Index(election.States, election.Declared)
	}
	// A time of day fits into the fraction: milliseconds of some centuries.
	return sortKey{known: true, n: float64(at) + float64(c.Recount)/100 + float64(c.Declared)/1e14}
}

// sortReckonings sorts by one column; rows that are alike there by the name
// of the contest, and then as the night has them.
func sortReckonings(rs []*model.ContestResult, column int, falling bool, keys func(*model.ContestResult) rowKeys) {
	slices.SortStableFunc(rs, func(a, b *model.ContestResult) int {
		x, y := keys(a)[column], keys(b)[column]
		if x.known != y.known {
			if x.known {
				return -1
			}
			return 1
		}
		order := cmp.Or(cmp.Compare(x.n, y.n), compareNames(x.words, y.words))
		if falling {
			order = -order
		}
		return cmp.Or(order, compareNames(a.Name, b.Name))
	})
}

// compareNames orders folded names as people do: by their letters, and numbers
// in them by their size, so that Ward 2 stands before Ward 10.
func compareNames(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		n, m := number(x), number(y)
		if n > 0 && m > 0 {
			p, q := strings.TrimLeft(x[:n], "0"), strings.TrimLeft(y[:m], "0")
			if order := cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q)); order != 0 {
				return order
			}
			x, y = x[n:], y[m:]
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// number is how many digits a text begins with.
func number(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// elected are the candidates who won; nobody has before a count starts.
func elected(r *model.ContestResult) []election.Row {
	if r.Contest().State == election.NotStarted {
		return nil
	}
	var won []election.Row
	for _, row := range r.Result.Rows {
		if row.Elected {
			won = append(won, row)
		}
	}
	return won
}

// winnersChange is the change in share of the party that won, or of the one
// that came first of several.
func winnersChange(r *model.ContestResult) election.Change {
	if won := elected(r); len(won) > 0 {
		return won[0].Change()
	}
	return election.Change{}
}

// roomForNames is the width from which the column of the winners has room for
// whole names.
const roomForNames float32 = 210

func surname(k election.Candidate) string { return k.Surname }

// winnerWords names the winner behind the party, "Con  Mortimer", by a function
// that gives as much of a name as there is room for; of several seats it gives
// the parties: "Lab 2, Con 1".
func winnerWords(r *model.ContestResult, name func(election.Candidate) string) string {
	won := elected(r)
	if len(won) == 1 {
		return won[0].Candidate.Party.Label() + "  " + name(won[0].Candidate)
	}
	var parties []string
	seats := map[string]int{}
	for _, row := range won {
		label := row.Candidate.Party.Label()
		if seats[label] == 0 {
			parties = append(parties, label)
		}
		seats[label]++
	}
	for i, label := range parties {
		parties[i] = fmt.Sprintf("%s %d", label, seats[label])
	}
	return strings.Join(parties, ", ")
}

// progressWords says how far a count has come and, of a result, when it was
// declared: "recount 2", "✔ 2.30am".
func progressWords(c *election.Contest, zone *time.Location) string {
	if c.State == election.Declared && c.Declared > 0 {
		return "✔ " + blog.Clock(c.Declared, zone)
	}
	return model.StateWords(c.State, c.Recount, 0)
}

// fillResult puts the cells of a contest into a row of the table. What is
// provisional is quiet.
func fillResult(r *model.ContestResult, cells []kit.Cell, papers bool, zone *time.Location, own map[string]string) {
	c := r.Contest()
	decided := r.Decided()
	cells[contestColumn] = kit.Cell{Words: c.Name, Bold: decided}
	cells[groupColumn] = kit.Cell{Words: c.Group, Quiet: true}
	state := progressWords(c, zone) + flagKinds(r)
	if len(r.Blocked) > 0 {
		state = "✗ " + strings.TrimPrefix(state, "✔ ")
	}
	cells[stateColumn] = kit.Cell{Words: state, Quiet: len(r.Blocked) == 0}
	cells[winnerColumn] = kit.Cell{Words: winnerWords(r, surname), Marks: marksOf(elected(r), own)}
	cells[outcomeColumn] = kit.Cell{Words: r.Outcome, Bold: r.Gain}
	cells[majorityColumn].Words = known(r.Result.Majority)
	cells[percentColumn].Words = percent(r.Result.MajorityShare, 1)
	cells[turnoutColumn].Words = percent(r.Result.TurnoutValid, 1)
	if papers {
		cells[turnoutColumn].Words = percent(r.Result.TurnoutPapers, 2)
	}
	cells[changeColumn].Words = changeWords(winnersChange(r))
	cells[electorateColumn] = kit.Cell{Words: known(c.Electorate), Quiet: true}
	for i := winnerColumn; i < electorateColumn; i++ {
		cells[i].Quiet = !decided
	}
}

// flagKinds name the flags of a contest that is not declared yet, behind the
// state of its count: " · rush, call".
func flagKinds(r *model.ContestResult) string {
	if r.Decided() {
		return ""
	}
	var kinds []string
	for _, kind := range election.FlagKinds {
		if slices.ContainsFunc(r.Contest().Flags, func(f election.Flag) bool { return f.Kind == kind }) {
			kinds = append(kinds, string(kind))
		}
	}
	if len(kinds) == 0 {
		return ""
	}
	return " · " + strings.Join(kinds, ", ")
}

// marksOf are the colours of the parties that won, one for each seat.
func marksOf(won []election.Row, own map[string]string) []kit.Mark {
	marks := make([]kit.Mark, len(won))
	for i, row := range won {
		fill := chart.Fill(row.Candidate.Party, own)
		marks[i] = kit.Mark{Fill: fill, Outline: kit.Palette().Outline(fill)}
	}
	return marks
}

// known prints a count, and nothing where it is unknown.
func known(c election.Count) string {
	if !c.Known() {
		return ""
	}
	return c.String()
}

// percent prints a share, and nothing where it is unknown.
func percent(f election.Fraction, decimals int) string {
	if !f.Known() {
		return ""
	}
	return f.Percent(decimals)
}

// changeWords prints a change in percentage points: "+23.0", "new", or
// nothing.
func changeWords(c election.Change) string {
	switch {
	case c.New:
		return "new"
	case c.Points.Known():
		return c.Points.Signed(1)
	}
	return ""
}
