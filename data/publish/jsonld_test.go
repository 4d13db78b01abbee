package publish_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// These types are the schema that the page's JSON-LD is held against: a field
// that is not here fails the test.
type (
	ldPerson struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	ldUpdate struct {
		Type          string     `json:"@type"`
		ID            string     `json:"@id"`
		URL           string     `json:"url"`
		Headline      string     `json:"headline"`
		DatePublished time.Time  `json:"datePublished"`
		DateModified  time.Time  `json:"dateModified"`
		Author        []ldPerson `json:"author"`
		Image         []string   `json:"image"`
		ArticleBody   string     `json:"articleBody"`
	}
	ldBlog struct {
		Context           string    `json:"@context"`
		Type              string    `json:"@type"`
		ID                string    `json:"@id"`
		URL               string    `json:"url"`
		Headline          string    `json:"headline"`
		Description       string    `json:"description"`
		InLanguage        string    `json:"inLanguage"`
		CoverageStartTime time.Time `json:"coverageStartTime"`
		DatePublished     time.Time `json:"datePublished"`
		DateModified      time.Time `json:"dateModified"`

		Author    []ldPerson `json:"author"`
		Publisher ldPerson   `json:"publisher"`
		About     struct {
			Type      string   `json:"@type"`
			Name      string   `json:"name"`
			StartDate string   `json:"startDate"`
			Location  ldPerson `json:"location"`
		} `json:"about"`
		Image          []string   `json:"image"`
		LiveBlogUpdate []ldUpdate `json:"liveBlogUpdate"`
	}
)

func linkedData(t *testing.T, e blog.Edition) ldBlog {
	t.Helper()
	files, err := publish.Export(e, publish.Page, publish.Options{Name: "night", Pictures: pictures})
	if err != nil {
		t.Fatal(err)
	}
	script := find(read(t, files[0].Data), "script", "type", "application/ld+json")
	d := json.NewDecoder(bytes.NewReader([]byte(script.FirstChild.Data)))
	d.DisallowUnknownFields()
	var b ldBlog
	if err := d.Decode(&b); err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLinkedData(t *testing.T) {
	b := linkedData(t, night())
	if b.Context != "https://schema.org" || b.Type != "LiveBlogPosting" || b.InLanguage != "en-GB" {
		t.Errorf("it is a %s %s in %s", b.Context, b.Type, b.InLanguage)
	}
	if b.Headline != night().Details.Headline || b.Description != night().Details.Standfirst || b.URL != night().Details.Address {
		t.Error("headline, description or address are not the edition's")
	}
	if len(b.Author) != 2 || b.Author[0] != (ldPerson{"Person", "Ann Example"}) || b.Publisher != (ldPerson{"Organization", "The Harbour Post"}) {
		t.Errorf("it is by %v for %v", b.Author, b.Publisher)
	}
	if b.About.Type != "Event" || b.About.Name != "Hartlepool by-election" || b.About.StartDate != "2021-05-06" || b.About.Location.Name != "Mill House Leisure Centre" {
		t.Errorf("it is about %+v", b.About)
	}
	if !b.CoverageStartTime.Equal(time.UnixMilli(at("6 21.30"))) || !b.DateModified.Equal(time.UnixMilli(at("7 07.02"))) {
		t.Errorf("it runs from %v to %v", b.CoverageStartTime, b.DateModified)
	}
	if len(b.Image) != 1 || !strings.HasPrefix(b.Image[0], "https://harbourpost.example/live/night-pictures/") {
		t.Errorf("its images are %v", b.Image)
	}
	if len(b.LiveBlogUpdate) != 6 {
		t.Fatalf("it has %d entries", len(b.LiveBlogUpdate))
	}
	first := b.LiveBlogUpdate[0]
	if first.ID != "https://harbourpost.example/live/hartlepool#e-k9" || first.URL != first.ID || first.Headline != "Historic result" {
		t.Errorf("its first entry is %+v", first)
	}
	contains(t, "article body", first.ArticleBody, "majority is 6,940", "An agent on the floor")
	guest := b.LiveBlogUpdate[2]
	if len(guest.Author) != 3 || guest.Author[2].Name != "Dr Clare Wood" || guest.Headline == "" {
		t.Errorf("the guest's entry is %+v", guest)
	}
	for _, u := range b.LiveBlogUpdate {
		if u.Type != "BlogPosting" || u.ArticleBody == "" || u.DateModified.Before(u.DatePublished) {
			t.Errorf("an entry is %+v", u)
		}
	}
}

// TestTheStartNeverMoves while entries are added, corrected and withdrawn.
func TestTheStartNeverMoves(t *testing.T) {
	want := linkedData(t, night())
	later := night()
	later.Entries = append([]blog.Entry{{ID: "k10", Authors: []string{"a3"}, Text: "Good night.", Published: at("7 09.00"), Happened: at("6 19.00")}}, later.Entries...)
	later.Updated = at("7 09.30")
	for i := range later.Entries {
		later.Entries[i].Withdrawn = true
	}
	for name, e := range map[string]blog.Edition{"added and withdrawn": later, "without an address": func() blog.Edition {
		e := night()
		e.Details.Address = "javascript:alert(1)"
		return e
	}()} {
		got := linkedData(t, e)
		if !got.CoverageStartTime.Equal(want.CoverageStartTime) || !got.DatePublished.Equal(want.DatePublished) {
			t.Errorf("%s: it starts at %v and is published at %v", name, got.CoverageStartTime, got.DatePublished)
		}
		if strings.Contains(got.URL, "javascript") {
			t.Errorf("%s: its address is %s", name, got.URL)
		}
	}
}

// TestAnEmptyBlogIsStillOne: a night without an entry exports in every form.
func TestAnEmptyBlogIsStillOne(t *testing.T) {
	e := blog.Edition{Details: blog.Details{Zone: "Europe/London"}, Started: at("6 20.00"), Updated: at("6 20.00")}
	for _, f := range documents {
		files, err := publish.Export(e, f, publish.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if files[0].Name != "night"+f.Extension() {
			t.Errorf("its name is %s", files[0].Name)
		}
		contains(t, string(f), string(files[0].Data), "Live blog", "No entries")
	}
	if b := linkedData(t, e); len(b.LiveBlogUpdate) != 0 || !b.CoverageStartTime.Equal(time.UnixMilli(e.Started)) {
		t.Errorf("it is %+v", b)
	}
}
