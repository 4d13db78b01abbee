package proofread

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
)

// marks looks at everything in a text but its words.
func marks(r *text.Reading, typed string, results blog.Results) []blog.Problem {
	return slices.Concat(directives(r, results), links(r), asterisks(r, typed), invisible(typed))
}

func kickerMarks(kicker string) []blog.Problem {
	var found []blog.Problem
	if n := utf8.RuneCountInString(kicker); n > blog.MaxKicker {
		found = append(found, warning("kicker-long",
			fmt.Sprintf("The kicker has %d characters. Shorten it to %d or fewer.", n, blog.MaxKicker), 0, 0))
	}
	if len(invisible(kicker)) > 0 {
		found = append(found, warning("kicker-invisible",
			"The kicker holds a character that cannot be seen. Type the kicker again.", 0, 0))
	}
	return found
}

// directives looks for pictures without credit or alt text and for cards
// and charts of contests and councils that are not in the night.
func directives(r *text.Reading, results blog.Results) []blog.Problem {
	var found []blog.Problem
	add := func(d text.BlockPlace, code, text string) { found = append(found, warning(code, text, d.From, d.To)) }
	named := func(d text.BlockPlace, what, name string, found bool) {
		if !found {
			add(d, "contest-unknown", fmt.Sprintf("The %s of this night: “%s”. Write the name as the results do.", what, name))
		}
	}
	for _, d := range r.Directives {
		switch b := d.Block.(type) {
		case text.PictureBlock:
			if b.Credit == "" {
				add(d, "picture-credit", "The picture has no credit. Say who made it, after the caption.")
			}
			if b.Alt == "" {
				add(d, "picture-alt", "The picture has no alt text. Say in words what it shows, after the credit.")
			}
			if strings.Contains(b.Caption+b.Credit+b.Alt, "{") {
				add(d, "slot-in-caption", "Figures are not filled in within a caption. Write the figure into the text.")
			}
		case text.ResultBlock:
			_, contest := blog.FindContest(results.Contests, b.Contest)
			_, council := blog.FindCouncil(results.Councils, b.Contest)
			named(d, "result card names no contest or council", b.Contest, contest || council)
		case text.ChartBlock:
			if b.Kind == "seats" {
				_, council := blog.FindCouncil(results.Councils, b.Contest)
				named(d, "chart of seats names no council", b.Contest, council)
				continue
			}
			_, contest := blog.FindContest(results.Contests, b.Contest)
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

func links(r *text.Reading) []blog.Problem {
	var found []blog.Problem
	for _, p := range r.Passages {
		claimed := p.Claimed()
		for _, m := range undirective.FindAllStringIndex(claimed, -1) {
			from, to := p.Typed(text.Span{From: m[0], To: m[1]})
			word := undirective.FindStringSubmatch(claimed[m[0]:m[1]])[1]
			found = append(found, warning("directive-malformed", directiveHelp(word), from, to))
		}
		for _, m := range unlinked.FindAllStringIndex(claimed, -1) {
			from, to := p.Typed(text.Span{From: m[0], To: m[1]})
			found = append(found, warning("link-not-linked",
				"This looks like a link and is none. Links go to http, https or mailto addresses: [words](https://…).", from, to))
		}
	}
	return found
}

// asterisks points at those that could be read two ways. What puts it right
// writes them so that they can only be asterisks.
func asterisks(r *text.Reading, typed string) []blog.Problem {
	var found []blog.Problem
	for _, d := range r.Doubts {
		words := `This asterisk is printed as one, since no emphasis that it begins has an end. Write \* for an asterisk, or end the emphasis.`
		if d.Emphasis {
			words = `This is read as emphasis, and may be asterisks in the place of letters. Write \* for an asterisk.`
		}
		found = append(found, warning("asterisk-doubtful", words, d.From, d.To))
		if !d.Emphasis {
			escaped := strings.ReplaceAll(typed[d.From:d.To], "*", `\*`)
			found[len(found)-1].Fix = &blog.Fix{From: d.From, To: d.To, Text: escaped}
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

// invisible finds characters that cannot be seen or that turn the
// direction of writing, a run of them as one. Variation selectors and the
// joiners between letters of other scripts or signs are left alone.
func invisible(typed string) []blog.Problem {
	var found []blog.Problem
	end := -1
	before := ' '
	for i := 0; i < len(typed); {
		r, size := utf8.DecodeRuneInString(typed[i:])
		if isHidden(before, r, typed[i+size:]) {
			if end == i {
				found[len(found)-1].To = i + size
				found[len(found)-1].Fix.To = i + size
			} else {
				found = append(found, warning("invisible",
					fmt.Sprintf("There is a character here that cannot be seen (%U). Delete it, or type the words again.", r), i, i+size))
				found[len(found)-1].Fix = &blog.Fix{From: i, To: i + size}
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
	return text.IsInvisible(r)
}
