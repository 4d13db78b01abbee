package election

import (
	"strings"
	"testing"
)

// raised finds the check of a code.
func raised(c Contest, code string) (Check, bool) {
	for _, k := range Checks(c) {
		if k.Code == code {
			return k, true
		}
	}
	return Check{}, false
}

// hartlepoolWith is Hartlepool, free of checks, with one thing altered.
func hartlepoolWith(alter func(c *Contest)) Contest {
	c := hartlepool2021()
	alter(&c)
	return c
}

// keyedAgain is a second keying that agrees with the first.
func keyedAgain(c Contest) *Keying {
	k := &Keying{Author: "second", Votes: map[string]Count{}, Verified: c.Verified, Rejected: c.Rejected}
	for _, candidate := range c.Candidates {
		k.Votes[candidate.ID] = candidate.Votes
	}
	return k
}

// A checkCase alters Hartlepool so that a check is raised, then so that it is
// just not raised, and then, from the first, so that an answer to it lapses.
type checkCase struct {
	code               string
	raise, calm, moved func(c *Contest)
	says               string
}

const mortimer, lee, williams = 11, 9, 15

var checkCases = []checkCase{
	{SystemOpen,
		func(c *Contest) { c.Name, c.Date = "Mayor of Docklow", "2026-06-18" },
		func(c *Contest) { c.Name, c.Date = "Mayor of Docklow", "2024-05-02" },
		func(c *Contest) { c.Name, c.Date = "Mayor of Docklow", "2026-06-19" },
		"How Mayor of Docklow is decided cannot be told from its day, since the law has changed and is changing: say whether it is " +
			"first past the post, block vote, supplementary vote, single transferable vote, party lists or referendum."},
	{"candidate-twice",
		func(c *Contest) { c.Candidates[lee] = c.Candidates[8]; c.Candidates[lee].ID = "again" },
		func(c *Contest) { c.Candidates[lee].Forenames, c.Candidates[lee].Surname = "John", "Prescott" },
		func(c *Contest) { c.Candidates[lee].ID = "third" },
		"Chris Killick (Ind) is on the list twice."},
	{"elected-not-seats",
		func(c *Contest) { c.Seats = 17 },
		func(c *Contest) { c.Seats = 16 },
		func(c *Contest) { c.Seats = 18 },
		"Only 16 candidates for 17 seats."},
	{"votes-missing",
		func(c *Contest) { c.Candidates[lee].Votes = Count{} },
		func(c *Contest) { c.Candidates[lee].Votes = Of(0) },
		func(c *Contest) { c.Candidates[mortimer].Votes = Count{} },
		"Votes are missing for 1 candidate: Sam Lee."},
	{"figures-negative",
		func(c *Contest) { c.Rejected = Of(-182) },
		func(c *Contest) { c.Rejected = Of(0) },
		func(c *Contest) { c.Rejected = Of(-183) },
		"A number cannot be below 0: rejected papers −182."},
	{"papers-unbalanced",
		func(c *Contest) { c.Verified = Of(30114) },
		func(c *Contest) { c.Verified = Count{} },
		func(c *Contest) { c.Candidates[lee].Votes = Of(2905) },
		"29,933 valid + 182 rejected = 30,115 papers counted, but 30,114 were verified: 1 paper too many."},
	{"votes-exceed-papers",
		func(c *Contest) { c.Rejected, c.Verified = Count{}, Of(29932) },
		func(c *Contest) { c.Rejected, c.Verified = Count{}, Of(29933) },
		func(c *Contest) { c.Verified = Of(29931) },
		"29,933 votes are more than 29,932 papers can carry for 1 seat: at most 29,932."},
	{"votes-below-papers",
		func(c *Contest) { c.Seats, c.Verified = 3, Of(30116) },
		func(c *Contest) { c.Seats = 3 },
		func(c *Contest) { c.Rejected = Of(181) },
		"29,933 votes are too few for 30,116 papers verified and 182 rejected: every other paper carries at least one."},
	{"candidate-exceeds-papers",
		func(c *Contest) { c.Verified = Of(15528) },
		func(c *Contest) { c.Verified = Of(15529) },
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(15530) },
		"More votes than the 15,528 papers verified: Jill Mortimer 15,529."},
	{"papers-exceed-electorate",
		func(c *Contest) { c.Electorate = Of(30114) },
		func(c *Contest) { c.Electorate = Of(30115) },
		func(c *Contest) { c.Electorate = Of(30113) },
		"30,115 papers are more than the electorate of 30,114."},
	{"headings-unbalanced",
		func(c *Contest) { c.Headings = Headings{Of(2), Of(100), Of(3), Of(76)} },
		func(c *Contest) { c.Headings = Headings{Of(2), Of(100), Of(3), Of(77)} },
		func(c *Contest) { c.Headings.NoMark = Of(1) },
		"The headings of the rejected papers add up to 181, not to the 182 keyed."},
	{"turnout-differs",
		func(c *Contest) { c.ReadOut.Turnout = "42.56" },
		func(c *Contest) { c.ReadOut.Turnout = "42.3" },
		func(c *Contest) { c.ReadOut.Turnout = "42.57" },
		"The turnout was read out as 42.56% but comes to 42.55% by ballot papers and 42.30% by valid votes."},
	{"majority-differs",
		func(c *Contest) { c.ReadOut.Majority = Of(6490) },
		func(c *Contest) { c.ReadOut.Majority = Count{} },
		func(c *Contest) { c.Candidates[williams].Votes = Of(8590) },
		"The majority was read out as 6,490 but comes to 6,940."},
	{"tie-without-lot",
		func(c *Contest) { c.Candidates[williams].Votes = Of(15529) },
		func(c *Contest) { c.Candidates[williams].Votes = Of(15529); c.Lot = []string{"Williams"} },
		func(c *Contest) { c.Lot = []string{"Lee"} },
		"Jill Mortimer and Paul Williams have 15,529 votes each for 1 seat: draw lots and record who was drawn."},
	{"lot-without-tie",
		func(c *Contest) { c.Lot = []string{"Williams"} },
		func(c *Contest) { c.Lot = nil },
		func(c *Contest) { c.Lot = []string{"Lee"} },
		"A lot is recorded, but the majority is 6,940 and no candidates are tied at the cut."},
	{"second-differs",
		func(c *Contest) {
			c.Second = keyedAgain(*c)
			c.Second.Votes["Mortimer"], c.Second.Rejected = Of(15592), Of(128)
		},
		func(c *Contest) { c.Second = keyedAgain(*c) },
		func(c *Contest) { c.Second.Votes["Mortimer"] = Of(15529) },
		"The second keying differs from the first: rejected papers 182 and then 128, Jill Mortimer 15,529 and then 15,592."},
	{"rejected-high",
		func(c *Contest) { c.Rejected = Of(302) },
		func(c *Contest) { c.Rejected = Of(301) },
		func(c *Contest) { c.Rejected = Of(303) },
		"302 rejected of 30,115 papers are more than 1%."},
	{"rejected-blank",
		func(c *Contest) { c.Rejected, c.Verified = Count{}, Of(29933) },
		func(c *Contest) { c.Rejected, c.Verified = Of(0), Of(29933) },
		func(c *Contest) { c.Candidates[lee].Votes, c.Verified = Of(2905), Of(29934) },
		"Rejected papers are left blank, and the 29,933 votes already make up all papers verified."},
	{"turnout-unusual",
		func(c *Contest) { c.Electorate = Of(150576) },
		func(c *Contest) { c.Electorate = Of(150575) },
		func(c *Contest) { c.Electorate = Of(150577) },
		"A turnout of 20.00% (30,115 ballot papers of 150,576) is outside 20 to 85%."},
	{"change-large",
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(18000) },
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(16500) },
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(18001) },
		"A change of more than 25 points since the 2019 general election: Con +26.6."},
	{"share-large",
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(43213) },
		func(c *Contest) { c.Candidates[mortimer].Votes = Of(43212) },
		func(c *Contest) { c.Candidates[lee].Votes = Of(2903) },
		"Jill Mortimer has 75.0% of the vote (43,213 of 57,617), more than 75%."},
	{"same-number",
		func(c *Contest) { c.Candidates[lee].Votes = Of(358) },
		func(c *Contest) { c.Candidates[7].Votes, c.Candidates[0].Votes = Of(72), Of(72) },
		func(c *Contest) { c.Candidates[lee].Votes = Of(349) },
		"The same number stands in more than one place: 358 for Rachel Featherstone and Sam Lee."},
	{"neighbours-swapped",
		func(c *Contest) {
			c.Second = keyedAgain(*c)
			c.Second.Votes["Mortimer"], c.Second.Votes["Prescott"] = Of(368), Of(15529)
		},
		func(c *Contest) {
			c.Second = keyedAgain(*c)
			c.Second.Votes["Mortimer"], c.Second.Votes["Williams"] = Of(8589), Of(15529)
		},
		func(c *Contest) { c.Candidates[mortimer].Votes, c.Second.Votes["Prescott"] = Of(15530), Of(15530) },
		"Two neighbours are keyed the other way round the second time: Jill Mortimer 15,529 and John Prescott 368."},
	{"electorate-moved",
		func(c *Contest) { c.Electorate = Of(74398) },
		func(c *Contest) { c.Electorate = Of(74397) },
		func(c *Contest) { c.Electorate = Of(74399) },
		"The electorate of 74,398 is more than 5% off the 70,855 of the 2019 general election."},
	{"party-two-ids",
		func(c *Contest) { c.Candidates[lee].Party = Party{"PP90001", "The Socialist Labour Party", "Soc Lab"} },
		func(c *Contest) { c.Candidates[lee].Party = Party{"PP73", "The Socialist Labour Party", "Soc Lab"} },
		func(c *Contest) { c.Candidates[lee].Party.ID = "PP90002" },
		"Soc Lab is The Socialist Labour Party (PP90001) here and Socialist Labour Party (PP73) in the 2019 general election, by one name under two ids: " +
			"give both the same party, or say that the one goes on from the other."},
	{"party-short-twice",
		func(c *Contest) { c.Candidates[lee].Party = Party{"PP90001", "Sociable Labour", "Soc Lab"} },
		func(c *Contest) {
			c.Candidates[lee].Party = Party{"PP90001", "Sociable Labour", "Soc Lab"}
			c.Chains = []Chain{{Now: "PP90001", Then: "PP73"}}
		},
		func(c *Contest) { c.Candidates[lee].Party.ID = "PP90002" },
		"Soc Lab is Sociable Labour (PP90001) here and Socialist Labour Party (PP73) in the 2019 general election: " +
			"if they are one party, say that the one goes on from the other."},
}

