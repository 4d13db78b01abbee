package election

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// shared opens a file of public results kept beside the repository, or skips.
func shared(t testing.TB, name string) [][]string {
	t.Helper()
	dir, err := os.Getwd()
	for err == nil {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", "data", filepath.FromSlash(name))
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there: the public results are not kept in this repository", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return rows
}

// Columns of the Parliament's candidacies and constituencies files.
const (
	colCode, colName                               = 0, 2
	colParty, colAbbreviation, colPartyID          = 7, 8, 9
	colForenames, colSurname, colMember, colVotes  = 12, 13, 17, 18
	colResult, colElectorate, colValid, colInvalid = 11, 14, 15, 16
	colFirst, colSecond, colMajority               = 12, 13, 17
)

// official is what the constituencies file says of a result.
type official struct{ outcome, first, second string }

// general reads a general election: contests by code, with what the
// constituencies file says of them.
func general(t testing.TB, year string) (map[string]Contest, map[string]official, map[string]int) {
	t.Helper()
	contests, says, majorities := map[string]Contest{}, map[string]official{}, map[string]int{}
	for _, row := range shared(t, "parliament/ge"+year+"-constituencies.csv") {
		contests[row[colCode]] = Contest{ID: row[colCode], Code: row[colCode], Name: row[colName], Kind: Parliamentary, Seats: 1,
			State: Declared, Revision: 1, Electorate: count(t, row[colElectorate]), Rejected: count(t, row[colInvalid])}
		says[row[colCode]] = official{row[colResult], row[colFirst], row[colSecond]}
		majorities[row[colCode]] = count(t, row[colMajority]).Or(-1)
		majorities["valid "+row[colCode]] = count(t, row[colValid]).Or(-1)
	}
	for i, row := range shared(t, "parliament/ge"+year+"-candidacies.csv") {
		c := contests[row[colCode]]
		c.Candidates = append(c.Candidates, Candidate{ID: strconv.Itoa(i), Forenames: row[colForenames], Surname: row[colSurname],
			Person: row[colMember], Party: candidateParty(row), Votes: count(t, row[colVotes])})
		contests[row[colCode]] = c
	}
	return contests, says, majorities
}

// candidateParty uses the file's own abbreviation, so that outcomes can be
// compared word for word.
func candidateParty(row []string) Party {
	p := Party{ID: row[colPartyID], Name: row[colParty], Short: row[colAbbreviation]}
	if p.Name == "Speaker" {
		p.ID = SpeakerID
	}
	return p
}

func count(t testing.TB, text string) Count {
	t.Helper()
	c, err := ParseCount(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// withBaseline is the contests of one election with another as baseline.
func withBaseline(now, then map[string]Contest, name string) []Contest {
	var all []Contest
	for code, c := range now {
		c.Baselines = []Baseline{baselineOf(then[code], name)}
		all = append(all, c)
	}
	return all
}

// jointBefore is where the file words the party that lost as "Lab Coop": its
// winner of 2017 was a joint candidate of the Labour and Co-operative Parties.
// Such candidates stand under Labour's id, so the seat is a gain from Labour
// here, as it is in every newsroom's table.
var jointBefore = map[string]bool{
	"Barrow and Furness": true, "Glasgow North East": true, "Leigh": true, "Redcar": true,
	"Rutherglen and Hamilton West": true, "Stoke-On-Trent Central": true, "Stroud": true, "West Bromwich West": true,
}

// All 650 seats of 2019 against 2017, recomputed from the candidates and
// compared with what the constituencies file says.
func TestGeneralElection2019(t *testing.T) {
	then, _, _ := general(t, "2017")
	now, says, numbers := general(t, "2019")
	equal(t, "contests", len(now), 650)
	for _, c := range withBaseline(now, then, "2017 general election") {
		r, want := Compute(c), says[c.Code]
		if jointBefore[c.Name] {
			want.outcome = strings.TrimSuffix(want.outcome, " Coop")
		}
		equal(t, c.Name+": valid votes", r.Valid, Of(numbers["valid "+c.Code]))
		equal(t, c.Name+": majority", r.Majority, Of(numbers[c.Code]))
		equal(t, c.Name+": first", r.Rows[0].Candidate.Party.Short, want.first)
		equal(t, c.Name+": second", r.Rows[1].Candidate.Party.Short, want.second)
		equal(t, c.Name+": outcome", r.Outcome().String(), want.outcome)
	}
}

// The change of all 3,320 candidates of 2019 against the file's own, which is
// a fraction to six places.
func TestChangesOf2019(t *testing.T) {
	then, _, _ := general(t, "2017")
	now, _, _ := general(t, "2019")
	changes := map[string]string{}
	for i, row := range shared(t, "parliament/ge2019-candidacies.csv") {
		changes[strconv.Itoa(i)] = row[colVotes+2]
	}
	equal(t, "candidates", len(changes), 3320)
	for _, c := range withBaseline(now, then, "2017 general election") {
		for _, row := range Compute(c).Rows {
			k, got := row.Candidate, row.Change()
			want := changes[k.ID]
			if got.New || want == "" {
				equal(t, c.Name+", "+k.Name()+" ("+k.Party.Short+"): new", got.New, want == "")
				continue
			}
			equal(t, c.Name+", "+k.Name()+": change", strings.Replace(got.Points.Percent(4), "−", "-", 1), asPercent(t, want))
		}
	}
}

// asPercent is a fraction of the file in per cent to four places.
func asPercent(t *testing.T, fraction string) string {
	t.Helper()
	f, err := strconv.ParseFloat(fraction, 64)
	if err != nil {
		t.Fatal(err)
	}
	return strconv.FormatFloat(f*100, 'f', 4, 64)
}

// The by-elections of that Parliament against the general election of 2019.
func TestByElections(t *testing.T) {
	then, _, _ := general(t, "2019")
	rows := shared(t, "parliament/by-elections-2019-2024-constituencies.csv")
	seats := map[string]Contest{}
	for i, row := range shared(t, "parliament/by-elections-2019-2024-candidacies.csv")[1:] {
		key := row[0] + row[1]
		c := seats[key]
		c.Candidates = append(c.Candidates, Candidate{ID: strconv.Itoa(i), Forenames: row[colForenames+1], Surname: row[colSurname+1],
			Person: row[colMember+1], Party: candidateParty(row[1:]), Votes: count(t, row[colVotes+1])})
		seats[key] = c
	}
	equal(t, "by-elections", len(rows)-1, 23)
	for _, row := range rows[1:] {
		c, name := seats[row[0]+row[2]], row[4]+" "+row[0]
		c.Kind, c.Seats, c.State, c.Electorate = Parliamentary, 1, Declared, count(t, row[colElectorate+2])
		c.Baselines = []Baseline{baselineOf(then[row[2]], "2019 general election")}
		r := Compute(c)
		equal(t, name+": valid votes", r.Valid, count(t, row[colValid+2]))
		equal(t, name+": majority", r.Majority, count(t, row[colMajority+2]))
		equal(t, name+": outcome", r.Outcome().String(), row[colResult+2])
	}
}

// Every id of the built-in table is on the register, under a name that shares
// a word with ours.
func TestPartyTableAgainstTheRegister(t *testing.T) {
	register := map[string]string{}
	for _, row := range shared(t, "parliament/party-registrations.csv")[1:] {
		id := strings.TrimSpace(row[2])
		register[id] += " " + strings.ToLower(strings.ReplaceAll(row[1], "'", "’"))
	}
	for _, p := range Parties() {
		if p.ID == SpeakerID {
			continue
		}
		name, ok := register[p.ID]
		if !ok {
			t.Errorf("%s (%s) is not on the register", p.ID, p.Name)
			continue
		}
		plain, _, _ := strings.Cut(strings.ToLower(p.Name), " (")
		if !strings.Contains(name, plain) {
			t.Errorf("%s is %q on the register, %q here", p.ID, name, p.Name)
		}
	}
}

// Every party that stood in five seats or more has a line of its own.
func TestPartyTableHoldsWhatOccursOften(t *testing.T) {
	stood, names := map[string]int{}, map[string]string{}
	for _, year := range []string{"2017", "2019"} {
		contests, _, _ := general(t, year)
		for _, c := range contests {
			for _, k := range c.Candidates {
				stood[k.Party.ID]++
				names[k.Party.ID] = k.Party.Name
			}
		}
	}
	for id, n := range stood {
		if _, ok := PartyByID(id); !ok && id != "" && n >= 5 {
			t.Errorf("%s (%s) stood %d times and has no line", id, names[id], n)
		}
	}
}
