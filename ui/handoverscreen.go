package ui

import (
	"nightdesk/data/blog"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// handOverScreen is where a producer takes the blog: by whom it is taken and
// how, what was found against it, what is new since the last time, what the CMS
// will keep, and the ledger of all that was taken.
type handOverScreen struct {
	window *Window
	open   *model.OpenNight

	list   *kit.List // the ways
	ways   []way
	rows   map[fyne.CanvasObject]*wayRow
	chosen string       // id of the way at hand
	seen   seen         // what is public and what is new of it, as last looked at
	stale  bool         // the night has changed since it was looked at
	looks  model.Single // at what is public and what the way at hand takes of it
	whole  bool         // the preview is of all, by choice
	ready  taking       // what the preview shows
	asked  askedAgainst // what was said to stand against a taking, so that the second press takes it

	ledger *ledgerList
	kept   *keptList
	parts  handOverParts
	root   fyne.CanvasObject
}

// handOverParts are what the right of the screen is made of.
type handOverParts struct {
	title             *kit.Text
	words, last       *kit.Text
	edit, add         *kit.Button
	news, whole, copy *takeRow
	proof             *fyne.Container
	keeps             *kit.Text
	ofNews, ofWhole   *kit.Button
	live              *kit.Text
	liveEdit          *kit.Button
	rehearsal         *kit.Text
}

func newHandOverScreen(w *Window) *handOverScreen {
	s := &handOverScreen{window: w, open: w.Night, rows: map[fyne.CanvasObject]*wayRow{}}
	s.list = kit.NewList(func() fyne.CanvasObject {
		r := newWayRow()
		s.rows[r.box] = r
		return r.box
	}, s.fillWay)
	s.list.Selected = s.selected
	s.list.Typed = s.typed
	s.list.Keyed = s.keyed
	s.list.Over = s.overHeight
	s.ledger = newLedgerList(s)
	s.kept = newKeptList(s)
	s.build()
	s.root = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(700, 400) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			left := max(324, min(size.Width*0.32, 400))
			kit.Put(o[0], 0, 0, left, size.Height)
			kit.Put(o[1], left, 0, 1, size.Height)
			kit.Put(o[2], left+1, 0, size.Width-left-1, size.Height)
		},
	}, s.left(), kit.NewBox(kit.Line), s.right())
	return s
}

// build makes the parts of the right side.
func (s *handOverScreen) build() {
	p := &s.parts
	p.title = kit.NewBold("").Sized(kit.TitleSize).Trim()
	p.words, p.last = kit.NewQuiet("").Trim(), kit.NewQuiet("").Trim()
	p.rehearsal = kit.NewText("A rehearsal: all that leaves it says TEST, and none of it is handed over as real.").As(kit.WarnInk).Trim()
	p.edit = kit.NewButton("Edit profile…  E", kit.Outlined, func() { s.typed('e') })
	p.add = kit.NewButton("New profile…  M", kit.Outlined, func() { s.typed('m') })
	button := func(words string, weight kit.Weight, key rune) *kit.Button {
		return kit.NewButton(words, weight, func() { s.typed(key) })
	}
	p.news = newTakeRow("Take what is new", button("Copy  N", kit.Filled, 'n'), button("Save…  F", kit.Outlined, 'f'))
	p.whole = newTakeRow("Take all", button("Copy  A", kit.Outlined, 'a'), button("Save…  S", kit.Outlined, 's'))
	p.copy = newTakeRow("Not for the ledger", button("In the browser  P", kit.Outlined, 'p'), button("Copy  C", kit.Outlined, 'c'), button("Save…  X", kit.Outlined, 'x'))
	p.proof = container.NewStack()
	p.keeps = kit.NewBold("")
	p.ofNews = kit.NewButton("What is new", kit.Bare, func() { s.previewOf(false) })
	p.ofWhole = kit.NewButton("All", kit.Bare, func() { s.previewOf(true) })
	p.live, p.liveEdit = kit.NewQuiet("").Sized(12).Trim(), kit.NewButton("Live folder…  L", kit.Outlined, func() { s.typed('l') })
}

