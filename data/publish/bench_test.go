package publish_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// BenchmarkPage exports a night of ten thousand entries as a page; its floor
// is the reading of the same text by goldmark alone.
func BenchmarkPage(b *testing.B) {
	e := long()
	for b.Loop() {
		if _, err := publish.Export(e, publish.Page, publish.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPageFloor is goldmark, with the extensions that entries need and
// its own renderer, on the text of each of the same entries.
func BenchmarkPageFloor(b *testing.B) {
	e := long()
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify))
	for b.Loop() {
		var out bytes.Buffer
		for _, x := range e.Entries {
			if err := md.Convert([]byte(x.Text), &out); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// long is a night of ten thousand entries of three paragraphs.
func long() blog.Edition {
	e := night()
	e.Entries = nil
	for i := range 10_000 {
		when := at("7 09.00") - int64(i)*5000
		e.Entries = append(e.Entries, blog.Entry{ID: fmt.Sprintf("k%d", i), Kicker: "From the floor", Authors: []string{"a1"}, Happened: when, Published: when, Updated: when,
			Text: fmt.Sprintf("Box %d is *in*, and the tellers have it open. The agents stand two deep behind the rope and count with their lips.\n\n"+
				"- verified: **%d** papers\n- to come: the [Headland](https://www.hartlepool.gov.uk/) boxes\n\n> Ask me at breakfast.\n> — An agent", i, 400+i%300)})
	}
	return e
}
