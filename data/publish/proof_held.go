package publish

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/proofread"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/paint"
)

// This file proofs what may not leave, and what a taker cannot use.

// embargoes looks for figures of contests whose declaration was taken back,
// and for votes under embargo that somebody typed.
func (p *proofing) embargoes() {
	secret := map[string]election.Contest{}
	for _, c := range p.e.Contests {
		if !c.IsPublic(election.Votes) {
			secret[c.ID] = c
		}
	}
	for _, x := range p.leaving {
		if x.Withdrawn {
			continue
		}
		for _, c := range p.e.Contests {
			if _, is := secret[c.ID]; is && (frozenFrom(x, c) || typedVotes(x, c)) {
				p.add(x.ID, election.Error, "embargo",
					fmt.Sprintf("The entry tells figures of %s, which is not declared. Withdraw it, or wait for the declaration.", layout.OneLine(c.Name)))
			}
		}
	}
}

// frozenFrom reports whether an entry was published with a figure that may
// not be told now.
func frozenFrom(x blog.Entry, c election.Contest) bool {
	for _, f := range x.Frozen {
		if f.Contest != c.ID {
			continue
		}
		// What a slot gives now that only public figures are there is public.
		if now, _ := figure.Freeze("{"+f.Slot+"}", blog.Results{Contests: []election.Contest{c.Public()}}); len(now) == 0 || now[0].Value != f.Value {
			return true
		}
	}
	return false
}

// typedVotes reports whether an entry names a candidate and has their votes in
// digits. Numbers under a hundred stand anywhere.
func typedVotes(x blog.Entry, c election.Contest) bool {
	text := x.Kicker + "\n" + x.Text
	for _, k := range c.Candidates {
		votes, known := k.Votes.Get()
		if !known || votes < 100 || k.Surname == "" || !hasWord(text, k.Surname) {
			continue
		}
		if hasNumber(text, election.Commas(votes)) || hasNumber(text, fmt.Sprint(votes)) {
			return true
		}
	}
	return false
}

// hasWord reports whether a text has a word, or words, by itself and not within
// another.
func hasWord(text, word string) bool {
	for {
		before, after, found := strings.Cut(text, word)
		if !found {
			return false
		}
		l, _ := utf8.DecodeLastRuneInString(before)
		r, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(l) && !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return true
		}
		text = after
	}
}

// hasNumber reports whether a text has a number by itself.
func hasNumber(text, number string) bool {
	inNumber := func(s string, at int) bool {
		return at >= 0 && at < len(s) && (s[at] >= '0' && s[at] <= '9')
	}
	for from := 0; ; {
		at := strings.Index(text[from:], number)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(number)
		longer := inNumber(text, at-1) || inNumber(text, end) ||
			at > 1 && strings.ContainsRune(",.", rune(text[at-1])) && inNumber(text, at-2) ||
			end < len(text) && strings.ContainsRune(",.", rune(text[end])) && inNumber(text, end+1)
		if !longer {
			return true
		}
		from = end
	}
}

// withheld looks for entries that were never published and for words of those
// that were withdrawn, unless another entry says the same.
func (p *proofing) withheld() {
	const telling = 30 // characters that nobody writes twice by chance
	var stands strings.Builder
	for _, x := range p.e.Entries {
		if !x.Withdrawn {
			stands.WriteString(x.Text + "\n")
		}
	}
	for _, x := range p.leaving {
		if x.Published == 0 {
			p.add(x.ID, election.Error, "held", "The entry is held and not published. Publish it first, or leave it out.")
		}
		if !x.Withdrawn {
			continue
		}
		for line := range strings.Lines(x.Text) {
			line = strings.TrimSpace(line)
			if len(line) >= telling && p.has(line) && !strings.Contains(stands.String(), line) {
				p.add(x.ID, election.Error, "withdrawn", "The export has words of an entry that was withdrawn. Do not hand it over, and say so to whoever keeps this program.")
				break
			}
		}
	}
}

// has reports whether some of what was written has these words.
func (p *proofing) has(words string) bool {
	return slices.ContainsFunc(p.written, func(written string) bool { return strings.Contains(written, words) })
}

func (p *proofing) rehearsed() {
	silent := func(written string) bool { return !strings.Contains(written, layout.RehearsalMark) }
	if p.e.Details.Rehearsal && slices.ContainsFunc(p.written, silent) {
		p.add("", election.Error, "rehearsal", "The night is a rehearsal and the export does not say so. Do not hand it over.")
	}
}

// moved looks for figures that were corrected since they were published. Those
// of a declaration that was taken back are under embargo.
func (p *proofing) moved() {
	for _, s := range figure.Affected(p.leaving, p.e.Public().Results()) {
		if len(s.TakenBack) == 0 {
			p.add(s.Entry.ID, election.Warning, "figure-moved",
				fmt.Sprintf("A figure was corrected since this was published: “%s” Take the correction into the entry, or hand it over as it was.", s.Was))
		}
	}
}

// marks looks for what a proof reading leaves for whoever takes an entry.
func (p *proofing) marks() {
	returns := p.e.Results()
	for _, x := range p.leaving {
		if x.Withdrawn {
			continue
		}
		for _, m := range proofread.Marks(x.Kicker, x.Text, returns) {
			p.found = append(p.found, Finding{x.ID, m})
		}
	}
}

// characters looks for those that text in ASCII can only number.
func (p *proofing) characters() {
	if !p.o.ASCII || p.f.Markup() {
		return
	}
	tell := func(entry, where, text string) {
		var bad []string
		for _, r := range text {
			if r >= 0x80 && !paint.Unseen(r) && strings.HasPrefix(paint.InASCII(r), "[U+") && len(bad) < 5 {
				bad = append(bad, string(r))
			}
		}
		if len(bad) > 0 {
			p.add(entry, election.Warning, "characters",
				fmt.Sprintf("%s has characters that ASCII cannot spell: %s. They leave as numbers; write them another way, or hand over in Unicode.", where, strings.Join(bad, " ")))
		}
	}
	if p.o.Only == (layout.Only{}) {
		tell("", "The head of the blog", p.e.Details.Headline+p.e.Details.Standfirst)
	}
	for _, x := range p.leaving {
		if !x.Withdrawn {
			tell(x.ID, "The entry", x.Kicker+x.Text)
		}
	}
}
