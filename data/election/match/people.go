package match

import (
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

// A Person is what was found of one candidate who comes in.
type Person struct {
	Given int  // in the list that comes in
	Kind  Kind // New, Matched, Renamed or Uncertain
	There int  // in the list that is there, -1 unless Matched or Renamed
	Among []int
	// Why says what makes an Uncertain one so: "the same surname".
	Why string
}

// Told is what a person has said of the names that come in.
type Told struct {
	Same map[string]string // the name that comes in is the one there, who is Matched by it and not Renamed
	New  []string          // nobody who is there
}

// there is the name that a name is told to be, "" where nothing is said.
func (t Told) there(name string) string {
	for given, there := range t.Same {
		if SameName(given, name) {
			return there
		}
	}
	return ""
}

// IsNew reports whether a name is told to be nobody's who is there.
func (t Told) IsNew(name string) bool {
	return slices.ContainsFunc(t.New, func(n string) bool { return SameName(n, name) })
}

// People finds each candidate who comes in among those there, who are of one
// contest with that many seats; the answer is in the order of given, and nobody
// there is found twice. Candidates match by id, by person id, by what is told,
// and by name. Two with different person ids are one only where a party has one
// candidate, which is for a single seat. A name of two parties or of two persons,
// a surname with other forenames, and a second candidate of a party for a single
// seat are Uncertain where the one there is not found otherwise.
func People(there, given []election.Candidate, seats int, told Told) []Person {
	p := pairing{there: there, given: given, told: told, found: make([]Person, len(given)), taken: make([]bool, len(there))}
	for i := range given {
		p.found[i] = Person{Given: i, Kind: New, There: -1}
	}
	p.each(func(a, b election.Candidate) bool { return b.ID != "" && a.ID == b.ID })
	p.each(func(a, b election.Candidate) bool { return b.Person != "" && a.Person == b.Person && !contradict(a, b) })
	p.each(func(a, b election.Candidate) bool {
		name := told.there(b.Name())
		return name != "" && SameName(a.Name(), name) && !otherIDs(a, b)
	})
	for _, alike := range []func(a, b election.Candidate) bool{sameOrder, sameWords} {
		p.each(func(a, b election.Candidate) bool { return alike(a, b) && a.Party.Same(b.Party) && !contradict(a, b) })
		p.each(func(a, b election.Candidate) bool {
			return alike(a, b) && !differ(a.Party, b.Party) && !contradict(a, b)
		})
	}
	if seats == 1 {
		p.each(func(a, b election.Candidate) bool {
			return sameWords(a, b) && a.Party.Same(b.Party) && !otherIDs(a, b) && !told.IsNew(b.Name())
		})
	}
	for _, d := range doubts {
		p.doubt(seats, d)
	}
	return p.found
}

// Missing are those there whom nobody who comes in was found to be, by place.
func Missing(there []election.Candidate, found []Person) []int {
	here := make([]bool, len(there))
	for _, f := range found {
		if f.There >= 0 {
			here[f.There] = true
		}
	}
	var missing []int
	for i := range there {
		if !here[i] {
			missing = append(missing, i)
		}
	}
	return missing
}

// A pairing is People under way.
type pairing struct {
	there, given []election.Candidate
	told         Told
	found        []Person
	taken        []bool // of those there
}

// each pairs those who are alike where neither is like anybody else who is left.
func (p *pairing) each(alike func(there, given election.Candidate) bool) {
	of := make([][]int, len(p.there))
	by := make([][]int, len(p.given))
	for i, a := range p.there {
		for j, b := range p.given {
			if p.open(i, j) && alike(a, b) {
				of[i], by[j] = append(of[i], j), append(by[j], i)
			}
		}
	}
	for j, there := range by {
		if len(there) != 1 || len(of[there[0]]) != 1 {
			continue
		}
		a, b := p.there[there[0]], p.given[j]
		p.taken[there[0]] = true
		p.found[j].There, p.found[j].Kind = there[0], Matched
		if b.Name() != "" && !SameName(a.Name(), b.Name()) && p.told.there(b.Name()) == "" {
			p.found[j].Kind = Renamed
		}
	}
}

func (p *pairing) open(there, given int) bool {
	return !p.taken[there] && p.found[given].Kind == New
}

// doubt marks those who are like somebody who is left.
func (p *pairing) doubt(seats int, d doubt) {
	for j, b := range p.given {
		if p.found[j].Kind != New || p.told.IsNew(b.Name()) {
			continue
		}
		var among []int
		for i, a := range p.there {
			if !p.taken[i] && !otherIDs(a, b) && d.is(a, b, seats) {
				among = append(among, i)
			}
		}
		if len(among) > 0 {
			p.found[j].Kind, p.found[j].Among, p.found[j].Why = Uncertain, among, d.why
		}
	}
}

// A doubt is a way in which a name is like another without being it for certain.
type doubt struct {
	why string
	is  func(there, given election.Candidate, seats int) bool
}

var doubts = []doubt{
	{"the same name", func(a, b election.Candidate, _ int) bool { return sameWords(a, b) }},
	{"the same surname", func(a, b election.Candidate, _ int) bool {
		return squeezed(a.Surname) == squeezed(b.Surname) && !contradict(a, b)
	}},
	{"the same forenames and party", func(a, b election.Candidate, _ int) bool {
		return a.Forenames != "" && squeezed(a.Forenames) == squeezed(b.Forenames) && a.Party.Same(b.Party) && !contradict(a, b)
	}},
	{"the same party for a single seat", func(a, b election.Candidate, seats int) bool { return seats == 1 && a.Party.Same(b.Party) }},
}

// contradict reports whether two are different people by their person ids or ids.
// Person ids are given by others, who now and then give one person two.
func contradict(a, b election.Candidate) bool {
	return a.Person != "" && b.Person != "" && a.Person != b.Person || otherIDs(a, b)
}

// otherIDs reports whether two are different candidates by the night's own ids.
func otherIDs(a, b election.Candidate) bool { return a.ID != "" && b.ID != "" && a.ID != b.ID }

// differ reports whether two parties are both said and not one.
func differ(a, b election.Party) bool {
	said := func(p election.Party) bool { return p.ID != "" || p.Name != "" }
	switch {
	case !said(a) || !said(b):
		return false
	case a.IsIndependent() || b.IsIndependent():
		return a.IsIndependent() != b.IsIndependent()
	case a.ID == "" || b.ID == "":
		return register.Key(a.Name) != register.Key(b.Name)
	}
	return !a.Same(b)
}

func sameOrder(a, b election.Candidate) bool { return squeezed(a.Name()) == squeezed(b.Name()) }

func sameWords(a, b election.Candidate) bool { return SameName(a.Name(), b.Name()) }

// SameName reports whether two names differ in nothing but case, accents,
// apostrophes, hyphens, blanks, titles and order.
func SameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if strings.Join(x, "") == strings.Join(y, "") {
		return true
	}
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// squeezed is a name in its own order without titles and blanks.
func squeezed(name string) string { return strings.Join(nameWords(name), "") }

// nameWords are the folded words of a name without titles and letters after it,
// as long as two are left. O, Mc and Mac belong to the word after them.
func nameWords(name string) []string {
	words := strings.Fields(register.Fold(name))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return titles[w] || honours[w] })
	if len(kept) < 2 {
		kept = words
	}
	var joined []string
	for i := 0; i < len(kept); i++ {
		w := kept[i]
		if (w == "o" || w == "mc" || w == "mac" || w == "d") && i+1 < len(kept) {
			i++
			w += kept[i]
		}
		joined = append(joined, w)
	}
	return joined
}

// NameKey is the same for all names that SameName finds alike by their words, so
// that an id can be made of it.
func NameKey(name string) string {
	words := nameWords(name)
	slices.Sort(words)
	return strings.Join(words, " ")
}
