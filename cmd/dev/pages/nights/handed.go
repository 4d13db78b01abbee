package nights

import (
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// Profiles are the profiles of a night of HandedOver: one of each form as it
// is, and one with every option.
var Profiles = []blog.Profile{
	{Name: "Fragment", Form: "fragment", To: "the site"},
	{Name: "WordPress", Form: "wordpress", To: "the site"},
	{Name: "Markdown", Form: "markdown"},
	{Name: "Wire", Form: "text", To: "the agency", Order: blog.OldestOnTop, ASCII: true},
	{Name: "Bare", Form: "fragment", Heading: 2, NoIDs: true, NoTimes: true, Pictures: blog.PicturesReserved, Chart: blog.ChartAsSVG, Order: blog.OldestOnTop},
}

// HandedOver makes a night of everything at path that was handed over whole
// with each of Profiles, and once without one. Since then an entry is new, one
// is updated, one corrected, one withdrawn, and a result was corrected.
func HandedOver(path string) error {
	return makeNight(path, everyDetails(), func(d *desk) {
		d.everything()
		for _, p := range Profiles {
			d.do(func() (err error) {
				p.ID, err = d.PutProfile(d.ann, p)
				return err
			})
			d.handOver(p)
		}
		d.handOver(blog.Profile{Form: "text"})
		d.changes()
	})
}

func (d *desk) handOver(p blog.Profile) {
	e, err := d.Edition(night.Moment{})
	d.do(func() error { return err })
	d.do(func() error {
		_, err := d.HandOver(d.ann, blog.HandOver{Profile: p.ID, Form: p.Form, To: p.To, Whole: true, Items: publish.Items(e)})
		return err
	})
}

// changes are what has become of some entries and of a result since.
func (d *desk) changes() {
	entries, err := d.Entries()
	d.do(func() error { return err })
	if d.err != nil {
		return
	}
	d.entry("New since", "", "This came after it was handed over.")
	updated, corrected, withdrawn := entries[1], entries[2], entries[3]
	updated.Text += "\n\nMore is known now."
	d.do(func() error { _, err := d.Edit(d.ann, updated, night.Update, ""); return err })
	corrected.Text += "\n\nThis was wrong."
	d.do(func() error { _, err := d.Edit(d.ben, corrected, night.Correction, "it was wrong."); return err })
	d.do(func() error { return d.Withdraw(d.ben, withdrawn.ID, "It was not so.") })
	d.do(func() error { return d.Mark(d.ann, entries[5].ID, true, "A key moment since", false) })
	d.correct("Northmere", "A bundle was counted twice", 14_091, 13_017)
}
