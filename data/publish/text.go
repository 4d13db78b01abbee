package publish

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// between parts entries in plain text.
const between = "* * *"

// text renders the whole blog as plain text: paragraphs on one line each,
// blank lines between them, "* * *" between entries and "ends" at the end, as
// copy is filed.
func (n *night) text() ([]byte, error) {
	now := n.changed()
	parts := []string{oneLine(n.headline())}
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(oneLine(n.Details.Standfirst))
	add(n.filed(now))
	for _, g := range n.groups() {
		add(groupText(g))
	}
	add(n.momentsText(now))
	for i, x := range n.posts {
		parts = append(parts, between)
		if i > 0 && !n.sameDay(x.shown(), n.posts[i-1].shown()) {
			add(n.day(x.shown()).Text)
		}
		add(n.entryText(x))
	}
	parts = append(parts, between)
	add(n.ledgerText(now))
	return []byte(strings.Join(append(parts, "ends"), "\n\n") + "\n"), nil
}

// filed is the line under the standfirst.
func (n *night) filed(now int64) string {
	bar := []string{n.date(now).Text, "Updated " + n.full(now).Text, plural(n.live(), "entry", "entries")}
	if names := n.writers(); len(names) > 0 {
		bar = append([]string{"By " + oneLine(election.And(names))}, bar...)
	}
	return strings.Join(bar, " · ")
}

func (n *night) momentsText(now int64) string {
	var lines []string
	for _, m := range n.moments(now) {
		lines = append(lines, m.Time.Text+" "+m.Label)
	}
	if len(lines) == 0 {
		return ""
	}
	return "Key moments\n" + strings.Join(lines, "\n")
}

func (n *night) ledgerText(now int64) string {
	var lines []string
	for _, c := range n.corrections() {
		lines = append(lines, n.clock(c.when, now).Text+", "+c.what+": "+c.text)
	}
	if len(lines) == 0 {
		return ""
	}
	return "Corrections\n" + strings.Join(lines, "\n")
}

func (n *night) entryText(x post) string {
	head := n.full(x.shown()).Text
	if by := oneLine(election.And(n.names(x))); by != "" {
		head += " · " + by
	}
	if x.Withdrawn {
		return head + "\n\nThis entry has been withdrawn."
	}
	if x.Pinned {
		head += " · Pinned"
	}
	for _, m := range n.marks(x) {
		head += " · " + m
	}
	parts := []string{head}
	if k := oneLine(x.Kicker); k != "" {
		parts = append(parts, k)
	}
	if body := n.plain(x.doc); body != "" {
		parts = append(parts, body)
	}
	for _, c := range x.Corrections {
		parts = append(parts, "Correction, "+n.clock(c.When, x.shown()).Text+": "+oneLine(c.Note))
	}
	return strings.Join(parts, "\n\n")
}

// plain is the text of an entry without markup.
func (n *night) plain(doc blog.Document) string { return n.plainBlocks(doc.Blocks) }

func (n *night) plainBlocks(bs []blog.Block) string {
	var parts []string
	for _, b := range bs {
		if s := strings.TrimRight(n.plainBlock(b), "\n"); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n\n")
}

func (n *night) plainBlock(b blog.Block) string {
	switch b := b.(type) {
	case blog.Paragraph:
		return inlineText(b.Text)
	case blog.Quote:
		return n.quoteText(b.Blocks, inlineText(b.Source))
	case blog.Post:
		source := signature(b)
		for _, s := range []string{oneLine(b.Time), b.Address} {
			if s != "" && source != "" {
				source += ", "
			}
			source += s
		}
		return n.quoteText(b.Blocks, source)
	case blog.List:
		return n.listText(b)
	case blog.Table:
		return tableText(b)
	case blog.ByLine:
		return "By " + oneLine(b.Name)
	case blog.PictureBlock:
		return n.pictureText(b)
	case blog.ResultBlock:
		return n.resultText(b)
	case blog.ChartBlock:
		return n.chartText(b)
	}
	return ""
}

func (n *night) pictureText(b blog.PictureBlock) string {
	_, known := n.picture(b.ID)
	said := absent(b, known)
	if s := oneLine(b.Caption); s != "" {
		said += " " + s
	}
	if s := oneLine(b.Credit); s != "" {
		said += " (" + s + ")"
	}
	return said
}

// unfold takes the line ends out of the sentences over and under a chart's
// table, since copy has none within a paragraph.
func unfold(s string) string {
	parts := strings.Split(strings.TrimRight(s, "\n"), "\n\n")
	for i, p := range parts {
		switch title, said, more := strings.Cut(p, "\n"); {
		case i == 0 && more:
			parts[i] = title + "\n" + oneLine(said)
		case i == len(parts)-1 && i > 1:
			parts[i] = oneLine(p)
		}
	}
	return strings.Join(parts, "\n\n")
}

// quoteText marks quoted lines as mail does, so that a reader sees where the
// quote ends.
func (n *night) quoteText(bs []blog.Block, source string) string {
	lines := strings.Split(n.plainBlocks(bs), "\n")
	if source != "" {
		lines = append(lines, "— "+source)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

func (n *night) listText(l blog.List) string {
	var lines []string
	for i, item := range l.Items {
		mark := "• "
		if l.Ordered {
			mark = strconv.Itoa(l.Start+i) + ". "
		}
		indent := strings.Repeat(" ", utf8.RuneCountInString(mark))
		text := strings.ReplaceAll(n.plainBlocks(item), "\n\n", "\n")
		lines = append(lines, mark+strings.ReplaceAll(text, "\n", "\n"+indent))
	}
	return strings.Join(lines, "\n")
}

// tableText sets a table in columns, which still read as a table where the
// letters have different widths: the bars stay.
func tableText(t blog.Table) string {
	rows := [][]string{cellTexts(t.Head)}
	for _, r := range t.Rows {
		rows = append(rows, cellTexts(r))
	}
	widths := make([]int, len(t.Head))
	for _, r := range rows {
		for i, c := range r {
			if i < len(widths) {
				widths[i] = max(widths[i], utf8.RuneCountInString(c))
			}
		}
	}
	var lines []string
	for _, r := range rows {
		for i := range r {
			if i < len(widths) {
				right := i < len(t.Align) && t.Align[i] == blog.AlignRight
				r[i] = pad(r[i], widths[i], right)
			}
		}
		lines = append(lines, strings.TrimRight(strings.Join(r, " | "), " "))
	}
	return strings.Join(lines, "\n")
}

func cellTexts(cells [][]blog.Inline) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = oneLine(inlineText(c))
	}
	return texts
}

func pad(s string, width int, right bool) string {
	gap := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
	if right {
		return gap + s
	}
	return s + gap
}

// inlineText is running text without markup; a link's address follows its
// text where the two differ.
func inlineText(is []blog.Inline) string {
	var b strings.Builder
	for _, i := range is {
		switch i := i.(type) {
		case blog.Plain:
			b.WriteString(i.Text)
		case blog.Break:
			b.WriteString("\n")
		case blog.Emphasis:
			b.WriteString(inlineText(i.Text))
		case blog.Strong:
			b.WriteString(inlineText(i.Text))
		case blog.Strike:
			b.WriteString(inlineText(i.Text))
		case blog.Link:
			b.WriteString(inlineText(i.Text))
			if !i.IsBare() {
				b.WriteString(" (" + i.Address + ")")
			}
		case blog.Figure:
			b.WriteString(i.String())
		}
	}
	return b.String()
}
