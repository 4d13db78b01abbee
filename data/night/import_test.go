package night

import (
	"errors"
	"reflect"
	"testing"

	"nightdesk/data/election"
)

func TestAnImportAddsWhatItBringsAndKeepsTheRest(t *testing.T) {
	n, c := countedNight(t)
	defer n.Close()
	must0(t, n.KeyVotes("", c.ID, c.Candidates[0].ID, election.Of(2904)))
	must0(t, n.KeyPapers("", c.ID, Papers{Electorate: election.Of(70768), Verified: election.Of(30115)}))

	again := hartlepool()
	again.Electorate, again.Date = election.Count{}, ""
	again.Candidates = []election.Candidate{
		{Forenames: "Jill", Surname: "Mortimer", Party: c.Candidates[1].Party, Person: "4711", Votes: election.Of(15529)},
		{Forenames: "Hilton", Surname: "Dawson", Party: election.Party{ID: "PP2303", Name: "North East Party"}},
	}
	must0(t, n.PutContests("", "the council's list", []election.Contest{again}))
	got := onlyContest(t, n)
	if got.ID != c.ID || got.Date != "2021-05-06" || got.Electorate != election.Of(70768) || got.Verified != election.Of(30115) {
		t.Errorf("the contest is now %+v", got)
	}
	if len(got.Candidates) != 4 || got.Candidates[0].Votes != election.Of(2904) || got.Candidates[1].Votes != election.Of(15529) ||
		got.Candidates[1].Person != "4711" || got.Candidates[1].ID != c.Candidates[1].ID || got.Candidates[3].Surname != "Dawson" {
		t.Errorf("the candidates are now %+v", got.Candidates)
	}
	if !reflect.DeepEqual(got.Baselines, c.Baselines) {
		t.Errorf("the baselines are now %+v", got.Baselines)
	}
}

func TestImportingTheSameTwiceIsNoAct(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	before, err := n.History("")
	must0(t, err)
	must0(t, n.PutContests("", "once more", []election.Contest{hartlepool()}))
	after, err := n.History("")
	must0(t, err)
	if len(after) != len(before) {
		t.Errorf("%d acts became %d", len(before), len(after))
	}
}

// A plain list says nothing of seats and kind: what the desk set by hand stays,
// also where the result is declared, and a contest that is new gets what is
// usual.
func TestWhatAListDoesNotSayStaysAsTheDeskHasIt(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	nair := []election.Candidate{{Surname: "Nair", Votes: election.Of(900)}, {Surname: "Able", Votes: election.Of(800)},
		{Surname: "Bone", Votes: election.Of(700)}, {Surname: "Cole", Votes: election.Of(600)}}
	ward := election.Contest{Name: "Bush Fair ward", Kind: election.Local, Seats: 3, Candidates: nair, State: election.Declared}
	must0(t, n.PutContests("", "", []election.Contest{ward}))
	list := election.Contest{Name: "Bush Fair ward", Candidates: nair, State: election.Declared}
	fresh := election.Contest{Name: "Mark Hall ward", Candidates: nair}
	must0(t, n.PutContests("", "", []election.Contest{list, fresh}))
	all, err := n.Contests()
	must0(t, err)
	if c := all[1]; c.Kind != election.Local || c.Seats != 3 || c.State != election.Declared || c.Revision != 1 {
		t.Errorf("the ward is now %+v", c)
	}
	if c := all[2]; c.Kind != election.Parliamentary || c.Seats != 1 {
		t.Errorf("the new one is %+v", c)
	}
}

func TestAnImportIsAllOrNothing(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	other := election.Contest{Name: "Bush Fair ward", Kind: election.Local}
	var refused *RefusedError
	if err := n.PutContests("", "", []election.Contest{other, hartlepool(), hartlepool()}); !errors.As(err, &refused) {
		t.Errorf("the same contest twice: %v", err)
	}
	onlyContest(t, n)
	twice := []election.Contest{{Name: "New"}, {Name: "New"}}
	if err := n.PutContests("", "", twice); !errors.As(err, &refused) {
		t.Errorf("the same new contest twice: %v", err)
	}
	onlyContest(t, n)
}

