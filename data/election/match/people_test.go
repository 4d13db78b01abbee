package match

import (
	"slices"
	"testing"

	"nightdesk/data/election"
)

var (
	con = election.Party{ID: "PP52", Name: "Conservative", Short: "Con"}
	lab = election.Party{ID: "PP53", Name: "Labour", Short: "Lab"}
)

func person(name string, p election.Party, id string) election.Candidate {
	n := Split(name)
	return election.Candidate{Forenames: n.Forenames, Surname: n.Surname, Party: p, Person: id}
}

func TestPeople(t *testing.T) {
	there := []election.Candidate{
		person("Michelle O'Neill", election.Party{}, ""), person("Siân Llŷr-Jones", lab, ""), person("Bob Bone", con, "7"),
	}
	none := Told{}
	for _, test := range []struct {
		is    string
		given election.Candidate
		seats int
		told  Told
		kind  Kind
		at    int
	}{
		{"a curly apostrophe", person("Michelle O’Neill", lab, ""), 2, none, Matched, 0},
		{"no accents", person("Sian Llyr-Jones", lab, ""), 1, none, Matched, 1},
		{"surname first", person("LLYR JONES Sian", election.Party{}, ""), 1, none, Matched, 1},
		{"the person id", person("Robert Bone", con, "7"), 1, none, Renamed, 2},
		{"another person of the name", person("Bob Bone", con, "8"), 2, none, Uncertain, -1},
		{"another person, as we are told", person("Bob Bone", con, "8"), 2, Told{New: []string{"Bob Bone"}}, New, -1},
		{"the one person, as we are told", person("Bob Bone", con, "8"), 2, Told{Same: map[string]string{"Bob Bone": "Bob Bone"}}, Matched, 2},
		{"the party's candidate for the one seat, whatever id", person("Bob Bone", con, "8"), 1, none, Matched, 2},
		{"another person of the surname", person("Rob Bone", lab, "8"), 2, none, New, -1},
		{"another forename", person("Rob Bone", con, ""), 2, none, Uncertain, -1},
		{"another forename and party", person("Rob Bone", lab, ""), 2, none, Uncertain, -1},
		{"told who it is", person("Rob Bone", con, ""), 2, Told{Same: map[string]string{"rob bone": "Bob Bone"}}, Matched, 2},
		{"told that it is nobody", person("Rob Bone", con, ""), 2, Told{New: []string{"Rob Bone"}}, New, -1},
		{"the name with another party", person("Bob Bone", lab, ""), 2, none, Uncertain, -1},
		{"a second of the party for one seat", person("Zoe Zed", con, ""), 1, none, Uncertain, -1},
		{"a second of the party for two", person("Zoe Zed", con, ""), 2, none, New, -1},
		{"married", person("Siân Zed", lab, ""), 2, none, Uncertain, -1},
		{"somebody else", person("Zoe Zed", election.Independent, ""), 1, none, New, -1},
	} {
		got := People(there, []election.Candidate{test.given}, test.seats, test.told)[0]
		if got.Kind != test.kind || got.There != test.at {
			t.Errorf("%s: %s is %+v; want kind %d, place %d", test.is, test.given.Name(), got, test.kind, test.at)
		}
	}
}

func TestNamesakesAreToldByParty(t *testing.T) {
	there := []election.Candidate{person("John Smith", lab, ""), person("John Smith", con, "")}
	found := People(there, []election.Candidate{person("SMITH John", con, ""), person("John Smith", lab, "")}, 1, Told{})
	if found[0].There != 1 || found[1].There != 0 {
		t.Errorf("the two are %+v", found)
	}
	found = People(there, []election.Candidate{person("John Smith", election.Party{}, "")}, 1, Told{})
	if found[0].Kind != Uncertain || !slices.Equal(found[0].Among, []int{0, 1}) {
		t.Errorf("one without a party is %+v", found[0])
	}
}

func TestAForenameForASurname(t *testing.T) {
	there := []election.Candidate{person("James Martin", lab, ""), person("Martin James", con, "")}
	found := People(there, []election.Candidate{person("MARTIN James", election.Party{}, ""), person("Martin James", election.Party{}, "")}, 1, Told{})
	if found[0].There != 0 || found[1].There != 1 {
		t.Errorf("the two are %+v", found)
	}
}

func TestMissing(t *testing.T) {
	there := []election.Candidate{person("Ann Able", lab, ""), person("Bob Bone", con, "")}
	found := People(there, there[1:], 1, Told{})
	if got := Missing(there, found); !slices.Equal(got, []int{0}) {
		t.Errorf("missing are %v", got)
	}
}
