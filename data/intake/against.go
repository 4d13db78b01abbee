package intake

import "nightdesk/data/election"

// Against says what importing would do to a night that has the given contests:
// how many contests would be added, and how many of those there it speaks of.
// Contests match by code, and by name where either has none.
func (f Found) Against(there []election.Contest) (added, known int) {
	code, name := map[string]bool{}, map[string]bool{}
	for _, c := range there {
		if c.Code != "" {
			code[c.Code] = true
		} else {
			name[c.Name] = true
		}
	}
	named := map[string]bool{}
	for _, c := range there {
		named[c.Name] = true
	}
	for _, c := range f.Contests {
		if c.Code != "" && code[c.Code] || name[c.Name] || c.Code == "" && named[c.Name] {
			known++
		} else {
			added++
		}
	}
	return added, known
}
