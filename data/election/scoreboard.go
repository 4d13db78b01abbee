package election

import (
	"cmp"
	"slices"
	"strings"
)

// A Scoreboard is what a night of contests adds up to. Only declared contests
// and those elected unopposed count.
type Scoreboard struct {
	Contests, Declared int // Declared counts those elected unopposed too
	Seats, Filled      int
	Valid              int        // valid votes of the declared contests
	Rows               []ScoreRow // most seats first, then votes, then name
}

// A ScoreRow is one party's line. Independents share one.
type ScoreRow struct {
	Party         Party
	Seats         int
	Gains, Losses int      // against each contest's primary baseline, where it has one
	Votes         int      // of all its candidates, in declared contests
	Share         Fraction // of Valid
	Change        Fraction // in Share, over those declared contests whose primary baseline has votes; unknown where there is none
	New           bool     // it has no predecessor in any primary baseline, and so no Change; never of independents
}

// A scoring adds up a scoreboard.
type scoring struct {
	votes         func(*System) bool // whose votes are added
	board         Scoreboard
	parties       byParty[partyScore]
	after, before int // all votes of the contests that can be compared, now and then
}

// partyScore is the seats and votes of one party.
type partyScore struct {
	seats, gains, losses int
	votes                int
	after, before        int  // its part of scoring.after and scoring.before
	compared, stood      bool // stands where there is a primary baseline; stood in one, itself or as its predecessor
}

// Tally adds up a night, from results as Compute gives them, in any order.
// Contests that are neither declared nor elected unopposed only count in
// Contests and Seats; a seat that lots are still to be drawn for is not filled.
//
// Gains and losses go seat by seat against those who held the seats in the
// primary baseline: a party that wins two of three seats where it had one
// gains one, whoever loses it. Where the baseline filled another number of
// seats they can be told only if one party held them all. An independent who
// wins again neither gains nor loses; another independent gains what the
// first one loses.
//
// Votes are those of all a party's candidates, whatever the contests' methods.
// First preferences, first choices and list votes are added up only where the
// night has nothing but one kind of them. A referendum adds to nothing but
// Contests and Declared.
// A change is over the contests that have votes both now and in the primary
// baseline, and a party that stood in other contests' baselines only rises from
// 0. One that stood in none, of declared contests or those to come, is new and
// has no change. Independents, who are not chained, have none either.
func Tally(results []Result) Scoreboard {
	t := scoring{parties: byParty[partyScore]{}, votes: addedUp(results)}
	for _, r := range results {
		t.add(r)
	}
	return t.scoreboard()
}

// counts reports whether the seats of a contest in this state are decided.
func (s State) counts() bool { return s.IsDeclared() || s == Uncontested }

// addedUp tells the systems whose votes are votes of the night: those under
// which votes elect or, where there are none, the one system of all contests.
func addedUp(results []Result) func(*System) bool {
	var only *System
	one := true
	for _, r := range results {
		switch s := r.Contest.System(); {
		case s.ElectsByVotes():
			return (*System).ElectsByVotes
		case s.answers:
		case only == nil:
			only = s
		case only != s:
			one = false
		}
	}
	return func(s *System) bool { return one && s == only }
}

func (t *scoring) add(r Result) {
	t.board.Contests++
	system := r.Contest.System()
	if !system.FillsSeats() {
		if r.Contest.State.counts() {
			t.board.Declared++
		}
		return
	}
	t.board.Seats += max(r.Contest.Seats, 1)
	t.addStanding(r.Contest)
	if !r.Contest.State.counts() {
		return
	}
	t.board.Declared++
	added := t.votes(system)
	if added {
		t.board.Valid += r.Keyed
	}
	var won []Candidate
	for _, row := range r.Rows {
		if row.Candidate.IsAnswer() {
			continue
		}
		party := t.parties.today(row.Candidate.Party)
		if added {
			party.votes += row.Candidate.Votes.n
		}
		if row.Elected {
			won = append(won, row.Candidate)
			party.seats++
			t.board.Filled++
		}
	}
	if len(r.Contest.Baselines) == 0 {
		return
	}
	then := r.Contest.Baselines[0].poll(r.Contest)
	if r.Outcome().Kind != Tie && r.Contest.poll().settled(won) {
		t.addGains(won, max(r.Contest.Seats, 1), then)
	}
	if added && system.comparesWith(then.system) {
		t.addVotes(r, then)
	}
}

// addStanding notes who stands where there is a primary baseline, and who stood
// in it.
func (t *scoring) addStanding(c Contest) {
	if len(c.Baselines) == 0 {
		return
	}
	then := c.Baselines[0].poll(c)
	for _, k := range c.Candidates {
		t.parties.of(k.Party).compared = true
	}
	for _, k := range then.candidates {
		t.parties.entry(heirKey(k.Party, then.heirs)).sum.stood = true
	}
}

