package proofread

import (
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Names in sentences are told apart as those in files are: other apostrophes,
// accents and hyphens are no slip, and a contest is named by "and" for "&".
func TestNamesInSentencesAreFoundAsThoseInFiles(t *testing.T) {
	docks := election.Contest{ID: "docks", Name: "St Michael’s & Docks", State: election.Declared, Revision: 1, Kind: election.Local, Seats: 1,
		Candidates: []election.Candidate{
			{ID: "1", Forenames: "Siân Mai", Surname: "Llŷr-Jones", Votes: election.Of(95), Party: election.Party{ID: "x:a", Name: "A"}},
			{ID: "2", Forenames: "Michelle", Surname: "O’Neill", Votes: election.Of(102), Party: election.Party{ID: "x:b", Name: "B"}},
		}}
	night := blog.Results{Contests: []election.Contest{docks, blogtest.BushFair()}}
	for _, sound := range []string{"Michelle O'Neill spoke.", "Up came Sian Mai Llyr Jones.", "MICHELLE ONEILL won."} {
		if found := Entry("", sound, night); len(found) > 0 {
			t.Errorf("%q: %+v", sound, found)
		}
	}
	subjects := newSubjects(text.Read("", nil), night.Contests)
	for prose, want := range map[string]string{"In St Michael's and Docks it was close.": "docks", "St Michaels & Docks’s count": "docks", "Elsewhere": ""} {
		if c, _ := subjects.of(prose); c.ID != want {
			t.Errorf("%q is of %q", prose, c.ID)
		}
	}
}
