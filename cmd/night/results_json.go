package main

import (
	"encoding/json"
	"strings"

	"nightdesk/data/election"
)

// The types below are the JSON of results: what a newsroom's own programs
// read. A name in it never changes its meaning; schema says which set of names
// it is. What is unknown, or does not apply, is null.
type (
	resultsDocument struct {
		Schema   int             `json:"schema"`
		Contests []contestRecord `json:"contests"`
	}
	contestRecord struct {
		ID             string         `json:"id"`
		Name           string         `json:"name"`
		Seats          int            `json:"seats"`
		State          election.State `json:"state"`
		Public         bool           `json:"public"` // whether votes may leave the desk
		Revision       int            `json:"revision"`
		Electorate     election.Count `json:"electorate"`
		Papers         election.Count `json:"papers"` // counted
		PapersVerified election.Count `json:"papers_verified"`
		Valid          election.Count `json:"valid"`
		Rejected       election.Count `json:"rejected"`
		TurnoutValid   *json.Number   `json:"turnout_valid"`
		TurnoutPapers  *json.Number   `json:"turnout_papers"`
		Majority       election.Count `json:"majority"`
		MajorityPct    *json.Number   `json:"majority_pct"`
		comparedRecord
		Comparisons []furtherRecord   `json:"comparisons"`
		Candidates  []candidateRecord `json:"candidates"`
		Checks      []checkRecord     `json:"checks"`
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
	candidateRecord struct {
		Name        string         `json:"name"`
		Party       string         `json:"party"`
		PartyID     *string        `json:"party_id"`
		Votes       election.Count `json:"votes"`
		Share       *json.Number   `json:"share"`
		Change      *json.Number   `json:"change"`
		New         bool           `json:"new"`
		Rank        *int           `json:"rank"`
		Elected     bool           `json:"elected"`
		DepositLost *bool          `json:"deposit_lost"`
	}
	changeRecord struct {
		Name   string       `json:"name"`
		Change *json.Number `json:"change"`
		New    bool         `json:"new"`
	}
	checkRecord struct {
		Level election.Level `json:"level"`
		Code  string         `json:"code"`
		Text  string         `json:"text"`
	}
)

func resultsJSON(contests []election.Contest) resultsDocument {
	d := resultsDocument{Schema: 1, Contests: []contestRecord{}}
	for _, c := range contests {
		d.Contests = append(d.Contests, contestJSON(c))
	}
	return d
}

func contestJSON(c election.Contest) contestRecord {
	r := election.Compute(c)
	j := contestRecord{
		ID: c.ID, Name: c.Name, Seats: c.Seats, State: c.State, Public: c.IsPublic(election.Votes), Revision: c.Revision,
		Electorate: c.Electorate, Papers: r.Papers, PapersVerified: c.Verified, Valid: r.Valid, Rejected: c.Rejected,
		TurnoutValid: number(r.TurnoutValid, 1), TurnoutPapers: number(r.TurnoutPapers, 2),
		Majority: r.Majority, MajorityPct: number(r.MajorityShare, 1),
		comparedRecord: comparedRecord{Outcome: text(r.Outcome().String())},
		Comparisons:    []furtherRecord{}, Candidates: []candidateRecord{}, Checks: []checkRecord{},
	}
	for i, comparison := range r.Comparisons {
		if i == 0 {
			j.comparedRecord = comparedJSON(comparison)
			continue
		}
		further := furtherRecord{comparedJSON(comparison), []changeRecord{}}
		for _, row := range r.Rows {
			change := row.Changes[i]
			further.Candidates = append(further.Candidates, changeRecord{row.Candidate.Name(), number(change.Points, 1), change.New})
		}
		j.Comparisons = append(j.Comparisons, further)
	}
	for _, row := range r.Rows {
		j.Candidates = append(j.Candidates, candidateJSON(row))
	}
	for _, check := range election.Checks(c) {
		if check.Open() {
			j.Checks = append(j.Checks, checkRecord{check.Level, check.Code, check.Text})
		}
	}
	return j
}

func comparedJSON(c election.Comparison) comparedRecord {
	j := comparedRecord{
		Outcome:  text(c.Outcome.String()),
		Baseline: &baselineRecord{c.Baseline.Name, text(string(c.Baseline.Date))},
	}
	if s := c.Swing; s != nil && s.Butler.Known() {
		j.Swing = &swingRecord{s.From.Label(), s.To.Label(), number(s.Butler, 1), number(s.Steed, 2)}
	}
	return j
}

func candidateJSON(row election.Row) candidateRecord {
	k, change := row.Candidate, row.Change()
	j := candidateRecord{
		Name: k.Name(), Party: k.Party.Label(), PartyID: text(k.Party.ID), Votes: k.Votes,
		Share: number(row.Share, 1), Change: number(change.Points, 1), New: change.New,
		Elected: row.Elected, DepositLost: row.DepositLost,
	}
	if row.Rank > 0 {
		j.Rank = &row.Rank
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

// text is s, nil where it is empty.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
