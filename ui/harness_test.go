package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// The test driver runs what other goroutines hand to fyne.Do on those
// goroutines. A window runs it on its own, one after another, and so do these
// tests: what is handed over waits until the test takes it. With -race that
// also proves that nothing touches the window from elsewhere.
type turns struct {
	fyne.Driver
	mu      sync.Mutex
	waiting []func()
	more    chan struct{} // holds one where something waits
}

func (t *turns) DoFromGoroutine(f func(), wait bool) {
	done := make(chan struct{})
	t.mu.Lock()
	t.waiting = append(t.waiting, func() { f(); close(done) })
	t.mu.Unlock()
	select {
	case t.more <- struct{}{}:
	default:
	}
	if wait {
		<-done
	}
}

// take runs what waits, and what that leads to.
func (t *turns) take() {
	for {
		t.mu.Lock()
		waiting := t.waiting
		t.waiting = nil
		t.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		for _, f := range waiting {
			f()
		}
	}
}

// testApp is Fyne's test app with the driver above.
type testApp struct {
	fyne.App
	driver *turns
	quits  int // how often it was asked to quit
}

func (a *testApp) Quit() { a.quits++ }

func (a *testApp) Driver() fyne.Driver { return a.driver }

// patience is how long a test waits for something that must happen. It is
// long since nothing waits it out but a failure.
const patience = 30 * time.Second

// screen is a window without a display, and a user at it.
type screen struct {
	*Window
	t     testing.TB
	turns *turns
}

// openedWith is what a test's windows open nights with.
var openedWith model.Options

// newScreen makes a window of the given size, for a user whose home is empty.
func newScreen(t testing.TB, width, height float32) *screen {
	t.Helper()
	app := &testApp{App: test.NewApp()}
	app.driver = &turns{Driver: app.App.Driver(), more: make(chan struct{}, 1)}
	fyne.SetCurrentApp(app)
	app.Preferences().SetString(modeKey, string(kit.Light))
	app.Preferences().SetFloat(widthKey, float64(width))
	app.Preferences().SetFloat(heightKey, float64(height))
	win := app.NewWindow("Nightdesk")
	s := &screen{create(app, win, openedWith), t, app.driver}
	t.Cleanup(s.end)
	return s
}

// home gives the user of a test a home of their own.
func home(t testing.TB) {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LocalAppData"} {
		t.Setenv(name, folder)
	}
}

// end closes what is open, as a crash would: nothing is committed first.
func (s *screen) end() {
	if s.Night != nil {
		d := s.Night
		s.End()
		_ = d.Close() // a test may have closed the night underneath
	}
}

// at opens a night in a window of the usual size.
func at(t testing.TB, path string) *screen {
	t.Helper()
	s := newScreen(t, 1366, 740)
	s.opens(path)
	return s
}

func (s *screen) opens(path string) {
	s.t.Helper()
	s.Open(path)
	s.until("the night is open", func() bool { return s.Night != nil && !s.opening })
	s.settle()
}

// until takes the window's turns until something holds.
func (s *screen) until(what string, holds func() bool) {
	s.t.Helper()
	deadline := time.After(patience)
	// What only the night knows of, a draft say, brings no turn of its own.
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	for {
		s.turns.take()
		if holds() {
			return
		}
		select {
		case <-s.turns.more:
		case <-look.C:
		case <-deadline:
			s.t.Fatalf("waited in vain until %s. The window says %q", what, s.told())
		}
	}
}

// settle waits until the desk has done what it was asked to and what that led
// to.
func (s *screen) settle() {
	s.t.Helper()
	for range 3 {
		done := false
		s.Night.Ask(func(*night.Night) error { return nil }, func(error) { done = true })
		s.until("the desk is at rest", func() bool { return done })
	}
}

// types types into what has the focus.
func (s *screen) types(text string) {
	s.t.Helper()
	for _, r := range text {
		at := s.Win.Canvas().Focused()
		if at == nil {
			s.t.Fatalf("%q is typed and nothing has the focus", text)
		}
		if r == '\n' {
			at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		at.TypedRune(r)
	}
}

// keys presses keys as a window passes them on.
func (s *screen) keys(names ...fyne.KeyName) {
	for _, name := range names {
		at := s.Win.Canvas().Focused()
		tabs, ok := at.(fyne.Tabbable)
		switch {
		case name == fyne.KeyTab && !(ok && tabs.AcceptsTab()):
			s.Win.Canvas().FocusNext()
		case at != nil:
			at.TypedKey(&fyne.KeyEvent{Name: name})
		case s.Win.Canvas().OnTypedKey() != nil:
			s.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
		}
	}
}

// chord presses the keys of a command of the main menu.
func (s *screen) chord(mod fyne.KeyModifier, key fyne.KeyName) {
	s.t.Helper()
	want := (&desktop.CustomShortcut{KeyName: key, Modifier: mod}).ShortcutName()
	for _, menu := range s.Win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == want {
				item.Action()
				return
			}
		}
	}
	s.t.Fatalf("no command has the key %s", want)
}

