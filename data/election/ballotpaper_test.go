package election

import "testing"

// The table of ballot-paper ids and days, row by row and on either side of each
// day that parts two rows.
func TestSystemOfABallotPaper(t *testing.T) {
	for _, at := range []struct {
		id   string
		day  Date
		want SystemName
		open bool
	}{
		{"parl.hartlepool.by.2021-05-06", "2021-05-06", FirstPastThePost, false},
		{"parl.2024-07-04", "2024-07-04", FirstPastThePost, false},
		{"local.harlow.bush-fair.2021-05-06", "2021-05-06", "", false},
		{"local.gwynedd.bala.2027-05-06", "2027-05-06", "", false},
		{"local.glasgow-city.langside.2022-05-05", "2022-05-05", TransferableVote, false},
		{"local.fife.rosyth.by.2020-11-12", "", TransferableVote, false},
		{"local.argyll-and-bute.oban-south.2007-05-03", "", TransferableVote, false},
		{"local.argyll-and-bute.oban-south.2003-05-01", "2003-05-01", "", false},
		{"local.armagh-city-banbridge-and-craigavon.cusher.2023-05-18", "2023-05-18", TransferableVote, false},
		{"local.belfast.titanic.1997-05-21", "1997-05-21", TransferableVote, false},
		{"nia.foyle.2022-05-05", "2022-05-05", TransferableVote, false},
		{"sp.c.argyll-and-bute.2021-05-06", "2021-05-06", FirstPastThePost, false},
		{"sp.r.lothian.2021-05-06", "2021-05-06", PartyLists, false},
		{"gla.c.merton-and-wandsworth.2024-05-02", "2024-05-02", FirstPastThePost, false},
		{"gla.a.2024-05-02", "2024-05-02", PartyLists, false},
		{"senedd.c.ynys-mon.2021-05-06", "2021-05-06", FirstPastThePost, false},
		{"senedd.r.north-wales.2021-05-06", "2021-05-06", PartyLists, false},
		{"naw.c.bala.2016-05-05", "2016-05-05", FirstPastThePost, false},
		{"naw.r.north-wales.2016-05-05", "2016-05-05", PartyLists, false},
		{"senedd.caerdydd-penarth.2026-05-07", "2026-05-07", PartyLists, false},
		{"europarl.east-midlands.2019-05-23", "2019-05-23", PartyLists, false},
		{"europarl.northern-ireland.2019-05-23", "2019-05-23", TransferableVote, false},
		{"ref.docklow.2016-05-05", "2016-05-05", Referendum, false},
		{"mayor.bristol.2021-05-06", "2021-05-06", SupplementaryVote, false},
		{"mayor.bristol.2022-05-05", "", SupplementaryVote, false},
		{"mayor.bedford.2023-05-04", "2023-05-04", FirstPastThePost, false},
		{"mayor.doncaster.2026-05-07", "2026-05-07", FirstPastThePost, false},
		{"mayor.west-midlands.2026-06-18", "2026-06-18", "", true},
		{"mayor.docklow", "", "", true},
		{"pcc.avon-and-somerset.2021-05-06", "2021-05-06", SupplementaryVote, false},
		{"pcc.avon-and-somerset.2024-05-02", "2024-05-02", FirstPastThePost, false},
		{"pcc.cheshire.by.2026-09-10", "2026-09-10", "", true},
		{"spring.c.docklow.2021-05-06", "2021-05-06", "", false},
	} {
		c := Contest{Code: at.id, Date: at.day, Seats: 1, Kind: Local}
		if name, open := SystemTold(c); name != at.want || open != at.open {
			t.Errorf("%s: %q, open %t", at.id, name, open)
		}
		want := at.want
		if want == "" && !at.open {
			want = FirstPastThePost
		}
		if s := c.System(); s.Name() != want {
			t.Errorf("%s is decided by %q, want %q", at.id, s, want)
		}
	}
}

// What else tells a system: the code of the area, the council, and the name of
// an office. A constituency of the Commons is one whatever else its code is of.
func TestSystemToldByOtherThings(t *testing.T) {
	for _, at := range []struct {
		c    Contest
		want SystemName
		open bool
	}{
		{Contest{Code: "S13002972", Kind: Local, Date: "2022-05-05", Seats: 3}, TransferableVote, false},
		{Contest{Code: "S13002972", Kind: Local, Date: "2003-05-01"}, "", false},
		{Contest{Code: "N10000101", Kind: Local}, TransferableVote, false},
		{Contest{Code: "N06000007", Kind: Local}, TransferableVote, false},
		{Contest{Code: "N06000007", Kind: Parliamentary}, "", false},
		{Contest{Code: "S14000001", Kind: Parliamentary}, "", false},
		{Contest{Code: "E05002371", Kind: Local, Seats: 3}, "", false},
		{Contest{Name: "Kirkdale", Group: "Fife Council", Kind: Local, Seats: 3}, TransferableVote, false},
		{Contest{Name: "Kirkdale", Group: "City of Edinburgh Council", Kind: Local}, TransferableVote, false},
		{Contest{Name: "Cusher", Group: "Armagh City, Banbridge and Craigavon Borough Council", Kind: Local}, TransferableVote, false},
		{Contest{Name: "Kirkdale", Group: "Comhairle nan Eilean Siar", Kind: Local}, TransferableVote, false},
		{Contest{Name: "Bush Fair ward", Group: "Harlow", Kind: Local, Seats: 3}, "", false},
		{Contest{Name: "Mayor of Docklow", Date: "2021-05-06"}, SupplementaryVote, false},
		{Contest{Name: "Docklow Mayor", Date: "2025-05-01"}, FirstPastThePost, false},
		{Contest{Name: "Mayoral election, Docklow", Date: "2027-05-06"}, "", true},
		{Contest{Name: "Police and Crime Commissioner for Docklow", Date: "2027-05-06"}, "", true},
		{Contest{Name: "Mayor of Docklow"}, "", true},
		{Contest{Name: "Mayor's Walk", Date: "2027-05-06", Seats: 1}, "", false},
		{Contest{Name: "Lord Mayor ward", Date: "2027-05-06", Seats: 1}, "", false},
		{Contest{Name: "Mayorswell", Date: "2027-05-06"}, "", false},
		{Contest{Name: "Docklow neighbourhood plan referendum"}, Referendum, false},
	} {
		if name, open := SystemTold(at.c); name != at.want || open != at.open {
			t.Errorf("%+v: %q, open %t", at.c, name, open)
		}
	}
}

func TestParseSystem(t *testing.T) {
	for typed, want := range map[string]SystemName{
		"first past the post": FirstPastThePost, "FPTP": FirstPastThePost, "First-past-the-post": FirstPastThePost,
		"block vote": BlockVote, "sv": SupplementaryVote, "Supplementary Vote": SupplementaryVote,
		"STV": TransferableVote, "single transferable vote": TransferableVote, "party lists": PartyLists, "lists": PartyLists,
		"referendum": Referendum, "": "", "proportional": "",
	} {
		if name, ok := ParseSystem(typed); name != want || ok != (want != "") {
			t.Errorf("%q is read as %q, %t", typed, name, ok)
		}
	}
	for _, name := range Systems() {
		if read, ok := ParseSystem(string(name)); !ok || read != name {
			t.Errorf("%q is read as %q", name, read)
		}
	}
}
