package paste

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/intake"
)

// ballot is a ballot paper from lines as "Jill|Mortimer|Con"; ids count from 0.
func ballot(lines ...string) []election.Candidate {
	var candidates []election.Candidate
	for i, line := range lines {
		cells := strings.Split(line, "|")
		candidates = append(candidates, election.Candidate{
			ID: fmt.Sprint(i), Forenames: cells[0], Surname: cells[1], Party: party(cells[2]),
		})
	}
	return candidates
}

// party is the one of a name; one that the register does not know is its own.
func party(name string) election.Party {
	if s, _ := match.Party("", name, ""); !s.New {
		p, _ := election.PartyByID(s.Party.ID)
		return cmp.Or(p, election.Independent)
	}
	return election.Party{ID: "x:" + name, Name: name}
}

// hartlepoolBallot is the ballot paper of 6 May 2021.
func hartlepoolBallot() []election.Candidate {
	return ballot("David|Bettney|SDP", "The Incredible|Flying Brick|Official Monster Raving Loony Party", "Hilton|Dawson|North East Party",
		"Gemma|Evans|Women's Equality Party", "Rachel|Featherstone|Green", "Adam|Gaines|Ind", "Andy|Hagon|LD", "Steve|Jack|Freedom Alliance",
		"Chris|Killick|Ind", "Sam|Lee|Ind", "Claire|Martin|Heritage Party", "Jill|Mortimer|Con", "John|Prescott|Reform UK",
		"Thelma|Walker|Ind", "Ralph|Ward-Jackson|Ind", "Paul|Williams|Lab")
}

var hartlepoolVotes = []int{104, 108, 163, 140, 358, 126, 349, 72, 248, 2904, 468, 15529, 368, 250, 157, 8589}

// given lists votes by candidate as "11 15,529; 15 8,589".
func given(votes map[string]election.Count) string {
	var lines []string
	for id, n := range votes {
		lines = append(lines, fmt.Sprintf("%2s %s", id, n))
	}
	slices.Sort(lines)
	return strings.Join(lines, "; ")
}

func matched(t *testing.T, what, text string, candidates []election.Candidate) map[string]election.Count {
	t.Helper()
	votes, problems := Match(Parse(text), candidates)
	for _, p := range problems {
		t.Errorf("%s: %s", what, p)
	}
	return votes
}

func TestBlockOfFiguresIsTakenInBallotPaperOrder(t *testing.T) {
	three := hartlepoolBallot()[9:12]
	const want = " 9 2,904; 10 468; 11 15,529"
	for what, text := range map[string]string{
		"a column":                "2904\n468\n15529\n",
		"commas":                  "2,904\r\n468\r\n15,529",
		"spaces":                  "2 904\n468\n15 529",
		"no-break spaces":         "2\u00a0904\n468\n15\u202f529",
		"blank lines":             "\n2904\n\n468\n15529\n\n",
		"a row":                   "2904\t468\t15529",
		"with words of no weight": "2,904 votes\n468 votes\n15,529 votes (elected)",
		"with shares":             "2,904 9.7%\n468 1.6%\n15,529 51.9% +23.0",
		"numbered":                "1. 2,904\n2. 468\n3. 15,529",
		"numbered in a column":    "1\t2904\n2\t468\n3\t15529",
		"numbered with spaces":    "1 2904\n2 468\n3 15529",
		"with a heading and ends": "Votes\n2904\n468\n15529\nRejected 182\nTurnout 42.55%\nElectorate: 70,768\nMajority 6 940",
		"dashes for bullets":      "- 2904\n- 468\n- 15529",
		"a spreadsheet":           "Place\tVotes\tShare\n3\t2904\t9.7\n9\t468\t1.6\n1\t15529\t51.9",
	} {
		equal(t, what, given(matched(t, what, text, three)), want)
	}
}

