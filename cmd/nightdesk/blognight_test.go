package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// TestWindowBlog is an evening at the composer, by keys alone: ten entries,
// one of each kind, and a crash in the middle of the eleventh, which goes on
// with the caret where it was.
func TestWindowBlog(t *testing.T) {
	screenOr(t)
	w := newWorld(t)
	path := w.declaredNight()
	a := w.start("Hartlepool by-election – Nightdesk", path)
	for i, k := range kindsOfEntry {
		k.write(a)
		e := a.hasEntries(path, i+1)[0]
		if why := k.wrong(e); why != "" {
			a.Errorf("%s: %s: %+v", k.name, why, e)
		}
	}
	a.shoot("31-ten-entries")
	before := a.hasEntries(path, len(kindsOfEntry))
	a.halfAnEntry(path)
	a.shoot("32-half-an-entry")
	a.kill()

	a = w.start("Hartlepool by-election – Nightdesk", path)
	a.shoot("33-after-the-crash")
	a.types("y") // where the caret was
	a.keys("ctrl+Return")
	after := a.hasEntries(path, len(kindsOfEntry)+1)
	if e := after[0]; e.Kicker != "Nearly there" || e.Text != "The last box is only now being tipped out." {
		a.Errorf("the entry that was being written is %q, %q", e.Kicker, e.Text)
	}
	for i, e := range after[1:] {
		if was := before[i]; e.ID != was.ID || e.Text != was.Text {
			a.Errorf("after the crash %+v is %+v", was, e)
		}
	}
	a.in(path, "no draft left", func(n *night.Night) (bool, error) {
		kept, err := n.Drafts()
		return len(kept) == 0, err
	})
	a.keys("ctrl+q")
	a.left()
	w.alone(path)
}

// TestWindowPastesAPicture pastes a screenshot out of another program, of a
// size that is handed over in pieces.
func TestWindowPastesAPicture(t *testing.T) {
	screenOr(t)
	w := newWorld(t)
	path := w.declaredNight()
	a := w.start("Hartlepool by-election – Nightdesk", path)
	a.copied(a.screenshot())
	a.pastesPicture(path)
	a.shoot("34-pasted")
	a.line("The feed from the hall")
	a.line("Ann Reed")
	a.line("Snow on a screen")
	a.publish()
	p, ok := firstBlock(a.hasEntries(path, 1)[0]).(text.PictureBlock)
	if !ok || p.Caption != "The feed from the hall" || p.Credit != "Ann Reed" || p.Alt != "Snow on a screen" {
		a.Errorf("the entry has %+v", p)
	}
	a.in(path, "the picture, as large as it was", func(n *night.Night) (bool, error) {
		e, err := n.Edition(night.Moment{})
		if err != nil {
			return false, err
		}
		found, _ := e.Picture(p.ID)
		data, err := n.Picture(found.ID)
		if err != nil {
			return false, err
		}
		kept, err := png.DecodeConfig(bytes.NewReader(data))
		return kept.Width == 900 && kept.Height == 700, err
	})
	a.keys("ctrl+q")
	a.left()
}

// pastesPicture pastes the first picture of a night and waits until its sheet
// is there: it is checked away from the window, which says so meanwhile.
func (a *program) pastesPicture(path string) {
	a.Helper()
	before := a.settled()
	a.keys("ctrl+v")
	a.in(path, "the picture", func(n *night.Night) (bool, error) {
		kept, err := n.Pictures()
		return len(kept) == 1, err
	})
	a.settled(before)
}

// screenshot makes a picture whose file is no smaller than its pixels and
// answers its path.
func (a *program) screenshot() string {
	a.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 900, 700))
	snow := rand.New(rand.NewPCG(1, 2))
	for i := range img.Pix {
		img.Pix[i] = byte(snow.Uint32())
	}
	path := filepath.Join(a.home, "feed.png")
	var b bytes.Buffer
	a.must(png.Encode(&b, img))
	a.must(os.WriteFile(path, b.Bytes(), 0o600))
	return path
}

