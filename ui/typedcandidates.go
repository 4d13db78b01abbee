package ui

import (
	"strconv"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// typeCandidates asks for a contest and its candidates, one a line. Where the
// contest at hand has none yet they are taken to be its own; else the contest
// is a new one, of the same day and kind.
func (w *Window) typeCandidates() {
	if w.Night.ReadOnly != "" {
		return
	}
	w.AsWriter(func() {
		of := election.Contest{Kind: election.Parliamentary, Seats: 1}
		if at, ok := w.Night.Current(); ok {
			of.Date, of.Kind = at.Date, at.Kind
			if len(at.Candidates) == 0 {
				of = at
			}
		}
		w.askCandidates(of)
	})
}

func (w *Window) askCandidates(of election.Contest) {
	contest := shell.NewField("Contest", of.Name, "Hartlepool")
	day := shell.NewField("Polling day", string(of.Date), "2021-05-06")
	kinds := shell.NewField("Kind: parliamentary (with deposits) or local", string(of.Kind), string(election.Parliamentary))
	seats := shell.NewField("Seats to fill", strconv.Itoa(max(1, of.Seats)), "1")
	people := shell.NewField("Electorate", model.Digits(of.Electorate), "may stay empty")
	list := shell.NewLongField("Candidates, one a line: name, party", "", "Jill Mortimer, Conservative\nPaul Williams, Labour", 9)
	w.Sheet("Type in candidates", "They stand in ballot-paper order: by surname.", []*shell.Field{contest, day, kinds, seats, people, list}, "Add", func() string {
		c, wrong := contestTyped(contest.Text(), day.Text(), kinds.Text(), seats.Text(), people.Text())
		if wrong != "" {
			return wrong
		}
		typed := []source{{"the list", []byte(list.Entry.Text)}}
		found, err := intake.Read(given(typed, c.Name, c.Date), intake.CandidatesOnly)
		if err != nil {
			return model.Sentence(err)
		}
		for i := range found.Contests {
			f := &found.Contests[i]
			f.ID, f.Electorate, f.Kind, f.Seats = w.idOfTyped(f.Name, f.Date), c.Electorate, c.Kind, c.Seats
		}
		w.putTyped(found.Contests)
		return ""
	})
	if of.Name != "" {
		w.Focus(list.Entry)
	}
}

// contestTyped reads what is typed of a contest, or says what is wrong.
func contestTyped(name, day, kind, seats, electorate string) (c election.Contest, wrong string) {
	c.Name = name
	if c.Name == "" {
		return c, "Say which contest they stand in."
	}
	if c.Date, wrong = dayTyped("Polling day", day); wrong != "" {
		return c, wrong
	}
	var err error
	if c.Electorate, err = election.ParseCount(electorate); err != nil {
		return c, model.Sentence(err)
	}
	if c.Seats, err = strconv.Atoi(seats); err != nil || c.Seats < 1 {
		return c, "The number of seats is a whole number, 1 or more."
	}
	var ok bool
	if c.Kind, ok = kindTyped(kind); !ok {
		return c, "The kind is “parliamentary” or “local”."
	}
	return c, ""
}

// idOfTyped is the id of the night's contest of that name and day, "" where
// there is none.
func (w *Window) idOfTyped(name string, day election.Date) string {
	found := match.NewContests(w.Night.Contests).Find(election.Contest{Name: name, Date: day})
	if found.Kind != match.Matched {
		return ""
	}
	return w.Night.Contests[found.There].ID
}

// putTyped puts the contests into the night and brings the first to the desk,
// where its votes are keyed next.
func (w *Window) putTyped(contests []election.Contest) {
	w.Act(func(n *night.Night, author string) error {
		return n.PutContests(author, "candidates typed in", contests)
	}, func(err error) {
		if err != nil || len(contests) == 0 {
			return
		}
		c := contests[0]
		w.SetContest(w.idOfTyped(c.Name, c.Date))
		w.GoTo(w.desk)
		w.showHalf(countHalf)
		w.count.focus()
		w.Say(c.Name + " is on the desk with " + election.Several(len(c.Candidates), "candidate", "candidates") + ". Key its votes, or undo this with Ctrl+U.")
	})
}
