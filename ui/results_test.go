package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// official reads files of the shared data, or skips the test where they are
// not at hand.
func official(t testing.TB, m intake.Mode, names ...string) intake.Found {
	t.Helper()
	var sources []intake.Source
	for _, name := range names {
		path := filepath.Join("..", "..", "shared", "data", filepath.FromSlash(name))
		f, err := os.Open(path)
		if err != nil {
			t.Skip("the official files are not beside the repository: " + path)
		}
		t.Cleanup(func() { _ = f.Close() })
		sources = append(sources, intake.Source{Name: filepath.Base(name), Data: f})
	}
	found, err := intake.Read(sources, m)
	uitest.Must(t, err)
	return found
}

// general2019 are the 650 contests of the general election of 2019, each with
// that of 2017 to compare with. The files are read once; what a test changes
// of a contest's candidates it must copy.
func general2019(t testing.TB) []election.Contest {
	t.Helper()
	if readGeneral2019 == nil {
		now := official(t, intake.Results, "parliament/ge2019-candidacies.csv", "parliament/ge2019-constituencies.csv")
		then := official(t, intake.AsBaseline, "parliament/ge2017-candidacies.csv", "parliament/ge2017-constituencies.csv")
		contests := now.Contests
		told := intake.BaselinesFor(contests, then, "")
		if len(contests) != 650 || len(told) != 650 {
			t.Fatalf("%d contests, %d with a baseline, want 650", len(contests), len(told))
		}
		for i := range contests {
			contests[i].ID, contests[i].Baselines = fmt.Sprint("c", i), told[i].Baselines
			for k := range contests[i].Candidates {
				contests[i].Candidates[k].ID = fmt.Sprint("c", i, "k", k)
			}
		}
		readGeneral2019 = contests
	}
	return slices.Clone(readGeneral2019)
}

var readGeneral2019 []election.Contest

// listing is the Results screen of a window whose desk has these contests and
// councils, without a file behind them.
func listing(t testing.TB, contests []election.Contest, councils ...election.Council) *screen {
	t.Helper()
	for i := range contests {
		contests[i].Seats = max(1, contests[i].Seats) // as a night reads them
	}
	s := at(t, uitest.NightOf(t, nil))
	s.Night.Contests, s.Night.Councils = contests, councils
	s.Night.Results = model.NewResults(contests, councils)
	s.Night.Contest = ""
	s.Chord(shell.Ctrl, fyne.Key2)
	return s
}

// contestsListed are the names of the contests in the table, in its order.
func (s *screen) contestsListed() []string {
	names := make([]string, len(s.results.shown))
	for i, r := range s.results.shown {
		names[i] = r.Contest().Name
	}
	return names
}

// sortsBy moves along the heads to a column and sorts by it.
func (s *screen) sortsBy(column int) {
	s.t.Helper()
	for range resultColumns {
		s.Keys(fyne.KeyLeft)
	}
	for i := range column {
		if s.results.table.Width(i) > 0 {
			s.Keys(fyne.KeyRight)
		}
	}
	s.Types(" ")
}

func TestResultsOfAGeneralElection(t *testing.T) {
	s := listing(t, general2019(t))
	uitest.Equal(t, "the rail", s.Showing(s.results), true)
	uitest.Equal(t, "told", s.results.told.Words(), "650 of 650 declared")
	uitest.Equal(t, "rows", s.results.table.Len(), 650)
	uitest.Equal(t, "the focus is on the rows", s.Win.Canvas().Focused() == s.results.table.Rows(), true)
	uitest.Equal(t, "the first", s.contestsListed()[0], "Aberavon")
	uitest.Equal(t, "the last", s.contestsListed()[649], "York Outer")
	row := uitest.Words(s.results.table.Container)
	for _, want := range []string{"Contest ▴", "Aberavon\n", "✔ 2.30am", "Lab  Kinnock\n", "Lab hold", "10,490", "62.3", "−14.3"} {
		uitest.Has(t, "the first row", row, want)
	}
	uitest.Has(t, "the line below", uitest.Words(s.results.detail.box), "Stephen Kinnock (Lab) 17,008 · Charlotte Lang (Con) 6,518")
	uitest.Has(t, "the line below", uitest.Words(s.results.detail.box), "Lab hold on 2017 general election, swing 8.6 Lab → Con · turnout 62.3% valid, 62.42% papers · electorate 50,750")
}

