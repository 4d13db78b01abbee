package ui

import (
	"fmt"
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"
	"strconv"
	"time"
)

// nextState is what follows a state on the line, as far as it is said and not
// declared; "" where the next is a declaration, or where the state stands
// beside the line. A recount is asked for, and so is no state's next.
func nextState(s election.State) election.State {
	line := election.States[:slices.Index(election.States, election.Provisional)+1]
	at := slices.Index(line, s)
	if at < 0 || at == len(line)-1 {
		return ""
	}
	return line[at+1]
}

// moveOn brings the count of the contest at hand to its next state; from
// provisional figures, or from a recount, that is the declaration. Keying
// votes never does so by itself: how far a count has come is public at once,
// and what somebody keys is not.
func (w *Window) moveOn() {
	c, ok := w.openContest()
	if !ok {
		return
	}
	switch next := nextState(c.State); {
	case next != "":
		w.setState(c, next)
	case model.IsPolled(c):
		w.count.declareOrCorrect()
	default:
		w.Say("No votes are cast in " + c.Name + ". Choose another state where that has changed (Ctrl+Shift+S).")
	}
}

// recount says that the votes of the contest at hand are counted again.
func (w *Window) recount() {
	if c, ok := w.openContest(); ok {
		w.setState(c, election.Recounting)
	}
}

// openContest is the contest at hand, where its count is open; else it says
// why it is not.
func (w *Window) openContest() (election.Contest, bool) {
	c, ok := w.Night.Current()
	switch {
	case !ok:
		w.Say("There is no contest yet: import the candidates, or type them in.")
	case c.State.IsDeclared():
		w.Say("The result is declared: correct it (Ctrl+Shift+D), or take the declaration back (Ctrl+Shift+U).")
		ok = false
	}
	return c, ok
}

// chooseState lets the count of the contest at hand be at any state.
func (w *Window) chooseState() {
	c, ok := w.Night.Current()
	if !ok || w.Night.ReadOnly != "" || c.State.IsDeclared() {
		return
	}
	states := append(slices.Clone(election.States[:6]), election.Uncontested, election.Countermanded, election.Postponed)
	asides := map[election.State]string{
		election.Verified:    "papers and turnout become public",
		election.Provisional: "votes stay under embargo",
		election.Recounting:  "number " + strconv.Itoa(c.Recount+1),
		election.Uncontested: "elected unopposed", election.Countermanded: "a candidate died",
	}
	if c.State != election.Recounting {
		asides[c.State] = "now"
	}
	var choices []kit.Choice
	for _, s := range states {
		choices = append(choices, kit.Choice{Words: model.UpperFirst(string(s)), Aside: asides[s], Do: func() { w.setState(c, s) }})
	}
	choices = append(choices, kit.Choice{Words: "Declare…", Aside: "every figure becomes public", Do: w.count.declareOrCorrect})
	w.Choose("State of the count", choices)
}

// setState brings the count to a state. One without a poll is asked about
// first where votes are keyed.
func (w *Window) setState(c election.Contest, s election.State) {
	if model.IsPolled(election.Contest{State: s}) {
		w.putState(c, s)
		return
	}
	if n := len(c.Candidates); s == election.Uncontested && n > c.Seats {
		w.Say(fmt.Sprintf("Not uncontested: %s stand for %s. Take those who withdrew off the ballot paper first (Ctrl+Shift+X in their cell), or put the number of seats right (Ctrl+;).",
			election.Several(n, "candidate", "candidates"), election.Several(c.Seats, "seat", "seats")))
		return
	}
	keyed, _ := keyedOf(w.count.live())
	if keyed == 0 {
		w.putState(c, s)
		return
	}
	words := c.Name + " has the votes of " + election.Several(keyed, "candidate", "candidates") + ". They stay in the night, hidden, and do not become public. " +
		"What becomes public at once is that the contest is " + string(s) + unopposedWords(c, s) + "."
	w.Sheet(model.UpperFirst(string(s))+"?", words, nil, "Set it "+string(s), func() string {
		w.putState(c, s)
		return ""
	})
}

// unopposedWords say who is elected in an uncontested contest.
func unopposedWords(c election.Contest, s election.State) string {
	var names []string
	for _, k := range c.Candidates {
		names = append(names, k.Name())
	}
	if s != election.Uncontested || len(names) == 0 {
		return ""
	}
	verb := " is"
	if len(names) > 1 {
		verb = " are"
	}
	return ", and that " + election.And(names) + verb + " elected unopposed"
}

func (w *Window) putState(c election.Contest, s election.State) {
	w.Act(func(n *night.Night, author string) error { return n.SetState(author, c.ID, s) }, func(err error) {
		if now, ok := w.Night.Current(); err == nil && ok && now.ID == c.ID {
			w.Say(c.Name + ": " + model.StateWords(now.State, now.Recount, now.Revision) + ". Ctrl+U takes it back.")
		}
	})
}

// showCourse shows every state that the count of the contest at hand was in,
// with the time and who said so.
func (w *Window) showCourse() {
	c, ok := w.Night.Current()
	if !ok {
		w.Say("There is no contest yet: import the candidates, or type them in.")
		return
	}
	var course []night.Step
	w.Night.Ask(func(n *night.Night) (err error) {
		course, err = n.Course(c.ID)
		return err
	}, func(err error) {
		if err != nil {
			w.Warn(model.Sentence(err))
			return
		}
		list := w.ViewList(w.courseLines(course), shell.Look{Size: 14, Aside: 13, Height: 34}, len(course)-1)
		w.Whole("Course of the count: "+c.Name, "Every state, when it was said and by whom; the newest is the last.", list, list)
	})
}

// courseLines are one line a step; the day stands where it is another than
// the step's before.
func (w *Window) courseLines(course []night.Step) []shell.Line {
	var lines []shell.Line
	day := ""
	for i, s := range course {
		l := shell.Line{Number: strconv.Itoa(i + 1), Words: model.UpperFirst(model.StateWords(s.State, s.Recount, s.Revision)),
			Aside: w.Night.AuthorName(s.Author), Figure: blog.Clock(s.When, w.Night.Zone), Known: true}
		if d := time.UnixMilli(s.When).In(w.Night.Zone).Format("2 Jan 2006"); d != day {
			day = d
			l.Figure = d + ", " + l.Figure
		}
		lines = append(lines, l)
	}
	return lines
}
