package publish_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"nightdesk/data/blog/text"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// shared is the folder of data that lies beside a checkout.
func shared(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	return filepath.Join(dir, "..", "shared", "data")
}

// hostile are the lines of the lists of hostile texts, and a few of our own.
func hostile(t testing.TB) []string {
	t.Helper()
	lines := []string{
		`</script><script>alert(1)</script>`, `<!--`, `-->`, `]]>`, `"><img src=x onerror=alert(1)>`, `' style='color:red`,
		`@picture x | </figcaption> | <b> | " onload=alert(1)`, `@post javascript:alert(1) | a | b | c`,
		`[x](javascript:alert(1))`, `[x](https://a.example/"onclick=alert(1))`, `[x](data:text/html,<b>)`, `<https://a.example>`,
		"{{.}}", "{majority}", "&#43;", "&amp;#43;", "\u202etxet\u202c", "a\x00b\x01c\x7f\u0085d", "\xff\xfe", "e-k1", "#e-k1",
	}
	for _, line := range blogtest.HostileLines(t) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// trap is an edition with every line in every place where a person can type:
// entry i and contest i carry line i. A chart takes as long to draw as all
// the rest, so only some have one.
func trap(lines []string, drawn bool) blog.Edition {
	pic, _ := drawing()
	all := strings.Join(lines, " ")
	e := blog.Edition{
		Details: blog.Details{Title: all, Place: all, Zone: "Europe/London", Headline: all, Standfirst: all, Publisher: all, Address: lines[0]},
		Started: at("6 20.00"), Updated: at("7 09.00"),
		Pictures: []blog.Picture{{ID: pic, MediaType: "image/png", Width: 320, Height: 180}},
		Colours:  map[string]string{"x:0": lines[0]},
	}
	for i, line := range lines {
		cell := strings.ReplaceAll(line, "|", `\|`)
		author, contest := fmt.Sprintf("a%d", i), fmt.Sprintf("c%d", i)
		p := election.Party{ID: fmt.Sprintf("x:%d", i), Name: line, Short: line}
		e.Authors = append(e.Authors, blog.Author{ID: author, Name: line, Initials: line})
		entry := blog.Entry{
			ID: fmt.Sprintf("k%d", i), Kicker: line, Authors: []string{author}, Key: true, KeyLabel: line, Pinned: i%50 == 0,
			Happened: at("7 01.00"), Published: at("7 01.00"), Updated: at("7 01.30"),
			Text: strings.Join([]string{line, "",
				"@picture " + pic + " | " + cell + " | " + cell + " | " + cell, "@by " + line,
				"@post https://a.example/" + cell + " | " + cell + " | " + cell + " | " + cell, "> " + line, "",
				"> " + line, "> — " + line, "", "- " + line, "", "| " + cell + " | b |", "|---|---|", "| " + cell + " | c |"}, "\n"),
			Corrections: []blog.Correction{{When: at("7 01.30"), Note: line}},
			Frozen:      []blog.Frozen{{Slot: "majority", Value: line, Contest: contest, Revision: 1}},
		}
		if drawn && i == 0 {
			entry.Text += "\n\n@result " + contest + "\n\n@chart " + contest + " | share"
		}
		e.Entries = append(e.Entries, entry)
		e.Contests = append(e.Contests, election.Contest{
			ID: contest, Name: line, Code: line, Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
			State: election.Corrected, Revision: 2, Declared: at("7 00.59"), Electorate: election.Of(900), Rejected: election.Of(1),
			Corrections: []election.Correction{{Revision: 2, When: at("7 02.00"), Reason: line, Source: line}},
			Candidates:  []election.Candidate{stood("", line, p, 300), stood(line, "", election.Party{Name: line}, 200)},
			Baselines:   []election.Baseline{{ID: "b", Name: line, Date: election.Date(line), Candidates: []election.Candidate{stood("", line, p, 250)}}},
		})
		e.Councils = append(e.Councils, election.Council{
			ID: fmt.Sprintf("b%d", i), Name: fmt.Sprintf("%s council %d", line, i), Code: line, Seats: 3, NotUp: []election.Holding{{Party: p, Seats: 2}}, Vacant: 1,
			Baselines: []election.CouncilBaseline{{Name: line, Date: election.Date(line), Holdings: []election.Holding{{Party: p, Seats: 3}}}},
		})
	}
	e.Contests = append(e.Contests, election.Contest{
		ID: "flagged", Name: all, State: election.Counting, Candidates: []election.Candidate{stood("", lines[0], election.Independent, 1)},
		Flags: []election.Flag{{Kind: election.Rush, Candidate: strings.ToLower(lines[0]), Words: all, Source: all, When: at("7 00.30"), Public: true}},
	})
	return e
}

// TestHostileTextStaysText sends every hostile line through every field and
// form and reads the exports back with an independent parser: nothing is there
// that is not on the lists, and the lines are all there to be read. Under the
// race detector a tenth of them is enough; "go run ./cmd/dev test" reads all of
// them without it.
func TestHostileTextStaysText(t *testing.T) {
	const batch = 100
	lines := hostile(t)
	for from := 0; from < len(lines); from += batch {
		if underRace && from%(10*batch) != 0 {
			continue
		}
		part := lines[from:min(from+batch, len(lines))]
		t.Run(fmt.Sprintf("from %d", from+1), func(t *testing.T) {
			t.Parallel()
			e := trap(part, from%(5*batch) == 0)
			for _, f := range documents {
				checkTrap(t, e, f, part)
			}
			if from%(10*batch) == 0 {
				checkSpelled(t, e)
			}
			if _, err := publish.Pasted(e, publish.Options{Pictures: pictures}); err != nil {
				t.Error(err)
			}
		})
	}
}

// checkSpelled wants the same of what is new since nothing, in ASCII, with
// corrections struck through and the pictures kept out.
func checkSpelled(t *testing.T, e blog.Edition) {
	t.Helper()
	e.Details.Struck, e.Details.Rehearsal = true, true
	for i := range e.Entries {
		e.Entries[i].Corrections[0].Was = "Not " + e.Entries[i].Text
	}
	for _, f := range copied {
		files, err := publish.Export(e, f, publish.Options{Since: &blog.HandOver{}, ASCII: true, PicturesAs: blog.PicturesReserved, Pictures: pictures})
		if err != nil {
			t.Fatal(err)
		}
		data := files[0].Data
		if i := bytes.IndexFunc(data, func(r rune) bool { return r >= 0x80 }); i >= 0 {
			t.Errorf("the %s in ASCII has %q", f, data[max(0, i-40):i+4])
		}
		switch f {
		case publish.Fragment:
			check(t, read(t, data), true)
		case publish.WordPress:
			blocksOf(t, data)
		case publish.Markdown:
			check(t, rendered(t, data), false)
		}
	}
}

func checkTrap(t *testing.T, e blog.Edition, f publish.Form, lines []string) {
	t.Helper()
	files, err := publish.Export(e, f, publish.Options{Name: "a b:c", Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	var wanted [][]string
	for i, line := range lines {
		wanted = append(wanted, append(typed(text.Parse(e.Entries[i].Text, e.Entries[i].Figures()).Blocks), line))
	}
	switch f {
	case publish.Text:
		checkText(t, string(files[0].Data), wanted)
		return
	case publish.WordPress:
		checkBlocks(t, files[0].Data, wanted)
		return
	case publish.Markdown:
		checkMarkdown(t, e, files[0].Data, wanted)
		return
	}
	root := read(t, files[0].Data)
	check(t, root, f == publish.Fragment)
	if f == publish.Page {
		checkPolicy(t, root)
		checkData(t, root, len(lines))
	}
	checkWords(t, root, lines, wanted)
}

// checkWords wants each line in its entry, in its card and its council's, in
// the line of its contest, in the head, the key moments and the ledger.
func checkWords(t *testing.T, root *html.Node, lines []string, wanted [][]string) {
	t.Helper()
	var entries, tables, pointers []string
	var head string
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Data == "article" && attribute(c, "id") != "":
				entries = append(entries, bare(words(c)))
			case c.Data == "article":
			case c.Data == "table":
				tables = append(tables, bare(words(c)))
			case c.Data == "li" && find(c, "time", "", "") != nil && find(c, "article", "", "") == nil:
				pointers = append(pointers, bare(words(c)))
			case c.Data == "h1" || c.Data == "h2" || c.Data == "p":
				head += words(c)
			default:
				walk(c)
			}
		}
	}
	walk(root)
	if len(entries) != len(lines) || len(tables) != 1+2*len(lines) || len(pointers) != 3*len(lines) {
		t.Fatalf("for %d lines there are %d entries, %d tables and %d pointers", len(lines), len(entries), len(tables), len(pointers))
	}
	all := bare(strings.Join(lines, ""))
	if strings.Count(bare(head), all) < 2 {
		t.Error("the headline or the standfirst lost a line")
	}
	if strings.Count(tables[0], all) < 3 {
		t.Error("the news of a contest lost a line")
	}
	cards, councils := tables[1:1+len(lines)], tables[1+len(lines):]
	for i, line := range lines {
		for _, want := range wanted[i] {
			if !strings.Contains(entries[i], bare(want)) {
				t.Errorf("entry %d lost %.200q", i, want)
			}
		}
		for _, said := range []string{cards[i], councils[i], tables[0], pointers[i], pointers[len(lines)+i], pointers[2*len(lines)+i]} {
			if !strings.Contains(said, bare(line)) {
				t.Errorf("%.200q lost %.200q", said, line)
			}
		}
	}
}

