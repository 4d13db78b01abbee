package layout

import (
	"fmt"

	"nightdesk/data/blog"
)

// Options are what an export needs beside the edition. What a form cannot
// have, it ignores.
type Options struct {
	// Name is what the main file is called without its extension; pictures
	// go to NAME-pictures. Slashes in it become hyphens. Empty makes one from
	// the night's title.
	Name string
	// Pictures gives the bytes of a stored picture. Where it is nil the
	// export has the pictures' words and not the pictures.
	Pictures func(id string) ([]byte, error)

	Only  Only           // what of the night leaves; the zero value is the whole
	Since *blog.HandOver // only what is new since, as Delta tells it; nil is all. Page, csv, parliament and json are always whole

	Numbered bool // a page has numbered pages beside it however few its entries are, so that links to them hold as it grows; else only where there are more than EntriesPerPage

	Heading    int    // level of an entry's heading in a fragment and in WordPress, 1 to 6; 0 is 4
	Order      string // blog.NewestOnTop or blog.OldestOnTop; empty is the night's own
	NoIDs      bool   // nothing has an anchor; a page always does
	NoTimes    bool   // nothing says when it was published; a page always does
	PicturesAs string // blog.PicturesAsFiles, PicturesInside, PicturesReserved or PicturesZipped; empty is files. WordPress takes no picture inside
	ChartAs    string // blog.ChartAsPNG or ChartAsSVG, of a fragment; empty is PNG. A page always draws, WordPress and Markdown never do
	ASCII      bool   // only characters of ASCII: spelled in text and Markdown, as references in a fragment and in WordPress
}

// Only narrows an export to one entry or to the results. A page keeps its
// head; any other form has that part alone.
type Only struct {
	Entry   string // id of the entry
	Results bool   // the councils and contests
}

// An UnknownEntryError says that the edition has no such entry.
type UnknownEntryError struct{ ID string }

func (e *UnknownEntryError) Error() string {
	return fmt.Sprintf("there is no published entry %q", e.ID)
}

// Hint is the next step for the person at the desk.
func (e *UnknownEntryError) Hint() string {
	return "Publish it first, or take the whole blog."
}
