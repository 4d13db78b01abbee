package election

import (
	"strings"

	"nightdesk/data/election/register"
)

// A Party is what a candidate stands for. Parties match by ID and by nothing
// else, since names and abbreviations change: the Brexit Party and Reform UK
// are both PP7931. The register says which ids are one party's.
type Party struct {
	// ID is the Electoral Commission's id ("PP52"), or one the desk made up
	// for a party without ("x:…"). It is empty for independents.
	ID string `json:"id"`
	// Name as it stood on the day: "Brexit Party".
	Name string `json:"name"`
	// Short is the desk's abbreviation: "Con".
	Short string `json:"short"`
}

// Independent is the party of candidates without one.
var Independent = Party{Name: "Independent", Short: "Ind"}

// IsIndependent reports whether the candidate stands for no party. Such
// candidates are never chained to one another.
func (p Party) IsIndependent() bool {
	return p.ID == "" && (p.Name == "" || strings.EqualFold(p.Name, "Independent"))
}

// Same reports whether two parties are one by id, or by ids that are one party's
// in the register: PP51 and PP52. Independents and parties without an id are never
// the same.
func (p Party) Same(q Party) bool { return p.ID != "" && p.line() == q.line() }

// line is the id that the party counts under, empty for independents.
func (p Party) line() string { return register.Line(p.ID) }

// named reports whether two parties go by one name, whatever their ids.
// Independents go by none.
func (p Party) named(q Party) bool {
	return p.Name != "" && !p.IsIndependent() && register.Key(p.Name) == register.Key(q.Name)
}

// Label is the short name where there is one, else the name; an independent
// without either is "Ind".
func (p Party) Label() string {
	switch {
	case p.Short != "":
		return p.Short
	case p.IsIndependent():
		return Independent.Short
	}
	return p.Name
}
