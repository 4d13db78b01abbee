package figure

import (
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

func TestCompletionsOfASlot(t *testing.T) {
	c := hartlepool()
	one := blog.Results{Contests: []election.Contest{c}}
	two := blog.Results{Contests: []election.Contest{bushFair(), c}}
	show := func(all []Completion) string {
		var out []string
		for _, x := range all {
			out = append(out, x.Slot+"="+x.Prints)
		}
		return strings.Join(out, " ")
	}
	for _, x := range []struct {
		typed string
		r     blog.Results
		want  string
	}{
		{"maj", one, "majority=6,940 majority.share=23.2"},
		{"MAJORITY", one, "majority.share=23.2"},
		{"maj", two, "Hartlepool.majority=6,940 Hartlepool.majority.share=23.2"},
		{"hartlepool.maj", two, "Hartlepool.majority=6,940 Hartlepool.majority.share=23.2"},
		{"mortimer.v", one, "Mortimer.votes=15,529"},
		{"Mort", one, "Mortimer.votes=15,529 Mortimer.share=51.9 Mortimer.change=+23.0 Mortimer.rank=1 Mortimer.name=Jill Mortimer Mortimer.party=Conservative"},
		{"Lab.sh", one, "Lab.share=28.7"},
		{"nobody", one, ""},
	} {
		if got := show(Complete(x.typed, c, x.r)); got != x.want {
			t.Errorf("%q: %s, want %s", x.typed, got, x.want)
		}
	}
	c.State = election.Counting
	for _, x := range Complete("Mort", c, blog.Results{Contests: []election.Contest{c}}) {
		if strings.ContainsAny(x.Prints, "0123456789") {
			t.Errorf("%s prints %s under embargo", x.Slot, x.Prints)
		}
	}
}
