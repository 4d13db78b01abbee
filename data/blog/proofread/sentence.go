package proofread

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Within a sentence that is searched for claims a mention stands as one rune of
// the private use area, so that patterns can ask for "somebody named here".
const (
	firstMention = '\ue000'
	lastMention  = '\uf8ff'
)

// A sentence is made ready for patterns: typographic signs are plain ones, and
// whom it names stands as mentions.
type sentence struct {
	text     string
	at       []int // offset in the passage of each byte, and of the end
	mentions []mention
	recalls  bool // it may tell of an earlier election too
}

// newSentence folds a sentence of a passage and marks whom it names.
func newSentence(passage string, in text.Span, known *facts) sentence {
	var s sentence
	var out strings.Builder
	put := func(r rune, at int) {
		for range utf8.RuneLen(r) {
			s.at = append(s.at, at)
		}
		out.WriteRune(r)
	}
	typed := passage[in.From:in.To]
	for i := 0; i < len(typed); {
		if w, size := known.named(typed, i); size > 0 && int(firstMention)+len(s.mentions) < lastMention {
			put(firstMention+rune(len(s.mentions)), in.From+i)
			s.mentions = append(s.mentions, w.mention)
			i += size
			continue
		}
		r, size := utf8.DecodeRuneInString(typed[i:])
		put(straightRune(r), in.From+i)
		i += size
	}
	s.text = out.String()
	s.at = append(s.at, in.To)
	return s
}

// inPassage is where a piece of the sentence stands in its passage.
func (s sentence) inPassage(piece text.Span) text.Span {
	return text.Span{From: s.at[piece.From], To: s.at[piece.To]}
}

// named is the longest name at an offset of the sentence, and its size there.
func (f *facts) named(sentence string, at int) (word, int) {
	before, _ := utf8.DecodeLastRuneInString(sentence[:at])
	if isWord(before) {
		return word{}, 0
	}
	first, _ := utf8.DecodeRuneInString(sentence[at:])
	for _, w := range f.words[straightRune(first)] {
		size := matchStraight(sentence[at:], w.text)
		if size == 0 {
			continue
		}
		after, _ := utf8.DecodeRuneInString(sentence[at+size:])
		if isWord(after) || w.surname && isSomebodyElse(sentence, at, at+size) {
			continue
		}
		return w, size
	}
	return word{}, 0
}

// matchStraight is the size of name at the start of typed, typographic signs
// taken as plain ones; 0 if it is not there.
func matchStraight(typed, name string) int {
	size := 0
	for _, want := range name {
		r, n := utf8.DecodeRuneInString(typed[size:])
		if n == 0 || straightRune(r) != want {
			return 0
		}
		size += n
	}
	return size
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// openers are words with a capital only because a sentence starts with them,
// and titles. A surname after one is still the candidate's.
var openers = regexp.MustCompile(`^(?:But|And|Then|So|Now|While|For|With|Next|Yet|As|When|Meanwhile|Here|Did|Has|Is|Was|Candidate|Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Dame|Con|Lab|LD|Ind|Labour|Tory|Conservative|Green|Reform|UK|Independent|Democrat)$`)

// isSomebodyElse reports whether a surname is part of another person's name:
// a capital before it or after it. Kay Martin and Lee Anderson are not the
// Martin and Lee who stand here.
func isSomebodyElse(sentence string, from, to int) bool {
	after := sentence[to:]
	if rest, ok := strings.CutPrefix(after, " "); ok {
		r, _ := utf8.DecodeRuneInString(rest)
		if unicode.IsUpper(r) {
			return true
		}
	}
	before := strings.TrimRight(sentence[:from], " ")
	if before == "" || len(before) == len(sentence[:from]) {
		return false
	}
	last := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })+1:]
	r, _ := utf8.DecodeRuneInString(last)
	return last != "" && unicode.IsUpper(r) && !openers.MatchString(last)
}

// Sentences that these patterns find something in are left alone: they may
// speak of another election, another place or of something that is not so.
var (
	sinceYear = regexp.MustCompile(`\bsince (?:the )?(?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d\b`)
	yearNamed = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d\b`)
	elsewhen  = regexp.MustCompile(`(?i)\b(?:if|would|could|might|may be|expect\w*|predict\w*|forecast\w*|projected|estimat\w*|rumou?r\w*|guess\w*|reckon\w*|target\w*|need(?:s|ed)?|hop(?:e|es|ed|ing)|polls?|pollsters?|survey\w*|odds|bookmakers?|betting|average|record|previous\w*|last time|before|ago|earlier|former\w*|until|had been|defend\w*|predecessor|general election|sampl\w*|postal|not|never|no longer|wrong\w*|mis\w+|correct\w*|instead|rather than|suggest\w*|ballot box|precinct)\b|n't\b`)
	elsewhere = regexp.MustCompile(`(?i)\b(?:council\w*|councillors?|mayor\w*|police|wards?|seats|national\w*|nationwide|countrywide|country|county|region\w*|England|Wales|Scotland|Britain|London)\b`)
	placed    = regexp.MustCompile(`\b(?:[Ii]n|[Aa]t|[Aa]cross|[Nn]ear)(?: the)? ([A-Z][\w'-]*(?: [A-Z][\w'-]*)*)`)
	owned     = regexp.MustCompile(`[^.\s"(]\s+([A-Z][\w-]+)(?:'s)?(?: \w+)? (?:swing|turnout|majority|electorate)\b|([A-Z][\w-]+)'s (?:\w+ )?(?:swing|turnout|majority|electorate)\b`)
	noPlace   = regexp.MustCompile(`^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Parliament|Westminster|Commons|Butler|Steed|The|A|Its|Their|Her|His)\b`)
)

// recalled is in sentences that set what was beside what is: a figure of a
// baseline is at home there.
var recalled = regexp.MustCompile(`(?i)\b(?:then|now|was|were|had|from|last|becomes?|became|old|since|compared|against|back|down|up|turn(?:s|ed)? into)\b`)

// recalledIn tells of a passage whether it speaks of another election than a
// contest's by its year, or by calling it so. The passage is read once.
func recalledIn(passage string) func(election.Contest) bool {
	if calledLast.MatchString(passage) {
		return func(election.Contest) bool { return true }
	}
	years := yearNamed.FindAllString(passage, -1)
	slices.Sort(years)
	years = slices.Compact(years)
	return func(c election.Contest) bool {
		return slices.ContainsFunc(years, func(year string) bool { return !strings.HasPrefix(string(c.Date), year) })
	}
}

var calledLast = regexp.MustCompile(`(?i)\b(?:last time|last election|general election|previous\w*|back then|ago)\b`)

// speaksOf reports whether the sentence is about this contest as it is.
func (s sentence) speaksOf(known *facts) bool {
	said := sinceYear.ReplaceAllString(s.text, "since then")
	for _, year := range yearNamed.FindAllString(said, -1) {
		if !strings.HasPrefix(string(known.contest.Date), year) {
			return false
		}
	}
	name := straight(known.contest.Name)
	said = strings.ReplaceAll(said, name, "here")
	if elsewhen.MatchString(said) || elsewhere.MatchString(said) {
		return false
	}
	for _, pattern := range []*regexp.Regexp{placed, owned} {
		for _, m := range pattern.FindAllStringSubmatch(said, -1) {
			if place := strings.Join(m[1:], ""); !noPlace.MatchString(place) {
				return false
			}
		}
	}
	return true
}
