package proofread

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// What a sub-editor would stop at, in Hartlepool as declared.
var wrongSentences = []struct{ text, code string }{
	{"It was a swing of 23 per cent.", "figure-swing"},
	{"The swing from Labour to the Conservatives was 23 points.", "figure-swing"},
	{"A 23 per cent swing took the seat.", "figure-swing"},
	{"A 15.9-point swing, then.", "figure-swing"},
	{"The swing is 16.1%.", "figure-swing"},
	{"A swing of **23** per cent to the Conservatives.", "figure-swing"},
	{"A swing from the Conservatives to Labour, of all things.", "figure-swing"},
	{"A majority of 6,490.", "figure-majority"},
	{"Her majority is 6490 votes.", "figure-majority"},
	{"A majority of 6,904 for Jill Mortimer.", "figure-majority"},
	{"The 6,490 majority speaks for itself.", "figure-majority"},
	{"A 6,490-vote majority.", "figure-majority"},
	{"A majority of 23.5 per cent.", "figure-majority"},
	{"Mortimer wins by 6,490 votes.", "figure-majority"},
	{"The Conservatives have taken Hartlepool by 6,490.", "figure-majority"},
	{"Turnout was 42.05 per cent.", "figure-turnout"},
	{"A turnout of 45%.", "figure-turnout"},
	{"On a 44 per cent turnout.", "figure-turnout"},
	{"Turnout fell by 14.6 points.", "figure-turnout"},
	{"Turnout was up 15.6 points since December 2019.", "figure-turnout"},
	{"Jill Mortimer polled 15,592 votes.", "figure-votes"},
	{"Mortimer 15,592, Williams 8,589.", "figure-votes"},
	{"Paul Williams (8,598) is second.", "figure-votes"},
	{"Labour’s 8,598 votes are not to be sneezed at, one says.", ""}, // "not": left alone
	{"Labour’s 8,598 votes hurt.", "figure-votes"},
	{"Sam Lee, an independent, took 2,940 votes.", "figure-votes"},
	{"Lee got 2,940.", "figure-votes"},
	{"The Conservatives have 15 592 votes.", ""}, // a blank is no comma here
	{"The Conservatives have 15,592 votes.", "figure-votes"},
	{"Labour on 27.8 per cent.", "figure-share"},
	{"Labour’s share was 27.8%.", "figure-share"},
	{"Mortimer took 59.1 per cent of the vote.", "figure-share"},
	{"The Conservatives are up 32.0 points.", "figure-change"},
	{"Labour’s share fell by 23.0 points.", "figure-change"},
	{"Labour is up 9.0 points.", "figure-change"},
	{"The Lib Dems dropped 2.9 points.", "figure-change"},
	{"Sam Lee came fourth.", "figure-place"},
	{"Labour finished third.", "figure-place"},
	{"Lee is second, with 2,904 votes.", "figure-place"},
	{"The Greens came last.", "figure-place"},
	{"Twelve lost their deposits.", "figure-deposits"},
	{"Of sixteen candidates, 12 have lost their £500.", "figure-deposits"},
	{"Williams lost his deposit.", "figure-deposits"},
	{"Martin kept her deposit.", "figure-deposits"},
	{"There were 128 rejected papers.", "figure-rejected"},
	{"And 128 ballot papers were rejected.", "figure-rejected"},
	{"From an electorate of 70,786.", "figure-electorate"},
	{"Jill Mortimer (Lab) is the new member.", "party-wrong"},
	{"Labour’s Jill Mortimer wept.", "party-wrong"},
	{"Paul Williams, Conservative, left early.", "party-wrong"},
	{"Reform UK candidate Sam Lee smiled.", "party-wrong"},
	{"Jill Mortimer of the Greens spoke.", "party-wrong"},
	{"Lab gain from Con!", "figure-outcome"},
	{"Labour took 37.7 per cent.", "figure-share"}, // of 2019
	{"The Conservatives are on 28.9 per cent of the vote.", "figure-share"},
	{"Labour has 15,464 votes.", "figure-votes"},
	{"A turnout of 57.9 per cent.", "figure-turnout"},
	{"It is a majority of 3,595.", "figure-majority"},
	{"There are 119 rejected papers.", "figure-rejected"},
	{"Gill Mortimer thanked the tellers.", "name-wrong"},
	{"The seat is Jill Mortimor’s.", "name-wrong"},
	{"Up went Paul Wiliams’s hand.", "name-wrong"},
	{"Rachael Featherstone shook hands.", "name-wrong"},
	{"W. Ralphe Ward-Jackson spoke.", "name-wrong"},
	{"The **Incredible Flying** Brik bowed.", "name-wrong"},
	{"Paul Williams is elected.", "figure-winner"},
	{"Paul Williams has won Hartlepool.", "figure-winner"},
	{"Labour holds the seat.", "figure-winner"},
	{"Williams wins by 6,940 votes.", "figure-winner"},
	{"Sam Lee is the new MP for Hartlepool.", "figure-winner"},
}

