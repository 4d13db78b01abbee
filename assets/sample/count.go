package sample

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// perVote is how long keying one candidate's votes takes.
const perVote = 12 * time.Second

// contest is the one contest of the night.
func (d *desk) contest() (election.Contest, error) {
	contests, err := d.night.Contests()
	if err != nil {
		return election.Contest{}, err
	}
	if len(contests) != 1 {
		return election.Contest{}, fmt.Errorf("the night has %d contests where the script is about one", len(contests))
	}
	return contests[0], nil
}

// ofContest is an act that is about the contest.
func (d *desk) ofContest(do func(a act, c election.Contest) error) func(a act) error {
	return func(a act) error {
		c, err := d.contest()
		if err != nil {
			return err
		}
		return do(a, c)
	}
}

func (d *desk) read(name string, mode intake.Mode) (intake.Found, error) {
	data, err := files.ReadFile(name)
	if err != nil {
		return intake.Found{}, err
	}
	return intake.Read([]intake.Source{{Name: name, Data: bytes.NewReader(data)}}, mode)
}

// candidates imports who stands; what was counted stays out until it is keyed.
func (d *desk) candidates(a act) error {
	found, err := d.read(a.name, intake.CandidatesOnly)
	if err != nil {
		return err
	}
	return d.night.PutContests(d.authors[a.who], "candidates from "+a.name, found.Contests)
}

func (d *desk) baseline(a act, c election.Contest) error {
	found, err := d.read(a.name, intake.AsBaseline)
	if err != nil {
		return err
	}
	with := intake.BaselinesFor([]election.Contest{c}, found, a.fields["called"])
	if len(with) == 0 {
		return errors.New("it is of another seat")
	}
	return d.night.PutContests(d.authors[a.who], "baseline from "+a.name, with)
}

func (d *desk) state(a act, c election.Contest) error {
	return d.night.SetState(d.authors[a.who], c.ID, election.State(a.name))
}

// papers keys those of verified, rejected and turnout as read out that the
// act gives, and leaves the others as they are.
func (d *desk) papers(a act, c election.Contest) error {
	p, err := papersOf(c, a)
	if err != nil {
		return err
	}
	return d.night.KeyPapers(d.authors[a.who], c.ID, p)
}

func papersOf(c election.Contest, a act) (p night.Papers, err error) {
	p = night.Papers{
		Electorate: c.Electorate, Verified: c.Verified, Rejected: c.Rejected,
		Headings: c.Headings, ReadOut: c.ReadOut,
	}
	for name, field := range map[string]*election.Count{"verified": &p.Verified, "rejected": &p.Rejected} {
		if value, ok := a.fields[name]; ok {
			if *field, err = election.ParseCount(value); err != nil {
				return p, err
			}
		}
	}
	if turnout, ok := a.fields["turnout"]; ok {
		p.ReadOut.Turnout = turnout
	}
	return p, nil
}

// A line is one candidate's votes as the act's text has them.
type line struct {
	candidate string // id
	votes     election.Count
}

// linesOf reads the act's text, a line "Surname votes" at a time.
func linesOf(c election.Contest, a act) ([]line, error) {
	var all []line
	for typed := range strings.Lines(a.text) {
		typed = strings.TrimSpace(typed)
		cut := strings.LastIndex(typed, " ")
		if cut < 0 {
			return nil, fmt.Errorf("%q is not a surname and votes", typed)
		}
		votes, err := election.ParseCount(typed[cut+1:])
		if err != nil {
			return nil, err
		}
		id, err := candidateOf(c, typed[:cut])
		if err != nil {
			return nil, err
		}
		all = append(all, line{id, votes})
	}
	return all, nil
}

func candidateOf(c election.Contest, surname string) (id string, err error) {
	for _, k := range c.Candidates {
		if k.Surname == surname {
			return k.ID, nil
		}
	}
	return "", fmt.Errorf("%q is not on the ballot paper", surname)
}

// votes keys the act's text, one line after the other.
func (d *desk) votes(a act, c election.Contest) error {
	lines, err := linesOf(c, a)
	if err != nil {
		return err
	}
	for _, l := range lines {
		d.clock.forward(d.clock.read().Add(perVote))
		if err := d.night.KeyVotes(d.authors[a.who], c.ID, l.candidate, l.votes); err != nil {
			return err
		}
	}
	return nil
}

// second keeps the act's figures as those of a second keying.
func (d *desk) second(a act, c election.Contest) error {
	lines, err := linesOf(c, a)
	if err != nil {
		return err
	}
	p, err := papersOf(election.Contest{}, a)
	if err != nil {
		return err
	}
	return d.night.KeySecond(d.authors[a.who], c.ID,
		election.Keying{Votes: byCandidate(lines), Verified: p.Verified, Rejected: p.Rejected})
}

func byCandidate(lines []line) map[string]election.Count {
	votes := map[string]election.Count{}
	for _, l := range lines {
		votes[l.candidate] = l.votes
	}
	return votes
}

// flag keeps news of the act's kind, for the desk alone.
func (d *desk) flag(a act, c election.Contest) error {
	id, err := candidateOf(c, a.fields["candidate"])
	if err != nil {
		return err
	}
	return d.night.SetFlag(d.authors[a.who], c.ID,
		election.Flag{Kind: election.FlagKind(a.name), Candidate: id, Source: a.fields["source"]})
}

func (d *desk) clear(a act, c election.Contest) error {
	return d.night.ClearFlag(d.authors[a.who], c.ID, election.FlagKind(a.name))
}

func (d *desk) declare(a act, c election.Contest) error {
	return d.night.Declare(d.authors[a.who], c.ID)
}

// correct changes what the act gives of the declared result.
func (d *desk) correct(a act, c election.Contest) error {
	lines, err := linesOf(c, a)
	if err != nil {
		return err
	}
	p, err := papersOf(c, a)
	if err != nil {
		return err
	}
	return d.night.CorrectResult(d.authors[a.who], c.ID, a.fields["reason"], a.fields["source"], byCandidate(lines), &p)
}

// history keeps the past contests of a file, with what the act says of them.
func (d *desk) history(a act) error {
	data, err := files.ReadFile(a.name)
	if err != nil {
		return err
	}
	rows, notes, err := intake.ReadHistory(context.Background(), intake.Source{Name: a.name, Data: bytes.NewReader(data)})
	if err == nil && len(notes) > 0 {
		err = errors.New(strings.Join(notes, " "))
	}
	if err != nil {
		return err
	}
	return d.night.SetHistory(d.authors[a.who], "past contests from "+a.name, election.History{
		Title: a.fields["title"], Scope: a.fields["scope"], AsOf: election.Date(a.fields["as of"]), Rows: rows,
	})
}
