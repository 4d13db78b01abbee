package ui

import (
	"fmt"
	"strconv"
	"strings"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// This file reads and writes the seats of a council as they are typed: one
// party a line, "Con 20", and "vacant 1" for those that are nobody's.

// A partyBook finds parties by what people type: a short name, a name or the
// Electoral Commission's id. The parties met first in a night come before
// those of the built-in table.
type partyBook struct{ byKey map[string]election.Party }

func newPartyBook(contests []election.Contest, councils []election.Council) *partyBook {
	b := &partyBook{map[string]election.Party{}}
	b.add(election.Independent)
	for _, c := range councils {
		b.addHoldings(c.NotUp)
		for _, x := range c.Baselines {
			b.addHoldings(x.Holdings)
		}
	}
	for _, c := range contests {
		for _, k := range c.Candidates {
			b.add(k.Party)
		}
	}
	for _, p := range election.Parties() {
		b.add(p)
	}
	return b
}

func (b *partyBook) addHoldings(hs []election.Holding) {
	for _, h := range hs {
		b.add(h.Party)
	}
}

func (b *partyBook) add(p election.Party) {
	for _, words := range []string{p.ID, p.Short, p.Name} {
		if key := partyKey(words); key != "" {
			if _, taken := b.byKey[key]; !taken {
				b.byKey[key] = p
			}
		}
	}
}

// partyKey is a name as far as it tells parties apart: “the”, “party” and a
// plural make no difference.
func partyKey(name string) string {
	key := strings.TrimSuffix(strings.TrimPrefix(text.SearchKey(strings.TrimSpace(name)), "the "), " party")
	if len(key) > 4 {
		key = strings.TrimSuffix(key, "s")
	}
	return key
}

// find resolves what was typed. The word “new” before a name makes a party of
// that name, since a slip must not.
func (b *partyBook) find(typed string) (election.Party, bool) {
	if p, ok := b.byKey[partyKey(typed)]; ok {
		return p, true
	}
	if name, ok := strings.CutPrefix(typed, "new "); ok && strings.TrimSpace(name) != "" {
		name = strings.TrimSpace(name)
		return election.Party{ID: "x:" + text.SearchKey(name), Name: name}, true
	}
	return election.Party{}, false
}

// write prints the seats so that read gives them back.
func (b *partyBook) write(hs []election.Holding, vacant int) string {
	var lines []string
	for _, h := range hs {
		words := h.Party.Label()
		if p, ok := b.find(words); !ok || p.ID != h.Party.ID {
			words = h.Party.ID
		}
		lines = append(lines, fmt.Sprintf("%s %d", words, h.Seats))
	}
	if vacant > 0 {
		lines = append(lines, fmt.Sprintf("vacant %d", vacant))
	}
	return strings.Join(lines, "\n")
}

// A holdingError says what is wrong with a line, and what to write.
type holdingError struct {
	line int
	what string
}

func (e *holdingError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.what) }

// read reads lines of seats. A party on two lines is refused, since one of
// them is a slip.
func (b *partyBook) read(text string) (hs []election.Holding, vacant int, err error) {
	seen := map[string]bool{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		name, seats, ok := seatsAtEnd(line)
		if !ok {
			return nil, 0, &holdingError{i + 1, "“" + line + "” needs its number of seats at the end, as in “Con 20”"}
		}
		p, known := b.find(name)
		key := p.ID
		switch {
		case isVacant(name):
			p, key = election.Party{}, "vacant"
		case !known:
			return nil, 0, &holdingError{i + 1, "no party is called “" + name + "”. For one that is new here write “new " + name + fmt.Sprintf(" %d”", seats)}
		}
		if seen[key] {
			return nil, 0, &holdingError{i + 1, "“" + name + "” stands on two lines; give all its seats on one"}
		}
		if seen[key] = true; key == "vacant" {
			vacant = seats
		} else {
			hs = append(hs, election.Holding{Party: p, Seats: seats})
		}
	}
	return hs, vacant, nil
}

// isVacant reports whether a line is of the seats that are nobody's.
func isVacant(typed string) bool {
	key := partyKey(typed)
	return key == "vacant" || key == "vacancy" || key == "vacancie" // of the plural
}

// seatsAtEnd parts a line into a name and the number at its end.
func seatsAtEnd(line string) (name string, seats int, ok bool) {
	at := strings.LastIndexByte(line, ' ')
	if at < 0 {
		return "", 0, false
	}
	seats, err := strconv.Atoi(line[at+1:])
	name = strings.TrimRight(line[:at], " ,:")
	return name, seats, err == nil && seats >= 0 && name != ""
}
