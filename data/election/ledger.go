package election

import (
	"cmp"
	"strings"
)

// A ledger keeps one account a party, however its name is spelt in each place:
// by id, independents together, and a party without an id by its name. A party
// registered apart in Northern Ireland has an account of its own, as the
// Parliament adds it up.
type ledger[T any] map[string]*account[T]

// An account is what is entered under one party.
type account[T any] struct {
	sum       T
	now, then map[Party]int // how often each spelling was met, today and in a baseline
}

// independents is the key of the account that all independents share.
const independents = "independents"

func accountKey(p Party) string {
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
		return accountKey(Party{ID: heir})
	}
	return accountKey(p)
}

func (l ledger[T]) open(key string) *account[T] {
	a := l[key]
	if a == nil {
		a = &account[T]{now: map[Party]int{}, then: map[Party]int{}}
		l[key] = a
	}
	return a
}

// of is what is entered under a party.
func (l ledger[T]) of(p Party) *T { return &l.open(accountKey(p)).sum }

// today is what is entered under a party that stands or holds a seat today.
func (l ledger[T]) today(p Party) *T {
	a := l.open(accountKey(p))
	a.now[p]++
	return &a.sum
}

// before is what is entered under a party of a baseline, or under its heir.
func (l ledger[T]) before(p Party, heirs map[string]string) *T {
	a := l.open(heirKey(p, heirs))
	a.then[p]++
	return &a.sum
}

// party is the party of an account as it is spelt most often today, or else in
// the baselines. In a dead heat the first in order stands, so that the order
// of the entries does not tell.
func (a *account[T]) party(key string) Party {
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
