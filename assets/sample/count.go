package sample

import (
	"bytes"
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

func (d *desk) baseline(a act) error {
	found, err := d.read(a.name, intake.AsBaseline)
	if err != nil {
		return err
	}
	c, err := d.contest()
	if err != nil {
		return err
	}
	with := intake.BaselinesFor([]election.Contest{c}, found, a.fields["called"])
	if len(with) == 0 {
		return errors.New("it is of another seat")
	}
	return d.night.PutContests(d.authors[a.who], "baseline from "+a.name, with)
}

func (d *desk) state(a act) error {
	c, err := d.contest()
	if err != nil {
		return err
	}
	return d.night.SetState(d.authors[a.who], c.ID, election.State(a.name))
}

// papers keys those of verified, rejected and turnout as read out that the
// act gives, and leaves the others as they are.
func (d *desk) papers(a act) error {
	c, err := d.contest()
	if err != nil {
		return err
	}
	p := night.Papers{
		Electorate: c.Electorate, Verified: c.Verified, Rejected: c.Rejected,
		Headings: c.Headings, ReadOut: c.ReadOut,
	}
	for name, field := range map[string]*election.Count{"verified": &p.Verified, "rejected": &p.Rejected} {
		if value, ok := a.fields[name]; ok {
			if *field, err = election.ParseCount(value); err != nil {
				return err
			}
		}
	}
	if turnout, ok := a.fields["turnout"]; ok {
		p.ReadOut.Turnout = turnout
	}
	return d.night.KeyPapers(d.authors[a.who], c.ID, p)
}

// votes keys the act's text, a line "Surname votes" at a time.
func (d *desk) votes(a act) error {
	c, err := d.contest()
	if err != nil {
		return err
	}
	bySurname := map[string]string{}
	for _, k := range c.Candidates {
		bySurname[k.Surname] = k.ID
	}
	for line := range strings.Lines(a.text) {
		line = strings.TrimSpace(line)
		cut := strings.LastIndex(line, " ")
		if cut < 0 {
			return fmt.Errorf("%q is not a surname and votes", line)
		}
		votes, err := election.ParseCount(line[cut+1:])
		if err != nil {
			return err
		}
		id, ok := bySurname[line[:cut]]
		if !ok {
			return fmt.Errorf("%q is not on the ballot paper", line[:cut])
		}
		d.clock.forward(d.clock.read().Add(perVote))
		if err := d.night.KeyVotes(d.authors[a.who], c.ID, id, votes); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) declare(a act) error {
	c, err := d.contest()
	if err != nil {
		return err
	}
	return d.night.Declare(d.authors[a.who], c.ID)
}
