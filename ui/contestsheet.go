package ui

import (
	"strconv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
)

// addContest makes a contest by hand.
func (w *Window) addContest() {
	c := election.Contest{Seats: 1}
	if at, ok := w.Night.Current(); ok {
		c.Date, c.Kind, c.Group = at.Date, at.Kind, at.Group
	}
	w.askContest("A new contest", "Its candidates are typed in or imported afterwards (Ctrl+Shift+I).", "Add it", c)
}

// editContest changes what the contest at hand is; its figures stay.
func (w *Window) editContest() {
	if c, ok := w.ContestAtHand(); ok {
		w.askContest("Contest", "What the contest is. Its figures stay as they are.", "Save", c)
	}
}

// methodWords are the methods as they are typed and shown.
var methodWords = []election.Method{election.TopVote, election.AverageVote, election.SumVote}

// askContest asks for everything that says what a contest is.
func (w *Window) askContest(title, words, accept string, c election.Contest) {
	if w.Night.ReadOnly != "" {
		return
	}
	method := c.Method
	if method == "" {
		method = election.TopVote
	}
	name := shell.NewField("Name", c.Name, "Bush Fair ward")
	group := shell.NewField("Group: its council’s name, or a nation", c.Group, "may stay empty")
	day := shell.NewField("Polling day", string(c.Date), "2021-05-06")
	code := shell.NewField("Code: ONS or GSS, or the ballot paper’s id", c.Code, "may stay empty")
	kind := shell.NewField("Kind: parliamentary (with deposits) or local", string(c.Kind), string(election.Parliamentary))
	seats := shell.NewField("Seats to fill", strconv.Itoa(max(1, c.Seats)), "1")
	share := shell.NewField("A party’s share of several seats: top vote, average or sum", string(method), string(election.TopVote))
	w.Sheet(title, words, []*shell.Field{name, group, day, code, kind, seats, share}, accept, func() string {
		c.Name, c.Group, c.Code = name.Text(), group.Text(), code.Text()
		if c.Name == "" {
			return "Give the contest its name."
		}
		var wrong string
		if c.Date, wrong = dayTyped("Polling day", day.Text()); wrong != "" {
			return wrong
		}
		var ok bool
		if c.Kind, ok = kindTyped(kind.Text()); !ok {
			return "The kind is “parliamentary” or “local”."
		}
		var err error
		if c.Seats, err = strconv.Atoi(seats.Text()); err != nil || c.Seats < 1 {
			return "The number of seats is a whole number, 1 or more."
		}
		if c.Method, ok = methodTyped(share.Text()); !ok {
			return "A party’s share is taken by “top vote”, “average” or “sum”."
		}
		w.setContestTo(c)
		return ""
	})
}

// setContestTo puts the contest into the night; a new one comes to the desk.
func (w *Window) setContestTo(c election.Contest) {
	author, added := w.Night.Author, c.ID == ""
	var id string
	w.Night.Act(func(n *night.Night) (err error) {
		id, err = n.SetContest(author, c)
		return err
	}, func(err error) {
		if err == nil && added {
			w.SetContest(id)
			w.Say(c.Name + " is added. Its candidates come next: Ctrl+Shift+I types them in, Ctrl+I imports them.")
			if w.Showing(w.results) {
				w.results.begin()
			}
		}
	})
}

func kindTyped(typed string) (election.Kind, bool) {
	k := election.Kind(strings.ToLower(typed))
	if k == "" {
		k = election.Parliamentary
	}
	return k, k == election.Parliamentary || k == election.Local
}

// methodTyped reads a method; the top vote is the night's empty one.
func methodTyped(typed string) (election.Method, bool) {
	typed = strings.ToLower(typed)
	for _, m := range methodWords {
		if typed == string(m) || typed == "" {
			return m, true
		}
	}
	return "", false
}

// chooseContestOrCouncil lists what can be added and edited of the night's
// contests and councils.
func (w *Window) chooseContestOrCouncil() {
	choices := []kit.Choice{{Words: "Add a contest…", Do: w.addContest}}
	if c, ok := w.ContestAtHand(); ok {
		choices = append(choices,
			kit.Choice{Words: "Edit " + c.Name + "…", Aside: "name, code, day, kind, group, seats", Do: w.editContest},
			kit.Choice{Words: "Baselines of " + c.Name + "…", Aside: "the earlier results that it is compared with", Do: w.chooseBaselines},
			kit.Choice{Words: "Parties that go on under another id…", Aside: "chained by hand, for the whole night", Do: w.editChains})
	}
	choices = append(choices, kit.Choice{Words: "Councils…", Aside: "seats, control, baselines", Do: w.chooseCouncil})
	w.Choose("Contests and councils", choices)
}
