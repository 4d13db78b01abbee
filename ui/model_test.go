package ui

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// A modelEntry is what the model knows of an entry that was published.
type modelEntry struct {
	id, kicker, text, label, tags string
	key, pinned, withdrawn        bool
	updated                       bool // whether readers are told of a change
	corrections                   int
}

// A modelText is what stands in the composer, or is held.
type modelText struct {
	kicker, text, note string
	editing            string // id of the entry being changed
	kind               night.EditKind
}

func (x modelText) isEmpty() bool { return x.editing == "" && x.kicker == "" && x.text == "" }

// A modelDesk is the simple model of composer and timeline: plain lists, in
// which an undo puts back the list before.
type modelDesk struct {
	entries  []modelEntry // oldest first
	before   [][]modelEntry
	versions map[string][][2]string // kicker and text after each act on an entry
	composer modelText
	inHand   int // which held one is in the composer, −1 for none
	held     []modelText
	words    int // how many different words were typed
}

func (m *modelDesk) find(id string) *modelEntry {
	i := slices.IndexFunc(m.entries, func(e modelEntry) bool { return e.id == id })
	if i < 0 {
		return nil
	}
	return &m.entries[i]
}

// act changes an entry as an act does that can be undone.
func (m *modelDesk) act(id string, change func(*modelEntry)) {
	m.before = append(m.before, slices.Clone(m.entries))
	e := m.find(id)
	if e == nil {
		m.entries = append(m.entries, modelEntry{id: id})
		e = &m.entries[len(m.entries)-1]
	}
	change(e)
	m.versions[id] = append(m.versions[id], [2]string{e.kicker, e.text})
}

func (m *modelDesk) undo() {
	if len(m.before) == 0 {
		return
	}
	was := m.entries
	m.entries = m.before[len(m.before)-1]
	m.before = m.before[:len(m.before)-1]
	for _, e := range m.entries {
		if i := slices.IndexFunc(was, func(x modelEntry) bool { return x.id == e.id }); was[i] != e {
			m.versions[e.id] = append(m.versions[e.id], [2]string{e.kicker, e.text})
		}
	}
}

func (m *modelDesk) changed() bool {
	c := m.composer
	if c.editing == "" {
		return false
	}
	e := m.find(c.editing)
	return e == nil || e.kicker != c.kicker || e.text != c.text || c.note != ""
}

// hold puts aside what is worth it and empties the composer.
func (m *modelDesk) hold() {
	c, at := m.composer, m.inHand
	worth := m.changed() || c.editing == "" && !c.isEmpty()
	m.composer, m.inHand = modelText{}, -1
	switch {
	case worth && at < 0:
		m.held = append(m.held, c)
	case worth:
		m.held[at] = c
	case at >= 0:
		m.held = slices.Delete(m.held, at, at+1)
	}
}

func (m *modelDesk) edit(id string, kind night.EditKind) {
	switch {
	case m.composer.editing == id:
		m.composer.kind = kind
	case !m.changed():
		m.hold()
		e := m.find(id)
		m.composer = modelText{kicker: e.kicker, text: e.text, editing: id, kind: kind}
	}
}

// take brings a held entry back, and reports whether it is in the composer.
func (m *modelDesk) take(at int) {
	if m.changed() || m.inHand == at {
		return
	}
	gone := m.inHand >= 0 && m.composer.isEmpty() || m.inHand >= 0 && m.composer.editing != "" && !m.changed()
	if gone && m.inHand < at {
		at--
	}
	m.hold()
	m.composer, m.inHand = m.held[at], at
}

// sent empties the composer after it was published.
func (m *modelDesk) sent() {
	if m.inHand >= 0 {
		m.held = slices.Delete(m.held, m.inHand, m.inHand+1)
	}
	m.composer, m.inHand = modelText{}, -1
}

// modelRun is a desk at work beside its model.
type modelRun struct {
	*modelDesk
	s *screen
}

// said is a new word, so that no act says again what is so already.
func (r *modelRun) said() string {
	r.words++
	return fmt.Sprintf("word%s ", strings.Repeat("e", r.words%7)+strings.Map(func(d rune) rune { return 'a' + d - '0' }, fmt.Sprint(r.words)))
}

