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
