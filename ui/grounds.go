package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"strings"
)

// askGrounds asks for the rejected papers by ground and for the figures that
// the returning officer read out, which the desk's checks hold against its own.
func (w *Window) askGrounds() {
	if !w.mayLook() {
		return
	}
	c, _ := w.Night.Current()
	if c.State.IsDeclared() {
		w.Say("The result is declared: correct it to change a figure (Ctrl+Shift+D).")
		return
	}
	if w.Night.Author == "" {
		w.AskAuthor(w.askGrounds)
		return
	}
	papers := papersOf(c)
	counts := append(groundsOf(&papers.Headings), ground{"Majority as read out", &papers.ReadOut.Majority})
	counts[0].words = "Rejected " + counts[0].words
	var fields []*shell.Field
	for _, k := range counts {
		fields = append(fields, shell.NewField(k.words, model.Digits(*k.of), "may stay empty"))
	}
	turnout := shell.NewField("Turnout as read out, in per cent", papers.ReadOut.Turnout, "42.55, may stay empty")
	fields = append(fields, turnout)
	w.Sheet("Rejected papers and figures read out", "What is not known stays empty. The desk checks these against the figures it has.", fields, "Save", func() string {
		for i, k := range counts {
			n, err := election.ParseCount(fields[i].Entry.Text)
			if err != nil {
				return model.Sentence(err)
			}
			*k.of = n
		}
		papers.ReadOut.Turnout = strings.Trim(turnout.Entry.Text, " %")
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.KeyPapers(author, c.ID, papers) }, nil)
		return ""
	})
}

// ground is one ground for rejecting a ballot paper, and how many it met.
type ground struct {
	words string
	of    *election.Count
}

// groundsOf are the grounds in the order of the officer's statement.
func groundsOf(h *election.Headings) []ground {
	return []ground{
		{"for want of an official mark", &h.NoMark},
		{"for voting for more candidates than allowed", &h.TooMany},
		{"for a mark that identifies the voter", &h.Identity},
		{"unmarked or void for uncertainty", &h.Uncertain},
	}
}
