package publish

import (
	"fmt"
	"image/color"
	"strconv"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// A card is a contest's result as every form prints it: a heading, a table
// and the figures that belong to it.
type card struct {
	Level   int    // of its heading: 2 at the head of the page, 4 in an entry
	Contest string // "Hartlepool"
	Outcome string // "Con gain from Lab"
	Status  string // "Hartlepool, declared 7.01am BST on 7 May 2021."
	Basis   string // "Change since the 2019 general election (12 December 2019)."
	Percent string // what the percentages are of: "% of valid votes"
	Change  bool   // there is a baseline, so there are changes
	Many    bool   // several seats, so that each of the elected is marked
	Rows    []line // those that matter, the rest as one
	All     []line // every candidate; nil where Rows are all of them
	Facts   []fact
	Notes   []string
}

// Full are the lines of every candidate.
func (k card) Full() []line {
	if k.All != nil {
		return k.All
	}
	return k.Rows
}

// A line is a row of a card.
type line struct {
	Name, Party, Full string // the party by its short and its long name
	Votes, Share      string
	Change            string
	Elected, Others   bool
	Deposit           string // "lost" or "kept", empty where there is none
	Width             string // of the bar, in per cent of the longest
	Fill              string // RRGGBB
	Pale, Dim         bool   // needs an outline in light, in dark
	votes             int
}

// A fact is one labelled figure.
type fact struct{ Label, Value, Note string }

// The palettes of a card, which the page's style sets to the same values.
var (
	cardLight = chart.Palette{Ground: rgb(0xF4F3EF), Ink: chart.Light.Ink, Quiet: rgb(0x5C5F65), Line: rgb(0xDEDBD3)}
	cardDark  = chart.Palette{Ground: rgb(0x222529), Ink: chart.Dark.Ink, Quiet: rgb(0xA6AAB1), Line: rgb(0x3A3D43)}
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// newCard makes the card of a declared contest.
func (n *night) newCard(r election.Result) card {
	c := r.Contest
	k := card{
		Level:   2,
		Contest: oneLine(c.Name),
		Outcome: capital(oneLine(r.Outcome().String())),
		Status:  n.status(c),
		Basis:   basis(r),
		Percent: "% of valid votes",
		Change:  r.Primary() != nil,
		Many:    c.Seats > 1,
		Facts:   facts(r),
	}
	if c.Seats > 1 {
		k.Percent = "% of votes cast"
	}
	if k.Outcome == "" {
		k.Outcome = k.Contest
	}
	k.Rows, k.Notes = n.lines(r), notes(r)
	if lead := leading(r); lead < len(k.Rows) {
		k.All = k.Rows
		k.Rows = append(append([]line{}, k.All[:lead]...), others(r, lead))
	}
	scale(k.Rows)
	scale(k.All)
	return k
}

// inEntry is the card as an entry shows it, without the long table that
// stands at the head.
func (k card) inEntry() card {
	k.Level = 4
	if k.All != nil {
		k.All, k.Notes = nil, nil
	}
	return k
}

// lines are every candidate's, in the order of the result.
func (n *night) lines(r election.Result) []line {
	lines := make([]line, len(r.Rows))
	for i, row := range r.Rows {
		p := row.Candidate.Party
		fill := chart.Fill(p, n.Colours)
		lines[i] = line{
			Name:    oneLine(row.Candidate.Name()),
			Party:   oneLine(p.Label()),
			Full:    oneLine(p.Name),
			Votes:   row.Candidate.Votes.String(),
			Share:   row.Share.Percent(1),
			Change:  change(row),
			Elected: row.Elected,
			Deposit: deposit(row),
			Fill:    fmt.Sprintf("%02X%02X%02X", fill.R, fill.G, fill.B),
			Pale:    cardLight.Outline(fill).A > 0,
			Dim:     cardDark.Outline(fill).A > 0,
			votes:   row.Candidate.Votes.Or(0),
		}
		if lines[i].Full == "" {
			lines[i].Full = lines[i].Party
		}
	}
	return lines
}

func change(row election.Row) string {
	switch c := row.Change(); {
	case len(row.Changes) == 0:
		return ""
	case c.New:
		return "new"
	case c.Points.Known():
		return c.Points.Signed(1)
	}
	return "–"
}

func deposit(row election.Row) string {
	switch {
	case row.DepositLost == nil:
		return ""
	case *row.DepositLost:
		return "lost"
	}
	return "kept"
}

// leading is how many candidates have a row of their own in the short table:
// the elected and those above one in twenty, never under two; all of them
// where that would leave a single one to group or where they are few.
func leading(r election.Result) int {
	const few = 6
	lead := min(2, len(r.Rows))
	for i, row := range r.Rows {
		votes, valid := row.Candidate.Votes.Or(0), r.Valid.Or(0)
		if row.Elected || votes*20 > valid {
			lead = max(lead, i+1)
		}
	}
	if len(r.Rows) <= few || len(r.Rows)-lead < 2 {
		return len(r.Rows)
	}
	return lead
}

// others is one row for all candidates from a place on.
func others(r election.Result, from int) line {
	sum := 0
	for _, row := range r.Rows[from:] {
		sum += row.Candidate.Votes.Or(0)
	}
	votes := election.Of(sum)
	return line{
		Name:   election.Commas(len(r.Rows)-from) + " others",
		Votes:  votes.String(),
		Share:  election.Ratio(votes, r.Valid).Percent(1),
		Others: true,
		Fill:   "A9A59B",
		Pale:   true,
		votes:  sum,
	}
}

// scale gives every bar of a table its width; the longest takes all there is.
func scale(lines []line) {
	longest := 1
	for _, l := range lines {
		longest = max(longest, l.votes)
	}
	for i, l := range lines {
		lines[i].Width = strconv.FormatFloat(float64(l.votes)*100/float64(longest), 'f', 1, 64)
	}
}

func (n *night) status(c election.Contest) string {
	said := oneLine(c.Name) + ", declared"
	if c.Declared != 0 {
		said += " " + n.full(c.Declared).Text + " on " + n.date(c.Declared).Text
	}
	if c.State == election.Corrected {
		said += fmt.Sprintf("; corrected since (revision %d)", c.Revision)
	}
	return said + "."
}

func basis(r election.Result) string {
	p := r.Primary()
	if p == nil {
		return ""
	}
	what := "Change since "
	if r.Contest.Seats > 1 {
		what = "Change in the party's share by its best candidate since "
	}
	return what + since(p.Baseline) + "."
}

// since names a baseline so that it can follow the word.
func since(b election.Baseline) string {
	name, day := oneLine(b.Name), oneLine(b.Date.Long())
	if b.Notional {
		day = "notional, " + day
	}
	switch first, _ := utf8.DecodeRuneInString(name); {
	case name == "" && b.Date == "":
		return "the earlier result"
	case name == "":
		return day
	case unicode.IsDigit(first):
		name = "the " + name
	}
	if b.Date == "" {
		return name
	}
	return name + " (" + day + ")"
}

func facts(r election.Result) []fact {
	var fs []fact
	add := func(known bool, label, value, note string) {
		if known {
			fs = append(fs, fact{label, value, note})
		}
	}
	note := ""
	if r.MajorityShare.Known() && r.Contest.Seats <= 1 {
		note = r.MajorityShare.Percent(1) + "% of valid votes"
	}
	add(r.Majority.Known(), "Majority", r.Majority.String(), note)
	if p := r.Primary(); p != nil && r.Contest.Seats <= 1 {
		label, value := "Swing", "n/a"
		if s := p.Swing; s != nil && s.Butler.Known() {
			label = "Swing, " + oneLine(s.From.Label()+" to "+s.To.Label())
			value = s.Butler.Percent(1)
			note = "points; two-party vote " + s.Steed.Percent(2)
		} else {
			note = "one of the parties did not stand at both"
		}
		add(true, label, value, note)
	}
	add(r.TurnoutValid.Known(), "Turnout, valid votes", r.TurnoutValid.Percent(1)+"%", "of "+r.Contest.Electorate.String()+" electors")
	add(r.TurnoutPapers.Known(), "Turnout, ballot papers", r.TurnoutPapers.Percent(2)+"%", "of "+r.Contest.Electorate.String()+" electors")
	add(r.Contest.Rejected.Known(), "Rejected papers", r.Contest.Rejected.String(), "")
	add(r.Valid.Known(), "Valid votes", r.Valid.String(), "")
	return fs
}

func notes(r election.Result) []string {
	var said []string
	if note := r.PercentNote(); note != "" {
		said = append(said, note)
	}
	if line := r.DepositLine(); line != "" {
		said = append(said, fmt.Sprintf("%s lost; to keep one took more than %s votes, 5%% of the valid votes.", plural(r.DepositsLost.Or(0), "deposit", "deposits"), line))
	}
	for i, c := range r.Comparisons {
		if i == 0 {
			continue
		}
		said = append(said, against(c))
	}
	return said
}

// against tells a further comparison in a sentence.
func against(c election.Comparison) string {
	said := "Against " + since(c.Baseline) + ": " + oneLine(c.Outcome.String())
	if s := c.Swing; s != nil && s.Butler.Known() {
		said += ", swing " + s.Butler.Percent(1) + " from " + oneLine(s.From.Label()+" to "+s.To.Label())
	}
	return said + "."
}

func plural(n int, thing, things string) string {
	if n == 0 {
		return "No " + things
	}
	return election.Several(n, thing, things)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// A pending is a contest that has no result to print, in a sentence.
type pending struct{ Contest, Text string }

// newPending tells how far an undeclared contest is, from what is public.
func newPending(r election.Result) pending {
	c := r.Contest
	said := map[election.State]string{
		election.NotStarted:    "The count has not started.",
		election.Verifying:     "The ballot papers are being verified.",
		election.Verified:      "The ballot papers are verified.",
		election.Counting:      "The votes are being counted.",
		election.Provisional:   "The count is finished and not declared yet.",
		election.Recounting:    "The votes are being recounted.",
		election.Uncontested:   "Nobody else stood: elected unopposed.",
		election.Countermanded: "The poll was countermanded because a candidate died.",
		election.Postponed:     "The poll was postponed.",
	}[c.State]
	if c.State == election.Recounting && c.Recount > 1 {
		said = fmt.Sprintf("The votes are being counted again: recount %d.", c.Recount)
	}
	if r.TurnoutPapers.Known() {
		said += fmt.Sprintf(" Turnout, ballot papers: %s%%.", r.TurnoutPapers.Percent(2))
	}
	return pending{oneLine(c.Name), said}
}