func TestResultsSortByKeys(t *testing.T) {
	s := listing(t, general2019(t))
	s.sortsBy(majorityColumn)
	uitest.Has(t, "the mark", uitest.Words(s.results.table.Container), "▾ Majority")
	uitest.Equal(t, "the largest majority", s.contestsListed()[0], "Knowsley")
	uitest.Equal(t, "the first row is at hand", s.results.table.Selection(), 0)
	s.Types(" ")
	uitest.Has(t, "the mark turned", uitest.Words(s.results.table.Container), "▴ Majority")
	uitest.Equal(t, "the smallest majority", s.contestsListed()[0], "Fermanagh and South Tyrone")
	s.sortsBy(turnoutColumn)
	uitest.Equal(t, "the highest turnout", s.contestsListed()[0], "East Dunbartonshire")
	s.sortsBy(outcomeColumn)
	uitest.Equal(t, "outcomes from A to Z", s.results.shown[0].Result.Outcome().String(), "Alliance gain from Ind")
	last := ""
	for _, r := range s.results.shown { // those alike by name
		if r.Result.Outcome().String() != "Con hold" {
			continue
		}
		if name := r.Name; name < last {
			t.Fatalf("%q stands after %q", name, last)
		} else {
			last = name
		}
	}
}

func TestNumberedWardsSortByTheirNumber(t *testing.T) {
	var wards []election.Contest
	for i, name := range []string{"Ward 10", "Ward 9", "Ward 2", "Ward", "Ward 02", "Ward 2 North", "Abbey", "Ward 100"} {
		c := uitest.Uncounted(t)
		c.ID, c.Name = fmt.Sprint("w", i), name
		wards = append(wards, c)
	}
	s := listing(t, wards)
	uitest.Equal(t, "order", strings.Join(s.contestsListed(), ", "), "Abbey, Ward, Ward 02, Ward 2, Ward 2 North, Ward 9, Ward 10, Ward 100")
}

// TestUnknownFiguresSortLast holds whichever way the rows are sorted.
func TestUnknownFiguresSortLast(t *testing.T) {
	counted, open := uitest.Hartlepool(t), uitest.Uncounted(t)
	counted.ID, open.ID, open.Name = "a", "b", "Aintree"
	s := listing(t, []election.Contest{counted, open})
	for range 2 {
		s.sortsBy(majorityColumn)
		uitest.Equal(t, "the one without votes", s.contestsListed()[1], "Aintree")
	}
}

func TestResultsFilter(t *testing.T) {
	s := listing(t, general2019(t))
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("gained")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "gains", len(s.contestsListed()), 81)
	for _, r := range s.results.shown {
		uitest.Equal(t, r.Contest().Name, r.Result.Outcome().Kind, election.Gain)
	}
	uitest.Equal(t, "the button", s.results.filters[5].Words, "Gains 81")
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("a group")
	s.Keys(fyne.KeyReturn)
	s.Types("wales")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "gains in Wales", strings.Join(s.contestsListed(), ", "),
		"Bridgend, Clwyd South, Delyn, Vale Of Clwyd, Wrexham, Ynys Môn")
	uitest.Equal(t, "the scoreboard is that of Wales", s.results.board.lines[0].words, "Wales")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Esc shows all again", len(s.contestsListed()), 650)
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("recount")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "an empty table says why", s.results.empty.Words(), "none is being counted again. Esc shows all again.")
}

