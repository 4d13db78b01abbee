package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/uitest"
)

// optionsOn are the lines of options of the sheet that is open, by their
// label.
func (s *screen) optionsOn() map[string]*kit.Options {
	s.t.Helper()
	found, label := map[string]*kit.Options{}, ""
	uitest.See(s.Above(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			label = o.Words()
		case *kit.Options:
			found[label] = o
		}
	})
	return found
}

// tabsTo goes on by Tab to the button with the words, and presses it.
func (s *screen) tabsTo(words string) {
	s.t.Helper()
	for range 20 {
		if b, ok := s.Win.Canvas().Focused().(*kit.Button); ok && b.Words == words {
			s.Keys(fyne.KeyReturn)
			return
		}
		s.Keys(fyne.KeyTab)
	}
	s.t.Fatalf("Tab leads to no button %q", words)
}

// Everything that a profile says is chosen by keys.
func TestAProfileIsMadeByKeys(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.Types("m")
	s.Types("The Mail’s wire\nnight editor")
	s.Keys(fyne.KeyTab)
	s.Keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight) // to text
	seen := s.optionsOn()
	for label, want := range map[string]bool{"Order": true, "Times": true, "Characters": true, "Pictures": false, "Headings": false, "Charts": false, "Anchors": false} {
		if (seen[label] != nil) != want {
			t.Errorf("text offers %s: %v", label, !want)
		}
	}
	s.Keys(fyne.KeyDown, fyne.KeyRight, fyne.KeyRight) // oldest on top
	s.Keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight)  // past the times
	s.Keys(fyne.KeyReturn)
	s.Until("the profile", func() bool { return len(s.Night.Profiles) == 1 })
	p := s.Night.Profiles[0]
	id := p.ID
	p.ID = ""
	uitest.Equal(t, "the profile", p, blog.Profile{Name: "The Mail’s wire", To: "night editor", Form: "text", Order: blog.OldestOnTop, ASCII: true})
	s.looked()
	uitest.Equal(t, "it is at hand", s.handOver.way().profile.ID, id)
	uitest.Has(t, "the screen", uitest.Words(s.handOver.root), "Plain text · oldest on top · ASCII only · for night editor")

	s.Types("e")
	s.Keys(fyne.KeyTab, fyne.KeyTab)
	s.Keys(fyne.KeyLeft) // to Markdown
	s.Keys(fyne.KeyReturn)
	s.Until("the form is another", func() bool { return s.Night.Profiles[0].Form == "markdown" })
	uitest.Equal(t, "profiles", len(s.Night.Profiles), 1)

	s.Types("e")
	s.tabsTo("Remove it")
	s.Until("it is gone", func() bool { return len(s.Night.Profiles) == 0 })
	uitest.HasNot(t, "the list", uitest.Words(s.handOver.list), "The Mail’s wire")
}

func TestABuiltInProfileIsChangedAndComesBack(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.way("HTML fragment")
	s.Types("e")
	if s.optionsOn()["Headings"].Chosen() != 0 {
		t.Error("a built-in profile does not begin as usual")
	}
	uitest.HasNot(t, "a built-in sheet", uitest.Words(s.Above()), "As it was built in")
	s.Keys(fyne.KeyTab, fyne.KeyTab, fyne.KeyDown, fyne.KeyDown)
	s.Keys(fyne.KeyRight) // headings of level 2
	s.Keys(fyne.KeyReturn)
	s.Until("the desk’s own", func() bool { return len(s.Night.Profiles) == 1 })
	s.looked()
	uitest.Equal(t, "its id", s.Night.Profiles[0].ID, "fragment")
	uitest.Equal(t, "ways", len(s.handOver.ways), len(builtIn)+3)
	s.Types("c")
	s.Until("it is copied", func() bool { return strings.Contains(s.Told(), "Copied") })
	uitest.Has(t, "the clipboard", clipboard(), "<h2>Doors open")

	s.Types("e")
	s.tabsTo("As it was built in")
	s.Until("it is as it was", func() bool { return len(s.Night.Profiles) == 0 })
	uitest.Equal(t, "ways", len(s.handOver.ways), len(builtIn)+3)
}

func TestAProfileWithoutANameOrWithATakenOneIsRefused(t *testing.T) {
	s := twoPosts(t)
	s.handsOver()
	s.Types("m")
	s.Keys(fyne.KeyReturn, fyne.KeyReturn)
	uitest.Has(t, "the sheet", uitest.Words(s.Above()), "Give it a name")
	s.Keys(fyne.KeyEscape)
	s.Types("m")
	s.Types("Wire text\n\n")
	uitest.Has(t, "the sheet", uitest.Words(s.Above()), "already")
	s.Keys(fyne.KeyEscape)
	uitest.Equal(t, "profiles", len(s.Night.Profiles), 0)
}

// Every form of the blog can be taken by a built-in profile and chosen for the
// desk's own, and every value of every choice is written.
func TestProfilesKnowEveryForm(t *testing.T) {
	offered, built := map[string]bool{}, map[string]bool{}
	for _, f := range profileForms {
		offered[string(f)] = true
	}
	for _, p := range builtIn {
		built[p.Form] = true
	}
	for _, f := range publish.Forms {
		if !f.OfResults() && (!offered[string(f)] || !built[string(f)]) {
			t.Errorf("nobody takes the form %s", f)
		}
	}
	e := blog.Edition{Details: blog.Details{Title: "T", Zone: "UTC"}, Entries: []blog.Entry{{ID: "e1", Text: "Café", Published: 1, Updated: 1}}}
	for _, f := range profileForms {
		usual := blog.Profile{Name: "x", Form: string(f)}
		for _, c := range profileChoices {
			if !f.Knows(c.choice) {
				continue
			}
			for i := range c.values {
				p := usual
				c.set(&p, i)
				uitest.Equal(t, c.label, c.get(p), i)
				if _, err := publish.Export(e, publish.Form(p.Form), publish.ForProfile(p)); err != nil {
					t.Errorf("%s, %s %s: %v", f, c.label, c.values[i].words, err)
				}
			}
		}
	}
}
