package main

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// pastFlags are what a list of past contests cannot say of itself, and what is
// printed with every chart of it. What is not given stays as the night has it.
type pastFlags struct {
	Title string `placeholder:"TEXT" help:"With --history: what the list shows, “By-elections: change in the governing party’s share”."`
	Scope string `placeholder:"TEXT" help:"With --history: what it covers, “all since 2010”."`
	Day   string `placeholder:"DATE" help:"With --history: the day on which it was true, 2021-05-07."`
}

// check refuses flags that would be passed over.
func (f pastFlags) check(history bool) error {
	if !history && f != (pastFlags{}) {
		return &callError{"--title, --scope and --day are about past contests", "Give them with --history; nothing was imported."}
	}
	if _, err := time.Parse(time.DateOnly, f.Day); f.Day != "" && err != nil {
		return &callError{fmt.Sprintf("--day: “%s” is no day", f.Day), "Write it as 2021-05-07; nothing was imported."}
	}
	return nil
}

// readHistory understands a list of past contests and gives what is to be done.
func (c *importCommand) readHistory(ctx context.Context, t *terminal, sources []intake.Source) (put func(*night.Night) error, err error) {
	if len(sources) > 1 {
		return nil, &callError{"--history takes one file, since the list in it takes the place of the one there", "Put the lists together; nothing was imported."}
	}
	rows, notes, err := intake.ReadHistory(ctx, sources[0])
	if err != nil {
		return nil, err
	}
	for _, note := range notes {
		t.note("%s", note)
	}
	return func(n *night.Night) error { return c.putHistory(t, n, rows) }, nil
}

func (c *importCommand) putHistory(t *terminal, n *night.Night, rows []election.Past) error {
	was, err := n.PastContests()
	if err != nil {
		return err
	}
	now := was
	now.Rows = rows
	for to, given := range map[*string]string{&now.Title: c.Title, &now.Scope: c.Scope} {
		if given != "" {
			*to = given
		}
	}
	if c.Day != "" {
		now.AsOf = election.Date(c.Day)
	}
	if err := n.SetHistory("", c.reason(), now); err != nil {
		return err
	}
	if now, err = n.PastContests(); err != nil {
		return err
	}
	switch {
	case len(was.Rows) == 0:
		t.say("Added  %s", describedPast(now))
	case !reflect.DeepEqual(was, now):
		t.say("Updated  %s", describedPast(now))
		t.details(pastChanges(was, now))
	default:
		t.say("Nothing to change: the night has all of it already.")
	}
	if now.Scope == "" || now.AsOf == "" {
		t.note("a chart of past contests prints what they cover and as of which day: give --scope and --day.")
	}
	return nil
}

// describedPast is a history in one line.
func describedPast(h election.History) string {
	return fmt.Sprintf("%s, %s to %s", election.Several(len(h.Rows), "past contest", "past contests"),
		h.Rows[0].Date, h.Rows[len(h.Rows)-1].Date)
}

// pastChanges is what an import did to a history, contest by contest.
func pastChanges(was, now election.History) changes {
	var c changes
	c.texts("title", was.Title, now.Title)
	c.texts("scope", was.Scope, now.Scope)
	c.texts("as of", string(was.AsOf), string(now.AsOf))
	type key struct {
		name  string
		date  election.Date
		party string
	}
	of := func(p election.Past) key { return key{p.Name, p.Date, p.Party.Label()} }
	old := map[key]election.Past{}
	for _, p := range was.Rows {
		old[of(p)] = p
	}
	for _, p := range now.Rows {
		before, there := old[of(p)]
		delete(old, of(p))
		if !there {
			c.add("%s, %s added: %s %s", p.Name, p.Date.Long(), p.Party.Label(), p.Points.Signed(2))
			continue
		}
		what := p.Name + ", " + p.Date.Long() + ": "
		c.texts(what+"points", before.Points.Signed(2), p.Points.Signed(2))
		c.texts(what+"gain", yesNo(before.Gain), yesNo(p.Gain))
		c.texts(what+"named", yesNo(before.Named), yesNo(p.Named))
		c.texts(what+"source", before.Source, p.Source)
	}
	for _, p := range was.Rows {
		if _, gone := old[of(p)]; gone {
			c.add("%s, %s taken out", p.Name, p.Date.Long())
		}
	}
	return c
}
