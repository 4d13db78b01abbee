package publish

import (
	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
	"nightdesk/data/publish/page"
)

// What an export is given and gives is known to all its parts.
type (
	Options = layout.Options
	Only    = layout.Only
	File    = layout.File
	Live    = page.Live
)

// RehearsalName begins the name of every file of a rehearsal.
const RehearsalName = layout.RehearsalName

// EntriesPerPage is how many entries a numbered page holds.
const EntriesPerPage = page.EntriesPerPage

// NewLive makes the page of a night of which nothing is known yet: Take comes
// first. Options that a page does not have are ignored, and so is what would
// make it one file.
func NewLive(o Options) *Live { return page.NewLive(o, EntriesPerPage) }

// ForProfile is a profile as options.
func ForProfile(p blog.Profile) Options {
	return Options{
		Heading: p.Heading, Order: p.Order, NoIDs: p.NoIDs, NoTimes: p.NoTimes,
		PicturesAs: p.Pictures, ChartAs: p.Chart, ASCII: p.ASCII,
	}
}
