package ui

import (
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
	"strconv"
	"strings"
	"time"
)

// chooseCouncil asks which council to edit, or makes a new one.
func (w *Window) chooseCouncil() {
	var choices []kit.Choice
	for _, r := range w.Night.Results.Councils {
		choices = append(choices, kit.Choice{Words: r.Council.Name, Aside: model.CouncilOutcome(r.CouncilResult), Do: func() { w.editCouncil(r.Council) }})
	}
	choices = append(choices, kit.Choice{Words: "A new council…", Aside: "its wards are the contests of its group", Do: func() { w.editCouncil(w.newCouncil()) }})
	w.Choose("Which council?", choices)
}

// newCouncil begins a council with what the night tells already: the name of
// a group that has none, and its polling day.
func (w *Window) newCouncil() election.Council {
	c := election.Council{Baselines: []election.CouncilBaseline{{Name: "as last fought"}, {Name: "eve of poll"}}}
	rs := w.Night.Results
	for _, g := range rs.Groups {
		if _, taken := rs.CouncilOf(g); taken {
			continue
		}
		of := inGroup(rs.All, g)
		if first := of[0].Contest(); first.Kind == election.Local {
			c.Name, c.Date = g, first.Date
			return c
		}
	}
	return c
}

// A councilSheet is the fields that a council is edited in. Baselines after
// the second are kept as they are.
type councilSheet struct {
	book      *partyBook
	council   election.Council
	name, day *shell.Field
	seats     *shell.Field
	notUp     *shell.Field
	baselines [2]baselineFields
}

// baselineFields are those of one baseline; its name and day share a line.
type baselineFields struct{ name, holdings *shell.Field }

// editCouncil asks for everything that is known of a council.
func (w *Window) editCouncil(c election.Council) {
	if w.Night.ReadOnly != "" {
		return
	}
	s := newCouncilSheet(c, newPartyBook(w.Night.Contests, append([]election.Council{c}, w.Night.Councils...)))
	title, accept := "Council", "Save"
	if c.ID == "" {
		title, accept = "A new council", "Add it"
	}
	w.Sheet(title, "Its wards are the contests whose group is its name. Seats are typed one party a line, by short name, name or id: Con 20. Seats that are nobody’s: vacant 1.",
		s.fields(), accept, func() string {
			c, wrong := s.read()
			if wrong != "" {
				return wrong
			}
			author := w.Night.Author
			w.Night.Act(func(n *night.Night) error {
				_, err := n.PutCouncil(author, "", c)
				return err
			}, nil)
			return ""
		})
}

func newCouncilSheet(c election.Council, book *partyBook) *councilSheet {
	seats := ""
	if c.Seats > 0 {
		seats = strconv.Itoa(c.Seats)
	}
	s := &councilSheet{book: book, council: c,
		name:  shell.NewField("Name, as its wards’ group has it", c.Name, "Harlow"),
		day:   shell.NewField("Polling day", string(c.Date), "2021-05-06"),
		seats: shell.NewField("Seats, all of them", seats, "33"),
		notUp: shell.NewLongField("Seats that are not up", book.write(c.NotUp, c.Vacant), "Con 12\nLab 7\nvacant 1", 6),
	}
	for i, words := range []string{"First baseline: its name and day", "Second baseline: its name and day"} {
		var b election.CouncilBaseline
		if i < len(c.Baselines) {
			b = c.Baselines[i]
		}
		name := b.Name
		if b.Date != "" {
			name += ", " + string(b.Date)
		}
		f := baselineFields{
			name:     shell.NewField(words, name, "as last fought, 2019-05-02"),
			holdings: shell.NewLongField("Seats by party then", book.write(b.Holdings, b.Vacant), "Lab 20\nCon 13", 5),
		}
		f.name.Second, f.holdings.Second = true, true
		s.baselines[i] = f
	}
	return s
}

func (s *councilSheet) fields() []*shell.Field {
	fields := []*shell.Field{s.name, s.day, s.seats, s.notUp}
	for _, b := range s.baselines {
		fields = append(fields, b.name, b.holdings)
	}
	return fields
}

// read gives the council as it is typed, or says what is wrong and what to do.
func (s *councilSheet) read() (c election.Council, wrong string) {
	c = s.council
	c.Name = s.name.Text()
	if c.Name == "" {
		return c, "Give the council its name."
	}
	var err error
	if c.Seats, err = strconv.Atoi(s.seats.Text()); err != nil || c.Seats < 1 {
		return c, "Say how many seats the council has, as a whole number."
	}
	if c.Date, wrong = dayTyped("Polling day", s.day.Text()); wrong != "" {
		return c, wrong
	}
	if c.NotUp, c.Vacant, err = s.book.read(s.notUp.Entry.Text); err != nil {
		return c, "Seats that are not up, " + err.Error() + "."
	}
	later := s.council.Baselines[min(len(s.council.Baselines), len(s.baselines)):]
	c.Baselines = nil
	for i, f := range s.baselines {
		b, wrong := s.baseline(i, f)
		if wrong != "" {
			return c, wrong
		}
		if len(b.Holdings) > 0 || b.Vacant > 0 {
			c.Baselines = append(c.Baselines, b)
		}
	}
	c.Baselines = append(c.Baselines, later...)
	return c, ""
}

// baseline reads the fields of one baseline; one without seats is none.
func (s *councilSheet) baseline(i int, f baselineFields) (b election.CouncilBaseline, wrong string) {
	which := []string{"first", "second"}[i] + " baseline"
	var err error
	if b.Holdings, b.Vacant, err = s.book.read(f.holdings.Entry.Text); err != nil {
		return b, "Seats of the " + which + ", " + err.Error() + "."
	}
	b.Name = f.name.Text()
	if at := strings.LastIndexByte(b.Name, ','); at >= 0 && strings.ContainsAny(b.Name[at:], "0123456789") {
		day := strings.TrimSpace(b.Name[at+1:])
		if b.Date, wrong = dayTyped("The day of the "+which, day); wrong != "" {
			return b, wrong
		}
		b.Name = strings.TrimSpace(b.Name[:at])
	}
	if b.Name == "" && len(b.Holdings) > 0 {
		return b, "Name the " + which + ": every change that is drawn from it says so."
	}
	return b, ""
}

// dayTyped reads a day as it is typed, which may be none.
func dayTyped(what, typed string) (election.Date, string) {
	if typed == "" {
		return "", ""
	}
	for _, form := range []string{time.DateOnly, "2 January 2006", "2 Jan 2006", "2/1/2006"} {
		if day, err := time.Parse(form, typed); err == nil {
			return election.Date(day.Format(time.DateOnly)), ""
		}
	}
	return "", what + " “" + typed + "” is no day; write it as 2021-05-06."
}
