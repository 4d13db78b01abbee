package ui

import (
	"fmt"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"
	"strings"
)

// flagMeanings say what the kinds of flag are.
var flagMeanings = map[election.FlagKind]string{
	election.Rush:     "the winner, without the numbers",
	election.Call:     "the desk’s own word on who has won",
	election.Estimate: "what somebody expects",
}

// chooseFlag lets the desk set or clear a rush, a call or an estimate of the
// contest at hand.
func (w *Window) chooseFlag() {
	c, ok := w.openContest()
	if !ok {
		return
	}
	var choices []kit.Choice
	for _, kind := range election.FlagKinds {
		at := slices.IndexFunc(c.Flags, func(f election.Flag) bool { return f.Kind == kind })
		if at < 0 {
			choices = append(choices, kit.Choice{Words: model.UpperFirst(string(kind)) + "…", Aside: flagMeanings[kind],
				Do: func() { w.chooseNamed(c, election.Flag{Kind: kind}) }})
			continue
		}
		choices = append(choices,
			kit.Choice{Words: "Change the " + string(kind) + "…", Aside: model.FlagWords(w.Night, c, c.Flags[at]), Do: func() { w.chooseNamed(c, c.Flags[at]) }},
			kit.Choice{Words: "Clear the " + string(kind), Do: func() { w.clearFlag(c.ID, kind) }})
	}
	w.Choose("Rush, call or estimate\nNone enters a total. Each has a source, and is public only if you say so.", choices)
}

// chooseNamed asks whom the flag names. The one it names already comes first.
func (w *Window) chooseNamed(c election.Contest, f election.Flag) {
	nobody := kit.Choice{Words: "Nobody by name", Aside: "in words alone", Do: func() {
		f.Candidate = ""
		w.askFlag(c, f)
	}}
	var choices []kit.Choice
	for _, k := range c.Candidates {
		choice := kit.Choice{Words: k.Name(), Aside: k.Party.Label(), Do: func() {
			f.Candidate = k.ID
			w.askFlag(c, f)
		}}
		if k.ID == f.Candidate {
			choices = slices.Insert(choices, 0, choice)
		} else {
			choices = append(choices, choice)
		}
	}
	if f.Candidate == "" && f.Source != "" {
		choices = slices.Insert(choices, 0, nobody)
	} else {
		choices = append(choices, nobody)
	}
	w.Choose("Whom does the "+string(f.Kind)+" name?", choices)
}

// askFlag asks for the words of a flag, who says so, and whether it is public.
func (w *Window) askFlag(c election.Contest, f election.Flag) {
	if w.Night.Author == "" {
		w.AskAuthor(func() { w.askFlag(c, f) })
		return
	}
	title, hint := model.UpperFirst(string(f.Kind)), "Con ahead by about 6,000"
	if k, ok := c.Candidate(f.Candidate); ok {
		title += ": " + k.Name() + ", " + k.Party.Label()
		hint = "may stay empty"
	}
	public := "no"
	if f.Public {
		public = "yes"
	}
	words := shell.NewField("In words", f.Words, hint)
	source := shell.NewField("Who says so", f.Source, "PA, an agent, the desk")
	published := shell.NewField("Published: yes or no", public, "no")
	about := "It never enters a total and never overwrites a result."
	if f.Candidate != "" && c.SeveralSeats() {
		about += fmt.Sprintf(" It names one of %d who are elected; of the other seats it says nothing.", c.Seats)
	}
	w.Sheet(title, about, []*shell.Field{words, source, published}, "Set the "+string(f.Kind), func() string {
		f.Words, f.Source = strings.TrimSpace(words.Entry.Text), strings.TrimSpace(source.Entry.Text)
		answer := strings.ToLower(strings.TrimSpace(published.Entry.Text))
		switch {
		case f.Candidate == "" && f.Words == "":
			w.Focus(words.Entry)
			return "Say it in words: nobody is named."
		case f.Source == "":
			w.Focus(source.Entry)
			return "Say who says so."
		case answer != "yes" && answer != "no":
			w.Focus(published.Entry)
			return "Published is “yes” or “no”."
		}
		f.Public = answer == "yes"
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.SetFlag(author, c.ID, f) }, nil)
		return ""
	})
}

func (w *Window) clearFlag(contest string, kind election.FlagKind) {
	w.Act(func(n *night.Night, author string) error { return n.ClearFlag(author, contest, kind) }, nil)
}
