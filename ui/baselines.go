package ui

import (
	"encoding/csv"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"slices"
	"strconv"
	"strings"
)

// chooseBaselines lists the earlier results that the contest at hand is
// compared with, the primary one first.
func (w *Window) chooseBaselines() {
	c, ok := w.ContestAtHand()
	if !ok {
		w.Say("There is no contest yet: import one first (Ctrl+I).")
		return
	}
	choices := []kit.Choice{{Words: "Type in an earlier result…", Do: func() { w.askBaseline(c, len(c.Baselines)) }}}
	for i, b := range c.Baselines {
		aside := "further baseline"
		if i == 0 {
			aside = "the primary baseline"
		}
		if b.Notional {
			aside += ", notional"
		}
		choices = append(choices, kit.Choice{Words: b.Name, Aside: aside, Do: func() { w.changeBaseline(c, i) }})
	}
	w.Choose("What "+c.Name+" is compared with", choices)
}

// changeBaseline asks what to do with one of a contest's baselines.
func (w *Window) changeBaseline(c election.Contest, i int) {
	choices := []kit.Choice{{Words: "Edit it…", Aside: "name, day, notional or not, votes", Do: func() { w.askBaseline(c, i) }}}
	if i > 0 {
		choices = append(choices, kit.Choice{Words: "Make it the primary one", Aside: "changes and swing are on it", Do: func() {
			all := slices.Clone(c.Baselines)
			all = slices.Insert(slices.Delete(all, i, i+1), 0, c.Baselines[i])
			w.setBaselines(c, all)
		}})
	}
	choices = append(choices, kit.Choice{Words: "Take it away", Aside: "nothing is compared with it any more", Do: func() {
		w.setBaselines(c, slices.Delete(slices.Clone(c.Baselines), i, i+1))
	}})
	w.Choose(c.Baselines[i].Name, choices)
}

func (w *Window) setBaselines(c election.Contest, baselines []election.Baseline) {
	author := w.Night.Author
	w.Night.Act(func(n *night.Night) error { return n.SetBaselines(author, c.ID, baselines) }, nil)
}

// askBaseline asks for one earlier result of a contest: the one at that place,
// or a new one after the last.
func (w *Window) askBaseline(c election.Contest, at int) {
	b := election.Baseline{Seats: max(1, c.Seats)}
	if at < len(c.Baselines) {
		b = c.Baselines[at]
	}
	name := shell.NewField("Name, as every figure drawn from it is told", b.Name, "2019 general election")
	day := shell.NewField("Polling day", string(b.Date), "2019-12-12")
	notional := shell.NewField("Notional, recalculated for new boundaries: yes or no", yesNo(b.Notional), "no")
	seats := shell.NewField("Seats filled then", strconv.Itoa(max(1, b.Seats)), "1")
	electorate := shell.NewField("Electorate then", model.Digits(b.Electorate), "may stay empty")
	verified := shell.NewField("Ballot papers then", model.Digits(b.Verified), "may stay empty")
	rejected := shell.NewField("Rejected papers then", model.Digits(b.Rejected), "may stay empty")
	list := shell.NewLongField("Who stood, one a line: name, party, votes", candidateLines(b.Candidates), "Mike Hill, Labour, 15464", 8)
	w.Sheet("An earlier result of "+c.Name, "", []*shell.Field{name, day, notional, seats, electorate, verified, rejected, list}, "Save", func() string {
		b.Name = name.Text()
		if b.Name == "" {
			return "Give it a name that says which result it is."
		}
		var wrong string
		if b.Date, wrong = dayTyped("Polling day", day.Text()); wrong != "" {
			return wrong
		}
		switch strings.ToLower(notional.Text()) {
		case "yes":
			b.Notional = true
		case "no", "":
			b.Notional = false
		default:
			return "Notional is yes or no."
		}
		var err error
		if b.Seats, err = strconv.Atoi(seats.Text()); err != nil || b.Seats < 1 {
			return "The number of seats is a whole number, 1 or more."
		}
		for _, f := range []struct {
			from *shell.Field
			to   *election.Count
		}{{electorate, &b.Electorate}, {verified, &b.Verified}, {rejected, &b.Rejected}} {
			if *f.to, err = election.ParseCount(f.from.Text()); err != nil {
				return model.Sentence(err)
			}
		}
		if b.Candidates, err = readCandidates(list.Text(), c.Name, b); err != nil {
			return model.Sentence(err)
		}
		all := slices.Clone(c.Baselines)
		if at < len(all) {
			all[at] = b
		} else {
			all = append(all, b)
		}
		w.setBaselines(c, all)
		return ""
	})
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// candidateLines are candidates as readCandidates reads them.
func candidateLines(ks []election.Candidate) string {
	var b strings.Builder
	lines := csv.NewWriter(&b)
	for _, k := range ks {
		party := k.Party.Name
		if party == "" {
			party = k.Party.Label()
		}
		_ = lines.Write([]string{k.Name(), party, model.Digits(k.Votes)}) // a strings.Builder takes all
	}
	lines.Flush()
	return b.String()
}

// readCandidates reads who stood in an earlier result; those who were in it
// keep their ids.
func readCandidates(typed, contest string, was election.Baseline) ([]election.Candidate, error) {
	if strings.TrimSpace(typed) == "" {
		return nil, nil
	}
	found, err := intake.Read(given([]source{{"the list", []byte(typed)}}, contest, was.Date), intake.Results)
	if err != nil || len(found.Contests) == 0 {
		return nil, err
	}
	ks := found.Contests[0].Candidates
	for i := range ks {
		for _, k := range was.Candidates {
			if ks[i].SamePerson(k) {
				ks[i].ID, ks[i].Person = k.ID, k.Person
				if ks[i].Party.Name == k.Party.Name {
					ks[i].Party = k.Party
				}
			}
		}
	}
	return ks, nil
}