func (r *modelRun) typeText() {
	r.s.Focus(r.s.composer.text)
	r.s.composer.text.SetCaret(len(r.s.composer.text.Text))
	word := r.said()
	r.s.Types(word)
	r.composer.text += word
}

func (r *modelRun) typeKicker() {
	r.s.Focus(r.s.composer.kicker)
	r.s.composer.kicker.SetCaret(len(r.s.composer.kicker.Text))
	if len(r.composer.kicker) > 40 {
		r.s.SelectAll()
		r.composer.kicker = ""
	}
	word := strings.TrimSpace(r.said())
	r.s.Types(word)
	r.composer.kicker += word
}

func (r *modelRun) typeNote() {
	if r.composer.kind != night.Correction {
		return
	}
	r.s.Focus(r.s.composer.note)
	r.s.composer.note.SetCaret(len(r.s.composer.note.Text))
	word := r.said()
	r.s.Types(word)
	r.composer.note += word
}

// wipe deletes the text and the kicker.
func (r *modelRun) wipe() {
	for _, e := range []fyne.Focusable{r.s.composer.text, r.s.composer.kicker} {
		r.s.Focus(e)
		r.s.SelectAll()
		r.s.Keys(fyne.KeyBackspace)
	}
	r.composer.kicker, r.composer.text = "", ""
}

func (r *modelRun) publish(t *rapid.T, key bool) {
	mod := shell.Ctrl
	if key {
		mod = shell.CtrlShift
	}
	r.s.Chord(mod, fyne.KeyReturn)
	r.s.Settle()
	c := r.composer
	e := r.find(c.editing)
	switch {
	case strings.TrimSpace(c.kicker+c.text) == "":
	case c.editing == "":
		id := r.s.Entries()[0].ID
		if r.find(id) != nil {
			t.Fatalf("nothing was published: the window says %q", r.s.Told())
		}
		r.act(id, func(e *modelEntry) { e.kicker, e.text, e.key = c.kicker, strings.TrimRight(c.text, " "), key })
		r.sent()
	case c.kind == night.Correction && c.note == "", e == nil, e.withdrawn: // refused
	case c.kind == night.Minor && e.kicker == c.kicker && e.text == strings.TrimRight(c.text, " "):
		r.sent() // nothing was done that could be undone
	default:
		r.act(c.editing, func(e *modelEntry) {
			e.kicker, e.text = c.kicker, strings.TrimRight(c.text, " ")
			e.updated = e.updated || c.kind != night.Minor
			if c.kind == night.Correction {
				e.corrections++
			}
		})
		r.sent()
	}
}

func (r *modelRun) hold() {
	r.s.Chord(shell.Ctrl, fyne.KeyH)
	if r.modelDesk.composer.editing == "" && r.inHand < 0 && r.modelDesk.composer.isEmpty() {
		return
	}
	r.modelDesk.hold()
}

// select goes to an entry in the timeline by keys; false where there is none.
func (r *modelRun) choose(t *rapid.T) (e modelEntry, ok bool) {
	shown := r.s.blog.shown
	if len(shown) == 0 {
		return modelEntry{}, false
	}
	at := rapid.IntRange(0, len(shown)-1).Draw(t, "which")
	r.s.Chord(shell.Ctrl, fyne.KeyT)
	r.s.Keys(fyne.KeyHome)
	for range at {
		r.s.Keys(fyne.KeyDown)
	}
	found := r.find(shown[at].ID)
	if found == nil {
		t.Fatalf("the timeline shows %+v, which the model has not", shown[at])
	}
	return *found, true
}

func (r *modelRun) change(t *rapid.T, key rune, kind night.EditKind) {
	if e, ok := r.choose(t); ok {
		r.s.Types(string(key))
		if !e.withdrawn {
			r.edit(e.id, kind)
		}
	}
}

