package night

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/night/record"
)

// keyedID is the id of a thing that an import makes: the night's own id and the
// thing's key, hashed. The same import gives it in every copy of the night. Where
// something else has it already, since what it is called was changed by hand, the
// next is tried.
func keyedID(a *record.Act, taken func(id string) bool, key ...string) (string, error) {
	night, err := record.NightID(a)
	if err != nil {
		return "", err
	}
	for again := 0; ; again++ {
		h := sha256.New()
		for _, part := range append([]string{night}, key...) {
			fmt.Fprintf(h, "%d:%s", len(part), part)
		}
		if again > 0 {
			fmt.Fprintf(h, "again %d", again)
		}
		id := strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)))[:26]
		if !taken(id) {
			return id, nil
		}
	}
}

// keyCandidates gives candidates who have no id theirs, within the contest or
// baseline of an id: by person id, else by name, and by party too where two have
// the same. Those there keep theirs.
func keyCandidates(a *record.Act, within string, there, given []election.Candidate) error {
	taken := map[string]bool{}
	for _, k := range append(there[:len(there):len(there)], given...) {
		taken[k.ID] = true
	}
	same := map[string]int{}
	for _, k := range given {
		if k.ID == "" {
			same[personKey(k)]++
		}
	}
	for i := range given {
		k := &given[i]
		if k.ID != "" {
			continue
		}
		key := []string{"candidate", within, personKey(*k)}
		if same[key[2]] > 1 {
			key = append(key, k.Party.ID, match.Fold(k.Party.Name))
		}
		id, err := keyedID(a, func(id string) bool { return taken[id] }, key...)
		if err != nil {
			return err
		}
		k.ID, taken[id] = id, true
	}
	return nil
}

// personKey is what tells one candidate of a contest from another.
func personKey(k election.Candidate) string {
	if k.Person != "" {
		return "person " + k.Person
	}
	return "name " + match.NameKey(k.Name())
}
