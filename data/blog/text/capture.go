package text

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// A Captured is a post from elsewhere as far as what was pasted tells it. It
// is kept as text: nothing is fetched, and nothing on the page can go blank.
type Captured struct {
	Address, Author, Handle, Time string
	Text                          string
}

// Capture reads what a reporter pastes of a post: its address, its text as
// copied from a browser, or the code that a service gives for embedding it.
// What it does not tell stays empty.
func Capture(pasted string) Captured {
	pasted = strings.TrimSpace(pasted)
	if strings.HasPrefix(pasted, "<") {
		return captureEmbed(pasted)
	}
	c := Captured{}
	var lines []string
	for line := range strings.Lines(pasted) {
		line = strings.TrimSpace(line)
		if address, handle, ok := postAddress(line); ok && c.Address == "" {
			c.Address = address
			if c.Handle == "" {
				c.Handle = handle
			}
			continue
		}
		lines = append(lines, line)
	}
	c.copied(lines)
	return c
}

// Markdown is the post as the lines of an entry. Nothing in it can become
// anything but its text.
func (c Captured) Markdown() string {
	var b strings.Builder
	b.WriteString("@post " + bar(c.Address) + " | " + bar(c.Author) + " | " + bar(c.Handle) + " | " + bar(c.Time) + "\n")
	for line := range strings.Lines(lineEnds.Replace(c.Text)) {
		b.WriteString(strings.TrimRight("> "+EscapeMarkdown(strings.TrimSpace(line)), " ") + "\n")
	}
	return b.String()
}

// lineEnds makes the ends of lines of every system one.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// bar keeps a field of a directive on its line and between its bars.
func bar(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

var (
	escaped = regexp.MustCompile("[\\\\`*_{}\\[\\]<>~|!&]")
	// begins is what makes a list, a heading or a directive of a line.
	begins = regexp.MustCompile(`^\s*(?:[-+#=@]|\d+[.)])`)
)

// EscapeMarkdown writes a line of plain text so that it is read back as that
// text and nothing else. Control characters, which no text keeps, are dropped.
func EscapeMarkdown(line string) string {
	line = strings.Map(func(r rune) rune {
		if isControl(r) {
			return -1
		}
		return r
	}, line)
	line = escaped.ReplaceAllString(line, `\$0`)
	if m := begins.FindString(line); m != "" {
		line = m[:len(m)-1] + `\` + m[len(m)-1:] + line[len(m):]
	}
	return line
}

// postHosts are the services whose addresses name their author.
var postHosts = map[string]*regexp.Regexp{
	"twitter.com": statusPath, "x.com": statusPath,
	"threads.net": threadPath, "threads.com": threadPath,
	"bsky.app": regexp.MustCompile(`^/profile/([A-Za-z0-9.:-]+)/post/`),
}

var (
	statusPath = regexp.MustCompile(`^/([A-Za-z0-9_]{1,15})/status/\d+`)
	threadPath = regexp.MustCompile(`^/@([A-Za-z0-9._]+)/post/`)
)

// mastodon is how any server of that kind names a post.
var mastodon = regexp.MustCompile(`^/@([A-Za-z0-9_]+)/\d+$`)

// postAddress reads a line that is an address and nothing else. What services
// add to follow readers is left out.
func postAddress(line string) (address, handle string, ok bool) {
	if strings.ContainsAny(line, " \t") {
		return "", "", false
	}
	u, err := url.Parse(line)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return "", "", false
	}
	host := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(u.Host), "www."), "mobile.")
	if pattern := postHosts[host]; pattern != nil {
		if m := pattern.FindStringSubmatch(u.Path); m != nil {
			handle = "@" + m[1]
		}
		u.RawQuery, u.Fragment = "", ""
	} else if m := mastodon.FindStringSubmatch(u.Path); m != nil {
		handle = "@" + m[1] + "@" + host
	}
	return u.String(), handle, true
}

var handleLine = regexp.MustCompile(`^@[A-Za-z0-9_.@:-]+$`)

// copied reads lines as a browser copies a post: its author, the handle, a
// dot, the time, then the text. Lines in another order are all its text.
func (c *Captured) copied(lines []string) {
	at := -1
	for i, line := range lines {
		if i < 3 && handleLine.MatchString(line) {
			at = i
			break
		}
	}
	if at >= 1 {
		c.Author, c.Handle = lines[0], lines[at]
		lines = lines[at+1:]
		if len(lines) > 1 && (lines[0] == "·" || lines[0] == "") {
			lines = lines[1:]
			if looksDated(lines[0]) {
				c.Time, lines = lines[0], lines[1:]
			}
		}
	}
	c.Text = strings.Trim(strings.Join(lines, "\n"), "\n")
}

var dated = regexp.MustCompile(`(?i)^(?:\d{1,2}[hms]|\d{1,2}[:.]\d{2}.*|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?\d{0,4},? ?\d{0,4}.*)$`)

func looksDated(line string) bool { return len(line) < 40 && dated.MatchString(line) }

// captureEmbed reads the code for embedding a post: a quotation with the
// text, after it "— Author (@handle)" and a link to the post that says when.
func captureEmbed(code string) Captured {
	c := Captured{}
	var text, after strings.Builder
	into, quiet := &after, 0
	for z := html.NewTokenizer(strings.NewReader(code)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch {
		case kind == html.TextToken && quiet == 0:
			into.WriteString(token.Data)
		case kind == html.StartTagToken && (token.Data == "script" || token.Data == "style"):
			quiet++
		case kind == html.EndTagToken && (token.Data == "script" || token.Data == "style"):
			quiet--
		case kind == html.StartTagToken && token.Data == "p" && text.Len() == 0:
			into = &text
		case kind == html.EndTagToken && token.Data == "p":
			into = &after
		case token.Data == "br":
			into.WriteString("\n")
		case kind == html.StartTagToken && token.Data == "a" && into == &after:
			c.takeLink(token.Attr)
			after.WriteString("\n") // what the link says is when
		}
	}
	c.Text = strings.TrimSpace(text.String())
	c.signed(after.String())
	return c
}

// takeLink takes the address of the post from a link behind its text.
func (c *Captured) takeLink(attributes []html.Attribute) {
	for _, a := range attributes {
		if a.Key != "href" {
			continue
		}
		if address, handle, ok := postAddress(a.Val); ok && c.Address == "" {
			c.Address, c.Handle = address, handle
		}
	}
}

var signature = regexp.MustCompile(`^(?:—|–|-) *(.*?)(?: *\((@[^)]+)\))? *$`)

// signed reads what stands behind the text: who wrote, and when.
func (c *Captured) signed(after string) {
	for line := range strings.Lines(after) {
		line = strings.TrimSpace(line)
		if m := signature.FindStringSubmatch(line); m != nil && c.Author == "" {
			c.Author = m[1]
			if m[2] != "" {
				c.Handle = m[2]
			}
			continue
		}
		if c.Time == "" && looksDated(line) {
			c.Time = line
		}
	}
}
