package blogtest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Endless are pieces that, repeated, have sent Markdown parsers into
// quadratic time or deep recursion.
var Endless = []string{
	">", "> ", ">\n", "- ", "* ", "1. ", "- a\n", "  - a\n", "[", "]", "[]", "![", "[a](", "[a](b", "[a](http://b)", "[a](x \"", "[a][",
	"*", "_", "~", "~~", "*a ", "a* ", "_a", "**a", "*a _b ", "~~a ", "*a**", "a**b c* ", "*_", "(*", "`", "```\n", "\\", "\\*",
	"{", "}", "{a", "{}", "{a}", "<", "<a ", "&", "&amp;", "|", "|-", "a|b\n-|-\n", "|-|-|\n", "http://a.b/", " http://a.b", "http://a.b/(", " www.", " a@", "_a@b.c",
	"a", "é", "\u200b", "\u202e", "\x00", "\xff", "\t", "\n", "\r", "@by a\n", "@post | a\n> ", "@picture a|", "# ", "---\n", "a\n---\n", "[a]: b\n",
	" ", "a  \n", "a\\\n", ">- ", "- > ", "-\t", ">\t", "1234567890. ", "[[[[[[[[a](http://b)", "[a]((((((((", "*[a](http://b) ", "{a} ",
}

// Hostile are lines that look like markup, code, commands and other writing.
var Hostile = []string{
	"<script>alert('count')</script>",
	"<b onclick=x>Bold</b> & <i>",
	"&lt;already&gt; &amp; &#39;",
	"]]> --> <!-- <![CDATA[",
	"javascript:alert(1)",
	"[press](javascript:alert(1)) [mail](mailto:a@example.org)",
	"[a](http://example.org/\"onmouseover=\"x) ![p](http://example.org/p.png)",
	"<a href=\"http://example.org\">here</a>",
	"{{template}} ${env} {majority",
	"{majority}} {{majority} \\{majority}",
	"'; DROP TABLE entries; --",
	"| a | b |",
	"|---|:-:|",
	"***both*** **_mixed_** _*_ * ** *** ****",
	"~~struck~~ ~one~ ~~~three~~~",
	"\\*not\\* \\_so\\_ \\\\",
	"snake_case_word 5*3*2 c**p",
	"http://example.org/a_(b)_c?d=*e*",
	"Ω≈ç√∫˜µ≤≥÷ åß∂ƒ©˙∆˚¬…æ",
	"田中さんにあげて下さい 부락토학 和製漢語",
	"\u05d4\u05b8\u05d9\u05b0\u05ea\u05b8\u05d4 test \u200f\u05e2\u05d1\u05e8\u05d9\u05ea\u200f \u0627\u0644\u0635\u0641\u062d\u0627\u062a",
	"\u202etest\u202c \u2066isolated\u2069 \u200babc\u200d",
	"\U0001f469\U0001f3fd\u200d\U0001f4bb \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f \U0001f1ec\U0001f1e7 ❤\ufe0f\u200d\U0001f525 1\ufe0f\u20e3",
	"NUL\x00 BEL\x07 ESC\x1b[31mred\x1b[0m DEL\x7f CSI\u009b1m",
	"a\u0085b\u2028c\u2029d",
	"\x09 indented\x09with\x09tabs \u00a0\u2003\u3000.",
	"=SUM(A1) +1 -1 @cmd",
	"C:\\new\\table %s %d %n %00 ../../etc",
	"ﬁ ﬂ ½ ① ﷽ ǅ ß İ ı",
	"\ufeffmark at the start",
	"((((((((((((((((",
	"[[[[[[[[[[[[[[[[a](b)",
	"> — ",
	"— Who",
	"- ",
	"#",
	"--- *** ___",
	"```go",
	"\U000e0041\U000e0042 tags",
	"x\u0301\u0301\u0301\u0301\u0301",
	"ᅟᅠㅤﾠ blank letters",
	"Z\u0301\u0316\u0327\u0338\u0363a\u0322\u0335\u036fl\u0342\u0313",
}

// HostileLines are lines that have broken other programs: those of Hostile,
// and after them those of the hostile text beside the repository where it is
// there.
func HostileLines(t testing.TB) []string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	lines := slices.Clone(Hostile)
	files, _ := filepath.Glob(filepath.Join(dir, "../shared/data/hostile/*.txt"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(b), "\n")...)
	}
	return lines
}
