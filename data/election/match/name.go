package match

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
)

// A Name is a name as somebody printed it, taken apart.
type Name struct {
	Forenames, Surname string // forenames may be empty
	// Party is what stood in brackets after the name and is a party's; empty
	// where nothing did.
	Party string
	// Elected is whether the name is marked as elected.
	Elected bool

	sure order // where the writing shows the surname
}

// An order is where the surname stands in a name.
type order int

const (
	unsure order = iota
	surnameFirst
	surnameLast
)

var (
	inBrackets = regexp.MustCompile(`\s*[(\[]([^()\[\]]*)[)\]]`)
	isElected  = regexp.MustCompile(`(?i)^(?:re-?)?elected$`)
	notElected = regexp.MustCompile(`(?i)^not elected$`)
	endsMarked = regexp.MustCompile(`(?i)(?:[\s,]*[*†]+|(?:\s+[-–—]\s*|,\s*)(?:re-?)?elected)\s*$`)
)

// Split takes one printed name apart. "ABLE, Ann", "ABLE Ann" and "Ann ABLE" show
// their surname; otherwise it is the last word with the particles before it, as
// in "Tomás Mac Giolla". A surname in capitals is given in small letters as far as
// that is certain: O'Neill, McDonald and Van der Berg, but MACDONALD stays, which
// may be Macdonald or MacDonald, and so does a name that is all in capitals
// without a comma. Titles that no ballot paper prints (Mr, Cllr) are left out, as
// are letters after the name (MP, OBE).
func Split(printed string) Name { return split(printed, unsure) }

// SplitAll takes the names of one list apart. Where the writing of the others
// shows that surnames stand first, they do for a name that shows nothing.
func SplitAll(printed []string) []Name {
	names := make([]Name, len(printed))
	seen := [3]int{}
	for i, p := range printed {
		names[i] = Split(p)
		seen[names[i].sure]++
	}
	if seen[surnameFirst] < 2 || seen[surnameLast] > 0 {
		return names
	}
	for i, n := range names {
		if n.sure == unsure {
			names[i] = split(printed[i], surnameFirst)
		}
	}
	return names
}

func split(printed string, style order) (n Name) {
	text := n.unmark(strings.Join(strings.FieldsFunc(printed, unicode.IsSpace), " "))
	if surname, forenames, ok := strings.Cut(text, ","); ok {
		after := strings.FieldsFunc(forenames, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
		if rest := dropEnds(after); len(rest) > 0 && !slices.ContainsFunc(after[:1], isLetters) {
			n.sure = surnameFirst
			n.Surname, n.Forenames = uncapital(strings.Fields(surname)), uncapital(rest)
			return n
		}
		text = surname
	}
	words := dropEnds(strings.Fields(text))
	from, to, sure := capitalRun(words)
	switch {
	case sure == surnameFirst && from == 0:
		n.sure, n.Surname, n.Forenames = sure, uncapital(words[:to]), strings.Join(words[to:], " ")
	case sure == surnameLast:
		n.sure, n.Surname, n.Forenames = sure, uncapital(words[from:]), strings.Join(words[:from], " ")
	case style == surnameFirst && len(words) > 1:
		to = 1
		for to < len(words)-1 && particles[register.Fold(words[to-1])] {
			to++
		}
		n.Surname, n.Forenames = strings.Join(words[:to], " "), strings.Join(words[to:], " ")
	default:
		from = surnameAt(words)
		n.Forenames, n.Surname = strings.Join(words[:from], " "), strings.Join(words[from:], " ")
	}
	return n
}

// unmark takes off what is no part of the name: the mark of those elected and a
// party in brackets. Other brackets stay: "Robert (Bob) Bone".
func (n *Name) unmark(text string) string {
	text = inBrackets.ReplaceAllStringFunc(text, func(whole string) string {
		inside := strings.TrimSpace(inBrackets.FindStringSubmatch(whole)[1])
		_, how := register.Named(inside)
		switch {
		case isElected.MatchString(inside):
			n.Elected = true
		case notElected.MatchString(inside):
		case how != register.Unknown:
			n.Party = inside
		default:
			return whole
		}
		return ""
	})
	if rest := endsMarked.ReplaceAllString(text, ""); rest != text && rest != "" {
		n.Elected, text = true, rest
	}
	return strings.TrimSpace(text)
}

// surnameAt is where the surname of a name begins that does not show it: at the
// last word, or at the first of the particles before that.
func surnameAt(words []string) int {
	at := len(words) - 1
	if at > 1 && suffixes[register.Fold(words[at])] {
		at--
	}
	for at > 1 && particles[register.Fold(words[at-1])] {
		at--
	}
	return max(at, 0)
}

// capitalRun finds the words that are in capitals where others are not, with the
// particles between them and before them.
func capitalRun(words []string) (from, to int, sure order) {
	first, last, small := -1, -1, 0
	for i, w := range words {
		switch {
		case inCapitals(w):
			if first < 0 {
				first = i
			}
			last = i
		case isSmall(w):
			small++
		}
	}
	if first < 0 || small == 0 {
		return 0, 0, unsure
	}
	for first > 0 && particles[register.Fold(words[first-1])] && !(isSmall(words[first-1]) && unicode.IsUpper(firstOf(words[first-1]))) {
		first--
	}
	for _, w := range words[first:last] {
		if isSmall(w) && !particles[register.Fold(w)] {
			return 0, 0, unsure
		}
	}
	short := last == first && letters(words[first]) < 3 // JP Smith, NG Alan
	switch {
	case first == 0 && last < len(words)-1 && !short:
		return 0, last + 1, surnameFirst
	case first > 0 && last == len(words)-1:
		return first, last + 1, surnameLast
	}
	return 0, 0, unsure
}

func firstOf(word string) rune {
	for _, r := range word {
		return r
	}
	return 0
}

func letters(word string) (n int) {
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// inCapitals reports whether a word of two letters and more is in capitals; the c
// of Mc and the ac of Mac may be small.
func inCapitals(word string) bool {
	for _, prefix := range []string{"Mac", "Mc"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && letters(rest) > 1 {
			word = rest
			break
		}
	}
	return letters(word) > 1 && strings.IndexFunc(word, unicode.IsLower) < 0
}

// isSmall reports whether a word has small letters and is not in capitals.
func isSmall(word string) bool {
	return !inCapitals(word) && strings.IndexFunc(word, unicode.IsLower) >= 0
}

// BallotOrder sorts candidates as they stand on the ballot paper: by surname,
// particle first, then by forenames.
func BallotOrder(candidates []election.Candidate) {
	slices.SortStableFunc(candidates, func(a, b election.Candidate) int {
		if c := strings.Compare(register.Fold(a.Surname), register.Fold(b.Surname)); c != 0 {
			return c
		}
		return strings.Compare(register.Fold(a.Forenames), register.Fold(b.Forenames))
	})
}
