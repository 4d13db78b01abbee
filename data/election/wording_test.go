package election

import (
	"strings"
	"testing"
)

// Every word of a result is said somewhere, and a blank is closed.
func TestEveryWordIsSaid(t *testing.T) {
	for w, row := range wording {
		said := strings.Join(row[:], "")
		if said == "" {
			t.Errorf("word %d is said nowhere", w)
		}
		if strings.Count(said, "{") != strings.Count(said, "}") {
			t.Errorf("word %d has a blank that is not closed: %q", w, said)
		}
	}
}

// A party’s name that looks like a blank is not filled in again.
func TestBlanksAreFilledOnce(t *testing.T) {
	got := WordGain.With(Export, "{party}", "{from}", "{from}", "Lab")
	if got != "{from} gain from Lab" {
		t.Error(got)
	}
}

// What two outlets word differently is two columns of one row.
func TestOutletsHaveTheirOwnWords(t *testing.T) {
	for o, want := range map[Outlet]string{Window: "Turnout, papers", Export: "Turnout, ballot papers", Terminal: "{turnout} by ballot papers"} {
		if got := WordTurnoutPapers.In(o); got != want {
			t.Errorf("outlet %d: %q, want %q", o, got, want)
		}
	}
	if WordRejected.In(Window) != WordRejected.In(Terminal) {
		t.Error("one word for all outlets")
	}
}
