package sample

import (
	"strings"
	"testing"
	"time"
)

const head = "# A night\n\nzone: Europe/London\nday: 2021-05-06\nauthor: AB Ada Bell\n\n"

func TestScriptRunsOverMidnight(t *testing.T) {
	s, err := readScript(
		chapter{"a.md", head + "## 11.59pm AB entry late\nkicker: Late\n\nOne.\n\nTwo.\n"},
		chapter{"b.md", "## 12.01am AB entry early\n\nThree.\n\n## 7.01am AB declare\n"},
	)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"2021-05-06T22:59:00Z", "2021-05-06T23:01:00Z", "2021-05-07T06:01:00Z"}
	for i, a := range s.acts {
		if got := a.at.UTC().Format(time.RFC3339); got != want[i] {
			t.Errorf("act %d is at %s, want %s", i, got, want[i])
		}
	}
	if got := s.acts[0]; got.text != "One.\n\nTwo." || got.fields["kicker"] != "Late" || got.name != "late" {
		t.Errorf("the first act reads %+v", got)
	}
	if got := s.authors[0]; got != (author{"AB", "Ada Bell"}) {
		t.Errorf("the author reads %+v", got)
	}
}

func TestScriptNamesTheLineThatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ act, want string }{
		"no verb":       {"## 9.45pm AB\n", "b.md, line 1: a heading needs"},
		"no such time":  {"## 25.00 AB entry x\n", "b.md, line 1: the time"},
		"text too soon": {"## 9.45pm AB entry x\nGood evening.\n", `b.md, line 1: "Good evening." is not a field`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readScript(chapter{"a.md", head}, chapter{"b.md", c.act})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want it to say %q", err, c.want)
			}
		})
	}
}
