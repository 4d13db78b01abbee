package publish_test

import (
	"regexp"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish"
)

func exported(t *testing.T, e blog.Edition, f publish.Form) string {
	t.Helper()
	files, err := publish.Export(e, f, publish.Options{Name: "night", Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	return unescaped(f, files[0].Data)
}

var backslashed = regexp.MustCompile(`\\([[:punct:]])`)

// unescaped is an export without the escapes that stand for single characters
// in Markdown and in WordPress.
func unescaped(f publish.Form, data []byte) string {
	switch f {
	case publish.Markdown:
		return backslashed.ReplaceAllString(string(data), "$1")
	case publish.WordPress:
		return strings.ReplaceAll(string(data), "&#91;", "[")
	}
	return string(data)
}

// TestThePageTellsHartlepool with the figures of the record.
func TestThePageTellsHartlepool(t *testing.T) {
	for _, f := range documents {
		said := exported(t, night(), f)
		contains(t, string(f), said, "Con gain from Lab", "15,529", "51.9", "+23.0", "28.7", "−9.0", "−24.6", "−3.0", "6,940", "23.2%",
			"42.3%", "42.55%", "Turnout, valid votes", "Turnout, ballot papers", "Swing, Lab to Con", "16.0", "20.96", "182",
			"13 deposits lost", "1,496.65", "add up to 99.9", "since the 2019 general election (12 December 2019)",
			"By Ann Example and Ben Rider", "7 May 2021", "6 entries", "Thursday 6 May", "Thu 10.00pm", "6.40am", "misheard")
		for _, not := range []string{"−2.9", "Cy Silent"} {
			if strings.Contains(said, not) {
				t.Errorf("the %s has %q", f, not)
			}
		}
	}
	contains(t, "page", exported(t, night(), publish.Page), "13 others", "2,911", "<details>", "All 16 candidates")
}

// TestAPinnedEntryIsACopyWithoutAnId: its place keeps the anchor.
func TestAPinnedEntryIsACopyWithoutAnId(t *testing.T) {
	for _, f := range []publish.Form{publish.Page, publish.Fragment} {
		said := exported(t, night(), f)
		if n := strings.Count(said, `id="e-k3"`); n != 1 {
			t.Errorf("%s: the anchor of the pinned entry stands %d times", f, n)
		}
		if n := strings.Count(withoutData(said), "A short guide to the night"); n != 2 {
			t.Errorf("%s: the pinned entry stands %d times", f, n)
		}
	}
}

func withoutData(page string) string {
	head, rest, found := strings.Cut(page, "<script")
	if !found {
		return page
	}
	_, rest, _ = strings.Cut(rest, "</script>")
	return head + rest
}

// TestPicturesLieBeside under their ids, each once, in the order shown.
func TestPicturesLieBeside(t *testing.T) {
	id, data := drawing()
	e := night()
	e.Entries[0].Pinned = true
	e.Entries[1].Text += "\n\n@picture " + id[:12] + " | again"
	for _, f := range []publish.Form{publish.Page, publish.Fragment} {
		files, err := publish.Export(e, f, publish.Options{Name: "a b:c", Pictures: pictures})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, file := range files {
			names = append(names, file.Name)
			if strings.HasSuffix(file.Name, id+".png") && string(file.Data) != string(data) {
				t.Error("the picture's bytes are not its own")
			}
		}
		if names[0] != "a b:c.html" || strings.Count(strings.Join(names, " "), id) != 1 {
			t.Errorf("%s: the files are %q", f, names)
		}
		contains(t, string(f), string(files[0].Data), `src="a%20b%3Ac-pictures/`+id+`.png"`)
	}
}

// TestANameIsOneFilesName whatever the night is called.
func TestANameIsOneFilesName(t *testing.T) {
	e := night()
	e.Details.Title = "  Bush Fair / Mark Hall: 2 wards! " + strings.Repeat("é", 200)
	for name, want := range map[string]string{"../a/b": "..-a-b.html", "": "bush-fair-mark-hall-2-wards-" + strings.Repeat("é", 36) + ".html"} {
		files, err := publish.Export(e, publish.Page, publish.Options{Name: name})
		if err != nil || files[0].Name != want {
			t.Errorf("%q becomes %q: %v", name, files[0].Name, err)
		}
	}
}

// TestAPictureWithoutBytesIsTold where an export has none to give.
func TestAPictureWithoutBytesIsTold(t *testing.T) {
	e := night()
	e.Entries[1].Text = "@picture feedbeef00 | Gone | Nobody | A lost drawing"
	for _, f := range documents {
		files, err := publish.Export(e, f, publish.Options{})
		if err != nil || len(files) > 2 {
			t.Fatal(len(files), err)
		}
		contains(t, string(f), unescaped(f, files[0].Data), "[Picture: A lost drawing (feedbeef00)]", "Gone", "Nobody", "[Picture: A sports hall")
	}
}

// TestAWardWithSeveralSeats marks each of the elected and says of what its
// percentages are.
func TestAWardWithSeveralSeats(t *testing.T) {
	ward := election.Contest{
		ID: "w1", Name: "Bush Fair ward", Kind: election.Local, Seats: 2, State: election.Corrected, Revision: 3, Declared: at("7 15.00"),
		Electorate: election.Of(5000), Verified: election.Of(2000), Rejected: election.Of(12),
		Candidates: []election.Candidate{
			stood("Ann", "Oak", party("PP52", "Conservative", "Con"), 900), stood("Bo", "Ash", party("PP53", "Labour", "Lab"), 800),
			stood("Cy", "Elm", party("PP52", "Conservative", "Con"), 700), stood("Di", "Fir", party("PP53", "Labour", "Lab"), 600)},
	}
	waiting := election.Contest{ID: "w2", Name: "Mark Hall ward", State: election.Recounting, Recount: 2, Seats: 1,
		Electorate: election.Of(4000), Verified: election.Of(1000), Candidates: ward.Candidates}
	e := night()
	e.Contests = []election.Contest{ward, waiting}
	for _, f := range documents {
		said := exported(t, e, f)
		contains(t, string(f), said, "Bush Fair ward: split ward", "Bush Fair ward, 2 seats, declared 3.00pm BST on 7 May 2021; corrected since (revision 3).", "Turnout, ballot papers",
			"40.00%", "Mark Hall ward", "recount 2", "25.00%")
		if strings.Contains(said, "Turnout, valid votes") || strings.Contains(said, "Swing") {
			t.Errorf("the %s has a figure that a ward of two seats has not", f)
		}
	}
	page := exported(t, e, publish.Page)
	contains(t, "page", page, `title="% of votes cast"`)
	if n := strings.Count(page, `<span class="tick">elected</span>`); n != 2 {
		t.Errorf("%d are marked as elected", n)
	}
}

// TestTheTwoHoursWhenTheClocksGoBack print alike but for their zone.
func TestTheTwoHoursWhenTheClocksGoBack(t *testing.T) {
	const first, second = 1635640200000, 1635643800000 // 31 October 2021, 0.30 and 1.30 UTC
	e := night()
	e.Entries = []blog.Entry{
		{ID: "k2", Authors: []string{"a1"}, Text: "Second.", Published: second, Updated: second, Happened: second},
		{ID: "k1", Authors: []string{"a1"}, Text: "First.", Published: first + 3600_000, Updated: first + 3600_000, Happened: first},
	}
	for _, f := range documents {
		contains(t, string(f), exported(t, e, f), "1.30am BST", "1.30am GMT", "Posted 1.30am")
	}
	contains(t, "page", exported(t, e, publish.Page), `datetime="2021-10-31T01:30:00+01:00"`, `datetime="2021-10-31T01:30:00Z"`)
}

// TestTextIsFiledCopy: no hard wrap, one blank line between paragraphs, stars
// between entries and "ends" at the end.
func TestTextIsFiledCopy(t *testing.T) {
	e := night()
	long := strings.TrimSpace(strings.Repeat("a long paragraph without a break ", 60))
	e.Entries[1].Text = long + "\n\nNext."
	text := exported(t, e, publish.Text)
	contains(t, "text", text, "\n\n"+long+"\n\nNext.\n\n", "\n\n* * *\n\n", "[Picture: A sports hall with long tables, drawn in grey] Tables are set out for the count. (Drawing: B. Rider)",
		"4. the Headland boxes\n5. the postal votes\n6. who has gone home", "> — An agent on the floor", "in the handbook (https://www.electoralcommission.org.uk/)")
	if !strings.HasSuffix(text, "\n\n* * *\n\nCorrections\n6.40am, But how?: an earlier version misheard the turnout. (https://harbourpost.example/live/hartlepool#e-k8)\n\nends\n") {
		t.Errorf("it ends %q", text[len(text)-120:])
	}
	if n := strings.Count(text, "\n* * *\n"); n != len(e.Entries)+1 {
		t.Errorf("%d lines of stars for %d entries", n, len(e.Entries))
	}
	if strings.Contains(text, "\n\n\n") || strings.Contains(text, " \n") {
		t.Error("it has two blank lines together, or a space at the end of a line")
	}
}

// TestContestsOfOneNameKeepApart by id and code; their name finds neither,
// as at the desk.
func TestContestsOfOneNameKeepApart(t *testing.T) {
	e := night()
	other := hartlepool()
	other.ID, other.Code = "c2", "E99"
	other.Candidates = other.Candidates[:3]
	other.Baselines = nil
	e.Contests = append(e.Contests, other)
	e.Entries[0].Text = "@result E99\n\n@result c1\n\n@result hartlepool\n\n@chart Hartlepool | share\n\n@result Nowhere"
	text := exported(t, e, publish.Text)
	_, entry, _ := strings.Cut(text, "Historic result")
	contains(t, "entry", entry, "North East: 163 (40.0%), elected", "15,529 (51.9%, +23.0)",
		"@result hartlepool\n", "@chart Hartlepool | share\n", "@result Nowhere\n")
	if n := strings.Count(entry, "Jill Mortimer"); n != 1 {
		t.Errorf("she is there %d times", n)
	}
}

// TestAContestIsFoundAsTheDeskFindsIt: what proof reading and the preview
// accept as its name must not stand in the page as typed.
func TestAContestIsFoundAsTheDeskFindsIt(t *testing.T) {
	e := night()
	e.Contests[0].Name = "Pen-y-bryn’s Môr ward"
	e.Entries[0].Text = "@result pen-y-bryn's mor\n\n@chart Pen‑y‑bryn's Môr | share"
	for _, f := range documents {
		said := exported(t, e, f)
		for _, typed := range []string{"@result", "@chart"} {
			if strings.Contains(said, typed) {
				t.Errorf("%s has the %s line as typed", f, typed)
			}
		}
	}
}

// TestABareAddressIsPrintedOnce, also where a link has to encode some of it.
func TestABareAddressIsPrintedOnce(t *testing.T) {
	e := night()
	e.Entries[0].Text = "Boxes are listed at https://harbour.example/boxes[4], said the officer."
	contains(t, "text", exported(t, e, publish.Text), "listed at https://harbour.example/boxes[4], said")
}