// checkText wants the texts of the entries in plain text, one entry after
// another.
func checkText(t *testing.T, text string, wanted [][]string) {
	t.Helper()
	if !strings.HasSuffix(text, "\n\nends\n") {
		t.Errorf("the text ends in %.40q", text[max(0, len(text)-40):])
	}
	_, text, _ = strings.Cut(text, "\n* * *\n")
	checkInOrder(t, publish.Text, strings.ReplaceAll(text, "\n> ", "\n"), wanted)
}

// checkInOrder wants the texts of the entries one entry after another.
func checkInOrder(t *testing.T, f publish.Form, text string, wanted [][]string) {
	t.Helper()
	text = bare(text)
	for i, texts := range wanted {
		from := 0
		for _, want := range texts {
			at := strings.Index(text, bare(want))
			if at < 0 {
				t.Fatalf("the %s lost %.200q of entry %d", f, want, i)
			}
			from = max(from, at)
		}
		text = text[from:]
	}
}

// checkData wants one block of JSON with all entries and nothing in it that
// could end it.
func checkData(t *testing.T, root *html.Node, entries int) {
	t.Helper()
	raw := find(root, "script", "", "").FirstChild.Data
	if strings.ContainsAny(raw, "<>&") {
		t.Error("the JSON-LD has a raw <, > or &")
	}
	var data struct {
		Updates []json.RawMessage `json:"liveBlogUpdate"`
	}
	if err := json.Unmarshal([]byte(raw), &data); err != nil || len(data.Updates) != entries {
		t.Errorf("the JSON-LD has %d entries, not %d: %v", len(data.Updates), entries, err)
	}
}