// left is who takes, over the ledger and the live folder.
func (s *handOverScreen) left() fyne.CanvasObject {
	title, ledger := kit.NewText("Hand-over").Bold().Sized(kit.TitleSize), kit.NewBold("Ledger")
	lines := []fyne.CanvasObject{kit.NewBox(kit.Line), kit.NewBox(kit.Line)}
	objects := []fyne.CanvasObject{title, s.list, lines[0], ledger, s.ledger.list, s.ledger.empty, lines[1], s.parts.liveEdit, s.parts.live}
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, 400) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const head float32 = 52
			foot := float32(64)
			if !s.parts.live.Visible() {
				foot = 0
			}
			room := size.Height - head - foot
			list := min(float32(len(s.ways))*wayHeight+wayGap, room*0.64)
			kit.Put(title, 18, 14, size.Width-36, 26)
			kit.Put(s.list, 8, head, size.Width-16, list)
			y := head + list + 10
			kit.Put(lines[0], 0, y, size.Width, 1)
			kit.Put(ledger, 18, y+6, size.Width-36, 26)
			kit.Put(s.ledger.list, 8, y+34, size.Width-16, max(0, size.Height-foot-y-36))
			kit.Put(s.ledger.empty, 18, y+34, size.Width-36, 20)
			y = size.Height - foot
			kit.Put(lines[1], 0, y, size.Width, 1)
			kit.Put(s.parts.liveEdit, 18, y+8, s.parts.liveEdit.MinSize().Width, 26)
			kit.Put(s.parts.live, 18, y+38, size.Width-36, 20)
		},
	}, objects...)
}

// right is what the way at hand takes.
func (s *handOverScreen) right() fyne.CanvasObject {
	p := &s.parts
	rules := []fyne.CanvasObject{kit.NewBox(kit.Line), kit.NewBox(kit.Line)}
	tabs := kit.Row(16, p.keeps, kit.Row(2, p.ofNews, p.ofWhole))
	objects := []fyne.CanvasObject{p.title, p.edit, p.add, p.words, p.last, p.rehearsal, rules[0], p.news.box, p.whole.box, p.copy.box, p.proof, rules[1], tabs, s.kept.list, s.kept.empty}
	return container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 400) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const x float32 = 20
			width, y := size.Width-2*x, float32(14)
			right := x + width
			for _, b := range []*kit.Button{p.add, p.edit} {
				if b.Visible() {
					wide := b.MinSize().Width
					kit.Put(b, right-wide, y, wide, 26)
					right -= wide + 8
				}
			}
			kit.Put(p.title, x, y, max(0, right-x-8), 26)
			y += 30
			for _, t := range []*kit.Text{p.words, p.last, p.rehearsal} {
				if t.Visible() && t.Words() != "" {
					kit.Put(t, x, y, width, 20)
					y += 21
				}
			}
			y += 9
			kit.Put(rules[0], x, y, width, 1)
			y += 6
			for _, r := range []*takeRow{p.news, p.whole, p.copy} {
				if r.box.Visible() {
					kit.Put(r.box, x, y, width, takeHeight)
					y += takeHeight
				}
			}
			if p.proof.Visible() {
				p.proof.Resize(fyne.NewSize(width, 24))
				proof := p.proof.MinSize().Height
				kit.Put(p.proof, x, y+4, width, proof)
				y += proof + 4
			}
			y += 8
			kit.Put(rules[1], x, y, width, 1)
			kit.Put(tabs, x, y+6, width, 28)
			y += 38
			kit.Put(s.kept.list, x-8, y, width+16, max(0, size.Height-y-8))
			kit.Put(s.kept.empty, x, y, width, 20)
		},
	}, objects...)
}

const takeHeight float32 = 36

// takeRow is one way of taking: its name, how much it is, and the keys.
type takeRow struct {
	box     *fyne.Container
	name    *kit.Text
	words   *kit.Text
	buttons []*kit.Button
}

func newTakeRow(name string, buttons ...*kit.Button) *takeRow {
	r := &takeRow{name: kit.NewBold(name), words: kit.NewQuiet("").Trim(), buttons: buttons}
	objects := []fyne.CanvasObject{r.name, r.words}
	for _, b := range buttons {
		objects = append(objects, b)
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, takeHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			const label float32 = 150
			right := size.Width
			for i := len(buttons) - 1; i >= 0; i-- {
				if b := buttons[i]; b.Visible() {
					w := b.MinSize().Width
					right -= w
					kit.Put(b, right, 5, w, 26)
					right -= 8
				}
			}
			kit.Put(r.name, 0, 0, label, takeHeight)
			// They are set small before they are cut.
			room, at := max(0, right-label-8), kit.BodySize
			if r.words.Sized(at).Wide() > room {
				at = kit.SmallSize
			}
			r.words.Sized(at).Refresh()
			kit.Put(r.words, label, 0, room, takeHeight)
		},
	}, objects...)
	return r
}

