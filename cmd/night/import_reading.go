package main

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/intake"
)

// tellReading says how each file was understood: its format, its columns, and the
// rows that are no candidates.
func tellReading(t *terminal, found intake.Found) {
	for _, f := range found.Files {
		t.say("%s: %s, %s", fileAndSheet(f), f.Format, election.Several(f.Rows, "row", "rows"))
		var columns []string
		for _, c := range f.Columns {
			if c.Taken != "" && c.Header != "" {
				columns = append(columns, fmt.Sprintf("%d “%s” is %s", c.Number, c.Header, c.Taken))
			} else if c.Taken != "" {
				columns = append(columns, fmt.Sprintf("%d is %s", c.Number, c.Taken))
			}
		}
		t.line("  Columns: " + strings.Join(columns, ", "))
		var left []string
		for _, c := range f.Columns {
			if c.Taken == "" && c.Header != "" {
				left = append(left, fmt.Sprintf("%d “%s”", c.Number, c.Header))
			}
		}
		if len(left) > 0 {
			t.line("  Left out: " + strings.Join(left, ", "))
		}
		for _, a := range f.Aside {
			t.line("  " + setAside(a))
		}
	}
}

// fileAndSheet is a file with its sheet.
func fileAndSheet(f intake.File) string {
	if f.Sheet != "" {
		return f.Name + ", sheet " + f.Sheet
	}
	return f.Name
}

// setAside is a row that is no candidate, in one line.
func setAside(a intake.Aside) string {
	words := fmt.Sprintf("Line %d set aside: “%s”, %s", a.Line, a.Text, a.Why)
	if a.Used != "" {
		words += ": " + a.Used
	}
	return words
}

// asideNotes tell of the rows that were set aside, unless a dry run has listed
// them.
func asideNotes(found intake.Found, dry bool) (notes []string) {
	const most = 12
	for _, f := range found.Files {
		for i, a := range f.Aside {
			if i == most && !dry {
				notes = append(notes, fmt.Sprintf("%s: %s more set aside; --dry-run lists them.", f.Name, election.Several(len(f.Aside)-most, "row is", "rows are")))
			}
			if i < most && !dry {
				words := fmt.Sprintf("%s, line %d: “%s” is no candidate but %s", a.File, a.Line, a.Text, a.Why)
				if a.Used != "" {
					words += ": " + a.Used
				}
				notes = append(notes, words+".")
			}
		}
	}
	return notes
}

// tellPlaced says of each contest that has votes and is not declared why.
func tellPlaced(t *terminal, placed []intake.Placed, declared bool) {
	for _, p := range placed {
		c := p.Contest
		for _, odd := range p.Notes {
			t.note("%s", odd)
		}
		if p.Guessed != "" {
			t.note("%s: nobody says what it is; it is taken as %s. Say it by --kind, --seats and --group.", c.Name, p.Guessed)
		}
		for _, k := range added(p) {
			t.note("%s: %s was no candidate there and was added.", c.Name, k)
		}
		if c.State != election.Provisional {
			continue
		}
		for _, d := range p.Doubts {
			t.note("%s", d)
		}
		switch {
		case len(p.Doubts) > 0:
			t.note("%s: the result is provisional and under embargo as long as this stands.", c.Name)
		case p.Stated.List && !declared:
			t.note("%s: the result is provisional and under embargo, since a plain list is no final record; --declared says that it is one.", c.Name)
		}
	}
}

// added are the candidates that a contest did not have before.
func added(p intake.Placed) (names []string) {
	for _, found := range p.People {
		if found.There < 0 {
			names = append(names, p.Contest.Candidates[found.Given].Name())
		}
	}
	return names
}

// tellUncompared names what stayed unmatched of an earlier result.
func tellUncompared(t *terminal, contests []election.Contest, base intake.Found) {
	nowhere, without := intake.Uncompared(contests, base)
	if len(nowhere) > 0 {
		t.note("no contest of this night is of the seat of %s.", few(nowhere))
	}
	if len(without) > 0 {
		t.note("the files have no earlier result of %s.", few(without))
	}
}
