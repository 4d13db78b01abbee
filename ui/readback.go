package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"strconv"
)

// readBackLines are a contest's names and figures in the order of an officer's
// sheet: the ballot paper, then the papers, then what they come to.
func readBackLines(c election.Contest, r election.Result) []shell.Line {
	elected := map[string]bool{}
	for _, row := range r.Rows {
		elected[row.Candidate.ID] = row.Elected
	}
	var lines []shell.Line
	for i, k := range c.Candidates {
		l := shell.Line{Number: strconv.Itoa(i + 1), Words: k.BallotName(), Aside: k.Party.Label(), Known: true}
		if elected[k.ID] {
			l.Aside += " · elected ✔"
		}
		if model.IsPolled(c) {
			l.Figure, l.Known = countWords(k.Votes)
		}
		lines = append(lines, l)
	}
	if !model.IsPolled(c) {
		return append(lines, shell.Line{Words: election.Balance(c)})
	}
	return append(lines, readBackTotals(c, r)...)
}

// readBackTotals are the lines under the candidates.
func readBackTotals(c election.Contest, r election.Result) []shell.Line {
	var lines []shell.Line
	add := func(words, aside string, n election.Count) {
		figure, known := countWords(n)
		lines = append(lines, shell.Line{Words: words, Aside: aside, Figure: figure, Known: known})
	}
	seats := ""
	if c.SeveralSeats() {
		seats = fmt.Sprintf("for %d seats", c.Seats)
	}
	add(model.UpperFirst(r.ShareOf()), seats, r.Valid)
	add("Rejected papers", "", c.Rejected)
	for _, g := range groundsOf(&c.Headings) {
		if g.of.Known() {
			add("Rejected", g.words, *g.of)
		}
	}
	if c.System().OneVoteAPaper() {
		add("Papers counted", "valid and rejected", r.Papers)
	}
	add("Papers verified", "", c.Verified)
	add("Electorate", "", c.Electorate)
	if r.TurnoutPapers.Known() {
		lines = append(lines, shell.Line{Words: "Turnout", Aside: "by ballot papers", Figure: percentOrDash(r.TurnoutPapers, 2), Known: true})
	}
	add("Majority", majorityWords(c, r), r.Majority)
	return lines
}

// majorityWords say of what and over whom a majority is.
func majorityWords(c election.Contest, r election.Result) string {
	at := max(1, c.Seats)
	if !r.Majority.Known() || len(r.Rows) <= at {
		return ""
	}
	return r.Rows[at-1].Candidate.Name() + " over " + r.Rows[at].Candidate.Name()
}

// countWords is a count as it is read out, and whether it is known.
func countWords(n election.Count) (string, bool) {
	if !n.Known() {
		return "not keyed", false
	}
	return n.String(), true
}

// readBackLook is large enough to be read at arm's length, with a telephone in
// the other hand.
var readBackLook = shell.Look{Size: 22, Aside: 15, Height: 42}

// readBack shows the contest at hand in large type, to be read out over the
// phone or held against the officer's sheet, a line at a time.
func (w *Window) readBack() {
	if !w.mayLook() {
		return
	}
	c := w.count.live()
	lines := readBackLines(c, election.Compute(c))
	list := w.ViewList(lines, readBackLook, 0)
	w.Whole("Read-back: "+c.Name, w.readBackWords(c)+" ↓ and ↑ go line by line.", list, list)
}

// readBackWords say which figures are read back.
func (w *Window) readBackWords(c election.Contest) string {
	n := election.Several(len(c.Candidates), "candidate", "candidates") + " in ballot-paper order"
	if c.SeveralSeats() {
		n += fmt.Sprintf(", %d seats", c.Seats)
	}
	at := w.count.contest
	switch {
	case w.count.correcting:
	case at.State == election.Corrected:
		return fmt.Sprintf("%s, as corrected, revision %d.", n, at.Revision)
	case at.State.IsDeclared():
		return n + ", as declared."
	}
	return n + ", not public."
}
