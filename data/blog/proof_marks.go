package blog

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxKicker is how long a kicker may be, in characters.
const maxKicker = 60

func proofKicker(kicker string) []Problem {
	var found []Problem
	if n := utf8.RuneCountInString(kicker); n > maxKicker {
		found = append(found, warning("kicker-long",
			fmt.Sprintf("The kicker has %d characters. Shorten it to %d or fewer.", n, maxKicker), 0, 0))
	}
	if len(proofInvisible(kicker)) > 0 {
		found = append(found, warning("kicker-invisible",
			"The kicker holds a character that cannot be seen. Type the kicker again.", 0, 0))
	}
	return found
}

// proofDirectives looks for pictures without credit or alt text and for cards
// and charts of contests and councils that are not in the night.
func (r *reading) proofDirectives(returns Returns) []Problem {
	var found []Problem
	add := func(d directive, code, text string) { found = append(found, warning(code, text, d.from, d.to)) }
	named := func(d directive, what, name string, found bool) {
		if !found {
			add(d, "contest-unknown", fmt.Sprintf("The %s of this night: “%s”. Write the name as the results do.", what, name))
		}
	}
	for _, d := range r.directives {
		switch b := d.block.(type) {
		case PictureBlock:
			if b.Credit == "" {
				add(d, "picture-credit", "The picture has no credit. Say who made it, after the caption.")
			}
			if b.Alt == "" {
				add(d, "picture-alt", "The picture has no alt text. Say in words what it shows, after the credit.")
			}
			if strings.Contains(b.Caption+b.Credit+b.Alt, "{") {
				add(d, "slot-in-caption", "Figures are not filled in within a caption. Write the figure into the text.")
			}
		case ResultBlock:
			_, contest := FindContest(returns.Contests, b.Contest)
			_, council := FindCouncil(returns.Councils, b.Contest)
			named(d, "result card names no contest or council", b.Contest, contest || council)
		case ChartBlock:
			if b.Kind == "seats" {
				_, council := FindCouncil(returns.Councils, b.Contest)
				named(d, "chart of seats names no council", b.Contest, council)
				continue
			}
			_, contest := FindContest(returns.Contests, b.Contest)
			named(d, "chart names no contest", b.Contest, contest)
		}
	}
	return found
}

// unlinked is what looks like a link or a directive and has stayed text.
var (
	unlinked    = regexp.MustCompile(`\[[^\[\]\n]+\]\([^()\s]*\)|(?i)\b(?:https?://|www\.)\S*`)
	undirective = regexp.MustCompile(`(?m)^@(picture|result|chart|by|post)\b.*$`)
)

func (r *reading) proofLinks() []Problem {
	var found []Problem
	for _, p := range r.passages {
		if len(p.text) == 0 {
			continue
		}
		text := p.unmasked()
		for _, m := range undirective.FindAllIndex(text, -1) {
			from, to := p.typed(span{m[0], m[1]})
			word := string(undirective.FindSubmatch(text[m[0]:m[1]])[1])
			found = append(found, warning("directive-malformed", directiveHelp(word), from, to))
		}
		for _, m := range unlinked.FindAllIndex(text, -1) {
			from, to := p.typed(span{m[0], m[1]})
			found = append(found, warning("link-not-linked",
				"This looks like a link and is none. Links go to http, https or mailto addresses: [words](https://…).", from, to))
		}
	}
	return found
}

func directiveHelp(word string) string {
	form := map[string]string{
		"picture": "@picture ID | caption | credit | alt",
		"result":  "@result CONTEST or @result COUNCIL",
		"chart":   "@chart CONTEST | share (or change, or history) or @chart COUNCIL | seats",
		"by":      "@by Guest Name",
		"post":    "@post ADDRESS | author | handle | time",
	}[word]
	return fmt.Sprintf("This line has stayed text. Write it as %s, on a line of its own outside of lists and quotes.", form)
}

// unmasked is the passage's text with what is masked blanked out.
func (p *passage) unmasked() []byte {
	text := append([]byte(nil), p.text...)
	for _, m := range p.masked {
		for i := m.from; i < m.to; i++ {
			text[i] = 1
		}
	}
	return text
}

// proofInvisible finds characters that cannot be seen or that turn the
// direction of writing, a run of them as one. Variation selectors and the
// joiners between letters of other scripts or signs are left alone.
func proofInvisible(text string) []Problem {
	var found []Problem
	end := -1
	before := ' '
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isHidden(before, r, text[i+size:]) {
			if end == i {
				found[len(found)-1].To = i + size
				found[len(found)-1].Fix.To = i + size
			} else {
				found = append(found, warning("invisible",
					fmt.Sprintf("There is a character here that cannot be seen (%U). Delete it, or type the words again.", r), i, i+size))
				found[len(found)-1].Fix = &Fix{From: i, To: i + size}
			}
			end = i + size
		}
		i += size
		before = r
	}
	return found
}

func isHidden(before, r rune, rest string) bool {
	switch {
	case r >= '\ufe00' && r <= '\ufe0f', r >= 0xe0100 && r <= 0xe01ef:
		return false
	case r == '\u200c' || r == '\u200d':
		after, _ := utf8.DecodeRuneInString(rest)
		return before < 0x300 || rest == "" || after < 0x300
	}
	return isInvisible(r)
}
