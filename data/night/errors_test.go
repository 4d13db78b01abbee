package night

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// Whatever the night refuses is one sentence and one next step.
func TestEveryRefusalHasANextStep(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	lee := c.Candidates[0].ID
	council, err := n.PutCouncil("", "", harlow())
	must0(t, err)
	epping := election.Council{Name: "Epping", Seats: 3}
	_, err = n.PutCouncil("", "", epping)
	must0(t, err)
	renamed, minus := harlow(), harlow()
	renamed.ID, renamed.Name = council, "Epping"
	minus.NotUp[0].Seats = -1
	putCouncil := func(c election.Council) error { _, err := n.PutCouncil("", "", c); return err }
	setContest := func(c election.Contest) error { _, err := n.SetContest("", c); return err }
	setPattern := func(p blog.Pattern) error { _, err := n.SetPattern("", p); return err }
	flagged := func(f election.Flag) error { return n.SetFlag("", c.ID, f) }
	past := func(p election.Past) error { return n.SetHistory("", "", election.History{Rows: []election.Past{p}}) }
	_, entry := n.Publish("", blog.Entry{Text: " "})
	keyed := map[string]election.Count{lee: election.Of(1)}

	for what, err := range map[string]error{
		"council without a name":     putCouncil(election.Council{Name: " ", Seats: 3}),
		"council of a taken name":    putCouncil(renamed),
		"council of seats below 0":   putCouncil(minus),
		"contest without a name":     setContest(election.Contest{}),
		"contest of a taken name":    setContest(election.Contest{Name: "Hartlepool"}),
		"contest without seats":      setContest(election.Contest{Name: "Bush Fair", Seats: -1}),
		"flag without a source":      flagged(election.Flag{Kind: election.Rush, Candidate: lee}),
		"flag that says nothing":     flagged(election.Flag{Kind: election.Call, Source: "an agent"}),
		"flag of no kind":            flagged(election.Flag{Kind: "hunch", Words: "Con by a mile", Source: "an agent"}),
		"chain of an independent":    n.SetChains("", []election.Chain{{Now: "PP52"}}),
		"chain to itself":            n.SetChains("", []election.Chain{{Now: "PP52", Then: "PP52"}}),
		"past without a source":      past(election.Past{Name: "Copeland", Date: "2017-02-23", Points: points1}),
		"past without a figure":      past(election.Past{Name: "Copeland", Date: "2017-02-23", Source: "the file"}),
		"pattern without a text":     setPattern(blog.Pattern{Moment: blog.HoldMoment}),
		"pattern without a moment":   setPattern(blog.Pattern{Text: "{winner} it is."}),
		"colour that is none":        n.SetColour("", "PP52", "#0087DC"),
		"entry without text":         entry,
		"correction of no result":    n.CorrectResult("", c.ID, "wrong", "agent", keyed, nil),
		"taking back no declaration": n.TakeBack("", c.ID, "wrong"),
		"state that is none":         n.SetState("", c.ID, election.Declared),
	} {
		var refused *RefusedError
		if !errors.As(err, &refused) || refused.Hint() == "" || refused.Error() == "" {
			t.Errorf("%s: %#v", what, err)
		}
	}
	for what, err := range map[string]error{
		"council":            n.DropCouncil("", "nowhere"),
		"contest":            setContest(election.Contest{ID: "nowhere", Name: "Nowhere"}),
		"flag":               n.SetFlag("", "nowhere", election.Flag{Kind: election.Rush, Words: "x", Source: "y"}),
		"flag's candidate":   flagged(election.Flag{Kind: election.Rush, Candidate: "nobody", Source: "an agent"}),
		"clearing":           n.ClearFlag("", "nowhere", election.Rush),
		"second keying":      n.KeySecond("", "nowhere", election.Keying{}),
		"second's candidate": n.KeySecond("", c.ID, election.Keying{Votes: map[string]election.Count{"nobody": election.Of(1)}}),
		"clearing a second":  n.ClearSecond("", "nowhere"),
		"pattern":            n.DropPattern("", "hold"),
		"pattern's id":       setPattern(blog.Pattern{ID: "nothing", Moment: blog.HoldMoment, Text: "x"}),
		"pattern's contest":  setPattern(blog.Pattern{Moment: blog.HoldMoment, Text: "x", Contest: "nowhere"}),
		"author":             n.ClearFlag("nobody", c.ID, election.Rush),
	} {
		var none *NotFoundError
		if !errors.As(err, &none) || none.Hint() == "" {
			t.Errorf("%s: %#v", what, err)
		}
	}
	var blocked *BlockedError
	if err := n.Declare("", c.ID); !errors.As(err, &blocked) || blocked.Hint() == "" {
		t.Errorf("declared: %#v", err)
	}
	var unprintable *UnprintableError
	ada, err := n.AddAuthor("", blog.Author{Name: "Ada"})
	must0(t, err)
	if _, err := n.Publish(ada, blog.Entry{Text: "A majority of {majority}."}); !errors.As(err, &unprintable) || unprintable.Hint() == "" {
		t.Errorf("published: %#v", err)
	}
}

var points1 = election.Ratio(election.Of(1), election.Of(100))

func TestADeskThatDoesNotSaySinceWhenIsNamedWithout(t *testing.T) {
	since := time.Date(2021, 5, 7, 4, 12, 7, 0, time.Local)
	for want, held := range map[string]HeldError{
		"a.night is open at another desk":                                      {Path: "/x/a.night"},
		"a.night is open at another desk: process 7 on laptop":                 {Path: "/x/a.night", Host: "laptop", Process: 7},
		"a.night is open at another desk: process 7 on laptop, since 04:12:07": {Path: "/x/a.night", Host: "laptop", Process: 7, Since: since},
	} {
		if got := held.Error(); got != want || strings.Contains(got, "00:00:00") {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Whoever types a folder wrong is told of the folder: the file is not there
// yet, and need not be.
func TestAFolderThatIsNotThereIsNamed(t *testing.T) {
	o := options(t)
	here := filepath.Join(t.TempDir(), "here.night")
	n, err := Create(here, blog.Details{Title: "Here", Zone: "Europe/London"}, o)
	must0(t, err)
	must0(t, n.Close())
	nowhere := filepath.Join(t.TempDir(), "no", "such.night")
	_, created := Create(nowhere, blog.Details{Title: "Nowhere", Zone: "Europe/London"}, o)
	_, opened := View(nowhere, o)
	for what, err := range map[string]error{"create": created, "open": opened, "copy": Copy(here, nowhere, o)} {
		var e *Error
		if !errors.As(err, &e) || !errors.Is(err, ErrNoFolder) || e.Hint == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if _, err := View(filepath.Join(filepath.Dir(here), "other.night"), o); !errors.Is(err, ErrMissing) {
		t.Errorf("a missing file: %v", err)
	}
}
