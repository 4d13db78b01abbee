package page

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/publish/layout"
)

// A Live is the page of a night while the night goes on, in numbered pages. It
// holds what they show, and whoever tells it what changed is given the files
// that may be others since: how much that is does not grow with the night. All
// that it ever gave is, at every moment, what Export gives of the night as it
// is then. It is used from one goroutine at a time.
type Live struct {
	o    layout.Options
	name string // of the main file, without extension
	size int    // entries on a numbered page

	rest      blog.Edition // what is public of the night, without its entries
	base      *layout.Blog // the same, read; nil where err is not
	err       error
	posts     []layout.Post       // in the order of publication
	at        map[string]int      // where each stands there, by id
	stretches []layout.Stretch    // of the numbered pages, the first being page 1
	uses      []layout.Uses       // of the same
	began     int64               // when the blog began, UTC milliseconds
	shows     map[string][]string // the pictures of each page, by their files' names
	dropped   map[string]bool     // files that may be shown no more

	first, then map[int]bool // numbered pages to be given before the head, and after it
	head        bool         // the head is to be given
	last        int          // of first, the one given last
	given       map[string]bool
}

// NewLive makes the page of a night of which nothing is known yet, with so many
// entries on a numbered page: Take comes first. Options that a page does not
// have are ignored, and so is what would make it one file.
func NewLive(o layout.Options, size int) *Live {
	o = forPage(o)
	o.Only, o.Since, o.Numbered = layout.Only{}, nil, true
	if o.PicturesAs != blog.PicturesReserved {
		o.PicturesAs = blog.PicturesAsFiles
	}
	return &Live{o: o, size: size, at: map[string]int{}, shows: map[string][]string{}, dropped: map[string]bool{},
		first: map[int]bool{}, then: map[int]bool{}, given: map[string]bool{}}
}

// Take takes the whole night as it is now.
func (l *Live) Take(e blog.Edition) {
	l.Set(e)
	posts := make([]layout.Post, 0, len(e.Entries))
	for _, x := range slices.Backward(e.Public().Entries) {
		posts = append(posts, layout.NewPost(x, 0))
	}
	was, from := l.posts, 0
	for from < min(len(was), len(posts)) && reflect.DeepEqual(was[from].Entry, posts[from].Entry) {
		from++
	}
	same := len(was) == len(posts)
	for i := from; same && i < len(was); i++ {
		same = was[i].ID == posts[i].ID
	}
	if !same || len(l.stretches) == 0 {
		l.posts = slices.Concat(was[:from], posts[from:])
		l.renumber(from)
		return
	}
	for i := from; i < len(was); i++ {
		l.replace(i, posts[i].Entry)
	}
}

// Set takes the night as it is now but for its entries, which it does not look
// at.
func (l *Live) Set(e blog.Edition) {
	e.Entries = nil
	e = e.Public()
	e.Patterns, e.Profiles, e.HandOvers, e.Updated = nil, nil, nil, 0
	if l.base != nil && reflect.DeepEqual(e, l.rest) {
		return
	}
	was := l.base
	l.rest = e
	l.name = layout.NameOf(e, l.o)
	if l.base, l.err = layout.New(e, l.name, l.o, false); l.err != nil {
		l.base = nil
		return
	}
	l.head = true
	l.begin()
	if was == nil || l.name != was.Name {
		clear(l.given)
		clear(l.shows)
		l.again(func(int) bool { return true })
		return
	}
	l.again(l.restsOn(was))
}

// Put takes an entry as it is now. One that is new to the night follows the
// entry with the id below in the order of publication; it is the first where
// that is empty, and the newest where nothing is known of that. Below is not
// looked at for the others. One that was never published is taken out.
func (l *Live) Put(x blog.Entry, below string) {
	x = blog.Edition{Entries: []blog.Entry{x}}.Public().Entries[0]
	i, known := l.at[x.ID]
	switch {
	case known && x.Published == 0:
		l.posts = slices.Delete(l.posts, i, i+1)
		delete(l.at, x.ID)
		l.renumber(i)
	case known:
		l.replace(i, x)
	case x.Published != 0:
		i = len(l.posts)
		if under, ok := l.at[below]; ok {
			i = under + 1
		} else if below == "" {
			i = 0
		}
		l.posts = slices.Insert(l.posts, i, layout.NewPost(x, 0))
		l.renumber(i)
	}
}

