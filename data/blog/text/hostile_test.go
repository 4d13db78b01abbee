package text

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"nightdesk/data/blog/blogtest"
)

func TestEndlessTextIsRead(t *testing.T) {
	for _, piece := range blogtest.Endless {
		text := strings.Repeat(piece, 1<<15/len(piece))
		for _, text := range []string{text, "x" + text + "x", text + strings.Repeat("*)]}", 2000)} {
			d := Parse(text, known)
			if depth := blocksDepth(d.Blocks); depth > maxNesting+maxInlineNest+4 {
				t.Errorf("%q repeated is %d deep", piece, depth)
			}
			mustKeep(t, text, d)
		}
	}
}

func TestHostileLines(t *testing.T) {
	lines := blogtest.HostileLines(t)
	for _, line := range lines {
		for _, text := range []string{line, "> " + line + "\n> — " + line, "- " + line, "*" + line + "*", "[" + line + "](http://example.org)", "| a |\n|---|\n| " + line + " |", "@post | " + line + "\n> " + line} {
			mustKeep(t, text, Parse(text, known))
			Plaintext(Parse(text, known))
		}
	}
	all := strings.Join(lines, "\n")
	mustKeep(t, all, Parse(all, known))
}

// Plaintext keeps what the tree keeps.
func TestHostileLinesInPlaintext(t *testing.T) {
	for _, line := range blogtest.HostileLines(t) {
		d := Parse(line, nil)
		kept := visible(Plaintext(d))
		at := 0
		for _, r := range visible(line) {
			switch {
			case at < len(kept) && kept[at] == r:
				at++
			case encoded.MatchString(string(kept)), strings.ContainsRune(syntax, r):
			default:
				t.Errorf("%q of %q is not in its plain text %q", r, line, Plaintext(d))
			}
		}
	}
}

// pieces are what random texts are made of: every construct, whole and in
// parts.
var pieces = append([]string{
	"\n", "\n\n", "word ", "Ünïcödé ", "12,345 ", "— ", "— Who", "**", "* ", "_", "~~", "http://example.org/a", "www.example.org", "a@example.org ",
	"](http://example.org)", "](https://example.org/(a))", "](javascript:x)", "[", "]", "(", ")", "\\", "{majority}", "{known}", "\\{", "| ", "\n|---|---|\n", "\n- ", "\n  - ", "\n1. ", "\n3) ", "\n> ", "\n>> ",
	"\n@by Me\n", "\n@post http://example.org | A\n> ", "\n@picture a1 | b | c\n", "\n@result X\n", "# ", "---", "```", "&amp;", "<b>", "\t", "    ",
}, blogtest.Endless...)

func TestRandomTextIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.String()), 0, 30).Draw(t, "pieces"), "")
		d := Parse(text, known)
		mustKeep(t, text, d)
		if again := show(Parse(text, known)); again != show(d) {
			t.Fatalf("%q reads differently the second time", text)
		}
	})
}

// Within a paragraph the marks that are gone are exactly those that the tree
// has made something of.
func TestMarksAreAccountedFor(t *testing.T) {
	marks := rapid.SampledFrom([]string{"*", "_", "**", "~~", "~", "a", "b ", "c", " ", "[", "](http://d.example.org)", "]", "(", ")", ".", "!", "{known}", "é"})
	rapid.Check(t, func(t *rapid.T) {
		text := "x" + strings.Join(rapid.SliceOfN(marks, 0, 40).Draw(t, "marks"), "")
		d := Parse(text, known)
		if len(d.Blocks) != 1 {
			t.Fatalf("%q has %d blocks", text, len(d.Blocks))
		}
		var k keeper
		k.blocks(d.Blocks)
		tree := show(d)
		count := func(of ...string) (n int) {
			for _, s := range of {
				n += strings.Count(text, s) - strings.Count(k.String(), s)
			}
			return n
		}
		em, strong, strike := strings.Count(tree, "em("), strings.Count(tree, "strong("), strings.Count(tree, "strike(")
		if got, want := count("*", "_"), 2*em+4*strong; got != want {
			t.Fatalf("%q lost %d of * and _, its tree accounts for %d: %s", text, got, want, tree)
		}
		if got, want := count("~"), 4*strike; got != want {
			t.Fatalf("%q lost %d of ~, its tree accounts for %d: %s", text, got, want, tree)
		}
		if l, r := count("["), count("]"); l != r || l > strings.Count(tree, "link[") {
			t.Fatalf("%q lost %d [ and %d ]: %s", text, l, r, tree)
		}
	})
}

// Words with asterisks in them and after them, which no words begin with, are
// all text.
func TestAsterisksOfWordsAreText(t *testing.T) {
	word := rapid.StringMatching(`[A-Za-z0-9£é](\*{0,5}[A-Za-z0-9é%]|[’,.-][A-Za-z0-9]){0,6}\*{0,5}[,.!?;:)]?`)
	rapid.Check(t, func(t *rapid.T) {
		typed := "x " + strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ")
		if got := Plaintext(Parse(typed, nil)); got != typed {
			t.Fatalf("%q is read as %q", typed, got)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, c := range parseCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(text, known)
		if depth := blocksDepth(d.Blocks); depth > maxNesting+maxInlineNest+4 {
			t.Errorf("%d deep", depth)
		}
		if !strings.Contains(text, "@chart") {
			mustKeep(t, text, d)
		}
		Plaintext(d)
	})
}
