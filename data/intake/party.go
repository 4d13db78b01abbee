package intake

import (
	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/election/register"
)

// party reads a party from the columns that hold its id, name and short name.
func (r row) party(idColumn, nameColumn, shortColumn string) election.Party {
	return r.stands(idColumn, nameColumn, shortColumn).Party
}

// stands reads what a candidate stands for from the columns that hold the
// party's id, name and short name. A party that is not in the register is told.
func (r row) stands(idColumn, nameColumn, shortColumn string) match.Standing {
	id, name, short := r.text(idColumn), r.text(nameColumn), r.text(shortColumn)
	s, ok := match.Party(id, name, short)
	if !ok {
		r.bad(idColumn, "is not a party id; it wants the Electoral Commission's, as PP52 or party:52")
		return s
	}
	if s.New {
		r.newParty(s.Party.Name, r.place(nameColumn))
	}
	if s.Other != "" {
		r.note("%s “%s” is a name of %s, but the id %s is %s.", r.place(nameColumn), name, s.Other, id, s.Party.Label())
	}
	return s
}

// newParty tells of a party that is nowhere in the register, once a reading.
func (l *findings) newParty(name, where string) {
	key := register.Key(name)
	if l.newParties[key] {
		return
	}
	if l.newParties == nil {
		l.newParties = map[string]bool{}
	}
	l.newParties[key] = true
	l.note("%s “%s” is no party of the register as it was on %s, and is taken as a new one.", where, Shorten(name), election.Date(register.Day).Long())
}
