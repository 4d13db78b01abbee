package intake

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// Orders are what a person says of an import beside its files.
type Orders struct {
	// Declared says that a plain list is the final result. What stands against a
	// declaration is then an error.
	Declared bool
	// Corrects says that a declared result may change, for a reason and by a
	// source that are given.
	Corrects bool
	// AnotherDay takes contests of another polling day than the night's as
	// contests of their own.
	AnotherDay bool
	// Told says who is who among the candidates.
	Told match.Told
}

// A Placed is a contest that comes in, as a night will have it.
type Placed struct {
	Contest election.Contest  // to be given to the night: with the ids of what is there
	Was     *election.Contest // the night's, nil where it is new
	Stated  Stated
	People  []match.Person // of the candidates of Contest, in their order; nil where it is new
	Missing []string       // those there who are not in the file
	Doubts  []string       // why it is not declared, a sentence each
	Guessed string         // what nobody said of a new contest and how it is taken, else ""
	Notes   []string       // what is odd and was taken all the same, a sentence each
}

// Onto says what each contest that was read becomes in a night that has the given
// ones, and decides whether it is declared: only by a final record, or where the
// orders say so of a list, and never against what blocks a declaration by hand. The
// error is *Problems where something cannot be placed with certainty: another
// polling day, one of several contests, a name that may be somebody there, a change
// of a declared result without a reason.
func (f Found) Onto(there []election.Contest, o Orders) ([]Placed, error) {
	p := placing{findings: &findings{problems: Problems{step: "Nothing was imported."}}, there: there, found: match.NewContests(there), orders: o}
	placed := make([]Placed, len(f.Contests))
	days := map[match.Kind][]otherDay{}
	for i, c := range f.Contests {
		said := Stated{}
		if i < len(f.Stated) {
			said = f.Stated[i]
		}
		placed[i] = p.place(c, said, f.Mode, days)
	}
	p.otherDays(days, f)
	if err := p.err(); err != nil {
		return nil, err
	}
	return placed, nil
}

// A placing is Onto under way.
type placing struct {
	*findings
	there  []election.Contest
	found  *match.Contests
	orders Orders
}

// of is what is stated on the line of a candidate, by place.
func (s Stated) of(candidate int) Stated {
	if candidate < len(s.Lines) {
		s.Line = s.Lines[candidate]
	}
	return s
}

func (p *placing) refuse(said Stated, value, want string) {
	p.wrong(Problem{File: said.File, Line: said.Line, Value: value, Want: want})
}

func (p *placing) place(c election.Contest, said Stated, m Mode, days map[match.Kind][]otherDay) Placed {
	out := Placed{Contest: c, Stated: said}
	seat := p.found.Find(c)
	switch seat.Kind {
	case match.Matched:
		was := p.there[seat.There]
		out.Was = &was
	case match.Uncertain:
		var names []string
		for _, i := range seat.Among {
			names = append(names, p.there[i].FullName())
		}
		p.refuse(said, c.Name, "may be any of "+election.And(names)+"; say which by its group or its code")
		return out
	case match.Earlier, match.Later:
		if !p.orders.AnotherDay {
			days[seat.Kind] = append(days[seat.Kind], otherDay{c.FullName(), p.there[seat.There].Date})
			return out
		}
	}
	if out.Was == nil {
		p.new(&out)
	} else if !p.people(&out) {
		return out
	}
	if m != CandidatesOnly {
		p.settle(&out)
	}
	p.guard(&out)
	return out
}

// otherDays refuses contests of another polling day than the night's.
func (p *placing) otherDays(days map[match.Kind][]otherDay, f Found) {
	file := ""
	if len(f.Files) > 0 {
		file = f.Files[0].Name
	}
	for _, kind := range []match.Kind{match.Earlier, match.Later} {
		found, words := days[kind], otherDayWords[kind]
		switch {
		case len(found) == 1:
			p.wrong(Problem{File: file, Value: found[0].given, Want: fmt.Sprintf(words.one, found[0].there.Long())})
		case len(found) > 1:
			p.wrong(Problem{File: file, Value: found[0].given, Want: fmt.Sprintf(words.many, len(found)-1)})
		}
	}
}

// An otherDay is a contest that comes in, in full, and the day of its seat's
// contest there.
type otherDay struct {
	given string
	there election.Date
}

// otherDayWords say what contests of another day are, and both ways on.
var otherDayWords = map[match.Kind]struct{ one, many string }{
	match.Earlier: {
		"is an earlier poll of a contest of this night, which is of %s; import it with --baseline to compare with it, or with --another-day as a contest of its own",
		"and %d more are earlier polls of contests of this night; import them with --baseline to compare with them, or with --another-day as contests of their own",
	},
	match.Later: {
		"is a later poll of a contest of this night, which is of %s; import it with --another-day as a contest of its own, or into a night of its own with this one's as its --baseline",
		"and %d more are later polls of contests of this night; import them with --another-day as contests of their own, or into a night of their own with this one's as its --baseline",
	},
}

