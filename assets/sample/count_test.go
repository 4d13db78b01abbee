package sample

import (
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
)

// asOf is the edition as of a minute of the night.
func asOf(t *testing.T, n *night.Night, clock string) blog.Edition {
	t.Helper()
	m, err := n.MomentAt(at(t, clock))
	if err != nil {
		t.Fatal(err)
	}
	return edition(t, n, m)
}

func differs(c election.Contest) bool {
	return slices.ContainsFunc(election.Checks(c), func(k election.Check) bool { return k.Code == election.SecondDiffers && k.Open() })
}

// wasKeyedTwice looks at how the second keying found the two figures swapped in
// the first, and that in the end they agreed on every one.
func wasKeyedTwice(t *testing.T, n *night.Night) {
	if c := asOf(t, n, "07 06:30").Contests[0]; c.Second != nil {
		t.Errorf("at 6.30am there is a second keying: %+v", c.Second)
	}
	if c := asOf(t, n, "07 06:32").Contests[0]; !differs(c) {
		t.Error("at 6.32am the second keying agrees with 8,859 for Williams")
	}
	e := asOf(t, n, "07 07:01")
	c := e.Contests[0]
	if differs(c) || c.Second == nil || len(c.Second.Votes) != 16 {
		t.Fatalf("when it was declared the second keying was %+v", c.Second)
	}
	for _, k := range c.Candidates {
		if c.Second.Votes[k.ID] != k.Votes {
			t.Errorf("%s was keyed as %s and as %s", k.Name(), k.Votes, c.Second.Votes[k.ID])
		}
	}
	if c.Second.Verified != c.Verified || c.Second.Rejected != c.Rejected {
		t.Errorf("papers were keyed as %s and %s, and as %s and %s", c.Verified, c.Rejected, c.Second.Verified, c.Second.Rejected)
	}
	if second, _ := e.Author(c.Second.Author); second.Initials != "HS" {
		t.Errorf("the second keying is %s’s, want the author’s who did not key the first", second.Name)
	}
}

func keptARushToItself(t *testing.T, n *night.Night) {
	e := asOf(t, n, "07 06:45")
	if flags := e.Contests[0].Flags; len(flags) != 1 || flags[0].Kind != election.Rush || !strings.Contains(flags[0].Source, "invented") {
		t.Errorf("at 6.45am the desk’s flags are %+v, want one rush from an invented source", flags)
	}
	if flags := e.Public().Contests[0].Flags; len(flags) > 0 {
		t.Errorf("at 6.45am readers are told %+v", flags)
	}
	if flags := asOf(t, n, "07 06:55").Contests[0].Flags; len(flags) > 0 {
		t.Errorf("at 6.55am, before the declaration, there still is %+v", flags)
	}
}

func correctedTheResult(t *testing.T, n *night.Night) {
	contests, err := n.Contests()
	if err != nil {
		t.Fatal(err)
	}
	revisions, err := n.Revisions(contests[0].ID)
	if err != nil || len(revisions) != 2 {
		t.Fatalf("there are %d revisions (%v), want the declaration and one correction", len(revisions), err)
	}
	was, is := revisions[0], revisions[1]
	if was.When != at(t, "07 07:01") || is.When != at(t, "07 07:11") {
		t.Error("the correction did not come ten minutes after the declaration")
	}
	if !strings.Contains(is.Reason, "Invented") || !strings.Contains(is.Source, "invented") {
		t.Errorf("the correction is not plainly invented: %q, %q", is.Reason, is.Source)
	}
	if was.Contest.Rejected != election.Of(192) || is.Contest.Rejected != election.Of(182) {
		t.Errorf("rejected papers went from %s to %s, want from 192 to 182", was.Contest.Rejected, is.Contest.Rejected)
	}
	for i, k := range is.Contest.Candidates {
		before := was.Contest.Candidates[i]
		if k.Surname == "Flying Brick" {
			if before.Votes != election.Of(98) || k.Votes != election.Of(108) {
				t.Errorf("the Flying Brick went from %s to %s, want from 98 to 108", before.Votes, k.Votes)
			}
		} else if k.Votes != before.Votes {
			t.Errorf("%s went from %s to %s, want no change", k.Name(), before.Votes, k.Votes)
		}
	}
}

// listsWhatTheCorrectionMoved goes through the minutes around the correction.
// Of the entries that had frozen figures of the declared result, exactly those
// are listed whose figures moved, until each is accepted.
func listsWhatTheCorrectionMoved(t *testing.T, n *night.Night) {
	declared := 0
	for _, x := range asOf(t, n, "07 07:10").Entries {
		if slices.ContainsFunc(x.Frozen, func(f blog.Frozen) bool { return f.Revision == 1 }) {
			declared++
		}
	}
	if declared != 4 {
		t.Errorf("%d entries had frozen figures of the declared result, want 4, two of which did not move", declared)
	}
	for _, c := range []struct {
		clock string
		want  []string
	}{
		{"07 07:10", nil},
		{"07 07:11", []string{
			"Deposits: deposit is 1,496.65, Flying Brick.votes is 108",
			"All sixteen, as read: rejected is 182",
		}},
		{"07 07:12", []string{"All sixteen, as read: rejected is 182"}},
		{"07 07:13", nil},
		{"07 09:13", nil},
	} {
		e := asOf(t, n, c.clock)
		var got []string
		for _, s := range figure.Affected(e.Entries, e.Results()) {
			var moved []string
			for _, f := range s.Slots {
				moved = append(moved, f.Slot+" is "+f.Value)
			}
			got = append(got, s.Entry.Kicker+": "+strings.Join(moved, ", "))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("at %s there are listed %q, want %q", c.clock, got, c.want)
		}
	}
	x := entryOf(t, edition(t, n, night.Moment{}), "Deposits")
	plain := text.Plaintext(text.Parse(x.Text, x.Figures()))
	if len(x.Corrections) != 1 || !strings.Contains(x.Corrections[0].Was, "on 98, beat one other") || !strings.Contains(plain, "on 108, beat two others") {
		t.Errorf("the accepted correction reads %q and says %+v", plain, x.Corrections)
	}
}