func TestResultsFindAsYouType(t *testing.T) {
	s := listing(t, general2019(t))
	s.Types("ynys mon") // typed on the table
	uitest.Equal(t, "the field has the focus", s.FocusedIn(s.results.find), true)
	uitest.Equal(t, "found", strings.Join(s.contestsListed(), ", "), "Ynys Môn")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Esc shows all again", len(s.contestsListed()), 650)
	uitest.Equal(t, "and goes back to the rows", s.Win.Canvas().Focused() == s.results.table.Rows(), true)
	s.Chord(shell.Ctrl, fyne.KeyF)
	s.Types("jeremy corb")
	uitest.Equal(t, "by a candidate", strings.Join(s.contestsListed(), ", "), "Islington North")
	s.results.find.SetText("")
	s.Types("york")
	if len(s.contestsListed()) < 3 {
		t.Fatalf("york finds %q", s.contestsListed())
	}
	uitest.Equal(t, "the name that begins so is at hand", s.results.selected(), s.idOf("York Central"))
	s.Keys(fyne.KeyDown)
	uitest.Equal(t, "the arrows work while one types", s.results.selected(), s.idOf("York Outer"))
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "Enter goes to the desk", s.Showing(s.desk), true)
	uitest.Equal(t, "to that contest", s.count.contest.Name, "York Outer")
	s.Chord(shell.Ctrl, fyne.Key2)
	uitest.Equal(t, "and back it is at hand", s.results.selected(), s.idOf("York Outer"))
	s.results.find.SetText("plaid")
	for _, name := range s.contestsListed() {
		if g := s.results.shown[0].Contest().Group; g != "Wales" {
			t.Errorf("Plaid stood in %s, %s", name, g)
		}
	}
	s.results.find.SetText("nobody at all")
	uitest.Equal(t, "an empty table says why", s.results.empty.Words(), "No contest here: nothing matches “nobody at all”. Esc shows all again.")
}

// IDOf is the id of the contest of a name.
func (s *screen) idOf(name string) string {
	s.t.Helper()
	for _, c := range s.Night.Contests {
		if c.Name == name {
			return c.ID
		}
	}
	s.t.Fatalf("no contest is called %s", name)
	return ""
}

func TestEnterBringsTheContestToTheDesk(t *testing.T) {
	s := listing(t, general2019(t))
	s.Keys(fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDown, fyne.KeyReturn)
	uitest.Equal(t, "screen", s.Showing(s.desk), true)
	uitest.Equal(t, "contest", s.count.contest.Name, "Aberconwy")
}

// scores are the lines of the scoreboard by party: its figures from the left.
func (s *screen) scores() map[string]string {
	out := map[string]string{}
	for _, l := range s.results.board.lines {
		if l.kind != boardParty {
			continue
		}
		var figures []string
		for i := len(l.figures) - 1; i >= 0; i-- {
			figures = append(figures, l.figures[i].words)
		}
		if _, twice := out[l.words]; !twice {
			out[l.words] = strings.Join(figures, " ")
		}
	}
	return out
}

func TestScoreboardOfAGeneralElection(t *testing.T) {
	s := listing(t, general2019(t))
	board := uitest.Words(s.results.board.list)
	for _, want := range []string{"All contests\n", "650 of 650 seats", "32,014,110 valid votes", "on 2017 general election"} {
		uitest.Has(t, "scoreboard", board, want)
	}
	got := s.scores()
	for party, want := range map[string]string{
		"Con": "365 58 10 13,961,021 43.6 +1.3",
		"Lab": "202 1 61 10,269,051 32.1 −7.9",
		"SNP": "48 14 1 1,242,380 3.9 +0.8",
		"LD":  "11 3 4 3,696,419 11.5 +4.2",
		"DUP": "8  2 244,128 0.8 −0.1",
		// It stood nowhere in 2017, and rose from nothing that could be told.
		"BRX": "–   644,257 2.0 new",
	} {
		uitest.Equal(t, party, got[party], want)
	}
}

// printed is what lines of a scoreboard say.
func printed(lines []boardLine) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprint(&b, l.words, " ", l.aside)
		for _, f := range l.figures {
			fmt.Fprint(&b, " ", f.words)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}

// TestScoreboardOfNothing tells what will stand there.
func TestScoreboardOfNothing(t *testing.T) {
	s := listing(t, []election.Contest{uitest.Uncounted(t)})
	uitest.Equal(t, "told", s.results.told.Words(), "0 of 1 declared")
	uitest.Has(t, "scoreboard", uitest.Words(s.results.board.list), "Seats and votes stand here from the first declaration.")
	uitest.Equal(t, "parties", len(s.scores()), 0)
	uitest.HasNot(t, "columns of which nothing is known", uitest.Words(s.results.table.Container), "Turnout")
}

func TestResultsWithoutAContest(t *testing.T) {
	s := listing(t, nil)
	uitest.Has(t, "screen", uitest.Words(s.results.root), "No contest yet.")
	s.Taps("Add a contest…  Ctrl+;")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "the sheet", uitest.Words(s.Above()), "A new contest")
}

