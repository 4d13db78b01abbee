package main

import (
	"fmt"
	"reflect"
	"strings"

	"nightdesk/data/election"
)

// changes gathers what is different of a thing, a line each: "electorate from
// 70,768 to 70,786".
type changes []string

func (c *changes) add(format string, args ...any) { *c = append(*c, fmt.Sprintf(format, args...)) }

// texts tells a text that changed.
func (c *changes) texts(what, was, now string) {
	if was != now {
		c.add("%s from %s to %s", what, quoted(was), quoted(now))
	}
}

func quoted(s string) string {
	if s == "" {
		return "nothing"
	}
	return "“" + s + "”"
}

// numbers tells a number that changed; one that was unknown is a dash.
func (c *changes) numbers(what string, was, now election.Count) {
	if was != now {
		c.add("%s from %s to %s", what, was, now)
	}
}

// contestChanges is what an import did to a contest.
func contestChanges(was, now election.Contest) changes {
	var c changes
	c.texts("name", was.Name, now.Name)
	c.texts("code", was.Code, now.Code)
	c.texts("polling day", string(was.Date), string(now.Date))
	c.texts("kind", string(was.Kind), string(now.Kind))
	c.texts("group", was.Group, now.Group)
	c.texts("share method", string(was.Method), string(now.Method))
	c.numbers("seats", election.Of(was.Seats), election.Of(now.Seats))
	if standing(was) != standing(now) {
		c.add("state from %s to %s", standing(was), standing(now))
	}
	c.numbers("electorate", was.Electorate, now.Electorate)
	c.numbers("papers verified", was.Verified, now.Verified)
	c.numbers("rejected papers", was.Rejected, now.Rejected)
	c.numbers("without an official mark", was.Headings.NoMark, now.Headings.NoMark)
	c.numbers("with too many votes", was.Headings.TooMany, now.Headings.TooMany)
	c.numbers("identifying the voter", was.Headings.Identity, now.Headings.Identity)
	c.numbers("void for uncertainty", was.Headings.Uncertain, now.Headings.Uncertain)
	c.texts("turnout as read out", was.ReadOut.Turnout, now.ReadOut.Turnout)
	c.numbers("majority as read out", was.ReadOut.Majority, now.ReadOut.Majority)
	c.ballot(was.Candidates, now.Candidates)
	c.baselines(was.Baselines, now.Baselines)
	if !reflect.DeepEqual(was.Lot, now.Lot) {
		c.add("drawn by lot: %s", lotNames(now))
	}
	return c
}

// ballot tells what changed among candidates. Votes that come where there were
// none at all are told in one line.
func (c *changes) ballot(was, now []election.Candidate) {
	there := map[string]election.Candidate{}
	for _, k := range was {
		there[k.ID] = k
	}
	var first int // votes known for the first time
	var rest changes
	for _, k := range now {
		old, known := there[k.ID]
		if !known {
			rest.add("candidate %s (%s) added%s", k.Name(), k.Party.Label(), votesOf(k))
			continue
		}
		rest.texts("name", old.Name(), k.Name())
		if old.Party != k.Party {
			rest.add("party of %s from %s to %s", k.Name(), partyWords(old.Party), partyWords(k.Party))
		}
		rest.texts("description of "+k.Name(), old.Description, k.Description)
		rest.texts("person of "+k.Name(), old.Person, k.Person)
		switch {
		case old.Votes == k.Votes:
		case !old.Votes.Known():
			first++
		default:
			rest.numbers("votes of "+k.Name(), old.Votes, k.Votes)
		}
	}
	if first > 0 {
		c.add("votes of %s that had none", election.Several(first, "candidate", "candidates"))
	}
	*c = append(*c, rest...)
}

func votesOf(k election.Candidate) string {
	if !k.Votes.Known() {
		return ""
	}
	return ", " + election.Several(k.Votes.Or(0), "vote", "votes")
}

// partyWords is a party with its id, which is what parties match by.
func partyWords(p election.Party) string {
	if p.ID == "" || strings.HasPrefix(p.ID, "x:") { // made up by the desk
		return p.Label()
	}
	return p.Label() + " " + p.ID
}

// baselines tells what is different in those that were there. Which are new
// stands on the contest's own line.
func (c *changes) baselines(was, now []election.Baseline) {
	for i, b := range now[:min(len(was), len(now))] {
		for _, line := range contestChanges(contestOf(was[i]), contestOf(b)) {
			c.add("%s: %s", b.Name, line)
		}
		if was[i].Notional != b.Notional {
			c.add("%s: notional from %s to %s", b.Name, yesNo(was[i].Notional), yesNo(b.Notional))
		}
	}
}

// contestOf is a baseline as a contest, so that the one is compared as the
// other.
func contestOf(b election.Baseline) election.Contest {
	return election.Contest{
		Name: b.Name, Date: b.Date, Seats: b.Seats, Electorate: b.Electorate, Verified: b.Verified, Rejected: b.Rejected,
		Candidates: b.Candidates,
	}
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

func lotNames(c election.Contest) string {
	var names []string
	for _, id := range c.Lot {
		k, _ := c.Candidate(id)
		names = append(names, k.Name())
	}
	return election.And(names)
}

// councilChanges is what an import did to a council.
func councilChanges(was, now election.Council) changes {
	var c changes
	c.texts("name", was.Name, now.Name)
	c.texts("code", was.Code, now.Code)
	c.texts("polling day", string(was.Date), string(now.Date))
	c.numbers("seats", election.Of(was.Seats), election.Of(now.Seats))
	c.numbers("vacant seats not up", election.Of(was.Vacant), election.Of(now.Vacant))
	c.holdings("not up", was.NotUp, now.NotUp)
	for i, b := range now.Baselines[:min(len(was.Baselines), len(now.Baselines))] {
		old := was.Baselines[i]
		c.texts("baseline", old.Name, b.Name)
		c.texts("day of "+b.Name, string(old.Date), string(b.Date))
		c.numbers("vacant seats "+b.Name, election.Of(old.Vacant), election.Of(b.Vacant))
		c.holdings(b.Name, old.Holdings, b.Holdings)
	}
	return c
}

// holdings tells which parties' seats changed under a heading.
func (c *changes) holdings(heading string, was, now []election.Holding) {
	seats := map[election.Party][2]int{}
	var order []election.Party
	for side, holdings := range [][]election.Holding{was, now} {
		for _, h := range holdings {
			both, there := seats[h.Party]
			if !there {
				order = append(order, h.Party)
			}
			both[side] += h.Seats
			seats[h.Party] = both
		}
	}
	for _, p := range order {
		c.numbers(strings.Join([]string{p.Label(), heading}, " "), election.Of(seats[p][0]), election.Of(seats[p][1]))
	}
}