func TestBlockOfTheWholeBallotPaper(t *testing.T) {
	candidates := hartlepoolBallot()
	want := map[string]election.Count{}
	for i, n := range hartlepoolVotes {
		want[fmt.Sprint(i)] = election.Of(n)
	}
	for i, write := range styles {
		var lines []string
		for j, k := range candidates {
			lines = append(lines, write(k, election.Commas(hartlepoolVotes[j])))
		}
		text := strings.Join(lines, "\n")
		equal(t, fmt.Sprint(i), given(matched(t, fmt.Sprint(i), text, candidates)), given(want))
		lines[11], lines[15] = lines[15], lines[11]
		text = strings.Join(lines, "\n")
		equal(t, fmt.Sprintf("%d with two lines swapped", i), given(matched(t, fmt.Sprint(i), text, candidates)), given(want))
	}
}

func TestBlockOfNames(t *testing.T) {
	candidates := hartlepoolBallot()
	const want = " 6 349;  9 2,904; 11 15,529; 15 8,589"
	for what, lines := range map[string][]string{
		"as in an e-mail":      {"Jill Mortimer (Con) 15,529", "Paul Williams (Lab) 8,589", "Sam Lee (Ind) 2,904", "Andy Hagon (LD) 349"},
		"as a notice":          {"MORTIMER, Jill Marie - Conservative ..... 15529", "WILLIAMS, Paul - Labour ..... 8589", "LEE, Samantha - Independent ..... 2904", "HAGON, Andrew Martin - Liberal Democrats ..... 349"},
		"surnames":             {"Mortimer 15529", "Williams 8589", "Lee 2904", "Hagon 349"},
		"surnames, doctors":    {"Mrs Mortimer: 15 529", "Dr Williams: 8 589", "Cllr Lee: 2 904", "Mr Hagon: 349"},
		"parties":              {"Conservative 15,529", "Labour Party 8,589", "Lee 2,904", "Lib Dem 349"},
		"the figure first":     {"15,529 Jill Mortimer (Con)", "8,589 Paul Williams", "2,904 Lee", "349: LD"},
		"a spreadsheet":        {"Mortimer\tJill\tConservative Party\t15529\t0.519", "Williams\tPaul\tLabour Party\t8589\t0.287", "Lee\tSam\t\t2904\t0.097", "Hagon\tAndy\tLiberal Democrats\t349\t0.012"},
		"columns with heads":   {"Place\tName\tParty\tVotes\t2019", "1\tJill Mortimer\tCon\t15529\t11869", "2\tPaul Williams\tLab\t8589\t15464", "3\tSam Lee\tInd\t2904\t", "7\tAndy Hagon\tLD\t349\t1696"},
		"initials":             {"J Mortimer 15529", "P. Williams 8589", "S Lee 2904", "A.M. Hagon 349"},
		"a nickname, a party":  {"Jilly Mortimer 15529", "Bill Williams (Labour) 8589", "Sammy Lee 2904", "Hagon, Drew (Liberal Democrat) 349"},
		"a title and the rest": {"Hartlepool by-election, 6 May 2021", "CANDIDATE PARTY VOTES", "Jill Mortimer Con 15529 51.9% +23.0", "Paul Williams Lab 8589 28.7% -9.0", "Sam Lee Ind 2904 9.7%", "Andy Hagon LD 349 1.2% -3.0", "Con gain from Lab", "Con majority 6,940", "Swing Lab to Con 16.0", "Total valid votes 29,933", "Ballot papers rejected: 182", "Jill Mortimer is duly elected"},
	} {
		for _, order := range []string{"in order", "reversed"} {
			if order == "reversed" && what != "columns with heads" {
				slices.Reverse(lines)
			}
			text := strings.Join(lines, "\n")
			equal(t, what+" "+order, given(matched(t, what, text, candidates)), want)
		}
	}
}

