package figure

import (
	"slices"

	"nightdesk/data/election"
)

// A Slot is a figure that a text can bind: {majority.share}.
type Slot struct {
	Name    string   // as typed: "majority.share"
	Also    []string // other names that are understood
	Subject bool     // whether it is a candidate's or party's, who must be named before it
	Council bool     // whether it is a council's, which must be named first
	Meaning string
	Formats []string // what may follow the colon; the first is what it prints without
	Example string   // a slot with its braces, of Hartlepool or Harlow council on 6 May 2021
	Prints  string   // what the example prints; empty where Hartlepool had no such figure

	measure election.Measure
	value   func(scope) value   // of a contest
	chamber func(chamber) value // of a council
}

// Slots lists the figures in the order of a help page, those of contests
// before those of councils. It is the table that slots are resolved by.
func Slots() []Slot { return slices.Concat(contestSlots, councilSlots) }

var contestSlots = []Slot{
	{Name: "contest", Meaning: "the name of the contest",
		Example: "{contest}", Prints: "Hartlepool", measure: election.Nomination,
		value: func(s scope) value { return words(s.Contest.Name) }, Formats: textFormats},
	{Name: "majority", Meaning: "votes between the last elected and the best not elected",
		Example: "{majority}", Prints: "6,940", measure: election.Votes,
		value: func(s scope) value { return counted(s.Majority) }, Formats: voteFormats},
	{Name: "majority.share", Meaning: "the majority in per cent of the votes",
		Example: "{majority.share:percent}", Prints: "23.2%", measure: election.Votes,
		value: func(s scope) value { return share(s.MajorityShare, 1) }, Formats: shareFormats},
	{Name: "share.of", Meaning: "what percentages of the vote are of: valid votes, or the votes cast where each voter has several",
		Example: "{share.of}", Prints: "valid votes", measure: election.Nomination,
		value: func(s scope) value { return words(s.ShareOf()) }, Formats: textFormats},
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
		Example: "{swing.from}", Prints: "Labour", measure: election.Votes, Formats: partyFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return partyOf(w.From) }) }},
	{Name: "swing.to", Meaning: "the party that the swing is to",
		Example: "{swing.to}", Prints: "Conservative", measure: election.Votes, Formats: partyFormats,
		value: func(s scope) value { return s.swing(func(w *election.Swing) value { return partyOf(w.To) }) }},
	{Name: "swing.method", Meaning: "how parties’ shares are taken for the swing, where several seats are filled",
		Example: "{swing.method}", measure: election.Votes, Formats: textFormats,
		value: func(s scope) value { return s.swing(func(*election.Swing) value { return words(s.MethodNote()) }) }},
	{Name: "baseline", Meaning: "what the result is compared with",
		Example: "{baseline}", Prints: "2019 general election", measure: election.Nomination, Formats: textFormats,
		value: func(s scope) value {
			return s.comparison(func(c *election.Comparison) value { return words(c.Baseline.Name) })
		}},
	{Name: "outcome", Meaning: "hold, gain or win",
		Example: "{outcome}", Prints: "Con gain from Lab", measure: election.Votes,
		value: func(s scope) value { return words(s.Outcome().String()) }, Formats: textFormats},
	{Name: "gain.from", Also: []string{"gained from"}, Meaning: "the party that lost the seat",
		Example: "{gain.from}", Prints: "Labour", measure: election.Votes, Formats: partyFormats,
		value: func(s scope) value { return s.gainedFrom() }},
	{Name: "winner", Meaning: "the name of who is elected",
		Example: "{winner}", Prints: "Jill Mortimer", measure: election.Votes,
		value: func(s scope) value { return words(s.elected(election.Candidate.Name)) }, Formats: textFormats},
	{Name: "winner.party", Meaning: "the party of who is elected",
		Example: "{winner.party}", Prints: "Conservative", measure: election.Votes, Formats: partyFormats,
		value: func(s scope) value {
			return value{
				text:  s.elected(func(k election.Candidate) string { return partyOf(k.Party).text }),
				prose: s.elected(func(k election.Candidate) string { return partyOf(k.Party).prose }),
			}
		}},
	{Name: "elected", Meaning: "the names of all who are elected, each with the party",
		Example: "{elected}", Prints: "Jill Mortimer (Conservative)", measure: election.Votes,
		value: func(s scope) value { return words(s.elected(NameAndParty)) }, Formats: textFormats},
	{Name: "lot", Meaning: "the names of those whom the drawing of lots elected",
		Example: "{lot}", measure: election.Votes,
		value: func(s scope) value { return words(s.drawn()) }, Formats: textFormats},
	{Name: "tied", Meaning: "the names of those level for the last seat, while no lot is drawn",
		Example: "{tied}", measure: election.Votes,
		value: func(s scope) value { names, _ := s.tied(); return words(names) }, Formats: textFormats},
	{Name: "tied.votes", Meaning: "the votes that each of them has",
		Example: "{tied.votes:votes}", measure: election.Votes,
		value: func(s scope) value { _, votes := s.tied(); return counted(votes) }, Formats: voteFormats},
	{Name: "runner-up", Meaning: "the name of the best placed who is not elected",
		Example: "{runner-up}", Prints: "Paul Williams", measure: election.Votes,
		value: func(s scope) value { return words(s.runnerUp()) }, Formats: textFormats},
	{Name: "lost", Also: []string{"deposits"}, Meaning: "deposits lost",
		Example: "{lost}", Prints: "13", measure: election.Votes,
		value: func(s scope) value { return counted(s.DepositsLost) }, Formats: candidateFormats},
	{Name: "deposit line", Also: []string{"deposit", "deposit.line"}, Meaning: "the votes that a candidate has to pass to keep the deposit",
		Example: "{deposit line}", Prints: "1,496.65", measure: election.Votes,
		value: func(s scope) value { return words(s.DepositLine()) }, Formats: textFormats},
	{Name: "candidates", Meaning: "how many candidates stand",
		Example: "{candidates}", Prints: "16", measure: election.Nomination,
		value: func(s scope) value { return counted(election.Of(len(s.Contest.Candidates))) }, Formats: candidateFormats},

	{Name: "votes", Subject: true, Meaning: "votes of a candidate or party",
		Example: "{Mortimer.votes}", Prints: "15,529", measure: election.Votes,
		value: func(s scope) value { return counted(s.row.Candidate.Votes) }, Formats: voteFormats},
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
		value: func(s scope) value { return partyOf(s.row.Candidate.Party) }, Formats: partyFormats},
	{Name: "party.share", Subject: true, Meaning: "the party’s share as changes are taken of it: where several seats are filled, by the contest’s method",
		Example: "{Con.party.share}", Prints: "51.9", measure: election.Votes,
		value: func(s scope) value { return share(s.row.PartyShare, 1) }, Formats: shareFormats},
}
