package sample

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

// A desk replays a script on a night. It knows by the script's names what the
// night knows by ids.
type desk struct {
	night    *night.Night
	clock    *clock
	authors  map[string]string // id by initials
	entries  map[string]string // id by name
	pictures map[string]string // id by name
}

func newDesk(n *night.Night, c *clock) *desk {
	return &desk{n, c, map[string]string{}, map[string]string{}, map[string]string{}}
}

func (d *desk) replay(s script) error {
	for _, a := range s.authors {
		d.clock.forward(d.clock.read())
		id, err := d.night.AddAuthor("", blog.Author{Name: a.name, Initials: a.initials})
		if err != nil {
			return fmt.Errorf("%s joins the desk: %w", a.name, err)
		}
		d.authors[a.initials] = id
	}
	verbs := map[string]func(act) error{
		"details": d.details, "picture": d.picture, "history": d.history,
		"entry": d.entry, "edit": d.edit, "accept": d.accept, "mark": d.mark, "withdraw": d.withdraw, "hold": d.hold,
		"candidates": d.candidates, "baseline": d.ofContest(d.baseline),
		"state": d.ofContest(d.state), "papers": d.ofContest(d.papers), "votes": d.ofContest(d.votes), "second": d.ofContest(d.second),
		"flag": d.ofContest(d.flag), "clear": d.ofContest(d.clear), "declare": d.ofContest(d.declare), "correct": d.ofContest(d.correct),
	}
	for _, a := range s.acts {
		do, ok := verbs[a.verb]
		if !ok {
			return a.errorf("there is no verb %q", a.verb)
		}
		if _, ok := d.authors[a.who]; !ok {
			return a.errorf("%q is nobody of this desk", a.who)
		}
		d.clock.forward(a.at)
		if err := do(a); err != nil {
			return a.errorf("%s %s: %w", a.verb, a.name, err)
		}
	}
	return nil
}

func (d *desk) details(a act) error {
	details, err := d.night.Details()
	if err != nil {
		return err
	}
	details.Headline, details.Standfirst = a.fields["headline"], a.fields["standfirst"]
	return d.night.SetDetails(d.authors[a.who], details)
}

// picture puts a drawing into the night, as a photograph would come.
func (d *desk) picture(a act) error {
	all, err := drawings()
	if err != nil {
		return err
	}
	drawn, ok := all[a.name]
	if !ok {
		return fmt.Errorf("there is no drawing %q", a.name)
	}
	id, err := d.night.AddPicture(d.authors[a.who], drawn)
	d.pictures[a.name] = id
	return err
}

var pictureLine = regexp.MustCompile(`(?m)^@picture (\S+)`)

// withPictures puts the ids of pictures where the script has their names.
func (d *desk) withPictures(text string) (string, error) {
	var unknown []string
	text = pictureLine.ReplaceAllStringFunc(text, func(line string) string {
		name := strings.TrimPrefix(line, "@picture ")
		id, ok := d.pictures[name]
		if !ok {
			unknown = append(unknown, name)
		}
		return "@picture " + id
	})
	if slices.Sort(unknown); len(unknown) > 0 {
		return "", fmt.Errorf("no such picture yet: %s", strings.Join(unknown, ", "))
	}
	return text, nil
}
