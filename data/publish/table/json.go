package table

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// The types below are the JSON of results: what a newsroom's own programs
// read, and what data/intake reads again. A name in it never changes its
// meaning; schema says which set of names it is. What is unknown, or does not
// apply, is null and never 0. Percentages are numbers as printed, times are
// RFC 3339 in UTC with milliseconds, days are YYYY-MM-DD.
type (
	resultsDocument struct {
		Schema    int             `json:"schema"`
		Rehearsal bool            `json:"rehearsal,omitempty"` // none of it is real
		Contests  []contestRecord `json:"contests"`            // in the order of the night
		Councils  []councilRecord `json:"councils"`
	}
	contestRecord struct {
		ID             string          `json:"id"`
		Name           string          `json:"name"`
		Code           *string         `json:"code"` // ONS/GSS code or ballot-paper id
		Date           *string         `json:"date"` // polling day
		Kind           *string         `json:"kind"` // parliamentary or local
		Group          *string         `json:"group"`
		Method         *string         `json:"method"` // of a party's share; null for one seat
		Seats          int             `json:"seats"`
		State          election.State  `json:"state"`
		Recount        int             `json:"recount"`
		Public         bool            `json:"public"` // whether votes may leave the desk
		Revision       int             `json:"revision"`
		Declared       *string         `json:"declared"`
		Electorate     election.Count  `json:"electorate"`
		Papers         election.Count  `json:"papers"` // counted
		PapersVerified election.Count  `json:"papers_verified"`
		Valid          election.Count  `json:"valid"`
		Rejected       election.Count  `json:"rejected"`
		Headings       headingsRecord  `json:"headings"`
		TurnoutValid   *json.Number    `json:"turnout_valid"`
		TurnoutPapers  *json.Number    `json:"turnout_papers"`
		Majority       election.Count  `json:"majority"`
		MajorityPct    *json.Number    `json:"majority_pct"`
		comparedRecord                 // against the primary baseline
		Comparisons    []furtherRecord `json:"comparisons"` // against the others
		Candidates     []rowRecord     `json:"candidates"`  // by votes; in ballot-paper order where there are none
		Corrections    []amendedRecord `json:"corrections"` // oldest first
		Flags          []flagRecord    `json:"flags"`
		Baselines      []earlierRecord `json:"baselines"` // in full, primary first
		Checks         []checkRecord   `json:"checks"`    // those that are open
	}
	headingsRecord struct {
		NoMark    election.Count `json:"no_mark"`
		TooMany   election.Count `json:"too_many"`
		Identity  election.Count `json:"identity"`
		Uncertain election.Count `json:"uncertain"`
	}
	comparedRecord struct {
		Outcome  *string         `json:"outcome"`
		Swing    *swingRecord    `json:"swing"`
		Baseline *baselineRecord `json:"baseline"`
	}
	furtherRecord struct {
		comparedRecord
		Candidates []changeRecord `json:"candidates"`
	}
	swingRecord struct {
		From   string       `json:"from"`
		To     string       `json:"to"`
		Butler *json.Number `json:"butler"`
		Steed  *json.Number `json:"steed"`
	}
	baselineRecord struct {
		Name string  `json:"name"`
		Date *string `json:"date"`
	}
	partyRecord struct {
		Party   string  `json:"party"`    // as tables print it: "Con"
		PartyID *string `json:"party_id"` // null for independents
		Name    *string `json:"party_name"`
	}
	candidateRecord struct {
		Name        string         `json:"name"`
		Forenames   string         `json:"forenames"`
		Surname     string         `json:"surname"`
		partyRecord                // by itself in tables of parties
		Description *string        `json:"description"` // as on the ballot paper
		Person      *string        `json:"person"`      // Democracy Club person id
		Votes       election.Count `json:"votes"`
	}
	rowRecord struct {
		candidateRecord
		Position    int          `json:"position"` // on the ballot paper, from 1
		Share       *json.Number `json:"share"`
		Change      *json.Number `json:"change"`
		New         bool         `json:"new"`
		Rank        *int         `json:"rank"`
		Elected     bool         `json:"elected"`
		ByLot       bool         `json:"by_lot"` // drawn at a tied cut
		DepositLost *bool        `json:"deposit_lost"`
	}
	changeRecord struct {
		Name   string       `json:"name"`
		Change *json.Number `json:"change"`
		New    bool         `json:"new"`
	}
	amendedRecord struct {
		Revision int     `json:"revision"`
		When     *string `json:"when"`
		Reason   string  `json:"reason"`
		Source   *string `json:"source"`
	}
	flagRecord struct {
		Kind      election.FlagKind `json:"kind"`
		Candidate *string           `json:"candidate"` // by name
		Words     *string           `json:"words"`
		Source    string            `json:"source"`
		When      *string           `json:"when"`
		Public    bool              `json:"public"`
	}
	earlierRecord struct {
		Name       string            `json:"name"`
		Date       *string           `json:"date"`
		Notional   bool              `json:"notional"`
		Seats      *int              `json:"seats"`
		Electorate election.Count    `json:"electorate"`
		Verified   election.Count    `json:"verified"`
		Rejected   election.Count    `json:"rejected"`
		Candidates []candidateRecord `json:"candidates"`
	}
	checkRecord struct {
		Level election.Level `json:"level"`
		Code  string         `json:"code"`
		Text  string         `json:"text"`
	}
)