// What a desk checks, line by line, with the code that says it. "Not whole" is
// refused before it is a figure, by ParseCount.
var deskChecks = []struct {
	line  string
	level Level
	codes []string
}{
	{"votes missing", Error, []string{VotesMissing}},
	{"votes negative", Error, []string{"figures-negative"}},
	{"papers counted are not papers verified, with one seat", Error, []string{PapersUnbalanced}},
	{"more votes than seats × papers, or with several seats fewer than papers", Error, []string{"votes-exceed-papers", "votes-below-papers"}},
	{"one candidate has more than the papers", Error, []string{"candidate-exceeds-papers"}},
	{"more papers than electorate", Error, []string{"papers-exceed-electorate"}},
	{"turnout or majority as read out is not the computed one", Error, []string{"turnout-differs", "majority-differs"}},
	{"how it is decided is open", Error, []string{SystemOpen}},
	{"elected are not as many as seats", Error, []string{"elected-not-seats"}},
	{"a tie at the cut without a lot, or a lot without a tie", Error, []string{TieWithoutLot, "lot-without-tie"}},
	{"a candidate twice", Error, []string{"candidate-twice"}},
	{"headings are not the rejected total", Error, []string{"headings-unbalanced"}},
	{"second keying differs", Error, []string{SecondDiffers}},
	{"a party of the contest is in a baseline under another id", Error, []string{"party-two-ids"}},
	{"rejected above 1% of papers", Warning, []string{"rejected-high"}},
	{"turnout outside 20 to 85%", Warning, []string{"turnout-unusual"}},
	{"a change beyond 25 points or a share above 75%", Warning, []string{"change-large", "share-large"}},
	{"rejected left blank while votes make up the papers", Warning, []string{"rejected-blank"}},
	{"a number equal to another field's", Warning, []string{"same-number"}},
	{"two neighbours' figures swapped against the first keying", Warning, []string{"neighbours-swapped"}},
	{"electorate more than 5% off the baseline's", Warning, []string{"electorate-moved"}},
	{"two parties of contest and baseline have one short name", Warning, []string{"party-short-twice"}},
}

