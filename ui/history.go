package ui

import (
	"context"
	"encoding/csv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// historyHead heads the lines that past contests are typed as.
var historyHead = []string{"date", "name", "party", "points", "gain", "named", "source"}

// editHistory asks for the past contests that a chart compares tonight with.
func (w *Window) editHistory() { w.askHistory(w.Night.History) }

// askHistory shows past contests to be typed, or pasted from a file, one a
// line.
func (w *Window) askHistory(h election.History) {
	if h.Title == "" {
		h.Title = "By-elections: change in the governing party’s share"
	}
	title := shell.NewField("Title of the chart", h.Title, "")
	scope := shell.NewField("What the list covers", h.Scope, "all by-elections since 2010")
	asOf := shell.NewField("As of", string(h.AsOf), "2021-05-07")
	rows := shell.NewLongField("One a line: "+strings.Join(historyHead, ", "), historyText(h), "2021-05-06, Hartlepool, Con, 22.96, yes, yes, House of Commons Library", 12)
	w.Sheet("Past contests", "Gain and named are yes or no; a name with a comma stands in quotation marks.",
		[]*shell.Field{title, scope, asOf, rows}, "Save", func() string {
			trimmed := func(f *shell.Field) string { return strings.TrimSpace(f.Entry.Text) }
			h := election.History{Title: trimmed(title), Scope: trimmed(scope), AsOf: election.Date(trimmed(asOf))}
			if lines := trimmed(rows); lines != "" {
				if !strings.HasPrefix(strings.ToLower(lines), historyHead[0]) {
					lines = strings.Join(historyHead, ",") + "\n" + lines
				}
				past, notes, err := intake.ReadHistory(context.Background(), intake.Source{Name: "the list", Data: strings.NewReader(lines)})
				switch {
				case err != nil:
					return model.Sentence(err)
				case len(notes) > 0: // what a file may leave out is a slip in what is typed
					return notes[0]
				}
				for _, p := range past {
					if p.Source == "" {
						return p.Name + " has no source: say last on its line where the figure is from."
					}
				}
				h.Rows = past
			}
			author := w.Night.Author
			w.Night.Act(func(n *night.Night) error { return n.SetHistory(author, "typed in", h) }, nil)
			return ""
		})
}

// takeHistory offers past contests that were read from a file, to be looked
// over with the title, the scope and the day that a chart prints.
func (w *Window) takeHistory(past []election.Past) {
	h := w.Night.History
	h.Rows = past
	w.askHistory(h)
	w.Say("The file holds " + election.Several(len(past), "past contest", "past contests") + ". Say what the list covers, and Save keeps it.")
}

// historyText is a history as the lines that ReadHistory reads.
func historyText(h election.History) string {
	if len(h.Rows) == 0 {
		return ""
	}
	var b strings.Builder
	c := csv.NewWriter(&b)
	yes := map[bool]string{true: "yes", false: "no"}
	records := [][]string{historyHead}
	for _, p := range h.Rows {
		party := p.Party.ID
		if party == "" {
			party = p.Party.Label()
		}
		records = append(records, []string{string(p.Date), p.Name, party, p.Points.Percent(2), yes[p.Gain], yes[p.Named], p.Source})
	}
	_ = c.WriteAll(records) // a strings.Builder takes all
	return b.String()
}
