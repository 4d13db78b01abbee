package intake

import "nightdesk/data/election/match"

// Fold is a name or a heading as far as it tells things apart.
func Fold(s string) string { return match.Fold(s) }

// splitName parts a name that is written in one.
func splitName(name string) (forenames, surname string) {
	n := match.Split(name)
	return n.Forenames, n.Surname
}
