package ui

import (
	"fmt"
	"image/color"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"nightdesk/ui/uitest"
)

// nothingCut fails where a line of text is wider than the place it has, or
// where a button, a cell or a text lies outside the window. What scrolls is
// left out of the second.
func nothingCut(t *testing.T, s *screen, when string) {
	t.Helper()
	nothingCutIn(t, s, s.Win.Canvas().Content(), when)
}

// nothingCutIn is the same of what fills the window: its content, or a view
// over it.
func nothingCutIn(t *testing.T, s *screen, in fyne.CanvasObject, when string) {
	t.Helper()
	size := s.Win.Canvas().Size()
	var visit func(o fyne.CanvasObject, at fyne.Position, scrolls bool)
	visit = func(o fyne.CanvasObject, at fyne.Position, scrolls bool) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		name := ""
		switch o := o.(type) {
		case *kit.Text:
			name = o.Words()
		case *kit.Button:
			name = o.Words
		case *kit.VoteCell:
			name = "a cell"
		}
		if name != "" {
			if m := o.MinSize(); m.Width > o.Size().Width+1 {
				t.Errorf("%s: %q has %.0f of %.0f units", when, name, o.Size().Width, m.Width)
			}
			if end := at.Add(o.Size()); !scrolls && (at.X < -5 || at.Y < -1 || end.X > size.Width+1 || end.Y > size.Height+1) {
				t.Errorf("%s: %q lies at %v–%v outside %v", when, name, at, end, size)
			}
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				visit(c, at, scrolls)
			}
		case *container.Scroll:
			visit(o.Content, at, true)
		case *kit.Button, *kit.Text:
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				visit(c, at, scrolls)
			}
		}
	}
	visit(in, fyne.Position{}, false)
}

func TestNothingIsCut(t *testing.T) {
	for name, path := range map[string]string{
		"counting": uitest.KeyedNight(t),
		"declared": uitest.DeclaredNight(t, func(n *night.Night, author string) {
			uitest.Post(t, n, author, "A kicker as long as kickers may well be in a long night", "The hall fills.")
		}),
	} {
		for _, size := range []fyne.Size{{Width: 1366, Height: 740}, {Width: 1050, Height: 590}, {Width: 1024, Height: 700}, {Width: 1920, Height: 1080}} {
			s := newScreen(t, size.Width, size.Height)
			s.opens(path)
			when := fmt.Sprintf("%s at %.0f×%.0f", name, size.Width, size.Height)
			nothingCut(t, s, when+", the blog")
			s.Chord(shell.Ctrl, fyne.KeyT)
			nothingCut(t, s, when+", an entry selected")
			s.showHalf(countHalf)
			nothingCut(t, s, when+", the count")
			s.Chord(shell.CtrlShift, fyne.KeyD)
			nothingCut(t, s, when+", declaring")
			s.Chord(shell.Ctrl, fyne.Key3)
			nothingCut(t, s, when+", charts")
			s.Chord(shell.Ctrl, fyne.Key4)
			s.looked()
			nothingCut(t, s, when+", hand-over")
			s.end()
		}
	}
}

// timeOfDay is what the clock at the head of the window says.
var timeOfDay = regexp.MustCompile(`^\d\d:\d\d [A-Z]+$`)

// A name that fills the head of a narrow window would leave the night without
// its title, and the entry at hand without the time that it tells of.
func TestALongNameLeavesRoomForTheRest(t *testing.T) {
	path := uitest.NightOf(t, nil)
	s := newScreen(t, 1024, 700)
	s.opens(path)
	s.showHalf(blogHalf)
	s.AskAuthor(nil)
	s.Types("Wilhelmina-Alexandra Featherstonehaugh-Cholmondeley-Marjoribanks\n")
	s.Settle()
	uitest.Has(t, "who writes", uitest.Words(s.Head()), "Writing as Wilhelmina")
	var title, clock *kit.Text
	var other *kit.Button
	uitest.See(s.Head(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			if title == nil {
				title = o
			} else if timeOfDay.MatchString(o.Words()) {
				clock = o
			}
		case *kit.Button:
			if strings.HasSuffix(o.Words, "F6") {
				other = o
			}
		}
	})
	if has := title.Size().Width; has < 150 {
		t.Errorf("the title has %.0f units", has)
	}
	if left, right := other.Position().X+other.Size().Width, clock.Position().X; right < left {
		t.Errorf("the clock begins at %.0f, under a button that ends at %.0f", right, left)
	}
	s.Focus(s.composer.text)
	s.Types("She came.")
	s.composer.setByline([]string{s.Night.Authors[0].ID, s.Night.Author}, 1620342000000)
	uitest.Has(t, "composer", s.composer.who.Words(), "at 12.00am on Friday 7 May, by Ada Reporter and Wilhelmina")
	s.Chord(shell.Ctrl, fyne.KeyReturn)
	s.Published(1)
	if w := fyne.MeasureText("of 26 Nov 12.50am", kit.SmallSize, fyne.TextStyle{}).Width; w > entryStatusWidth {
		t.Errorf("the time of an event is %.0f units wide", w)
	}
	nothingCut(t, s, "a long name")
}

