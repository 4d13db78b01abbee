package chart

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
)

// partySeats are the rows of a council's chart: the parties, most seats first,
// then the seats that are vacant and those to come.
type partySeats struct {
	rows     []seatRow
	needed   int  // for control
	parted   bool // some seats were up and some were not, so the two are told apart
	compared bool // all seats are in and there is a baseline, so there is a column of changes
	baseline string
}

// A seatRow is the seats of one party, or of nobody.
type seatRow struct {
	short   string // the party; empty for nobody's
	long    string
	seats   [seatKinds]int
	change  string // signed; empty without a comparison
	fill    color.NRGBA
	control bool
}

// The kinds of seats, in the order that a row has them.
const (
	kept = iota
	won
	vacant
	toCome
	seatKinds
)

// seatWords are what the kinds of seats are called.
var seatWords = [seatKinds]string{"not up", "won this time", "vacant", "to come"}

func (x seatRow) total() int { return x.seats[kept] + x.seats[won] + x.seats[vacant] + x.seats[toCome] }

// total is how many seats of a kind there are.
func (b partySeats) total(kind int) int {
	n := 0
	for _, x := range b.rows {
		n += x.seats[kind]
	}
	return n
}

// mostSeats is more than any council has.
const mostSeats = 1000

// NewSeats makes the model of a council's chart from its wards, which are
// those of the contests whose Group is its name. Only declared and uncontested
// wards have filled their seats; all others are to come. The desk's own party
// colours are given by party id, as RRGGBB. The error is a
// *NothingToDrawError where the council has no seats, fewer than are held or more than 1,000.
func NewSeats(c election.Council, contests []election.Contest, own map[string]string) (Model, error) {
	public := make([]election.Contest, len(contests))
	for i, w := range contests {
		public[i] = w.Public()
	}
	r := election.ComputeCouncil(c, public)
	name := clean(c.Name)
	b := newPartySeats(r, own)
	switch {
	case c.Seats < 1:
		return Model{}, &NothingToDrawError{name, Seats, "The number of seats of " + name + " is not known, so there is nothing to draw.",
			"Set it in the details of the council."}
	case c.Seats > mostSeats:
		return Model{}, &NothingToDrawError{name, Seats, fmt.Sprintf("%s has %s seats, more than a chart can show.", name, election.Commas(c.Seats)),
			"Check the number in the details of the council."}
	case b.impossible():
		return Model{}, &NothingToDrawError{name, Seats,
			fmt.Sprintf("The seats of %s do not make up the %d that it has, so they are not drawn.", name, c.Seats),
			"Check its seats that are not up, its vacancies and its wards."}
	}
	return Model{
		title:  name + ": seats by party",
		ending: b.ending(r),
		lead:   b.lead(r),
		body:   b,
		notes:  []string{countedOf(r, public, b.total(toCome) > 0)},
	}, nil
}

func newPartySeats(r election.CouncilResult, own map[string]string) partySeats {
	b := partySeats{needed: r.Needed}
	open := r.Council.Seats - r.Vacant
	for _, x := range r.Rows {
		open -= x.Total
	}
	b.compared = open == 0 && len(r.Comparisons) > 0
	for _, x := range r.Rows {
		b.rows = append(b.rows, b.newSeatRow(x, r.Control, own))
	}
	b.parted = b.total(kept) > 0 && b.total(won) > 0
	nobody := seatRow{long: "Vacant", seats: [seatKinds]int{vacant: r.Vacant}}
	if b.compared {
		base := r.Comparisons[0].Baseline
		b.baseline = clean(base.Name)
		nobody.change = election.Signed(r.Vacant - base.Vacant)
	}
	if r.Vacant != 0 {
		b.rows = append(b.rows, nobody)
	}
	if open != 0 {
		b.rows = append(b.rows, seatRow{long: "To come", seats: [seatKinds]int{toCome: open}})
	}
	return b
}

func (b partySeats) newSeatRow(x election.CouncilRow, c election.Control, own map[string]string) seatRow {
	line := seatRow{
		short: partyLabel(x.Party), long: clean(x.Party.Name), seats: [seatKinds]int{kept: x.NotUp, won: x.Won},
		fill: Fill(x.Party, own), control: c.Known && !c.None && x.Party == c.Party,
	}
	if line.long == "" {
		line.long = line.short
	}
	if b.compared {
		line.change = election.Signed(x.Changes[0])
	}
	return line
}

// impossible reports whether there are fewer than no seats somewhere.
func (b partySeats) impossible() bool {
	return slices.ContainsFunc(b.rows, func(x seatRow) bool { return slices.Min(x.seats[:]) < 0 })
}

// ending says who is in control: "Con gain from Lab, majority 7." While that
// is open it says who is nearest.
func (b partySeats) ending(r election.CouncilResult) string {
	said, open := clean(r.Outcome()), b.total(toCome)
	coming := election.Several(open, "seat", "seats") + " to come"
	switch {
	case said == "" && b.rows[0].short != "" && b.rows[0].total() > 0:
		return fmt.Sprintf("Control is open: %s has %d of the %d seats needed, with %s.", b.rows[0].short, b.rows[0].total(), b.needed, coming)
	case said == "":
		return "Control is open, with " + coming + "."
	}
	if r.Majority.Known() {
		said += ", " + say(election.WordMajorityOf, "{majority}", r.Majority)
	}
	if open > 0 {
		said += ", with " + coming
	}
	return election.Capital(said) + "."
}

