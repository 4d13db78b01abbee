package publish

import "slices"

// A section is entries that follow each other: all of a blog, or those of one
// numbered page. It holds what the head of the blog says of them, so that the
// head is made without going through all entries again.
type section struct {
	live      int             // how many are not withdrawn
	wrote     map[string]bool // whose names stand in it, by author id: true for those over the blog
	key       []post          // the key moments, oldest first, as are
	pinned    []post          // the pinned ones, both without those withdrawn,
	corrected []post          // and those with corrections
	latest    int64           // when one of them last changed, UTC milliseconds
}

// newSection takes posts oldest first.
func newSection(posts []post) section {
	s := section{wrote: map[string]bool{}}
	for _, x := range posts {
		for _, id := range x.Authors {
			s.wrote[id] = s.wrote[id] || !x.Withdrawn
		}
		s.latest = max(s.latest, x.Published, x.Updated)
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

// across are the posts of a kind in all sections, in the order of the night.
func (n *night) across(of func(section) []post) []post {
	var posts []post
	for _, s := range n.sections {
		posts = append(posts, of(s)...)
	}
	if !n.oldestFirst() {
		slices.Reverse(posts)
	}
	return posts
}

func keyMoments(s section) []post { return s.key }
func pinned(s section) []post     { return s.pinned }
func corrected(s section) []post  { return s.corrected }

// uses are what the text of a document was found to rest on besides its own
// entries.
type uses struct {
	contests map[string]bool // contests and councils, by what the text calls them
	vague    bool            // a picture that is not called by its whole id
}

func (u *uses) contest(called string) {
	if u.contests == nil {
		u.contests = map[string]bool{}
	}
	u.contests[called] = true
}
