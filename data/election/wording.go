package election

import (
	"cmp"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// An Outlet is where the words of a result are read.
type Outlet int

// The outlets. A row of the table of wording that says nothing of an outlet has
// the words that hold everywhere.
const (
	everywhere Outlet = iota
	Window            // the desk, where room is short
	Export            // pages and text for readers, in full
	Chart             // the sentences of a chart
	Terminal          // the command line
	outlets
)

// A Word is one thing that is said of a result: the label of a figure, an
// outcome, a state. It may have blanks, such as {party}.
type Word int

// The words of a result.
const (
	WordHold Word = iota
	WordGain
	WordWin
	WordSplit
	WordTie
	WordUnopposed
	WordLostControl
	WordControl
	WordNoControl
	WordNoControlShort
	WordOverAll

	WordOutcome
	WordOutcomeOn
	WordSeats
	WordElected
	WordElectedUnopposed
	WordByLot
	WordDepositLost
	WordDepositKept
	WordDeposits
	WordDepositsLost

	WordMajority
	WordMajorityLast
	WordMajorityOf
	WordMajorityShare
	WordSwing
	WordSwingBetween
	WordSwingMeasured
	WordSwingSentence
	WordNoFigure
	WordNew

	WordTurnout
	WordTurnoutVotes
	WordTurnoutPapers
	WordRejected
	WordPapersCounted
	WordPapersVerified
	WordElectorate

	WordProvisional
	WordRecount
	WordDeclaredAgain
	WordCorrected
	WordAsDeclared
	WordAsCorrected
)

// wording is the one table of the words of a result. Outlets that word a thing
// alike share the column everywhere; where two of them differ each has its own.
var wording = [...][outlets]string{
	WordHold:           {everywhere: "{party} hold"},
	WordGain:           {everywhere: "{party} gain from {from}"},
	WordWin:            {everywhere: "{party} win"},
	WordSplit:          {everywhere: "split ward"},
	WordTie:            {everywhere: "tie"},
	WordUnopposed:      {everywhere: "elected unopposed"},
	WordLostControl:    {everywhere: "{party} loss to {to}"},
	WordControl:        {everywhere: "{party} control"},
	WordNoControl:      {everywhere: "no overall control"},
	WordNoControlShort: {everywhere: "NOC"},
	WordOverAll:        {everywhere: "over all other councillors", Window: "over all others"},

	WordOutcome:          {everywhere: "Outcome"},
	WordOutcomeOn:        {Window: "Outcome on {baseline}"},
	WordSeats:            {everywhere: "Seats"},
	WordElected:          {everywhere: "elected", Window: "elected ✔"},
	WordElectedUnopposed: {everywhere: "elected unopposed", Window: "✔ elected unopposed"},
	WordByLot:            {everywhere: "elected by lot", Export: "by lot"},
	WordDepositLost:      {everywhere: "lost deposit", Export: "lost"},
	WordDepositKept:      {Export: "kept"},
	WordDeposits:         {everywhere: "Deposits"},
	WordDepositsLost: {Window: "line {line}", Terminal: "{lost} lost; the line is {line} votes",
		Export: "{lost} lost; to keep one took more than {line} votes, 5% of the valid votes."},

	WordMajority:     {everywhere: "Majority"},
	WordMajorityLast: {everywhere: "Majority", Window: "Majority, last seat"},
	WordMajorityOf:   {everywhere: "majority {majority}"},
	WordMajorityShare: {Window: "{share}%", Export: "{share}% of {votes}", Chart: "({share}%)",
		Terminal: "({share}% of the {votes})"},
	WordSwing:        {everywhere: "Swing"},
	WordSwingBetween: {Window: "Swing {from} → {to}", Export: "Swing, {from} to {to}"},
	WordSwingMeasured: {Window: "pts", Export: "points; two-party vote {steed}",
		Terminal: "{butler} from {from} to {to} (Butler); {steed} on the two parties' votes (Steed)"},
	WordSwingSentence: {Window: "swing {butler} {from} → {to}", Export: "swing {butler} from {from} to {to}"},
	WordNoFigure:      {everywhere: "n/a"},
	WordNew:           {everywhere: "new"},

	WordTurnout:        {everywhere: "Turnout"},
	WordTurnoutVotes:   {Window: "Turnout, valid", Export: "Turnout, valid votes", Terminal: "{turnout} by valid votes"},
	WordTurnoutPapers:  {Window: "Turnout, papers", Export: "Turnout, ballot papers", Terminal: "{turnout} by ballot papers"},
	WordRejected:       {everywhere: "Rejected papers"},
	WordPapersCounted:  {everywhere: "Papers counted"},
	WordPapersVerified: {everywhere: "Papers verified"},
	WordElectorate:     {everywhere: "Electorate"},

	WordProvisional:   {Terminal: "{outcome}, provisional"},
	WordRecount:       {everywhere: "recount {number}", Export: "The votes are being counted again: recount {number}."},
	WordDeclaredAgain: {Window: "declared (revision {number})"},
	WordCorrected: {Window: "corrected (revision {number})", Export: "corrected since (revision {number})",
		Terminal: "corrected, revision {number}"},
	WordAsDeclared:  {everywhere: "as declared"},
	WordAsCorrected: {Window: "as corrected, revision {number}", Chart: "as corrected (revision {number})"},
}

// In is the word as an outlet has it. Blanks stay as they are.
func (w Word) In(o Outlet) string { return cmp.Or(wording[w][o], wording[w][everywhere]) }

// With is the word with its blanks filled in. Blanks come in pairs: the name in
// braces, and what stands for it.
func (w Word) With(o Outlet, blanks ...any) string {
	pairs := make([]string, len(blanks))
	for i, blank := range blanks {
		pairs[i] = fmt.Sprint(blank)
	}
	return strings.NewReplacer(pairs...).Replace(w.In(o))
}

// String prints a change in percentage points as tables do: "+23.0", or "new".
// It is empty where there is no figure.
func (c Change) String() string {
	switch {
	case c.New:
		return WordNew.In(everywhere)
	case c.Points.Known():
		return c.Points.Signed(1)
	}
	return ""
}

// Say fills in the words of a swing, whose Butler swing is known.
func (s *Swing) Say(w Word, o Outlet) string {
	return w.With(o, "{butler}", s.Butler.Percent(1), "{from}", s.From.Label(), "{to}", s.To.Label(), "{steed}", s.Steed.Percent(2))
}

// Capital writes the first letter of a text large.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// And joins things as prose does: "a, b and c".
func And(things []string) string {
	if len(things) < 2 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:len(things)-1], ", ") + " and " + things[len(things)-1]
}

// Several prints a number with its noun: "1 paper", "9,546 papers".
func Several(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return Commas(n) + " " + more
}

// Signed prints a change in a number with its sign: "+7", "−8"; no change is
// "0".
func Signed(n int) string {
	if n > 0 {
		return "+" + Commas(n)
	}
	return Commas(n)
}

// Long prints the day as newspapers do: "6 May 2021". What is no day stands
// as it is.
func (d Date) Long() string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2 January 2006")
}