// taps clicks the button with the given words that can be seen.
func (s *screen) taps(words string) {
	s.t.Helper()
	var found *kit.Button
	see(s.Win.Canvas().Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*kit.Button); ok && strings.HasPrefix(b.Words, words) {
			found = b
		}
	})
	if found == nil {
		s.t.Fatalf("there is no button %q", words)
	}
	test.Tap(found)
}

// says fails unless the bar at the foot of the window says the words.
func (s *screen) says(words string) {
	s.t.Helper()
	if !s.tells() || !strings.Contains(s.told(), words) {
		s.t.Errorf("the window says %q (visible: %v), want %q", s.told(), s.tells(), words)
	}
}

// foot is the bar at the foot of the window, and its words.
func (s *screen) foot() (*fyne.Container, *widget.Label) {
	content := s.Win.Canvas().Content().(*fyne.Container)
	bar := content.Objects[len(content.Objects)-1].(*fyne.Container).Objects[0].(*fyne.Container)
	for _, o := range bar.Objects {
		if words, ok := o.(*widget.Label); ok {
			return bar, words
		}
	}
	s.t.Fatal("nothing is ever told at the foot of the window")
	return nil, nil
}

// told is what was told last at the foot of the window.
func (s *screen) told() string { _, words := s.foot(); return words.Text }

// tells reports whether it is seen.
func (s *screen) tells() bool { bar, _ := s.foot(); return bar.Visible() }

// head is the head of the window, while a night is open.
func (s *screen) head() *fyne.Container {
	return s.Win.Canvas().Content().(*fyne.Container).Objects[1].(*fyne.Container).Objects[0].(*fyne.Container)
}

// above is what lies over the window, nil where nothing does.
func (s *screen) above() fyne.CanvasObject { return s.Win.Canvas().Overlays().Top() }

// menuCommands are the commands that have a menu.
func menuCommands(sh *shell.Shell) []shell.Command {
	return slices.DeleteFunc(slices.Clone(sh.Commands()), func(c shell.Command) bool { return c.Menu == "" })
}

// see visits an object and everything in it that can be seen.
func see(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			see(c, visit)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			see(c, visit)
		}
	}
}

// words is everything that can be read in an object.
func words(o fyne.CanvasObject) string {
	var b strings.Builder
	see(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *kit.Text:
			b.WriteString(o.Words() + "\n")
		case *widget.Label:
			b.WriteString(o.Text + "\n")
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		}
	})
	return b.String()
}

// unwrapped is what can be read in an object as one line, however it was
// wrapped.
func unwrapped(o fyne.CanvasObject) string {
	var all []string
	see(o, func(o fyne.CanvasObject) {
		if t, ok := o.(*kit.Text); ok {
			all = append(all, t.Words())
		}
	})
	return strings.Join(all, " ")
}

// richText is the running text of an object.
func richText(o fyne.CanvasObject) string {
	var b strings.Builder
	see(o, func(o fyne.CanvasObject) {
		if r, ok := o.(*widget.RichText); ok {
			b.WriteString(r.String() + "\n")
		}
	})
	return b.String()
}

func has(t testing.TB, what, text, want string) {
	t.Helper()
	if !strings.Contains(text, want) {
		t.Errorf("%s: got %q, want it to say %q", what, text, want)
	}
}

func hasNot(t testing.TB, what, text, unwanted string) {
	t.Helper()
	if strings.Contains(text, unwanted) {
		t.Errorf("%s: got %q, which says %q", what, text, unwanted)
	}
}

func equal[T comparable](t testing.TB, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// hartlepool is the by-election of 6 May 2021 as the sample has it, with its
// votes and what it is compared with.
func hartlepool(t testing.TB) election.Contest {
	t.Helper()
	read := func(name string, m intake.Mode) intake.Found {
		data, err := os.ReadFile(filepath.Join("..", "assets", "sample", name))
		must(t, err)
		found, err := intake.Read([]intake.Source{{Name: name, Data: strings.NewReader(string(data))}}, m)
		must(t, err)
		return found
	}
	found := read("hartlepool-2021.csv", intake.Results)
	told := intake.BaselinesFor(found.Contests, read("hartlepool-2019.csv", intake.AsBaseline), "2019 general election")
	if len(found.Contests) != 1 || len(told) != 1 || len(found.Contests[0].Candidates) != 16 {
		t.Fatalf("the sample's files give %d contests, %d with a baseline", len(found.Contests), len(told))
	}
	c := found.Contests[0]
	c.Baselines = told[0].Baselines
	c.State, c.Revision, c.Declared = election.NotStarted, 0, 0
	c.Kind, c.Seats = election.Parliamentary, 1 // which its file does not say
	return c
}

// uncounted is the contest before any vote is known.
func uncounted(t testing.TB) election.Contest {
	t.Helper()
	return unkeyed(hartlepool(t))
}

// unkeyed is a contest without its votes and papers.
func unkeyed(c election.Contest) election.Contest {
	c.Rejected, c.Verified = election.Count{}, election.Count{}
	c.Candidates = append([]election.Candidate(nil), c.Candidates...)
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Count{}
	}
	return c
}