// ofWard is a name that says that its contest is no seat of a parliament.
var ofWard = regexp.MustCompile(`(?i)\b(?:ward|division|electoral area|dea|parish)\b`)

// new settles what a new contest is that comes from a list and says it nowhere. A
// name that says that it is a ward leaves its seats open, which only a person can
// tell; for any other name a contest is taken that can harm nobody.
func (p *placing) new(out *Placed) {
	c := &out.Contest
	if !out.Stated.List || c.Kind != "" && c.Seats > 0 {
		return
	}
	if ofWard.MatchString(c.Name) || c.Kind == election.Local {
		if c.Kind = election.Local; c.Seats == 0 {
			p.refuse(out.Stated, c.Name, "is a ward, and the list does not say for how many seats; say it, as in --kind local --seats 3 --group Harlow")
		}
		return
	}
	var what []string
	if c.Kind == "" {
		c.Kind = election.Local
		what = append(what, "a local contest, without deposits")
	}
	if c.Seats == 0 {
		c.Seats = 1
		what = append(what, "for one seat")
	}
	out.Guessed = strings.Join(what, " ")
}

// people finds the candidates among those there. One who may be somebody there is
// for a person to settle; on a declared contest so is one who is not there. It
// reports whether nothing of that is open.
func (p *placing) people(out *Placed) (settled bool) {
	was, c := out.Was, &out.Contest
	settled = true
	c.ID = was.ID
	c.Candidates = slices.Clone(c.Candidates)
	if len(was.Candidates) == 0 {
		return settled
	}
	out.People = match.People(was.Candidates, c.Candidates, max(was.Seats, c.Seats), p.orders.Told)
	for i, found := range out.People {
		k := &c.Candidates[i]
		switch found.Kind {
		case match.Matched, match.Renamed:
			there := was.Candidates[found.There]
			if there.Person != "" && k.Person != "" && there.Person != k.Person {
				out.Notes = append(out.Notes, fmt.Sprintf("%s: %s has the person id %s in the file and %s here; by name and party it is one person.",
					c.Name, there.Name(), k.Person, there.Person))
			}
			k.ID = there.ID
			asItStands(k, there, found.Kind)
		case match.Uncertain:
			settled = false
			var names []string
			for _, j := range found.Among {
				names = append(names, was.Candidates[j].Name())
			}
			p.refuse(out.Stated.of(i), k.Name(), fmt.Sprintf("may be %s in %s (%s); say who it is: --same \"%s=%s\", or --add \"%s\" where it is somebody else",
				or(names), c.Name, found.Why, k.Name(), names[0], k.Name()))
		case match.New:
			if was.State.IsDeclared() && !p.orders.Told.IsNew(k.Name()) {
				settled = false
				p.refuse(out.Stated.of(i), k.Name(), "is no candidate of "+c.Name+", which is declared; say who it is: --same \""+k.Name()+"=NAME THERE\", or --add \""+k.Name()+"\"")
			}
		}
	}
	for _, i := range match.Missing(was.Candidates, out.People) {
		out.Missing = append(out.Missing, was.Candidates[i].Name())
	}
	return settled
}

// asItStands leaves of a candidate who is there what tells them from others as the
// night has it: the name, but for another one of the same person, the person id and
// the party, which may be written in many ways.
func asItStands(k *election.Candidate, there election.Candidate, found match.Kind) {
	if found == match.Matched || match.SameName(there.Name(), k.Name()) {
		k.Forenames, k.Surname = there.Forenames, there.Surname
	}
	k.Person = cmp.Or(there.Person, k.Person)
	if there.Party.Same(k.Party) {
		k.Party = there.Party
	}
}

func or(names []string) string { return strings.Replace(election.And(names), " and ", " or ", 1) }

