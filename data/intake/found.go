package intake

import (
	"fmt"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// Found is what the files hold.
type Found struct {
	Mode     Mode
	Files    []File
	Contests []election.Contest // in the order of the files; IDs are empty, and so are Kind and Seats where a file does not say them
	Stated   []Stated           // what the files say of each of them beside
	Councils []election.Council // in the order of the files; IDs are empty
	Notes    []string           // what was odd, a sentence each, with its place
}

// A Stated is what a file says of a contest beside its figures.
type Stated struct {
	File     string
	Line     int    // of the first row
	Lines    []int  // of each candidate
	List     bool   // the file is a plain list, which is no final record
	TitleDay bool   // the polling day stands in a title above the table and nowhere else
	Elected  []int  // who is elected, by place among the candidates; nil where it says nothing
	System   string // how it is decided, where the columns or the id tell that it is not counted here
	Doubts   []string
}

// A File says how one source was understood.
type File struct {
	Name    string
	Sheet   string // of a workbook or a page, empty of others
	Format  string // "Parliament candidacies"
	Rows    int    // without the header
	Columns []Column
	Aside   []Aside // rows that are no candidates, in their order
}

// Against says what importing would do to a night that has the given contests:
// how many contests would be added, and how many of those there it speaks of.
func (f Found) Against(there []election.Contest) (added, known int) {
	night := match.NewContests(there)
	for _, c := range f.Contests {
		if night.Find(c).Kind == match.Matched {
			known++
		} else {
			added++
		}
	}
	return added, known
}

// maxListed is how many contests a summary lists one by one.
const maxListed = 12

// Summary says in plain lines what was read and what importing it would do.
func (f Found) Summary() string {
	var b strings.Builder
	for _, file := range f.Files {
		fmt.Fprintf(&b, "%s: %s, %s.\n", file.Name, file.Format, election.Several(file.Rows, "row", "rows"))
	}
	candidates := 0
	var contests, councils []string
	for _, c := range f.Contests {
		candidates += len(c.Candidates)
		contests = append(contests, line(c))
	}
	for _, c := range f.Councils {
		councils = append(councils, councilLine(c))
	}
	if len(contests) > 0 || len(councils) == 0 {
		fmt.Fprintf(&b, "%s with %s, %s.\n", election.Several(len(contests), "contest", "contests"),
			election.Several(candidates, "candidate", "candidates"), f.Mode.purpose())
	}
	listed(&b, contests)
	if len(councils) > 0 {
		fmt.Fprintf(&b, "%s.\n", election.Several(len(councils), "council", "councils"))
	}
	listed(&b, councils)
	for _, n := range f.Notes {
		fmt.Fprintf(&b, "Note: %s\n", n)
	}
	return b.String()
}

// listed writes the first lines, and how many more there are.
func listed(b *strings.Builder, lines []string) {
	for i, l := range lines {
		if i == maxListed && len(lines) > maxListed+1 {
			fmt.Fprintf(b, "  and %d more\n", len(lines)-maxListed)
			return
		}
		fmt.Fprintf(b, "  %s\n", l)
	}
}

func (m Mode) purpose() string {
	switch m {
	case CandidatesOnly:
		return "without votes"
	case AsBaseline:
		return "to compare with"
	}
	return "with their results"
}

// line is a contest in one line: "Hartlepool, 6 May 2021: 16 candidates, 29,933
// votes, electorate 70,768, declared".
func line(c election.Contest) string {
	s := c.Name
	if c.Date != "" {
		s += ", " + c.Date.Long()
	}
	if c.SeveralSeats() {
		s += fmt.Sprintf(", %d seats", c.Seats)
	}
	s += ": " + election.Several(len(c.Candidates), "candidate", "candidates")
	votes, known := 0, len(c.Candidates) > 0
	for _, k := range c.Candidates {
		known = known && k.Votes.Known()
		votes += k.Votes.Or(0)
	}
	if known {
		s += ", " + election.Several(votes, "vote", "votes")
	}
	if c.Electorate.Known() {
		s += ", electorate " + c.Electorate.String()
	}
	return s + ", " + string(c.State)
}

// councilLine is a council in one line: "Harlow, 6 May 2021: 33 seats, 20 of them
// not up, compared with eve of poll".
func councilLine(c election.Council) string {
	s := c.Name
	if c.Date != "" {
		s += ", " + c.Date.Long()
	}
	s += ": " + election.Several(c.Seats, "seat", "seats")
	still := c.Vacant
	for _, h := range c.NotUp {
		still += h.Seats
	}
	if still > 0 {
		s += fmt.Sprintf(", %s of them not up", election.Commas(still))
	}
	var names []string
	for _, b := range c.Baselines {
		names = append(names, b.Name)
	}
	if len(names) > 0 {
		s += ", compared with " + election.And(names)
	}
	return s
}