// keyedNight is a night whose count is keyed and balances and is not declared.
func keyedNight(t testing.TB) string {
	t.Helper()
	return nightOf(t, func(n *night.Night, author string) { keyAll(t, n, author) })
}

// keyAll keys all votes and papers of the night's contest.
func keyAll(t testing.TB, n *night.Night, author string) {
	t.Helper()
	full := hartlepool(t)
	c := onlyContest(t, n)
	for i, k := range full.Candidates {
		must(t, n.KeyVotes(author, c.ID, c.Candidates[i].ID, k.Votes))
	}
	must(t, n.KeyPapers(author, c.ID, night.Papers{Electorate: full.Electorate, Rejected: election.Of(182), Verified: election.Of(30115)}))
}

// declaredNight is a night whose contest is declared.
func declaredNight(t testing.TB, more func(*night.Night, string)) string {
	t.Helper()
	return nightOf(t, func(n *night.Night, author string) {
		keyAll(t, n, author)
		c := onlyContest(t, n)
		for _, k := range election.Checks(c) {
			if k.Open() && k.Level == election.Warning {
				must(t, n.AnswerCheck(author, c.ID, election.Answer{Code: k.Code, Figures: k.Figures}))
			}
		}
		must(t, n.Declare(author, c.ID))
		if more != nil {
			more(n, author)
		}
	})
}

// nightOf makes a night with an author and the contest, before any vote, and
// with what is put into it besides.
func nightOf(t testing.TB, put func(n *night.Night, author string)) string {
	t.Helper()
	return nightWith(t, []election.Contest{uncounted(t)}, put)
}

// nightWith makes a night with an author and some contests, and with what is
// put into it besides.
func nightWith(t testing.TB, contests []election.Contest, put func(n *night.Night, author string)) string {
	t.Helper()
	home(t)
	path := filepath.Join(t.TempDir(), "hartlepool.night")
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Headline: "Hartlepool by-election", Zone: "Europe/London"}, night.Options{})
	must(t, err)
	author, err := n.AddAuthor("", blog.Author{Name: "Ada Reporter", Initials: "AR"})
	must(t, err)
	must(t, n.PutContests(author, "", contests))
	if put != nil {
		put(n, author)
	}
	must(t, n.Close())
	return path
}

func onlyContest(t testing.TB, n *night.Night) election.Contest {
	t.Helper()
	contests, err := n.Contests()
	must(t, err)
	if len(contests) != 1 {
		t.Fatalf("%d contests, want 1", len(contests))
	}
	return contests[0]
}

// post puts an entry into a night.
func post(t testing.TB, n *night.Night, author, kicker, text string) blog.Entry {
	t.Helper()
	e, err := n.Publish(author, blog.Entry{Kicker: kicker, Text: text})
	must(t, err)
	return e
}

// inNight is the contest as the file has it.
func (s *screen) inNight() election.Contest {
	s.t.Helper()
	return onlyContest(s.t, s.Night.File)
}

// votes are those of a candidate as the file has them, "–" where unknown.
func (s *screen) votes(surname string) string {
	s.t.Helper()
	for _, k := range s.inNight().Candidates {
		if k.Surname == surname {
			return k.Votes.String()
		}
	}
	s.t.Fatalf("nobody is called %s", surname)
	return ""
}

// row is a candidate's line on the desk.
func (s *screen) row(surname string) *countRow {
	s.t.Helper()
	for _, r := range s.count.rows {
		if k, ok := s.count.contest.Candidate(r.candidate); ok && k.Surname == surname {
			return r
		}
	}
	s.t.Fatalf("nobody on the desk is called %s", surname)
	return nil
}

// entries are all entries as the file has them, the newest first.
func (s *screen) entries() []blog.Entry {
	s.t.Helper()
	entries, err := s.Night.File.Entries()
	must(s.t, err)
	return entries
}

// drafts are those of a group as the file has them, by field.
func (s *screen) draftsOf(group string) map[string]night.Draft {
	s.t.Helper()
	kept, err := s.Night.File.Drafts()
	must(s.t, err)
	out := map[string]night.Draft{}
	for _, d := range kept {
		if d.Group == group {
			out[d.Field] = d
		}
	}
	return out
}