// copied has another program hold a picture for those who paste, until the
// test is over. It also gives the picture's bytes to who asks for words.
func (a *program) copied(path string) {
	a.Helper()
	holds := exec.Command("xclip", "-quiet", "-selection", "clipboard", "-t", "image/png", "-i", path)
	a.must(holds.Start())
	a.Cleanup(func() { _ = holds.Process.Kill(); _ = holds.Wait() }) // it may have gone by itself
	for range 100 {
		if kinds, err := exec.Command("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS").Output(); err == nil && strings.Contains(string(kinds), "image/png") {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	a.Fatal("xclip does not hold the picture")
}

// declaredNight makes a night of two authors whose contest is declared.
func (w *world) declaredNight() (path string) {
	w.Helper()
	path = filepath.Join(w.home, "nights", "Hartlepool.night")
	w.must(os.MkdirAll(filepath.Dir(path), 0o700))
	file, err := os.Open(w.flat("results.csv", "2021-05-06", "70768", "182", sixteen, true))
	w.must(err)
	defer file.Close()
	found, err := intake.Read([]intake.Source{{Name: "results.csv", Data: file}}, intake.Results)
	w.must(err)
	n, err := night.Create(path, blog.Details{Title: "Hartlepool by-election", Headline: "Hartlepool by-election", Zone: "Europe/London"}, w.options)
	w.must(err)
	first, err := n.AddAuthor("", blog.Author{Name: "Ann Reed", Initials: "AR"})
	w.must(err)
	_, err = n.AddAuthor("", blog.Author{Name: "Mia Sato", Initials: "MS"})
	w.must(err)
	w.must(n.PutContests(first, "", found.Contests))
	w.must(n.Close())
	return path
}

// A kindOfEntry is how an entry of a kind is written by keys, and what is
// wrong with the one that was published, "" for nothing.
type kindOfEntry struct {
	name  string
	write func(a *program)
	wrong func(blog.Entry) string
}

var kindsOfEntry = []kindOfEntry{
	{"a plain one", func(a *program) {
		a.entry("Polls close", "The doors of Mill House are shut.")
		a.publish()
	}, func(e blog.Entry) string {
		return unless(e.Kicker == "Polls close" && e.Text == "The doors of Mill House are shut." && !e.Key, "another text")
	}},
	{"a quote with its source", func(a *program) {
		a.block("quote")
		a.types("You count in fives.")
		a.keys("Down", "End")
		a.types("A teller")
		a.publish()
	}, func(e blog.Entry) string {
		q, ok := firstBlock(e).(text.Quote)
		return unless(ok && text.Plaintext(text.Document{Blocks: q.Blocks}) == "You count in fives." && len(q.Source) == 1, "no quote")
	}},
	{"a picture by its file's address", func(a *program) {
		a.keys("Up") // in the text a slash would open the list of blocks
		a.types(a.photograph())
		a.keys("ctrl+a", "ctrl+x", "Return")
		a.pastesPicture(filepath.Join(a.home, "nights", "Hartlepool.night"))
		a.line("The first box")
		a.line("Ann Reed")
		a.line("A black box on a table")
		a.publish()
	}, func(e blog.Entry) string {
		p, ok := firstBlock(e).(text.PictureBlock)
		return unless(ok && p.Caption == "The first box" && p.Credit == "Ann Reed" && p.Alt == "A black box on a table", "no picture")
	}},
	{"a captured post", func(a *program) {
		a.keys("ctrl+apostrophe", "Return") // nothing is pasted: the rest is typed
		a.line("https://example.org/@reader/1")
		a.line("A. Reader")
		a.line("@reader")
		a.line("7 May")
		a.types("What a night!")
		a.keys("Tab", "Return")
		a.publish()
	}, func(e blog.Entry) string {
		p, ok := firstBlock(e).(text.Post)
		return unless(ok && p.Author == "A. Reader" && p.Handle == "@reader" && p.Address == "https://example.org/@reader/1" &&
			text.Plaintext(text.Document{Blocks: p.Blocks}) == "What a night!", "no post")
	}},
	{"a result card", func(a *program) { a.block("result"); a.publish() }, func(e blog.Entry) string {
		return unless(firstBlock(e) == text.ResultBlock{Contest: "Hartlepool"}, "no card")
	}},
	{"a chart", func(a *program) { a.block("chart"); a.publish() }, func(e blog.Entry) string {
		c, ok := firstBlock(e).(text.ChartBlock)
		return unless(ok && c.Contest == "Hartlepool" && c.Kind == "share", "no chart")
	}},
	{"a bound figure", func(a *program) {
		a.types("A majority of {majo")
		a.keys("Tab")
		a.types(" for her.")
		a.publish()
	}, func(e blog.Entry) string {
		return unless(e.Text == "A majority of {majority} for her." && text.Plaintext(text.Parse(e.Text, e.Figures())) == "A majority of 6,940 for her.", "no figure")
	}},
	{"a key moment", func(a *program) {
		a.entry("Declared", "Jill Mortimer is elected.")
		a.keys("ctrl+shift+Return")
	}, func(e blog.Entry) string { return unless(e.Key, "no key moment") }},
	{"one by two authors", func(a *program) {
		a.types("Both of us saw it.")
		a.keys("ctrl+shift+j")
		a.line("And Mia")
		a.publish()
	}, func(e blog.Entry) string { return unless(len(e.Authors) == 2, "another by-line") }},
	{"one of earlier", func(a *program) {
		a.types("The boxes came in by taxi.")
		a.keys("ctrl+shift+t")
		a.line("2021-05-06 22:41")
		a.publish()
	}, func(e blog.Entry) string {
		return unless(e.Happened == 1620337260000 && e.Published > e.Happened, "another time")
	}},
}

func unless(right bool, words string) string {
	if right {
		return ""
	}
	return words
}

func firstBlock(e blog.Entry) text.Block {
	blocks := text.Parse(e.Text, e.Figures()).Blocks
	if len(blocks) == 0 {
		return nil
	}
	return blocks[0]
}

func (a *program) publish() {
	a.Helper()
	a.keys("ctrl+Return")
}

// block puts in a block from the list that a slash opens.
func (a *program) block(name string) {
	a.Helper()
	a.types("/")
	a.line(name)
}

// photograph makes a picture and answers its path.
func (a *program) photograph() string {
	a.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 320, 200))
	for x := range 320 {
		for y := range 200 {
			img.Set(x, y, color.RGBA{uint8(x / 2), uint8(y), 90, 255})
		}
	}
	path := filepath.Join(a.home, "box.png")
	f, err := os.Create(path)
	a.must(err)
	a.must(png.Encode(f, img))
	a.must(f.Close())
	return path
}

// halfAnEntry writes one, goes back into the middle of it and waits until the
// night has it so.
func (a *program) halfAnEntry(path string) {
	a.Helper()
	a.entry("Nearly there", "The last box is onl now being tipped out.")
	a.keys(slices.Repeat([]string{"Left"}, len(" now being tipped out."))...)
	at := len("The last box is onl")
	a.in(path, fmt.Sprintf("the caret after %d characters", at), func(n *night.Night) (bool, error) {
		kept, err := n.Drafts()
		return slices.ContainsFunc(kept, func(d night.Draft) bool {
			return d.Field == "text" && strings.HasSuffix(d.Text, "tipped out.") && d.Caret == at
		}), err
	})
}
