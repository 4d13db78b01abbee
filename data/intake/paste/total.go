package paste

import (
	"strings"

	"nightdesk/data/election/register"
)

// totalKeys are words that only a total has.
var totalKeys = wordSet(`ballots electorate electors papers registered turnout rejected spoilt spoiled invalid void official voting
	unmarked uncertainty majority maj total totals valid verified verification counted issued swing sum`)

// totalWords are what else stands in the words of a total.
var totalWords = wordSet(`a all as at ballot by cast could count counted entitled for from
	grounds identified in mark more name no not number of on or overall paper part per
	percent percentage pct place poll polled rate read reason size share than the this to under vote
	voter voters votes want was were which whole with without writing candidate candidates`)

// neverVotes are those words that no candidate's figure stands beside.
var neverVotes = wordSet(`electorate electors turnout rejected spoilt spoiled invalid majority maj total totals swing`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// isTotal reports whether the line gives a figure of the contest, not of a
// candidate: "Turnout 42.55%", "Rejected papers: 182", "Lab majority 3,595".
func (t *lineTokens) isTotal() bool {
	var others []string
	key, ofParty := false, false
	for _, k := range t.list {
		switch {
		case k.kind != wordToken:
		case totalKeys[k.text]:
			key = true
			ofParty = ofParty || k.text == "majority" || k.text == "maj" || k.text == "swing"
		case !totalWords[k.text]:
			others = append(others, k.text)
		}
	}
	if !key || len(others) == 0 {
		return key
	}
	if !ofParty {
		return false
	}
	for len(others) > 0 {
		n := len(others)
		for ; n > 0; n-- {
			if _, how := register.Named(strings.Join(others[:n], " ")); how != register.Unknown {
				break
			}
		}
		if n == 0 {
			return false
		}
		others = others[n:]
	}
	return true
}
