package intake

import (
	"context"
	"io"

	"nightdesk/data/election"
)

// A Source is one file to be read, or a pasted text.
type Source struct {
	Name string // what problems call it: the file's name
	Data io.Reader

	// Contest names the contest that a plain list of candidates is for. A list
	// says neither its kind nor its seats, so that these stay empty and 0.
	// Other formats name their contests themselves.
	Contest string
	// Date is the polling day, for files that do not say it. May be empty.
	Date election.Date
}

// Mode is what a file is read for.
type Mode int

const (
	// Results takes everything: a contest with votes is declared, at the time
	// the file gives or at 0 where it gives none.
	Results Mode = iota
	// CandidatesOnly takes who stands where and the electorate, and leaves out
	// everything that was counted: contests are not started.
	CandidatesOnly
	// AsBaseline takes results for BaselinesFor to compare
	// others with.
	AsBaseline
)

// Found is what the files hold.
type Found struct {
	Mode     Mode
	Files    []File
	Contests []election.Contest // in the order of the files; IDs are empty, and so are Kind and Seats where a file does not say them
	Councils []election.Council // in the order of the files; IDs are empty
	Notes    []string           // what was odd, a sentence each, with its place
}

// A File says how one source was understood.
type File struct {
	Name   string
	Format string // "Parliament candidacies"
	Rows   int    // without the header
}

// Read reads files that belong together. The error is *Problems where the
// files are at fault, else the reader's own.
func Read(sources []Source, m Mode) (Found, error) {
	return ReadContext(context.Background(), sources, m, nil)
}
