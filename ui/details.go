package ui

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/model"
)

// editDetails asks for the night's title, headline, standfirst and the rest.
func (w *Window) editDetails() {
	if w.open == nil || w.open.ReadOnly != "" {
		return
	}
	d := w.open.Details
	title := newField("Title of the night", d.Title, "")
	place := newField("Place of the count", d.Place, "")
	headline := newField("Headline", d.Headline, "")
	standfirst := newLongField("Standfirst", d.Standfirst, "", 3)
	zone := newField("Time zone that times print in", d.Zone, "Europe/London")
	publisher := newField("Publisher", d.Publisher, "may stay empty")
	address := newField("Address of the page", d.Address, "https://… may stay empty")
	w.sheet("Night details", "", []*field{title, place, headline, standfirst, zone, publisher, address}, "Save", func() string {
		text := func(f *field) string { return strings.TrimSpace(f.entry.Text) }
		if text(title) == "" {
			return "Give the night a title."
		}
		if _, err := blog.Zone(text(zone)); err != nil {
			return model.Sentence(err)
		}
		d.Title, d.Place, d.Headline, d.Standfirst = text(title), text(place), text(headline), text(standfirst)
		d.Zone, d.Publisher, d.Address = text(zone), text(publisher), text(address)
		author := w.open.Author
		w.open.Act(func(n *night.Night) error { return n.SetDetails(author, d) }, nil)
		return ""
	})
}
