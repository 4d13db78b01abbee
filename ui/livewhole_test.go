package ui

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/model"
	"nightdesk/ui/uitest"
)

// quick is a pace at which acts hardly rest.
var quick = model.LivePace{Rest: time.Millisecond, Most: 2 * time.Millisecond, Retry: 10 * time.Millisecond, Look: time.Hour}

var named = regexp.MustCompile(`href="(index-\d+\.html)`)

// whole reads a page of a live folder as a reader does who follows every link
// to a page from it.
func whole(folder string) ([]byte, error) {
	head, err := wholePage(folder, "index.html")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, m := range named.FindAllSubmatch(head, -1) {
		names = append(names, string(m[1]))
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if _, err := wholePage(folder, name); err != nil {
			return nil, fmt.Errorf("the head names it: %w", err)
		}
	}
	return head, nil
}

func wholePage(folder, name string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err == nil && (!bytes.HasPrefix(data, []byte("<!DOCTYPE html>")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("</html>"))) {
		err = fmt.Errorf("half a page %s of %d bytes", name, len(data))
	}
	return data, err
}

// A reader polls a live folder as fast as it can.
type reader struct {
	stop  chan struct{}
	seen  chan error
	pages int // how many heads it saw that were not the one before
}

func readerOf(folder string) *reader {
	r := &reader{stop: make(chan struct{}), seen: make(chan error, 1)}
	go func() {
		var last []byte
		for {
			select {
			case <-r.stop:
				r.seen <- nil
				return
			default:
			}
			data, err := whole(folder)
			if err != nil {
				r.seen <- err
				return
			}
			if !bytes.Equal(data, last) {
				last = data
				r.pages++
			}
		}
	}()
	return r
}

// mustBeContent wants the reader to have seen so many pages, and none of them
// half or naming one that was not there.
func (r *reader) mustBeContent(t testing.TB, least int) {
	t.Helper()
	close(r.stop)
	if err := <-r.seen; err != nil {
		t.Fatal(err)
	}
	if r.pages < least {
		t.Errorf("the reader saw %d pages, want %d at least", r.pages, least)
	}
}

// A reader that polls as fast as it can never sees half a page, nor one that
// names a page that is not there, and in the end has the newest.
func TestLiveFolderIsNeverHalfAPage(t *testing.T) {
	s := at(t, uitest.NightOf(t, nil))
	folder := t.TempDir()
	s.kept(folder)
	s.shows(folder, "</html>")
	r := readerOf(folder)
	const acts, batch = 200, 20
	author := s.Night.Author
	for i := range acts {
		s.Night.Act(func(n *night.Night) error {
			_, err := n.Publish(author, blog.Entry{Text: fmt.Sprintf("Entry number %d of the night.", i+1)})
			return err
		}, nil)
		if (i+1)%batch == 0 {
			s.shows(folder, fmt.Sprintf("Entry number %d of", i+1)) // and on it goes
		}
	}
	r.mustBeContent(t, acts/batch)
	mustBeFresh(t, s, folder)
}

// The same over a thousand acts and several numbered pages, without a window.
func TestLiveWriterNeverShowsHalfAPageOverAThousandActs(t *testing.T) {
	folder := t.TempDir()
	current := make(chan model.LiveState, 10_000)
	l := model.NewLiveWriter(folder, model.LivePace{Retry: time.Hour, Look: time.Hour}, time.Now, nil, func(s model.LiveState) { current <- s })
	e := blog.Edition{Details: blog.Details{Title: "A thousand", Zone: "UTC"}, Started: 1}
	l.Want(e)
	uitest.Must(t, (<-current).Err)
	r := readerOf(folder)
	const acts, batch = 1000, 5
	for i := range acts {
		n := model.LiveNews{Entry: blog.Entry{ID: fmt.Sprint("k", i), Text: fmt.Sprintf("Entry number %d of the night.", i+1), Published: int64(i + 1)}}
		switch last := len(e.Entries) - 1; {
		case i%7 == 6: // an old one is corrected
			x := &e.Entries[i/2]
			x.Corrections = []blog.Correction{{When: int64(i), Note: "It was another."}}
			n.Entry = *x
		case i > 0:
			n.Below = e.Entries[last].ID
			fallthrough
		default:
			e.Entries = append(e.Entries, n.Entry)
		}
		l.Follow(n)
		if (i+1)%batch == 0 {
			uitest.Must(t, (<-current).Err)
		}
	}
	l.Close()
	r.mustBeContent(t, acts/batch/2)
	slices.Reverse(e.Entries)
	files, err := publish.Export(e, publish.Page, publish.Options{Name: model.LiveName, Numbered: true})
	uitest.Must(t, err)
	want := map[string][]byte{}
	for _, f := range files {
		want[f.Name] = f.Data
	}
	uitest.Equal(t, "what is wrong with the folder", differs(folder, want), "")
	uitest.Equal(t, "the files", len(files), 1+5)
}

