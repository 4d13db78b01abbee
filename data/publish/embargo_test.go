package publish_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// secret is Hartlepool with figures that nothing else in an export can
// resemble, in a state of the count.
func secret(s election.State) election.Contest {
	c := hartlepool()
	c.State, c.Revision, c.Declared = s, 0, 0
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Of(31307 + 1013*i)
	}
	c.Candidates[11].Votes = election.Of(77713) // Mortimer over Williams, so that there is a swing
	c.Electorate = election.Of(987654)
	c.Verified, c.Rejected = election.Of(643721), election.Of(7349)
	c.Headings = election.Headings{NoMark: election.Of(7013), Uncertain: election.Of(336)}
	c.ReadOut = election.ReadOut{Turnout: "65.18", Majority: election.Of(31211)}
	c.Lot = []string{"mortimer"}
	c.Answers = []election.Answer{{Code: "papers-unbalanced", Figures: "643721", Reason: "the agents agreed to a secret"}}
	return c
}

// figures are all that a contest's numbers print as, computed without a mask:
// first those that verification makes public, then those of the votes.
func figures(c election.Contest) (papers, votes []string) {
	add := func(to *[]string, c election.Count) {
		*to = append(*to, c.String(), strings.ReplaceAll(c.String(), ",", ""))
	}
	c.State = election.Declared
	r := election.Compute(c)
	add(&papers, c.Verified)
	papers = append(papers, r.TurnoutPapers.Percent(2))
	for _, n := range []election.Count{c.Rejected, c.Headings.NoMark, r.Valid, r.Papers, r.Majority} {
		add(&votes, n)
	}
	for _, row := range r.Rows {
		add(&votes, row.Candidate.Votes)
	}
	for _, f := range []election.Fraction{r.MajorityShare, r.TurnoutValid, r.Primary().Swing.Butler, r.Primary().TurnoutChange} {
		votes = append(votes, f.Percent(2), f.Percent(1)+"%")
	}
	return papers, append(votes, r.DepositLine(), "agents agreed")
}

// TestNothingLeavesBeforeItIsPublic exports a night whose contest is not
// declared, in every form and state, and looks for every one of its figures.
func TestNothingLeavesBeforeItIsPublic(t *testing.T) {
	for _, state := range []election.State{election.NotStarted, election.Verifying, election.Verified, election.Counting,
		election.Provisional, election.Recounting, election.Countermanded, election.Postponed, election.Uncontested} {
		c := secret(state)
		papers, votes := figures(c)
		hidden := votes
		if !c.IsPublic(election.PapersTurnout) {
			hidden = append(hidden, papers...)
		}
		e := night()
		e.Contests = []election.Contest{c}
		e.Entries = []blog.Entry{{ID: "k1", Kicker: "At the count", Authors: []string{"a1"}, Published: at("7 03.00"),
			Text: "Majority {majority}, {Con.votes} votes, {Con.share:words}, {turnout}.\n\n@result Hartlepool\n\n@chart Hartlepool | share\n\n@chart c1 | change"}}
		for _, f := range publish.Forms {
			files, err := publish.Export(e, f, publish.Options{Pictures: pictures})
			if err != nil {
				t.Fatal(err)
			}
			var said string
			for _, file := range files {
				if strings.Contains(file.Name, "/") {
					t.Errorf("%s, %s: a file %s beside the main one", state, f, file.Name)
				}
				said += withoutStyle(string(file.Data))
			}
			for _, figure := range hidden {
				if strings.Contains(said, figure) {
					t.Errorf("%s: the %s tells %q", state, f, figure)
				}
			}
			contains(t, string(f), said, "Hartlepool")
			if slices.Contains(documents, f) {
				contains(t, string(f), said, "{majority}")
			}
		}
	}
}

// TestTheDeclarationTellsThem makes sure that the test above looks for what
// would be there.
func TestTheDeclarationTellsThem(t *testing.T) {
	c := secret(election.Declared)
	c.Declared = at("7 07.01")
	e := night()
	e.Contests = []election.Contest{c}
	for _, f := range documents {
		files, err := publish.Export(e, f, publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := election.Compute(c)
		contains(t, string(f), string(files[0].Data), r.Majority.String(), r.Valid.String(), c.Rejected.String(),
			r.TurnoutPapers.Percent(2)+"%", r.Primary().Swing.Butler.Percent(1), r.DepositLine())
		if strings.Contains(string(files[0].Data), "agents agreed") {
			t.Errorf("the %s tells why the desk overrode a check", f)
		}
	}
}

// TestAWithdrawnEntryLeavesItsAnchor and nothing else of it.
func TestAWithdrawnEntryLeavesItsAnchor(t *testing.T) {
	e := night()
	for i := range e.Entries {
		if e.Entries[i].ID == "k8" {
			e.Entries[i].Withdrawn, e.Entries[i].Key, e.Entries[i].Pinned = true, true, true
		}
	}
	for _, f := range documents {
		files, err := publish.Export(e, f, publish.Options{Pictures: pictures})
		if err != nil {
			t.Fatal(err)
		}
		said := string(files[0].Data)
		contains(t, string(f), said, "This entry has been withdrawn.", "5 entries")
		if f != publish.Text && f != publish.Markdown {
			contains(t, string(f), said, `id="e-k8"`)
		}
		for _, gone := range []string{"But how?", "42.55 per cent", "misheard", "Seaton", "Taken back"} {
			if strings.Contains(said, gone) {
				t.Errorf("the %s still has %q of a withdrawn entry", f, gone)
			}
		}
	}
}

var styleElement = regexp.MustCompile(`(?s)<style>.*?</style>`)

func withoutStyle(page string) string { return styleElement.ReplaceAllString(page, "") }
