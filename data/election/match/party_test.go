package match

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

func TestParty(t *testing.T) {
	party := func(id, name, short string) election.Party { return election.Party{ID: id, Name: name, Short: short} }
	for _, test := range []struct {
		id, name, short string
		want            Standing
	}{
		{"PP52", "", "", Standing{Party: party("PP52", "Conservative", "Con")}},
		{"party:7931", "The Brexit Party", "BRX", Standing{Party: party("PP7931", "The Brexit Party", "BRX")}},
		{"joint-party:53-119", "Labour and Co-operative Party", "", Standing{Party: party("PP53", "Labour and Co-operative Party", "Lab")}},
		{"PPm1991", "Mere Residents", "", Standing{Party: party("PPm1991", "Mere Residents", "")}},
		{"PP12958", "", "", Standing{Party: party("PP12958", "Climate Party", "")}},
		{"PP53", "Conservative", "", Standing{Party: party("PP53", "Conservative", "Lab"), Other: "Con"}},
		{"PP51", "Conservative", "Con", Standing{Party: party("PP51", "Conservative", "Con")}},
		{"ynmp-party:2", "Independent", "", Standing{Party: election.Independent}},
		{"ynmp-party:12522", "Speaker seeking re-election", "", Standing{Party: party("x:speaker", "Speaker seeking re-election", "Spk")}},
		{"", "", "", Standing{Party: election.Independent}},
		{"", "No description", "", Standing{Party: election.Independent}},
		{"", "Independent - Save the Baths", "", Standing{Party: election.Independent, Description: "Independent - Save the Baths"}},
		{"", "Labour Party", "", Standing{Party: party("PP53", "Labour Party", "Lab")}},
		{"", "lab", "", Standing{Party: party("PP53", "Labour", "Lab")}},
		{"", "The Conservative Party Candidate", "", Standing{Party: party("PP52", "Conservative", "Con"), Description: "The Conservative Party Candidate"}},
		{"", "Climate Party Candidate", "", Standing{Party: party("PP12958", "Climate Party", ""), Description: "Climate Party Candidate"}},
		{"", "Mere First", "MF", Standing{Party: party("x:mere first", "Mere First", "MF"), New: true}},
	} {
		if got, ok := Party(test.id, test.name, test.short); got != test.want || !ok {
			t.Errorf("Party(%q, %q, %q) = %+v, %v; want %+v", test.id, test.name, test.short, got, ok, test.want)
		}
	}
	if _, ok := Party("52", "Conservative", ""); ok {
		t.Error("a number alone is an id")
	}
}

// TestTheDesksTableIsInTheRegister sees that the parties which the count knows by
// colour are found by their names too.
func TestTheDesksTableIsInTheRegister(t *testing.T) {
	for _, p := range election.Parties() {
		for _, name := range []string{p.Name, p.Short} {
			if id, how := register.Named(name); how != register.ByName || register.Line(p.ID) != id && p.Short != "Green" && p.Short != "Workers" {
				t.Errorf("%s, %q: %s, %d", p.ID, name, id, how)
			}
		}
	}
}

// TestRealFilesNameTheRegistersParties reads the names and ids of real files: a
// name must lead to the party of the id beside it, or to none.
func TestRealFilesNameTheRegistersParties(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "..", "shared", "data")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the real files are not beside this repository: ", folder)
	}
	for file, columns := range map[string][2]int{
		"parliament/ge2017-candidacies.csv":                 {9, 7},
		"parliament/ge2019-candidacies.csv":                 {9, 7},
		"parliament/by-elections-2019-2024-candidacies.csv": {10, 8},
		"democracy-club/doncaster-2021-05-06.csv":           {6, 7},
		"hartlepool/hartlepool-2021-05-06-candidates.csv":   {10, 8},
		"parliament/party-registrations.csv":                {2, 1},
	} {
		f, err := os.Open(filepath.Join(folder, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		r := csv.NewReader(f)
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		unknown := map[string]bool{}
		for _, row := range rows {
			id, name := strings.TrimSpace(row[columns[0]]), row[columns[1]]
			number := registered.FindStringSubmatch(id)
			if number == nil || strings.HasSuffix(file, "registrations.csv") && row[5] != "" {
				continue // deregistered: the name may be somebody else's now
			}
			got, how := register.Named(name)
			switch want := register.Line("PP" + number[1]); {
			case how == register.Unknown:
				unknown[name] = true
			case got != want:
				t.Errorf("%s: %q is %s, and %s by its id", file, name, got, want)
			}
		}
		if len(unknown) > 3 {
			t.Errorf("%s: not in the register: %v", file, unknown)
		}
	}
}