// lead says what control takes, and names the baseline that the outcome and
// the changes are drawn from.
func (b partySeats) lead(r election.CouncilResult) []string {
	said := []string{fmt.Sprintf("%s; %d needed for control, vacancies counted.",
		election.Several(r.Council.Seats, "seat", "seats"), b.needed)}
	if len(r.Comparisons) == 0 || r.Comparisons[0].Outcome == "" && !b.compared {
		return said
	}
	base := r.Comparisons[0].Baseline
	from := clean(base.Name)
	if day := clean(base.Date.Long()); day != "" {
		from = strings.TrimPrefix(from+", "+day, ", ")
	}
	if from == "" {
		from = "the council before"
	}
	if !b.compared {
		return append(said, "Baseline: "+from+".")
	}
	return append(said, "± is the change in seats; baseline: "+from+".")
}

// countedOf says what the chart counts: the day, what is still open and what
// was corrected.
func countedOf(r election.CouncilResult, contests []election.Contest, open bool) string {
	said := "Result"
	if day := clean(r.Council.Date.Long()); day != "" {
		said = "Poll of " + day
	}
	said += ", " + say(election.WordAsDeclared)
	if open {
		said += " so far"
	}
	corrected := 0
	for _, w := range contests {
		if w.Group == r.Council.Name && w.State == election.Corrected {
			corrected++
		}
	}
	if corrected > 0 {
		said += ", " + election.Several(corrected, "ward", "wards") + " corrected"
	}
	return said + "."
}

func (b partySeats) looks() string {
	return fmt.Sprintf("Seats by party as rows of blocks, most first, with a line at the %d needed for control.", b.needed)
}

func (b partySeats) sentences() []string {
	var said []string
	for _, x := range b.rows {
		s := x.long + ": " + election.Several(x.total(), "seat", "seats")
		if b.parted && x.short != "" {
			s += fmt.Sprintf(", %d %s and %d %s", x.seats[kept], seatWords[kept], x.seats[won], seatWords[won])
		}
		if x.change != "" {
			s += ", " + x.change
		}
		said = append(said, s+".")
	}
	return said
}

// table is every party, the vacancies and what is to come, and under them
// what the blocks of the drawing mean.
func (b partySeats) table(columns int) []string {
	heads := []string{"Party", "Seats"}
	if b.parted {
		heads = []string{"Party", "Not up", "Won", "Seats"}
	}
	if b.compared {
		heads = append(heads, "±")
	}
	rows := make([][]string, len(b.rows))
	for i, x := range b.rows {
		rows[i] = []string{x.long}
		switch {
		case b.parted && x.short == "":
			rows[i] = append(rows[i], "", "")
		case b.parted:
			rows[i] = append(rows[i], strconv.Itoa(x.seats[kept]), strconv.Itoa(x.seats[won]))
		}
		rows[i] = append(rows[i], strconv.Itoa(x.total()))
		if b.compared {
			rows[i] = append(rows[i], x.change)
		}
	}
	lines := grid(columns, heads, rows, 2*leastDrawn, b.blocked)
	if strings.Contains(strings.Join(lines, ""), "│") {
		lines = append(append(lines, ""), fold(b.legend(), columns)...)
	}
	return lines
}

// seatBlocks are what the text draws the kinds of seats with.
var seatBlocks = [seatKinds]rune{'▒', '█', '□', '·'}

func (b partySeats) legend() string {
	said := fmt.Sprintf("│ %d needed for control", b.needed)
	for kind, block := range seatBlocks {
		if b.total(kind) > 0 {
			said += ", " + string(block) + " " + seatWords[kind]
		}
	}
	return said + "."
}

// blocked draws the seats of every row, at most one column a seat, with a line
// after as many as are needed.
func (b partySeats) blocked(room int) []string {
	lines := make([]string, len(b.rows))
	if room < leastDrawn {
		return lines
	}
	const spare = seatKinds // columns: the line, and a kind of seats has one at the least
	at := func(seats int) int {
		return int(math.Round(float64(seats) * min(1, float64(room-spare)/float64(b.most()))))
	}
	for i, x := range b.rows {
		var line []rune
		seats := 0
		for kind, n := range x.seats {
			seats += n
			for to := max(at(seats), len(line)+min(n, 1)); len(line) < to; {
				line = append(line, seatBlocks[kind])
			}
		}
		for len(line) < at(b.needed) {
			line = append(line, ' ')
		}
		lines[i] = string(slices.Insert(line, at(b.needed), '│'))
	}
	return lines
}

// most is how many seats the longest row must have room for.
func (b partySeats) most() int {
	most := b.needed
	for _, x := range b.rows {
		most = max(most, x.total())
	}
	return most
}