// What a sub-editor reads on over: right, rough, or of something else.
var soundSentences = []string{
	"A majority of {majority} on a swing of {swing} points.",
	"Their majority of 6,940 comes on a swing of 16.0 points from Labour.",
	"A swing of 16 per cent; Steed’s measure has a swing of 20.96.",
	"The Conservatives take Hartlepool for the first time since the seat was made in 1974.",
	"A majority of 3,595 becomes one of 6,940 the other way.",
	"The majority was 3,595 in 2019.",
	"Labour was 3,595 ahead here.",
	"Labour had 15,464 votes then and has 8,589 now.",
	"Labour’s 37.7 per cent is now 28.7 per cent.",
	"In 2019 the swing was 4.8 points.",
	"The largest swing to a governing party, 12 points, was in 1982.",
	"In Hyndburn the swing was 8 per cent.",
	"The Airdrie swing was 3 points, and the Airdrie turnout 34 per cent.",
	"Nationally, Labour has 29 per cent.",
	"One poll put the Conservatives on 50 per cent.",
	"The Conservatives would need a swing of 4.4 points.",
	"If turnout is 60 per cent, I will eat my hat.",
	"~~Turnout was 42.05 per cent.~~ Turnout was 42.55 per cent.",
	"Turnout was 42.3 per cent by valid votes and 42.55 per cent by papers.",
	"Turnout of about 45 per cent is what they say.",
	"A majority of nearly 7,000.",
	"A majority of 7,000, near enough.",
	"A majority of 14 on the council.",
	"The Conservatives have 20 seats of 33, Labour 12.",
	"Con 20, Lab 12, vacant 1.",
	"A majority of 16 candidates are men.",
	"Mortimer beat Lee by 12,625 votes.",
	"Labour’s vote fell by 6,875 votes.",
	"Labour lost 6,875 votes since 2019.",
	"Mortimer won 6,940 more votes than Williams.",
	"Mortimer took 15,529 votes, 51.9 per cent, Williams 8,589.",
	"Jill Mortimer, Conservative, 15,529. Paul Williams, Labour, 8,589.",
	"Sam Lee, an independent, is third with 2,904.",
	"Labour came second, Sam Lee third.",
	"Labour first stood here in 1906.",
	"The second reading of Labour’s bill was in March.",
	"Mortimer is 51 and farms near Thirsk.",
	"Kay Martin polled 3,000 votes.",
	"Lee Anderson came fifth.",
	"Martin Vickers has 55 per cent.",
	"The Conservatives are up 23.0 points since 2019 and Labour down 9.0 points.",
	"The Lib Dems dropped 3.0 points.",
	"Thirteen lost their deposits, all but three of the field.",
	"All but three lost their deposits.",
	"Williams kept his deposit; Martin lost hers.",
	"Jack lost his deposit.",
	"The 182 rejected papers were passed round.",
	"From an electorate of 70,768.",
	"Jill Mortimer (Con) beat Labour’s Paul Williams.",
	"John Prescott of Reform UK is not *that* John Prescott.",
	"Independent Sam Lee is no Conservative.",
	"Between Mortimer, Labour and the Greens there was little talk.",
	"Con gain from Lab.",
	"Lab hold in 2019, Con gain from Lab now.",
	"> The swing was 23 per cent.\n> — A local paper",
	"@post | A. Reader\n> Turnout 60 per cent!",
	"| Labour | 15,464 |\n|---|---|\n| Turnout of 60% | 3 |",
	"At 4.10am the turnout was read out: 30,115 papers.",
	"The Heritage Party’s Claire Martin, with 468, came fourth.",
	"At https://example.org/swing-of-23-per-cent there is more.",
	"The number to beat is 1,496.65 votes.",
	"57 polling stations, 16 candidates, 182 papers rejected.",
	"Labour on 51.9 to 28.7 is a thing of dreams.",
	"The Conservatives held 4 of 5 places they defended.",
	"Mortimer got 3,660 more votes than Houghton did.",
	"A Conservative share of 51.9 per cent.",
	"Last time there were six. Labour took 37.7 per cent.",
	"In 2019 it was otherwise: fewer stood. Labour took 37.7 per cent, the Conservatives 28.9.",
	"Labour drops from 37.7 per cent to 28.7 per cent.",
	"A turnout of 57.9 per cent becomes one of 42.3.",
	"Jill Mortimer is elected.",
	"Jill Mortimer has won Hartlepool, and Labour’s Paul Williams has left.",
	"The Conservatives take Hartlepool.",
	"Sam Lee wins hearts by 11 o’clock.",
	"Labour wins few friends with that.",
	"When Labour wins Hartlepool, it wins big.",
	"Jill Mortimer’s agent. Andy Hagon stood too. Paul Williamson did not.",
	"Kay Mortimer is no relation; nor is Billy Williams.",
	"W. Ralph Ward-Jackson shares a name with Ralph Ward Jackson.",
	"The Incredible Flying Brick bowed; a flying brick does.",
	"",
}

