package uitest

import (
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Home gives the user of a test a home of their own.
func Home(t testing.TB) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LocalAppData"} {
		t.Setenv(name, folder)
	}
}

// Root is the folder of the repository.
func Root(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	Must(t, err)
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		above := filepath.Dir(folder)
		if above == folder {
			t.Fatal("the test does not run within the repository")
		}
		folder = above
	}
}

// Hartlepool is the by-election of 6 May 2021 as the sample has it, with its
// votes and what it is compared with.
func Hartlepool(t testing.TB) election.Contest {
	t.Helper()
	read := func(name string, m intake.Mode) intake.Found {
		data, err := os.ReadFile(filepath.Join(Root(t), "assets", "sample", name))
		Must(t, err)
		found, err := intake.Read([]intake.Source{{Name: name, Data: strings.NewReader(string(data))}}, m)
		Must(t, err)
		return found
	}
	found := read("hartlepool-2021.csv", intake.Results)
	told := intake.BaselinesFor(found.Contests, read("hartlepool-2019.csv", intake.AsBaseline), "2019 general election")
	if len(found.Contests) != 1 || len(told) != 1 || len(found.Contests[0].Candidates) != 16 {
		t.Fatalf("the sample's files give %d contests, %d with a baseline", len(found.Contests), len(told))
	}
	c := found.Contests[0]
	c.Baselines = told[0].Baselines
	c.State, c.Revision, c.Declared = election.NotStarted, 0, 0
	c.Kind, c.Seats = election.Parliamentary, 1 // which its file does not say
	return c
}

// Uncounted is the contest before any vote is known.
func Uncounted(t testing.TB) election.Contest {
	t.Helper()
	return Unkeyed(Hartlepool(t))
}

// Unkeyed is a contest without its votes and papers.
func Unkeyed(c election.Contest) election.Contest {
	c.Rejected, c.Verified = election.Count{}, election.Count{}
	c.Candidates = append([]election.Candidate(nil), c.Candidates...)
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Count{}
	}
	return c
}

// KeyedNight is a night whose count is keyed and balances and is not declared.
func KeyedNight(t testing.TB) string {
	t.Helper()
	return NightOf(t, func(n *night.Night, author string) { KeyAll(t, n, author) })
}

// KeyAll keys all votes and papers of the night's contest.
func KeyAll(t testing.TB, n *night.Night, author string) {
	t.Helper()
	full := Hartlepool(t)
	c := OnlyContest(t, n)
	for i, k := range full.Candidates {
		Must(t, n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes))
	}
	Must(t, n.KeyPapers(author, c.ID, night.Papers{Electorate: full.Electorate, Rejected: election.Of(182), Verified: election.Of(30115)}))
}

// DeclaredNight is a night whose contest is declared.
func DeclaredNight(t testing.TB, more func(*night.Night, string)) string {
	t.Helper()
	return NightOf(t, func(n *night.Night, author string) {
		KeyAll(t, n, author)
		c := OnlyContest(t, n)
		for _, k := range election.Checks(c) {
			if k.Open() && k.Level == election.Warning {
				Must(t, n.AnswerCheck(author, c.ID, election.Answer{Code: k.Code, Figures: k.Figures}))
			}
		}
		Must(t, n.Declare(author, c.ID))
		if more != nil {
			more(n, author)
		}
	})
}

// NightOf makes a night with an author and the contest, before any vote, and
// with what is put into it besides.
func NightOf(t testing.TB, put func(n *night.Night, author string)) string {
	t.Helper()
	return NightWith(t, []election.Contest{Uncounted(t)}, put)
}

// NightWith makes a night with an author and some contests, and with what is
// put into it besides.
func NightWith(t testing.TB, contests []election.Contest, put func(n *night.Night, author string)) string {
	t.Helper()
	Home(t)
	path := filepath.Join(t.TempDir(), "hartlepool.night")
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Headline: "Hartlepool by-election", Zone: "Europe/London"}, night.Options{})
	Must(t, err)
	author, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter", Initials: "AR"})
	Must(t, err)
	Must(t, n.PutContests(author, "", contests))
	if put != nil {
		put(n, author)
	}
	Must(t, n.Close())
	return path
}

func OnlyContest(t testing.TB, n *night.Night) election.Contest {
	t.Helper()
	contests, err := n.Contests()
	Must(t, err)
	if len(contests) != 1 {
		t.Fatalf("%d contests, want 1", len(contests))
	}
	return contests[0]
}

// Post puts an entry into a night.
func Post(t testing.TB, n *night.Night, author, kicker, text string) blog.Entry {
	t.Helper()
	e, err := n.Publish(author, blog.Entry{Kicker: kicker, Text: text})
	Must(t, err)
	return e
}
