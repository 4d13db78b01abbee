package main

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// pastFlags are what a list of past contests cannot say of itself, and what is
// printed with every chart of it. What is not given stays as the night has it.
type pastFlags struct {
	Title string `placeholder:"TEXT" help:"Of past contests: what the list shows, “By-elections: change in the governing party’s share”."`
	Scope string `placeholder:"TEXT" help:"Of past contests: what the list covers, “all since 2010”."`
	Day   string `placeholder:"DATE" help:"The polling day, 2021-05-06, where the files do not say it. Of past contests: the day on which the list was true; later ones are left out."`
}

// check refuses a day that is none.
func (f pastFlags) check() error {
	if _, err := time.Parse(time.DateOnly, f.Day); f.Day != "" && err != nil {
		return &callError{fmt.Sprintf("--day: “%s” is no day", f.Day), "Write it as 2021-05-07; nothing was imported."}
	}
	return nil
}

// tellPast takes --history as given where the files are told to hold past
// contests, and refuses flags that would be passed over where they do not.
func (c *importCommand) tellPast(sources []intake.Source) error {
	if !c.Baseline && !c.Candidates {
		for i, s := range sources {
			whole, is := intake.PastContests(s)
			sources[i], c.History = whole, c.History || is
		}
	}
	if !c.History && c.Title+c.Scope != "" {
		return &callError{"--title, --scope and --day are about past contests, and this is no list of them", "Leave them out; nothing was imported."}
	}
	return nil
}

// readHistory understands a list of past contests and gives what is to be done.
func (c *importCommand) readHistory(ctx context.Context, t *terminal, sources []intake.Source) (put func(*night.Night) error, err error) {
	if len(sources) > 1 {
		return nil, &callError{"past contests come from one file, since the list in it takes the place of the one there",
			"Put the lists together, or import this one by itself; nothing was imported."}
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
	for to, given := range map[*string]string{&now.Title: c.Title, &now.Scope: c.Scope} {
		if given != "" {
			*to = given
		}
	}
	if c.Day != "" {
		now.AsOf = election.Date(c.Day)
	}
	if now.Rows, err = c.upTo(t, now.AsOf, rows); err != nil {
		return err
	}
	author, err := c.author(n)
	if err != nil {
		return err
	}
	if err := n.SetHistory(author, c.reason(), now); err != nil {
		return err
	}
	if now, err = n.PastContests(); err != nil {
		return err
	}
	switch {
	case len(was.Rows) == 0:
		t.say("Added  %s", describedPast(now))
		t.details(namedPast(now))
	case !reflect.DeepEqual(was, now):
		t.say("Updated  %s", describedPast(now))
		t.details(pastChanges(was, now))
	default:
		t.say("Nothing to change: the night has all of it already.")
	}
	if unstated := unstatedOf(now); unstated != "" {
		t.note("%s", unstated)
	}
	return nil
}

// upTo leaves out the rows, oldest first, that are later than the day of the
// list: they cannot have been known on it.
func (c *importCommand) upTo(t *terminal, day election.Date, rows []election.Past) ([]election.Past, error) {
	end := len(rows)
	for day != "" && end > 0 && rows[end-1].Date > day {
		end--
	}
	switch late := len(rows) - end; {
	case late == 0:
	case end == 0:
		return nil, &callError{fmt.Sprintf("every past contest in %s is later than %s, the day of the list", filepath.Base(c.Source[0]), day.Long()),
			"Give a later --day; nothing was imported."}
	case late == 1:
		t.note("1 past contest is later than %s, the day of the list, and is left out; a later --day takes it in.", day.Long())
	default:
		t.note("%d past contests are later than %s, the day of the list, and are left out; a later --day takes them in.", late, day.Long())
	}
	return rows[:end], nil
}

// unstatedOf says what a chart prints of a history and nobody has said.
func unstatedOf(h election.History) string {
	switch {
	case h.Scope == "" && h.AsOf == "":
		return "what the list covers is unstated, and as of which day; a chart prints both: give --scope and --day."
	case h.Scope == "":
		return "what the list covers is unstated; a chart prints it: give --scope."
	case h.AsOf == "":
		return "the day on which the list was true is unstated; a chart prints it: give --day."
	}
	return ""
}

// describedPast is a history in one line.
func describedPast(h election.History) string {
	first, last := h.Rows[0].Date, h.Rows[len(h.Rows)-1].Date
	words := election.Several(len(h.Rows), "past contest", "past contests") + ", " + string(first)
	if last != first {
		words += " to " + string(last)
	}
	return words
}

// namedPast says which of them a chart names, in one line or none.
func namedPast(h election.History) []string {
	var names []string
	for _, p := range h.Rows {
		if p.Named {
			names = append(names, p.Name)
		}
	}
	if names == nil {
		return nil
	}
	return []string{"a chart names " + few(names)}
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
