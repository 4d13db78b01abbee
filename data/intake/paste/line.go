package paste

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"nightdesk/data/election"
	"nightdesk/data/election/register"
	"nightdesk/data/intake"
)

// A tokenKind says what a piece of a pasted line is.
type tokenKind int

const (
	wordToken  tokenKind = iota
	wholeToken           // a whole number
	otherToken           // a share, a change or a signed number: no votes
	numberDot            // the number of a numbered line: "1." or "1)"
)

// A token is one piece of a pasted line.
type token struct {
	kind  tokenKind
	text  string // as it stands; of a word, folded
	cell  int    // the cell of a spreadsheet that it stands in
	alone bool   // it is all of its cell
	comma bool   // a comma stands after it
	caps  bool   // it is written in capitals
}

// lineTokens is a pasted line in its pieces.
type lineTokens struct {
	list   []token
	cells  int  // of a spreadsheet
	digits bool // a number stands in it
}

// A lineReading is one thing that a line may say.
type lineReading struct {
	votes  election.Count // unknown on a line without a figure
	digits string         // of the votes
	words  []token        // everything else, numbers among them
}

var (
	leaders = regexp.MustCompile(`\.{2,}|…|_{2,}|·{2,}`)
	dates   = regexp.MustCompile(`(?i)\b\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{4}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}\b`)
	number  = regexp.MustCompile(`(?i)[+\-−±]?(?:\d{1,3}(?:[ \x{a0}\x{2009}\x{202f}]\d{3})+\b|\d[\d.,]*)(?:\s?%|\s?per ?cent\b)?`)
	spaced  = regexp.MustCompile(`^\d{1,3}(?: \d{3})+$`)
	digits  = regexp.MustCompile(`^\d+$`)

	listNumber = regexp.MustCompile(`^\s*\d{1,3}$`)
	listStop   = regexp.MustCompile(`^[.)]\s*\S`)
)

// tokensOf takes a pasted line apart.
func tokensOf(line string) *lineTokens {
	t := &lineTokens{}
	line = dates.ReplaceAllString(leaders.ReplaceAllString(line, " "), " ")
	for cell, text := range strings.Split(line, "\t") {
		t.cells = cell + 1
		from := len(t.list)
		t.cut(cell, text)
		if len(t.list) == from+1 {
			t.list[from].alone = true
		}
	}
	return t
}

// cut takes one cell apart at its numbers.
func (t *lineTokens) cut(cell int, text string) {
	from := 0
	for _, at := range number.FindAllStringIndex(text, -1) {
		if partOfWord(text, at[0], at[1]) {
			continue
		}
		start := at[0]
		figure := strings.TrimRight(text[start:at[1]], ".,")
		if r, size := utf8.DecodeRuneInString(figure); !unicode.IsDigit(r) && start > 0 && !strings.ContainsRune(" (\u00a0", before(text, start)) {
			// A dash between a name and its figure is no sign.
			start, figure = start+size, figure[size:]
		}
		t.words(cell, text[from:start])
		from = start + len(figure)
		kind := kindOf(figure)
		if kind == wholeToken && len(t.list) == 0 && listNumber.MatchString(text[:from]) && listStop.MatchString(text[from:]) {
			kind = numberDot
		}
		t.list = append(t.list, token{kind: kind, text: figure, cell: cell})
		t.digits = t.digits || kind != numberDot
	}
	t.words(cell, text[from:])
}

func before(text string, at int) rune {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return r
}

// partOfWord reports whether a number is a piece of a word: NO2EU, 1st, PP52.
func partOfWord(text string, from, to int) bool {
	after, _ := utf8.DecodeRuneInString(text[to:])
	return from > 0 && unicode.IsLetter(before(text, from)) || to < len(text) && unicode.IsLetter(after)
}

func kindOf(figure string) tokenKind {
	first, _ := utf8.DecodeRuneInString(figure)
	last, _ := utf8.DecodeLastRuneInString(figure)
	if !unicode.IsDigit(first) || !unicode.IsDigit(last) || strings.Contains(figure, ".") {
		return otherToken
	}
	return wholeToken
}

