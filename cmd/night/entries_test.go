package main

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"reflect"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// Tags, who read the entry, the wording before a correction and where a figure
// came from were in the night and not in its JSON.
func TestEntriesJSONHasAllThatAnEntryHolds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "all.night")
	n, err := night.Create(file, blog.Details{Title: "T", Place: "P", Zone: "Europe/London"}, night.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ann, err := n.AddAuthor("", blog.Author{Name: "Ann Example", Initials: "AE"})
	if err != nil {
		t.Fatal(err)
	}
	ben, err := n.AddAuthor("", blog.Author{Name: "Ben Example", Initials: "BE"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := n.SetContest(ann, election.Contest{Name: "Northmere", Kind: election.Local, Seats: 1}); err != nil {
		t.Fatal(err)
	}
	e, err := n.Publish(ann, blog.Entry{Text: "{contest} <names> & no more", Tags: []string{"names", "list"}, Seen: ben})
	if err != nil {
		t.Fatal(err)
	}
	e.Text = "{contest} names."
	if _, err := n.Edit(ann, e, night.Correction, "There are no others."); err != nil {
		t.Fatal(err)
	}
	if err := n.Close(); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run([]string{"entries", file, "--json"}, nil, &out, io.Discard); code != 0 {
		t.Fatalf("it ended with %d", code)
	}
	var got struct {
		Entries []struct {
			Tags        []string
			SeenBy      string `json:"seen_by"`
			Figures     []map[string]any
			Corrections []struct{ Note, Was string }
		}
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	x := got.Entries[0]
	if !reflect.DeepEqual(x.Tags, []string{"names", "list"}) || x.SeenBy != "Ben Example" {
		t.Errorf("tags %q, read by %q", x.Tags, x.SeenBy)
	}
	if f := x.Figures[0]; f["slot"] != "contest" || f["value"] != "Northmere" || f["contest"] == nil || f["revision"] != 0.0 {
		t.Errorf("the figure is %v", f)
	}
	if k := x.Corrections[0]; k.Note != "There are no others." || k.Was != "Northmere <names> & no more" {
		t.Errorf("the correction is %+v", k)
	}
}
