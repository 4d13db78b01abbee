package proofread

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"nightdesk/data/blog/blogtest"
	"nightdesk/data/blog/text"
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

// BenchmarkProof reads an entry as a sub-editor does, as publishing does first.
func BenchmarkProof(b *testing.B) { forLengths(b, func(s string) { Entry("Nearly there", s, one()) }) }

// BenchmarkProofFloor parses the same text and no more.
func BenchmarkProofFloor(b *testing.B) { forLengths(b, func(s string) { text.Read(s, nil) }) }

// Four times the text is four times the work; to be told from what grows with
// the square, which is sixteen times.
func TestProofReadingIsLinear(t *testing.T) {
	const size, most = 4 << 10, 7
	for _, piece := range blogtest.Endless {
		proof := func(size int) uint64 {
			var before, after runtime.MemStats
			typed := strings.Repeat(piece, size/len(piece))
			runtime.ReadMemStats(&before)
			Entry("", typed, one())
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		proof(4 * size) // what is worked out once
		if a, b := proof(size), proof(4*size); b > most*(a+size) {
			t.Errorf("%q: %d bytes of work for %d, %d for %d", piece, a, size, b, 4*size)
		}
	}
}
