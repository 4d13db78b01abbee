package text

import (
	"strings"
	"testing"
)

// parseCases is every construct of an entry's text, and what only looks like
// one. They also seed the fuzzing.
var parseCases = []struct{ name, text, tree string }{
	{"nothing", "", ""},
	{"blank lines", " \n\t\n  \n", ""},
	{"a paragraph", "The count is slow.", "p(The count is slow.)"},
	{"two paragraphs", "One.\n\nTwo.", "p(One.)\np(Two.)"},
	{"a single newline is a break", "One.\nTwo.\nThree.", "p(One.⏎Two.⏎Three.)"},
	{"two blanks at the end of a line", "One.  \nTwo.", "p(One.⏎Two.)"},
	{"a backslash at the end of a line stays", "One.\\\nTwo.", "p(One.\\⏎Two.)"},
	{"line ends of every system", "One.\r\nTwo.\rThree.\n\r\nFour.", "p(One.⏎Two.⏎Three.)\np(Four.)"},
	{"indented lines are text", "    One.\n\n        Two.\n\nThree.", "p(One.)\np(Two.)\np(Three.)"},
	{"a tab indents", "\tOne.\n\nTwo\tthree.", "p(One.)\np(Two three.)"},

	{"emphasis", "A *long* and _quiet_ night", "p(A em(long) and em(quiet) night)"},
	{"strong", "**Declared** and __done__", "p(strong(Declared) and strong(done))"},
	{"both", "***now***", "p(em(strong(now)))"},
	{"strike", "~~42.05~~ 42.55", "p(strike(42.05) 42.55)"},
	{"one tilde is text", "~5pm to 6pm~", "p(~5pm to 6pm~)"},
	{"three tildes are text", "~~~x~~~", "p(~~~x~~~)"},
	{"underscores within words", "snake_case_name", "p(snake_case_name)"},
	{"asterisks alone", "2 * 3 * 4 and *", "p(2 * 3 * 4 and *)"},
	{"unclosed", "**not bold and *not either", "p(**not bold and *not either)"},
	{"four are text", "****x****", "p(****x****)"},
	{"asterisks within words and after them", "a f***ing c**p, then s***: b*****ks, 5*3*2, O*Neill", "p(a f***ing c**p, then s***: b*****ks, 5*3*2, O*Neill)"},
	{"asterisks of footnotes", "Con 1,234*, Lab 987* (* provisional)", "p(Con 1,234*, Lab 987* (* provisional))"},
	{"asterisks after a word in emphasis", "*What a s*** show*, **a c**p one** and _a s***_", "p(em(What a s*** show), strong(a c**p one) and em(a s***))"},
	{"emphasis ends with its word", "*a*b *c*-d (*e*) “*f*”", "p(*a*b em(c)-d (em(e)) “em(f)”)"},
	{"a run marks whole or not at all", "**a* b and ***c** d", "p(**a* b and ***c** d)"},
	{"runs that end together", "**a *b*** and ***c* d** and ***e** f*", "p(strong(a em(b)) and strong(em(c) d) and em(strong(e) f))"},
	{"marks that cross", "*a **b* c**", "p(em(a **b) c**)"},
	{"a strike within a word", "4~~2.05~~ *a ~~b~~*", "p(4strike(2.05) em(a strike(b)))"},
	{"escapes", `\*not\* \_em\_ \{majority\} \\ \> \a`, `p(*not* _em_ {majority} \ > \a)`},
	{"a last backslash", `end\`, `p(end\)`},

	{"a link", "See [the list](https://example.org/a?b=1&c=2#d).", "p(See link[https://example.org/a?b=1&c=2#d](the list).)"},
	{"a link with parentheses", "[x](https://example.org/a_(b))", "p(link[https://example.org/a_(b)](x))"},
	{"a link to mail", "[write](mailto:desk@example.org)", "p(link[mailto:desk@example.org](write))"},
	{"emphasis in a link", "[a *b* {c}](http://example.org)", "p(link[http://example.org](a em(b) fig[c]))"},
	{"a link in emphasis", "*[a](http://example.org)*", "p(em(link[http://example.org](a)))"},
	{"emphasis does not cross a link", "*a [b* c](http://example.org)", "p(*a link[http://example.org](b* c))"},
	{"brackets in a link", "[a [b] c](http://example.org)", "p(link[http://example.org](a [b] c))"},
	{"no link in a link", "[a [b](http://b.example.org) c](http://example.org)", "p(link[http://example.org](a [b](http://b.example.org) c))"},
	{"an escaped bracket", `[a\]b](http://example.org) \[c](http://example.org)`, "p(link[http://example.org](a]b) [c](link[http://example.org](http://example.org)))"},
	{"script is text", "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)", "p([a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x))"},
	{"a relative link is text", "[a](/b) [c](#d) [e](//f.example.org) [g]()", "p([a](/b) [c](#d) [e](//f.example.org) [g]())"},
	{"other schemes are text", "[a](ftp://example.org) ftp://example.org [b](file:///etc/passwd)", "p([a](ftp://example.org) ftp://example.org [b](file:///etc/passwd))"},
	{"a link without a host", "[a](http://) [b](https:///x) [c](http:x)", "p([a](http://) [b](https:///x) [c](http:x))"},
	{"a title is text", `[a](http://example.org "title")`, `p([a](link[http://example.org](http://example.org) "title"))`},
	{"a picture is text", "![alt](http://example.org/a.png)", "p(![alt](link[http://example.org/a.png](http://example.org/a.png)))"},
	{"an empty label is text", "[](http://example.org) [ ](http://example.org)", "p([](link[http://example.org](http://example.org)) [ ](link[http://example.org](http://example.org)))"},
	{"signs in an address are encoded", `[a](http://example.org/<b>"c"[d]|e)`, "p(link[http://example.org/%3Cb%3E%22c%22%5Bd%5D%7Ce](a))"},
	{"letters in an address are not", "[a](https://example.org/café)", "p(link[https://example.org/café](a))"},
	{"a reversed address is encoded", "[a](https://example.org/\u202ecod)", "p(link[https://example.org/%E2%80%AEcod](a))"},
	{"a reference is text", "[a][b] [c][] [d]\n\n[b]: http://example.org", "p([a][b] [c][] [d])\np([b]: link[http://example.org](http://example.org))"},
	{"a footnote is text", "Said[^1].\n\n[^1]: So.", "p(Said[^1].)\np([^1]: So.)"},
	{"a bare address", "At https://example.org/a, and (http://example.org).", "p(At link[https://example.org/a](https://example.org/a), and (link[http://example.org](http://example.org)).)"},
	{"a bare www", "At www.example.org/x.", "p(At link[http://www.example.org/x](www.example.org/x).)"},
	{"a bare mail", "To desk@example.org please", "p(To link[mailto:desk@example.org](desk@example.org) please)"},
	{"an address in angle brackets", "<http://example.org> <javascript:x>", "p(<http://example.org> <javascript:x>)"},

	{"html is text", "<b>x</b> <!-- y --> <script>z</script>\n\n<div>\n\n</div>", "p(<b>x</b> <!-- y --> <script>z</script>)\np(<div>)\np(</div>)"},
	{"an entity is text", "&amp; &lt; &#60; &copy", "p(&amp; &lt; &#60; &copy)"},
	{"a heading is text", "# One\n\nTwo\n===\n\nThree\n---", "p(# One)\np(Two⏎===)\np(Three⏎---)"},
	{"a rule is text", "***\n\n---\n\n___\n\n* * *\n\n- - -", "p(***)\np(---)\np(___)\np(* * *)\np(- - -)"},
	{"code is text", "`a *b* c`\n\n```go\nx := 1\n```", "p(`a em(b) c`)\np(```go⏎x := 1⏎```)"},
	{"a task list is a list", "- [ ] a\n- [x] b", "ul(li(p([ ] a)) li(p([x] b)))"},

	{"a list", "- a\n- b\n\n+ c\n\n* d", "ul(li(p(a)) li(p(b)))\nul(li(p(c)))\nul(li(p(d)))"},
	{"an ordered list", "1. a\n2. b", "ol1(li(p(a)) li(p(b)))"},
	{"an ordered list keeps its start", "7) a\n8) b", "ol7(li(p(a)) li(p(b)))"},
	{"a number that jumps starts a list", "1. a\n3. c\n4. d\n4. e", "ol1(li(p(a)))\nol3(li(p(c)) li(p(d)))\nol4(li(p(e)))"},
	{"leading zeros are text", "1. a\n02. b", "ol1(li(p(a)))\np(02. b)"},
	{"from zero", "0. a\n1. b", "ol0(li(p(a)) li(p(b)))"},
	{"lists within lists", "- a\n  - b\n    1. c\n- d", "ul(li(p(a) ul(li(p(b) ol1(li(p(c)))))) li(p(d)))"},
	{"two paragraphs in an item", "- a\n\n  b\n- c", "ul(li(p(a) p(b)) li(p(c)))"},
	{"a line after a list is no item", "- a\nb", "ul(li(p(a)))\np(b)"},
	{"an empty item", "- a\n-\n- b", "ul(li(p(a)) li() li(p(b)))"},
	{"a marker alone is text", "-\n\n*\n\n1.\n\n12)", "p(-)\np(*)\np(1.)\np(12))"},
	{"a year is a list that starts there", "2019. Labour held it.", "ol2019(li(p(Labour held it.)))"},
	{"a minus is no list", "-9.0 for Labour", "p(-9.0 for Labour)"},
	{"ten digits are no list", "1234567890. x", "p(1234567890. x)"},

	{"a quote", "> Said\n> so.", "quote(p(Said⏎so.))"},
	{"a quote with its source", "> Said.\n> — An agent", "quote(p(Said.) source(An agent))"},
	{"a source after a blank", "> Said.\n>\n> —An *agent*", "quote(p(Said.) source(An em(agent)))"},
	{"a source alone is text", "> — Who", "quote(p(— Who))"},
	{"a dash within", "> It is — well\n> — — done", "quote(p(It is — well) source(— done))"},
	{"a dash and nothing", "> Said.\n> —", "quote(p(Said.⏎—))"},
	{"a line after a quote is not in it", "> Said.\nI wrote.", "quote(p(Said.))\np(I wrote.)"},
	{"an empty quote is text", ">\n\nx", "p(>)\np(x)"},
	{"a quote in a quote", "> a\n> > b", "quote(p(a) quote(p(b)))"},
	{"a list in a quote", "> - a\n> - b\n>\n> — Who", "quote(ul(li(p(a)) li(p(b))) source(Who))"},

	{"a table", "| a | b |\n|:--|--:|\n| 1 | *2* |\n| 3 |", "table[1 3](a | b / 1 | em(2) / 3 | )"},
	{"a table after a line", "x\na | b\n:-: | -\nc | d", "p(x)\ntable[2 0](a | b / c | d)"},
	{"a bar in a cell", "| a |\n|---|\n| b \\| c |", "table[0](a / b | c)"},
	{"a row too wide leaves text", "| a |\n|---|\n| b | c |", "p(| a |⏎|---|⏎| b | c |)"},
	{"a line and dashes are no table", "a\n---\nb", "p(a⏎---⏎b)"},
	{"a bar at the end of a row", "| a |\n|---|\n| b \\|", "p(| a |⏎|---|⏎| b |)"},

	{"a figure", "By {majority}, {Lab.change:points}", "p(By fig[majority], fig[Lab.change:points])"},
	{"a known figure", "By {known}", "p(By fig[known=42])"},
	{"a figure in strong", "**{known}**", "p(strong(fig[known=42]))"},
	{"braces that are none", "{} { } {a\nb} {a{known}", "p({} { } {a⏎b} {afig[known=42])"},
	{"a figure in a table", "| a |\n|---|\n| {known} |", "table[0](a / fig[known=42])"},
	{"signs in a figure mark nothing", "{*a*} *b*", "p(fig[*a*] em(b))"},

	{"a picture", "@picture ab12 | A box | Drawing: Us | A black box", "picture[ab12;A box;Drawing: Us;A black box]"},
	{"a bare picture", "@picture ab12", "picture[ab12;;;]"},
	{"bars in a picture", `@picture ab12 | a \| b | c | d | e`, "picture[ab12;a | b;c;d | e]"},
	{"a picture without", "@picture | a\n\n@picture a/b | c", "p(@picture | a)\np(@picture a/b | c)"},
	{"a result", "@result Bush Fair ward", "result[Bush Fair ward]"},
	{"a result without", "@result", "p(@result)"},
	{"charts", "@chart Hartlepool | Change\n@chart Hartlepool", "chart[Hartlepool;change]\nchart[Hartlepool;share]"},
	{"charts of a council and of the past", "@chart Harlow | Seats\n@chart Hartlepool | history", "chart[Harlow;seats]\nchart[Hartlepool;history]"},
	{"a chart unheard of", "@chart Hartlepool | pie", "p(@chart Hartlepool | pie)"},
	{"a by-line", "@by Winifred Ashplant", "by[Winifred Ashplant]"},
	{"a post", "@post https://example.org/1 | A. Voter | @voter | 11.04pm\n> Long\n> queue\nx", "post[https://example.org/1;A. Voter;@voter;11.04pm](p(Long⏎queue))\np(x)"},
	{"a post without address", "@post | A. Voter | | 11.04pm\n> x\n>\n> y", "post[;A. Voter;;11.04pm](p(x) p(y))"},
	{"a post and a quote", "@post | A\n> x\n\n> y", "post[;A;;](p(x))\nquote(p(y))"},
	{"a post with script", "@post javascript:x | A", "p(@post javascript:x | A)"},
	{"a directive parts a paragraph", "a\n@by Me\nb", "p(a)\nby[Me]\np(b)"},
	{"a directive ends a list", "- a\n@by Me", "ul(li(p(a)))\nby[Me]"},
	{"no directive within", "> @by Me\n\n- @by Me\n\nx @by Me\n\n @by Me", "quote(p(@by Me))\nul(li(p(@by Me)))\np(x @by Me)\np(@by Me)"},
	{"another word", "@bye Me\n\n@everyone look\n\n@by", "p(@bye Me)\np(@everyone look)\np(@by)"},

	{"controls are dropped", "a\x00b\x07c\x7fd\u0085e", "p(abcde)"},
	{"no UTF-8", "a\xffb", "p(a\ufffdb)"},
	{"what is invisible stays", "a\u200bb\u202ec\ufeff", "p(a\u200bb\u202ec\ufeff)"},
	{"nothing is composed", "e\u0301", "p(e\u0301)"},
	{"deep quotes end as text", strings.Repeat(">", 10) + "x", "quote(quote(quote(quote(quote(quote(quote(quote(p(>>x)))))))))"},
}

func known(slot string) (string, bool) { return "42", slot == "known" }

func TestParse(t *testing.T) {
	for _, c := range parseCases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel() // the grammar is shared
			if got := show(Parse(c.text, known)); got != c.tree {
				t.Errorf("Parse(%q)\n got %s\nwant %s", c.text, got, c.tree)
			}
		})
	}
}
