package blog

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/election"
)

// A claim is a figure that a sentence states, found by a pattern.
type claim struct {
	*sheet
	line   line
	groups map[string]span // of the pattern's names, in line.text
	all    span
}

// A claimPattern finds one kind of claim and judges it.
type claimPattern struct {
	code  string
	regex *regexp.Regexp
	judge func(claim) verdict
}

// A verdict says what is wrong with a claim.
type verdict struct {
	truth string // what is so, in words; empty where nothing is wrong
	slot  string // the figure that puts it right, without braces; empty where none does
}

// maxSentence is how long a sentence is looked through, in bytes. Longer ones
// are lists without stops, or no prose.
const maxSentence = 1000

// proofFigures compares the figures in running text with the results.
func (r *reading) proofFigures(contests []election.Contest) []Problem {
	var found []Problem
	subjects := newSubjects(r, contests)
	sheets := map[string]*sheet{}
	for _, p := range r.passages {
		if p.foreign || len(p.text) == 0 {
			continue
		}
		text := string(p.unmasked())
		around, named := subjects.of(text)
		recalls := recalledIn(text)
		for _, s := range sentences(text) {
			if s.to-s.from > maxSentence {
				continue
			}
			c, known := around, named == 1
			if own, n := subjects.of(text[s.from:s.to]); n > 0 {
				c, known = own, n == 1
			} else if named == 0 {
				c, known = subjects.entry, subjects.one
			}
			if !known {
				continue
			}
			if sheets[c.ID] == nil {
				sheets[c.ID] = newSheet(c, len(contests))
			}
			l := newLine(text, s, sheets[c.ID])
			if l.speaksOf(sheets[c.ID]) {
				l.recalls = recalled.MatchString(l.text) || recalls(c)
				found = append(found, p.judge(sheets[c.ID], l)...)
			}
		}
	}
	return found
}

// judge looks a line through for every kind of claim. Of two problems at one
// place the first counts.
func (p *passage) judge(s *sheet, l line) []Problem {
	var found []Problem
	for _, pattern := range claimPatterns {
		for _, m := range pattern.regex.FindAllStringSubmatchIndex(l.text, -1) {
			c := claim{sheet: s, line: l, groups: map[string]span{}, all: span{m[0], m[1]}}
			for i, name := range pattern.regex.SubexpNames() {
				if name != "" && m[2*i] >= 0 {
					c.groups[name] = span{m[2*i], m[2*i+1]}
				}
			}
			if c.hedged() {
				continue
			}
			judged := pattern.judge(c)
			if judged.truth == "" {
				continue
			}
			from, to := p.typed(span{l.at[c.all.from], l.at[c.all.to]})
			if !slices.ContainsFunc(found, func(x Problem) bool { return x.From < to && from < x.To }) {
				found = append(found, warning(pattern.code, fmt.Sprintf("“%s”: %s", strings.Trim(string(p.text[l.at[c.all.from]:l.at[c.all.to]]), " ,.;:!("), judged.truth), from, to))
				found[len(found)-1].Fix = p.fix(l, c, judged.slot)
			}
		}
	}
	return found
}

// fix puts a slot in the place of the figure that a claim states, in the unit
// that it states it in.
func (p *passage) fix(l line, c claim, slot string) *Fix {
	at, ok := c.groups["n"]
	if !ok {
		at, ok = c.groups["o"]
	}
	if slot == "" || !ok {
		return nil
	}
	name, format, _ := strings.Cut(slot, ":")
	unit, has := c.groups["u"]
	switch said := strings.ToLower(c.text("u")); {
	case format == "per cent" && strings.Contains(said, "%"):
		slot, at.to = name+":percent", unit.to
	case format == "per cent" && strings.Contains(said, "cent"), format == "points" && strings.Contains(said, "point"):
		at.to = unit.to
	case format == "points" && has: // a swing or a change is in points
		at.to = unit.to
	case format == "per cent" || format == "points":
		slot = name
	}
	from, to := p.typed(span{l.at[at.from], l.at[at.to]})
	return &Fix{from, to, "{" + slot + "}"}
}

var hedge = regexp.MustCompile(`(?i)\b(?:about|around|nearly|almost|over|above|more than|under|below|less than|fewer than|some|roughly|at least|at most|close to|up to|approaching|within|all but|bar)\s+(?:an? )?$`)

// hedged reports whether the claim's figure is given as a rough one.
func (c claim) hedged() bool {
	n, ok := c.groups["n"]
	return ok && hedge.MatchString(c.line.text[:n.from])
}

func (c claim) text(group string) string {
	s, ok := c.groups[group]
	if !ok {
		return ""
	}
	return c.line.text[s.from:s.to]
}

// mention is whom a group of the pattern names.
func (c claim) mention(group string) mention {
	for _, r := range c.text(group) {
		return c.line.mentions[r-firstMention]
	}
	return mention{}
}

// next is the word that follows the claim, lower case; empty where a sign
// does.
func (c claim) next() string {
	rest := c.line.text[c.all.to:]
	if !strings.HasPrefix(rest, " ") {
		return ""
	}
	word := strings.TrimLeft(rest, " ")
	if i := strings.IndexAny(word, " .,;:!?)\"'"); i >= 0 {
		word = word[:i]
	}
	return strings.ToLower(word)
}

// percentIs reports whether a typed percentage is f at its own precision.
func percentIs(f election.Fraction, typed string) bool {
	_, decimals, _ := strings.Cut(typed, ".")
	return f.Known() && f.Abs().Percent(len(decimals)) == typed
}

// countIs reports whether a typed number is c, or c rounded to the noughts it
// ends with if there are two or more.
func countIs(c election.Count, typed string) bool {
	n, known := c.Get()
	if !known {
		return false
	}
	plain := strings.ReplaceAll(typed, ",", "")
	if plain == strings.ReplaceAll(election.Of(n).String(), ",", "") {
		return true
	}
	unit := 1
	for range len(plain) - len(strings.TrimRight(plain, "0")) {
		unit *= 10
	}
	return unit >= 100 && plain == fmt.Sprint((n+unit/2)/unit*unit)
}