func TestProofStopsAtWrongFigures(t *testing.T) {
	for _, c := range wrongSentences {
		found := Entry("", "Good morning. "+c.text, one())
		if c.code == "" {
			if len(found) != 0 {
				t.Errorf("%q: %+v", c.text, found)
			}
			continue
		}
		if len(found) != 1 || found[0].Code != c.code || found[0].Level != election.Warning {
			t.Errorf("%q: %+v, want %s", c.text, found, c.code)
			continue
		}
		t.Log(found[0].Text)
		if p := found[0]; p.From < 14 || p.To > 14+len(c.text) || p.From >= p.To {
			t.Errorf("%q: found at %d to %d", c.text, p.From, p.To)
		}
	}
}

func TestProofReadsOnOverSoundSentences(t *testing.T) {
	for _, text := range soundSentences {
		if found := Entry("HISTORIC RESULT", text, one()); len(found) != 0 {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

// Every kind of slip that the proof reading knows is in the table.
func TestEveryKindOfClaimIsTried(t *testing.T) {
	tried := map[string]bool{"name-wrong": false}
	for _, p := range claimPatterns {
		tried[p.code] = false
	}
	for _, s := range wrongSentences {
		if s.code != "" {
			tried[s.code] = true
		}
	}
	for code, is := range tried {
		if !is {
			t.Errorf("no sentence is marked %s", code)
		}
	}
	if wrong, sound := len(wrongSentences), len(soundSentences); wrong < 60 || sound < 60 {
		t.Errorf("%d wrong sentences, %d sound ones", wrong, sound)
	}
}

// Before a declaration there is nothing to compare with, and a warning that
// told the figure would tell too much.
func TestProofKnowsNothingUnderEmbargo(t *testing.T) {
	for _, state := range election.States {
		c := in(hartlepool(), state)
		if state.IsDeclared() {
			continue
		}
		for _, s := range wrongSentences {
			for _, p := range Entry("", s.text, of(c)) {
				switch {
				case p.Code == "party-wrong", p.Code == "name-wrong", p.Code == "figure-electorate":
				case p.Code == "figure-turnout" && c.IsPublic(election.PapersTurnout) && strings.Contains(p.Text, "42.55") && !strings.Contains(p.Text, "42.3"):
				default:
					t.Errorf("%s: %q: %+v", state, s.text, p)
				}
			}
		}
	}
}

func TestProofAmongSeveralContests(t *testing.T) {
	two := of(hartlepool(), bushFair())
	for text, want := range map[string]int{
		"The majority is 6,490.":                                    0, // whose?
		"In all likelihood a Hartlepoolian majority of 6,490.":      0,
		"The majority in Hartlepool is 6,490.":                      1,
		"The majority in Hartlepool is 6,940.":                      0,
		"Hartlepool at last. The majority is 6,490.":                1,
		"Hartlepool or Bush Fair, the majority is 6,490.":           0,
		"The majority is 6,490.\n\n@result Hartlepool":              1,
		"The majority is 200.\n\n@chart Bush Fair | share":          0,
		"The majority is 210.\n\n@chart Bush Fair | share":          1,
		"@result Hartlepool\n\n@result Bush Fair\n\nMajority of 5.": 0,
	} {
		if found := Entry("", text, two); len(found) != want {
			t.Errorf("%q: %+v", text, found)
		}
	}
}

func TestProofOfMarks(t *testing.T) {
	for _, c := range []struct{ kicker, text, codes string }{
		{"Fine", "@picture ab | Caption | Credit | Alt", ""},
		{"", "@picture ab | Caption", "picture-credit picture-alt"},
		{"", "@picture ab | Caption | Credit", "picture-alt"},
		{"", "@picture ab | By {majority} | Credit | Alt", "slot-in-caption"},
		{"", "@result Hartlepool\n@chart hartlepool | change", ""},
		{"", "@result Harlow\n@chart Harlow council | seats\n@chart Hartlepool | history", ""},
		{"", "@chart Harlow | share", "contest-unknown"},
		{"", "@chart Hartlepool | seats", "contest-unknown"},
		{"", "@result Harltepool", "contest-unknown"},
		{"", "@chart Darlington | share", "contest-unknown"},
		{"", "@result\n\n@picture\n\n@chart Hartlepool | pie\n\n- @by Me", "directive-malformed directive-malformed directive-malformed directive-malformed"},
		{"", "@everyone look, @by the way", ""},
		{"", "a\u200bb", "invisible"},
		{"", "a\u202e\u202db \u00ad", "invisible invisible"},
		{"", "❤️ 👩\u200d👩\u200d👧 می\u200cخواهم", ""},
		{"no UTF-8\xaa", "no UTF-8\xaa", ""},
		{"a\u200bb", "", "kicker-invisible"},
		{strings.Repeat("é", 60), "", ""},
		{strings.Repeat("é", 61), "", "kicker-long"},
		{"", "[a](javascript:x) and [b](/c)", "link-not-linked link-not-linked"},
		{"", "Go to HTTP://example.org or <http://example.org>", "link-not-linked link-not-linked"},
		{"", "[a](http://example.org) www.example.org me@example.org [sic] (or not)", ""},
		{"", "a f***ing c**p, s*** and 1,234*, 5*3*2 and 4 * 3 (* provisional), ****", ""},
		{"", "**Declared**, *once* and ***now***", ""},
		{"", "a *word that begins and does not end", "asterisk-doubtful"},
		{"", "*what a s*** show*", "asterisk-doubtful"},
		{"", "***ing and s***", "asterisk-doubtful"},
	} {
		var codes []string
		night := one()
		night.Councils = []election.Council{{ID: "h", Name: "Harlow"}}
		for _, p := range Entry(c.kicker, c.text, night) {
			codes = append(codes, p.Code)
		}
		if got := strings.Join(codes, " "); got != c.codes {
			t.Errorf("%q, %q: %s, want %s", c.kicker, c.text, got, c.codes)
		}
	}
}

// The fix keeps the asterisk and settles how it is read.
func TestADoubtfulAsteriskIsSettled(t *testing.T) {
	typed := "é\r\na *word and s***"
	found := Entry("", typed, one())
	if len(found) != 1 || found[0].Fix == nil {
		t.Fatalf("%+v", found)
	}
	right := found[0].Fix.Apply(typed)
	if right != "é\r\na \\*word and s***" || len(Entry("", right, one())) > 0 {
		t.Errorf("%q", right)
	}
}

func TestProofIsWhereItWasTyped(t *testing.T) {
	text := "Hello.\r\n\r\n- Café, *turnout* was **45** per\u00a0cent\u200b."
	found := Entry("", text, one())
	if len(found) != 2 || text[found[0].From:found[0].To] != "turnout* was **45** per\u00a0cent" || text[found[1].From:found[1].To] != "\u200b" {
		t.Errorf("%+v", found)
	}
}

// A drafted entry has nothing to be corrected, however the count ended.
func TestNothingThatIsDraftedIsMarked(t *testing.T) {
	three, tie := blogtest.ThreeSeats(), blogtest.With(blogtest.ThreeSeats(), 1600, 1500, 1405, 1405)
	lot := tie
	lot.Lot = []string{"c-Dock"}
	deposit := blogtest.With(bushFair(), 800, 600, 70)
	deposit.Kind = election.Parliamentary
	other := bushFair()
	other.ID, other.Name = "elsewhere", "Elsewhere ward"
	for _, c := range []election.Contest{
		hartlepool(), blogtest.With(blogtest.Held(bushFair(), "PP52"), 800, 799), bushFair(), blogtest.With(bushFair(), 600, 600),
		tie, lot, blogtest.Held(three, "PP53"), blogtest.Uncontested(three), deposit, blogtest.Held(bushFair(), ""),
	} {
		for _, all := range [][]election.Contest{{c}, {other, c}} {
			e := figure.Drafted(c, all, nil)
			if problems := Entry(e.Kicker, e.Text, of(all...)); e.Text == "" || len(problems) > 0 {
				t.Errorf("%q: %v", e.Text, problems)
			}
		}
	}
}

func TestNothingThatCanBeDraftedIsMarked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := []election.Contest{blogtest.DrawContest(t)}
		if rapid.Bool().Draw(t, "several") {
			all = append(all, hartlepool(), bushFair())
		}
		e := figure.Drafted(all[0], all, nil)
		if problems := Entry(e.Kicker, e.Text, of(all...)); len(problems) > 0 {
			t.Fatalf("%q: %v", e.Text, problems)
		}
	})
}

