package match

import (
	"strings"
	"unicode"

	"nightdesk/data/election/register"
)

// The words that are part of names in a way of their own, folded.
var (
	// particles begin a surname of several words: Mac Giolla, van der Berg.
	particles = set(`ab al ap bin binti da das de del della den der di do dos du el ferch fitz ibn
		la le lo mac mc mag na nic ni o san santa st te ten ter van vander vom von zu ua ui`)
	// titles stand before a name, or after it, and tell nobody apart.
	titles = set(`mr mrs ms miss mx cllr councillor dr sir dame lord lady baroness rev revd reverend prof
		professor ald alderman capt captain maj major col colonel rt hon the`)
	// unprinted are the titles that no ballot paper has.
	unprinted = set(`mr mrs ms miss mx cllr councillor`)
	// honours are the letters after a name.
	honours = set(`mp msp mla obe mbe cbe kbe dbe bem qc kc jp phd`)
	// suffixes belong to the surname before them.
	suffixes = set(`jr jnr junior snr senior ii iii`)
	// lower are the particles that are small inside a surname.
	lower = set(`da das de del della den der di do dos du la le ten ter van von`)
)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(words) {
		all[w] = true
	}
	return all
}

// isLetters reports whether a word is letters after a name, as printed: MP.
func isLetters(word string) bool {
	return honours[register.Fold(word)] && strings.IndexFunc(word, unicode.IsLower) < 0 || word == "PhD"
}

// dropEnds leaves out the titles before a name and the letters after it, as long
// as there is a name of two words without them.
func dropEnds(words []string) []string {
	for len(words) > 2 && unprinted[register.Fold(words[0])] {
		words = words[1:]
	}
	for len(words) > 2 && isLetters(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// uncapital is words in small letters with capitals before them, as far as that
// is certain. Words that are not in capitals stay.
func uncapital(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		switch {
		case !inCapitals(w), suffixes[register.Fold(w)] && i > 0 && strings.Trim(w, "I") == "":
			out[i] = w
		case i > 0 && lower[register.Fold(w)]:
			out[i] = strings.ToLower(w)
		default:
			out[i] = capitalised(w)
		}
	}
	return strings.Join(out, " ")
}

// capitalised is a word in capitals as a name is written: Able-Smith, O'Neill,
// McDonald. A name that begins with Mac or Fitz stays, since nothing shows
// whether a capital follows.
func capitalised(word string) string {
	parts := strings.Split(word, "-")
	for i, part := range parts {
		upper := strings.ToUpper(part)
		switch {
		case strings.HasPrefix(part, "Mac") && inCapitals(part):
			parts[i] = "Mac" + title(strings.TrimPrefix(part, "Mac"))
		case strings.HasPrefix(upper, "MC") && letters(part) > 3:
			parts[i] = "Mc" + title(part[2:])
		case strings.HasPrefix(upper, "MAC") && letters(part) > 5, strings.HasPrefix(upper, "FITZ") && letters(part) > 5:
		default:
			parts[i] = title(part)
		}
	}
	return strings.Join(parts, "-")
}

// title is a word with its first letter alone a capital, and the one after the
// apostrophe of O', D' and their like.
func title(word string) string {
	var b strings.Builder
	letters, up := 0, true
	for _, r := range word {
		switch {
		case !unicode.IsLetter(r):
			up = up && letters == 0 || letters == 1 && strings.ContainsRune("'’ʼ‘`´", r)
			b.WriteRune(r)
		case up:
			b.WriteRune(unicode.ToUpper(r))
			letters, up = letters+1, false
		default:
			b.WriteRune(unicode.ToLower(r))
			letters++
		}
	}
	return b.String()
}
