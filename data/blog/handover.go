package blog

// How pictures and charts leave, as a Profile says.
const (
	PicturesAsFiles  = "files"        // beside the text, which names them
	PicturesInside   = "inside"       // in the text itself, as data
	PicturesReserved = "placeholders" // a paragraph that says which picture goes there
	PicturesZipped   = "zipped"       // beside the text, and both in one archive

	ChartAsSVG = "svg"
	ChartAsPNG = "png"

	NewestOnTop = "newest"
	OldestOnTop = "oldest"
)

// A Profile is a named set of options for what leaves the desk: a house's
// WordPress, a wire, plain HTML. What a form cannot have, it ignores.
type Profile struct {
	ID   string
	Name string // as the desk calls it, one of its kind in a night
	Form string // what is written: "page", "fragment", "wordpress", "text"
	To   string // who takes it, may be empty

	Heading int    // level of an entry's heading, 1 to 6; 0 is the form's own
	Order   string // NewestOnTop or OldestOnTop; empty is the night's own
	NoIDs   bool   // nothing has an anchor
	NoTimes bool   // nothing says when it was published

	Pictures string // PicturesAsFiles, PicturesInside, PicturesReserved or PicturesZipped; empty is the form's own
	Chart    string // ChartAsSVG or ChartAsPNG; empty is the form's own
	ASCII    bool   // only characters of ASCII, what is beyond them spelled with them
}

// A HandOver is what was given to whom, and when.
type HandOver struct {
	ID        string
	Profile   string // id of the profile it was made with, which may be gone since; empty where none
	Form      string // as the profile's
	To        string // who took it, may be empty
	Whole     bool   // the whole blog, not only what was new
	Rehearsal bool   // given in a rehearsal: none of it is real
	When      int64  // UTC milliseconds
	Author    string // id of who gave it
	Items     []Item // in the order they were given
}

// An Item is one thing that was handed over, as it was then.
type Item struct {
	Kind   string // one of the item kinds
	ID     string // of the entry, contest or council; empty where a night has one of the kind
	Digest string // of what was public of it: two that are equal say the same
}

// The kinds of item.
const (
	EntryItem      = "entry"
	WithdrawnItem  = "withdrawn" // an entry that is to be taken out
	HeadlineItem   = "headline"
	StandfirstItem = "standfirst"
	ResultItem     = "result" // of a contest
	KeyMomentsItem = "key moments"
	PinnedItem     = "pinned"
	CouncilItem    = "council"
	LedgerItem     = "corrections" // the list of all of them at the foot
)