// replace puts an entry in the place of what it was.
func (l *Live) replace(i int, x blog.Entry) {
	if reflect.DeepEqual(l.posts[i].Entry, x) {
		return
	}
	l.posts[i] = layout.NewPost(x, l.posts[i].Page)
	l.touch(l.posts[i].Page)
	l.begin()
}

// renumber takes in that the posts from one on are others or stand elsewhere.
func (l *Live) renumber(from int) {
	for i := from; i < len(l.posts); i++ {
		l.posts[i].Page = i/l.size + 1
		l.at[l.posts[i].ID] = i
	}
	if len(l.at) > len(l.posts) {
		maps.DeleteFunc(l.at, func(id string, i int) bool { return i >= len(l.posts) || l.posts[i].ID != id })
	}
	pages := l.leaf(0).open()
	for p := len(l.stretches); p > pages; p-- {
		file := pageFile(l.name, p)
		l.drop(file, nil)
		l.dropped[file] = true
	}
	if len(l.stretches) > pages {
		l.stretches, l.uses = l.stretches[:pages], l.uses[:pages]
		maps.DeleteFunc(l.first, func(p int, _ bool) bool { return p > pages })
		maps.DeleteFunc(l.then, func(p int, _ bool) bool { return p > pages })
	}
	for p := from/l.size + 1; p <= pages; p++ {
		if p > len(l.stretches) {
			l.stretches, l.uses = append(l.stretches, layout.Stretch{}), append(l.uses, layout.Uses{})
		}
		l.touch(p)
	}
	l.begin()
}

// touch takes in that entries of a page are others.
func (l *Live) touch(page int) {
	l.stretches[page-1] = layout.NewStretch(l.on(page))
	l.first[page], l.head = true, true
	delete(l.then, page)
}

// begin takes in that the blog may begin at another time, which every page
// says.
func (l *Live) begin() {
	began := l.rest.Started
	if len(l.posts) > 0 {
		began = l.posts[0].Published
	}
	if began != l.began {
		l.began = began
		l.again(func(int) bool { return true })
	}
}

// on are the posts of a numbered page, oldest first.
func (l *Live) on(page int) []layout.Post {
	return l.posts[min((page-1)*l.size, len(l.posts)):min(page*l.size, len(l.posts))]
}

func (l *Live) leaf(number int) leaf { return leaf{l.size, len(l.posts), number} }

// again has pages given anew, those that come before the head as they did.
func (l *Live) again(which func(page int) bool) {
	for p := range len(l.stretches) {
		if !l.first[p+1] && which(p+1) {
			l.then[p+1] = true
		}
	}
	l.head = l.head || len(l.then) > 0
}

// Again has everything given anew, where what was given may be lost or is not
// known. Before the head come the page that was given last, those that are not
// there by their names, so that the head names none of them, and those whose
// entries it shows.
func (l *Live) Again(there func(name string) bool) {
	clear(l.given)
	clear(l.first)
	l.head = true
	for p := 1; p <= len(l.stretches); p++ {
		if p == l.last || p >= l.leaf(0).open()-1 || !there(pageFile(l.name, p)) {
			l.first[p] = true
			delete(l.then, p)
		}
	}
	l.again(func(int) bool { return true })
}

// Head is what the main file is called.
func (l *Live) Head() string { return pageFile(l.name, 0) }