// addGains adds the gains and losses of one contest.
func (t *scoring) addGains(won []Candidate, seats int, then poll) {
	held := then.holders()
	if len(won) == 0 || len(held) == 0 {
		return
	}
	if seats != then.seats {
		t.addGainsFrom(won, held, then)
		return
	}
	lost := slices.Clone(held)
	for _, w := range won {
		at := slices.IndexFunc(lost, func(h Candidate) bool { return then.keeps(w, h) })
		if at < 0 {
			t.parties.of(w.Party).gains++
			continue
		}
		lost = slices.Delete(lost, at, at+1)
	}
	for _, h := range lost {
		t.parties.before(h.Party, then.heirs).losses++
	}
}

// addGainsFrom adds the gains and losses of a contest whose baseline filled
// another number of seats.
func (t *scoring) addGainsFrom(won, held []Candidate, then poll) {
	from, one := then.oneParty(held)
	if !one {
		return
	}
	for _, w := range won {
		if !slices.ContainsFunc(held, func(h Candidate) bool { return then.keeps(w, h) }) {
			t.parties.of(w.Party).gains++
			t.parties.before(from, then.heirs).losses++
		}
	}
}

// keeps reports whether a seat that h won in this baseline stays where it was
// when w wins it: with h's party or, among independents, with the person.
func (p poll) keeps(w, h Candidate) bool {
	if w.Party.ID != "" {
		return w.Party.line() == p.line(h.Party)
	}
	return holdAsPersons([]Candidate{w}, []Candidate{h})
}

// addVotes adds the votes that a change in share is taken from.
func (t *scoring) addVotes(r Result, then poll) {
	before := then.valid()
	if !r.Valid.known || before.n <= 0 {
		return
	}
	t.after += r.Valid.n
	t.before += before.n
	for _, row := range r.Rows {
		t.parties.of(row.Candidate.Party).after += row.Candidate.Votes.n
	}
	for _, k := range then.candidates {
		t.parties.before(k.Party, then.heirs).before += k.Votes.n
	}
}

// scoreboard writes the rows of the parties that stood or lost a seat.
func (t *scoring) scoreboard() Scoreboard {
	for key, a := range t.parties {
		if len(a.now) == 0 && a.sum.losses == 0 {
			continue
		}
		row := ScoreRow{Party: a.party(key), Seats: a.sum.seats, Gains: a.sum.gains, Losses: a.sum.losses,
			Votes: a.sum.votes, Share: portion(Of(a.sum.votes), Of(t.board.Valid))}
		row.New = key != independents && a.sum.compared && !a.sum.stood
		if key != independents && !row.New && a.sum.after+a.sum.before > 0 {
			row.Change = portion(Of(a.sum.after), Of(t.after)).Minus(portion(Of(a.sum.before), Of(t.before)))
		}
		t.board.Rows = append(t.board.Rows, row)
	}
	slices.SortFunc(t.board.Rows, func(a, b ScoreRow) int {
		return cmp.Or(b.Seats-a.Seats, b.Votes-a.Votes, cmp.Compare(a.Party.Name, b.Party.Name), cmp.Compare(a.Party.ID, b.Party.ID))
	})
	return t.board
}

// byParty holds a sum for each party, however its name is spelt in each place:
// by id, independents together, and a party without an id by its name. A party
// registered apart in Northern Ireland has a sum of its own, as the
// Parliament adds it up.
type byParty[T any] map[string]*partySum[T]

// A partySum is the sum of one party and how its name is spelt.
type partySum[T any] struct {
	sum       T
	now, then map[Party]int // how often each spelling was met, today and in a baseline
}

// independents is the key of the sum that all independents share.
const independents = "independents"

func partyKey(p Party) string {
	switch {
	case p.ID != "":
		return "id " + p.ID
	case p.IsIndependent():
		return independents
	}
	return "name " + strings.ToLower(p.Name)
}

// heirKey is the key of a party of a baseline: its heir's where it has one.
func heirKey(p Party, heirs map[string]string) string {
	if heir, ok := heirs[p.line()]; ok {
		return partyKey(Party{ID: heir})
	}
	return partyKey(p)
}

func (l byParty[T]) entry(key string) *partySum[T] {
	a := l[key]
	if a == nil {
		a = &partySum[T]{now: map[Party]int{}, then: map[Party]int{}}
		l[key] = a
	}
	return a
}

// of is the sum of a party.
func (l byParty[T]) of(p Party) *T { return &l.entry(partyKey(p)).sum }

// today is the sum of a party that stands or holds a seat today.
func (l byParty[T]) today(p Party) *T {
	a := l.entry(partyKey(p))
	a.now[p]++
	return &a.sum
}

// before is the sum of a party of a baseline, or of its heir.
func (l byParty[T]) before(p Party, heirs map[string]string) *T {
	a := l.entry(heirKey(p, heirs))
	a.then[p]++
	return &a.sum
}

// party is the party as it is spelt most often today, or else in the baselines.
// Of spellings that are equally frequent it is the first by name, so that the
// order of the contests makes no difference.
func (a *partySum[T]) party(key string) Party {
	if key == independents {
		return Independent
	}
	names := a.now
	if len(names) == 0 {
		names = a.then
	}
	var best Party
	most := 0
	for p, n := range names {
		if n > most || n == most && cmp.Or(cmp.Compare(p.Name, best.Name), cmp.Compare(p.Short, best.Short)) < 0 {
			best, most = p, n
		}
	}
	return best
}
