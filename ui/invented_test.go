package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// A stand is somebody's votes in an invented seat.
type stand struct {
	party string
	votes int
}

// inventedGeneral are seven seats of a general election that never was, each
// with the one before. What the real one proves where its files lie beside the
// repository, it proves everywhere.
func inventedGeneral() []election.Contest {
	var contests []election.Contest
	seat := func(name, group string, now, then []stand) {
		c := election.Contest{ID: fmt.Sprint("c", len(contests)), Name: name, Group: group, Date: "2019-12-12", Kind: election.Parliamentary, Seats: 1,
			State: election.Declared, Revision: 1, Declared: 1576203600000, Electorate: election.Of(20_000), Rejected: election.Of(50)}
		b := election.Baseline{ID: "b", Name: "2017 general election", Date: "2017-06-08", Seats: 1, Electorate: election.Of(19_000)}
		cast := 0
		for _, s := range now {
			c.Candidates = append(c.Candidates, standing(c, s))
			cast += s.votes
		}
		for _, s := range then {
			b.Candidates = append(b.Candidates, standing(c, s))
		}
		c.Verified, c.Baselines = election.Of(cast+50), []election.Baseline{b}
		contests = append(contests, c)
	}
	seat("Aldermere", "England", []stand{{"PP52", 9000}, {"PP53", 5000}, {"PP7931", 1000}}, []stand{{"PP52", 8000}, {"PP53", 7000}})
	seat("Ynys Fôn Uchaf", "Wales", []stand{{"PP52", 4000}, {"PP77", 3900}, {"PP53", 3000}}, []stand{{"PP53", 5000}, {"PP52", 3000}, {"PP77", 2500}})
	seat("Caerlan", "Wales", []stand{{"PP53", 6500}, {"PP52", 3000}}, []stand{{"PP53", 8000}, {"PP52", 3000}})
	seat("Dunmuir", "Scotland", []stand{{"PP102", 6200}, {"PP53", 2000}, {"PP90", 1000}}, []stand{{"PP102", 5000}, {"PP53", 4000}})
	seat("North Fen", "England", []stand{{"PP90", 5000}, {"PP52", 4800}, {"PP53", 500}}, []stand{{"PP52", 6000}, {"PP90", 4000}})
	seat("York Moor", "England", []stand{{"PP52", 8000}, {"PP53", 2000}}, []stand{{"PP52", 7000}, {"PP53", 3000}})
	seat("York Outer Wold", "England", []stand{{"PP52", 5000}, {"PP53", 4400}}, []stand{{"PP53", 5000}, {"PP52", 4500}})
	return contests
}

func standing(c election.Contest, s stand) election.Candidate {
	p, _ := election.PartyByID(s.party)
	return election.Candidate{ID: c.ID + s.party, Forenames: "Jo", Surname: "of " + c.Name, Party: p, Votes: election.Of(s.votes)}
}

// inventedWards are a ward of three seats that two parties share, and one
// whose electorate was typed where the papers belong.
func inventedWards() []election.Contest {
	var wards []election.Contest
	for _, name := range []string{"Bessing", "Conister"} {
		c := election.Contest{ID: name, Name: name, Group: "Sandmere", Date: "2021-05-06", Kind: election.Local, Seats: 3,
			State: election.Declared, Revision: 1, Electorate: election.Of(7000), Verified: election.Of(2100), Rejected: election.Of(10)}
		for i, s := range []stand{{"PP52", 1200}, {"PP52", 1100}, {"PP53", 1050}, {"PP53", 900}} {
			k := standing(c, s)
			k.ID, k.Surname = fmt.Sprint(name, i), fmt.Sprint("Candidate ", i)
			c.Candidates = append(c.Candidates, k)
		}
		wards = append(wards, c)
	}
	wards[1].Electorate, wards[1].Verified = election.Count{}, election.Of(7000)
	return wards
}

func TestResultsOfAnInventedElection(t *testing.T) {
	s := listing(t, inventedGeneral())
	uitest.Equal(t, "told", s.results.told.Words(), "7 of 7 declared")
	uitest.Equal(t, "rows", strings.Join(s.contestsListed(), ", "), "Aldermere, Caerlan, Dunmuir, North Fen, Ynys Fôn Uchaf, York Moor, York Outer Wold")
	row := uitest.Words(s.results.table.Container)
	for _, want := range []string{"Contest ▴", "Aldermere\n", "✔ 2.20am", "Con hold", "4,000", "75.0"} {
		uitest.Has(t, "the first row", row, want)
	}
	uitest.Has(t, "the line below", uitest.Words(s.results.detail.box), "Con hold on 2017 general election, swing 10.0 Lab → Con · turnout 75.0% valid, 75.25% papers · electorate")
	s.sortsBy(majorityColumn)
	uitest.Equal(t, "the largest majority", s.contestsListed()[0], "York Moor")
	s.Types(" ")
	uitest.Equal(t, "the smallest majority", s.contestsListed()[0], "Ynys Fôn Uchaf")
	s.sortsBy(turnoutColumn)
	uitest.Equal(t, "the highest turnout", s.contestsListed()[0], "Aldermere")
	s.sortsBy(outcomeColumn)
	uitest.Equal(t, "outcomes from A to Z, those alike by name", strings.Join(s.contestsListed(), ", "), "Ynys Fôn Uchaf, York Outer Wold, Aldermere, York Moor, Caerlan, North Fen, Dunmuir")
}

