// Package match tells whether what comes in is there already: the contests, the
// people and the parties of files, pasted blocks, baselines, past contests,
// results, sentences and hand-keyed lists. Everything that reads names asks it.
//
// It promises to say what it knows and what it does not. A person is Matched by
// the night's id, by the person id of Democracy Club, or by a name that differs
// in nothing but case, accents, apostrophes, hyphens, blanks, titles and order,
// and only where one person of the list can be meant. What is like somebody
// without being sure is Uncertain, which is for a person to settle: nothing is
// guessed. A contest is a seat on a day, and another day is never the same
// contest. Parties are those of the register; a party that is not in it is new.
//
// The package computes from what it is given, keeps nothing and changes nothing.
package match

import "nightdesk/data/election/register"

// A Kind says how something that comes in stands to what is there.
type Kind int

// The kinds. Earlier and Later are for contests alone, Renamed for people.
const (
	New       Kind = iota // nothing there is like it
	Matched               // it is there
	Renamed               // it is there, under another name
	Uncertain             // it may be what is there, and a person has to say
	Earlier               // the same seat on an earlier day: a baseline
	Later                 // the same seat on a later day: a contest of its own
)

// Fold is a text as far as it tells one name from another: small letters without
// accents, digits, and single blanks for hyphens and other signs.
func Fold(s string) string { return register.Fold(s) }