// mustBeFresh wants a live folder to hold what a fresh export of the night
// gives, and nothing else.
func mustBeFresh(t testing.TB, s *screen, folder string) {
	t.Helper()
	var e blog.Edition
	done := false
	s.Night.Ask(func(n *night.Night) (err error) {
		e, err = n.Edition(night.Moment{})
		return err
	}, func(err error) { uitest.Must(t, err); done = true })
	s.Until("the night is read", func() bool { return done })
	files, err := publish.Export(e, publish.Page, publish.Options{Name: model.LiveName, Numbered: true, Pictures: s.Night.Picture})
	uitest.Must(t, err)
	want := map[string][]byte{}
	for _, f := range files {
		want[f.Name] = f.Data
	}
	wrong := ""
	s.Until("the folder is a fresh export", func() bool {
		wrong = differs(folder, want)
		return wrong == "" || s.Night.LiveState.Err != nil
	})
	if wrong != "" {
		t.Fatal(wrong, s.Night.LiveState.Err)
	}
}

// differs says how a folder is not what is wanted of it.
func differs(folder string, want map[string][]byte) (wrong string) {
	left := len(want)
	_ = filepath.WalkDir(folder, func(path string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		data, err := os.ReadFile(path)
		if is, ok := want[filepath.ToSlash(name)]; !ok || !bytes.Equal(data, is) {
			wrong = name + " is not as in a fresh export"
		}
		left--
		return err
	})
	if wrong == "" && left != 0 {
		wrong = fmt.Sprintf("%d files are missing", left)
	}
	return wrong
}

// Whatever the desk does, the folder is a fresh export of the night.
func TestLiveFolderIsAFreshExportAfterAnyStory(t *testing.T) {
	hurried(t, quick)
	for seed := range uint64(2) {
		random := rand.New(rand.NewPCG(seed, 7))
		s := at(t, uitest.KeyedNight(t))
		folder := t.TempDir()
		author := s.Night.Author
		s.Night.Act(func(n *night.Night) error { // a page is about to fill
			for i := range publish.EntriesPerPage - 4 {
				if _, err := n.Publish(author, blog.Entry{Text: fmt.Sprint("Before the night: ", i)}); err != nil {
					return err
				}
			}
			return nil
		}, nil)
		s.kept(folder)
		s.shows(folder, "Before the night")
		for i := range 60 {
			s.actsAnyhow(random, i)
			if i%20 == 19 {
				mustBeFresh(t, s, folder)
			}
		}
		s.end()
		s.Take()
	}
}

// actsAnyhow does one of the things that a desk does. What the night refuses is
// no act.
func (s *screen) actsAnyhow(random *rand.Rand, i int) {
	s.t.Helper()
	author, contest := s.Night.Author, uitest.OnlyContest(s.t, s.Night.File).ID
	x := blog.Entry{ID: "none"}
	if n := len(s.Night.Entries); n > 0 {
		x = s.Night.Entries[random.IntN(min(n, 30+random.IntN(n)))]
	}
	what := random.IntN(16)
	s.Night.Failed = func(error) {}
	s.Night.Act(func(n *night.Night) error {
		switch what {
		case 0:
			x.Text += "\n\nAnd more."
			_, err := n.Edit(author, x, night.EditKind(random.IntN(3)), "It said less.")
			return err
		case 1:
			return n.Withdraw(author, x.ID, "wrong hall")
		case 2:
			return n.Restore(author, x.ID)
		case 3:
			return n.Mark(author, x.ID, !x.Key, "A moment", x.Pinned)
		case 4:
			return n.Mark(author, x.ID, x.Key, "", !x.Pinned)
		case 5, 6:
			_, err := n.Undo(author)
			return err
		case 7:
			d, err := n.Details()
			d.Headline = fmt.Sprint("Headline ", i)
			d.OldestFirst = random.IntN(4) == 0
			if err != nil {
				return err
			}
			return n.SetDetails(author, d)
		case 8:
			return n.Declare(author, contest)
		case 9:
			return n.Tag(author, x.ID, []string{"tea"})
		case 10:
			_, err := n.Publish(author, blog.Entry{Text: "@result Hartlepool"})
			return err
		case 11:
			return n.TakeBack(author, contest, "misheard")
		}
		_, err := n.Publish(author, blog.Entry{Text: fmt.Sprint("Act ", i), Key: random.IntN(4) == 0})
		return err
	}, nil)
	s.Settle()
}

