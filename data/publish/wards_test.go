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
	ld    = party("PP90", "Liberal Democrat", "LD")
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
