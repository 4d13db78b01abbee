package layout

import "slices"

// A Stretch is entries that follow each other: all of a blog, or those of one
// numbered page. It holds what the head of the blog says of them, so that the
// head is made without going through all entries again.
type Stretch struct {
	live      int             // how many are not withdrawn
	Wrote     map[string]bool // whose names stand in it, by author id: true for those over the blog
	key       []Post          // the key moments, oldest first, as are
	pinned    []Post          // the pinned ones, both without those withdrawn,
	corrected []Post          // and those with corrections
	Latest    int64           // when one of them last changed, UTC milliseconds
}

// NewStretch takes posts oldest first.
func NewStretch(posts []Post) Stretch {
	s := Stretch{Wrote: map[string]bool{}}
	for _, x := range posts {
		for _, id := range x.Authors {
			s.Wrote[id] = s.Wrote[id] || !x.Withdrawn
		}
		s.Latest = max(s.Latest, x.Published, x.Updated)
		if len(x.Corrections) > 0 {
			s.corrected = append(s.corrected, x)
		}
		if x.Withdrawn {
			continue
		}
		s.live++
		if x.Key {
			s.key = append(s.key, x)
		}
		if x.Pinned {
			s.pinned = append(s.pinned, x)
		}
	}
	return s
}

// Across are the posts of a kind in all stretches, in the order of the night.
func (n *Blog) Across(of func(Stretch) []Post) []Post {
	var posts []Post
	for _, s := range n.Stretches {
		posts = append(posts, of(s)...)
	}
	if !n.OldestFirst() {
		slices.Reverse(posts)
	}
	return posts
}

func keyMoments(s Stretch) []Post { return s.key }
func Pinned(s Stretch) []Post     { return s.pinned }
func corrected(s Stretch) []Post  { return s.corrected }

// Uses are what the text of a document was found to rest on besides its own
// entries.
type Uses struct {
	Contests map[string]bool // contests and councils, by what the text calls them
	Vague    bool            // a picture that is not called by its whole id
}

func (u *Uses) contest(called string) {
	if u.Contests == nil {
		u.Contests = map[string]bool{}
	}
	u.Contests[called] = true
}
