// Package register knows the parties of the United Kingdom by the ids of the
// Electoral Commission and by what files and ballot papers call them, and how
// names are compared.
//
// It is a table of facts as they were on [Day], and it promises not to guess: a
// text is a party's only where it is one of the names in the table, or such a
// name with the words that a ballot paper puts round it. Ids that the Commission
// gave one party for Great Britain and for Northern Ireland, or when it was
// registered anew, are one party. The package imports nothing of ours, so that
// the count itself can ask it.
package register

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Day is the day on which the table was true.
const Day = "2026-04-01"

// Speaker is the id of the Speaker seeking re-election, who stands for no
// registered party and yet not as an independent.
const Speaker = "x:speaker"

// An entry is one party: its ids, the one that names lead to first, and its
// names, the registered one first, both cut at " | ". Until is the day from
// which it was no longer registered anywhere, empty where it is.
type entry struct{ ids, names, until string }

func (e entry) id() string { return strings.Fields(e.ids)[0] }

func (e entry) allNames() []string { return strings.Split(e.names, " | ") }

// An index finds the entries.
type index struct {
	byID  map[string]entry
	byKey map[string]entry
}

var tables = sync.OnceValue(func() index {
	x := index{map[string]entry{}, map[string]entry{}}
	for _, e := range slices.Concat(major, minor) {
		for _, id := range strings.Fields(e.ids) {
			x.byID[id] = e
		}
		for _, name := range e.allNames() {
			if first, taken := x.byKey[Key(name)]; !taken || first.until != "" && e.until == "" {
				x.byKey[Key(name)] = e
			}
		}
	}
	return x
})

// Line is the id that all ids of one party count under: PP52 for PP51 and for
// PP52. An id that a desk made of a name ("x:…") is the party's of that name, and
// one that is not in the table is its own.
func Line(id string) string {
	if e, ok := tables().byID[id]; ok {
		return e.id()
	}
	if name, made := strings.CutPrefix(id, "x:"); made {
		if known, _ := Named(name); known != "" {
			return known
		}
	}
	return id
}

// Names are what the party of an id is called, the registered name first; nil
// where the table does not have it.
func Names(id string) []string {
	if e, ok := tables().byID[Line(id)]; ok {
		return e.allNames()
	}
	return nil
}

// How a text was understood.
type How int

// The ways to understand a text as a party's.
const (
	Unknown       How = iota // nowhere in the table
	ByName                   // a name that the party goes by
	ByDescription            // a name with the words of a ballot paper round it
	None                     // it says that there is no party
)

// Named is the id of the party that a text names, and how it does. An independent
// has no id. Two parties in one text are none.
func Named(text string) (id string, how How) {
	if id, how = whole(text); how != Unknown {
		return id, how
	}
	for i, part := range partSigns.Split(text, -1) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		other, otherHow := whole(part)
		switch {
		case otherHow == Unknown && i == 0:
			return "", Unknown
		case otherHow == Unknown:
		case i == 0:
			id, how = other, otherHow
		case other != id || (otherHow == None) != (how == None):
			return "", Unknown
		}
	}
	if how != Unknown {
		how = ByDescription
	}
	return id, how
}

// partSigns part a name from what a description adds to it: "Plaid Cymru - The
// Party of Wales", "Welsh Labour / Llafur Cymru", "UK Independence Party (UKIP)".
var partSigns = regexp.MustCompile(`\s[-–—]\s|\s*[/()\[\]–—:]\s*`)

// whole understands a text that is a name and nothing else, or a name between the
// words of a ballot paper.
func whole(text string) (id string, how How) {
	key := Key(text)
	if none[key] {
		return "", None
	}
	if e, ok := tables().byKey[key]; ok {
		return e.id(), ByName
	}
	words := strings.Fields(key)
	for len(words) > 0 {
		switch last := len(words) - 1; {
		case before[words[0]]:
			words = words[1:]
		case after[words[last]]:
			words = words[:last]
		default:
			return "", Unknown
		}
		if e, ok := tables().byKey[Key(strings.Join(words, " "))]; ok {
			return e.id(), ByDescription
		}
	}
	return "", Unknown
}

// The words that ballot papers put before and after the name of a party.
var (
	before = set("the local")
	after  = set("candidate candidates party team focus")
)

// none are the keys of texts that say there is no party.
var none = map[string]bool{
	"independent": true, "independents": true, "ind": true, "indep": true, "independent candidate": true,
	"non party independent": true, "non party": true, "no description": true, "no": true, "none": true,
	"unaffiliated": true, "annibynnol": true, "independent annibynnol": true,
}

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

// Key is a party's name as far as it tells one from another: folded, without
// "the" before and "party" after it, and with the letters of an abbreviation
// together.
func Key(name string) string {
	words := strings.Fields(Fold(name))
	var joined []string
	for i := 0; i < len(words); {
		to := i + 1
		for to < len(words) && len(words[i]) == 1 && len(words[to]) == 1 {
			to++
		}
		joined, i = append(joined, strings.Join(words[i:to], "")), to
	}
	key := strings.Join(joined, " ")
	return strings.TrimSuffix(strings.TrimPrefix(key, "the "), " party")
}
