package main

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/intake"
)

// saidFlags are what a person says of an import where the files do not.
type saidFlags struct {
	Contest    string            `placeholder:"NAME" help:"The contest that a plain list of names, parties and votes is for."`
	Kind       string            `placeholder:"KIND" help:"What the contests are, where the files do not say it: parliamentary or local."`
	Seats      int               `placeholder:"N" help:"How many seats each contest fills, where the files do not say it."`
	Group      string            `placeholder:"NAME" help:"The council or the nation that the contests are counted with, where the files do not say it."`
	Sheet      string            `placeholder:"NAME" help:"The sheet of a workbook or the table of a web page, by name or number."`
	Map        map[string]string `mapsep:"," placeholder:"WHAT=COLUMN" help:"Which column is which, where its header does not say it: name=1,party=2,votes=4. A column goes by number or by what its header says."`
	Declared   bool              `help:"A plain list is the final result. What stands against a declaration is then an error."`
	Reason     string            `placeholder:"TEXT" help:"Why a declared result is changed, as it is published."`
	By         string            `name:"source" placeholder:"TEXT" help:"Who says so, of a declared result that is changed."`
	Same       []string          `sep:"none" placeholder:"NAME=NAME" help:"The candidate of the files is the one there: \"Robert Bone=Bob Bone\"."`
	Add        []string          `sep:"none" placeholder:"NAME" help:"The candidate of the files is nobody who is there."`
	AnotherDay bool              `help:"Contests of another polling day than the night's are contests of their own."`
}

// checkSaid refuses what cannot be meant.
func (f saidFlags) checkSaid() error {
	kind := election.Kind(strings.ToLower(f.Kind))
	switch {
	case kind != "" && kind != election.Parliamentary && kind != election.Local:
		return &callError{"--kind: “" + f.Kind + "” is no kind of contest", "It is parliamentary or local; nothing was imported."}
	case f.Seats < 0 || f.Seats > 200:
		return &callError{"--seats: there is no contest for so many", "Give a number such as 3; nothing was imported."}
	case (f.Reason == "") != (f.By == ""):
		return &callError{"--reason and --source belong together: a correction says why, and who says so", "Give both; nothing was imported."}
	}
	for _, pair := range f.Same {
		if given, there, ok := strings.Cut(pair, "="); !ok || strings.TrimSpace(given) == "" || strings.TrimSpace(there) == "" {
			return &callError{"--same: “" + pair + "” is no pair of names", "Write the name in the file, =, and the name there: --same \"Robert Bone=Bob Bone\"; nothing was imported."}
		}
	}
	return nil
}

// of says to every source what the call says of it. A contest that is there gives
// a list its name and, where the list says no day, its day.
func (c *importCommand) of(there []election.Contest, sources []intake.Source) {
	contest, day := c.Contest, election.Date(c.Day)
	if known, ok := blog.FindContest(there, contest); ok {
		contest = known.Name
	}
	for i := range sources {
		s := &sources[i]
		s.Contest, s.Date, s.Sheet, s.Columns = contest, day, c.Sheet, c.Map
		s.Kind, s.Seats, s.Group = election.Kind(strings.ToLower(c.Kind)), c.Seats, c.Group
	}
}

// orders are what the call says of the import beside its files.
func (c *importCommand) orders() intake.Orders {
	o := intake.Orders{Declared: c.Declared, Corrects: c.Reason != "", AnotherDay: c.AnotherDay, Told: match.Told{Same: map[string]string{}, New: c.Add}}
	for _, pair := range c.Same {
		given, there, _ := strings.Cut(pair, "=")
		o.Told.Same[strings.TrimSpace(given)] = strings.TrimSpace(there)
	}
	return o
}
