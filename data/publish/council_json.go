package publish

import "nightdesk/data/election"

// The types below are the councils in the JSON of results, by the rules of
// the contests there.
type (
	councilRecord struct {
		ID          string           `json:"id"`
		Name        string           `json:"name"`
		Code        *string          `json:"code"`
		Date        *string          `json:"date"`
		Seats       int              `json:"seats"` // all: up, not up and vacant
		NotUp       []holdingRecord  `json:"not_up"`
		NotUpVacant int              `json:"not_up_vacant"`
		Comparisons []councilEarlier `json:"comparisons"` // one a baseline, in full
	}
	holdingRecord struct {
		partyRecord
		Seats int `json:"seats"`
	}
	councilEarlier struct {
		Name     string          `json:"name"`
		Date     *string         `json:"date"`
		Holdings []holdingRecord `json:"holdings"`
		Vacant   int             `json:"vacant"`
	}
)

func councilJSON(c election.Council) councilRecord {
	j := councilRecord{
		ID: c.ID, Name: c.Name, Code: text(c.Code), Date: text(string(c.Date)),
		Seats: c.Seats, NotUp: holdingsJSON(c.NotUp), NotUpVacant: c.Vacant, Comparisons: []councilEarlier{},
	}
	for _, b := range c.Baselines {
		j.Comparisons = append(j.Comparisons, councilEarlier{
			Name: b.Name, Date: text(string(b.Date)), Holdings: holdingsJSON(b.Holdings), Vacant: b.Vacant,
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