// The order of publication is that of recording, whatever the clock says.
func TestEntryPublishedAfterTheClockWasPutBackIsTheNewest(t *testing.T) {
	path := uitest.NightOf(t, nil)
	n, err := night.Open(path, night.Options{Now: func() time.Time { return time.Now().Add(24 * time.Hour) }})
	uitest.Must(t, err)
	authors, err := n.Authors()
	uitest.Must(t, err)
	for _, text := range []string{"Tomorrow.", "Tomorrow, too."} {
		_, err = n.Publish(authors[0].ID, blog.Entry{Text: text})
		uitest.Must(t, err)
	}
	uitest.Must(t, n.Close())

	hurried(t, quick)
	s := at(t, path)
	folder := t.TempDir()
	s.kept(folder)
	s.publishes("The clock is right again.")
	s.publishes("And stays so.")
	var texts []string
	for _, e := range s.Night.Entries {
		texts = append(texts, e.Text)
	}
	uitest.Equal(t, "the entries", strings.Join(texts, " "), "And stays so. The clock is right again. Tomorrow, too. Tomorrow.")
	mustBeFresh(t, s, folder)
}

// A page that somebody deleted or changed, or a picture, is put back.
func TestLostPagesOfALiveFolderArePutBack(t *testing.T) {
	hurried(t, model.LivePace{Rest: time.Millisecond, Most: time.Millisecond, Retry: time.Hour, Look: 10 * time.Millisecond})
	s := at(t, uitest.NightOf(t, func(n *night.Night, author string) {
		for i := range publish.EntriesPerPage + 1 {
			_, err := n.Publish(author, blog.Entry{Text: fmt.Sprint("Entry ", i)})
			uitest.Must(t, err)
		}
	}))
	folder := t.TempDir()
	s.kept(folder)
	mustBeFresh(t, s, folder)
	for _, name := range []string{"index-1.html", "index-2.html", "index.html"} {
		uitest.Must(t, os.Remove(filepath.Join(folder, name)))
		mustBeFresh(t, s, folder)
	}
	uitest.Must(t, os.WriteFile(filepath.Join(folder, "index-1.html"), []byte("changed"), 0o644))
	mustBeFresh(t, s, folder)
	if s.Night.LiveState.Err != nil {
		t.Error(s.Night.LiveState.Err)
	}
}

