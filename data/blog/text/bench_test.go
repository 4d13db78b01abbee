package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// prose is an entry's text of about the given length, as reporters write.
func prose(size int) string {
	const paragraph = "The returning officer has *asked* the agents to come to the table. Nobody here expects it to take long: " +
		"a majority of {majority}, say, on a swing of {swing:points}, and [the list](https://example.org/list) is up.\n\n"
	return strings.Repeat(paragraph, size/len(paragraph)+1)[:size]
}

func forLengths(b *testing.B, f func(text string)) {
	for _, size := range []int{2000, 32000} {
		b.Run(fmt.Sprintf("bytes=%d", size), func(b *testing.B) {
			typed := prose(size)
			b.SetBytes(int64(size))
			for b.Loop() {
				f(typed)
			}
		})
	}
}

// BenchmarkParse reads an entry's text into its tree, figures filled in. Time
// a byte is the same for a long text.
func BenchmarkParse(b *testing.B) { forLengths(b, func(s string) { Parse(s, known) }) }

// BenchmarkParseFloor is goldmark alone on the same text, with its own tables
// and strikes.
func BenchmarkParseFloor(b *testing.B) {
	p := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify)).Parser()
	forLengths(b, func(s string) { p.Parse(text.NewReader([]byte(s))) })
}