func TestNarrowWindowShowsOneHalf(t *testing.T) {
	s := newScreen(t, 1050, 590)
	s.opens(uitest.NightOf(t, nil))
	halves := func() (count, blog bool) {
		return s.desk.halves.Objects[0].Visible(), s.desk.halves.Objects[2].Visible()
	}
	inCount, inBlog := halves()
	if inCount == inBlog {
		t.Fatalf("the count is visible: %v, the blog: %v; want one of them", inCount, inBlog)
	}
	s.Chord(shell.Ctrl, fyne.KeyTab)
	c, b := halves()
	uitest.Equal(t, "count after Ctrl+Tab", c, !inCount)
	uitest.Equal(t, "blog after Ctrl+Tab", b, !inBlog)
	s.Keys(fyne.KeyF6)
	c, b = halves()
	uitest.Equal(t, "count after F6", c, inCount)
	uitest.Equal(t, "blog after F6", b, inBlog)
	uitest.Equal(t, "the way to the other half", strings.Contains(uitest.Words(s.Head()), "  F6"), true)
	s.showHalf(countHalf)
	s.Chord(shell.Ctrl, fyne.KeyTab)
	uitest.Equal(t, "focus in the blog", s.Win.Canvas().Focused() == fyne.Focusable(s.composer.text), true)
	s.Keys(fyne.KeyF6)
	if _, ok := s.Win.Canvas().Focused().(*kit.VoteCell); !ok {
		t.Error("the focus is in no vote cell of the count")
	}
	s.Win.Resize(fyne.NewSize(1366, 740))
	c, b = halves()
	uitest.Equal(t, "both in a wide window", c && b, true)
	uitest.Equal(t, "the way to the other half", strings.Contains(uitest.Words(s.Head()), "  F6"), false)
}

// On a screen of 1366×768 the system's bars and the menu leave about 690.
func TestSixteenCandidatesFit(t *testing.T) {
	for _, path := range []string{uitest.NightOf(t, nil), uitest.KeyedNight(t), uitest.DeclaredNight(t, nil)} {
		s := newScreen(t, 1366, 690)
		s.opens(path)
		content, room := s.count.list.MinSize().Height, s.count.scroll.Size().Height
		if content > room+0.5 {
			t.Errorf("%s: sixteen candidates need %.0f units and have %.0f", s.count.contest.State, content, room)
		}
		for i, r := range s.count.rows {
			if h := r.box.Size().Height; h < 24 {
				t.Errorf("%s: row %d is %.1f high, want 24 at least", s.count.contest.State, i, h)
			}
		}
		s.end()
	}
}

// After a change of theme nothing on the screen keeps a colour of the other.
func TestThemeReachesEverything(t *testing.T) {
	s := at(t, uitest.KeyedNight(t))
	inks := func(mode kit.Mode) map[color.NRGBA]fyne.ThemeColorName {
		out := map[color.NRGBA]fyne.ThemeColorName{}
		for _, role := range []fyne.ThemeColorName{kit.Ground, kit.Panel, kit.Field, kit.Selected, kit.Line, kit.Ink, kit.Quiet, kit.Focus} {
			out[color.NRGBAModel.Convert(kit.Theme{Mode: mode}.Color(role, 0)).(color.NRGBA)] = role
		}
		return out
	}
	modes := []kit.Mode{kit.Light, kit.Dark}
	for i := range 2 {
		old, now := inks(modes[i]), inks(modes[1-i])
		s.App.Preferences().SetString(modeKey, string(modes[i]))
		if i == 0 {
			s.nextMode()
		} else {
			s.nextMode() // dark to the system's
			s.App.Settings().SetTheme(kit.Theme{Mode: kit.Light})
		}
		seen := 0
		check := func(c color.Color, what string) {
			if c == nil {
				return
			}
			n := color.NRGBAModel.Convert(c).(color.NRGBA)
			if _, ok := now[n]; ok {
				seen++
			} else if role, ok := old[n]; ok {
				t.Errorf("in %s mode %s has the other mode's %s", modes[1-i], what, role)
			}
		}
		uitest.See(s.Win.Canvas().Content(), func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *canvas.Text:
				check(o.Color, fmt.Sprintf("the text %q", o.Text))
			case *canvas.Rectangle:
				check(o.FillColor, "a rectangle")
				if o.StrokeWidth > 0 {
					check(o.StrokeColor, "an edge")
				}
			}
		})
		if seen < 50 {
			t.Errorf("only %d colours of the theme were seen", seen)
		}
	}
}