func TestWhatADeskChecks(t *testing.T) {
	left := map[string]Level{}
	for _, rule := range rules {
		left[rule.code] = rule.level
	}
	for _, k := range deskChecks {
		for _, code := range k.codes {
			equal(t, k.line+": "+code, left[code], k.level)
			delete(left, code)
		}
	}
	for code := range left {
		t.Errorf("%s is on no line", code)
	}
	for _, typed := range []string{"15529.5", "15,529½", "52%", "1e3", "fifteen"} {
		if got, err := ParseCount(typed); err == nil {
			t.Errorf("%s is read as %v", typed, got)
		}
	}
}

func TestEveryCheckHasACase(t *testing.T) {
	cases := map[string]bool{}
	for _, k := range checkCases {
		cases[k.code] = true
	}
	for _, rule := range rules {
		if !cases[rule.code] {
			t.Errorf("%s is not tested", rule.code)
		}
	}
	equal(t, "codes", len(cases), len(rules))
}

func TestChecks(t *testing.T) {
	for _, k := range checkCases {
		t.Run(k.code, func(t *testing.T) {
			check, ok := raised(hartlepoolWith(k.raise), k.code)
			if !ok {
				t.Fatalf("not raised; there are %v", Checks(hartlepoolWith(k.raise)))
			}
			equal(t, "sentence", check.Text, k.says)
			if other, ok := raised(hartlepoolWith(k.calm), k.code); ok {
				t.Errorf("raised where all is well: %s", other.Text)
			}
		})
	}
}

