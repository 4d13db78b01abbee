package election

import (
	"strings"

	"nightdesk/data/election/register"
)

// A Date is a calendar day as YYYY-MM-DD, empty where unknown.
type Date string

// Kind says under which rules a contest is fought.
type Kind string

// The kinds of contest. Only parliamentary candidates pay a deposit
// (Representation of the People Act 1983, schedule 1, rules 9 and 53).
const (
	Parliamentary Kind = "parliamentary"
	Local         Kind = "local"
)

// A Contest is one seat or ward that is counted, with everything the desk
// knows of it at one moment.
type Contest struct {
	ID   string // stable within a night and across its copies
	Name string // as printed: "Hartlepool", "Bush Fair ward"
	Code string // ONS/GSS code or ballot-paper id; empty where there is none
	Date Date   // polling day
	Kind Kind
	// Group is what it is counted with, as printed: the Name of a Council, or
	// of a nation; empty where it stands alone.
	Group string

	Seats  int    // seats to be filled in this contest, at least 1
	Method Method // how a party's share is taken where several seats are filled
	// SystemName is how it is decided, where somebody or a file has said it;
	// System tells how it is decided in any case.
	SystemName SystemName

	State    State
	Recount  int   // number of the recount under way or last held, 0 for none
	Revision int   // 0 before the declaration, 1 as declared, 2 and on corrected
	Declared int64 // when it was declared, UTC milliseconds; 0 before
	// Corrections are what was said of each revision after the first, oldest
	// first.
	Corrections []Correction

	Electorate Count
	Verified   Count    // ballot papers found at verification
	Rejected   Count    // rejected papers, all headings
	Headings   Headings // rejected papers by ground, each may be unknown
	ReadOut    ReadOut  // what the returning officer read out, to check against

	Candidates []Candidate // in ballot-paper order
	Lot        []string    // ids of candidates drawn by lot at a tied cut
	Baselines  []Baseline  // what the result is compared with, primary first
	Chains     []Chain     // parties that go on under another id
	Answers    []Answer    // overrides of errors and ticks of warnings
	Flags      []Flag      // at most one a kind, in the order of the kinds
	Second     *Keying     // the figures keyed a second time, nil where they were not
}

// A Correction says why a declared result was revised.
type Correction struct {
	Revision       int   // the one it made, from 2
	When           int64 // UTC milliseconds
	Author         string
	Reason, Source string
}

// A Chain says by hand that one party goes on from another, where the
// Electoral Commission's id does not tell. Both are party ids. Independents
// have none and are never chained.
type Chain struct{ Now, Then string }

// A Keying is the figures of a count keyed a second time without sight of the
// first, to be compared field by field. What was not keyed is unknown and is
// not compared.
type Keying struct {
	Author             string           // who keyed
	Votes              map[string]Count // by candidate id
	Verified, Rejected Count
}

// Headings are the grounds for rejecting a ballot paper (Representation of
// the People Act 1983, schedule 1, rule 47; the same grounds locally).
type Headings struct {
	NoMark    Count // want of an official mark
	TooMany   Count // voting for more candidates than allowed
	Identity  Count // writing or mark by which the voter could be identified
	Uncertain Count // unmarked or void for uncertainty
}

// ReadOut holds figures as read out by the returning officer, each empty or
// unknown where it was not read. Turnout is a percentage as read: "42.55",
// with as many decimals; officers read either turnout.
type ReadOut struct {
	Turnout  string
	Majority Count
}

// A Candidate is one name on a contest's ballot paper.
type Candidate struct {
	ID          string // stable within a night and across its copies
	Forenames   string // "Jill"
	Surname     string // "Mortimer"
	Party       Party
	Description string // as printed on the ballot paper, may be empty
	Person      string // Democracy Club person id, may be empty
	Votes       Count
	// Elected is set where a file or the desk says that the candidate is elected.
	// It holds where the votes do not tell it, as the system has it.
	Elected bool
}

