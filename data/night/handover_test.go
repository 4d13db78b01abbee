package night

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"nightdesk/data/blog"
)

// wire is a profile with something in each of its fields.
func wire() blog.Profile {
	return blog.Profile{Name: "The wire", Form: "text", To: "the wire desk", Heading: 3, Order: blog.OldestOnTop,
		NoIDs: true, NoTimes: true, Pictures: blog.PicturesReserved, Chart: blog.ChartAsPNG, ASCII: true}
}

// given is a hand-over of the whole blog to a CMS.
func given() blog.HandOver {
	return blog.HandOver{Profile: "wordpress", Form: "wordpress", To: "the CMS", Whole: true, Items: []blog.Item{
		{Kind: blog.HeadlineItem, Digest: "aa"}, {Kind: blog.EntryItem, ID: "e1", Digest: "bb"}, {Kind: blog.WithdrawnItem, ID: "e2"}}}
}

func detailedNight(t *testing.T, d blog.Details) *Night {
	t.Helper()
	n, err := Create(filepath.Join(t.TempDir(), "details.night"), d, options(t))
	must0(t, err)
	return n
}

func TestTheLedgerOfHandOvers(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	before, err := n.HandOvers()
	must0(t, err)
	ada := firstAuthor(t, n)
	whole, more := given(), given()
	more.Whole, more.Items = false, more.Items[1:2]
	var moments []int64
	for _, h := range []*blog.HandOver{&whole, &more} {
		id, err := n.HandOver(ada, *h)
		must0(t, err)
		acts, err := n.History(id)
		must0(t, err)
		if len(acts) != 1 || acts[0].Kind != "hand over" || !reflect.DeepEqual(acts[0].Subjects, []Subject{{Kind: "hand-over", ID: id}}) {
			t.Fatalf("the history of it is %+v", acts)
		}
		h.ID, h.Author, h.When = id, ada, acts[0].Recorded
		moments = append(moments, acts[0].Seq)
	}
	got, err := n.HandOvers()
	must0(t, err)
	if want := append(before, whole, more); !reflect.DeepEqual(got, want) {
		t.Errorf("the ledger reads\n%+v\nwant\n%+v", got, want)
	}
	e, err := n.Edition(Moment{Seq: moments[0]})
	must0(t, err)
	if want := append(before, whole); !reflect.DeepEqual(e.HandOvers, want) {
		t.Errorf("after the first the ledger read\n%+v\nwant\n%+v", e.HandOvers, want)
	}
}

func TestAHandOverIsNotUndone(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	_, err := n.Publish(ada, blog.Entry{Text: "It is handed over."})
	must0(t, err)
	_, err = n.HandOver(ada, given())
	must0(t, err)
	if _, err := n.Undo(ada); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("what somebody has was undone: %v", err)
	}
}

func TestHandOversThatMakeNoSenseAreRefused(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	for name, spoil := range map[string]func(*blog.HandOver){
		"nothing in it": func(h *blog.HandOver) { h.Items = nil },
		"no form":       func(h *blog.HandOver) { h.Form = "" },
		"a rehearsal":   func(h *blog.HandOver) { h.Rehearsal = true },
	} {
		h := given()
		spoil(&h)
		_, err := n.HandOver("", h)
		mustBeRefused(t, name, err)
	}
}

func mustBeRefused(t *testing.T, name string, err error) {
	t.Helper()
	var refused *RefusedError
	if !errors.As(err, &refused) || refused.Why == "" || refused.Next == "" {
		t.Errorf("%s: %v", name, err)
	}
}

func TestARehearsalIsNeverHandedOverAsReal(t *testing.T) {
	n := detailedNight(t, blog.Details{Title: "Drill", Rehearsal: true})
	defer n.Close()
	_, err := n.HandOver("", given())
	mustBeRefused(t, "a rehearsal as real", err)
	drill := given()
	drill.Rehearsal = true
	_, err = n.HandOver("", drill)
	must0(t, err)

	must0(t, n.SetDetails("", blog.Details{Title: "Drill two", Rehearsal: true}))
	must0(t, n.SetDetails("", blog.Details{Title: "For real"}))
	acts, err := n.History("details")
	must0(t, err)
	var kinds []ActKind
	for _, a := range acts {
		kinds = append(kinds, a.Kind)
	}
	if want := []ActKind{"create", "details", "rehearsal"}; !reflect.DeepEqual(kinds, want) {
		t.Errorf("the history of the details is %q, want %q", kinds, want)
	}
	_, err = n.HandOver("", given())
	must0(t, err)
	_, err = n.HandOver("", drill)
	mustBeRefused(t, "a real night as a rehearsal", err)
	ledger, err := n.HandOvers()
	must0(t, err)
	if len(ledger) != 2 || !ledger[0].Rehearsal || ledger[1].Rehearsal {
		t.Errorf("the ledger reads %+v", ledger)
	}
}

func TestTheLanguageIsATag(t *testing.T) {
	for _, tag := range []string{"", "cy", "en-GB", "zh-Hant-TW"} {
		n := detailedNight(t, blog.Details{Language: tag})
		d, err := n.Details()
		if err != nil || d.Language != tag {
			t.Errorf("%q became %q, %v", tag, d.Language, err)
		}
		must0(t, n.Close())
	}
	n := detailedNight(t, blog.Details{})
	defer n.Close()
	for _, tag := range []string{"en_GB", "English", "e", `en" onload="`, "en-", " en"} {
		mustBeRefused(t, tag, n.SetDetails("", blog.Details{Language: tag}))
		_, err := Create(filepath.Join(t.TempDir(), "no.night"), blog.Details{Language: tag}, options(t))
		mustBeRefused(t, tag, err)
	}
}
