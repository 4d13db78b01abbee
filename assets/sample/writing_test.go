package sample

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// entryOf is the entry under a kicker.
func entryOf(t *testing.T, e blog.Edition, kicker string) blog.Entry {
	t.Helper()
	i := slices.IndexFunc(e.Entries, func(x blog.Entry) bool { return x.Kicker == kicker })
	if i < 0 {
		t.Fatalf("there is no entry %q", kicker)
	}
	return e.Entries[i]
}

// raisedNoFalseAlarm reads every entry as it stood after every act that
// changed the blog, against what the desk knew at that moment.
func raisedNoFalseAlarm(t *testing.T, n *night.Night, last blog.Edition) {
	acts, err := n.History("")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, a := range acts {
		if !slices.Contains([]night.ActKind{"publish", "edit", "correct entry"}, a.Kind) {
			continue
		}
		e := edition(t, n, night.Moment{Seq: a.Seq})
		for _, x := range e.Entries {
			if slices.ContainsFunc(a.Subjects, func(s night.Subject) bool { return s.ID == x.ID }) {
				noMarks(t, clockTime(x)+", as of "+time.UnixMilli(a.Recorded).UTC().Format("15:04")+" UTC", x.Kicker, x.Text, e.Results())
				read++
			}
		}
	}
	if read < len(last.Entries)+4 {
		t.Errorf("%d texts were read, want every entry and every change of one", read)
	}
}

func namesAuthorsInOrder(t *testing.T, e blog.Edition) {
	for kicker, want := range map[string][]string{
		"Conservatives take Hartlepool": {"HS", "JQ"},
		"That is that":                  {"JQ", "HS"},
	} {
		var got []string
		for _, id := range entryOf(t, e, kicker).Authors {
			a, _ := e.Author(id)
			got = append(got, a.Initials)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q is by %v, want %v", kicker, got, want)
		}
	}
}

func tellsOfAnEarlierTime(t *testing.T, e blog.Edition) {
	x := entryOf(t, e, "Meanwhile, outside")
	if x.Happened != at(t, "07 05:26") || x.Published != at(t, "07 05:43") {
		t.Errorf("the visitor came at %s, by an entry of %s", time.UnixMilli(x.Happened).UTC(), time.UnixMilli(x.Published).UTC())
	}
	for _, x := range e.Entries {
		if x.Happened > x.Published {
			t.Errorf("%q tells of a time after it was published", x.Kicker)
		}
	}
}

func isTagged(t *testing.T, e blog.Edition) {
	with := map[string]int{}
	for _, x := range e.Entries {
		for _, tag := range x.Tags {
			with[tag]++
		}
	}
	for tag, want := range map[string]int{"turnout": 3, "councils": 2, "charts": 3, "flapjack": 2, "inflatable": 2, "corrections": 1} {
		if with[tag] != want {
			t.Errorf("%d entries are tagged %q, want %d", with[tag], tag, want)
		}
	}
}

func keepsAWithdrawnAnchor(t *testing.T, n *night.Night, e blog.Edition) {
	x := entryOf(t, e, "Back at twenty past")
	if !x.Withdrawn {
		t.Error("the man with the lanyard is still believed")
	}
	then, err := n.MomentAt(at(t, "07 04:15"))
	if err != nil {
		t.Fatal(err)
	}
	if entryOf(t, edition(t, n, then), x.Kicker).Withdrawn {
		t.Error("it was withdrawn before anybody read it")
	}
	out, err := publish.Export(e, publish.Page, publish.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page := string(out[0].Data)
	if !strings.Contains(page, `id="e-`+x.ID+`"`) {
		t.Error("the withdrawn entry's anchor is gone from the page")
	}
	if strings.Contains(page, "lanyard") {
		t.Error("the page says what was withdrawn")
	}
}

func holdsADraft(t *testing.T, n *night.Night, e blog.Edition) {
	drafts, err := n.Drafts()
	if err != nil {
		t.Fatal(err)
	}
	fields := map[string]night.Draft{}
	for _, d := range drafts {
		if !strings.HasPrefix(d.Group, "held:") || d.Group != drafts[0].Group {
			t.Errorf("a draft is kept under %q, want one held entry", d.Group)
		}
		if d.Caret != utf8.RuneCountInString(d.Text) {
			t.Errorf("the caret of its %s is at %d of %q", d.Field, d.Caret, d.Text)
		}
		if d.Saved != at(t, "07 09:02") {
			t.Errorf("its %s was saved at %s", d.Field, time.UnixMilli(d.Saved).UTC())
		}
		fields[d.Field] = d
	}
	kicker, text := fields["kicker"].Text, fields["text"].Text
	if kicker == "" || text == "" || len(drafts) != 2 {
		t.Fatalf("the drafts are %+v, want the kicker and the text of one entry", drafts)
	}
	noMarks(t, "the held draft", kicker, text, e.Results())
	if frozen, problems := figure.Freeze(text, e.Results()); len(frozen) != 1 || len(problems) > 0 {
		t.Errorf("its figures are %+v, with problems %+v", frozen, problems)
	}
}
