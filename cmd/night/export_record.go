package main

import (
	"fmt"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// fits refuses what there is not of a form, or what a ledger cannot tell again:
// the night as it was, and a part by contest.
func (c *exportCommand) fits(form publish.Form) error {
	const leave = "Leave --author out to write it without recording; nothing was written."
	switch {
	case c.New && form.Whole():
		return &callError{fmt.Sprintf("--new: the form %s is always whole", form), "Leave --new out; nothing was written."}
	case c.Author != "" && (c.AsOf != "" || c.Contest != ""):
		return &callError{"--author: only the night as it is now is handed over, and not by contest", leave}
	case c.Author != "" && form.OfResults():
		return &callError{"--author: tables of results are in no ledger", leave}
	}
	return nil
}

// handOver is what an export gives away, as the ledger has it.
func handOver(e blog.Edition, p blog.Profile, o publish.Options) blog.HandOver {
	return blog.HandOver{
		Profile: p.ID, Form: p.Form, To: p.To, Rehearsal: e.Details.Rehearsal,
		Whole: o.Since == nil && o.Only == publish.Only{}, Items: publish.HandedOver(e, o),
	}
}

// record puts what was written into the ledger of the night.
func (c *exportCommand) record(t *terminal, given blog.HandOver) error {
	return t.write(c.File, night.Options{}, func(n *night.Night) error {
		author, err := writer(n, c.Author)
		if err != nil {
			return err
		}
		if _, err := n.HandOver(author.ID, given); err != nil {
			return err
		}
		t.say("Handed over by %s: %s.", author.Name, election.Several(len(given.Items), "item", "items"))
		return nil
	})
}
