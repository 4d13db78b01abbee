package election

import (
	"encoding/csv"
	"strings"
	"testing"
)

// The two files of an invented general election of three seats, in the
// Parliament's columns, and of the one before. What the real files prove where
// they lie beside the repository, these prove everywhere.
const (
	inventedThen = `N,,Mereland North,,,,,,,,,,,,20000,10000,50,
S,,Mereland South,,,,,,,,,,,,16000,8000,40,
W,,Mereland West,,,,,,,,,,,,12000,5900,20,`
	inventedThenStood = `N,,,,,,,Labour,Lab,PP53,,,Ada,Ash,,,,,5000,,
N,,,,,,,Conservative,Con,PP52,,,Ben,Birch,,,,,4000,,
N,,,,,,,Liberal Democrat,LD,PP90,,,Cy,Cedar,,,,,1000,,
S,,,,,,,Labour,Lab,PP53,,,Di,Dock,,,,,6000,,
S,,,,,,,Conservative,Con,PP52,,,Ed,Elm,,,,,2000,,
W,,,,,,,Labour,Lab,PP53,,PP119,Flo,Fir,,,,,3000,,
W,,,,,,,Scottish National Party,SNP,PP102,,,Gus,Gorse,,,,,2900,,`
	inventedNow = `N,,Mereland North,,,,,,,,,Con gain from Lab,Con,Lab,20000,10000,40,1600
S,,Mereland South,,,,,,,,,Lab hold,Lab,Con,16000,8000,30,2500
W,,Mereland West,,,,,,,,,SNP gain from Lab,SNP,Lab,12100,6000,25,1200`
	inventedNowStood = `N,,,,,,,Labour,Lab,PP53,,,Ada,Ash,,,,,3900,0.39,-0.11
N,,,,,,,Conservative,Con,PP52,,,Hal,Hazel,,,,,5500,0.55,0.15
N,,,,,,,Liberal Democrat,LD,PP90,,,Cy,Cedar,,,,,600,0.06,-0.04
S,,,,,,,Labour,Lab,PP53,,,Di,Dock,,,,,5000,0.625,-0.125
S,,,,,,,Conservative,Con,PP52,,,Ed,Elm,,,,,2500,0.3125,0.0625
S,,,,,,,The Brexit Party,BRX,PP7931,,,Ivy,Iris,,,,,500,0.0625,
W,,,,,,,Labour,Lab,PP53,,PP119,Flo,Fir,,,,,2400,0.4,-0.108475
W,,,,,,,Scottish National Party,SNP,PP102,,,Gus,Gorse,,,,,3600,0.6,0.108475`
)

func rowsOf(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestInventedGeneralElection(t *testing.T) {
	then, before := filed(t, rowsOf(t, inventedThen), rowsOf(t, inventedThenStood))
	file := rowsOf(t, inventedNowStood)
	now, says := filed(t, rowsOf(t, inventedNow), file)
	contests := withBaseline(now, then, "2017 general election")
	for _, c := range contests {
		r := Compute(c)
		agrees(t, c.Name, r, says[c.Code])
		turnout := Ratio(says[c.Code].valid, c.Electorate).Minus(Ratio(before[c.Code].valid, then[c.Code].Electorate))
		equal(t, c.Name+": turnout change", r.Primary().TurnoutChange.Signed(1), turnout.Signed(1))
		for _, row := range r.Rows {
			agreesWithCandidacy(t, c.Name, row, file[numbered(t, row.Candidate)])
		}
	}
	b := Tally(computed(contests...))
	equal(t, "contests, declared and filled", [3]int{b.Contests, b.Declared, b.Filled}, [3]int{3, 3, 3})
	equal(t, "valid votes", b.Valid, 24000)
	sameLines(t, "rows", scores(b),
		"Lab 1 +0 −2 11300 47.1 −11.5", "Con 1 +1 −0 8000 33.3 +8.2", "SNP 1 +1 −0 3600 15.0 +2.9", "LD 0 +0 −0 600 2.5 −1.7", "BRX 0 +0 −0 500 2.1 n/a")
}

// The parties that stand all over a nation have a line under their registered
// id and name.
func TestPartyTableHoldsTheLargeParties(t *testing.T) {
	for id, name := range map[string]string{
		"PP52": "Conservative", "PP53": "Labour", "PP90": "Liberal Democrat", "PP63": "Green", "PP102": "Scottish National Party", "PP77": "Plaid Cymru",
		"PP7931": "Reform UK", "PP85": "UKIP", "PP70": "Democratic Unionist Party", "PP39": "Sinn Féin", "PP55": "SDLP", "PP83": "Ulster Unionist Party", "PP103": "Alliance",
	} {
		if p, ok := PartyByID(id); !ok || !strings.Contains(p.Name+" "+p.Short, name) {
			t.Errorf("%s is %q (%s), want %s", id, p.Name, p.Short, name)
		}
	}
}
