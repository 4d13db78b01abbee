package figure

import (
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
)

// A Format is a way to print a figure, typed after a colon:
// {swing:points}.
type Format struct {
	Name    string
	Meaning string
	Example string // a slot with its braces, of Hartlepool or Harlow council on 6 May 2021
	Prints  string
}

// Formats lists the formats in the order of a help page.
func Formats() []Format { return slices.Clone(formats) }

var formats = []Format{
	{"plain", "the figure as results print it", "{Con.change:plain}", "+23.0"},
	{"words", "under ten in words; a place as a word", "{Lee.rank:words}", "third"},
	{"votes", "with the word votes, under ten in words", "{majority:votes}", "6,940 votes"},
	{"seats", "with the word seats, under ten in words", "{Harlow.Con.seats:seats}", "20 seats"},
	{"candidates", "with the word candidates, under ten in words", "{lost:candidates}", "13 candidates"},
	{"prose", "a party as a sentence speaks of it", "{winner.party:prose}", "the Conservatives"},
	{"points", "with the word points", "{swing:points}", "16.0 points"},
	{"percent", "with the sign for per cent", "{Con.share:percent}", "51.9%"},
	{"per cent", "with the words per cent", "{Con.share:per cent}", "51.9 per cent"},
	{"sign", "always with + or −", "{swing:sign}", "+16.0"},
	{"nosign", "without + or −", "{Lab.change:nosign}", "9.0"},
}

// The formats of each kind of figure, the default first.
var (
	countFormats     = []string{"plain", "words"}
	voteFormats      = []string{"plain", "words", "votes"}
	seatFormats      = []string{"plain", "words", "seats"}
	candidateFormats = []string{"plain", "words", "candidates"}
	rankFormats      = []string{"plain", "words"}
	shareFormats     = []string{"plain", "percent", "per cent"}
	pointFormats     = []string{"plain", "points", "sign", "nosign"}
	seatsFormats     = []string{"plain", "nosign"}
	changeFormats    = []string{"plain", "points", "sign", "nosign"}
	partyFormats     = []string{"plain", "prose"}
	textFormats      = []string{"plain"}
)

type valueKind int

const (
	textValue valueKind = iota
	countValue
	rankValue
	shareValue
	pointValue  // printed without a sign
	changeValue // printed with its sign
	seatsValue  // a change in a number of seats, printed with its sign
)

// A value is a figure before it is printed. One that is not known prints
// nothing.
type value struct {
	kind     valueKind
	text     string
	prose    string // of a party
	count    election.Count
	fraction election.Fraction
	decimals int
}

func words(s string) value           { return value{text: s} }
func counted(c election.Count) value { return value{kind: countValue, count: c} }
func share(f election.Fraction, decimals int) value {
	return value{kind: shareValue, fraction: f, decimals: decimals}
}
func points(f election.Fraction, decimals int) value {
	return value{kind: pointValue, fraction: f, decimals: decimals}
}
func change(f election.Fraction, decimals int) value {
	return value{kind: changeValue, fraction: f, decimals: decimals}
}

func (v value) known() bool {
	switch v.kind {
	case textValue:
		return v.text != ""
	case countValue, rankValue, seatsValue:
		return v.count.Known()
	}
	return v.fraction.Known()
}

// print prints a known value in one of its kind's formats.
func (v value) print(format string) string {
	switch v.kind {
	case textValue:
		if format == "prose" {
			return v.prose
		}
		return v.text
	case countValue:
		return v.printCount(format)
	case seatsValue:
		return v.printSeats(format)
	case rankValue:
		n, _ := v.count.Get()
		if format == "words" {
			return OrdinalWord(n)
		}
		return strconv.Itoa(n)
	}
	return v.printFraction(format)
}

func (v value) printCount(format string) string {
	n, _ := v.count.Get()
	s := v.count.String()
	if format != "plain" && n >= 0 && n < inFigures {
		s = cardinals[n]
	}
	switch {
	case format == "plain" || format == "words":
		return s
	case n == 1:
		return s + " " + strings.TrimSuffix(format, "s")
	}
	return s + " " + format
}

// printSeats prints a change in seats: "+7", "−8", "0".
func (v value) printSeats(format string) string {
	n, _ := v.count.Get()
	if n > 0 && format != "nosign" {
		return "+" + v.count.String()
	}
	if format == "nosign" {
		return strings.TrimPrefix(v.count.String(), "−")
	}
	return v.count.String()
}

func (v value) printFraction(format string) string {
	s := v.fraction.Percent(v.decimals)
	if format == "sign" || v.kind == changeValue && format != "nosign" {
		s = v.fraction.Signed(v.decimals)
	}
	switch format {
	case "nosign":
		return strings.TrimPrefix(s, "−")
	case "points":
		return s + " points"
	case "percent":
		return s + "%"
	case "per cent":
		return s + " per cent"
	}
	return s
}

// inFigures is where newsrooms begin to write numbers in figures; those under
// it are words.
const inFigures = 10

// Number words go further than newsrooms use them, since a text that is proof
// read may.
var (
	cardinals = []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
	}
	ordinals = []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}
)

// Cardinal is a number in words, lower case, empty above twenty.
func Cardinal(n int) string {
	if n < 0 || n >= len(cardinals) {
		return ""
	}
	return cardinals[n]
}

// OrdinalWord is a place in words under ten and in figures from there:
// "third", "11th".
func OrdinalWord(n int) string {
	if n > 0 && n < len(ordinals) {
		return ordinals[n]
	}
	return Ordinal(n)
}

// Ordinal is a place in figures: "3rd", "11th".
func Ordinal(n int) string {
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}