// TestHostileNamesComeBackFromTheTables: the results with every hostile line
// as the name of a contest, of a candidate and of a council leave as tables and
// as JSON and are read again with all that can be seen of it, under the name
// that they had.
func TestHostileNamesComeBackFromTheTables(t *testing.T) {
	const batch = 500
	lines := hostile(t)
	for from := 0; from < len(lines); from += batch {
		var e blog.Edition
		for i, line := range lines[from:min(from+batch, len(lines))] {
			// A number before it makes a name of a line that is none by itself.
			e.Contests = append(e.Contests, election.Contest{
				Name: fmt.Sprintf("%d %s", i, line), Code: fmt.Sprintf("E1400%04d", i), Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
				State: election.Declared, Revision: 1, Declared: at("7 07.01"), Electorate: election.Of(900), Rejected: election.Of(1),
				Candidates: []election.Candidate{stood("A "+line, "B "+line, con, 300), stood("C", "D", lab, 200)},
			})
			e.Councils = append(e.Councils, election.Council{Name: fmt.Sprintf("%d %s", i, line), Code: fmt.Sprintf("E0700%04d", i), Date: "2021-05-06", Seats: 3})
		}
		for _, f := range []publish.Form{publish.CSV, publish.ParliamentCSV, publish.JSON} {
			files, err := publish.Export(e, f, publish.Options{Name: "night"})
			if err != nil {
				t.Fatal(err)
			}
			found := imported(t, files)
			if len(found.Contests) != len(e.Contests) || f != publish.ParliamentCSV && len(found.Councils) != len(e.Councils) {
				t.Fatalf("%s: %d contests and %d councils came back of %d", f, len(found.Contests), len(found.Councils), len(e.Contests))
			}
			for i, c := range found.Contests {
				had := e.Contests[i]
				if bare(c.Name) != bare(had.Name) || bare(c.Candidates[0].Forenames) != bare(had.Candidates[0].Forenames) ||
					bare(c.Candidates[0].Surname) != bare(had.Candidates[0].Surname) || c.Candidates[0].Votes != had.Candidates[0].Votes {
					t.Errorf("%s: %.200q came back as %.200q, %.200q", f, lines[from+i], c.Name, c.Candidates[0].BallotName())
				}
			}
			for i, c := range found.Councils {
				if bare(c.Name) != bare(e.Councils[i].Name) {
					t.Errorf("%s: council %.200q came back as %.200q", f, lines[from+i], c.Name)
				}
			}
		}
	}
}