// Something in the way of a numbered page is said, and when it is gone the page
// is there.
func TestLiveFolderThatCannotBeWrittenIsTriedAgain(t *testing.T) {
	hurried(t, quick)
	s := at(t, uitest.NightOf(t, nil))
	folder := t.TempDir()
	uitest.Must(t, os.MkdirAll(filepath.Join(folder, "index-1.html", "inside"), 0o755))
	s.kept(folder)
	s.Until("it is said", func() bool { return strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	s.Says("there is a folder of that name. It is tried again")
	if livePage(folder) != "" {
		t.Error("the head is there, and the page that it leads to is not")
	}
	uitest.Must(t, os.RemoveAll(filepath.Join(folder, "index-1.html")))
	s.Until("it is well again", func() bool { return !strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	mustBeFresh(t, s, folder)
}

// Acts that come faster than pages are written do not put the head off: here
// the next act is there whenever a page with a new picture is rendered.
func TestLiveHeadIsWrittenUnderActsWithoutEnd(t *testing.T) {
	const acts = 50
	e := blog.Edition{Details: blog.Details{Title: "T", Zone: "UTC"}, Started: 1}
	for i := range acts {
		e.Pictures = append(e.Pictures, blog.Picture{ID: fmt.Sprintf("%064d", i), MediaType: "image/png", Width: 1, Height: 1})
	}
	shows := func(i int) blog.Entry {
		return blog.Entry{ID: fmt.Sprint("k", i), Text: "@picture " + e.Pictures[i].ID, Published: int64(i + 1)}
	}
	e.Entries = []blog.Entry{shows(0)}
	came := 0
	behind := make(chan int, acts+1) // how many acts had come when the head was written
	var l *model.LiveWriter
	made := make(chan struct{})
	l = model.NewLiveWriter(t.TempDir(), model.LivePace{Retry: time.Hour, Look: time.Hour}, time.Now, func(string) ([]byte, error) {
		<-made
		if came++; came < acts {
			l.Follow(model.LiveNews{Entry: shows(came), Below: fmt.Sprint("k", came-1)})
		}
		return []byte("picture"), nil
	}, func(model.LiveState) { behind <- came })
	close(made)
	l.Want(e)
	uitest.Equal(t, "the acts before the first head", <-behind, 1)
	l.Close()
	uitest.Equal(t, "the acts in the end", came, acts)
}

// On a full disk readers keep the page of before, and have the new one as soon
// as there is room.
func TestLiveFolderOnAFullDisk(t *testing.T) {
	folder := t.TempDir()
	if runtime.GOOS != "linux" || exec.Command("mount", "-t", "tmpfs", "-o", "size=256k", "nightdesk", folder).Run() != nil {
		t.Skip("no small disk can be mounted here: that takes root on Linux")
	}
	t.Cleanup(func() { _ = exec.Command("umount", folder).Run() })
	hurried(t, quick)
	s := at(t, uitest.NightOf(t, nil))
	s.kept(folder)
	s.publishes("There is room.")
	s.shows(folder, "There is room.")
	mustBeFresh(t, s, folder)

	filler := filepath.Join(folder, "filler")
	f, err := os.Create(filler)
	uitest.Must(t, err)
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	uitest.Must(t, f.Close())
	s.publishes("There is none.")
	s.Until("it is said", func() bool { return strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	s.Says("no space left on device. It is tried again")
	if page, err := whole(folder); err != nil || !bytes.Contains(page, []byte("There is room.")) {
		t.Errorf("readers have %d bytes: %v", len(page), err)
	}
	uitest.Must(t, os.Remove(filler))
	s.shows(folder, "There is none.")
	s.Until("it is well again", func() bool { return !strings.Contains(uitest.Words(s.Head()), "Live page not written") })
	mustBeFresh(t, s, folder)
}

// liveFolderOfAChild is where a process of this test keeps a page until it is
// killed.
const liveFolderOfAChild = "NIGHTDESK_LIVE_FOLDER"

// A desk that is killed in the middle of writing leaves the old page or the
// new one, and every page that it names; the next desk goes on from there.
func TestKilledDeskLeavesAWholeLiveFolder(t *testing.T) {
	if folder := os.Getenv(liveFolderOfAChild); folder != "" {
		keepUntilKilled(folder)
	}
	rounds := 25
	if testing.Short() {
		rounds = 5
	}
	folder := t.TempDir()
	there := 0
	for round := range rounds {
		c := exec.Command(os.Args[0], "-test.run", "^TestKilledDeskLeavesAWholeLiveFolder$")
		c.Env = append(os.Environ(), liveFolderOfAChild+"="+folder, "NIGHTDESK_LIVE_FROM="+strconv.Itoa(round))
		out, err := c.StdoutPipe()
		uitest.Must(t, err)
		uitest.Must(t, c.Start())
		ready := make([]byte, 6)
		if _, err := out.Read(ready); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(uitest.Patience); round >= rounds/2 && livePage(folder) == "" && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond) // in the other half none may be there yet
		}
		time.Sleep(time.Duration(1+rand.IntN(100)) * time.Millisecond)
		uitest.Must(t, c.Process.Kill())
		_ = c.Wait() // it was killed
		_, err = whole(folder)
		switch {
		case err == nil:
			there++
		case there > 0 || !os.IsNotExist(err):
			t.Fatalf("round %d: %v", round, err)
		}
	}
	if there == 0 {
		t.Error("no desk lived long enough to write a page")
	}
}

// keepUntilKilled keeps the page of a night in which much happens.
func keepUntilKilled(folder string) {
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	l := model.NewLiveWriter(folder, model.LivePace{Retry: time.Hour, Look: time.Hour}, time.Now, nil, func(s model.LiveState) {
		if s.Err != nil {
			fmt.Println(s.Err)
			os.Exit(1)
		}
	})
	from, _ := strconv.Atoi(os.Getenv("NIGHTDESK_LIVE_FROM"))
	e := blog.Edition{Details: blog.Details{Title: "Killed", Zone: "UTC"}, Started: 1}
	add := func() model.LiveNews {
		n := model.LiveNews{Entry: blog.Entry{ID: fmt.Sprint("k", len(e.Entries)), Text: fmt.Sprint("Entry ", len(e.Entries)), Published: int64(len(e.Entries) + 1)}}
		if len(e.Entries) > 0 {
			n.Below = e.Entries[0].ID
		}
		e.Entries = slices.Insert(e.Entries, 0, n.Entry)
		return n
	}
	for range from * publish.EntriesPerPage / 5 {
		add()
	}
	whole := e
	whole.Entries = slices.Clone(e.Entries)
	l.Want(whole)
	fmt.Println("ready")
	for {
		if random.IntN(3) == 0 && len(e.Entries) > 0 {
			i := random.IntN(len(e.Entries))
			e.Entries[i].Text += "!"
			l.Follow(model.LiveNews{Entry: e.Entries[i], Below: "not looked at"})
		} else {
			l.Follow(add())
		}
		time.Sleep(time.Millisecond)
	}
}