// ResultsJSON writes the results of contests and councils as indented JSON
// with a line end, the contests in the order given. Nothing is filtered: what
// is under embargo is in it, and each contest says with "public" whether its
// votes may leave the desk.
func ResultsJSON(contests []election.Contest, councils []election.Council) ([]byte, error) {
	return resultsJSON(contests, councils).bytes()
}

// JSON is the results that are public. What the desk's checks say of
// them is the desk's own.
func JSON(e blog.Edition, name string) ([]layout.File, error) {
	d := resultsJSON(e.Contests, e.Councils)
	d.Rehearsal = e.Details.Rehearsal
	for i := range d.Contests {
		d.Contests[i].Checks = []checkRecord{}
	}
	data, err := d.bytes()
	return []layout.File{{Name: name + ".json", Data: data}}, err
}

func resultsJSON(contests []election.Contest, councils []election.Council) resultsDocument {
	d := resultsDocument{Schema: 1, Contests: []contestRecord{}, Councils: []councilRecord{}}
	for _, c := range contests {
		d.Contests = append(d.Contests, ContestJSON(c))
	}
	for _, c := range councils {
		d.Councils = append(d.Councils, CouncilJSON(election.ComputeCouncil(c, contests)))
	}
	return d
}

func (d resultsDocument) bytes() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d)
	return b.Bytes(), err
}

func ContestJSON(c election.Contest) contestRecord {
	r := election.Compute(c)
	j := contestRecord{
		ID: c.ID, Name: c.Name, Code: optional(c.Code), Date: optional(string(c.Date)), Kind: optional(string(c.Kind)),
		Group: optional(c.Group), Method: methodJSON(c), Seats: c.Seats,
		State: c.State, Recount: c.Recount, Public: c.IsPublic(election.Votes), Revision: c.Revision, Declared: instant(c.Declared),
		Electorate: c.Electorate, Papers: r.Papers, PapersVerified: c.Verified, Valid: r.Valid, Rejected: c.Rejected,
		Headings:     headingsRecord(c.Headings),
		TurnoutValid: number(r.TurnoutValid, 1), TurnoutPapers: number(r.TurnoutPapers, 2),
		Majority: r.Majority, MajorityPct: number(r.MajorityShare, 1),
		comparedRecord: comparedRecord{Outcome: optional(r.Outcome().String())},
		Comparisons:    []furtherRecord{}, Candidates: rowsJSON(r), Corrections: []amendedRecord{},
		Flags: []flagRecord{}, Baselines: []earlierRecord{}, Checks: []checkRecord{},
	}
	for i, comparison := range r.Comparisons {
		if i == 0 {
			j.comparedRecord = comparedJSON(comparison)
			continue
		}
		j.Comparisons = append(j.Comparisons, furtherJSON(r, i))
	}
	for _, k := range c.Corrections {
		j.Corrections = append(j.Corrections, amendedRecord{k.Revision, instant(k.When), k.Reason, optional(k.Source)})
	}
	for _, f := range c.Flags {
		named, _ := c.Candidate(f.Candidate)
		j.Flags = append(j.Flags, flagRecord{f.Kind, optional(named.Name()), optional(f.Words), f.Source, instant(f.When), f.Public})
	}
	for _, b := range c.Baselines {
		j.Baselines = append(j.Baselines, earlierJSON(b))
	}
	for _, check := range election.Checks(c) {
		if check.Open() {
			j.Checks = append(j.Checks, checkRecord{check.Level, check.Code, check.Text})
		}
	}
	return j
}

