package publish_test

import (
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// inventedByElections are two by-elections in the Parliament's own two files:
// one with a party of each of its columns but those of other nations, and one
// that somebody without a column won. All of it is invented.
func inventedByElections() []publish.File {
	const candidacies = `Election date,ONS ID2,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type,Party name,Party abbreviation,Electoral Commission party ID,MNIS party ID,Electoral Commission adjunct party ID,Candidate first name,Candidate surname,Candidate gender,Sitting MP,Former MP,Member MNIS ID,Votes,Share,Change,Democracy Club person ID
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Conservative,Con,PP52,4,,Ada,Ash,Female,No,No,,9000,0.45,,101
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Labour,Lab,PP53,15,,Ben,Birch,Male,No,No,,7000,0.35,,102
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Liberal Democrat,LD,PP90,17,,Cy,Cedar,Male,No,No,,2000,0.1,,103
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Green Party,Green,PP63,44,,Di,Dock,Female,No,No,,1200,0.06,,
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Reform UK,RUK,PP7931,1036,,Ed,Elm,Male,No,No,,500,0.025,,104
03/03/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,Independent,Ind,,8,,Flo,Fir,Female,No,No,,300,0.015,,105
10/11/2022,W07000999,W92000004,Llanfor,,Wales,Wales,County,Independent,Ind,,8,,Gus,Gorse,Male,No,No,,6000,0.5,,106
10/11/2022,W07000999,W92000004,Llanfor,,Wales,Wales,County,Plaid Cymru,PC,PP77,22,,Hal,Hazel,Male,No,No,,4000,0.333333,,107
10/11/2022,W07000999,W92000004,Llanfor,,Wales,Wales,County,Labour,Lab,PP53,15,,Ivy,Iris,Female,No,No,,2000,0.166667,,108
`
	const constituencies = `By-election date,Writ date,ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type,Declaration time,Member first name,Member surname,Member gender,Result,First party,Second party,Electorate,Valid votes,Invalid votes,Majority,Con,Lab,LD,RUK,Green,SNP,PC,DUP,SF,SDLP,UUP,APNI,All other candidates,Of which other winner
03/03/2022,01/02/2022,E14000999,E12000001,Mereland North,,North East,England,Borough,04/03/2022 02:11,Ada,Ash,Female,Con gain from Lab,Con,Lab,50000,20000,77,2000,9000,7000,2000,500,1200,0,0,0,0,0,0,0,300,0
10/11/2022,01/10/2022,W07000999,W92000004,Llanfor,,Wales,Wales,County,11/11/2022 01:05,Gus,Gorse,Male,Ind gain from Lab,Ind,PC,40000,12000,31,2000,0,2000,0,0,0,0,4000,0,0,0,0,0,6000,6000
`
	return []publish.File{{Name: "invented-candidacies.csv", Data: []byte(candidacies)}, {Name: "invented-constituencies.csv", Data: []byte(constituencies)}}
}

// TestInventedByElectionsComeOutAsTheyWere in the columns of the Parliament,
// vote by vote and total by total.
func TestInventedByElectionsComeOutAsTheyWere(t *testing.T) {
	theirs := inventedByElections()
	contests := imported(t, theirs).Contests
	ours, err := publish.Export(blog.Edition{Contests: contests}, publish.ParliamentCSV, publish.Options{Name: "by-elections"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, byColumn(t, ours[0].Data, "ONS ID2"), byColumn(t, theirs[0].Data, "ONS ID2"),
		"Election date", "Country name", "Party name", "Electoral Commission party ID", "Votes", "Democracy Club person ID")
	same(t, byColumn(t, ours[1].Data, "ONS ID"), byColumn(t, theirs[1].Data, "ONS ID"),
		"By-election date", "Constituency name", "Country name", "Member first name", "Member surname", "Electorate", "Valid votes", "Invalid votes", "Majority",
		"Con", "Lab", "LD", "RUK", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI", "All other candidates", "Of which other winner")
	if again := imported(t, ours).Contests; len(again) != 2 || asJSON(t, votes(again)) != asJSON(t, votes(contests)) {
		t.Error("the by-elections do not come back as they were")
	}
	for _, name := range strings.Fields("Ash Birch Cedar Dock Elm Fir Gorse Hazel Iris") {
		if !strings.Contains(string(ours[0].Data), ","+name+",") {
			t.Errorf("%s is not in the table", name)
		}
	}
}
