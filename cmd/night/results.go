package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

type resultsCommand struct {
	File    string `arg:"" help:"The night."`
	Contest string `placeholder:"NAME" help:"Only this contest, by name, code or id."`
	asOf    `embed:""`
	JSON    bool `help:"Print JSON; unknown figures are null."`
}

// Run prints the results as tables or as JSON.
func (c *resultsCommand) Run(t *terminal) error {
	return t.view(c.File, func(n *night.Night) error {
		e, zone, err := c.edition(n)
		if err != nil {
			return err
		}
		contests, err := chosen(e.Contests, c.Contest)
		if err != nil {
			return err
		}
		if c.JSON {
			return printJSON(t, resultsJSON(contests))
		}
		if len(contests) == 0 {
			t.say("No contests yet. Import some with “night import %s SOURCE”.", c.File)
		}
		for i, contest := range contests {
			if i > 0 {
				t.line("")
			}
			printResult(t, contest, zone)
		}
		return nil
	})
}

// printJSON prints v as indented JSON.
func printJSON(t *terminal, v any) error {
	e := json.NewEncoder(t.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// printResult prints one contest for people.
func printResult(t *terminal, c election.Contest, zone *time.Location) {
	r := election.Compute(c)
	state := standing(c)
	if c.State.IsDeclared() && c.Declared != 0 {
		state += fmt.Sprintf(" (declaration at %s on %s)", blog.ClockTime(c.Declared, zone), blog.DayYear(c.Declared, zone))
	}
	t.say("%s: %s", c.Name, state)
	if !c.IsPublic(election.Votes) && r.Missing < len(c.Candidates) {
		t.line("Not public: these figures are under embargo until the declaration.")
	}
	t.line("")
	for _, line := range candidateColumns(r).lines() {
		t.line("  " + line)
	}
	if figures := figureColumns(r); len(figures.rows) > 0 {
		t.line("")
		for _, line := range figures.lines() {
			t.line("  " + line)
		}
	}
	if !c.State.IsDeclared() && len(c.Candidates) > 0 {
		t.line("  " + election.Balance(c))
	}
	if note := r.PercentNote(); note != "" {
		t.line("  " + note)
	}
	for _, check := range election.Checks(c) {
		if check.Open() && check.Code != election.VotesMissing {
			t.say("  %s: %s", check.Level, check.Text)
		}
	}
}

func candidateColumns(r election.Result) *columns {
	compared := r.Primary() != nil
	table := &columns{head: []string{"Candidate", "Party", ">Votes", ">Share", ">Change", ""}}
	if !compared {
		table.head[4] = ""
	}
	for _, row := range r.Rows {
		share, change := "–", ""
		if row.Share.Known() {
			share = row.Share.Percent(1)
		}
		switch was := row.Change(); {
		case was.New:
			change = "new"
		case was.Points.Known():
			change = was.Points.Signed(1)
		}
		table.add(row.Candidate.Name(), row.Candidate.Party.Label(), row.Candidate.Votes.String(), share, change, fate(row))
	}
	return table
}

// fate says what became of a candidate.
func fate(row election.Row) string {
	switch {
	case row.Elected:
		return "elected"
	case row.DepositLost != nil && *row.DepositLost:
		return "lost deposit"
	}
	return ""
}

// figureColumns are the figures of a contest that are known.
func figureColumns(r election.Result) *columns {
	c := r.Contest
	f := &columns{head: []string{"", ""}}
	known := func(name, figure string, any ...bool) {
		if slices.Contains(any, true) {
			f.add(name, figure)
		}
	}
	outcome := r.Outcome().String()
	known("Outcome", outcome, outcome != "")
	known("Majority", majorityWords(r), r.Majority.Known())
	if r.Primary() != nil {
		known("Swing", swingWords(r.Primary().Swing), r.Valid.Known())
	}
	known("Turnout", percentWords(r.TurnoutValid, 1)+" by valid votes, "+percentWords(r.TurnoutPapers, 2)+" by ballot papers",
		r.TurnoutValid.Known(), r.TurnoutPapers.Known())
	known("Valid votes", r.Valid.String(), r.Valid.Known())
	known("Rejected papers", c.Rejected.String(), c.Rejected.Known())
	known("Papers counted", r.Papers.String()+", verified "+c.Verified.String(), r.Papers.Known(), c.Verified.Known())
	known("Electorate", c.Electorate.String(), c.Electorate.Known())
	known("Deposits", fmt.Sprintf("%d lost; the line is %s votes", r.DepositsLost.Or(0), r.DepositLine()), r.DepositsLost.Known())
	for i, b := range r.Comparisons {
		if i == 0 {
			f.add("Compared with", b.Baseline.Name)
			continue
		}
		f.add("And with", fmt.Sprintf("%s: %s, swing %s", b.Baseline.Name, b.Outcome, swingWords(b.Swing)))
	}
	return f
}

func majorityWords(r election.Result) string {
	if !r.MajorityShare.Known() {
		return r.Majority.String()
	}
	return fmt.Sprintf("%s (%s%% of the valid votes)", r.Majority, r.MajorityShare.Percent(1))
}

// percentWords is a percentage with its sign, "–" where it is unknown.
func percentWords(f election.Fraction, decimals int) string {
	if !f.Known() {
		return "–"
	}
	return f.Percent(decimals) + "%"
}

func swingWords(s *election.Swing) string {
	if s == nil || !s.Butler.Known() {
		return "n/a"
	}
	return fmt.Sprintf("%s from %s to %s (Butler); %s on the two parties' votes (Steed)",
		s.Butler.Percent(1), s.From.Label(), s.To.Label(), s.Steed.Percent(2))
}