// settle decides whether the contest is declared.
func (p *placing) settle(out *Placed) {
	c := &out.Contest
	after := out.after()
	if !c.State.IsDeclared() && !(out.Stated.List && c.State == election.Provisional) && len(out.Stated.Doubts) == 0 {
		return
	}
	for _, d := range out.Stated.Doubts {
		if out.Was == nil || !strings.HasPrefix(d, c.Name+": ") { // those by name are asked again below
			out.Doubts = append(out.Doubts, d)
		}
	}
	if len(out.Missing) > 0 {
		out.Doubts = append(out.Doubts, c.Name+": "+election.And(out.Missing)+verb(len(out.Missing))+" not in the file.")
	}
	if out.Was != nil || out.Guessed != "" {
		out.Doubts = append(out.Doubts, doubtsOf(after, Stated{})...)
		if len(out.Stated.Elected) > 0 {
			var elected []int
			for _, i := range out.Stated.Elected {
				elected = append(elected, slices.IndexFunc(after.Candidates, func(k election.Candidate) bool {
					return k.ID == c.Candidates[i].ID && k.Name() == c.Candidates[i].Name()
				}))
			}
			if !slices.Contains(elected, -1) {
				out.Doubts = append(out.Doubts, notElected(after, elected)...)
			}
		}
	}
	switch {
	case out.Stated.List && p.orders.Declared:
		for _, d := range out.Doubts {
			p.refuse(out.Stated, "", "cannot be declared: "+strings.TrimSuffix(d, "."))
		}
		if out.Guessed != "" {
			p.refuse(out.Stated, c.Name, "cannot be declared as long as nobody says what it is; say it, as in --kind local --seats 1")
		}
		c.State, c.Revision = election.Declared, 1
	case len(out.Doubts) > 0 && c.State.IsDeclared():
		c.State, c.Revision, c.Declared, c.Corrections = election.Provisional, 0, 0, nil
	}
}

// after is the contest as the night will have it: what the file leaves empty stays.
func (out *Placed) after() election.Contest {
	if out.Was == nil {
		return out.Contest
	}
	after, c := *out.Was, out.Contest
	keep(&after.Date, c.Date)
	keep(&after.Kind, c.Kind)
	keep(&after.Seats, c.Seats)
	keep(&after.Method, c.Method)
	keep(&after.Electorate, c.Electorate)
	keep(&after.Verified, c.Verified)
	keep(&after.Rejected, c.Rejected)
	keep(&after.Headings.NoMark, c.Headings.NoMark)
	keep(&after.Headings.TooMany, c.Headings.TooMany)
	keep(&after.Headings.Identity, c.Headings.Identity)
	keep(&after.Headings.Uncertain, c.Headings.Uncertain)
	keep(&after.ReadOut.Turnout, c.ReadOut.Turnout)
	keep(&after.ReadOut.Majority, c.ReadOut.Majority)
	after.Candidates = slices.Clone(after.Candidates)
	for _, k := range c.Candidates {
		at := slices.IndexFunc(after.Candidates, func(x election.Candidate) bool { return k.ID != "" && x.ID == k.ID })
		if at < 0 {
			after.Candidates = append(after.Candidates, k)
			continue
		}
		keep(&after.Candidates[at].Votes, k.Votes)
		keep(&after.Candidates[at].Forenames, k.Forenames)
		keep(&after.Candidates[at].Surname, k.Surname)
		keep(&after.Candidates[at].Party, k.Party)
	}
	return after
}

// keep sets what a file says and leaves what it does not.
func keep[T comparable](to *T, said T) {
	var nothing T
	if said != nothing {
		*to = said
	}
}

// guard refuses a change of a declared contest without a reason and a source, and
// one that could not be published by hand.
func (p *placing) guard(out *Placed) {
	if out.Was == nil || !out.Was.State.IsDeclared() {
		return
	}
	after := out.after()
	changes := changesOf(*out.Was, after)
	if len(changes) == 0 {
		return
	}
	if !p.orders.Corrects {
		p.refuse(out.Stated, out.Contest.Name, "is declared, and this would change "+election.And(changes)+"; it is a correction: say why by --reason and who says so by --source")
		return
	}
	for _, d := range doubtsOf(after, Stated{}) {
		p.refuse(out.Stated, "", "cannot be published as a correction: "+strings.TrimSuffix(d, "."))
	}
}

// changesOf is what of a declared contest differs, with both figures.
func changesOf(was, now election.Contest) (changes []string) {
	differ := func(what, a, b string) {
		if a != b {
			changes = append(changes, fmt.Sprintf("%s from %s to %s", what, orNothing(a), orNothing(b)))
		}
	}
	differ("the polling day", was.Date.Long(), now.Date.Long())
	differ("the kind", string(was.Kind), string(now.Kind))
	differ("the seats", fmt.Sprint(was.Seats), fmt.Sprint(now.Seats))
	differ("the method", string(was.Method), string(now.Method))
	differ("the electorate", was.Electorate.String(), now.Electorate.String())
	differ("the papers verified", was.Verified.String(), now.Verified.String())
	differ("the rejected papers", was.Rejected.String(), now.Rejected.String())
	for i, k := range now.Candidates {
		if i >= len(was.Candidates) {
			changes = append(changes, k.Name()+" as a new candidate")
			continue
		}
		old := was.Candidates[i]
		differ("the name of "+old.Name(), old.Name(), k.Name())
		differ("the votes of "+old.Name(), old.Votes.String(), k.Votes.String())
		if !old.Party.Same(k.Party) {
			differ("the party of "+old.Name(), old.Party.Name, k.Party.Name)
		}
	}
	if len(changes) > 12 {
		changes = append(changes[:12:12], fmt.Sprintf("%d more figures", len(changes)-12))
	}
	return changes
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}
