package publish

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"nightdesk/data/blog/text"
	"nightdesk/data/election"
)

// between parts entries in plain text.
const between = "* * *"

// text renders what leaves as plain text: paragraphs on one line each, blank
// lines between them, "* * *" between entries and "ends" at the end, as copy
// is filed.
func (n *night) text() ([]byte, error) {
	var c copyText
	if n.Details.Rehearsal {
		c.add(rehearsalWarning)
	}
	switch {
	case n.o.Only.Entry != "":
		c.add(n.entryText(n.posts[0], n.dated))
	case n.o.Only.Results:
		c.results(n)
	case n.o.Since != nil:
		if err := c.changes(n); err != nil {
			return nil, err
		}
	default:
		c.whole(n)
	}
	said := strings.Join(append(c, "ends"), "\n\n") + "\n"
	if n.o.ASCII {
		said = ascii(said)
	}
	return []byte(said), nil
}

// A copyText is plain text in the making, a part between two blank lines each.
type copyText []string

func (c *copyText) add(s string) {
	if s != "" {
		*c = append(*c, s)
	}
}

func (c *copyText) results(n *night) {
	for _, g := range n.groups() {
		c.add(groupText(g))
	}
}

// whole is the blog from its headline to its corrections.
func (c *copyText) whole(n *night) {
	now := n.changed()
	c.add(oneLine(n.headline()))
	c.add(oneLine(n.Details.Standfirst))
	c.add(n.filed(now))
	c.results(n)
	c.add(n.momentsText(now))
	for i, x := range n.posts {
		c.add(between)
		if d := n.newDay(i); d != nil && !n.timeless() {
			c.add(d.Text)
		}
		c.add(n.entryText(x, n.timeOf))
	}
	c.add(between)
	c.add(n.ledgerText(now))
}

// filed is the line under the standfirst.
func (n *night) filed(now int64) string {
	var bar []string
	if names := n.writers(); len(names) > 0 {
		bar = append(bar, "By "+oneLine(election.And(names)))
	}
	if !n.timeless() {
		bar = append(bar, n.date(now).Text, "Updated "+n.full(now).Text)
	}
	return strings.Join(append(bar, plural(n.live(), "entry", "entries")), " · ")
}

func (n *night) momentsText(now int64) string {
	var lines []string
	for _, m := range n.moments(now) {
		lines = append(lines, n.textAt(m.Time, " ")+m.Label)
	}
	if len(lines) == 0 {
		return ""
	}
	return "Key moments\n" + strings.Join(lines, "\n")
}

// textAt is a time and what follows it, empty where no time is to be told.
func (n *night) textAt(s stamp, after string) string {
	if n.timeless() {
		return ""
	}
	return s.Text + after
}