// mark does to an entry what can be done to it beside its words.
func (r *modelRun) mark(t *rapid.T) {
	e, ok := r.choose(t)
	if !ok {
		return
	}
	if e.withdrawn {
		r.s.Types("r")
		r.act(e.id, func(e *modelEntry) { e.withdrawn, e.updated = false, true })
		return
	}
	word := strings.TrimSpace(r.said())
	asked := func(key string) {
		r.s.Types(key)
		r.s.SelectAll()
		r.s.Types(word)
		r.s.Keys(fyne.KeyReturn)
	}
	switch key := rapid.SampledFrom([]string{"k", "p", "l", "g", "w"}).Draw(t, "mark"); key {
	case "k":
		r.s.Types(key)
		r.act(e.id, func(e *modelEntry) { e.key = !e.key })
	case "p":
		r.s.Types(key)
		r.act(e.id, func(e *modelEntry) { e.pinned = !e.pinned })
	case "l":
		asked(key)
		r.act(e.id, func(e *modelEntry) { e.key, e.label = true, word })
	case "g":
		asked(key)
		r.act(e.id, func(e *modelEntry) { e.tags = word })
	case "w":
		asked(key)
		r.act(e.id, func(e *modelEntry) { e.withdrawn, e.updated = true, true })
	}
}

// version takes an older version of an entry into the composer.
func (r *modelRun) version(t *rapid.T) {
	e, ok := r.choose(t)
	if !ok {
		return
	}
	r.s.Types("v")
	r.s.Settle()
	versions := r.versions[e.id]
	back := rapid.IntRange(0, len(versions)-1).Draw(t, "versions back")
	for range back {
		r.s.Keys(fyne.KeyDown)
	}
	r.s.Keys(fyne.KeyReturn)
	if e.withdrawn || r.changed() {
		return
	}
	r.edit(e.id, night.Update)
	was := versions[len(versions)-1-back]
	r.composer.kicker, r.composer.text, r.composer.note, r.composer.kind = was[0], was[1], "", night.Update
}

// takeUp takes a held entry up, or throws it away.
func (r *modelRun) takeUp(t *rapid.T, away bool) {
	if len(r.held) == 0 {
		return
	}
	r.s.Settle()
	at := rapid.IntRange(0, len(r.held)-1).Draw(t, "which held")
	r.s.blog.setFilter(heldEntries)
	r.s.Chord(shell.Ctrl, fyne.KeyT)
	r.s.Keys(fyne.KeyHome)
	for range at {
		r.s.Keys(fyne.KeyDown)
	}
	switch {
	case !away:
		r.s.Types("e")
		r.take(at)
	default:
		r.s.Types("w")
		if at == r.inHand {
			break
		}
		r.held = slices.Delete(r.held, at, at+1)
		if r.inHand > at {
			r.inHand--
		}
	}
	r.s.Settle()
	r.s.blog.setFilter(allEntries)
}

func (r *modelRun) leave() {
	if r.composer.editing == "" {
		return
	}
	r.s.Taps("Leave it")
	r.sent()
}

// crash leaves the desk as it stands once typing has rested, and opens it
// again.
func (r *modelRun) crash(t *rapid.T) {
	r.s.Night.Drafts.Flush()
	r.s.Settle()
	r.s = r.s.again()
	c := r.composer
	switch {
	case r.inHand >= 0: // also where nothing is left of it
	case c.kicker+c.text+c.note == "":
		r.composer = modelText{}
	case c.editing != "" && !r.changed() && r.s.composer.editing == "": // nothing was typed
		r.composer = modelText{}
	}
}

// search finds an entry by any of its words.
func (r *modelRun) search(t *rapid.T) {
	if r.words == 0 {
		return
	}
	var all []string
	for _, e := range r.entries {
		all = append(all, strings.Fields(e.text)...)
	}
	if len(all) == 0 {
		return
	}
	word := rapid.SampledFrom(all).Draw(t, "word")
	r.s.Chord(shell.Ctrl, fyne.KeyF)
	r.s.Types(strings.ToUpper(word))
	found := map[string]bool{}
	for _, e := range r.s.blog.shown {
		found[e.ID] = true
	}
	for _, e := range r.entries {
		if want := strings.Contains(e.kicker+" "+e.label+" "+e.text+" "+e.tags, word); want != found[e.id] {
			t.Errorf("%q finds %+v: %v", word, e, !want)
		}
	}
	r.s.blog.find.SetText("")
}

