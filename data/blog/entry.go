package blog

import (
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// MaxKicker is how long a kicker may be, in characters.
const MaxKicker = 60

// An Entry is one post of the live blog as it stands at one moment.
type Entry struct {
	ID        string   // lower-case letters and digits, never reused: anchors are "e-"+ID
	Kicker    string   // short line over the entry, printed in capitals by style alone
	Text      string   // as typed
	Authors   []string // author ids, at least one
	Key       bool     // a key moment, listed at the head of the page
	KeyLabel  string   // its label there; empty means the kicker
	Pinned    bool
	Tags      []string // short words to find it by, none of them published
	Seen      string   // id of the author who read it before it was published, empty where none did
	Withdrawn bool     // was published and is withdrawn: its anchor stays, its text does not leave

	Happened  int64 // the time the entry tells of, UTC milliseconds
	Published int64 // first published, UTC milliseconds
	Updated   int64 // last visible change, UTC milliseconds; equal to Published where none

	Frozen      []Frozen     // the figures it was published with
	Corrections []Correction // oldest first
}

// Frozen is a figure as it stood when its entry was published.
type Frozen struct {
	Slot    string // as typed, without braces: "Lab.change"
	Value   string // as printed: "−9.0"
	Contest string // id of the contest, or of the council
	// Revision of the contest when the value was taken. Of a council it is that
	// of its wards together, and 0 while seats were still to come.
	Revision int
}

// A Correction is a public change of fact in an entry.
type Correction struct {
	When int64  // UTC milliseconds
	Note string // what was wrong, in one sentence
	Was  string // the text until then, as typed; empty where only the kicker or a figure was wrong
}

// Figures resolves slots to the values that the entry was published with.
func (e Entry) Figures() text.Figures { return FiguresOf(e.Frozen) }

// FiguresOf resolves slots to frozen values.
func FiguresOf(frozen []Frozen) text.Figures {
	return func(slot string) (string, bool) {
		for _, f := range frozen {
			if f.Slot == slot {
				return f.Value, true
			}
		}
		return "", false
	}
}

// A Problem is something about an entry that a person should look at. An
// Error blocks publishing, a Warning does not.
type Problem struct {
	Level    election.Level
	Code     string // stable: "slot-unknown"
	Text     string // one sentence and a next step
	From, To int    // byte offsets in the entry's text; both 0 for the kicker
	Fix      *Fix   // what puts it right, nil where that needs a person
}

// A Fix puts a text in the place of some of an entry's. Offsets are in bytes.
type Fix struct {
	From, To int
	Text     string
}

// Apply is the text put right.
func (f Fix) Apply(text string) string { return text[:f.From] + f.Text + text[f.To:] }