func (n *night) ledgerText(now int64) string {
	var lines []string
	for _, c := range n.corrections() {
		line := n.textAt(n.clock(c.when, now), ", ") + c.what + ": " + c.text
		if to := n.place(c.anchor); to != "" {
			line += " (" + to + ")"
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return ""
	}
	return "Corrections\n" + strings.Join(lines, "\n")
}

// place is where in the blog something stands, as text tells it: its address,
// or its anchor alone where the blog's address is not known.
func (n *night) place(anchor string) string {
	if n.o.NoIDs {
		return ""
	}
	if to := n.permalink(anchor); to != "" {
		return n.textAddress(to)
	}
	return "#" + anchor
}

// entryText is an entry with its head. Time says how its time is told beside
// that of the blog.
func (n *night) entryText(x post, time func(ms, beside int64) stamp) string {
	var head []string
	if !n.timeless() {
		head = append(head, time(x.shown(), n.changed()).Text)
	}
	if by := oneLine(election.And(n.names(x))); by != "" {
		head = append(head, by)
	}
	if x.Pinned && !x.Withdrawn {
		head = append(head, "Pinned")
	}
	if !x.Withdrawn {
		head = append(head, n.marks(x)...)
	}
	var c copyText
	c.add(strings.Join(head, " · "))
	if x.Withdrawn {
		c.add(withdrawnNotice)
		return strings.Join(c, "\n\n")
	}
	c.add(oneLine(x.Kicker))
	c.add(n.plain(n.print(x)))
	for _, k := range x.Corrections {
		when := ""
		if !n.timeless() {
			when = ", " + n.clock(k.When, x.shown()).Text
		}
		c.add("Correction" + when + ": " + oneLine(k.Note))
	}
	return strings.Join(c, "\n\n")
}

// plain is the text of an entry without markup.
func (n *night) plain(doc text.Document) string { return n.plainBlocks(doc.Blocks) }

func (n *night) plainBlocks(bs []text.Block) string {
	var parts []string
	for _, b := range bs {
		if s := strings.TrimRight(n.plainBlock(b), "\n"); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n\n")
}

func (n *night) plainBlock(b text.Block) string {
	switch b := b.(type) {
	case text.Paragraph:
		return n.inlineText(b.Text)
	case text.Quote:
		return n.quoteText(b.Blocks, n.inlineText(b.Source))
	case text.Post:
		source := signature(b)
		for _, s := range []string{oneLine(b.Time), n.textAddress(b.Address)} {
			if s != "" && source != "" {
				source += ", "
			}
			source += s
		}
		return n.quoteText(b.Blocks, source)
	case text.List:
		return n.listText(b)
	case text.Table:
		return n.tableText(b)
	case text.ByLine:
		return "By " + oneLine(b.Name)
	case text.PictureBlock:
		return n.pictureText(b)
	case text.ResultBlock:
		return n.resultText(b)
	case text.ChartBlock:
		return n.chartText(b)
	}
	return ""
}

func (n *night) pictureText(b text.PictureBlock) string {
	_, known := n.picture(b.ID)
	said := absent(b, known, "")
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
func (n *night) quoteText(bs []text.Block, source string) string {
	lines := strings.Split(n.plainBlocks(bs), "\n")
	if source != "" {
		lines = append(lines, "— "+source)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

func (n *night) listText(l text.List) string {
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
func (n *night) tableText(t text.Table) string {
	rows := [][]string{n.cellTexts(t.Head)}
	for _, r := range t.Rows {
		rows = append(rows, n.cellTexts(r))
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
				right := i < len(t.Align) && t.Align[i] == text.AlignRight
				r[i] = pad(r[i], widths[i], right)
			}
		}
		lines = append(lines, strings.TrimRight(strings.Join(r, " | "), " "))
	}
	return strings.Join(lines, "\n")
}

func (n *night) cellTexts(cells [][]text.Inline) []string {
	texts := make([]string, len(cells))
	for i, c := range cells {
		texts[i] = oneLine(n.inlineText(c))
		if n.o.ASCII {
			texts[i] = ascii(texts[i]) // before the columns are measured
		}
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
func (n *night) inlineText(is []text.Inline) string {
	var b strings.Builder
	for _, i := range is {
		switch i := i.(type) {
		case text.Plain:
			b.WriteString(i.Text)
		case text.Break:
			b.WriteString("\n")
		case text.Emphasis:
			b.WriteString(n.inlineText(i.Text))
		case text.Strong:
			b.WriteString(n.inlineText(i.Text))
		case text.Strike:
			b.WriteString("[struck: " + n.inlineText(i.Text) + "]")
		case text.Link:
			b.WriteString(n.linkText(i))
		case text.Figure:
			b.WriteString(i.String())
		}
	}
	return b.String()
}

func (n *night) linkText(l text.Link) string {
	text, to := n.inlineText(l.Text), n.textAddress(l.Address)
	switch {
	case !l.IsBare():
		return text + " (" + to + ")"
	case to != l.Address:
		return to
	}
	return text
}

// textAddress is an address in the characters that the text may have.
func (n *night) textAddress(to string) string {
	if n.o.ASCII {
		return asciiAddress(to)
	}
	return to
}