// An answer is kept while its figures stand and gone when one of them moves,
// even where the check itself stays.
func TestAnswersLapse(t *testing.T) {
	for _, k := range checkCases {
		t.Run(k.code, func(t *testing.T) {
			c := hartlepoolWith(k.raise)
			check, _ := raised(c, k.code)
			c.Answers = []Answer{{Code: k.code, Figures: check.Figures, Reason: "as read out"}}
			check, _ = raised(c, k.code)
			if check.Open() || check.Answer.Reason != "as read out" {
				t.Fatal("the answer is not taken")
			}
			c.Name, c.State, c.ReadOut.Turnout = c.Name+" again", Recounting, c.ReadOut.Turnout+" "
			check, _ = raised(c, k.code)
			if check.Open() {
				t.Error("the answer lapsed though no figure changed")
			}
			k.moved(&c)
			check, ok := raised(c, k.code)
			if !ok {
				t.Fatal("the check is gone with the change")
			}
			if !check.Open() {
				t.Error("the answer holds though a figure changed")
			}
		})
	}
}

func TestBlocked(t *testing.T) {
	c := hartlepoolWith(func(c *Contest) { c.Verified, c.Rejected = Of(30300), Of(304) })
	checks := Checks(c)
	if len(checks) != 3 {
		t.Fatalf("there are %v", checks)
	}
	equal(t, "first", checks[0].Code, "papers-unbalanced")
	equal(t, "then", checks[1].Code, "turnout-differs")
	equal(t, "warnings last", checks[2].Code, "rejected-high")
	equal(t, "blocked by", len(Blocked(checks)), 2)
	for _, k := range checks {
		c.Answers = append(c.Answers, Answer{Code: k.Code, Figures: k.Figures})
	}
	checks = Checks(c)
	equal(t, "an error is not overridden without a reason", len(Blocked(checks)), 2)
	equal(t, "a warning is ticked without one", checks[2].Open(), false)
	c.Answers[0].Reason, c.Answers[1].Reason = "63 papers were taken home", "  "
	equal(t, "a reason opens the way", len(Blocked(Checks(c))), 1)
	c.Answers = append(c.Answers, Answer{Code: "turnout-differs", Figures: checks[1].Figures, Reason: "read before the recount"})
	equal(t, "and so does the second", len(Blocked(Checks(c))), 0)
}