func TestScoreboardOfAnInventedElection(t *testing.T) {
	s := listing(t, inventedGeneral())
	board := uitest.Words(s.results.board.list)
	for _, want := range []string{"All contests\n", "7 of 7 seats", "74,300 valid votes", "on 2017 general election"} {
		uitest.Has(t, "scoreboard", board, want)
	}
	got := s.scores()
	for party, want := range map[string]string{
		"Con": "4 2 1 33,800 45.5 +3.5", "Lab": "1  2 23,400 31.5 −11.2", "Reform UK": "–   1,000 1.3 new",
	} {
		uitest.Equal(t, party, got[party], want)
	}
}

func TestFilterOfAnInventedElection(t *testing.T) {
	s := listing(t, inventedGeneral())
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("gained")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "gains", strings.Join(s.contestsListed(), ", "), "North Fen, Ynys Fôn Uchaf, York Outer Wold")
	uitest.Equal(t, "the button", s.results.filters[5].Words, "Gains 3")
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("a group")
	s.Keys(fyne.KeyReturn)
	s.Types("wales")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "gains in Wales", strings.Join(s.contestsListed(), ", "), "Ynys Fôn Uchaf")
	uitest.Equal(t, "the scoreboard is that of Wales", s.results.board.lines[0].words, "Wales")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Esc shows all again", len(s.contestsListed()), 7)
}

func TestFindInAnInventedElection(t *testing.T) {
	s := listing(t, inventedGeneral())
	s.Types("ynys fon") // typed on the table
	uitest.Equal(t, "found", strings.Join(s.contestsListed(), ", "), "Ynys Fôn Uchaf")
	s.Chord(shell.Ctrl, fyne.Key3)
	uitest.Equal(t, "the chart is of", s.charts.title.Words, "Ynys Fôn Uchaf")
	uitest.Equal(t, "kind", s.charts.kind, chart.Share)
	s.Chord(shell.Ctrl, fyne.Key8)
	uitest.Has(t, "the clipboard", s.App.Clipboard().Content(), "Ynys Fôn Uchaf")
	s.Chord(shell.Ctrl, fyne.Key2)
	s.Keys(fyne.KeyEscape)
	s.Chord(shell.Ctrl, fyne.KeyF)
	s.Types("jo of caer")
	uitest.Equal(t, "by a candidate", strings.Join(s.contestsListed(), ", "), "Caerlan")
	s.results.find.SetText("")
	s.Types("york")
	uitest.Equal(t, "the name that begins so is at hand", s.results.selected(), s.idOf("York Moor"))
	s.Keys(fyne.KeyDown, fyne.KeyReturn)
	uitest.Equal(t, "Enter goes to the desk", s.Showing(s.desk), true)
	uitest.Equal(t, "to the contest below", s.count.contest.Name, "York Outer Wold")
}

func TestResultsOfInventedWards(t *testing.T) {
	s := listing(t, inventedWards())
	s.Types("bessing")
	cells := make([]kit.Cell, resultColumns)
	s.results.fill(0, cells)
	uitest.Equal(t, "winners", cells[winnerColumn].Words, "Con 2, Lab 1")
	uitest.Equal(t, "a mark a seat", len(cells[winnerColumn].Marks), 3)
	uitest.Equal(t, "outcome", cells[outcomeColumn].Words, "split ward")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Labour", s.scores()["Lab"], "2 3,900 45.9")
	uitest.Equal(t, "turnout is by papers", s.results.papers, true)
	s.Chord(shell.Ctrl, fyne.KeyComma)
	s.Types("blocked")
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "the typed-in electorate is caught", strings.Join(s.contestsListed(), ", "), "Conister")
}

func TestNothingOfInventedResultsIsCut(t *testing.T) {
	for name, contests := range map[string][]election.Contest{"general": inventedGeneral(), "wards": inventedWards(), "trouble": troubled(t)} {
		for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1024, Height: 700}} {
			s := listing(t, contests)
			s.Win.Resize(size)
			when := fmt.Sprintf("%s at %.0f×%.0f", name, size.Width, size.Height)
			nothingCut(t, s, when)
			for i := range s.results.shown {
				s.results.table.Select(i)
				for _, words := range cutIn(s.results.detail.box) {
					t.Errorf("%s: %q is cut below %s", when, words, s.results.shown[i].Name)
				}
			}
			for column := range resultColumns {
				s.results.sortBy(column)
				for _, words := range cutIn(s.results.table.Objects[0]) {
					t.Errorf("%s, sorted by column %d: %q is cut", when, column, words)
				}
			}
		}
	}
}
