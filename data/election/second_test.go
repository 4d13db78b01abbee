package election

import (
	"strings"
	"testing"
)

// twice is Hartlepool keyed a second time, with one thing altered in that.
func twice(alter func(k *Keying)) Contest {
	return hartlepoolWith(func(c *Contest) {
		c.State, c.Second = Provisional, keyedAgain(*c)
		alter(c.Second)
	})
}

// Field by field, both figures of everything that differs, and nothing else.
func TestSecondKeying(t *testing.T) {
	for _, k := range []struct {
		what  string
		alter func(k *Keying)
		says  string // after "The second keying differs from the first: "
	}{
		{"agrees", func(k *Keying) {}, ""},
		{"one candidate", func(k *Keying) { k.Votes["Lee"] = Of(2094) }, "Sam Lee 2,904 and then 2,094."},
		{"0 is a figure", func(k *Keying) { k.Votes["Lee"] = Of(0) }, "Sam Lee 2,904 and then 0."},
		{"papers verified", func(k *Keying) { k.Verified = Of(30151) }, "papers verified 30,115 and then 30,151."},
		{"rejected papers", func(k *Keying) { k.Rejected = Of(128) }, "rejected papers 182 and then 128."},
		{"everything in its order", func(k *Keying) {
			k.Votes["Williams"], k.Votes["Bettney"], k.Rejected, k.Verified = Of(1), Of(2), Of(3), Of(4)
		},
			"papers verified 30,115 and then 4, rejected papers 182 and then 3, David Bettney 104 and then 2, Paul Williams 8,589 and then 1."},
		{"what was not keyed again is not compared", func(k *Keying) { k.Votes, k.Verified, k.Rejected = nil, Count{}, Count{} }, ""},
		{"nor a candidate left out", func(k *Keying) { delete(k.Votes, "Lee") }, ""},
		{"nor somebody who is not on the paper", func(k *Keying) { k.Votes["nobody"] = Of(7) }, ""},
	} {
		check, _ := raised(twice(k.alter), SecondDiffers)
		want := k.says
		if want != "" {
			want = "The second keying differs from the first: " + want
		}
		equal(t, k.what, check.Text, want)
	}
}

// The differences name their fields by what a desk can find them with, and a
// correction is not measured against the count before it.
func TestDifferencesOfTheKeyings(t *testing.T) {
	c := twice(func(k *Keying) { k.Votes["Lee"], k.Verified = Of(2094), Of(4) })
	all := Differences(c)
	equal(t, "how many", len(all), 2)
	equal(t, "papers", all[0], Difference{"verified", "papers verified", Of(30115), Of(4)})
	equal(t, "candidate", all[1], Difference{"Lee", "Sam Lee", Of(2904), Of(2094)})
	c.State = Corrected
	equal(t, "of a corrected result", Differences(c) == nil, true)
	c.State, c.Second = Provisional, nil
	equal(t, "without a second keying", Differences(c) == nil, true)
}

func TestSecondKeyingOfWhatTheFirstLeftBlank(t *testing.T) {
	c := twice(func(*Keying) {})
	c.Rejected = Count{}
	check, _ := raised(c, SecondDiffers)
	equal(t, "sentence", check.Text, "The second keying differs from the first: rejected papers – and then 182.")
}

// Until it is settled it stands in the way of a declaration; settled by
// correcting either keying, or by a reason that lapses when a figure moves.
func TestSecondKeyingBlocks(t *testing.T) {
	c := twice(func(k *Keying) { k.Votes["Lee"] = Of(2094) })
	blocked := Blocked(Checks(c))
	equal(t, "blocked by", len(blocked), 1)
	c.Second.Votes["Lee"] = Of(2904)
	equal(t, "the second keying put right", len(Checks(c)), 0)
	c.Second.Votes["Lee"] = Of(2094)
	c.Second = nil
	equal(t, "taken away", len(Checks(c)), 0)
	c = twice(func(k *Keying) { k.Votes["Lee"] = Of(2094) })
	c.Answers = []Answer{{Code: SecondDiffers, Figures: blocked[0].Figures}}
	equal(t, "a tick is no reason", len(Blocked(Checks(c))), 1)
	c.Answers[0].Reason = "the second was misheard"
	equal(t, "a reason is", len(Blocked(Checks(c))), 0)
	c.Second.Votes["Lee"] = Of(2095)
	equal(t, "for those figures alone", len(Blocked(Checks(c))), 1)
}

// A correction has its own source: the keying of the count before it has
// nothing to say about it.
func TestSecondKeyingAndCorrection(t *testing.T) {
	c := twice(func(k *Keying) { k.Votes["Lee"], k.Votes["Killick"] = Of(248), Of(2904) })
	for _, s := range States {
		c.State = s
		_, differs := raised(c, SecondDiffers)
		_, swapped := raised(c, "neighbours-swapped")
		equal(t, string(s)+" differs", differs, s != Corrected)
		equal(t, string(s)+" swapped", swapped, s != Corrected)
	}
}

func TestNeighboursSwapped(t *testing.T) {
	for _, k := range []struct {
		what  string
		alter func(k *Keying)
		says  string
	}{
		{"Killick and Lee", func(k *Keying) { k.Votes["Killick"], k.Votes["Lee"] = Of(2904), Of(248) }, "Chris Killick 248 and Sam Lee 2,904."},
		{"two pairs", func(k *Keying) {
			k.Votes["Killick"], k.Votes["Lee"] = Of(2904), Of(248)
			k.Votes["Bettney"], k.Votes["Dawson"] = Of(163), Of(104)
		}, "David Bettney 104 and Hilton Dawson 163; Chris Killick 248 and Sam Lee 2,904."},
		{"two who are not neighbours", func(k *Keying) { k.Votes["Killick"], k.Votes["Martin"] = Of(468), Of(248) }, ""},
		{"one of the two", func(k *Keying) { k.Votes["Lee"] = Of(248) }, ""},
		{"one keyed into the other's field, nothing into its own", func(k *Keying) {
			k.Votes["Killick"] = Of(2904)
			delete(k.Votes, "Lee")
		}, ""},
	} {
		check, _ := raised(twice(k.alter), "neighbours-swapped")
		equal(t, k.what, strings.TrimPrefix(check.Text, "Two neighbours are keyed the other way round the second time: "), k.says)
	}
	blank := twice(func(k *Keying) { k.Votes["Killick"], k.Votes["Lee"] = Count{}, Of(248) })
	blank.Candidates[lee].Votes = Count{}
	_, swapped := raised(blank, "neighbours-swapped")
	equal(t, "one of whom is not keyed yet", swapped, false)
	level := twice(func(*Keying) {})
	level.Candidates[8].Votes, level.Second.Votes["Killick"] = Of(2904), Of(2904)
	_, swapped = raised(level, "neighbours-swapped")
	equal(t, "two who are level", swapped, false)
}
