package figure

import (
	"runtime"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
)

// asPattern drafts an entry from the text as a pattern's; what is drafted can
// be published, but for slots that the pattern has wrong.
func asPattern(t testing.TB, line string) {
	t.Helper()
	c := hartlepool()
	e := DraftedFrom(blog.Pattern{Moment: blog.GainMoment, Kicker: line, Text: line}, c, []election.Contest{c})
	_, typed := Freeze(line, one())
	if _, problems := Freeze(e.Text, one()); len(problems) > len(typed) {
		t.Errorf("%q drafts %q: %s", line, e.Text, problems[0].Text)
	}
}

// asSlot completes the text as what was typed after a brace, and prints it as
// the value of a slot.
func asSlot(t testing.TB, line string) {
	t.Helper()
	for _, c := range Complete(line, hartlepool(), one()) {
		if _, problems := Freeze("{"+c.Slot+"}", one()); len(problems) > 0 && (c.Prints != "" || problems[0].Code != "slot-without-figure") {
			t.Errorf("%q is completed to {%s}: %s", line, c.Slot, problems[0].Text)
		}
	}
}

func TestHostileLinesInPatternsAndSlots(t *testing.T) {
	for _, line := range blogtest.HostileLines(t) {
		asPattern(t, line)
		asSlot(t, line)
	}
}

func FuzzFields(f *testing.F) {
	f.Add("{majority} {Hartlepool.majority} {nope}. {Con.votes:words}, \\{a}")
	for _, piece := range blogtest.Endless {
		f.Add(piece + piece + "a" + piece)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2000 {
			asPattern(t, text)
			asSlot(t, text)
		}
	})
}

// Four times the text is four times the work; to be told from what grows with
// the square, which is sixteen times.
func TestFreezingIsLinear(t *testing.T) {
	const size, most = 4 << 10, 7
	for _, piece := range blogtest.Endless {
		freeze := func(size int) uint64 {
			var before, after runtime.MemStats
			text := strings.Repeat(piece, size/len(piece))
			runtime.ReadMemStats(&before)
			Freeze(text, one())
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		freeze(4 * size) // what is worked out once
		if a, b := freeze(size), freeze(4*size); b > most*(a+size) {
			t.Errorf("%q: %d bytes of work for %d, %d for %d", piece, a, size, b, 4*size)
		}
	}
}
