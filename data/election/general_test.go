package election

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math/big"
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

// Columns of the Parliament's candidacies and constituencies files. Those of
// by-elections have the date of the poll before them, and that of the writ.
const (
	colCode, colName                               = 0, 2
	colParty, colAbbreviation, colPartyID          = 7, 8, 9
	colJoint                                       = 11
	colForenames, colSurname, colMember, colVotes  = 12, 13, 17, 18
	colShare, colChange                            = 19, 20
	colResult, colElectorate, colValid, colInvalid = 11, 14, 15, 16
	colFirst, colSecond, colMajority               = 12, 13, 17
)

// official is what a constituencies file says of a result.
type official struct {
	outcome, first, second string
	valid, majority        Count
}

// officially reads a row of a constituencies file.
func officially(t testing.TB, row []string) (Contest, official) {
	t.Helper()
	return Contest{ID: row[colCode], Code: row[colCode], Name: row[colName], Kind: Parliamentary, Seats: 1,
			State: Declared, Revision: 1, Electorate: count(t, row[colElectorate]), Rejected: count(t, row[colInvalid])},
		official{row[colResult], row[colFirst], row[colSecond], count(t, row[colValid]), count(t, row[colMajority])}
}

// candidacy reads a row of a candidacies file.
func candidacy(t testing.TB, id string, row []string) Candidate {
	t.Helper()
	return Candidate{ID: id, Forenames: row[colForenames], Surname: row[colSurname],
		Person: row[colMember], Party: candidateParty(row), Votes: count(t, row[colVotes])}
}

// general reads a general election: contests by code, with what the
// constituencies file says of them.
func general(t testing.TB, year string) (map[string]Contest, map[string]official) {
	t.Helper()
	return filed(t, shared(t, "parliament/ge"+year+"-constituencies.csv"), shared(t, "parliament/ge"+year+"-candidacies.csv"))
}

// filed is an election by the rows of its two files.
func filed(t testing.TB, constituencies, candidacies [][]string) (map[string]Contest, map[string]official) {
	t.Helper()
	contests, says := map[string]Contest{}, map[string]official{}
	for _, row := range constituencies {
		contests[row[colCode]], says[row[colCode]] = officially(t, row)
	}
	for i, row := range candidacies {
		c := contests[row[colCode]]
		c.Candidates = append(c.Candidates, candidacy(t, strconv.Itoa(i), row))
		contests[row[colCode]] = c
	}
	return contests, says
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

// asFiled is a fraction as a file writes it, to be printed as ours are.
func asFiled(t *testing.T, text string) Fraction {
	t.Helper()
	value, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no fraction", text)
	}
	return Fraction{value}
}

// agrees compares a result with what the constituencies file says of it, and
// its percentages with the same file's numbers.
func agrees(t *testing.T, name string, r Result, says official) {
	t.Helper()
	equal(t, name+": valid votes", r.Valid, says.valid)
	equal(t, name+": majority", r.Majority, says.majority)
	equal(t, name+": majority in per cent", r.MajorityShare.Percent(1), Ratio(says.majority, says.valid).Percent(1))
	equal(t, name+": turnout", r.TurnoutValid.Percent(1), Ratio(says.valid, r.Contest.Electorate).Percent(1))
	equal(t, name+": turnout by papers", r.TurnoutPapers.Percent(2), Ratio(Of(says.valid.n+r.Contest.Rejected.n), r.Contest.Electorate).Percent(2))
	equal(t, name+": first", r.Rows[0].Candidate.Party.Short, says.first)
	equal(t, name+": second", r.Rows[1].Candidate.Party.Short, says.second)
	equal(t, name+": outcome", r.Outcome().String(), says.outcome)
}

// All 650 seats of 2019 against 2017, recomputed from the candidates and
// compared with what the constituencies file says.
func TestGeneralElection2019(t *testing.T) {
	then, before := general(t, "2017")
	now, says := general(t, "2019")
	equal(t, "contests", len(now), 650)
	for _, c := range withBaseline(now, then, "2017 general election") {
		r, want := Compute(c), says[c.Code]
		if jointBefore[c.Name] {
			want.outcome = strings.TrimSuffix(want.outcome, " Coop")
		}
		agrees(t, c.Name, r, want)
		turnout := Ratio(want.valid, c.Electorate).Minus(Ratio(before[c.Code].valid, then[c.Code].Electorate))
		equal(t, c.Name+": turnout change", r.Primary().TurnoutChange.Signed(1), turnout.Signed(1))
	}
}

