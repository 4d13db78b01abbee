package chart_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

// wide is the columns that a text takes in a monospaced font.
func wide(s string) int {
	return (&runewidth.Condition{StrictEmojiNeutral: true}).StringWidth(s)
}

// column finds where a word ends in each line that has it, in columns.
func ends(text, word string) (at []int) {
	for _, line := range strings.Split(text, "\n") {
		if i := strings.Index(line, word); i >= 0 {
			at = append(at, wide(line[:i+len(word)]))
		}
	}
	return at
}

func TestTextIsAligned(t *testing.T) {
	c := hartlepool()
	c.Candidates[0].Surname = "王小明"
	c.Candidates[1].Surname = "Dé\u0301ja\u0308"
	for columns := 40; columns < 120; columns++ {
		text := model(t, c, chart.Share).Text(columns)
		right := ends(text, "15,529")[0]
		for _, votes := range []string{" 8,589", " 104 ", " 163 "} {
			if got := ends(text, strings.TrimRight(votes, " "))[0]; got != right {
				t.Errorf("at %d columns%s ends at %d and not at %d:\n%s", columns, votes, got, right, text)
			}
		}
		if a, b := ends(text, "+23.0")[0], ends(text, "−9.0")[0]; a != b {
			t.Errorf("at %d columns the changes end at %d and %d", columns, a, b)
		}
	}
}

// keepsToColumns looks at the lines of a chart's text.
func keepsToColumns(t *rapid.T, m chart.Model, columns int) {
	t.Helper()
	text := m.Text(columns)
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\n") {
		t.Errorf("not lines of text: %q", text)
	}
	for _, line := range strings.Split(text, "\n") {
		if wide(line) > columns || strings.TrimRight(line, " ") != line {
			t.Errorf("%d columns, %d allowed: %q", wide(line), columns, line)
		}
	}
}

func TestTextOfHistoryAndSeatsIsAligned(t *testing.T) {
	h := governing()
	h.Rows[0].Name = "王小明"
	for columns := 40; columns < 120; columns++ {
		text := drawnHistory(t, h).Text(columns)
		for _, same := range [][2]string{{" +8.5", "−37.6"}, {"23 Feb 2017", "6 May 2021"}} {
			if a, b := ends(text, same[0]), ends(text, same[1]); len(a) == 0 || len(b) == 0 || a[0] != b[0] {
				t.Errorf("at %d columns %v end at %v and %v:\n%s", columns, same, a, b, text)
			}
		}
		text = councilOf(t, harlow).Text(columns)
		if a, b := ends(text, " 20  +7"), ends(text, " 12  −8"); len(a) == 0 || len(b) == 0 || a[0] != b[0] {
			t.Errorf("at %d columns the seats end at %v and %v:\n%s", columns, a, b, text)
		}
	}
	text := councilOf(t, harlow).Text(80)
	for _, want := range []string{
		"▒▒▒▒▒▒▒▒█████████│███\n", "▒▒▒▒▒▒▒▒▒▒▒█     │\n", "□                │\n", "│ 17 needed for control, ▒ not up, █ won this time, □ vacant.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func TestTextHasEveryCandidateInFull(t *testing.T) {
	text := model(t, crowd(34), chart.Share).Text(72)
	for _, k := range crowd(34).Candidates {
		if !strings.Contains(text, k.Name()+", "+k.Party.Label()) {
			t.Errorf("no %s in\n%s", k.Name(), text)
		}
	}
	if !strings.Contains(text, "█") || strings.Contains(text, "…") {
		t.Errorf("bars and whole names:\n%s", text)
	}
}

func TestTextBarsEndInEighths(t *testing.T) {
	c := crowd(2)
	c.Candidates[0].Votes, c.Candidates[1].Votes = election.Of(800), election.Of(1)
	c.Baselines = nil
	text := model(t, c, chart.Share).Text(100)
	if !strings.Contains(text, "▏\n") {
		t.Errorf("the least bar is an eighth of a column:\n%s", text)
	}
}
