package ui

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// newsWords count changes: "3 new · 1 REPLACES · 1 KILL".
func newsWords(changes []publish.Change) string {
	count := map[publish.Mark]int{}
	for _, c := range changes {
		count[c.Mark]++
	}
	var parts []string
	for _, m := range []struct {
		mark  publish.Mark
		words string
	}{{publish.New, "new"}, {publish.Replaces, string(publish.Replaces)}, {publish.Kill, string(publish.Kill)}} {
		if n := count[m.mark]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", election.Commas(n), m.words))
		}
	}
	return strings.Join(parts, " · ")
}

// itemWords count what is handed over by its kind: "34 entries, 1 result, the
// head". Where it is all, an entry that was withdrawn is not taken out of
// anything, and is not counted.
func itemWords(items []blog.Item, whole bool) string {
	count := map[string]int{}
	for _, i := range items {
		kind := i.Kind
		switch kind {
		case blog.HeadlineItem, blog.StandfirstItem, blog.KeyMomentsItem, blog.PinnedItem:
			kind = "the head"
		}
		if kind != blog.WithdrawnItem || !whole {
			count[kind]++
		}
	}
	var parts []string
	for _, k := range []struct{ kind, one, several string }{{blog.EntryItem, "entry", "entries"}, {blog.WithdrawnItem, string(publish.Kill), string(publish.Kill)}, {blog.ResultItem, "result", "results"}, {blog.CouncilItem, "council", "councils"}} {
		if n := count[k.kind]; n > 0 {
			parts = append(parts, election.Several(n, k.one, k.several))
		}
	}
	for _, k := range []struct{ kind, words string }{{"the head", "the head"}, {blog.LedgerItem, "the corrections"}} {
		if count[k.kind] > 0 {
			parts = append(parts, k.words)
		}
	}
	return strings.Join(parts, ", ")
}

// entryItemsWords count the entries alone, and all else only where there are
// none.
func entryItemsWords(items []blog.Item, whole bool) string {
	entries := slices.DeleteFunc(slices.Clone(items), func(i blog.Item) bool {
		return i.Kind != blog.EntryItem && i.Kind != blog.WithdrawnItem
	})
	if words := itemWords(entries, whole); words != "" {
		return words
	}
	return itemWords(items, whole)
}

// taking is what somebody takes, rendered and proofed.
type taking struct {
	way      way
	whole    bool
	changes  []publish.Change  // since the last time; none of the whole
	items    []blog.Item       // that it gives
	files    []publish.File    // none where nothing is new
	findings []publish.Finding // of the proof
}

// demand is what is asked to be rendered.
type demand struct {
	way     way
	whole   bool
	archive bool   // it may be one file with everything in it, which no clipboard takes
	name    string // of the main file, without extension
}

// options are how what is demanded of an edition is rendered.
func (d demand) options(e blog.Edition, pictures func(string) ([]byte, error)) publish.Options {
	o := publish.ForProfile(d.way.profile)
	o.Name, o.Pictures = d.name, pictures
	if o.PicturesAs == blog.PicturesZipped && !d.archive {
		o.PicturesAs = blog.PicturesAsFiles
	}
	if !d.whole && !d.way.alwaysWhole() {
		given := d.way.receiver().Given(e)
		o.Since = &given
	}
	return o
}

// prepare renders what is demanded of an edition, and proofs it. It takes as
// long as the blog is and is called off the window's goroutine.
func prepare(e blog.Edition, d demand, pictures func(string) ([]byte, error)) (t taking, err error) {
	o := d.options(e, pictures)
	t = taking{way: d.way, whole: o.Since == nil}
	if o.Since != nil {
		changes := publish.Delta(publish.Items(e), *o.Since)
		t.changes, t.items = changes.All, changes.Items()
	} else if !d.way.results {
		t.items = publish.Items(e)
	}
	if t.files, err = publish.Export(e, d.way.form(), o); errors.Is(err, publish.ErrNothingNew) {
		return t, nil
	}
	if err == nil {
		t.findings, err = publish.Proof(e, d.way.form(), o, t.files)
	}
	return t, err
}
