package ui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// partyOf is a party of the table.
func partyOf(t testing.TB, id string) election.Party {
	t.Helper()
	p, ok := election.PartyByID(id)
	if !ok {
		t.Fatalf("no party has the id %s", id)
	}
	return p
}

func TestHoldingsAreReadAsTyped(t *testing.T) {
	local := election.Party{ID: "x:harlow alliance", Name: "Harlow Alliance", Short: "HAP"}
	book := newPartyBook(nil, []election.Council{{NotUp: []election.Holding{{Party: local}}}})
	for typed, want := range map[string]string{
		"Con 20\nLab 12": "PP52 20, PP53 12",
		"labour party 12\n\n  the conservatives  20": "PP53 12, PP52 20",
		"PP90 3\nLiberal Democrats, 4":               "",
		"sinn fein 27\nPlaid: 9":                     "PP39 27, PP77 9",
		"hap 2\nInd 1":                               "x:harlow alliance 2,  1",
		"independents 1\nvacant 1":                   " 1, vacant 1",
		"new Residents of Old Harlow 3":              "x:residents of old harlow 3",
		"Lab 0":                                      "PP53 0",
		"":                                           "",
	} {
		hs, vacant, err := book.read(typed)
		var got []string
		for _, h := range hs {
			got = append(got, fmt.Sprint(h.Party.ID, " ", h.Seats))
		}
		if vacant > 0 {
			got = append(got, fmt.Sprint("vacant ", vacant))
		}
		if want == "" && typed != "" {
			if err == nil {
				t.Errorf("%q was taken as %q", typed, got)
			}
			continue
		}
		uitest.Must(t, err)
		uitest.Equal(t, typed, strings.Join(got, ", "), want)
	}
}

func TestHoldingsSayWhichLineIsWrong(t *testing.T) {
	book := newPartyBook(nil, nil)
	for typed, want := range map[string]string{
		"Con 20\nLbour 12":       "line 2: no party is called “Lbour”. For one that is new here write “new Lbour 12”",
		"Con":                    "line 1: “Con” needs its number of seats at the end, as in “Con 20”",
		"\n\nCon twenty":         "line 3: “Con twenty” needs its number of seats at the end, as in “Con 20”",
		"Con -3":                 "line 1: “Con -3” needs its number of seats at the end, as in “Con 20”",
		"Con 20\nConservative 1": "line 2: “Conservative” stands on two lines; give all its seats on one",
		"vacant 1\nvacancies 2":  "line 2: “vacancies” stands on two lines; give all its seats on one",
		"Lab 3\n20":              "line 2: “20” needs its number of seats at the end, as in “Con 20”",
		"new  2":                 "line 1: no party is called “new”. For one that is new here write “new new 2”",
	} {
		_, _, err := book.read(typed)
		if err == nil {
			t.Errorf("%q was taken", typed)
			continue
		}
		uitest.Equal(t, typed, err.Error(), want)
	}
}

// TestHoldingsComeBack writes seats and reads them again, also where parties
// of one short name hold them.
func TestHoldingsComeBack(t *testing.T) {
	parties := append(election.Parties(), election.Independent, election.Party{ID: "x:residents", Name: "Residents 2000"})
	rapid.Check(t, func(t *rapid.T) {
		var hs []election.Holding
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(parties)-1), 0, 8, func(i int) int { return i }).Draw(t, "parties") {
			hs = append(hs, election.Holding{Party: parties[i], Seats: rapid.IntRange(0, 80).Draw(t, "seats")})
		}
		vacant := rapid.IntRange(0, 3).Draw(t, "vacant")
		book := newPartyBook(nil, []election.Council{{NotUp: hs}})
		got, n, err := book.read(book.write(hs, vacant))
		if err != nil || n != vacant || len(got) != len(hs) {
			t.Fatalf("%q came back as %v, %d vacant, %v", book.write(hs, vacant), got, n, err)
		}
		for i := range hs {
			if got[i].Party.ID != hs[i].Party.ID || got[i].Seats != hs[i].Seats {
				t.Fatalf("%v came back as %v", hs[i], got[i])
			}
		}
	})
}