// Where a limit lies exactly, and what one check leaves to another.
func TestLimits(t *testing.T) {
	quarter := seat([]Candidate{stood("A", "Ash", "PP52", 75), stood("B", "Birch", "PP53", 25)},
		[]Candidate{stood("A", "Ash", "PP52", 50), stood("B", "Birch", "PP53", 50)})
	for _, k := range []struct {
		what   string
		c      Contest
		code   string
		raised bool
	}{
		{"exactly 25 points", quarter, "change-large", false},
		{"exactly 75%", quarter, "share-large", false},
		{"exactly 85%", Contest{Electorate: Of(100), Verified: Of(85)}, "turnout-unusual", false},
		{"86%", Contest{Electorate: Of(100), Verified: Of(86)}, "turnout-unusual", true},
		{"turnout by valid votes alone", Contest{Electorate: Of(1000), Candidates: quarter.Candidates}, "turnout-unusual", true},
		{"100 twice", Contest{Electorate: Of(100), Verified: Of(100)}, "same-number", true},
		{"99 twice", Contest{Electorate: Of(99), Verified: Of(99)}, "same-number", false},
		{"5% fewer", Contest{Electorate: Of(95), Baselines: []Baseline{{Electorate: Of(100)}}}, "electorate-moved", false},
		{"6% fewer", Contest{Electorate: Of(94), Baselines: []Baseline{{Electorate: Of(100)}}}, "electorate-moved", true},
		{"no electorate before", Contest{Electorate: Of(94), Baselines: []Baseline{{}}}, "electorate-moved", false},
		{"no electorate now", Contest{Baselines: []Baseline{{Electorate: Of(94)}}}, "electorate-moved", false},
		{"too many papers are told by the balance", hartlepoolWith(func(c *Contest) { c.Verified = Of(30000) }), "votes-exceed-papers", false},
		{"more valid votes than people", Contest{Electorate: Of(99), Candidates: quarter.Candidates}, "papers-exceed-electorate", true},
		{"more votes than people for two seats", Contest{Seats: 2, Electorate: Of(99), Candidates: quarter.Candidates}, "papers-exceed-electorate", false},
		{"as many votes as papers for two seats", Contest{Seats: 2, Verified: Of(100), Candidates: quarter.Candidates}, "rejected-blank", false},
		{"rejected papers known", Contest{Verified: Of(100), Rejected: Of(3), Candidates: quarter.Candidates}, "rejected-blank", false},
	} {
		_, got := raised(k.c, k.code)
		equal(t, k.what+": "+k.code, got, k.raised)
	}
}