// methodJSON is the method that holds, also where the desk has not chosen one.
func methodJSON(c election.Contest) *string {
	if c.System().SharesByMethod() && c.Method == "" {
		c.Method = election.TopVote
	}
	return optional(string(c.Method))
}

func comparedJSON(c election.Comparison) comparedRecord {
	j := comparedRecord{
		Outcome:  optional(c.Outcome.String()),
		Baseline: &baselineRecord{c.Baseline.Name, optional(string(c.Baseline.Date))},
	}
	if s := c.Swing; s != nil && s.Butler.Known() {
		j.Swing = &swingRecord{s.From.Label(), s.To.Label(), number(s.Butler, 1), number(s.Steed, 2)}
	}
	return j
}

// furtherJSON is the comparison with the baseline at an index.
func furtherJSON(r election.Result, i int) furtherRecord {
	further := furtherRecord{comparedJSON(r.Comparisons[i]), []changeRecord{}}
	for _, row := range r.Rows {
		change := row.Changes[i]
		further.Candidates = append(further.Candidates, changeRecord{row.Candidate.Name(), number(change.Points, 1), change.New})
	}
	return further
}

func rowsJSON(r election.Result) []rowRecord {
	rows, places := []rowRecord{}, positions(r.Contest)
	for _, row := range r.Rows {
		change := row.Change()
		j := rowRecord{
			candidateRecord: candidateJSON(row.Candidate), Position: places(row.Candidate),
			Share: number(row.Share, 1), Change: number(change.Points, 1), New: change.New, Elected: row.Elected,
			ByLot: row.Candidate.ID != "" && slices.Contains(r.Contest.Lot, row.Candidate.ID), DepositLost: row.DepositLost,
		}
		if row.Rank > 0 {
			j.Rank = &row.Rank
		}
		rows = append(rows, j)
	}
	return rows
}

// positions gives each candidate's place on the ballot paper, from 1. It is
// asked once for each, since contests that were never in a night have no ids
// and two namesakes can be told apart by nothing else.
func positions(c election.Contest) func(election.Candidate) int {
	left := map[election.Candidate][]int{}
	for i, k := range c.Candidates {
		k.Votes = election.Count{}
		left[k] = append(left[k], i+1)
	}
	return func(k election.Candidate) int {
		k.Votes = election.Count{}
		first := left[k][0]
		left[k] = left[k][1:]
		return first
	}
}

func candidateJSON(k election.Candidate) candidateRecord {
	return candidateRecord{
		Name: k.Name(), Forenames: k.Forenames, Surname: k.Surname, partyRecord: partyJSON(k.Party),
		Description: optional(k.Description), Person: optional(k.Person), Votes: k.Votes,
	}
}

func partyJSON(p election.Party) partyRecord {
	return partyRecord{p.Label(), optional(p.ID), optional(p.Name)}
}

func earlierJSON(b election.Baseline) earlierRecord {
	j := earlierRecord{
		Name: b.Name, Date: optional(string(b.Date)), Notional: b.Notional,
		Electorate: b.Electorate, Verified: b.Verified, Rejected: b.Rejected, Candidates: []candidateRecord{},
	}
	if b.Seats > 0 {
		j.Seats = &b.Seats
	}
	for _, k := range b.Candidates {
		j.Candidates = append(j.Candidates, candidateJSON(k))
	}
	return j
}

// number is a percentage with its decimals as printed, 16.0 and not 16; nil
// where it is unknown.
func number(f election.Fraction, decimals int) *json.Number {
	if !f.Known() {
		return nil
	}
	n := json.Number(strings.Replace(f.Percent(decimals), "−", "-", 1))
	return &n
}

// optional is s, nil where it is empty.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// instant is a time of the night, nil where it is 0.
func instant(ms int64) *string {
	if ms == 0 {
		return nil
	}
	s := time.UnixMilli(ms).UTC().Format("2006-01-02T15:04:05.000Z")
	return &s
}