func FuzzProof(f *testing.F) {
	for _, c := range wrongSentences {
		f.Add(c.text)
	}
	for _, text := range soundSentences {
		f.Add(text)
	}
	two := of(hartlepool(), bushFair())
	f.Fuzz(func(t *testing.T, text string) {
		for _, returns := range []blog.Results{{}, one(), two} {
			_, problems := figure.Freeze(text, returns)
			for _, p := range append(Entry(text, text, returns), problems...) {
				if p.From < 0 || p.To > len(text) || p.From > p.To || p.Text == "" {
					t.Errorf("%+v", p)
				}
			}
		}
	})
}

// A fix leaves a text in which nothing is wrong, and which publishing prints.
func TestFixesOfProofMarks(t *testing.T) {
	one, two := []election.Contest{hartlepool()}, []election.Contest{bushFair(), hartlepool()}
	fixed := 0
	for _, contests := range [][]election.Contest{one, two} {
		returns := blog.Results{Contests: contests}
		for _, s := range wrongSentences {
			for _, p := range Entry("", s.text, returns) {
				if p.Fix == nil {
					continue
				}
				fixed++
				text := p.Fix.Apply(s.text)
				for _, left := range Entry("", text, returns) {
					if left.Code == p.Code {
						t.Errorf("%q becomes %q, and still: %s", s.text, text, left.Text)
					}
				}
				if _, problems := figure.Freeze(text, returns); len(problems) > 0 {
					t.Errorf("%q becomes %q: %s", s.text, text, problems[0].Text)
				}
			}
		}
	}
	if fixed < 35 {
		t.Errorf("%d fixes", fixed)
	}
	for typed, want := range map[string]string{
		"A swing of 23 per cent to the Tories.": "A swing of 16.0 points to the Tories.",
		"The swing is 16.1%.":                   "The swing is 16.0 points.",
		"A majority of 6,490 votes.":            "A majority of 6,940 votes.",
		"A majority of 23.5 per cent.":          "A majority of 23.2 per cent.",
		"A turnout of 45%.":                     "A turnout of 42.55%.",
		"Labour on 27.8 per cent.":              "Labour on 28.7 per cent.",
		"Sam Lee came fourth.":                  "Sam Lee came third.",
		"One\u200b word.":                       "One word.",
		"“Gill Mortimer’s day.”":                "“Jill Mortimer’s day.”",
		"Labour took 37.7 per cent.":            "Labour took 28.7 per cent.",
	} {
		problems := Entry("", typed, blog.Results{Contests: one})
		if len(problems) != 1 || problems[0].Fix == nil {
			t.Errorf("%q: %+v", typed, problems)
			continue
		}
		right := problems[0].Fix.Apply(typed)
		if got := text.Plaintext(text.Parse(right, figure.Live(blog.Results{Contests: one}))); got != want {
			t.Errorf("%q becomes %q: %q, want %q", typed, right, got, want)
		}
	}
}
