package table

import (
	"strconv"

	"nightdesk/data/election"
)

// councilRows are councils as data/intake documents their file: one row for
// the seats of one party under one heading, which is "not up" or a baseline.
func councilRows(councils []election.Council) [][]string {
	rows := [][]string{{"council", "code", "date", "seats", "heading", "baseline date", "party id", "party name", "party short", "seats held"}}
	for _, c := range councils {
		own := []string{cell(c.Name), cell(c.Code), cell(string(c.Date)), strconv.Itoa(c.Seats)}
		rows = append(rows, held(own, "not up", "", c.NotUp, c.Vacant)...)
		for _, b := range c.Baselines {
			rows = append(rows, held(own, b.Name, b.Date, b.Holdings, b.Vacant)...)
		}
	}
	return rows
}

// held is what stands under one heading, the vacant seats last: also where
// there are none, so that every heading has a row.
func held(own []string, heading string, day election.Date, holdings []election.Holding, vacant int) [][]string {
	row := func(p election.Party, seats int) []string {
		return append(own[:len(own):len(own)], cell(heading), cell(string(day)), cell(p.ID), cell(p.Name), cell(p.Short), strconv.Itoa(seats))
	}
	var rows [][]string
	for _, h := range holdings {
		rows = append(rows, row(h.Party, h.Seats))
	}
	return append(rows, row(election.Party{Name: "vacant"}, vacant))
}
