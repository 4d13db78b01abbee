package match

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/election"
)

// The parts of invented names. No surname and no forename is another with other
// accents or signs.
var (
	someForenames = strings.Fields("Ann Bob Cat Siân Jo Zoë John Mary Rhodri Aoife Núria Björn")
	someSurnames  = []string{"Able", "Bone", "O’Neill", "Llŷr-Jones", "McDonald", "MacKay", "van der Berg", "de Freyne", "dos Santos",
		"Ó Dálaigh", "Ní Dhoire", "Mac Giolla", "St John", "Fitz Roy", "ap Harri", "Ferguson Hart", "Çelik", "Źak"}
)

// people draws a list in which no two have the same name.
func people(t *rapid.T, label string) []election.Candidate {
	n := rapid.IntRange(1, 9).Draw(t, label)
	var list []election.Candidate
	seen := map[string]bool{}
	for range n {
		k := election.Candidate{Surname: rapid.SampledFrom(someSurnames).Draw(t, "surname")}
		first := rapid.SampledFrom(someForenames).Draw(t, "forename")
		if k.Forenames = first; rapid.Bool().Draw(t, "two forenames") {
			k.Forenames += " " + rapid.SampledFrom(someForenames).Draw(t, "second forename")
		}
		if key := NameKey(k.Name()); !seen[key] {
			seen[key] = true
			list = append(list, k)
		}
	}
	return list
}

// styles are the ways in which a list is printed.
var styles = []func(k election.Candidate) string{
	func(k election.Candidate) string { return k.Name() },
	func(k election.Candidate) string { return k.BallotName() },
	func(k election.Candidate) string { return strings.ToUpper(k.Surname) + ", " + k.Forenames },
	func(k election.Candidate) string { return strings.ToUpper(k.Surname) + " " + k.Forenames },
	func(k election.Candidate) string { return k.Forenames + " " + strings.ToUpper(k.Surname) },
	func(k election.Candidate) string { return strings.ToUpper(k.BallotName()) },
	func(k election.Candidate) string { return strings.ToUpper(k.Name()) },
	func(k election.Candidate) string { return "Cllr " + k.Name() + " (Labour Party) (Elected)" },
	func(k election.Candidate) string { return "Dr " + k.Name() + " MBE" },
	func(k election.Candidate) string { return strings.NewReplacer("’", "'", "-", " ").Replace(k.Name()) },
	func(k election.Candidate) string { return strings.Join(strings.Fields(Fold(k.Name())), "  ") },
}

func TestAListMatchesItselfInEveryStyle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := people(t, "candidates")
		style := rapid.SampledFrom(styles).Draw(t, "style")
		order := rapid.Permutation(list).Draw(t, "order")
		printed := make([]string, len(order))
		for i, k := range order {
			printed[i] = style(k)
		}
		given := make([]election.Candidate, len(order))
		for i, n := range SplitAll(printed) {
			given[i] = election.Candidate{Forenames: n.Forenames, Surname: n.Surname}
		}
		found := People(list, given, 1, Told{})
		for i, f := range found {
			if f.Kind != Matched || list[f.There] != order[i] {
				t.Fatalf("%q is %+v", printed[i], f)
			}
		}
		if missing := Missing(list, found); len(missing) > 0 {
			t.Fatalf("missing are %v", missing)
		}
	})
}

func TestTwoListsNeverMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		there := people(t, "there")
		given := slices.DeleteFunc(people(t, "given"), func(k election.Candidate) bool {
			return slices.ContainsFunc(there, func(x election.Candidate) bool { return SameName(x.Name(), k.Name()) })
		})
		for i := range given {
			given[i].Party = election.Party{ID: fmt.Sprint("x:", i)}
		}
		for _, f := range People(there, given, 1, Told{}) {
			if f.Kind == Matched || f.Kind == Renamed {
				t.Fatalf("%s is %s", given[f.Given].Name(), there[f.There].Name())
			}
		}
	})
}

func TestNobodyIsFoundTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		there, given := people(t, "there"), people(t, "given")
		taken := map[int]bool{}
		for _, f := range People(there, append(given, given...), 1, Told{}) {
			if f.There >= 0 && taken[f.There] {
				t.Fatalf("%s is found twice", there[f.There].Name())
			}
			taken[f.There] = f.There >= 0 || taken[f.There]
		}
	})
}
