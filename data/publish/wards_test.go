package publish_test

import (
	"fmt"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

var (
	con   = party("PP52", "Conservative", "Con")
	lab   = party("PP53", "Labour", "Lab")
	green = party("PP63", "Green Party", "Green")
)

// ward is a declared ward of Harlow with a seat for each of the winners. Its
// votes are made up: the council adds up from the winners alone.
func ward(name string, winners ...election.Party) election.Contest {
	id := strings.ReplaceAll(strings.ToLower(name), " ", "")
	c := election.Contest{
		ID: id, Name: name + " ward", Group: "Harlow", Date: "2021-05-06", Kind: election.Local, Seats: len(winners),
		State: election.Declared, Revision: 1, Declared: at("7 15.00"),
		Electorate: election.Of(7100), Rejected: election.Of(14),
		Baselines: []election.Baseline{{Name: "2019 election", Date: "2019-05-02", Seats: 1,
			Candidates: []election.Candidate{stood("Old", "Hand", lab, 760), stood("Past", "Master", con, 640)}}},
	}
	if len(winners) > 1 {
		c.Method = election.TopVote
	}
	for i, p := range append(winners, con, lab, green) {
		k := stood(fmt.Sprint([]string{"Ann", "Bo", "Cy", "Di", "Ed", "Flo"}[i]), name+" "+[]string{"Oak", "Ash", "Elm", "Fir", "Yew", "Bay"}[i], p, 905-i*71)
		k.ID = fmt.Sprint(id, i)
		c.Candidates = append(c.Candidates, k)
	}
	c.Verified = election.Of(election.Compute(c).Keyed/c.Seats + 14)
	return c
}

// harlow is the edition of a night with the council of Harlow as it ended on
// 6 May 2021, and a constituency beside it that is still being counted. One of
// its wards fills three seats here and two others one, so that there is one.
func harlow() blog.Edition {
	e := blog.Edition{
		Details: blog.Details{Title: "Harlow council election", Place: "Latton Bush Centre", Zone: "Europe/London",
			Headline: "Harlow: Conservatives take the council from Labour", Standfirst: "Thirteen of thirty-three seats were up.", Publisher: "The Harbour Post"},
		Authors: []blog.Author{{ID: "a1", Name: "Ann Example", Initials: "AE"}},
		Councils: []election.Council{{ID: "harlow", Name: "Harlow", Code: "E07000073", Date: "2021-05-06", Seats: 33,
			NotUp: []election.Holding{{Party: lab, Seats: 11}, {Party: con, Seats: 8}}, Vacant: 1,
			Baselines: []election.CouncilBaseline{
				{Name: "as last fought", Date: "2019-05-02", Holdings: []election.Holding{{Party: lab, Seats: 20}, {Party: con, Seats: 13}}},
				{Name: "eve of poll", Date: "2021-05-05", Holdings: []election.Holding{{Party: lab, Seats: 18}, {Party: con, Seats: 12}}, Vacant: 3},
			}}},
		History: election.History{Title: "By-elections: change in the governing party’s share", Scope: "some since 2021", AsOf: "2024-02-15", Rows: []election.Past{
			past("Hartlepool", "2021-05-06", "22.96", true), past("Chesham and Amersham", "2021-06-17", "-19.86", false),
			past("Batley and Spen", "2021-07-01", "-1.61", false), past("North Shropshire", "2021-12-16", "-31.07", false),
			past("Wakefield", "2022-06-23", "-17.26", false), past("Wellingborough", "2024-02-15", "-37.60", false),
		}},
		Started: at("6 20.00"), Updated: at("7 19.00"),
	}
	for _, name := range []string{"Bush Fair", "Great Parndon", "Harlow Common", "Little Parndon", "Mark Hall", "Netteswell", "Old Harlow"} {
		e.Contests = append(e.Contests, ward(name, con))
	}
	staple := ward("Staple Tye", lab)
	staple.Baselines = append(staple.Baselines, election.Baseline{Name: "seat as last won", Date: "2020-10-01", Seats: 1,
		Candidates: []election.Candidate{stood("By", "Election", con, 500), stood("Old", "Hand", lab, 480)}})
	sumners := ward("Sumners and Kingsmoor", con)
	sumners.State, sumners.Revision, sumners.Declared, sumners.Candidates = election.Uncontested, 0, 0, sumners.Candidates[:1]
	church := ward("Church Langley", con, con, con)
	church.State, church.Revision = election.Corrected, 2
	church.Corrections = []election.Correction{{Revision: 2, When: at("7 16.40"), Author: "a1", Reason: "Two bundles of Cy Church Langley Elm’s votes were counted for another", Source: "the returning officer"}}
	tie := ward("Toddbrook", con)
	tie.Candidates[1].Votes, tie.Lot = tie.Candidates[0].Votes, []string{tie.Candidates[0].ID}
	e.Contests = append(e.Contests, staple, sumners, church, tie)

	seat := hartlepool()
	seat.State, seat.Revision, seat.Declared, seat.Recount = election.Recounting, 0, 0, 2
	seat.Flags = []election.Flag{
		{Kind: election.Rush, Candidate: "mortimer", Source: "an agent", Author: "a1", When: at("7 06.58"), Public: true},
		{Kind: election.Call, Candidate: "lee", Source: "nobody yet", Author: "a1", When: at("7 06.59")},
		{Kind: election.Estimate, Words: "Con ahead by about 7,000", Source: "the press bench", Author: "a1", When: at("7 19.30"), Public: true},
	}
	e.Contests = append([]election.Contest{seat}, e.Contests...)

	entry := func(id, when, kicker, text string) blog.Entry {
		return blog.Entry{ID: id, Kicker: kicker, Authors: []string{"a1"}, Text: text, Happened: at(when), Published: at(when), Updated: at(when)}
	}
	gone := entry("k2", "7 16.00", "Wrong hall", "Taken back.")
	gone.Withdrawn = true
	e.Entries = []blog.Entry{
		entry("k4", "7 18.00", "The council", "@result Harlow council\n\n@chart Harlow | seats"),
		entry("k3", "7 17.00", "Three seats", "@result Church Langley\n\n@chart Church Langley | share\n\n@result Hartlepool"),
		gone,
		entry("k1", "7 10.00", "How by-elections went", "@chart Hartlepool | history\n\n@chart Hartlepool | share"),
	}
	return e
}

func past(name string, day election.Date, points string, gain bool) election.Past {
	f, err := election.ParsePoints(points)
	if err != nil {
		panic(err)
	}
	return election.Past{Name: name, Date: day, Party: con, Points: f, Gain: gain, Named: true, Source: "House of Commons Library"}
}

// TestHarlow: seats before and after on two baselines, each named, control,
// what was needed, the majority and the vacancy.
func TestHarlow(t *testing.T) {
	for _, f := range documents {
		said := exported(t, harlow(), f)
		contains(t, string(f), said, "Harlow: Con gain from Lab", "13 of 33 seats up, and all of them filled.", "Needed for control", "of all 33 seats",
			"over all other councillors", "As last fought (2 May 2019): Lab control; now Con gain from Lab.", "Eve of poll (5 May 2021): Lab control; now Con gain from Lab.",
			"counted among all seats")
	}
	contains(t, "text", exported(t, harlow(), publish.Text), "Conservative: 20 (not up 8, won 12; As last fought 13 (+7); Eve of poll 12 (+8))\n",
		"Labour: 12 (not up 11, won 1; As last fought 20 (−8); Eve of poll 18 (−6))\n", "Vacant: 1 (not up 1, left open –; As last fought 0; Eve of poll 3)\n",
		"Control: Con\nNeeded for control: 17 (of all 33 seats)\nMajority: 8 (over all other councillors)\nVacant: 1 (counted among all seats)\n")
	contains(t, "page", exported(t, harlow(), publish.Page),
		`</svg> <abbr title="Conservative">Con</abbr></th><td class="num"><strong>20</strong></td><td class="num">8</td><td class="num">12</td><td class="num">13 (+7)</td><td class="num">12 (+8)</td></tr>`)
}

// TestACouncilThatIsStillOpen tells no change, no majority and, before it is
// certain, no control; a ward under embargo is not among its seats.
func TestACouncilThatIsStillOpen(t *testing.T) {
	e := harlow()
	for i := range e.Contests {
		if c := &e.Contests[i]; c.Group == "Harlow" && c.ID != "bushfair" {
			c.State, c.Revision, c.Declared, c.Corrections = election.Provisional, 0, 0, nil
		}
	}
	e.Contests[10].State = election.Countermanded // three seats that nobody has
	for _, f := range documents {
		said := exported(t, e, f)
		contains(t, string(f), said, "13 of 33 seats up, 1 of them filled.", "Not decided yet", "Changes follow when every seat is in.",
			"As last fought (2 May 2019): Lab control.", "1 of 11 declared", "countermanded because a candidate died")
		for _, not := range []string{"now Con", "over all other councillors", "(+7)", "(−11)"} {
			if strings.Contains(said, not) {
				t.Errorf("the %s has %q", f, not)
			}
		}
	}
	contains(t, "text", exported(t, e, publish.Text), "Conservative: 9 (not up 8, won 1; As last fought 13; Eve of poll 12)\n",
		"Vacant: 4 (not up 1, left open 3; As last fought 0; Eve of poll 3)\n")
	contains(t, "JSON", results(t, e, publish.JSON)[0], `"up": 13,`, `"filled": 1,`, `"vacant": 4,`, `"needed": 17,`, `"control": null,`, `"majority": null,`,
		"\"changes\": [\n            null,\n            null\n          ]")
}

// TestTheJSONHasACouncilsFigures as they stand on the page.
func TestTheJSONHasACouncilsFigures(t *testing.T) {
	contains(t, "JSON", results(t, harlow(), publish.JSON)[0], `"seats": 33,`, `"filled": 13,`, `"vacant": 1,`, `"control": "Con",`, `"majority": 8,`,
		`"outcome": "Con gain from Lab",`, `"before": "Lab",`, `"not_up_vacant": 1,`, "\"changes\": [\n            7,\n            8\n          ]",
		`"name": "eve of poll",`)
}

// TestWardsStandUnderTheirCouncil, in one table where they are many, and each
// can be opened below it.
func TestWardsStandUnderTheirCouncil(t *testing.T) {
	page := exported(t, harlow(), publish.Page)
	at := 0
	for _, want := range []string{"<h2>Hartlepool</h2>", "<h2>Harlow: Con gain from Lab</h2>", "<h3>Harlow, the wards</h3>", `<a href="#r-churchlangley">Church Langley ward</a>`,
		`<span class="tick">corrected</span>`, `<span class="tick">by lot</span>`, "<summary>Each result in full</summary>", `id="r-churchlangley"`, `id="updates"`} {
		next := strings.Index(page[at:], want)
		if next < 0 {
			t.Fatalf("the page lacks %q in its place", want)
		}
		at += next
	}
	few := harlow()
	few.Contests = few.Contests[9:]
	contains(t, "page", exported(t, few, publish.Page), "<h3>Church Langley ward: Con gain from Lab</h3>", "<h3>Sumners and Kingsmoor ward</h3>")
}

// TestManyContestsStandInOneTable and none of their own is open.
func TestManyContestsStandInOneTable(t *testing.T) {
	e := night()
	e.Entries = nil
	e.Contests = nil
	for i := range 650 {
		c := ward(fmt.Sprintf("Seat%d", i), []election.Party{con, lab}[i%2])
		c.Group = []string{"", "Wales"}[i/600]
		e.Contests = append(e.Contests, c)
	}
	for _, f := range []publish.Form{publish.Page, publish.Fragment} {
		root := read(t, []byte(exported(t, e, f)))
		check(t, root, f == publish.Fragment)
		open, closed := 0, 0
		for n := range root.Descendants() {
			if n.Data != "table" {
				continue
			}
			hidden := false
			for up := range n.Ancestors() {
				hidden = hidden || up.Data == "details"
			}
			if hidden {
				closed++
			} else {
				open++
			}
		}
		if open != 2 || closed != 650 {
			t.Errorf("the %s has %d open tables and %d in details", f, open, closed)
		}
	}
	contains(t, "text", exported(t, e, publish.Text), "Results\n600 of 600 declared or elected unopposed. Seats: Con 300, Lab 300.\n", "\nWales\n50 of 50 declared",
		"Seat7 ward: Lab hold. Elected: Ann Seat7 Oak (Lab). Majority 71.\n")
}

// TestACorrectedResultSaysSo with its time, reason, source and revision, and
// moves the time of the page.
func TestACorrectedResultSaysSo(t *testing.T) {
	e := night()
	c := &e.Contests[0]
	c.State, c.Revision = election.Corrected, 3
	c.Corrections = []election.Correction{
		{Revision: 2, When: at("7 08.15"), Author: "a1", Reason: "a bundle was counted twice", Source: "the returning officer"},
		{Revision: 3, When: at("8 09.30"), Author: "a1", Reason: "the spelling of a name"},
	}
	for _, f := range documents {
		said := strings.NewReplacer("<em>", "", "</time>", "", `<time datetime="2021-05-07T08:15:00+01:00">`, "", `<time datetime="2021-05-08T09:30:00+01:00">`, "").Replace(exported(t, e, f))
		contains(t, string(f), said, "declared 7.01am BST on 7 May 2021; corrected since (revision 3).",
			"Corrected 8.15am BST (revision 2). A bundle was counted twice. Source: the returning officer.",
			"Corrected Saturday 8 May, 9.30am BST (revision 3). The spelling of a name.", "Updated 9.30am BST", "Hartlepool, the result")
		if strings.Contains(said, "a1") && f == publish.Text {
			t.Error("the text tells who keyed a correction")
		}
	}
	if b := linkedData(t, e); b.DateModified.UnixMilli() != at("8 09.30") {
		t.Errorf("it was modified at %v", b.DateModified)
	}
}

// TestNewsOfAContestIsNoResult: what the desk has published stands as what it
// is, with its source, until the declaration; what it has not does not leave.
func TestNewsOfAContestIsNoResult(t *testing.T) {
	e := harlow()
	for _, f := range documents {
		said := exported(t, e, f)
		contains(t, string(f), said, "Rush, not a declared result", "Jill Mortimer (Con) has won. Source: an agent",
			"Estimate, not a declared result", "Con ahead by about 7,000. Source: the press bench")
		if strings.Contains(said, "nobody yet") {
			t.Errorf("the %s tells what the desk has not published", f)
		}
	}
	if b := linkedData(t, e); b.DateModified.UnixMilli() != at("7 19.30") {
		t.Errorf("it was modified at %v", b.DateModified)
	}
	json := results(t, e, publish.JSON)[0]
	contains(t, "JSON", json, `"kind": "rush",`, `"candidate": "Jill Mortimer",`)
	if strings.Contains(json, "nobody yet") {
		t.Error("the JSON tells what the desk has not published")
	}
	e.Contests[0] = hartlepool()
	e.Contests[0].Flags = harlow().Contests[0].Flags
	for _, f := range documents {
		if said := exported(t, e, f); strings.Contains(said, "an agent") || strings.Contains(said, "press bench") {
			t.Errorf("the %s has news that the declaration overtook", f)
		}
	}
}

// TestAShareOfSeveralSeatsNamesItsMethod, and a candidate's percentage says
// of what it is.
func TestAShareOfSeveralSeatsNamesItsMethod(t *testing.T) {
	for method, words := range map[election.Method]string{
		"": "each party’s best candidate", election.TopVote: "each party’s best candidate", election.AverageVote: "the mean of each party’s candidates", election.SumVote: "all votes of each party’s candidates",
	} {
		c := ward("Church Langley", con, lab, con)
		c.Method, c.Group = method, ""
		e := night()
		e.Entries, e.Contests = nil, []election.Contest{c}
		for _, f := range documents {
			said := exported(t, e, f)
			contains(t, string(f), said, words, "A candidate’s percentage is of all votes cast; each voter had up to 3.",
				"Votes cast", "Church Langley ward, 3 seats, declared", "Change in the party’s share since the 2019 election")
			if strings.Contains(said, "Valid votes") {
				t.Errorf("the %s calls the votes of a ward, of which each voter had three, valid votes", f)
			}
		}
	}
}

// TestContestsWithoutAPoll are told in words.
func TestContestsWithoutAPoll(t *testing.T) {
	two := ward("Old Harlow", con, lab)
	two.State, two.Revision, two.Declared, two.Candidates = election.Uncontested, 0, 0, two.Candidates[:2]
	lone := ward("Mark Hall", con, con)
	lone.State, lone.Candidates = election.Uncontested, lone.Candidates[:1]
	dead, late := ward("Netteswell", con), ward("Toddbrook", con)
	dead.State, late.State = election.Countermanded, election.Postponed
	e := night()
	e.Entries = nil
	crowd := ward("Sumners", con, lab, con)
	crowd.State, crowd.Seats = election.Uncontested, 1
	for _, f := range documents {
		e.Contests = []election.Contest{crowd}
		said := exported(t, e, f)
		contains(t, string(f), said, "No poll was held.")
		if strings.Contains(said, "unopposed") || strings.Contains(said, "Nobody else stood") {
			t.Errorf("the %s has somebody elected unopposed in a ward where more stand than there are seats", f)
		}
	}
	for _, cs := range [][]election.Contest{{two, lone}, {dead, late}} {
		e.Contests = cs
		for _, f := range documents {
			want := []string{"No poll was held. Elected unopposed: Ann Old Harlow Oak (Con) and Bo Old Harlow Ash (Lab).",
				"Elected unopposed: Ann Mark Hall Oak (Con). 1 seat stays vacant."}
			if cs[0].ID == dead.ID {
				want = []string{"The poll was countermanded because a candidate died.", "The poll was postponed."}
			}
			contains(t, string(f), exported(t, e, f), want...)
		}
	}
}

// TestALotIsTold with those it was drawn between and the one it fell on.
func TestALotIsTold(t *testing.T) {
	e := harlow()
	e.Entries[0].Text = "@result Toddbrook"
	for _, f := range documents {
		contains(t, string(f), exported(t, e, f), "Ann Toddbrook Oak (Con) and Bo Toddbrook Ash (Con) had 905 votes each; the lot fell on Ann Toddbrook Oak (Con).")
	}
}

// TestCardsAndChartsOfCouncilsAndThePast stand in entries in every form.
func TestCardsAndChartsOfCouncilsAndThePast(t *testing.T) {
	for _, f := range documents {
		said := exported(t, harlow(), f)
		if n := strings.Count(said, "13 of 33 seats up, and all of them filled."); n != 2 {
			t.Errorf("the council stands %d times in the %s", n, f)
		}
		contains(t, string(f), said, "Harlow: seats by party", "By-elections: change in the governing party’s share", "Hartlepool: the chart comes with the declaration.")
	}
	e := harlow()
	e.History = election.History{}
	e.Entries = e.Entries[:1]
	e.Entries[0].Text = "@chart Hartlepool | history\n\n@chart Nowhere | seats\n\n@result Nowhere council"
	contains(t, "text", exported(t, e, publish.Text), "@chart Nowhere | seats", "@result Nowhere council")
}

// TestANightOfWithdrawnEntries is valid: their places stay on the page and
// nothing of them is in its data.
func TestANightOfWithdrawnEntries(t *testing.T) {
	e := night()
	for i := range e.Entries {
		e.Entries[i].Withdrawn = true
	}
	root := read(t, []byte(exported(t, e, publish.Page)))
	check(t, root, false)
	checkPolicy(t, root)
	b := linkedData(t, e)
	if len(b.LiveBlogUpdate) != 0 || len(b.Author) != 0 || b.Headline == "" || b.DateModified.IsZero() {
		t.Errorf("its data is %+v", b)
	}
}
