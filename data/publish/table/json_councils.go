package table

import (
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// The types below are the councils in the JSON of results, by the rules of
// the contests there.
type (
	councilRecord struct {
		ID          string            `json:"id"`
		Name        string            `json:"name"`
		Code        *string           `json:"code"`
		Date        *string           `json:"date"`
		Seats       int               `json:"seats"`  // all: up, not up and vacant
		Up          int               `json:"up"`     // in the wards of the night
		Filled      int               `json:"filled"` // of those
		Vacant      int               `json:"vacant"` // nobody's: not up and vacant, or left open by a ward
		Needed      int               `json:"needed"` // for control
		Control     *string           `json:"control"`
		Majority    election.Count    `json:"majority"` // own less all other councillors
		Outcome     *string           `json:"outcome"`  // against the primary baseline
		Rows        []councilRow      `json:"rows"`     // most seats first
		NotUp       []holdingRecord   `json:"not_up"`   // as the desk has them
		NotUpVacant int               `json:"not_up_vacant"`
		Comparisons []councilCompared `json:"comparisons"` // one a baseline, in full
	}
	councilRow struct {
		partyRecord
		NotUp   int    `json:"not_up"`
		Won     int    `json:"won"` // so far
		Total   int    `json:"total"`
		Changes []*int `json:"changes"` // one a comparison, null until all seats are in
	}
	holdingRecord struct {
		partyRecord
		Seats int `json:"seats"`
	}
	councilCompared struct {
		Name     string          `json:"name"`
		Date     *string         `json:"date"`
		Holdings []holdingRecord `json:"holdings"`
		Vacant   int             `json:"vacant"`
		Before   *string         `json:"before"` // who was in control, as "control"
		Outcome  *string         `json:"outcome"`
	}
)

func CouncilJSON(r election.CouncilResult) councilRecord {
	c := r.Council
	j := councilRecord{
		ID: c.ID, Name: c.Name, Code: optional(c.Code), Date: optional(string(c.Date)),
		Seats: c.Seats, Up: r.Up, Filled: r.Filled, Vacant: r.Vacant, Needed: r.Needed,
		Control: optional(r.Control.String()), Majority: r.Majority, Outcome: optional(r.Outcome()),
		Rows: []councilRow{}, NotUp: holdingsJSON(c.NotUp), NotUpVacant: c.Vacant, Comparisons: []councilCompared{},
	}
	in := layout.AllIn(r)
	for _, row := range r.Rows {
		line := councilRow{partyJSON(row.Party), row.NotUp, row.Won, row.Total, make([]*int, len(row.Changes))}
		for i, change := range row.Changes {
			if in {
				line.Changes[i] = &change
			}
		}
		j.Rows = append(j.Rows, line)
	}
	for _, b := range r.Comparisons {
		j.Comparisons = append(j.Comparisons, councilCompared{
			Name: b.Baseline.Name, Date: optional(string(b.Baseline.Date)), Holdings: holdingsJSON(b.Baseline.Holdings), Vacant: b.Baseline.Vacant,
			Before: optional(b.Before.String()), Outcome: optional(b.Outcome),
		})
	}
	return j
}

func holdingsJSON(hs []election.Holding) []holdingRecord {
	all := []holdingRecord{}
	for _, h := range hs {
		all = append(all, holdingRecord{partyJSON(h.Party), h.Seats})
	}
	return all
}
