package proofread

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// A claim is a figure that a sentence states, found by a pattern.
type claim struct {
	*facts
	sentence sentence
	groups   map[string]text.Span // of the pattern's names, in sentence.text
	all      text.Span
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

// figures compares the figures in running text with the results.
func figures(r *text.Reading, contests []election.Contest) []blog.Problem {
	var found []blog.Problem
	subjects := newSubjects(r, contests)
	known := map[string]*facts{} // by the contest's id
	for _, p := range r.Passages {
		claimed := p.Claimed()
		if p.Foreign || claimed == "" {
			continue
		}
		inPassage, named := subjects.of(claimed)
		recalls := recalledIn(claimed)
		for _, at := range text.Sentences(claimed) {
			if at.To-at.From > maxSentence {
				continue
			}
			c, one := inPassage, named == 1
			if own, n := subjects.of(claimed[at.From:at.To]); n > 0 {
				c, one = own, n == 1
			} else if named == 0 {
				c, one = subjects.entry, subjects.one
			}
			if !one {
				continue
			}
			if known[c.ID] == nil {
				known[c.ID] = newFacts(c, len(contests))
			}
			s := newSentence(claimed, at, known[c.ID])
			if s.speaksOf(known[c.ID]) {
				s.recalls = recalled.MatchString(s.text) || recalls(c)
				found = append(found, judge(p, known[c.ID], s)...)
			}
		}
	}
	return found
}

// judge looks a sentence through for every kind of claim. Of two problems at
// one place the first counts.
func judge(p *text.Passage, f *facts, s sentence) []blog.Problem {
	var found []blog.Problem
	for _, pattern := range claimPatterns {
		for _, m := range pattern.regex.FindAllStringSubmatchIndex(s.text, -1) {
			c := claim{facts: f, sentence: s, groups: map[string]text.Span{}, all: text.Span{From: m[0], To: m[1]}}
			for i, name := range pattern.regex.SubexpNames() {
				if name != "" && m[2*i] >= 0 {
					c.groups[name] = text.Span{From: m[2*i], To: m[2*i+1]}
				}
			}
			if c.hedged() {
				continue
			}
			judged := pattern.judge(c)
			if judged.truth == "" {
				continue
			}
			in := s.inPassage(c.all)
			from, to := p.Typed(in)
			if !slices.ContainsFunc(found, func(x blog.Problem) bool { return x.From < to && from < x.To }) {
				said := strings.Trim(p.String()[in.From:in.To], " ,.;:!(")
				found = append(found, warning(pattern.code, fmt.Sprintf("“%s”: %s", said, judged.truth), from, to))
				found[len(found)-1].Fix = c.fix(p, judged.slot)
			}
		}
	}
	return found
}

// fix puts a slot in the place of the figure that a claim states, in the unit
// that it states it in.
func (c claim) fix(p *text.Passage, slot string) *blog.Fix {
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
		slot, at.To = name+":percent", unit.To
	case format == "per cent" && strings.Contains(said, "cent"), format == "points" && strings.Contains(said, "point"):
		at.To = unit.To
	case format == "points" && has: // a swing or a change is in points
		at.To = unit.To
	case format == "per cent" || format == "points":
		slot = name
	}
	from, to := p.Typed(c.sentence.inPassage(at))
	return &blog.Fix{From: from, To: to, Text: "{" + slot + "}"}
}

var hedge = regexp.MustCompile(`(?i)\b(?:about|around|nearly|almost|over|above|more than|under|below|less than|fewer than|some|roughly|at least|at most|close to|up to|approaching|within|all but|bar)\s+(?:an? )?$`)

// hedged reports whether the claim's figure is given as a rough one.
func (c claim) hedged() bool {
	n, ok := c.groups["n"]
	return ok && hedge.MatchString(c.sentence.text[:n.From])
}

func (c claim) text(group string) string {
	s, ok := c.groups[group]
	if !ok {
		return ""
	}
	return c.sentence.text[s.From:s.To]
}

// mention is whom a group of the pattern names.
func (c claim) mention(group string) mention {
	for _, r := range c.text(group) {
		return c.sentence.mentions[r-firstMention]
	}
	return mention{}
}

// next is the word that follows the claim, lower case; empty where a sign
// does.
func (c claim) next() string {
	rest := c.sentence.text[c.all.To:]
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