// troubled is a night in which one count goes on, one is held up by a check
// and one is declared.
func troubled(t testing.TB) []election.Contest {
	t.Helper()
	recount, blocked, declared := uitest.Hartlepool(t), uitest.Hartlepool(t), uitest.Hartlepool(t)
	recount.ID, recount.Name, recount.State, recount.Recount = "r", "Ryedale", election.Recounting, 2
	blocked.ID, blocked.Name, blocked.State = "b", "Bassetlaw", election.Provisional
	blocked.Verified, blocked.Rejected = election.Of(36491), election.Of(182) // 6,376 papers are not accounted for
	declared.ID, declared.State, declared.Revision = "h", election.Declared, 1
	return []election.Contest{recount, blocked, declared}
}

func TestResultsTellWhatStandsInTheWay(t *testing.T) {
	s := listing(t, troubled(t))
	uitest.Equal(t, "told", s.results.told.Words(), "1 of 3 declared · 1 in recount · 1 blocked by a check")
	table := uitest.Words(s.results.table.Container)
	uitest.Has(t, "the recount", table, "recount 2")
	uitest.Has(t, "the blocked one", table, "✗ provisional")
	uitest.Equal(t, "at hand", s.results.selected(), "b")
	uitest.Has(t, "what blocks it, in full", uitest.Words(s.results.detail.box), "✗ ")
	uitest.Has(t, "what blocks it, in full", uitest.Words(s.results.detail.box), "6,376")
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(s.results.rowOf("r"), cells)
	uitest.Equal(t, "a provisional majority is quiet", cells[majorityColumn].Quiet, true)
	clear(cells)
	s.results.fill(s.results.rowOf("h"), cells)
	uitest.Equal(t, "a declared one is not", cells[majorityColumn].Quiet, false)
	for filter, want := range map[string]string{"recount": "Ryedale", "blocked": "Bassetlaw", "to come": "Bassetlaw, Ryedale", "declared, or": "Hartlepool"} {
		s.Chord(shell.Ctrl, fyne.KeyComma)
		s.Types(filter)
		s.Keys(fyne.KeyReturn)
		uitest.Equal(t, filter, strings.Join(s.contestsListed(), ", "), want)
	}
	uitest.Equal(t, "the scoreboard counts what is declared", s.scores()["Con"], "1 1  15,529 51.9 +23.0")
}

// TestVotesMissingGoWithoutSaying while they are being counted.
func TestVotesMissingGoWithoutSaying(t *testing.T) {
	c := uitest.Uncounted(t)
	c.Seats = 1
	for state, blocked := range map[election.State]bool{election.NotStarted: false, election.Counting: false, election.Provisional: true, election.Recounting: true} {
		c.State = state
		uitest.Equal(t, string(state), len(model.NewContestResult(c).Blocked) > 0, blocked)
	}
}

// TestAVoteKeyedChangesItsRow while the screen is open, and works out nothing
// else anew.
func TestAVoteKeyedChangesItsRow(t *testing.T) {
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		second := uitest.Uncounted(t)
		second.ID, second.Code, second.Name = "", "E14999999", "Harwich"
		uitest.Must(t, n.PutContests(author, "", []election.Contest{second}))
	}))
	s.Chord(shell.Ctrl, fyne.Key2)
	before := s.Night.Results
	c := s.Night.Contests[0]
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error {
		if err := n.SetState(author, c.ID, election.Counting); err != nil {
			return err
		}
		for i, k := range c.Candidates {
			if err := n.KeyVotes(author, c.ID, k.ID, election.Of(100+i)); err != nil {
				return err
			}
		}
		return nil
	}, nil)
	s.Settle()
	after := s.Night.Results
	uitest.Equal(t, "worked out anew", after.All[0] != before.All[0], true)
	uitest.Equal(t, "the other is as it was", after.All[1] == before.All[1], true)
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(s.results.rowOf(c.ID), cells)
	uitest.Equal(t, "the outcome of the row", cells[outcomeColumn].Words, "Lab hold")
	uitest.Equal(t, "it is provisional", cells[outcomeColumn].Quiet, true)
	uitest.Equal(t, "the results of the screen are the night's", after.All[0].Contest().Candidates[0].Votes.Known(), true)
}

