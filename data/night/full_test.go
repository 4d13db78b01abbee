package night

import (
	"bytes"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/picture"
)

// fullNight is a night with something in every table, open as the desk.
func fullNight(t testing.TB) *Night {
	return fullNightAt(t, filepath.Join(t.TempDir(), "full.night"), options(t))
}

func fullNightAt(t testing.TB, path string, o Options) *Night {
	t.Helper()
	n, err := Create(path, blog.Details{Title: "Hartlepool by-election", Place: "Mill House", Zone: "Europe/London"}, o)
	must0(t, err)
	ada, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter", Initials: "AR"})
	must0(t, err)
	must0(t, n.SetColour(ada, "x:heritage", "112233"))
	must0(t, n.PutContests(ada, "nominations", []election.Contest{hartlepool()}))
	c := onlyContest(t, n)
	lee, mortimer, williams := c.Candidates[0].ID, c.Candidates[1].ID, c.Candidates[2].ID
	for id, votes := range map[string]int{lee: 2904, mortimer: 15529, williams: 8589} {
		must0(t, n.KeyVotes(ada, c.ID, id, election.Of(votes)))
	}
	must0(t, n.KeyPapers(ada, c.ID, Papers{Electorate: election.Of(70768), Verified: election.Of(27204), Rejected: election.Of(182)}))
	sayTheRest(t, n, ada, c)
	must0(t, n.SetState(ada, c.ID, election.Counting))
	must0(t, n.SetLot(ada, c.ID, []string{mortimer}))
	answerEverything(t, n, ada, c.ID)
	must0(t, n.AnswerCheck(ada, c.ID, election.Answer{Code: "made-up", Figures: "1", Reason: "so the table has one"}))
	must0(t, n.Declare(ada, c.ID))
	e, err := n.Publish(ada, blog.Entry{Kicker: "But how?", Text: "A majority of {majority}."})
	must0(t, err)
	e.Text = "A majority of {majority}, no less."
	_, err = n.Edit(ada, e, Correction, "It was not said how much it is.")
	must0(t, err)
	_, err = n.AddPicture(ada, picture.Checked{Bytes: bytes.Repeat([]byte("pixels "), 3000), MediaType: "image/png", Width: 30, Height: 20})
	must0(t, err)
	must0(t, n.SaveDraft(Draft{Group: "composer", Field: "text", Text: "The returning officer has", Caret: 25, Meta: "{}"}))
	return n
}

// sayTheRest says a little of everything that a desk keeps beside a count's
// figures.
func sayTheRest(t testing.TB, n *Night, author string, c election.Contest) {
	t.Helper()
	lee, mortimer := c.Candidates[0], c.Candidates[1]
	_, err := n.PutCouncil(author, "", harlow())
	must0(t, err)
	must0(t, n.SetFlag(author, c.ID, election.Flag{Kind: election.Rush, Candidate: mortimer.ID, Source: "the agents"}))
	must0(t, n.KeySecond(author, c.ID, election.Keying{Verified: election.Of(27204),
		Votes: map[string]election.Count{lee.ID: election.Of(2904), mortimer.ID: election.Of(15529)}}))
	must0(t, n.SetChains(author, []election.Chain{{Now: "x:heritage", Then: "PP52"}}))
	must0(t, n.SetHistory(author, "", byElections()))
	_, err = n.SetPattern(author, blog.Pattern{ID: "hold", Moment: blog.HoldMoment, Text: "{winner} holds on."})
	must0(t, err)
	_, err = n.PutProfile(author, wire())
	must0(t, err)
	_, err = n.HandOver(author, given())
	must0(t, err)
}

// harlow is a council of 33 seats, 13 of them up, as it was fought.
func harlow() election.Council {
	con := election.Party{ID: "PP52", Name: "Conservative and Unionist Party", Short: "Con"}
	lab := election.Party{ID: "PP53", Name: "Labour Party", Short: "Lab"}
	return election.Council{Name: "Harlow", Code: "E07000073", Date: "2021-05-06", Seats: 33, Vacant: 1,
		NotUp: []election.Holding{{Party: con, Seats: 7}, {Party: lab, Seats: 12}},
		Baselines: []election.CouncilBaseline{
			{Name: "as last fought", Date: "2019-05-02", Holdings: []election.Holding{{Party: con, Seats: 12}, {Party: lab, Seats: 21}}},
			{Name: "eve of poll", Date: "2021-05-05", Vacant: 2,
				Holdings: []election.Holding{{Party: con, Seats: 12}, {Party: lab, Seats: 19}}}}}
}

func byElections() election.History {
	con := election.Party{ID: "PP52", Name: "Conservative and Unionist Party", Short: "Con"}
	return election.History{Title: "By-elections", Scope: "all since 2010", AsOf: "2021-05-07", Rows: []election.Past{
		{Name: "Copeland", Date: "2017-02-23", Party: con, Points: election.Ratio(election.Of(846), election.Of(10000)),
			Gain: true, Named: true, Source: "the Parliament’s file"},
		{Name: "Hartlepool", Date: "2021-05-06", Party: con, Points: election.Ratio(election.Of(2296), election.Of(10000)),
			Gain: true, Source: "the desk"},
	}}
}

func onlyContest(t testing.TB, n *Night) election.Contest {
	t.Helper()
	cs, err := n.Contests()
	must0(t, err)
	if len(cs) != 1 {
		t.Fatalf("%d contests", len(cs))
	}
	return cs[0]
}

// answerEverything overrides and ticks whatever stands against a declaration.
func answerEverything(t testing.TB, n *Night, author, contest string) {
	t.Helper()
	c, err := n.Contest(contest)
	must0(t, err)
	for _, check := range openChecks(c) {
		must0(t, n.AnswerCheck(author, contest, election.Answer{Code: check.Code, Figures: check.Figures, Reason: "looked into"}))
	}
}
