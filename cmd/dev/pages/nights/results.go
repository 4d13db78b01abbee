package nights

import (
	"fmt"
	"slices"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// party is a registered party by its Electoral Commission id.
func party(id string) election.Party {
	p, ok := election.PartyByID(id)
	if !ok {
		panic("nights: there is no party " + id)
	}
	return p
}

var (
	con   = party("PP52")
	lab   = party("PP53")
	green = party("PP63")
	ld    = party("PP90")
	local = election.Party{ID: "x:mere", Name: "Mereshire Ratepayers’ & Allotment Holders’ Association (Non-Party)", Short: "Ratepayers"}
)

func stands(forenames, surname string, p election.Party) election.Candidate {
	return election.Candidate{Forenames: forenames, Surname: surname, Party: p}
}

func stood(surname string, p election.Party, votes int) election.Candidate {
	return election.Candidate{Surname: surname, Party: p, Votes: election.Of(votes)}
}

// results counts contests in every state, each declared in its own way.
func (d *desk) results() {
	d.nominate()
	d.declare("Northmere", 70_001, 60, 14_201, 13_007, 2_904, 1_388, 0, 77)
	d.correct("Northmere", "Two bundles stood under the wrong name", 14_191, 13_017)
	d.declare("Southmere", 1_204, 3, 400, 400, 12)
	d.state("Eastmere", election.Verifying, election.Verified, election.Counting)
	d.flag("Eastmere", election.Flag{Kind: election.Rush, Words: "Labour have held it", Source: "an agent at the rope", Public: true})
	d.flag("Eastmere", election.Flag{Kind: election.Call, Words: "Nobody should see this call", Source: "the desk"})
	d.flag("Eastmere", election.Flag{Kind: election.Estimate, Words: "Lab ahead by about 1,000", Source: "the press bench", Public: true})
	d.key("Westmere", 1_500, 5, 701, 688, 40)
	d.state("Westmere", election.Counting, election.Provisional, election.Recounting)
	d.declare("Abbey ward", 4_100, 11, 900, 811, 640, 602, 377, 120)
	d.declare("Bridge ward", 3_000, 4, 512, 700, 31)
	d.state("Castle ward", election.Uncontested)
	d.state("Dock ward", election.Countermanded)
	d.state("Ferry ward", election.Postponed)
}

// nominate brings the candidates and what results are compared with.
func (d *desk) nominate() {
	then := []election.Baseline{{
		Name: "2019 general election", Date: "2019-12-12", Seats: 1, Notional: true, Electorate: election.Of(69_000), Rejected: election.Of(55),
		Candidates: []election.Candidate{stood("Before", lab, 17_000), stood("Past", con, 12_000), stood("Gone", ld, 3_111)},
	}, {
		Name: "2017 general election", Date: "2017-06-08", Seats: 1, Electorate: election.Of(68_000), Rejected: election.Of(41),
		Candidates: []election.Candidate{stood("Before", lab, 18_000), stood("Past", con, 11_000)},
	}}
	longest := stands("Maximilian Bartholomew Featherstonehaugh-Cholmondeley", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", local)
	three := []election.Candidate{stands("Ada", "Oak", con), stands("Bo", "Ash", lab), stands("Cy", "Elm", green)}
	ward := func(name string, seats int, who ...election.Candidate) election.Contest {
		return election.Contest{Name: name, Group: "Mereshire", Date: "2024-05-02", Kind: election.Local, Seats: seats, Electorate: election.Of(9_000), Candidates: who,
			Baselines: []election.Baseline{{Name: "2021 election", Date: "2021-05-06", Seats: 1, Candidates: []election.Candidate{stood("Oak", con, 700), stood("Ash", lab, 650)}}}}
	}
	seat := func(name, code string, who ...election.Candidate) election.Contest {
		return election.Contest{Name: name, Code: code, Date: "2024-05-02", Kind: election.Parliamentary, Seats: 1, Electorate: election.Of(70_001), Candidates: who}
	}
	north := seat("Northmere", "E14000999", stands("Jill", "Mason", con), stands("Paul", "Weaver", lab), longest,
		stands("Sam", "O’Neill-王", green), stands("Nil", "Nought", election.Independent), stands("Zoë", "Éclair", ld))
	north.Baselines = then
	abbey := ward("Abbey ward", 3, append(slices.Clone(three), stands("Di", "Fir", con), stands("Ed", "Yew", lab), stands("Flo", "Bay", election.Independent))...)
	abbey.Method = election.TopVote
	contests := []election.Contest{north, seat("Southmere", "E14000998", three...), seat("Eastmere", "E14000997", three...), seat("Westmere", "E14000996", three...),
		abbey, ward("Bridge ward", 1, three...), ward("Castle ward", 1, three[0]), ward("Dock ward", 1, three...), ward("Ferry ward", 1, three...)}
	d.do(func() error { return d.PutContests(d.ann, "nominations", contests) })
	d.do(func() error {
		_, err := d.PutCouncil(d.ann, "seats", election.Council{Name: "Mereshire", Code: "E07000999", Date: "2024-05-02", Seats: 33,
			NotUp: []election.Holding{{Party: lab, Seats: 11}, {Party: con, Seats: 8}, {Party: local, Seats: 5}, {Party: election.Independent, Seats: 1}}, Vacant: 1,
			Baselines: []election.CouncilBaseline{
				{Name: "as last fought", Date: "2021-05-06", Holdings: []election.Holding{{Party: lab, Seats: 18}, {Party: con, Seats: 10}, {Party: local, Seats: 5}}},
				{Name: "eve of poll", Date: "2024-05-01", Holdings: []election.Holding{{Party: lab, Seats: 17}, {Party: con, Seats: 10}, {Party: local, Seats: 4}}, Vacant: 2},
			}})
		return err
	})
	d.do(func() error { return d.SetColour(d.ann, local.ID, "FFF200") })
	d.do(func() error { return d.SetHistory(d.ann, "past contests", pastContests()) })
}

func pastContests() election.History {
	h := election.History{Title: "By-elections: change in the governing party’s share", Scope: "a few of them", AsOf: "2024-04-30"}
	for i, change := range []string{"22.96", "-19.86", "-1.61", "-31.07", "-31.05", "-17.26", "0", "6.40", "-37.60"} {
		points, err := election.ParsePoints(change)
		if err != nil {
			panic("nights: " + err.Error())
		}
		h.Rows = append(h.Rows, election.Past{Name: fmt.Sprintf("Old Constituency and Its Hinterland No. %d", i+1), Date: election.Date(fmt.Sprintf("201%d-05-06", i)),
			Party: con, Points: points, Gain: change[0] != '-', Named: i%2 == 0, Source: "an almanac"})
	}
	return h
}

// contest is the contest of a name as it stands.
func (d *desk) contest(name string) election.Contest {
	contests, err := d.Contests()
	d.do(func() error { return err })
	c, ok := blog.FindContest(contests, name)
	d.do(func() error {
		if !ok {
			return fmt.Errorf("there is no contest %q", name)
		}
		return nil
	})
	return c
}

// key keys a count: the electorate, the rejected papers and the votes in the
// order of the ballot paper. As many papers as that were verified.
func (d *desk) key(name string, electorate, rejected int, votes ...int) election.Contest {
	c := d.contest(name)
	if d.err != nil {
		return c
	}
	by, cast := map[string]election.Count{}, 0
	for i, v := range votes {
		by[c.Candidates[i].ID] = election.Of(v)
		cast += v
	}
	papers := (cast+c.Seats-1)/c.Seats + rejected
	d.do(func() error {
		return d.KeyPapers(d.ann, c.ID, night.Papers{Electorate: election.Of(electorate), Verified: election.Of(papers), Rejected: election.Of(rejected)})
	})
	d.do(func() error { return d.KeyBlock(d.ann, c.ID, by) })
	return c
}

// declare keys a count and declares it. Of a tie, the first candidate's is the
// lot; of what the desk notices, it says that it looked.
func (d *desk) declare(name string, electorate, rejected int, votes ...int) {
	c := d.key(name, electorate, rejected, votes...)
	if d.err != nil {
		return
	}
	if votes[0] == votes[1] {
		d.do(func() error { return d.SetLot(d.ann, c.ID, []string{c.Candidates[0].ID}) })
	}
	c = d.contest(name)
	for _, check := range election.Checks(c) {
		if check.Open() {
			d.do(func() error {
				return d.AnswerCheck(d.ann, c.ID, election.Answer{Code: check.Code, Figures: check.Figures, Reason: "Looked into"})
			})
		}
	}
	d.do(func() error { return d.Declare(d.ann, c.ID) })
}

func (d *desk) correct(name, reason string, first, second int) {
	c := d.contest(name)
	if d.err != nil {
		return
	}
	votes := map[string]election.Count{c.Candidates[0].ID: election.Of(first), c.Candidates[1].ID: election.Of(second)}
	d.do(func() error { return d.CorrectResult(d.ben, c.ID, reason, "the returning officer", votes, nil) })
}

func (d *desk) state(name string, states ...election.State) {
	c := d.contest(name)
	for _, s := range states {
		d.do(func() error { return d.SetState(d.ann, c.ID, s) })
	}
}

func (d *desk) flag(name string, f election.Flag) {
	c := d.contest(name)
	d.do(func() error { return d.SetFlag(d.ann, c.ID, f) })
}
