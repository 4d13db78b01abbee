package ui

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
)

// editChains asks which parties go on from others of another id, for the
// whole night: one pair a line. Independents are never chained.
func (w *Window) editChains() {
	var chains []election.Chain
	w.Night.Ask(func(n *night.Night) (err error) {
		chains, err = n.Chains()
		return err
	}, func(err error) {
		if err != nil {
			w.Night.Failed(err)
			return
		}
		w.askChains(chains)
	})
}

func (w *Window) askChains(chains []election.Chain) {
	var b strings.Builder
	for _, c := range chains {
		fmt.Fprintf(&b, "%s = %s\n", w.partyTyped(c.Now), w.partyTyped(c.Then))
	}
	list := shell.NewLongField("One a line: the party now = the party then, by short name, name or id", b.String(), "Heritage = UKIP", 5)
	w.Sheet("Parties that go on under another id", "Their changes and swings are then measured from the party before.", []*shell.Field{list}, "Save", func() string {
		book := newPartyBook(w.Night.Contests, w.Night.Councils)
		for _, c := range w.Night.Contests {
			for _, base := range c.Baselines {
				for _, k := range base.Candidates {
					book.add(k.Party)
				}
			}
		}
		var typed []election.Chain
		for i, line := range strings.Split(strings.TrimSpace(list.Text()), "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			now, then, ok := strings.Cut(line, "=")
			p, known := book.find(now)
			q, knownThen := book.find(then)
			switch {
			case !ok:
				return fmt.Sprintf("Line %d: write the party now, =, and the party then.", i+1)
			case !known || p.ID == "":
				return fmt.Sprintf("Line %d: “%s” is no party of this night.", i+1, strings.TrimSpace(now))
			case !knownThen || q.ID == "":
				return fmt.Sprintf("Line %d: “%s” is no party of this night.", i+1, strings.TrimSpace(then))
			}
			typed = append(typed, election.Chain{Now: p.ID, Then: q.ID})
		}
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.SetChains(author, typed) }, nil)
		return ""
	})
}

// partyTyped is a party as somebody would type it.
func (w *Window) partyTyped(id string) string {
	if p, ok := election.PartyByID(id); ok {
		return p.Label()
	}
	for _, p := range partiesOf(w.Night.Contests, w.Night.Councils) {
		if p.ID == id {
			return p.Label()
		}
	}
	return id
}