// A turnout is compared at the digits it was read at, with either definition.
func TestTurnoutAsReadOut(t *testing.T) {
	for read, want := range map[string]bool{
		"": true, "42.55": true, "42.6": true, "43": true, "42.555": true, "42.55%": true, " 42.55 % ": true,
		"42.30": true, "42.3": true, "42": true, "42.297": true,
		"42.5": false, "42.2": false, "42.56": false, "41": false,
		"42,55": false, "042.55": false, "42.": false, "about 42": false, "-42.55": false,
	} {
		_, bad := raised(hartlepoolWith(func(c *Contest) { c.ReadOut.Turnout = read }), "turnout-differs")
		equal(t, "turnout read out as "+read+" agrees", !bad, want)
	}
	unknown := hartlepoolWith(func(c *Contest) { c.ReadOut.Turnout, c.Electorate = "12", Count{} })
	_, bad := raised(unknown, "turnout-differs")
	equal(t, "nothing to compare with", bad, false)
}

func TestHeadings(t *testing.T) {
	for _, k := range []struct {
		headings Headings
		rejected Count
		bad      bool
	}{
		{Headings{}, Of(182), false},
		{Headings{TooMany: Of(100)}, Of(182), false},
		{Headings{TooMany: Of(183)}, Of(182), true},
		{Headings{TooMany: Of(183)}, Count{}, false},
		{Headings{Of(0), Of(0), Of(0), Of(0)}, Of(0), false},
		{Headings{Of(0), Of(0), Of(0), Of(0)}, Of(1), true},
	} {
		_, bad := raised(hartlepoolWith(func(c *Contest) { c.Headings, c.Rejected = k.headings, k.rejected }), "headings-unbalanced")
		equal(t, "headings unbalanced", bad, k.bad)
	}
	c := hartlepoolWith(func(c *Contest) { c.Headings.Identity = Of(-3) })
	_, bad := raised(c, "figures-negative")
	equal(t, "a negative heading", bad, true)
}

func TestNamesakesAreNotTwice(t *testing.T) {
	for _, k := range []struct {
		a, b  Candidate
		twice bool
	}{
		{Candidate{ID: "1", Surname: "Ash", Party: party("PP52")}, Candidate{ID: "2", Surname: "Ash", Party: party("PP53")}, false},
		{Candidate{ID: "1", Surname: "Ash", Party: party("PP52")}, Candidate{ID: "2", Surname: "ASH", Party: party("PP52")}, true},
		{Candidate{ID: "1", Surname: "Ash"}, Candidate{ID: "2", Surname: "Ash", Party: Independent}, true},
		{Candidate{ID: "1", Person: "7", Surname: "Ash"}, Candidate{ID: "2", Person: "7", Surname: "Ashe", Party: party("PP52")}, true},
		{Candidate{ID: "1", Person: "7", Surname: "Ash"}, Candidate{ID: "2", Person: "8", Surname: "Ash"}, false},
		{Candidate{ID: "1", Surname: "Ash"}, Candidate{ID: "1", Surname: "Birch"}, true},
		{Candidate{ID: "1"}, Candidate{ID: "2"}, false},
	} {
		_, twice := raised(Contest{Seats: 1, Candidates: []Candidate{k.a, k.b}}, "candidate-twice")
		equal(t, k.a.Name()+" and "+k.b.Name()+" are one", twice, k.twice)
	}
}

func TestChecksOfContestsWithoutAPoll(t *testing.T) {
	c := Contest{Seats: 1, State: Uncontested, Candidates: []Candidate{stood("A", "Ash", "PP52", 0)}}
	c.Candidates[0].Votes = Count{}
	equal(t, "elected unopposed", len(Checks(c)), 0)
	c.Candidates = append(c.Candidates, stood("B", "Birch", "PP53", 3))
	if check, ok := raised(c, "elected-not-seats"); !ok || check.Text != "Uncontested, but 2 candidates for 1 seat." {
		t.Errorf("two candidates unopposed: %v", Checks(c))
	}
	c.State = Countermanded
	equal(t, "countermanded", len(Checks(c)), 0)
	c.State, c.Seats = Counting, 0
	if check, ok := raised(c, "elected-not-seats"); !ok || !strings.Contains(check.Text, "at least 1") {
		t.Errorf("no seats: %v", Checks(c))
	}
}
