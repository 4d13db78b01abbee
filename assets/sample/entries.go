package sample

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
)

func (d *desk) entry(a act) error {
	typed, err := d.withPictures(a.text)
	if err != nil {
		return err
	}
	if pasted, ok := a.fields["pasted"]; ok {
		typed = strings.TrimSpace(text.Capture(pasted).Markdown() + "\n" + typed)
	}
	e := blog.Entry{
		Kicker: a.fields["kicker"], Text: typed, Tags: strings.Split(a.fields["tags"], ","),
		Key: a.fields["key"] != "", KeyLabel: a.fields["key"],
	}
	if e.Authors, err = d.byLine(a); err != nil {
		return err
	}
	if e.Happened, err = d.happened(a); err != nil {
		return err
	}
	published, err := d.night.Publish(d.authors[a.who], e)
	d.entries[a.name] = published.ID
	return err
}

// byLine is who the field by names, in that order, or who published.
func (d *desk) byLine(a act) ([]string, error) {
	by := strings.Fields(a.fields["by"])
	if len(by) == 0 {
		by = []string{a.who}
	}
	var ids []string
	for _, initials := range by {
		id, ok := d.authors[initials]
		if !ok {
			return nil, fmt.Errorf("%q is nobody of this desk", initials)
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// happened is the time that an entry tells of: that of the field happened, as
// it would be typed in the window, or now.
func (d *desk) happened(a act) (int64, error) {
	now := d.clock.read().UnixMilli()
	if typed, ok := a.fields["happened"]; ok {
		return blog.EventTime(typed, now, a.at.Location())
	}
	return now, nil
}

// edit puts the field now in the place of the field was, or adds the act's
// text as a last paragraph.
func (d *desk) edit(a act) error {
	e, err := d.night.Entry(d.entries[a.name])
	if err != nil {
		return err
	}
	if _, ok := a.fields["was"]; !ok {
		e.Text += "\n\n" + a.text
	} else if err := reword(&e, a); err != nil {
		return err
	}
	kinds := map[string]night.EditKind{"minor": night.Minor, "update": night.Update, "correction": night.Correction}
	kind, ok := kinds[a.fields["kind"]]
	if !ok {
		return fmt.Errorf("there is no kind of edit %q", a.fields["kind"])
	}
	_, err = d.night.Edit(d.authors[a.who], e, kind, a.fields["note"])
	return err
}

// reword puts the field now in the place of the field was.
func reword(e *blog.Entry, a act) error {
	was := a.fields["was"]
	if strings.Count(e.Text, was) != 1 {
		return fmt.Errorf("%q does not stand in the entry once", was)
	}
	e.Text = strings.Replace(e.Text, was, a.fields["now"], 1)
	return nil
}

// accept publishes the figures of an entry as they are now, as a correction.
// The entry must be one of those whose figures a correction of the result
// moved.
func (d *desk) accept(a act) error {
	now, err := d.night.Edition(night.Moment{})
	if err != nil {
		return err
	}
	moved := figure.Affected(now.Entries, now.Results())
	i := slices.IndexFunc(moved, func(s figure.Stale) bool { return s.Entry.ID == d.entries[a.name] })
	if i < 0 {
		return errors.New("no figure of it has moved")
	}
	e := moved[i].Entry
	if _, ok := a.fields["was"]; ok {
		if err := reword(&e, a); err != nil {
			return err
		}
	}
	_, err = d.night.Edit(d.authors[a.who], e, night.Correction, a.fields["note"])
	return err
}

// mark pins an entry or takes the pin out.
func (d *desk) mark(a act) error {
	e, err := d.night.Entry(d.entries[a.name])
	if err != nil {
		return err
	}
	return d.night.Mark(d.authors[a.who], e.ID, e.Key, e.KeyLabel, a.fields["pin"] == "yes")
}

func (d *desk) withdraw(a act) error {
	return d.night.Withdraw(d.authors[a.who], d.entries[a.name], a.fields["reason"])
}

// hold puts an unfinished entry aside as the window does, the caret at its end.
func (d *desk) hold(a act) error {
	group := "held:" + a.at.UTC().Format("20060102T150405.000000")
	meta := "- - - " + d.authors[a.who]
	for _, field := range []struct{ name, text string }{{"kicker", a.fields["kicker"]}, {"text", a.text}} {
		draft := night.Draft{
			Group: group, Field: field.name, Text: field.text, Caret: utf8.RuneCountInString(field.text), Meta: meta,
		}
		if err := d.night.SaveDraft(draft); err != nil {
			return err
		}
	}
	return nil
}