// words adds the words of a text, folded.
func (t *lineTokens) words(cell int, text string) {
	text = norm.NFD.String(strings.ReplaceAll(text, "&", " and "))
	inWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '\'' || r == '’'
	}
	for text != "" {
		start := strings.IndexFunc(text, inWord)
		if start < 0 {
			return
		}
		text = text[start:]
		end := strings.IndexFunc(text, func(r rune) bool { return !inWord(r) })
		if end < 0 {
			end = len(text)
		}
		word := text[:end]
		text = text[end:]
		if key := register.Fold(word); strings.Trim(key, "'’") != "" {
			t.list = append(t.list, token{
				text: key, cell: cell, comma: strings.HasPrefix(strings.TrimLeft(text, " "), ","),
				caps: utf8.RuneCountInString(key) > 1 && word == strings.ToUpper(word) && word != strings.ToLower(word),
			})
		}
	}
}

// number is the number that the line begins with; it is sure to be the line's
// own where a figure follows it that it is no part of.
func (t *lineTokens) number() (n int, sure, ok bool) {
	if len(t.list) == 0 || t.list[0].kind != wholeToken {
		return 0, false, false
	}
	first, joined, _ := strings.Cut(t.list[0].text, " ")
	another := slices.ContainsFunc(t.list[1:], func(k token) bool { return k.kind == wholeToken })
	n, err := strconv.Atoi(first)
	return n, joined == "", err == nil && (another || joined != "")
}

// dropNumber takes away the number of a numbered line.
func (t *lineTokens) dropNumber() {
	_, joined, _ := strings.Cut(t.list[0].text, " ")
	if joined == "" {
		t.list = t.list[1:]
		return
	}
	t.list[0].text = joined
}

// readings are what the line may say: each of its figures as the votes, a figure
// in groups of three also with its first group as a word. A votes column, where
// there is one, settles it.
func (t *lineTokens) readings(votes int) []lineReading {
	if i := t.inColumn(votes); i >= 0 {
		return []lineReading{t.reading(i, "", func(k token) bool { return k.kind == wordToken || !k.alone })}
	}
	all := func(token) bool { return true }
	var rs []lineReading
	for i, k := range t.list {
		if k.kind != wholeToken {
			continue
		}
		rs = append(rs, t.reading(i, "", all))
		if first, rest, _ := strings.Cut(k.text, " "); spaced.MatchString(k.text) && !k.alone {
			split := t.reading(i, first, all)
			split.digits, split.votes = plain(rest), count(rest)
			rs = append(rs, split)
		}
	}
	if len(rs) == 0 {
		return []lineReading{t.reading(-1, "", all)}
	}
	return rs
}

// inColumn is the place of the figure that is all of a column, or -1.
func (t *lineTokens) inColumn(column int) int {
	return slices.IndexFunc(t.list, func(k token) bool { return k.cell == column && k.alone && k.kind == wholeToken })
}

// reading takes one token as the votes, the others as words.
func (t *lineTokens) reading(votes int, lead string, keep func(token) bool) lineReading {
	var r lineReading
	for i, k := range t.list {
		switch {
		case i == votes:
			if r.digits, r.votes = plain(k.text), count(k.text); lead != "" {
				r.words = append(r.words, token{text: lead, cell: k.cell})
			}
		case (k.kind == wordToken || k.kind == wholeToken) && keep(k):
			k.text = plain(k.text)
			r.words = append(r.words, k)
		}
	}
	return r
}

// plain is a number without what stands between its thousands; a word stays.
func plain(s string) string {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(", \u00a0\u2009\u202f", r) {
			return -1
		}
		return r
	}, s)
}

func count(figure string) election.Count {
	n, err := election.ParseCount(figure)
	if err != nil {
		return election.Count{}
	}
	return n
}

// wrong says why the line gives no figure, or nothing.
func (t *lineTokens) wrong(votes int) string {
	if votes >= 0 && t.cells > 1 {
		if i := t.inColumn(votes); i < 0 {
			return "has no figure in the column of votes"
		} else if _, err := election.ParseCount(t.list[i].text); err == nil {
			return ""
		}
	}
	any := ""
	for _, k := range t.list {
		switch k.kind {
		case otherToken:
			any = k.text
		case wholeToken:
			if _, err := election.ParseCount(k.text); err != nil {
				return "holds " + quoted(k.text) + ", which " + intake.NotCount(k.text, "votes", err)
			}
		}
	}
	switch {
	case slices.ContainsFunc(t.list, func(k token) bool { return k.kind == wholeToken }):
		return ""
	case any == "":
		return "has no figure"
	case strings.ContainsAny(any[:1], "+-") || strings.HasPrefix(any, "−") || strings.HasPrefix(any, "±"):
		return "has no figure but " + quoted(any) + ", which is no number of votes"
	}
	return "has no figure but " + quoted(any) + ", which looks like a percentage; it wants a whole number of votes"
}