func TestBlockGuessesNothing(t *testing.T) {
	candidates := hartlepoolBallot()
	smiths := ballot("Jane|Smith|Lab", "John|Smith|Con", "Sam|Green|Lab", "Ann|Lowe|Green", "Joseph|77|Ind", "Kim|Hart|Harlow 21", "James|Martin|Ind", "Martin|James|Ind")
	for text, want := range map[string]string{
		"":                                     "pasted block: holds no figures.",
		"Results":                              "pasted block: holds no figures.",
		"1\n2":                                 "pasted block: holds 2 figures for 16 candidates; figures without names must be as many as the candidates.",
		"Mortimer 15529\n8589":                 "pasted block, line 2: “8589” has a figure but no name, though other lines have names.",
		"Mortimer 15529\nWillams 8589":         "pasted block, line 2: “Willams 8589” names no candidate of this ballot paper.",
		"Lee 2904\nSam Lee 2904":               "pasted block, line 2: “Sam Lee 2904” is Sam Lee again, who stands on line 1 already.",
		"Independent 2904":                     "pasted block, line 1: “Independent 2904” gives a party that Adam Gaines, Chris Killick, Sam Lee, Thelma Walker and Ralph Ward-Jackson stand for; give the name.",
		"Bob Mortimer 15529":                   "pasted block, line 1: “Bob Mortimer 15529” names no candidate of this ballot paper for certain, though Jill Mortimer comes near.",
		"Jack Smith (Rejoin) 50":               "pasted block, line 1: “Jack Smith (Rejoin) 50” names no candidate of this ballot paper for certain, though Steve Jack comes near.",
		"Jill Mortimer (Lab) 15529":            "pasted block, line 1: “Jill Mortimer (Lab) 15529” names Jill Mortimer but the party of Paul Williams.",
		"Mortimer 51.9%":                       "pasted block, line 1: “Mortimer 51.9%” has no figure but “51.9%”, which looks like a percentage; it wants a whole number of votes.",
		"Mortimer 51.9":                        "pasted block, line 1: “Mortimer 51.9” has no figure but “51.9”, which looks like a percentage; it wants a whole number of votes.",
		"Mortimer -15":                         "pasted block, line 1: “Mortimer -15” has no figure but “-15”, which is no number of votes.",
		"Mortimer 15,52":                       "pasted block, line 1: “Mortimer 15,52” holds “15,52”, which is not a whole number of votes: its digits are not grouped in threes.",
		"Mortimer 15529 11869":                 "pasted block, line 1: “Mortimer 15529 11869” has more than one figure; leave only the votes.",
		"Mortimer 15,529\t12":                  "pasted block, line 1: “Mortimer 15,529 12” has more than one figure; leave only the votes.",
		"Mortimer 15529\nPaul Williams":        "pasted block, line 2: “Paul Williams” has no figure for Paul Williams.",
		"Name\tVotes\t2019\nMortimer\t\t11869": "pasted block, line 2: “Mortimer  11869” has no figure in the column of votes.",
		"Jill Mortimer, majority 6,940":        "pasted block, line 1: “Jill Mortimer, majority 6,940” may be a total or the votes of Jill Mortimer; key that one by hand.",
		"Con Lab 500":                          "pasted block, line 1: “Con Lab 500” names more than one party.",
	} {
		votes, problems := Match(Parse(text), candidates)
		equal(t, text, wordsOf(problems), want)
		equal(t, text+": votes", len(votes), 0)
	}
	for text, want := range map[string]string{
		"Smith 12":               "pasted block, line 1: “Smith 12” may be Jane Smith or John Smith; give the full name or the party.",
		"J Smith 12":             "pasted block, line 1: “J Smith 12” may be Jane Smith or John Smith; give the full name or the party.",
		"Green 12":               "pasted block, line 1: “Green 12” may be Sam Green or the party of Ann Lowe.",
		"James Martin 12":        "pasted block, line 1: “James Martin 12” may be James Martin or Martin James; give the full name or the party.",
		"Kim Hart Harlow 21":     "pasted block, line 1: “Kim Hart Harlow 21” has a figure, 21, that may be part of a name or a party; key that one by hand.",
		"Kim Hart Harlow 21 529": "pasted block, line 1: “Kim Hart Harlow 21 529” has two figures that may be the votes, 21,529 and 529.",
		"Joseph 77":              "pasted block, line 1: “Joseph 77” names no candidate of this ballot paper.",
		"1 529\n2 349\n3 100\n4 101\n5 102\n6 103\n7 104\n8 105": "may be a number of thousands or a figure on a numbered line",
	} {
		_, problems := Match(Parse(text), smiths)
		if got := wordsOf(problems); got != want && (len(problems) < 8 || !strings.Contains(got, want)) {
			t.Errorf("%s:\n got %v\nwant %v", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Smith (Con) 12":           " 1 12",
		"Jane Smith 12":            " 0 12",
		"Green (Lab) 12":           " 2 12",
		"Lowe (Green) 12":          " 3 12",
		"Ann Lowe Green 12":        " 3 12",
		"Green Party 12":           " 3 12",
		"Sam Green 12":             " 2 12",
		"Joseph 77 142":            " 4 142",
		"Joseph 77 42":             " 4 42",
		"Kim Hart (Harlow 21) 529": " 5 529",
		"Hart 529":                 " 5 529",
		"MARTIN, James 12":         " 6 12",
		"James MARTIN 12":          " 6 12",
		"JAMES Martin 12":          " 7 12",
		"James, Martin 12":         " 7 12",
	} {
		equal(t, text, given(matched(t, text, text, smiths)), want)
	}
}

func wordsOf(problems []intake.Problem) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

func TestTotalsOfABlockStandApart(t *testing.T) {
	b := Parse("Hartlepool\nMortimer 15529\nElectorate 70,768\nTurnout: 42.55%\nRejected papers 182\nLab majority 6,940\nTotal 29,933\nWant of official mark 1\nVoting for more candidates than entitled to 30\nVoid for uncertainty 151\nVerified 30,115\nswing 16.0\nBallot papers: 30,115")
	var apart []string
	for _, l := range b.Apart {
		apart = append(apart, fmt.Sprint(l.Number))
	}
	equal(t, "lines", len(b.Lines), 1)
	equal(t, "apart", strings.Join(apart, " "), "1 3 4 5 6 7 8 9 10 11 12 13")
	_, problems := Match(Parse("Lowe 12\nTotal 99"), ballot("Tom|Total|Ind", "Ann|Lowe|Con"))
	equal(t, "a candidate called Total", wordsOf(problems), "pasted block, line 2: “Total 99” may be a total or the votes of Tom Total; key that one by hand.")
}

func TestSomebodyCalledVoteWithVotesLikeAYear(t *testing.T) {
	votes, problems := Match(Parse("Lowe\tAnn\tCon\t0\nVote\tBo\tLabour\t1900"), ballot("Ann|Lowe|Con", "Bo|Vote|Labour Party"))
	equal(t, "problems", wordsOf(problems), "")
	equal(t, "figures", len(votes), 2)
}

// styles write a candidate and the votes as desks and councils do.
var styles = []func(k election.Candidate, votes string) string{
	func(k election.Candidate, v string) string { return k.Name() + " (" + k.Party.Label() + ") " + v },
	func(k election.Candidate, v string) string {
		return strings.ToUpper(k.Surname) + ", " + k.Forenames + " - " + k.Party.Name + " ..... " + v
	},
	func(k election.Candidate, v string) string {
		return k.BallotName() + "\t" + k.Party.Name + "\t" + v + "\t12.5%"
	},
	func(k election.Candidate, v string) string {
		return k.Surname + "\t" + k.Forenames + "\t" + k.Party.Label() + "\t" + v
	},
	func(k election.Candidate, v string) string { return v + " – " + k.Name() + ", " + k.Party.Name },
	func(k election.Candidate, v string) string { return k.Name() + ": " + v + " votes (+3.2)" },
}

// Any table of candidates, written in these ways and in any order, comes back as
// it was.
func TestBlocksComeBackAsTheyWere(t *testing.T) {
	names := []string{"Ann", "Bo", "Jo-Ann", "Siân", "Mary Jane", "D'Arcy", "Green", "Martin", "Lee"}
	parties := []string{"Con", "Labour Party", "Liberal Democrats", "Liberal Party", "Green Party", "Independent", "Reform UK", "Harlow First"}
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		seen := map[string]bool{}
		sameWords := false // Green Martin and Martin Green
		for range rapid.IntRange(1, 12).Draw(t, "candidates") {
			line := rapid.SampledFrom(names).Draw(t, "forenames") + "|" + rapid.SampledFrom([]string{
				"Lowe", "O’Hara", "de Vere", "Smith-Jones", "Smith", "Ng", "Green", "Martin", "Lee", "Major", "Vote", "Count"}).Draw(t, "surname")
			forenames, surname, _ := strings.Cut(line, "|")
			sameWords = sameWords || seen[surname+"|"+forenames]
			if !seen[line] {
				seen[line] = true
				lines = append(lines, line+"|"+rapid.SampledFrom(parties).Draw(t, "party"))
			}
		}
		candidates := ballot(lines...)
		write := rapid.SampledFrom(styles).Draw(t, "style")
		number := rapid.SampledFrom([]func(int) string{election.Commas, func(n int) string { return fmt.Sprint(n) },
			func(n int) string { return strings.ReplaceAll(election.Commas(n), ",", " ") }}).Draw(t, "numbers")
		want := map[string]election.Count{}
		var block []string
		for _, k := range candidates {
			n := rapid.IntRange(0, 30_000).Draw(t, "votes")
			want[k.ID] = election.Of(n)
			block = append(block, write(k, number(n)))
		}
		block = rapid.Permutation(block).Draw(t, "order")
		text := strings.Join(block, "\n") + "\nElectorate 70,768\nTurnout 42.55%\n"
		votes, problems := Match(Parse(text), candidates)
		numbered := len(block) > 1 // by chance: 1 000 and then 2 000
		for i, line := range block {
			numbered = numbered && strings.HasPrefix(line, fmt.Sprintf("%d ", i+1))
		}
		for _, p := range problems {
			if !(sameWords || numbered) || !strings.Contains(p.Want, "may be") {
				t.Fatalf("%s\n%s", p, text)
			}
		}
		if len(problems) == 0 && given(votes) != given(want) {
			t.Fatalf("%s\nread as %s\nwants   %s", text, given(votes), given(want))
		}
	})
}

// Whatever is pasted, there are votes or problems, never both, and every problem
// has its line.
func FuzzBlock(f *testing.F) {
	for _, seed := range []string{"Jill Mortimer (Con) 15,529", "MORTIMER, Jill Marie - Conservative ..... 15529\n1. Lee 2 904", "1\t2\t3", "Votes\tName\n12\tLee\nTurnout 42.55%", "\xff\u202e−3"} {
		f.Add(seed)
	}
	candidates := hartlepoolBallot()
	f.Fuzz(func(t *testing.T, text string) {
		b := Parse(text)
		votes, problems := Match(b, candidates)
		if (len(votes) > 0) == (len(problems) > 0) {
			t.Fatalf("%d votes and %d problems", len(votes), len(problems))
		}
		for _, p := range problems {
			if p.Want == "" || p.Line < 1 && len(b.Lines) > 0 && p.Value != "" {
				t.Fatalf("a problem without a place: %s", p)
			}
		}
		for id, n := range votes {
			if !n.Known() || n.Or(0) < 0 {
				t.Fatalf("%s has %s", id, n)
			}
		}
	})
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}