// check compares the window and the file with the model.
func (r *modelRun) check(t *rapid.T) {
	r.s.Settle()
	got := r.s.Entries()
	shown := slices.Clone(r.s.blog.shown)
	if len(got) != len(r.entries) || len(shown) != len(got) {
		t.Fatalf("%d entries in the file, %d in the timeline, the model has %d", len(got), len(shown), len(r.entries))
	}
	for _, list := range [][]blog.Entry{got, shown} {
		for _, e := range list {
			is := modelEntry{e.ID, e.Kicker, e.Text, e.KeyLabel, strings.Join(e.Tags, ","), e.Key, e.Pinned, e.Withdrawn,
				e.Updated > e.Published, len(e.Corrections)}
			if want := r.find(e.ID); want == nil || *want != is {
				t.Fatalf("entry\n%+v, the model has\n%+v", is, want)
			}
		}
	}
	c := r.s.composer
	is := modelText{c.kicker.Text, c.text.Text, c.note.Text, c.editing, c.kind}
	if want := r.composer; is != want {
		t.Fatalf("the composer has\n%+v, the model\n%+v", is, want)
	}
	if len(r.s.blog.held) != len(r.held) {
		t.Fatalf("held: %+v, the model has %+v", r.s.blog.held, r.held)
	}
	for i, h := range r.s.blog.held {
		if (i == r.inHand) != (h.group == c.group) {
			t.Fatalf("%s is in hand, the model has number %d", c.group, r.inHand)
		}
		if want := r.held[i]; i != r.inHand && (h.kicker != want.kicker || h.text != want.text || h.note != want.note) {
			t.Fatalf("held: %+v, the model has %+v", h, want)
		}
	}
}

// TestDeskAgainstItsModel writes, changes, holds, marks, withdraws, undoes and
// crashes at random, and finds nothing lost and nothing there that was not
// said.
func TestDeskAgainstItsModel(t *testing.T) {
	few(t, "rapid.checks", "2")
	few(t, "rapid.steps", "120")
	rapid.Check(t, func(rt *rapid.T) {
		r := &modelRun{&modelDesk{inHand: -1, versions: map[string][][2]string{}}, at(t, uitest.NightOf(t, nil))}
		defer func() { r.s.end() }()
		rt.Repeat(map[string]func(*rapid.T){
			"":              r.check,
			"type":          func(*rapid.T) { r.typeText() },
			"type again":    func(*rapid.T) { r.typeText() },
			"kicker":        func(*rapid.T) { r.typeKicker() },
			"note":          func(*rapid.T) { r.typeNote() },
			"wipe":          func(*rapid.T) { r.wipe() },
			"publish":       func(t *rapid.T) { r.publish(t, false) },
			"publish again": func(t *rapid.T) { r.publish(t, false) },
			"publish key":   func(t *rapid.T) { r.publish(t, true) },
			"hold":          func(*rapid.T) { r.hold() },
			"take up":       func(t *rapid.T) { r.takeUp(t, false) },
			"throw away":    func(t *rapid.T) { r.takeUp(t, true) },
			"edit":          func(t *rapid.T) { r.change(t, 'e', night.Update) },
			"typo":          func(t *rapid.T) { r.change(t, 't', night.Minor) },
			"correct":       func(t *rapid.T) { r.change(t, 'c', night.Correction) },
			"leave":         func(*rapid.T) { r.leave() },
			"mark":          r.mark,
			"mark again":    r.mark,
			"version":       r.version,
			"undo":          func(*rapid.T) { r.s.Chord(shell.Ctrl, fyne.KeyU); r.undo() },
			"crash":         r.crash,
			"search":        r.search,
		})
	})
}

// few sets one of rapid's flags for a test whose steps are costly.
func few(t *testing.T, name, value string) {
	t.Helper()
	f := flag.Lookup(name)
	was := f.Value.String()
	uitest.Must(t, f.Value.Set(value))
	t.Cleanup(func() { _ = f.Value.Set(was) })
}
