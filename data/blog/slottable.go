package blog

import (
	"slices"

	"nightdesk/data/election"
)

// A Slot is a figure that a text can bind: {majority.share}.
type Slot struct {
	Name    string   // as typed: "majority.share"
	Also    []string // other names that are understood
	Subject bool     // whether it is a candidate's or party's, who must be named before it
	Meaning string
	Formats []string // what may follow the colon; the first is what it prints without
	Example string   // a slot with its braces, of Hartlepool on 6 May 2021
	Prints  string   // what the example prints

	measure election.Measure
	value   func(scope) value
}

// SlotTable lists the figures in the order of a help page. It is the table
// that slots are resolved by.
func SlotTable() []Slot { return slices.Clone(slots) }

// A scope is what a figure is taken from: a public result and, for a figure
// of a candidate or party, its row.
type scope struct {
	election.Result
	row election.Row
}

var slots = []Slot{
	{Name: "majority", Meaning: "votes between the last elected and the best not elected",
		Example: "{majority}", Prints: "6,940", measure: election.Votes,
		value: func(s scope) value { return counted(s.Majority) }, Formats: countFormats},
	{Name: "majority.share", Meaning: "the majority in per cent of the valid votes",
		Example: "{majority.share:percent}", Prints: "23.2%", measure: election.Votes,
		value: func(s scope) value { return share(s.MajorityShare, 1) }, Formats: shareFormats},
	{Name: "turnout", Meaning: "turnout by valid votes, in per cent of the electorate",
		Example: "{turnout:per cent}", Prints: "42.3 per cent", measure: election.Votes,
		value: func(s scope) value { return share(s.TurnoutValid, 1) }, Formats: shareFormats},
	{Name: "turnout.papers", Meaning: "turnout by ballot papers, as the returning officer reads it out",
		Example: "{turnout.papers:percent}", Prints: "42.55%", measure: election.PapersTurnout,
		value: func(s scope) value { return share(s.TurnoutPapers, 2) }, Formats: shareFormats},
	{Name: "turnout.change", Meaning: "change of turnout against the baseline, one definition on both sides",
		Example: "{turnout.change}", Prints: "−15.6", measure: election.Votes, Formats: changeFormats,
		value: func(s scope) value {
			return s.comparison(func(c *election.Comparison) value { return change(c.TurnoutChange, 1) })
		}},
	{Name: "electorate", Meaning: "people entitled to vote",
		Example: "{electorate}", Prints: "70,768", measure: election.Nomination,
		value: func(s scope) value { return counted(s.Contest.Electorate) }, Formats: countFormats},
	{Name: "papers", Also: []string{"papers.counted"}, Meaning: "ballot papers counted: valid votes and rejected papers",
		Example: "{papers}", Prints: "30,115", measure: election.Votes,
		value: func(s scope) value { return counted(s.Papers) }, Formats: countFormats},
	{Name: "verified", Also: []string{"papers.verified"}, Meaning: "ballot papers found at verification",
		Example: "{verified}", Prints: "30,115", measure: election.PapersTurnout,
		value: func(s scope) value { return counted(s.Contest.Verified) }, Formats: countFormats},
	{Name: "valid", Meaning: "valid votes",
		Example: "{valid}", Prints: "29,933", measure: election.Votes,
		value: func(s scope) value { return counted(s.Valid) }, Formats: countFormats},
	{Name: "rejected", Meaning: "rejected papers",
		Example: "{rejected}", Prints: "182", measure: election.Votes,
		value: func(s scope) value { return counted(s.Contest.Rejected) }, Formats: countFormats},
	{Name: "swing", Also: []string{"swing.butler"}, Meaning: "Butler swing, in points of all valid votes",
		Example: "{swing:points}", Prints: "16.0 points", measure: election.Votes, Formats: pointFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return points(w.Butler, 1) }) }},
	{Name: "swing.steed", Meaning: "Steed swing, in points of the two parties’ votes",
		Example: "{swing.steed}", Prints: "20.96", measure: election.Votes, Formats: pointFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return points(w.Steed, 2) }) }},
	{Name: "swing.from", Meaning: "the party that the swing is from",
		Example: "{swing.from}", Prints: "Labour", measure: election.Votes, Formats: textFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return partyName(w.From) }) }},
	{Name: "swing.to", Meaning: "the party that the swing is to",
		Example: "{swing.to}", Prints: "Conservative", measure: election.Votes, Formats: textFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return partyName(w.To) }) }},
	{Name: "outcome", Meaning: "hold, gain or win",
		Example: "{outcome}", Prints: "Con gain from Lab", measure: election.Votes,
		value: func(s scope) value { return words(s.Outcome().String()) }, Formats: textFormats},
	{Name: "winner", Meaning: "the name of who is elected",
		Example: "{winner}", Prints: "Jill Mortimer", measure: election.Votes,
		value: func(s scope) value { return words(s.elected(election.Candidate.Name)) }, Formats: textFormats},
	{Name: "winner.party", Meaning: "the party of who is elected",
		Example: "{winner.party}", Prints: "Conservative", measure: election.Votes, Formats: textFormats,
		value: func(s scope) value {
			return words(s.elected(func(k election.Candidate) string { return partyName(k.Party).text }))
		}},
	{Name: "runner-up", Meaning: "the name of the best placed who is not elected",
		Example: "{runner-up}", Prints: "Paul Williams", measure: election.Votes,
		value: func(s scope) value { return words(s.runnerUp()) }, Formats: textFormats},
	{Name: "lost", Also: []string{"deposits"}, Meaning: "deposits lost",
		Example: "{lost}", Prints: "13", measure: election.Votes,
		value: func(s scope) value { return counted(s.DepositsLost) }, Formats: countFormats},
	{Name: "deposit line", Also: []string{"deposit", "deposit.line"}, Meaning: "the votes that a candidate has to pass to keep the deposit",
		Example: "{deposit line}", Prints: "1,496.65", measure: election.Votes,
		value: func(s scope) value { return words(s.DepositLine()) }, Formats: textFormats},
	{Name: "candidates", Meaning: "how many candidates stand",
		Example: "{candidates}", Prints: "16", measure: election.Nomination,
		value: func(s scope) value { return counted(election.Of(len(s.Contest.Candidates))) }, Formats: countFormats},

	{Name: "votes", Subject: true, Meaning: "votes of a candidate or party",
		Example: "{Mortimer.votes}", Prints: "15,529", measure: election.Votes,
		value: func(s scope) value { return counted(s.row.Candidate.Votes) }, Formats: countFormats},
	{Name: "share", Subject: true, Meaning: "votes in per cent of the valid votes",
		Example: "{Con.share:per cent}", Prints: "51.9 per cent", measure: election.Votes,
		value: func(s scope) value { return share(s.row.Share, 1) }, Formats: shareFormats},
	{Name: "change", Subject: true, Meaning: "change of the share against the baseline, or “new”",
		Example: "{Lab.change}", Prints: "−9.0", measure: election.Votes, Formats: changeFormats,
		value: func(s scope) value {
			if s.row.Change().New && s.row.Share.Known() {
				return words("new")
			}
			return change(s.row.Change().Points, 1)
		}},
	{Name: "rank", Subject: true, Meaning: "place by votes",
		Example: "{Lee.rank:words}", Prints: "third", measure: election.Votes, Formats: rankFormats,
		value: func(s scope) value {
			if s.row.Rank == 0 {
				return value{}
			}
			return value{kind: rankValue, count: election.Of(s.row.Rank)}
		}},
	{Name: "name", Subject: true, Meaning: "the candidate’s name",
		Example: "{Con.name}", Prints: "Jill Mortimer", measure: election.Nomination,
		value: func(s scope) value { return words(s.row.Candidate.Name()) }, Formats: textFormats},
	{Name: "party", Subject: true, Meaning: "the party’s name",
		Example: "{Mortimer.party}", Prints: "Conservative", measure: election.Nomination,
		value: func(s scope) value { return partyName(s.row.Candidate.Party) }, Formats: textFormats},
}

func (s scope) comparison(f func(*election.Comparison) value) value {
	if c := s.Primary(); c != nil {
		return f(c)
	}
	return value{}
}

func (s scope) swing(f func(*election.Swing) value) value {
	return s.comparison(func(c *election.Comparison) value {
		if c.Swing == nil {
			return value{}
		}
		return f(c.Swing)
	})
}

// elected lists something of those elected, each once: "A, B and C".
func (s scope) elected(what func(election.Candidate) string) string {
	var all []string
	for _, row := range s.Rows {
		if x := what(row.Candidate); row.Elected && !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	return election.And(all)
}

func (s scope) runnerUp() string {
	for _, row := range s.Rows {
		if !row.Elected && row.Rank > 0 {
			return row.Candidate.Name()
		}
	}
	return ""
}

func partyName(p election.Party) value {
	if p.Name != "" {
		return words(p.Name)
	}
	return words(p.Label())
}