// harlow is the council as it stood on 6 May 2021: 33 seats of which 13 were
// up, one more vacant, Labour's until then.
func harlow(t testing.TB) election.Council {
	t.Helper()
	con, lab := partyOf(t, "PP52"), partyOf(t, "PP53")
	return election.Council{
		Name: "Harlow", Date: "2021-05-06", Seats: 33, Vacant: 1,
		NotUp: []election.Holding{{Party: lab, Seats: 11}, {Party: con, Seats: 8}},
		Baselines: []election.CouncilBaseline{
			{Name: "as last fought", Date: "2019-05-02", Holdings: []election.Holding{{Party: lab, Seats: 20}, {Party: con, Seats: 13}}},
			{Name: "eve of poll", Holdings: []election.Holding{{Party: lab, Seats: 19}, {Party: con, Seats: 12}}, Vacant: 2},
		},
	}
}

// harlowWards are thirteen wards of a seat each, twelve of which went to the
// Conservatives; so many are declared.
func harlowWards(t testing.TB, declared int) []election.Contest {
	t.Helper()
	con, lab := partyOf(t, "PP52"), partyOf(t, "PP53")
	var wards []election.Contest
	for i := range 13 {
		c := election.Contest{ID: fmt.Sprint("w", i), Name: fmt.Sprintf("Ward %02d", i+1), Group: "Harlow", Kind: election.Local, Seats: 1, Date: "2021-05-06",
			Candidates: []election.Candidate{
				{ID: fmt.Sprint("c", i), Surname: "Blue", Party: con, Votes: election.Of(900)},
				{ID: fmt.Sprint("l", i), Surname: "Red", Party: lab, Votes: election.Of(600)},
			}}
		if i == 12 {
			c.Candidates[1].Votes = election.Of(1000)
		}
		c.State = election.Counting
		if i < declared {
			c.State, c.Revision = election.Declared, 1
		}
		wards = append(wards, c)
	}
	return wards
}

func TestCouncilOfTheNight(t *testing.T) {
	s := listing(t, harlowWards(t, 13), harlow(t))
	board := uitest.Words(s.results.board.list)
	for _, want := range []string{
		"Harlow\nCon gain from Lab", "33 seats · 13 up · 17 needed for control · 1 vacant", "Con majority 8 over all others",
		"As last fought, 2 May 2019: Lab → Con", "Eve of poll: Lab → Con", "± on as last fought ▾",
	} {
		uitest.Has(t, "card", board, want)
	}
	text := printed(s.results.board.lines)
	for _, want := range []string{"Con  +7 20 8 12\n", "Lab  −8 12 11 1\n", "Vacant   1  \n"} {
		uitest.Has(t, "seats by party, from the right", text, want)
	}
	// The change is on the baseline that is named, and Enter names the other.
	at := -1
	for i, l := range s.results.board.lines {
		if l.kind == boardHeads && at < 0 {
			at = i
		}
	}
	s.Focus(s.results.board.list)
	s.results.board.list.Select(at)
	s.Keys(fyne.KeyReturn)
	text = printed(s.results.board.lines)
	uitest.Has(t, "heads", text, "± on eve of poll ▾")
	uitest.Has(t, "seats by party", text, "Con  +8 20 8 12\n")
	s.Keys(fyne.KeyReturn)
	uitest.Has(t, "and round again", printed(s.results.board.lines), "± on as last fought ▾")
}

func TestCouncilWhileSeatsAreToCome(t *testing.T) {
	s := listing(t, harlowWards(t, 5), harlow(t))
	text := printed(s.results.board.lines)
	uitest.Has(t, "card", text, "Harlow 8 of 13 seats to come")
	uitest.Has(t, "control", text, "As last fought, 2 May 2019: Lab → open")
	uitest.Has(t, "no change before the last ward", text, "Con   13 8 5\n")
	uitest.Has(t, "to come", text, "To come   8  \n")
	s.Night.Results = s.Night.Results.With(harlowWards(t, 9)[8])
	for i := range 9 {
		s.Night.Results = s.Night.Results.With(harlowWards(t, 9)[i])
	}
	s.results.show()
	uitest.Has(t, "control is certain", printed(s.results.board.lines), "Con is sure of control; the majority follows with the last seat")
}

// TestCouncilThatDoesNotAddUp says so on its card.
func TestCouncilThatDoesNotAddUp(t *testing.T) {
	council := harlow(t)
	council.NotUp = council.NotUp[:1] // eight seats are forgotten
	s := listing(t, harlowWards(t, 13), council)
	text := strings.Join(strings.Fields(printed(s.results.board.lines)), " ")
	uitest.Has(t, "card", text, "✗ "+s.Night.Results.Councils[0].Checks[0].Text)
	uitest.Equal(t, "the check", s.Night.Results.Councils[0].Checks[0].Code, "council-unbalanced")
}

