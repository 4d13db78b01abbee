package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// What a desk said of a count beside its figures is printed with who said it:
// flags, and the reason and source of a correction, also beside the figures it
// made.
func TestFlagsAndCorrectionsArePrinted(t *testing.T) {
	folder := t.TempDir()
	atHome(t, filepath.Join(folder, "home"))
	file := filepath.Join(folder, "a.night")
	n, err := night.Create(file, blog.Details{Title: "A", Zone: "Europe/London"}, night.Options{})
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	author, err := n.AddAuthor("", blog.Author{Name: "Joss Quarrie", Initials: "JQ"})
	must(err)
	must(n.PutContests(author, "", []election.Contest{{
		Name: "Hartlepool", Kind: election.Parliamentary, Seats: 1,
		Candidates: []election.Candidate{
			{Forenames: "Jill", Surname: "Mortimer", Party: election.Party{ID: "PP52", Name: "Conservative", Short: "Con"}},
			{Forenames: "Paul", Surname: "Williams", Party: election.Party{ID: "PP53", Name: "Labour", Short: "Lab"}},
		},
	}}))
	contests, err := n.Contests()
	must(err)
	c := contests[0]
	jill, paul := c.Candidates[0].ID, c.Candidates[1].ID
	must(n.SetFlag(author, c.ID, election.Flag{Kind: election.Rush, Candidate: jill, Source: "the agency", Public: true}))
	must(n.SetFlag(author, c.ID, election.Flag{Kind: election.Estimate, Words: "Con ahead by about 6,000", Source: "a Labour agent"}))
	must(n.KeyVotes(author, c.ID, jill, election.Of(15529)))
	must(n.KeyVotes(author, c.ID, paul, election.Of(8598)))
	must(n.Declare(author, c.ID))
	must(n.CorrectResult(author, c.ID, "two figures were turned round", "the returning officer", map[string]election.Count{paul: election.Of(8589)}, nil))
	must(n.Close())

	for _, x := range []struct {
		args  []string
		wants []string
	}{
		{[]string{"results", file}, []string{
			"Hartlepool: corrected, revision 2 ",
			": Jill Mortimer (Con). Source: the agency; published.",
			": Con ahead by about 6,000. Source: a Labour agent; not published.",
			": two figures were turned round (the returning officer)",
			"8,589",
		}},
		{[]string{"results", file, "--contest", "Hartlepool", "--revision", "1"}, []string{"Hartlepool: revision 1 of 2, ", "8,598"}},
		{[]string{"results", file, "--contest", "Hartlepool", "--revision", "2"}, []string{"revision 2 of 2, ", ": two figures were turned round (the returning officer)", "8,589"}},
	} {
		var out, errs bytes.Buffer
		if code := run(x.args, strings.NewReader(""), &out, &errs); code != 0 {
			t.Errorf("%v ended with %d: %s", x.args, code, errs.String())
		}
		for _, want := range x.wants {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%v: there is no %q in\n%s", x.args, want, out.String())
			}
		}
	}
}

// A result that is not declared is marked so in every line that tells how it
// ends, and a count that has not started ends in nothing.
func TestAProvisionalOutcomeIsMarked(t *testing.T) {
	var c election.Contest
	for i, votes := range []int{60, 39, 1} {
		c.Candidates = append(c.Candidates, election.Candidate{ID: string(rune('a' + i)), Surname: "Ash", Party: election.Parties()[i], Votes: election.Of(votes)})
	}
	c.Kind, c.Seats = election.Parliamentary, 1
	for state, wants := range map[election.State][3]string{
		election.NotStarted:  {"", "", ""},
		election.Provisional: {"elected, provisional", "lost deposit, provisional", "Con win, provisional"},
		election.Declared:    {"elected", "lost deposit", "Con win"},
	} {
		c.State = state
		r := election.Compute(c)
		outcome := ""
		for _, row := range figureColumns(r).rows {
			if row[0] == "Outcome" {
				outcome = row[1]
			}
		}
		if got := [3]string{fate(r, r.Rows[0]), fate(r, r.Rows[2]), outcome}; got != wants {
			t.Errorf("%s: %q, want %q", state, got, wants)
		}
	}
}
