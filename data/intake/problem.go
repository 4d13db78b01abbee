package intake

import (
	"fmt"
	"strings"
)

// A Problem is one thing in a file that cannot be imported.
type Problem struct {
	File   string
	Line   int    // counted from 1; 0 where it is the file as a whole
	Column int    // the field's place in its row, counted from 1; 0 for the whole line
	Header string // the column's name, "" where there is none
	Path   string // of JSON, which has no columns: "contests[2].candidates[0].votes"
	Value  string // what stands there, shortened
	Want   string // what was expected: "wants a whole number of votes"
}

// String is the problem as one line: `a.csv, line 3, column 19 (Votes): “15b”
// wants a whole number.`
func (p Problem) String() string {
	s := p.place()
	if p.Value != "" {
		s += " “" + p.Value + "”"
	}
	return s + " " + p.Want + "."
}

func (p Problem) place() string {
	s := p.File
	if p.Line > 0 {
		s += fmt.Sprintf(", line %d", p.Line)
	}
	switch {
	case p.Path != "":
		s += ", " + p.Path
	case p.Column > 0 && p.Header != "":
		s += fmt.Sprintf(", column %d (%s)", p.Column, p.Header)
	case p.Column > 0:
		s += fmt.Sprintf(", column %d", p.Column)
	}
	return s + ":"
}

// Problems is the error of a Read that found something it cannot import.
type Problems struct {
	List []Problem // by file and line, at most 100
	More int       // how many more were counted before reading stopped

	step string // the next step where it is not in the file
}

// Error is every problem, one a line.
func (p *Problems) Error() string {
	lines := make([]string, 0, len(p.List)+1)
	for _, x := range p.List {
		lines = append(lines, x.String())
	}
	if p.More > 0 {
		lines = append(lines, fmt.Sprintf("There are at least %d more.", p.More))
	}
	return strings.Join(lines, "\n")
}

// Hint is what to do next, one sentence.
func (p *Problems) Hint() string {
	if p.step != "" {
		return p.step
	}
	return "Nothing was imported: put these right in the file and import it again."
}
