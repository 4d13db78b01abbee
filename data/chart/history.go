package chart

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"
	"time"

	"nightdesk/data/election"
)

// dots are past contests, the oldest first; never none.
type dots struct {
	rows    []dot
	parties []contender // in the order that they first appear
}

// A dot is one past contest.
type dot struct {
	name   string
	label  string // what the chart calls it: with the year where a name comes twice
	party  int    // which of the parties
	day    int    // since 1 January 1970
	date   string // as printed
	points float64
	change string // points as printed, signed
	gain   bool
	named  bool
}

// A contender is a party of a history.
type contender struct {
	party election.Party
	short string
	long  string
	fill  color.NRGBA
}

// mostPoints is the biggest change that a share can make.
const mostPoints = 100.0

// NewHistory makes the model of a history's chart: a dot plot by polling day.
// The desk's own party colours are given by party id, as RRGGBB. Rows without
// a day or a possible figure are not drawn, and the chart says which. The
// error is a *NothingToDrawError where there is no other row.
func NewHistory(h election.History, own map[string]string) (Model, error) {
	title := clean(h.Title)
	if title == "" {
		title = "Past contests: change in share of the vote"
	}
	var b dots
	var lacking []string
	for _, p := range h.Rows {
		if d, ok := b.newDot(p, own); ok {
			b.rows = append(b.rows, d)
		} else {
			lacking = append(lacking, pastName(p))
		}
	}
	if len(b.rows) == 0 {
		return Model{}, &NothingToDrawError{title, History,
			"There is no past contest with a day and a change in share, so there is nothing to draw.",
			"Key some or import a list of them."}
	}
	slices.SortStableFunc(b.rows, func(x, y dot) int { return x.day - y.day })
	b.tellApart()
	var notes []string
	if len(lacking) > 0 {
		notes = append(notes, "Not drawn, for want of a day or a figure: "+election.And(lacking)+".")
	}
	return Model{
		title:  title,
		ending: scopeOf(h),
		lead: []string{
			fmt.Sprintf("Change in share in percentage points, by polling day; %s.", election.Several(len(b.rows), "contest", "contests")),
			"Filled: the party gained the seat. Open: it did not.",
		},
		body:  b,
		notes: append(notes, sourcesOf(h.Rows)),
	}, nil
}

func (b *dots) newDot(p election.Past, own map[string]string) (dot, bool) {
	t, err := time.Parse(time.DateOnly, string(p.Date))
	points := p.Points.Float() * 100
	if err != nil || !p.Points.Known() || math.Abs(points) > mostPoints {
		return dot{}, false
	}
	name := clean(p.Name)
	if name == "" {
		name = "Unnamed"
	}
	const day = 24 * 60 * 60
	return dot{
		name: name, label: name, party: b.contender(p.Party, own),
		day: int(t.Unix() / day), date: p.Date.Long(),
		points: points, change: p.Points.Signed(1),
		gain: p.Gain, named: p.Named,
	}, true
}

// contender finds a party among those met so far, or adds it. Independents
// are one.
func (b *dots) contender(p election.Party, own map[string]string) int {
	same := func(c contender) bool {
		return c.party.Same(p) || c.party.ID == "" && p.ID == "" && c.short == partyLabel(p)
	}
	if i := slices.IndexFunc(b.parties, same); i >= 0 {
		return i
	}
	c := contender{party: p, short: partyLabel(p), long: clean(p.Name), fill: Fill(p, own)}
	if c.long == "" {
		c.long = c.short
	}
	b.parties = append(b.parties, c)
	return len(b.parties) - 1
}

// tellApart adds the year to the label of contests of one name.
func (b dots) tellApart() {
	times := map[string]int{}
	for _, d := range b.rows {
		times[d.name]++
	}
	for i := range b.rows {
		if d := &b.rows[i]; times[d.name] > 1 {
			d.label = fmt.Sprint(d.name, " ", dayOf(d.day).Year())
		}
	}
}

// scopeOf says what the list covers and when, without which no record can be
// claimed of it; what the desk left out it calls unstated.
func scopeOf(h election.History) string {
	scope, day := strings.TrimRight(clean(h.Scope), ". "), clean(h.AsOf.Long())
	if scope == "" {
		scope = "scope not stated"
	}
	if day == "" {
		day = "a day not stated"
	}
	return election.Capital(scope) + ", as of " + day + "."
}

// pastName is a contest's name with its year, where it has one.
func pastName(p election.Past) string {
	name := clean(p.Name)
	if name == "" {
		name = "Unnamed"
	}
	if t, err := time.Parse(time.DateOnly, string(p.Date)); err == nil {
		name += " " + t.Format("2006")
	}
	return name
}

// sourcesOf names every source once, the one with the most contests first,
// and of the others which contests they are for.
func sourcesOf(rows []election.Past) string {
	type source struct {
		name string
		of   []string
	}
	var all []source
	for _, p := range rows {
		name := strings.TrimRight(clean(p.Source), ". ")
		if name == "" {
			name = "source not stated"
		}
		i := slices.IndexFunc(all, func(s source) bool { return s.name == name })
		if i < 0 {
			i, all = len(all), append(all, source{name: name})
		}
		all[i].of = append(all[i].of, pastName(p))
	}
	slices.SortStableFunc(all, func(a, b source) int { return len(b.of) - len(a.of) })
	if len(all) == 1 {
		return "Source: " + all[0].name + "."
	}
	said := make([]string, len(all))
	for i, s := range all {
		said[i] = s.name + " (" + election.And(s.of) + ")"
		if i == 0 && len(s.of) > 1 {
			said[i] = s.name + " (all but the following)"
		}
	}
	return "Sources: " + strings.Join(said, "; ") + "."
}

func (b dots) looks() string {
	return "Dots by polling day, above a line at 0 for a rise and below it for a fall."
}

func (b dots) sentences() []string {
	said := make([]string, len(b.rows))
	for i, d := range b.rows {
		said[i] = d.marked(fmt.Sprintf("%s, %s, %s: %s", d.name, b.parties[d.party].long, d.date, d.change)) + "."
	}
	return said
}

// marked is a label that says whether the seat was gained.
func (d dot) marked(label string) string {
	if d.gain {
		label += ", gained"
	}
	return label
}

// table is every contest drawn, the oldest first.
func (b dots) table(columns int) []string {
	rows := make([][]string, len(b.rows))
	for i, d := range b.rows {
		label := d.name
		if len(b.parties) > 1 {
			label += ", " + b.parties[d.party].short
		}
		rows[i] = []string{d.marked(label), dayOf(d.day).Format("2 Jan 2006"), d.change}
	}
	const leave = 24
	return grid(columns, []string{"Contest", "Polling day", "±"}, rows, leave, b.plotted)
}

// plotted draws each contest as a mark on a line of its own, to the left or
// the right of 0.
func (b dots) plotted(room int) []string {
	lines := make([]string, len(b.rows))
	if room < leastDrawn {
		return lines
	}
	low, high := b.range0()
	at := func(points float64) int { return int(math.Round((points - low) / (high - low) * float64(room-1))) }
	for i, d := range b.rows {
		line := []rune(strings.Repeat(" ", room))
		line[at(0)] = '│'
		line[at(d.points)] = '○'
		if d.gain {
			line[at(d.points)] = '●'
		}
		lines[i] = string(line)
	}
	return lines
}

// range0 is the least and the most points drawn, 0 among them, never equal.
func (b dots) range0() (low, high float64) {
	for _, d := range b.rows {
		low, high = min(low, d.points), max(high, d.points)
	}
	if low == high {
		high = 1
	}
	return low, high
}
