package ui

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// An objection is something that stands against handing over what it is about.
type objection struct {
	words string
	entry string // id of the entry it is about, empty where it is about none
}

// proofTaking reads what is taken as the last one who can: the entries, for
// what their proof reading left and for figures that no longer hold, and then
// what was written of them.
func proofTaking(e blog.Edition, t taking) []objection {
	taken := entryItems(t.items)
	e = e.Public()
	entries := slices.DeleteFunc(slices.Clone(e.Entries), func(x blog.Entry) bool {
		return taken[x.ID].Kind != blog.EntryItem
	})
	returns := blog.Returns{Contests: e.Contests, Councils: e.Councils}
	var all []objection
	for _, s := range blog.Affected(entries, returns) {
		all = append(all, objection{"It prints a figure that has been corrected since: " + s.Was, s.Entry.ID})
	}
	for _, x := range entries {
		for _, p := range blog.Proof(x.Kicker, x.Text, returns) {
			if slices.Contains(leavingCodes, p.Code) {
				all = append(all, objection{p.Text, x.ID})
			}
		}
	}
	return append(all, proofWritten(t)...)
}

// leavingCodes are the marks of the proof reading that matter to whoever takes
// an entry; the rest is between the reporter and the desk.
var leavingCodes = []string{"picture-credit", "picture-alt", "contest-unknown", "directive-malformed", "link-not-linked", "invisible", "kicker-invisible"}

// unspelled is how plain ASCII has a character that it has no spelling for.
var unspelled = regexp.MustCompile(`\[U\+[0-9A-F]{4,6}\]`)

// proofWritten reads back what was written.
func proofWritten(t taking) []objection {
	data := t.files[0].Data
	if t.way.profile.ASCII {
		if lost := unspelled.FindAll(data, -1); len(lost) > 0 {
			return []objection{{words: "ASCII has no spelling for " + election.Several(len(lost), "character", "characters") + ", which leave as " + string(lost[0]) + "."}}
		}
	}
	switch t.way.form() {
	case publish.Page, publish.Fragment, publish.WordPress:
		return proofHTML(data)
	}
	return nil
}

// proofHTML looks for what a CMS or a browser stumbles over.
func proofHTML(data []byte) []objection {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return []objection{{words: "What was written cannot be read back: " + err.Error() + "."}}
	}
	var all []objection
	ids := map[string]int{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if ids[id]++; ids[id] == 2 {
				all = append(all, objection{words: "The anchor " + id + " stands twice."})
			}
		}
		if n.DataAtom == atom.Img && attribute(n, "alt") == "" {
			all = append(all, objection{words: "A picture leaves without alt text."})
		}
		if to := attribute(n, "href"); n.DataAtom == atom.A && !allowedLink(to) {
			all = append(all, objection{words: "A link leads to " + to + ", where no link may lead."})
		}
	}
	return all
}

// allowedLink reports whether a link leads to the web, to a mailbox or to an
// anchor.
func allowedLink(to string) bool {
	u, err := url.Parse(to)
	return err == nil && (strings.HasPrefix(to, "#") || slices.Contains([]string{"http", "https", "mailto"}, u.Scheme))
}

// objectionWords count what stands against it.
func objectionWords(all []objection) string {
	switch len(all) {
	case 0:
		return "Nothing stands against it."
	case 1:
		return "1 thing stands against it."
	}
	return election.Several(len(all), "thing", "things") + " stand against it."
}
