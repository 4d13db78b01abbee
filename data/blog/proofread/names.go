package proofread

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// A roll is the names of everybody who stands in a night, for telling a name
// that is nearly one of them.
type roll struct {
	names map[string]bool         // by match.NameKey, of those who stood in a baseline too
	near  map[string][]rollCalled // by all words of a name but one, and which that is
}

// rollCalled is a name with one of its words left out.
type rollCalled struct {
	name, contest string
	word          string // as printed
}

// longestName is of how many words a name is looked for.
const longestName = 5

func newRoll(contests []election.Contest) *roll {
	r := &roll{map[string]bool{}, map[string][]rollCalled{}}
	for _, c := range contests {
		for _, b := range c.Baselines {
			for _, k := range b.Candidates {
				r.names[match.NameKey(k.Name())] = true
			}
		}
		for _, k := range c.Candidates {
			words := strings.Fields(k.Name())
			r.names[match.NameKey(k.Name())] = true
			if len(words) < 2 || len(words) > longestName {
				continue
			}
			for i, word := range words {
				key := foldWithout(words, i)
				r.near[key] = append(r.near[key], rollCalled{k.Name(), c.Name, word})
			}
		}
	}
	return r
}

func foldName(words []string) string {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = strings.TrimRight(text.SearchKey(w), ".")
	}
	return strings.Join(folded, " ")
}

// foldWithout is a name with a bar in the place of one of its words.
func foldWithout(words []string, i int) string {
	rest := append([]string(nil), words...)
	rest[i] = "|"
	return foldName(rest)
}

// A capital is a word of a passage that a name may have.
type capital struct {
	text string
	text.Span
	last bool // a stop or comma follows: no name goes on after it
}

// names finds names that are nearly those of candidates: all words but
// one alike, and that one a slip of the hand away.
func names(r *text.Reading, contests []election.Contest) []blog.Problem {
	var found []blog.Problem
	var known *roll
	for _, p := range r.Passages {
		if p.Foreign {
			continue
		}
		for _, words := range capitals(p.Claimed()) {
			if known == nil {
				known = newRoll(contests)
			}
			found = append(found, known.misspelt(p, words)...)
		}
	}
	return found
}

// misspelt looks through words with capitals that stand together.
func (r *roll) misspelt(p *text.Passage, words []capital) []blog.Problem {
	var found []blog.Problem
	for from := 0; from < len(words); from++ {
		for to := min(len(words), from+longestName); to > from+1; to-- {
			if r.names[match.NameKey(strings.Join(textsOf(words[from:to]), " "))] {
				from = to - 1
				break
			}
			if problem, ok := r.nearly(p, words[from:to]); ok {
				found = append(found, problem)
				from = to - 1
				break
			}
		}
	}
	return found
}

func textsOf(words []capital) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.text
	}
	return out
}

// nearly reports the name that the words nearly are.
func (r *roll) nearly(p *text.Passage, words []capital) (blog.Problem, bool) {
	texts := textsOf(words)
	for i, w := range words {
		for _, called := range r.near[foldWithout(texts, i)] {
			if !isSlip(text.SearchKey(w.text), text.SearchKey(called.word)) {
				continue
			}
			whole := text.Span{From: words[0].From, To: words[len(words)-1].To}
			from, to := p.Typed(whole)
			problem := warning("name-wrong", fmt.Sprintf("“%s”: nobody of that name stands; %s does, in %s. Correct the name, if that is who is meant.",
				p.String()[whole.From:whole.To], called.name, called.contest), from, to)
			at, end := p.Typed(w.Span)
			problem.Fix = &blog.Fix{From: at, To: end, Text: called.word}
			return problem, true
		}
	}
	return blog.Problem{}, false
}

// isSlip reports whether two words differ by a slip of the hand: a letter too
// many or too few, another one, or two the other way round; in a long word by
// two of them. Short words differ by more than that.
func isSlip(a, b string) bool {
	length := utf8.RuneCountInString(b)
	bound := 0
	switch {
	case length >= 9:
		bound = 2
	case length >= 4:
		bound = 1
	}
	d := slips([]rune(a), []rune(b))
	return d > 0 && d <= bound
}

// slips counts them.
func slips(a, b []rune) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range b {
		rows[0][j+1] = j + 1
	}
	for i := range a {
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			n := min(rows[i][j+1]+1, rows[i+1][j]+1, rows[i][j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				n = min(n, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = n
		}
	}
	return rows[len(a)][len(b)]
}

// capitals cuts a passage into runs of two and more words with capitals, without
// the signs around them and without a possessive's ending.
func capitals(passage string) [][]capital {
	var runs [][]capital
	var run []capital
	flush := func() {
		if len(run) > 1 {
			runs = append(runs, run)
		}
		run = nil
	}
	for from := 0; from < len(passage); {
		r, size := utf8.DecodeRuneInString(passage[from:])
		if isBlank(r) {
			from += size
			continue
		}
		to := len(passage)
		if i := strings.IndexFunc(passage[from:], isBlank); i >= 0 {
			to = from + i
		}
		w, ok := capitalAt(passage, from, to)
		if !ok {
			flush()
		} else {
			if run = append(run, w); w.last {
				flush()
			}
		}
		from = to
	}
	flush()
	return runs
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || r < ' ' }

// capitalAt is the word between two blanks, if it has a capital and is no
// longer than a name.
func capitalAt(passage string, from, to int) (capital, bool) {
	word := strings.TrimLeft(passage[from:to], `"'“‘([`)
	from = to - len(word)
	bare := strings.TrimRight(word, `"'”’)].,;:!?`)
	ends := len(bare) < len(word) && !(word == bare+"." && utf8.RuneCountInString(bare) == 1)
	for _, mark := range []string{"'s", "’s"} {
		if cut, ok := strings.CutSuffix(bare, mark); ok {
			bare, ends = cut, true
		}
	}
	first, _ := utf8.DecodeRuneInString(bare)
	return capital{bare, text.Span{From: from, To: from + len(bare)}, ends}, unicode.IsUpper(first) && len(bare) <= 60
}