// TestManyContestsAreReadAtOnce brings an import into the window by one
// reading, with all that hangs on it.
func TestManyContestsAreReadAtOnce(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	s.Chord(shell.Ctrl, fyne.Key2)
	var added []election.Contest
	for i := range 36 {
		c := uitest.Uncounted(t)
		c.ID, c.Code, c.Name, c.Group = "", fmt.Sprintf("E14%06d", i), fmt.Sprintf("Seat %02d", i), "Durham"
		added = append(added, c)
	}
	author := s.Night.Author
	s.Night.Act(func(n *night.Night) error { return n.PutContests(author, "", added) }, nil)
	s.Settle()
	uitest.Equal(t, "contests", len(s.Night.Contests), 1+len(added))
	uitest.Equal(t, "rows", s.results.table.Len(), 1+len(added))
	uitest.Equal(t, "results", len(s.Night.Results.All), 1+len(added))
	uitest.Equal(t, "a group of theirs", s.Night.Results.Boards["Durham"].Contests, len(added))
}

// TestACountThatHasNotStartedHasNoOutcome although its figures are typed.
func TestACountThatHasNotStartedHasNoOutcome(t *testing.T) {
	c := uitest.Hartlepool(t)
	c.ID, c.State = "h", election.NotStarted
	s := listing(t, []election.Contest{c})
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(0, cells)
	uitest.Equal(t, "winner", cells[winnerColumn].Words, "")
	uitest.Equal(t, "outcome", cells[outcomeColumn].Words, "")
	uitest.HasNot(t, "the line below", uitest.Words(s.results.detail.box), "gain")
}

func TestResultsFollowTheContestsOneByOne(t *testing.T) {
	contests := troubled(t)
	contests[0].Group, contests[1].Group = "North", "South"
	rs := model.NewResults(contests, []election.Council{{ID: "n", Name: "North", Seats: 3}})
	change := func(what string, alter func(c *election.Contest), i int) {
		t.Helper()
		alter(&contests[i])
		rs = rs.With(contests[i])
		want := model.NewResults(contests, []election.Council{rs.Councils[0].Council})
		uitest.Equal(t, what+": groups", strings.Join(rs.Groups, ","), strings.Join(want.Groups, ","))
		for g, board := range want.Boards {
			uitest.Equal(t, what+": "+g, printed(boardLines("", rs.Boards[g], "x")), printed(boardLines("", board, "x")))
		}
		uitest.Equal(t, what+": boards", len(rs.Boards), len(want.Boards))
		uitest.Equal(t, what+": council", printed(councilLines(rs.Councils[0], 0)), printed(councilLines(want.Councils[0], 0)))
	}
	change("a declaration", func(c *election.Contest) { c.State, c.Revision = election.Declared, 1 }, 0)
	change("a correction", func(c *election.Contest) { c.Candidates[0].Votes = election.Of(20000) }, 0)
	change("another group", func(c *election.Contest) { c.Group = "South" }, 0)
	change("more seats", func(c *election.Contest) { c.Seats = 3 }, 1)
	change("a postponement", func(c *election.Contest) { c.State = election.Postponed }, 1)
	added := uitest.Uncounted(t)
	added.ID, added.Group = "new", "North"
	contests = append(contests, added)
	change("a new contest", func(*election.Contest) {}, 3)
}

// TestResultsOfWards are those of a council's night: three seats a ward,
// turnouts by papers, parties counted by seats.
func TestResultsOfWards(t *testing.T) {
	wards := official(t, intake.Results, "democracy-club/doncaster-2021-05-06.csv").Contests
	for i := range wards {
		wards[i].ID = fmt.Sprint("w", i)
	}
	s := listing(t, wards)
	uitest.Equal(t, "rows", s.results.table.Len(), 21)
	s.Types("bessacarr")
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(0, cells)
	uitest.Equal(t, "winners", cells[winnerColumn].Words, "Con 2, Lab 1")
	uitest.Equal(t, "a mark a seat", len(cells[winnerColumn].Marks), 3)
	uitest.Equal(t, "outcome", cells[outcomeColumn].Words, "split ward")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Labour, without Conisbrough, which a check keeps provisional", s.scores()["Lab"], "37 59,924 44.9")
	uitest.Equal(t, "turnout is by papers", s.results.papers, true)
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("blocked")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "the typed-in electorate is caught", strings.Join(s.contestsListed(), ", "), "Conisbrough")
}

