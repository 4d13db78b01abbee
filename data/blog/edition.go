package blog

import (
	"strings"

	"nightdesk/data/election"
)

// An Edition is a night at one moment as a plain value: all that an export,
// a chart or a search needs, and nothing that changes.
type Edition struct {
	Details   Details
	Authors   []Author // in the order they joined the desk
	Entries   []Entry  // published and withdrawn, newest published first
	Contests  []election.Contest
	Councils  []election.Council // by name
	History   election.History   // without rows where the desk keeps none
	Patterns  []Pattern          // the desk's own, besides and instead of the built-in ones
	Pictures  []Picture          // those that were ever used, by id
	Colours   map[string]string  // the desk's own party colours, "RRGGBB" by party id
	Profiles  []Profile          // the desk's own ways to hand over, by name
	HandOvers []HandOver         // oldest first
	Started   int64              // when the night was made, UTC milliseconds
	Updated   int64              // when the last act in it was recorded, UTC milliseconds
}

// Details are what the head of the blog and of the window say.
type Details struct {
	Title      string // of the night: "Hartlepool by-election"
	Place      string // "Mill House Leisure Centre"
	Zone       string // IANA name of the time zone times print in: "Europe/London"
	Headline   string
	Standfirst string
	Publisher  string // the newsroom's name, may be empty
	Address    string // canonical address of the page, may be empty
	Language   string // that the blog is written in, BCP 47; empty is en-GB

	OldestFirst bool // entries stand in the order they were published in, not the newest first
	Struck      bool // a correction strikes what was wrong through instead of only saying it
	SecondEye   bool // an entry is read by another author before it is published
	Rehearsal   bool // nothing in the night is real, and whatever leaves it says so
}

// An Author is a reporter of the desk.
type Author struct {
	ID       string
	Name     string
	Initials string
}

// A Picture is what the night knows of a stored picture without its bytes.
type Picture struct {
	ID        string // lower-case hex of the SHA-256 of its bytes, 64 characters
	MediaType string // "image/jpeg" or "image/png"
	Width     int    // pixels
	Height    int    // pixels
}

// Public is the edition with everything taken out that may not leave the
// desk: figures under embargo and the text of withdrawn entries.
func (e Edition) Public() Edition {
	contests := make([]election.Contest, len(e.Contests))
	for i, c := range e.Contests {
		contests[i] = c.Public()
	}
	e.Contests = contests
	entries := make([]Entry, len(e.Entries))
	for i, x := range e.Entries {
		if x.Withdrawn {
			x = Entry{ID: x.ID, Withdrawn: true, Authors: x.Authors, Happened: x.Happened, Published: x.Published, Updated: x.Updated}
		}
		entries[i] = x
	}
	e.Entries = entries
	return e
}

// Author finds an author by id.
func (e Edition) Author(id string) (Author, bool) {
	for _, a := range e.Authors {
		if a.ID == id {
			return a, true
		}
	}
	return Author{}, false
}

// Picture finds a picture by its id, or by at least eight characters of its
// beginning where no other begins so.
func (e Edition) Picture(id string) (found Picture, ok bool) {
	for _, p := range e.Pictures {
		switch {
		case p.ID == id:
			return p, true
		case len(id) < 8 || !strings.HasPrefix(p.ID, id):
		case ok:
			return Picture{}, false
		default:
			found, ok = p, true
		}
	}
	return found, ok
}