// Name is the candidate's name as read out: "Jill Mortimer".
func (c Candidate) Name() string { return strings.TrimSpace(c.Forenames + " " + c.Surname) }

// BallotName is the name as on a ballot paper, surname first:
// "Mortimer, Jill".
func (c Candidate) BallotName() string {
	if c.Forenames == "" {
		return c.Surname
	}
	return c.Surname + ", " + c.Forenames
}

// SamePerson reports whether two candidates are one: by person id where both
// have one, else by folded name.
func (c Candidate) SamePerson(d Candidate) bool {
	if c.Person != "" && d.Person != "" {
		return c.Person == d.Person
	}
	return register.Fold(c.Name()) == register.Fold(d.Name())
}

// A Baseline is an earlier result of the same seat that changes and swing are
// measured against. Every figure drawn from one names it.
type Baseline struct {
	ID         string
	Name       string // "2019 general election"
	Date       Date
	Notional   bool // recalculated for new boundaries, not a real result
	Seats      int
	SystemName SystemName // as of a contest
	Electorate Count
	Verified   Count
	Rejected   Count
	Candidates []Candidate // any order
}

// An Answer is what a desk said to one of its checks: an error overridden
// with a reason, or a warning ticked. It holds only while the figures that
// raised the check stay as they were.
type Answer struct {
	Code    string
	Figures string // Check.Figures at the time
	Reason  string // empty for a ticked warning
}

// FullName is the contest's name with its group and its day, as far as it has them:
// "Central (Harlow), 7 May 2026".
func (c Contest) FullName() string {
	name := c.Name
	if c.Group != "" {
		name += " (" + c.Group + ")"
	}
	if c.Date != "" {
		name += ", " + c.Date.Long()
	}
	return name
}

// SeveralSeats reports whether the contest fills more than one seat, so that
// their number is worth saying.
func (c Contest) SeveralSeats() bool { return c.Seats > 1 }

// Candidate finds a candidate by id.
func (c Contest) Candidate(id string) (Candidate, bool) {
	for _, k := range c.Candidates {
		if k.ID == id {
			return k, true
		}
	}
	return Candidate{}, false
}

// A FlagKind is a kind of news about a contest that is not a figure of it.
type FlagKind string

// The kinds of flag.
const (
	Rush     FlagKind = "rush"     // the winner, without the numbers
	Call     FlagKind = "call"     // the desk's own word on who has won
	Estimate FlagKind = "estimate" // what somebody expects
)

// FlagKinds lists the kinds in the order that a desk shows them.
var FlagKinds = []FlagKind{Rush, Call, Estimate}

// A Flag is such news as the desk holds it. It never enters a total and never
// overwrites a result.
type Flag struct {
	Kind      FlagKind
	Candidate string // id of the one named as the winner, empty where none is
	Words     string // as the desk puts it: "Con ahead by about 6,000"; may be empty where a candidate is named
	Source    string // who says so; never empty
	Author    string // id of who set it
	When      int64  // when it was set, UTC milliseconds
	Public    bool   // whether the desk has published it
}

// published is the flags that the desk has published; the slice is new.
func published(flags []Flag) []Flag {
	var public []Flag
	for _, f := range flags {
		if f.Public {
			public = append(public, f)
		}
	}
	return public
}

// A History is how a party, or parties in one position such as government,
// fared in past contests. Its rows are keyed or imported by a desk.
type History struct {
	Title string // "By-elections: change in the governing party’s share"
	Scope string // what the list covers, so that a record can be claimed of it: "all since 2010"
	AsOf  Date   // the day it was true
	Rows  []Past // oldest first
}

// A Past is one contest of a history.
type Past struct {
	Name   string
	Date   Date
	Party  Party
	Points Fraction // change in the party's share: 0.2296 is 22.96 percentage points
	Gain   bool     // whether the party gained the seat
	Named  bool     // whether a chart names it
	Source string   // never empty
}