// Next gives the next page that may be another than it was, with the pictures
// in it that were not given yet; none where all were given. Pages whose entries
// changed come first, those with newer entries before those with older ones,
// and then the head: it never names a page that was not given. The other pages
// follow, those that rest on a result or a name. A page that could not be
// rendered is the next again.
func (l *Live) Next() ([]layout.File, error) {
	if l.err != nil {
		return nil, l.err
	}
	var n *document
	var done func()
	switch {
	case len(l.first) > 0:
		p := slices.Max(slices.Collect(maps.Keys(l.first)))
		n, done = l.numbered(p), func() { delete(l.first, p); l.last = p }
	case l.head:
		n, done = l.front(), func() { l.head = false }
	case len(l.then) > 0:
		p := slices.Max(slices.Collect(maps.Keys(l.then)))
		n, done = l.numbered(p), func() { delete(l.then, p) }
	default:
		return nil, nil
	}
	files, err := l.render(n)
	if err != nil {
		return nil, err
	}
	done()
	return files, nil
}

// front is the head with the newest entries.
func (l *Live) front() *document {
	n := *l.base
	n.Stretches = l.stretches
	n.Posts = n.Ordered(l.posts[l.leaf(0).shown():])
	n.Began = l.began
	latest := n.Began
	for _, s := range n.Stretches {
		latest = max(latest, s.Latest)
	}
	n.Changed = n.LastChange(latest)
	return newDocument(&n, l.leaf(0))
}

// numbered is a numbered page. The headline and the standfirst, which change
// while the night goes on, are the head's alone.
func (l *Live) numbered(page int) *document {
	n := *l.base
	n.Stretches = l.stretches[page-1 : page]
	n.Details = sealed(n.Details)
	n.Posts = n.Ordered(l.on(page))
	n.Began = l.began
	n.Changed = max(n.Began, n.Stretches[0].Latest)
	return newDocument(&n, l.leaf(page))
}

// sealed are the details that a numbered page shows.
func sealed(d blog.Details) blog.Details {
	d.Headline, d.Standfirst, d.SecondEye = "", "", false
	return d
}

// render renders a document and remembers what it rests on.
func (l *Live) render(n *document) ([]layout.File, error) {
	n.Uses = new(layout.Uses)
	o := l.o
	if get := o.Pictures; get != nil {
		o.Pictures = func(id string) ([]byte, error) {
			if l.given[id] {
				return nil, nil
			}
			return get(id)
		}
	}
	n.Attached = layout.NewAttachments(l.rest, n.Name, o)
	files, err := n.files()
	if err != nil {
		return nil, err
	}
	var pictures []string
	fresh := files[:1]
	for _, f := range files[1:] {
		pictures = append(pictures, f.Name)
		if f.Data != nil {
			fresh = append(fresh, f)
			l.given[pictureOf(f.Name)] = true
		}
	}
	l.drop(files[0].Name, pictures)
	if p := n.leaf.number; p > 0 {
		l.uses[p-1] = *n.Uses
		if n.leaf.open()-p > 1 {
			for _, x := range l.on(p) { // its text is not asked for again
				x.Forget()
			}
		}
	}
	return fresh, nil
}

// drop takes in which pictures a page shows now.
func (l *Live) drop(page string, pictures []string) {
	for _, was := range l.shows[page] {
		if !slices.Contains(pictures, was) {
			l.dropped[was] = true
		}
	}
	if l.shows[page] = pictures; pictures == nil {
		delete(l.shows, page)
	}
	delete(l.dropped, page)
}

// Gone are the files that were given and belong to the page no more: of
// numbered pages that an undoing emptied, and of pictures that nothing shows
// any longer. It tells of each once, and is asked when Next has nothing left.
func (l *Live) Gone() []string {
	if len(l.dropped) == 0 {
		return nil
	}
	for _, pictures := range l.shows {
		for _, p := range pictures {
			delete(l.dropped, p)
		}
	}
	gone := slices.Sorted(maps.Keys(l.dropped))
	clear(l.dropped)
	for _, file := range gone {
		delete(l.given, pictureOf(file))
	}
	return gone
}

// pictureOf is the id of the picture in a file.
func pictureOf(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	name = strings.TrimPrefix(name, layout.RehearsalName)
	return strings.TrimSuffix(strings.TrimSuffix(name, ".jpg"), ".png")
}
