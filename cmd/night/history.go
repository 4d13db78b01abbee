package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
)

type historyCommand struct {
	File string `arg:"" help:"The night."`
	ID   string `arg:"" optional:"" help:"Only this entry (by id), contest, council or author (by name or id), or “details” or “history”."`
}

// Run lists the acts.
func (c *historyCommand) Run(t *terminal) error {
	return t.view(c.File, func(n *night.Night) error {
		e, err := n.Edition(night.Moment{})
		if err != nil {
			return err
		}
		zone, err := blog.Zone(e.Details.Zone)
		if err != nil {
			return err
		}
		acts, err := n.History(subject(e, c.ID))
		if err != nil {
			return err
		}
		if len(acts) == 0 {
			return &callError{fmt.Sprintf("there is nothing called “%s” in this night", c.ID), "Take an id from “night entries FILE”, or a contest's name."}
		}
		table := &columns{head: []string{">", "Recorded", "Who", "What", "About"}}
		for _, a := range acts {
			table.add(strconv.FormatInt(a.Seq, 10), time.UnixMilli(a.Recorded).In(zone).Format("2006-01-02 15:04:05"),
				whoDid(e, a), string(a.Kind), aboutAct(e, a))
		}
		for _, line := range table.lines() {
			t.line(line)
		}
		return nil
	})
}

// subject is the id of what the call names.
func subject(e blog.Edition, name string) string {
	if c, ok := blog.FindContest(e.Contests, name); ok {
		return c.ID
	}
	if c, ok := blog.FindCouncil(e.Councils, name); ok {
		return c.ID
	}
	for _, a := range e.Authors {
		if name != "" && text.SearchKey(a.Name) == text.SearchKey(name) {
			return a.ID
		}
	}
	return strings.TrimPrefix(name, "e-") // as the page's anchors have it
}

func whoDid(e blog.Edition, a night.Recorded) string {
	if who, ok := e.Author(a.Author); ok {
		return who.Name
	}
	return a.Author
}

// aboutAct names what an act is about, and its reason.
func aboutAct(e blog.Edition, a night.Recorded) string {
	var parts []string
	for _, s := range a.Subjects {
		name := s.ID
		switch s.Kind {
		case "contest":
			if c, ok := blog.FindContest(e.Contests, s.ID); ok {
				name = c.Name
			}
		case "council":
			if c, ok := blog.FindCouncil(e.Councils, s.ID); ok {
				name = c.Name
			}
		case "history":
			name = "of past contests"
		case "author":
			if who, ok := e.Author(s.ID); ok {
				name = who.Name
			}
		case "picture":
			name = cut(s.ID, 13)
		}
		parts = append(parts, strings.TrimSpace(string(s.Kind)+" "+name))
	}
	words := strings.Join(parts, ", ")
	if a.Reason != "" {
		words += ": " + a.Reason
	}
	if a.Source != "" {
		words += " (" + a.Source + ")"
	}
	return words
}
