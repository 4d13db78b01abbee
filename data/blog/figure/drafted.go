package figure

import (
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// Drafted is an entry about the public result of a contest, for a person to
// read and publish: the patterns of its moments joined, the kicker of how it
// ended. Among a contest's patterns of a moment and the general ones, its own
// go first, and the last of the list before others. A pattern without a text
// adds nothing, and of a text the sentences fall away whose figures the result
// does not have.
//
// Where the night has several contests, each slot that names none is bound to
// this one by name; where the name would not tell, by its code or id. The
// kicker's slots are filled in with the figures as they stand, and one that
// comes out too long is left out. The entry is empty where there is no moment,
// or nothing to say of it.
func Drafted(c election.Contest, all []election.Contest, own []blog.Pattern) blog.Entry {
	d := drafting{resolver: newResolver(blog.Results{Contests: all}), contest: c}
	patterns := Patterns(own)
	var e blog.Entry
	for i, m := range Moments(c) {
		p, ok := patternFor(patterns, m, c.ID)
		if !ok {
			continue
		}
		if i == 0 {
			e.Kicker = d.kicker(p.Kicker)
		}
		e.Text = joinTexts(e.Text, d.text(p.Text))
	}
	if e.Text == "" {
		return blog.Entry{}
	}
	return e
}

// DraftedFrom is an entry from one pattern, bound and filled in as by Drafted,
// whatever moment it is. Slots that are not public yet stay in it, so that it
// can be written beforehand; publishing refuses them until they are.
func DraftedFrom(p blog.Pattern, c election.Contest, all []election.Contest) blog.Entry {
	d := drafting{resolver: newResolver(blog.Results{Contests: all}), contest: c}
	return blog.Entry{Kicker: d.kicker(p.Kicker), Text: d.text(p.Text)}
}

// A drafting binds patterns to one contest of a night.
type drafting struct {
	*resolver
	contest election.Contest
}

// joinTexts makes one paragraph of two, or lets them follow one another where
// either is more than a paragraph.
func joinTexts(a, b string) string {
	switch {
	case a == "" || b == "":
		return a + b
	case isParagraph(a) && isParagraph(b):
		return a + " " + b
	}
	return a + "\n\n" + b
}

func isParagraph(typed string) bool {
	blocks := text.Parse(typed, nil).Blocks
	if len(blocks) != 1 {
		return false
	}
	_, ok := blocks[0].(text.Paragraph)
	return ok
}

// kicker fills in a kicker's slots. A slot without a figure leaves nothing of
// the kicker.
func (d drafting) kicker(pattern string) string {
	bound := d.bind(pattern)
	var b strings.Builder
	at := 0
	for _, slot := range text.Read(bound, nil).Slots {
		f, problem := d.resolve(slot.Slot)
		if problem != nil {
			return ""
		}
		b.WriteString(bound[at:slot.From] + f.Value)
		at = slot.To
	}
	b.WriteString(bound[at:])
	if kicker := strings.TrimSpace(b.String()); utf8.RuneCountInString(kicker) <= blog.MaxKicker {
		return kicker
	}
	return ""
}

// text binds a pattern's text and leaves out the sentences without figures.
func (d drafting) text(pattern string) string {
	var kept []string
	for line := range strings.Lines(d.bind(strings.TrimSpace(pattern))) {
		if said := d.said(line); said != "" || strings.TrimSpace(line) == "" {
			kept = append(kept, said)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

// said is what a line says with the figures that there are.
func (d drafting) said(line string) string {
	line = strings.TrimRight(line, "\n")
	slots := text.Read(line, nil).Slots
	masked := []byte(line)
	for _, s := range slots {
		for i := s.From; i < s.To; i++ {
			masked[i] = 'X' // a stop within a slot ends no sentence, and a slot may begin one
		}
	}
	var b strings.Builder
	for _, s := range text.Sentences(string(masked)) {
		if d.answers(slots, s) {
			b.WriteString(line[s.From:s.To])
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// answers reports whether the slots of a sentence have figures. One that is no
// slot at all is left for a person to see.
func (d drafting) answers(slots []text.SlotPlace, s text.Span) bool {
	for _, slot := range slots {
		if slot.From < s.From || slot.From >= s.To {
			continue
		}
		if _, problem := d.resolve(slot.Slot); problem != nil && problem.code == withoutFigure {
			return false
		}
	}
	return true
}

// bind names the contest in every slot that has to say which it means.
func (d drafting) bind(pattern string) string {
	if len(d.Contests) < 2 {
		return pattern
	}
	slots := text.Read(pattern, nil).Slots
	for i := len(slots) - 1; i >= 0; i-- {
		if owner := d.owner(slots[i].Slot); owner != "" {
			from := slots[i].From + 1
			pattern = pattern[:from] + owner + "." + pattern[from:]
		}
	}
	return pattern
}

// owner is what a slot of this contest has to start with, empty where it says
// itself what it is of, or is no slot.
func (d drafting) owner(slot string) string {
	if name, problem := cutSlot(slot); problem != nil || len(d.named(name)) > 0 {
		return ""
	}
	for _, owner := range []string{blog.ShortName(d.contest), d.contest.Name, d.contest.Name + ", " + d.contest.Group, d.contest.Name + ", " + d.contest.Date.Long(),
		d.contest.Code, d.contest.ID} {
		bound := owner + "." + slot
		if owner == "" || len(bound) > text.MaxSlot || strings.ContainsAny(owner, "{}[]|\n") {
			continue
		}
		name, problem := cutSlot(bound)
		if problem != nil {
			continue
		}
		if at, _, problem := d.contestOf(bound, name); problem == nil && d.Contests[at].ID == d.contest.ID {
			return owner
		}
	}
	return ""
}
