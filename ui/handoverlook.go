package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"

	"fyne.io/fyne/v2"
)

// look looks, away from the window, at what is public now and what the way at
// hand would take of it. One look is taken at a time; what came meanwhile is
// looked at after it.
func (s *handOverScreen) look() {
	if !s.window.Showing(s.window.handOver) {
		return
	}
	s.looks.Run(func() func() func() {
		s.stale = false
		e, ways, y, whole := s.open.Edition(), s.ways, s.way(), s.whole
		return func() func() {
			l := lookAt(e, ways)
			if news, ok := l.news[y.profile.ID]; !ok || len(news) == 0 {
				whole = true // there is nothing new to look at
			}
			d := demand{way: y, whole: whole, name: "preview"}
			t, err := prepare(e, d, s.open.Picture)
			var kept []keptBlock
			if err == nil {
				kept, err = keptBy(e, d, t, s.open.Picture)
			}
			return func() {
				if s.window.Night != s.open {
					return
				}
				s.seen = l
				s.list.Refresh()
				if s.way().profile.ID == y.profile.ID {
					s.looked(t, kept, err)
				}
			}
		}
	})
}

// seen is what is public, and what those who were handed it lack of that.
type seen struct {
	items []blog.Item
	news  map[string][]publish.Change // by id of the way, of those who were handed anything
}

// lookAt works out what was seen of an edition.
func lookAt(e blog.Edition, ways []way) seen {
	l := seen{publish.Items(e), map[string][]publish.Change{}}
	for _, y := range ways {
		if given := y.receiver().Given(e); !y.results && len(given.Items) > 0 {
			l.news[y.profile.ID] = publish.Delta(l.items, given).All
		}
	}
	return l
}

// looked shows what the way at hand takes.
func (s *handOverScreen) looked(t taking, kept []keptBlock, err error) {
	s.ready = t
	s.showWay()
	if err != nil {
		s.showFindings([]publish.Finding{{Problem: blog.Problem{Level: election.Error, Text: model.Sentence(err)}}})
		s.kept.show(nil)
		return
	}
	s.showFindings(t.findings)
	s.kept.show(kept)
}

// showWay shows the way at hand and how much it takes.
func (s *handOverScreen) showWay() {
	p, y := &s.parts, s.way()
	p.title.SetText(y.profile.Name)
	p.words.SetText(y.words())
	p.last.SetText(s.lastWords(y))
	p.rehearsal.Hidden = !s.open.Details.Rehearsal
	reads := s.open.ReadOnly != ""
	p.edit.Hidden, p.add.Hidden = reads || y.results, reads
	p.liveEdit.Hidden, p.live.Hidden = reads, reads // another desk may keep one
	p.whole.box.Hidden = reads || y.results
	p.news.box.Hidden = reads || y.alwaysWhole()
	news, had := s.seen.news[y.profile.ID]
	words := newsWords(news)
	switch {
	case s.seen.news == nil:
		words = "…"
	case !had:
		words = "everything, for the first time"
	case words == "":
		words = "nothing since the last time"
	}
	p.news.words.SetText(words)
	p.whole.words.SetText(itemWords(s.seen.items, true))
	p.copy.words.SetText("just for a look")
	p.copy.name.SetText("Not for the ledger")
	switch {
	case y.results:
		p.copy.name.SetText("All results")
		p.copy.words.SetText("")
	case reads: // and nothing can be put into the ledger
		p.copy.name.SetText("All of it")
		p.copy.words.SetText(itemWords(s.seen.items, true))
	}
	p.copy.buttons[0].Hidden = y.form().Extension() != ".html"
	whole := s.ready.whole
	p.ofNews.Hidden = y.alwaysWhole() || len(news) == 0
	p.ofWhole.Hidden = p.ofNews.Hidden
	p.ofNews.SetChosen(!whole)
	p.ofWhole.SetChosen(whole)
	p.ofNews.SetWords("What is new")
	p.ofWhole.SetWords("All  V")
	if whole {
		p.ofNews.SetWords("What is new  V")
		p.ofWhole.SetWords("All")
	}
	p.keeps.SetText(y.form().Preview())
	s.root.Refresh()
}

// lastWords say when a way was last taken, by whom and how much.
func (s *handOverScreen) lastWords(y way) string {
	if y.results {
		return ""
	}
	for i := len(s.open.Handed) - 1; i >= 0; i-- {
		h := s.open.Handed[i]
		if model.ReceiverOf(h) == y.receiver() && h.Rehearsal == s.open.Details.Rehearsal {
			words := "Last handed over " + blog.Clock(h.When, s.open.Zone) + " by " + s.open.AuthorName(h.Author) + ": "
			if h.Whole {
				words += "all, "
			}
			return words + itemWords(h.Items, h.Whole) + "."
		}
	}
	return "Not handed over yet."
}

// previewOf shows the preview of all, or of what is new.
func (s *handOverScreen) previewOf(whole bool) {
	s.whole = whole
	s.look()
}

// otherPreview turns from the preview of all to that of what is new and back.
func (s *handOverScreen) otherPreview() {
	switch y := s.way(); {
	case y.alwaysWhole():
		s.window.Say("This is always all of it.")
	case len(s.seen.news[y.profile.ID]) == 0:
		s.window.Say("Nothing is new since the last time: this is all.")
	default:
		s.previewOf(!s.ready.whole)
	}
}

// showFindings says what was found against the taking.
func (s *handOverScreen) showFindings(all []publish.Finding) {
	s.ready.findings = all
	mark := "✓"
	var more []fyne.CanvasObject
	words := findingWords(all)
	if len(all) > 0 {
		mark = "!"
		words += " " + all[0].Text
		more = append(more, kit.NewButton("Read…  R", kit.Outlined, func() { s.typed('r') }))
	}
	s.parts.proof.Hidden = s.way().results && len(all) == 0
	line := kit.Marked(mark, words, more...)
	objects := []fyne.CanvasObject{kit.Inset(line, 2, 8, 2, 4)}
	if len(all) > 0 {
		objects = append([]fyne.CanvasObject{kit.NewBox(kit.Warn).Rounded()}, objects...)
	}
	s.parts.proof.Objects = objects
	s.parts.proof.Refresh()
	s.root.Refresh()
}

// readFindings lists what was found against the taking; the one chosen leads to
// its entry.
func (s *handOverScreen) readFindings() {
	var choices []kit.Choice
	for _, f := range s.ready.findings {
		aside := ""
		for _, e := range s.open.Entries {
			if e.ID == f.Entry {
				aside = blog.Clock(e.Published, s.open.Zone) + "  " + e.Kicker
			}
		}
		choices = append(choices, kit.Choice{Words: f.Text, Aside: aside, Do: func() { s.window.blog.goTo(f.Entry) }})
	}
	if len(choices) == 0 {
		s.window.Say("Nothing stands against it.")
		return
	}
	s.window.Choose("What stands against it\nEnter goes to the entry.", choices)
}

// goTo goes to an entry in the timeline.
func (t *timeline) goTo(entry string) {
	if entry == "" {
		return
	}
	t.find.SetText("")
	t.setFilter(allEntries)
	t.window.focusTimeline()
	for i, e := range t.shown {
		if e.ID == entry {
			t.list.Select(i)
		}
	}
}

// showLive says how the live folder stands.
func (s *handOverScreen) showLive() {
	words, wrong := s.open.LiveWords()
	ink := kit.Quiet
	if wrong {
		ink = kit.WarnInk
	}
	s.parts.live.Set(words, false, ink)
}