// TestHostileTextStaysTextOnNumberedPages and where nothing but the results,
// or one entry, is asked for.
func TestHostileTextStaysTextOnNumberedPages(t *testing.T) {
	lines := hostile(t)
	e := trap(lines[:60], true)
	for _, o := range []publish.Options{{Numbered: true}, {Only: publish.Only{Results: true}}, {Only: publish.Only{Entry: "k3"}}} {
		o.Name, o.Pictures = "a b:c", pictures
		files, err := publish.Export(e, publish.Page, o)
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		for _, f := range files {
			if !strings.HasSuffix(f.Name, ".html") {
				continue
			}
			root := read(t, f.Data)
			asOnePage(root)
			check(t, root, false)
			checkPolicy(t, root)
			said.WriteString(bare(words(root)))
		}
		for i, line := range lines[:60] {
			if (o.Only.Entry == "" || i == 3) && !strings.Contains(said.String(), bare(line)) {
				t.Errorf("with %+v %.200q is lost", o.Only, line)
			}
		}
	}
}

// asOnePage makes of links to the pages beside a page links within it.
func asOnePage(root *html.Node) {
	for n := range root.Descendants() {
		for i, a := range n.Attr {
			if place, beside := besidePage(a.Val); a.Key == "href" && beside {
				n.Attr[i].Val = cmp.Or(place, "#updates")
			}
		}
	}
}

var pageBeside = regexp.MustCompile(`^a%20b%3Ac(?:-[1-9][0-9]*)?\.html(#.*)?$`)

// besidePage is the place in a page of the export called a b:c that a link
// leads to.
func besidePage(to string) (place string, beside bool) {
	m := pageBeside.FindStringSubmatch(to)
	if m == nil {
		return "", false
	}
	return m[1], true
}