// way is the way at hand.
func (s *handOverScreen) way() way {
	i := slices.IndexFunc(s.ways, func(y way) bool { return y.profile.ID == s.chosen })
	return s.ways[max(0, i)]
}

// begin goes to the screen: who took last is at hand, and has the keys.
func (s *handOverScreen) begin() {
	if s.chosen == "" && len(s.open.Handed) > 0 {
		s.chosen = s.open.Handed[len(s.open.Handed)-1].Profile
	}
	s.show()
	s.window.Focus(s.list)
}

// changed takes in that the night is another.
func (s *handOverScreen) changed() {
	s.stale = true
	if s.window.Showing(s.window.handOver) {
		s.show()
	}
}

// show shows the screen anew and looks, away from the window, at what is
// public now.
func (s *handOverScreen) show() {
	s.ways = waysOf(s.open.Profiles)
	s.chosen = s.way().profile.ID
	heights := make([]float32, len(s.ways))
	at := 0
	for i, y := range s.ways {
		heights[i] = wayHeight + s.overHeight(i)
		if y.profile.ID == s.chosen {
			at = i
		}
	}
	s.list.SetRows(heights, at)
	s.ledger.show()
	s.showLive()
	s.showWay()
	s.look()
}

// overWay is what the rows from one on are called.
func (s *handOverScreen) overWay(i int) string {
	if s.ways[i].results && (i == 0 || !s.ways[i-1].results) {
		return "The results alone, as files"
	}
	return ""
}

// overHeight is how much room what stands over row i has.
func (s *handOverScreen) overHeight(i int) float32 {
	if s.overWay(i) == "" {
		return 0
	}
	return wayGap
}

func (s *handOverScreen) fillWay(i int, o fyne.CanvasObject) {
	y := s.ways[i]
	s.rows[o].show(s.overWay(i), y, s.stateOf(y), y.profile.ID == s.chosen)
}

// stateOf says, beside a way that was taken once, how much it lacks.
func (s *handOverScreen) stateOf(y way) string {
	news, had := s.seen.news[y.profile.ID]
	switch {
	case had && len(news) == 0:
		return "✓ has all"
	case y.alwaysWhole() && len(news) > 0:
		return "changed since"
	}
	return newsWords(news)
}

func (s *handOverScreen) selected(i int) {
	if i < 0 || s.ways[i].profile.ID == s.chosen {
		return
	}
	s.chosen, s.whole = s.ways[i].profile.ID, false
	if s.asked != (askedAgainst{}) { // the words are of the way that was left
		s.asked = askedAgainst{}
		s.window.Hush()
	}
	s.list.Refresh()
	s.showWay()
	s.look()
}

// choose brings a way to hand.
func (s *handOverScreen) choose(id string) {
	s.chosen = id
	s.show()
}

// typed takes the keys of the screen, with Shift or Caps Lock too.
func (s *handOverScreen) typed(r rune) {
	y := s.way()
	switch r = unicode.ToLower(r); r {
	case 'n', 'f':
		s.take(false, r == 'f')
	case 'a', 's':
		s.take(true, r == 's')
	case 'p':
		s.inBrowser()
	case 'c':
		s.copyOnly()
	case 'x':
		s.saveOnly()
	case 'v':
		s.otherPreview()
	case 'e':
		if y.results {
			s.window.Say("The results alone have no profile: there is nothing to edit.")
			return
		}
		s.window.editProfile(y.profile)
	case 'm':
		s.window.editProfile(blog.Profile{Form: string(profileForms[0])})
	case 'r':
		s.readFindings()
	case 'l':
		s.window.chooseLive()
	}
}

// keyed takes what the list has no use for: Enter goes to the buttons.
func (s *handOverScreen) keyed(k *fyne.KeyEvent) {
	switch {
	case kit.IsEnter(k) && s.parts.news.box.Visible():
		s.window.Focus(s.parts.news.buttons[0])
	case kit.IsEnter(k):
		s.window.Focus(s.parts.copy.buttons[1])
	case k.Name == fyne.KeyEscape:
		s.window.GoTo(s.window.desk)
	case k.Name == fyne.KeyF6:
		s.window.desk.other()
	}
}