// Wards and their council come in by one act, or neither does.
func TestCouncilsAreImportedWithTheirWards(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	ward := election.Contest{Name: "Bush Fair ward", Kind: election.Local, Group: "Harlow"}
	harlow := election.Council{Name: "Harlow", Seats: 33, Vacant: 1}
	var refused *RefusedError
	for name, bring := range map[string]func() error{
		"a council without a name": func() error {
			return n.Take(Import{Contests: []election.Contest{ward}, Councils: []election.Council{harlow, {}}})
		},
		"a council twice": func() error { return n.Take(Import{Councils: []election.Council{harlow, harlow}}) },
		"a ward twice beside councils": func() error {
			return n.Take(Import{Contests: []election.Contest{ward, ward}, Councils: []election.Council{harlow}})
		},
	} {
		if err := bring(); !errors.As(err, &refused) {
			t.Errorf("%s: %v", name, err)
		}
		onlyContest(t, n)
		if councils, err := n.Councils(); err != nil || len(councils) != 0 {
			t.Errorf("%s: %+v, %v", name, councils, err)
		}
	}
	before, err := n.History("")
	must0(t, err)
	for range 2 {
		must0(t, n.Take(Import{Reason: "councils", Contests: []election.Contest{ward}, Councils: []election.Council{harlow}}))
	}
	councils, err := n.Councils()
	must0(t, err)
	contests, err := n.Contests()
	must0(t, err)
	after, err := n.History("")
	must0(t, err)
	if len(councils) != 1 || councils[0].Seats != 33 || len(contests) != 2 || contests[1].Group != "Harlow" || len(after) != len(before)+1 {
		t.Errorf("%+v, %+v, %d acts more", councils, contests, len(after)-len(before))
	}
}

func TestAnOfficialFileDeclaresAndLaterCorrects(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	official := hartlepool()
	official.State, official.Declared = election.Declared, 1620366120000
	for i, votes := range []int{2904, 15529, 8589} {
		official.Candidates[i].Votes = election.Of(votes)
	}
	must0(t, n.PutContests("", "official", []election.Contest{official}))
	got := onlyContest(t, n)
	if got.State != election.Declared || got.Revision != 1 || got.Declared != 1620366120000 {
		t.Errorf("imported as %v, revision %d, at %d", got.State, got.Revision, got.Declared)
	}
	official.Candidates[0].Votes = election.Of(2905)
	must0(t, n.Take(Import{Reason: "official, amended", Source: "officer", Contests: []election.Contest{official}}))
	got = onlyContest(t, n)
	if got.State != election.Corrected || got.Revision != 2 || got.Candidates[0].Votes != election.Of(2905) {
		t.Errorf("amended as %v, revision %d, %v", got.State, got.Revision, got.Candidates[0].Votes)
	}
	must0(t, n.PutContests("", "a list of candidates", []election.Contest{hartlepool()}))
	if got = onlyContest(t, n); got.State != election.Corrected || got.Revision != 2 {
		t.Errorf("a list of candidates made it %v, revision %d", got.State, got.Revision)
	}
}

func TestContestsKeepTheOrderTheyCameIn(t *testing.T) {
	n, _ := countedNight(t)
	defer n.Close()
	must0(t, n.PutContests("", "", []election.Contest{{Name: "Zetland"}, {Name: "Airedale"}}))
	must0(t, n.PutContests("", "", []election.Contest{{Name: "Middle"}, {Name: "Zetland", Seats: 3}}))
	cs, err := n.Contests()
	must0(t, err)
	var names []string
	for _, c := range cs {
		names = append(names, c.Name)
	}
	if want := []string{"Hartlepool", "Zetland", "Airedale", "Middle"}; !reflect.DeepEqual(names, want) || cs[1].Seats != 3 {
		t.Errorf("%q, %d seats", names, cs[1].Seats)
	}
}