// TestCouncilsOfOneNight stand each with its wards: Enter on its name lists
// them alone.
func TestCouncilsOfOneNight(t *testing.T) {
	other := harlow(t)
	other.ID, other.Name = "o", "Stevenage"
	s := listing(t, append(harlowWards(t, 13), uitest.Uncounted(t)), harlow(t), other)
	uitest.Equal(t, "all contests first", s.results.board.lines[0].words, "All contests")
	at := -1
	for i, l := range s.results.board.lines {
		if l.kind == boardTitle && l.words == "Harlow" {
			at = i
		}
	}
	s.Focus(s.results.board.list)
	s.results.board.list.Select(at)
	s.Keys(fyne.KeyReturn)
	uitest.Equal(t, "its wards", len(s.contestsListed()), 13)
	uitest.Equal(t, "its card first", s.results.board.lines[0].words, "Harlow")
	uitest.HasNot(t, "the other council", printed(s.results.board.lines), "Stevenage")
	uitest.Equal(t, "the group is named", s.results.groups.Words, "Harlow ▾")
}

// councilNight is a night of wards whose council is still to be made.
func councilNight(t *testing.T) *screen {
	t.Helper()
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		uitest.Must(t, n.PutContests(author, "", harlowWards(t, 13)))
	}))
	s.Chord(shell.Ctrl, fyne.Key2)
	return s
}

// newCouncil opens the sheet for a council by keys.
func (s *screen) newCouncil() {
	s.Chord(shell.Ctrl, fyne.KeySemicolon)
	s.Types("councils")
	s.Keys(fyne.KeyReturn)
	s.Types("new")
	s.Keys(fyne.KeyReturn)
}

// tabs types the first text where the focus is, and each of the others at the
// end of the next field.
func (s *screen) tabs(texts ...string) {
	for i, text := range texts {
		if i > 0 {
			s.Keys(fyne.KeyTab, fyne.KeyEnd)
		}
		s.Types(text)
	}
}

func TestACouncilIsMadeByKeys(t *testing.T) {
	s := councilNight(t)
	s.newCouncil()
	sheet := uitest.Words(s.Above())
	uitest.Has(t, "sheet", sheet, "Seats that are not up")
	s.tabs("", "", "33", "Lab 11\nCon 8\nvacant 1", ", 2 May 2019", "Lab 20\nCon 13", "", "Lab 19\nCon 12\nvacant 2")
	s.Keys(fyne.KeyTab, fyne.KeyReturn)
	s.Settle()
	uitest.Equal(t, "councils of the desk", len(s.Night.Councils), 1)
	got := s.Night.Councils[0]
	uitest.Equal(t, "name, from the group of the wards", got.Name, "Harlow")
	uitest.Equal(t, "day, from the wards", got.Date, "2021-05-06")
	want := harlow(t)
	want.ID = got.ID
	uitest.Equal(t, "council", fmt.Sprint(got), fmt.Sprint(want))
	uitest.Has(t, "card", uitest.Words(s.results.board.list), "Harlow\nCon gain from Lab")
	// E on its card edits it; another name takes the wards along.
	s.Focus(s.results.board.list)
	s.results.board.list.Select(0)
	s.Types("e")
	uitest.Has(t, "the sheet of that council", uitest.Words(s.Above()), "Save")
	s.SelectAll()
	s.Types("Harlow District")
	s.submit()
	s.Settle()
	uitest.Equal(t, "name", s.Night.Councils[0].Name, "Harlow District")
	uitest.Equal(t, "group of its wards", s.Night.Contests[1].Group, "Harlow District")
	uitest.Equal(t, "seats that were not typed again", fmt.Sprint(s.Night.Councils[0].NotUp), fmt.Sprint(want.NotUp))
}

// submit presses the sheet's filled button.
func (s *screen) submit() {
	s.t.Helper()
	for range 20 {
		s.Keys(fyne.KeyTab)
		if b, ok := s.Win.Canvas().Focused().(interface{ TypedRune(rune) }); ok && b != nil {
			if w := fmt.Sprintf("%T", s.Win.Canvas().Focused()); w == "*kit.Button" {
				s.Keys(fyne.KeyReturn)
				return
			}
		}
	}
	s.t.Fatal("no button can be reached by Tab")
}

