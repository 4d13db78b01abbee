package ui

import (
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// editDetails asks for the night's title, headline, standfirst and the rest.
func (w *Window) editDetails() {
	if w.Night == nil || w.Night.ReadOnly != "" {
		return
	}
	d := w.Night.Details
	title := shell.NewField("Title of the night", d.Title, "")
	place := shell.NewField("Place of the count", d.Place, "")
	headline := shell.NewField("Headline", d.Headline, "")
	standfirst := shell.NewLongField("Standfirst", d.Standfirst, "", 3)
	zone := shell.NewField("Time zone that times print in", d.Zone, "Europe/London")
	publisher := shell.NewField("Publisher", d.Publisher, "may stay empty")
	address := shell.NewField("Address of the page", d.Address, "https://… may stay empty")
	w.Sheet("Night details", "", []*shell.Field{title, place, headline, standfirst, zone, publisher, address}, "Save", func() string {
		text := func(f *shell.Field) string { return strings.TrimSpace(f.Entry.Text) }
		if text(title) == "" {
			return "Give the night a title."
		}
		if _, err := blog.Zone(text(zone)); err != nil {
			return model.Sentence(err)
		}
		d.Title, d.Place, d.Headline, d.Standfirst = text(title), text(place), text(headline), text(standfirst)
		d.Zone, d.Publisher, d.Address = text(zone), text(publisher), text(address)
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.SetDetails(author, d) }, nil)
		return ""
	})
}