func TestResultsAreNotCut(t *testing.T) {
	for name, contests := range map[string][]election.Contest{"a general election": general2019(t), "trouble": troubled(t)} {
		for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1050, Height: 590}, {Width: 1024, Height: 700}, {Width: 1920, Height: 1080}} {
			s := listing(t, contests)
			s.Win.Resize(size)
			when := fmt.Sprintf("%s at %.0f×%.0f", name, size.Width, size.Height)
			nothingCut(t, s, when)
			for _, column := range []int{contestColumn, stateColumn, outcomeColumn, majorityColumn, turnoutColumn} {
				uitest.Equal(t, fmt.Sprintf("%s: column %d is shown", when, column), s.results.table.Width(column) > 0, true)
			}
		}
	}
}

func TestAViewerLooksAtResults(t *testing.T) {
	s := listing(t, troubled(t))
	s.Night.ReadOnly = "It is held elsewhere."
	s.results.show()
	uitest.HasNot(t, "screen", uitest.Words(s.results.full), "Add a contest")
	uitest.Equal(t, "nothing to add", s.results.add.Visible(), false)
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "Enter goes to the desk", s.Showing(s.desk), true)
}

// inTurn gives a night's contests other votes, one after another.
func inTurn(contests []election.Contest) func(i int) election.Contest {
	return func(i int) election.Contest {
		c := contests[i%len(contests)]
		c.State, c.Revision, c.Declared = election.Counting, 0, 0
		c.Candidates = append([]election.Candidate(nil), c.Candidates...)
		c.Candidates[0].Votes = election.Of(100 + i)
		return c
	}
}

// manyResults are so many contests, those of the general election repeated.
func manyResults(b *testing.B, n int) []election.Contest {
	b.Helper()
	general := general2019(b)
	out := make([]election.Contest, n)
	for i := range out {
		out[i] = general[i%len(general)]
		out[i].ID = fmt.Sprint("c", i)
		if i >= len(general) {
			out[i].Name += fmt.Sprint(" ", i/len(general))
		}
	}
	return out
}

// BenchmarkFindInResults types a character into the field and takes it away
// again, as far as the table follows.
func BenchmarkFindInResults(b *testing.B) {
	for _, n := range []int{1, 650, 5000} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			s := listing(b, manyResults(b, n))
			s.Chord(shell.Ctrl, fyne.KeyF)
			for i := 0; b.Loop(); i++ {
				if i%2 == 0 {
					s.results.find.TypedRune('e')
				} else {
					s.results.find.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			}
		})
	}
}

// BenchmarkFindInResultsFloor types into a field that leads to nothing.
func BenchmarkFindInResultsFloor(b *testing.B) {
	s := listing(b, nil)
	e := kit.NewEntry("")
	s.Over(e, e)
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			e.TypedRune('e')
		} else {
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
	}
}

// BenchmarkKeyedVoteInResults is what a vote that was keyed costs besides the
// night: the contest is worked out anew, and the open screen follows.
func BenchmarkKeyedVoteInResults(b *testing.B) {
	for _, n := range []int{1, 650} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			contests := manyResults(b, n)
			next := inTurn(contests)
			for i := range contests {
				contests[i] = next(i)
			}
			s := listing(b, contests)
			for i := 0; b.Loop(); i++ {
				c := next(0)
				c.Candidates[0].Votes = election.Of(100 + i)
				s.Night.Results = s.Night.Results.With(c)
				s.Night.Contests[0] = c
				s.results.show()
			}
		})
	}
}

// BenchmarkKeyedVoteInResultsFloor works that contest out and no more.
func BenchmarkKeyedVoteInResultsFloor(b *testing.B) {
	next := inTurn(manyResults(b, 1))
	for i := 0; b.Loop(); i++ {
		model.NewContestResult(next(i))
	}
}

// fileOfMany is a night of so many contests that are counted.
func fileOfMany(b *testing.B, n int) string {
	b.Helper()
	contests := manyResults(b, n)
	next := inTurn(contests)
	for i := range contests {
		contests[i] = next(i)
		contests[i].Code = fmt.Sprint("X", i)
	}
	return uitest.NightOf(b, func(night *night.Night, author string) {
		uitest.Must(b, night.PutContests(author, "", contests))
	})
}

// nightOfMany is a window on such a night, at its last contest.
func nightOfMany(b *testing.B, n int) *screen {
	b.Helper()
	s := at(b, fileOfMany(b, n))
	s.SetContest(s.Night.Contests[n].ID)
	s.Settle()
	return s
}

