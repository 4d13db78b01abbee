package publish_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

// hostile are the lines of the lists of hostile texts, and a few of our own.
func hostile(t testing.TB) []string {
	t.Helper()
	lines := []string{
		`</script><script>alert(1)</script>`, `<!--`, `-->`, `]]>`, `"><img src=x onerror=alert(1)>`, `' style='color:red`,
		`@picture x | </figcaption> | <b> | " onload=alert(1)`, `@post javascript:alert(1) | a | b | c`,
		`[x](javascript:alert(1))`, `[x](https://a.example/"onclick=alert(1))`, `[x](data:text/html,<b>)`, `<https://a.example>`,
		"{{.}}", "{majority}", "&#43;", "&amp;#43;", "\u202etxet\u202c", "a\x00b\x01c\x7f\u0085d", "\xff\xfe", "e-k1", "#e-k1",
	}
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
	names, _ := filepath.Glob(filepath.Join(dir, "..", "shared", "data", "hostile", "*.txt"))
	if len(names) == 0 {
		t.Skip("the lists of hostile texts are not at ../shared/data/hostile")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := bufio.NewScanner(bytes.NewReader(data))
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			if strings.TrimSpace(s.Text()) != "" {
				lines = append(lines, s.Text())
			}
		}
	}
	return lines
}

// trap is an edition with every line in every place where a person can type:
// entry i and contest i carry line i.
func trap(lines []string) blog.Edition {
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
		if i == 0 { // drawing a chart takes as long as all else together
			entry.Text += "\n\n@result " + contest + "\n\n@chart " + contest + " | share"
		}
		e.Entries = append(e.Entries, entry)
		e.Contests = append(e.Contests, election.Contest{
			ID: contest, Name: line, Code: line, Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
			State: election.Declared, Revision: 1, Declared: at("7 00.59"), Electorate: election.Of(900), Rejected: election.Of(1),
			Candidates: []election.Candidate{stood("", line, p, 300), stood(line, "", election.Party{Name: line}, 200)},
			Baselines:  []election.Baseline{{ID: "b", Name: line, Date: election.Date(line), Candidates: []election.Candidate{stood("", line, p, 250)}}},
		})
	}
	return e
}

// TestHostileTextStaysText sends every hostile line through every field and
// form and reads the exports back with an independent parser: nothing is there
// that is not on the lists, and the lines are all there to be read.
func TestHostileTextStaysText(t *testing.T) {
	const batch = 250
	lines := hostile(t)
	for from := 0; from < len(lines); from += batch {
		part := lines[from:min(from+batch, len(lines))]
		e := trap(part)
		for _, f := range publish.Forms {
			files, err := publish.Export(e, f, publish.Options{Name: "a b:c", Pictures: pictures})
			if err != nil {
				t.Fatal(err)
			}
			if f == publish.Text {
				checkText(t, string(files[0].Data), e)
				continue
			}
			root := read(t, files[0].Data)
			check(t, root, f == publish.Fragment)
			if f == publish.Page {
				checkPolicy(t, root)
				checkData(t, root, len(part))
			}
			checkWords(t, root, part, e)
		}
		if t.Failed() {
			t.Fatalf("in lines %d to %d", from+1, from+len(part))
		}
	}
}

// checkWords wants each line in its entry and in its card.
func checkWords(t *testing.T, root *html.Node, lines []string, e blog.Edition) {
	t.Helper()
	page := bare(words(root))
	articles := map[string]string{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); n.Type == html.ElementNode && n.Data == "article" && id != "" {
			articles[id] = bare(words(n))
		}
	}
	for i, line := range lines {
		entry := e.Entries[i]
		said := articles["e-"+entry.ID]
		for _, want := range append(typed(blog.Parse(entry.Text, entry.Figures()).Blocks), line) {
			if !strings.Contains(said, bare(want)) {
				t.Errorf("entry %s lost %.200q", entry.ID, want)
			}
		}
		if strings.Count(page, bare(line)) < strings.Count(said, bare(line))+8 {
			t.Errorf("the head, the cards or the ledger lost %.200q", line)
		}
	}
}

// checkText wants each line in plain text as often as it was typed.
func checkText(t *testing.T, text string, e blog.Edition) {
	t.Helper()
	if !strings.HasSuffix(text, "\n\nends\n") {
		t.Errorf("the text ends in %.40q", text[max(0, len(text)-40):])
	}
	entries := bare(strings.ReplaceAll(text, "\n> ", "\n"))
	for _, entry := range e.Entries {
		for _, want := range append(typed(blog.Parse(entry.Text, entry.Figures()).Blocks), entry.Kicker) {
			if !strings.Contains(entries, bare(want)) {
				t.Errorf("the text lost %.200q of entry %s", want, entry.ID)
			}
		}
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