func TestACouncilSheetSaysWhatIsWrong(t *testing.T) {
	s := councilNight(t)
	s.newCouncil()
	says := func(want string) {
		t.Helper()
		s.submit()
		uitest.Has(t, "sheet", uitest.Words(s.Above()), want)
	}
	says("Say how many seats the council has, as a whole number.")
	s.Keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // over Cancel and the words, round to the first field
	s.tabs("", "", "33", "Lbour 11")
	says("Seats that are not up, line 1: no party is called “Lbour”.")
	s.Keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.SelectAll()
	s.tabs("Lab 11", ", 31 April 2019", "Lab 20")
	says("The day of the first baseline “31 April 2019” is no day; write it as 2021-05-06.")
	uitest.Equal(t, "nothing is in the night", len(s.Night.Councils), 0)
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "Esc leaves it", s.Above() == nil, true)
}

func TestAContestIsAddedAndEditedByHand(t *testing.T) {
	s := councilNight(t)
	s.Chord(shell.Ctrl, fyne.KeySemicolon)
	s.Keys(fyne.KeyReturn)
	s.tabs("Old Harlow", "", "", "E05004064", "", "")
	s.submit()
	s.Settle()
	c, ok := s.Night.Current()
	uitest.Equal(t, "it is on the desk", ok && c.Name == "Old Harlow", true)
	uitest.Equal(t, "code", c.Code, "E05004064")
	s.Says("Ctrl+Shift+I")
	uitest.Equal(t, "it is at hand", s.results.selected(), c.ID)
	s.Chord(shell.Ctrl, fyne.KeySemicolon)
	s.Types("edit")
	s.Keys(fyne.KeyReturn)
	s.SelectAll()
	s.tabs("Old Harlow ward", "", "", "", "", "", "")
	s.SelectAll()
	s.Types("average")
	s.submit()
	s.Settle()
	c, _ = s.Night.Current()
	uitest.Equal(t, "name", c.Name, "Old Harlow ward")
	uitest.Equal(t, "method", c.Method, election.AverageVote)
	s.Chord(shell.Ctrl, fyne.KeySemicolon)
	s.Types("edit")
	s.Keys(fyne.KeyReturn)
	s.Keys(fyne.KeyTab, fyne.KeyTab)
	s.SelectAll()
	s.Types("sixth of May")
	s.submit()
	uitest.Has(t, "what is wrong", uitest.Words(s.Above()), "“sixth of May” is no day; write it as 2021-05-06.")
}

// TestACouncilIsNotCut at the sizes of a window.
func TestACouncilIsNotCut(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1050, Height: 590}, {Width: 1024, Height: 700}} {
		s := listing(t, harlowWards(t, 9), harlow(t))
		s.Win.Resize(size)
		nothingCut(t, s, fmt.Sprintf("a council at %.0f×%.0f", size.Width, size.Height))
		s.Window.editCouncil(harlow(t))
		if need := s.Above().(*fyne.Container).Objects[2].MinSize().Height; need > size.Height-48-36 {
			t.Errorf("its sheet needs %.0f units at %v", need, size)
		}
	}
}

func TestCouncilBarGivesEverySeatItsRoom(t *testing.T) {
	b := newCouncilBar()
	r := election.ComputeCouncil(harlow(t), harlowWards(t, 9))
	b.show(r, nil)
	b.box.Resize(fyne.NewSize(330, 18))
	uitest.Equal(t, "the line control has to reach", b.needed.Position().X, float32(170-1))
	end := float32(0)
	for i, n := range b.seats {
		bar := b.bars[i]
		uitest.Equal(t, "where a bar begins", bar.Position().X, end)
		uitest.Equal(t, "its seats", bar.Size().Width, float32(10*n-1))
		end += float32(10 * n)
	}
	uitest.Equal(t, "what is to come is left empty", end, float32(330-40))
}

// A council stands on the Results screen as soon as it is made, before its
// wards.
func TestACouncilWithoutWardsIsOnResults(t *testing.T) {
	s := listing(t, nil, election.Council{ID: "c", Name: "Much Binding", Seats: 30, Vacant: 2,
		NotUp: []election.Holding{{Party: partyOf(t, "PP53"), Seats: 12}}})
	uitest.Equal(t, "the screen is in sight", s.results.full.Visible(), true)
	board := uitest.Words(s.results.board.list)
	uitest.Has(t, "the council", board, "Much Binding")
	uitest.Has(t, "its checks", board, "✗ ")
	uitest.Has(t, "the list", uitest.Words(s.results.table.Container)+s.results.empty.Words(), "No contest yet.")
	uitest.HasNot(t, "the list", s.results.empty.Words(), "Esc")
}