// BenchmarkKeyedVote is a vote from the act to the figures that follow it in
// the window, with the desk or the results in sight.
func BenchmarkKeyedVote(b *testing.B) {
	for on, screen := range map[string]func(*screen) shell.Screen{
		"desk":    func(s *screen) shell.Screen { return s.desk },
		"results": func(s *screen) shell.Screen { return s.results },
	} {
		for _, n := range []int{1, 650} {
			b.Run(fmt.Sprintf("%s/contests=%d", on, n), func(b *testing.B) {
				s := nightOfMany(b, n)
				s.GoTo(screen(s))
				c, _ := s.Night.Current()
				author := s.Night.Author
				for i := 0; b.Loop(); i++ {
					done := false
					s.Night.Act(func(n *night.Night) error {
						return n.KeyVotes(author, c.ID, c.Candidates[0].ID, election.Of(1000+i%2))
					}, func(error) { done = true })
					s.Until("the vote is in", func() bool { return done })
				}
			})
		}
	}
}

// BenchmarkKeyedVoteFloor is the act in the night alone.
func BenchmarkKeyedVoteFloor(b *testing.B) {
	for _, n := range []int{1, 650} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			file, err := night.Open(fileOfMany(b, n), night.Options{})
			uitest.Must(b, err)
			defer file.Close()
			contests, err := file.Contests()
			uitest.Must(b, err)
			authors, err := file.Authors()
			uitest.Must(b, err)
			c := contests[n]
			for i := 0; b.Loop(); i++ {
				uitest.Must(b, file.KeyVotes(authors[0].ID, c.ID, c.Candidates[0].ID, election.Of(1000+i%2)))
			}
		})
	}
}

// BenchmarkDeclaredInResults is a declaration, which the sums follow.
func BenchmarkDeclaredInResults(b *testing.B) {
	for _, n := range []int{1, 650} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			contests := manyResults(b, n)
			s := listing(b, contests)
			for b.Loop() {
				s.Night.Results = s.Night.Results.With(contests[0])
				s.results.show()
			}
		})
	}
}

// BenchmarkFirstResults works a night out and shows it for the first time.
func BenchmarkFirstResults(b *testing.B) {
	for _, n := range []int{650, 5000} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			contests := manyResults(b, n)
			s := listing(b, nil)
			for b.Loop() {
				s.Night.Results = model.NewResults(contests, nil)
				s.results.show()
			}
		})
	}
}

// BenchmarkFirstResultsFloor computes the results and shows nothing.
func BenchmarkFirstResultsFloor(b *testing.B) {
	for _, n := range []int{650, 5000} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			contests := manyResults(b, n)
			for b.Loop() {
				for _, c := range contests {
					election.Compute(c)
					election.Checks(c)
				}
			}
		})
	}
}

// BenchmarkSortResults sorts by the majority, one way and the other.
func BenchmarkSortResults(b *testing.B) {
	for _, n := range []int{650, 5000} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			s := listing(b, manyResults(b, n))
			for b.Loop() {
				s.results.sortBy(majorityColumn)
			}
		})
	}
}

// BenchmarkSortResultsFloor folds as many names.
func BenchmarkSortResultsFloor(b *testing.B) {
	for _, n := range []int{650, 5000} {
		b.Run(fmt.Sprintf("contests=%d", n), func(b *testing.B) {
			contests := manyResults(b, n)
			for b.Loop() {
				for _, c := range contests {
					text.SearchKey(c.Name)
				}
			}
		})
	}
}

// cutIn are the words that are cut in an object, beyond what a width can have.
func cutIn(o fyne.CanvasObject) []string {
	var cut []string
	uitest.See(o, func(o fyne.CanvasObject) {
		if text, ok := o.(*kit.Text); ok && text.Wide() > text.Size().Width+0.5 {
			cut = append(cut, text.Words())
		}
	})
	return cut
}

