package text

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"nightdesk/data/blog/blogtest"
)

// everyField puts a text into every field of an entry that a person types in
// or pastes into, beside its running text, and looks that it stays the text.
func everyField(t testing.TB, line string) {
	t.Helper()
	plain := strings.Join(strings.Fields(strings.ToValidUTF8(line, "")), " ")
	asPost(t, line, plain)
	asPicture(t, plain)
	asGuest(t, plain)
	asFigure(t, line)
	asVersions(t, strings.ToValidUTF8(line, ""))
	asEscaped(t, plain)
	if key := SearchKey(line); SearchKey(key) != key {
		t.Errorf("%q is found by %q and that by %q", line, key, SearchKey(key))
	}
}

// asPost captures the text as a post, and then as each part of one.
func asPost(t testing.TB, line, plain string) {
	t.Helper()
	for _, c := range []Captured{Capture(line), Capture("<p>" + line + "</p>"), Capture("A\n@a\n" + line), {Author: plain, Handle: plain, Time: plain, Text: plain}} {
		if strings.TrimSpace(c.Author+c.Handle) == "" {
			c.Handle = "@a"
		}
		if len(visible(c.Text)) == 0 || strings.ContainsAny(c.Author+c.Handle+c.Time, "\\\x00") {
			continue // a backslash before a bar is the bar's
		}
		d := Parse(c.Markdown(), known)
		post, ok := d.Blocks[0].(Post)
		if !ok || len(d.Blocks) != 1 {
			t.Errorf("%+v is read as %s", c, show(d))
			continue
		}
		for got, want := range map[string]string{post.Author: c.Author, post.Handle: c.Handle, post.Time: c.Time, Plaintext(Document{post.Blocks}): c.Text} {
			if string(visible(got)) != string(visible(want)) {
				t.Errorf("of a post %q is read back as %q", want, got)
			}
		}
	}
}

func asPicture(t testing.TB, plain string) {
	t.Helper()
	if strings.Contains(plain, `\`) {
		return
	}
	cell := bar(plain)
	text := "@picture a1 | " + cell + " | " + cell + " | " + cell
	d := Parse(text, known)
	p, ok := d.Blocks[0].(PictureBlock)
	if want := string(visible(plain)); !ok || len(d.Blocks) != 1 || string(visible(p.Caption)) != want || string(visible(p.Credit)) != want || string(visible(p.Alt)) != want {
		t.Errorf("%q is read as %s", text, show(d))
	}
}

func asGuest(t testing.TB, plain string) {
	t.Helper()
	text := "@by " + plain
	d := Parse(text, known)
	b, ok := d.Blocks[0].(ByLine)
	if string(visible(plain)) != "" && (!ok || string(visible(b.Name)) != string(visible(plain))) {
		t.Errorf("%q is read as %s", text, show(d))
	}
}

// asFigure prints the text as the value of a slot.
func asFigure(t testing.TB, line string) {
	t.Helper()
	value := strings.Join(strings.Fields(strings.ToValidUTF8(line, "")), " ")
	figures := func(string) (string, bool) { return value, true }
	if got := Plaintext(Parse("x {a} y", figures)); string(visible(got)) != string(visible("x"+value+"y")) {
		t.Errorf("a figure %q prints as %q", value, got)
	}
	if got := Plaintext(Parse(Filled("x {a} y", figures), nil)); string(visible(got)) != string(visible("x"+value+"y")) {
		t.Errorf("a figure %q, filled in, is read as %q", value, got)
	}
}

// asVersions tells the text from others, as the view of versions does.
func asVersions(t testing.TB, line string) {
	t.Helper()
	for _, other := range []string{"", "The count is slow.", line + "!", strings.ToUpper(line)} {
		was, is := "", ""
		for _, s := range Difference(line, other) {
			if !s.Is {
				was += s.Text
			}
			if !s.Was {
				is += s.Text
			}
		}
		if was != line || is != other {
			t.Errorf("%q against %q: %q, %q", line, other, was, is)
		}
	}
}

func asEscaped(t testing.TB, plain string) {
	t.Helper()
	if got := Plaintext(Parse(EscapeMarkdown(plain), known)); string(visible(got)) != string(visible(plain)) {
		t.Errorf("%q, escaped, is read back as %q", plain, got)
	}
}

func TestHostileLinesInEveryField(t *testing.T) {
	for _, line := range blogtest.HostileLines(t) {
		everyField(t, line)
	}
}

func FuzzFields(f *testing.F) {
	for _, c := range parseCases {
		f.Add(c.text)
	}
	f.Add("\x01+ after a character that is dropped")
	for _, piece := range blogtest.Endless {
		f.Add(piece + piece + "a" + piece)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			everyField(t, text)
		}
	})
}

// work is how many bytes something takes from the heap: no clock, and the same
// every time.
func work(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Four times the text is four times the work, whatever it is made of; to be
// told from what grows with the square, which is sixteen times.
func TestReadingIsLinear(t *testing.T) {
	const size, most = 4 << 10, 7
	for what, f := range map[string]func(string){
		"parse":     func(s string) { Parse(s, known) },
		"read":      func(s string) { Read(s, known) },
		"plaintext": func(s string) { Plaintext(Parse(s, known)) },
		"search":    func(s string) { SearchKey(s) },
		"capture":   func(s string) { c := Capture(s); c.Markdown() },
		"filled":    func(s string) { Filled(s, known) },
	} {
		for _, piece := range blogtest.Endless {
			short := strings.Repeat(piece, size/len(piece))
			long := strings.Repeat(piece, 4*size/len(piece))
			f(long) // what is worked out once
			if a, b := work(func() { f(short) }), work(func() { f(long) }); b > most*(a+size) {
				t.Errorf("%s of %q: %d bytes of work for %d, %d for %d", what, piece, a, len(short), b, len(long))
			}
		}
	}
}

// What is cut for a row of the timeline or typed in halves stays UTF-8.
func TestTreesHoldUTF8(t *testing.T) {
	for _, text := range []string{"caf\xc3", "\xff\xfe{majority}", "[\xe2\x82](http://example.org)", "> \xf0\x9f\n> — \xc3"} {
		if got := Plaintext(Parse(text, known)); !utf8.ValidString(got) {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}