// Every share and change of the 3,320 candidates of 2019 against the file's
// own at the digit that is printed; its shares, which are fractions to six
// places, to four places of a per cent too.
func TestSharesAndChangesOf2019(t *testing.T) {
	then, _ := general(t, "2017")
	now, _ := general(t, "2019")
	file := shared(t, "parliament/ge2019-candidacies.csv")
	equal(t, "candidates", len(file), 3320)
	for _, c := range withBaseline(now, then, "2017 general election") {
		for _, row := range Compute(c).Rows {
			filed := file[numbered(t, row.Candidate)]
			agreesWithCandidacy(t, c.Name, row, filed)
			equal(t, c.Name+": share", row.Share.Percent(4), asFiled(t, filed[colShare]).Percent(4))
			if !row.Change().New && filed[colChange] != "" {
				equal(t, c.Name+": change", row.Change().Points.Signed(4), asFiled(t, filed[colChange]).Signed(4))
			}
		}
	}
}

// numbered is the row of a file that a candidate was read from.
func numbered(t *testing.T, k Candidate) int {
	t.Helper()
	at, err := strconv.Atoi(k.ID)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// What the night of 12 December 2019 added up to. The 202 seats of Labour
// count the 26 members who are joint with the Co-operative Party: the file has
// all 631 candidates under Labour's id, and the 50 joint ones have the other
// party beside it. A party registered apart is a line of its own: the Greens
// of Scotland and of Northern Ireland, and the four Conservatives of Northern
// Ireland, whose 5,433 votes make the 13,966,454 of the two.
func TestScoreboardOf2019(t *testing.T) {
	then, _ := general(t, "2017")
	now, says := general(t, "2019")
	contests := withBaseline(now, then, "2017 general election")
	b := Tally(computed(contests...))
	equal(t, "contests", b.Contests, 650)
	equal(t, "declared", b.Declared, 650)
	equal(t, "filled", b.Filled, 650)
	equal(t, "valid votes", b.Valid, 32014110)
	want := []string{
		"Con 365 +58 −10 13961021 43.6 +1.3", "Lab 202 +1 −61 10269051 32.1 −7.9", "SNP 48 +14 −1 1242380 3.9 +0.8",
		"LD 11 +3 −4 3696419 11.5 +4.2", "DUP 8 +0 −2 244128 0.8 −0.1", "SF 7 +1 −1 181853 0.6 −0.2", "PC 4 +0 −0 153265 0.5 0.0",
		"SDLP 2 +2 −0 118737 0.4 +0.1", "Green 1 +0 −0 835597 2.6 +1.0", "APNI 1 +1 −0 134115 0.4 +0.2", "Spk 1 +1 −1 26831 0.1 0.0",
	}
	sameLines(t, "rows", scores(b)[:len(want)], want...)
	equal(t, "the first party without a seat", scores(b)[len(want)], "BRX 0 +0 −0 644257 2.0 n/a")

	seats, gains, votes, joint := map[string]int{}, 0, map[string]int{}, 0
	winners := map[string]bool{}
	for _, c := range contests {
		seats[says[c.Code].first]++
		gains += oneIf(strings.Contains(says[c.Code].outcome, " gain from "))
		winners[Compute(c).Rows[0].Candidate.ID] = true
	}
	for i, row := range shared(t, "parliament/ge2019-candidacies.csv") {
		votes[row[colPartyID]] += count(t, row[colVotes]).n
		joint += oneIf(row[colPartyID] == "PP53" && row[colJoint] != "" && winners[strconv.Itoa(i)])
	}
	equal(t, "Labour members joint with the Co-operative Party", joint, 26)
	equal(t, "seats of Labour, by the file", seats["Lab"], 202)
	for _, row := range b.Rows {
		if row.Party.ID != "" && row.Party.ID != SpeakerID {
			equal(t, row.Party.Name+": votes", row.Votes, votes[row.Party.ID])
		}
		gains -= row.Gains
	}
	equal(t, "gains that the file has and the scoreboard has not", gains, 0)
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
		contests, _ := general(t, year)
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