// What the row has no room for is told whole below it, of every contest.
func TestTheLinesBelowTheTableAreWhole(t *testing.T) {
	wards := official(t, intake.Results, "democracy-club/doncaster-2021-05-06.csv").Contests
	flagged := uitest.Uncounted(t)
	flagged.Name, flagged.State = "Haltemprice and Howden and the Isles of the Outer Humber", election.Counting
	flagged.Flags = []election.Flag{
		{Kind: election.Rush, Candidate: flagged.Candidates[0].ID, Source: "the wire", When: 1},
		{Kind: election.Estimate, Words: "a lead of some thousands", Source: "an agent", When: 2, Public: true},
	}
	for name, contests := range map[string][]election.Contest{"general": general2019(t), "wards": wards, "trouble": troubled(t), "flags": {flagged}} {
		for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1024, Height: 700}} {
			s := listing(t, contests)
			s.Win.Resize(size)
			for i := range s.results.shown {
				s.results.table.Select(i)
				for _, words := range cutIn(s.results.detail.box) {
					t.Errorf("%s at %v: %q is cut below %s", name, size.Width, words, s.results.shown[i].Name)
				}
			}
		}
	}
}

func TestNamesOfConstituenciesAreWhole(t *testing.T) {
	s := listing(t, general2019(t))
	s.Win.Resize(fyne.NewSize(1366, 740))
	cut := map[string]bool{}
	for i := range s.results.shown {
		s.results.table.Select(i)
		for _, words := range cutIn(s.results.table.Container) {
			if !strings.Contains(words, "  ") { // a party and its winner, whom the line below names
				cut[words] = true
			}
		}
	}
	for words := range cut {
		t.Errorf("%q is cut", words)
	}
	for _, column := range []int{stateColumn, winnerColumn, outcomeColumn, majorityColumn, turnoutColumn, changeColumn} {
		uitest.Equal(t, fmt.Sprintf("column %d is shown", column), s.results.table.Width(column) > 0, true)
	}
}

// Figures of the scoreboard stand apart, and the names of parties have room.
func TestTheScoreboardHasRoom(t *testing.T) {
	for _, width := range []float32{1366, 1024} {
		s := at(t, uitest.DeclaredNight(t, nil))
		s.Win.Resize(fyne.NewSize(width, 700))
		s.Chord(shell.Ctrl, fyne.Key2)
		for _, words := range cutIn(s.results.board.list) {
			t.Errorf("at %v %q is cut", width, words)
		}
		for _, row := range s.results.board.rows {
			for i, f := range row.line.figures {
				text := row.figures[i]
				nearest := i == len(row.line.figures)-1 // to the words, which keep away
				if text.Visible() && f.words != "" && !nearest && text.Wide()+4 > text.Size().Width {
					t.Errorf("at %v %q has %v of %v, and touches the figure before it", width, f.words, text.Size().Width, text.Wide())
				}
			}
		}
	}
}

// A rush, a call or an estimate is seen among the results until the contest is
// declared, and never as one.
func TestFlagsAreSeenAmongTheResults(t *testing.T) {
	c := uitest.Uncounted(t)
	c.State = election.Counting
	c.Flags = []election.Flag{{Kind: election.Call, Candidate: c.Candidates[0].ID, Source: "the desk", When: 1}}
	s := listing(t, []election.Contest{c})
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(0, cells)
	uitest.Equal(t, "state", cells[stateColumn].Words, "counting · call")
	uitest.Equal(t, "winner", cells[winnerColumn].Words, "")
	s.results.table.Select(0)
	uitest.Has(t, "the line below", uitest.Words(s.results.detail.box), "Call: ")
	uitest.Has(t, "the line below", uitest.Words(s.results.detail.box), "says the desk")
	declared := uitest.Hartlepool(t)
	declared.State, declared.Revision = election.Declared, 1
	declared.Flags = c.Flags
	s = listing(t, []election.Contest{declared})
	s.results.fill(0, cells)
	uitest.HasNot(t, "state of a result", cells[stateColumn].Words, "call")
}

func TestHeadsOfTheResultsAreWhole(t *testing.T) {
	wards := official(t, intake.Results, "democracy-club/doncaster-2021-05-06.csv").Contests
	for name, contests := range map[string][]election.Contest{"general": general2019(t), "wards": wards} {
		for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1024, Height: 700}} {
			s := listing(t, contests)
			s.Win.Resize(size)
			for column := range resultColumns {
				s.results.sortBy(column)
				for _, words := range cutIn(s.results.table.Objects[0]) {
					t.Errorf("%s at %v, sorted by column %d: %q is cut", name, size.Width, column, words)
				}
			}
		}
	}
}
