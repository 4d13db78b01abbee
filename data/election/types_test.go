package election

import (
	"encoding/json"
	"testing"
)

func TestCount(t *testing.T) {
	equal(t, "unknown", Count{}.String(), "–")
	equal(t, "nought is not unknown", Of(0) == Count{}, false)
	equal(t, "thousands", Of(70768).String(), "70,768")
	equal(t, "hundreds", Of(182).String(), "182")
	equal(t, "millions", Of(-1234567).String(), "−1,234,567")
	equal(t, "or", Count{}.Or(7)+Of(3).Or(7), 10)
	n, known := Count{}.Get()
	equal(t, "unknown got", n == 0 && !known, true)
	equal(t, "known", Of(0).Known(), true)
}

func TestCountAsJSON(t *testing.T) {
	for text, want := range map[string]Count{"null": {}, "0": Of(0), "15529": Of(15529), "-3": Of(-3)} {
		got := Of(99)
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
		if out, err := json.Marshal(want); err != nil || string(out) != text {
			t.Errorf("%v is written as %s, %v", want, out, err)
		}
	}
	for _, text := range []string{`"15529"`, "1.5", "[]"} {
		var c Count
		if err := json.Unmarshal([]byte(text), &c); err == nil {
			t.Errorf("%s is read as %v", text, c)
		}
	}
}

func TestFraction(t *testing.T) {
	half, third, unknown := Ratio(Of(1), Of(2)), Ratio(Of(-1), Of(3)), Fraction{}
	for _, k := range []struct{ what, got, want string }{
		{"half away from zero", Ratio(Of(5), Of(10000)).Percent(1), "0.1"},
		{"half away from zero below it", Ratio(Of(-5), Of(10000)).Percent(1), "−0.1"},
		{"zero has no sign", Ratio(Of(-4), Of(10000)).Percent(1), "0.0"},
		{"nor with one asked for", Ratio(Of(-4), Of(10000)).Signed(1), "0.0"},
		{"nought", Ratio(Of(0), Of(3)).Signed(1), "0.0"},
		{"plus", half.Signed(1), "+50.0"},
		{"minus", third.Signed(2), "−33.33"},
		{"no decimals", third.Percent(0), "−33"},
		{"sum", half.Plus(third).Percent(2), "16.67"},
		{"difference", third.Minus(half).Percent(2), "−83.33"},
		{"halved", third.Half().Percent(2), "−16.67"},
		{"without sign", third.Abs().Percent(2), "33.33"},
		{"unknown", unknown.Percent(1), "n/a"},
		{"unknown signed", unknown.Signed(1), "n/a"},
		{"unknown sum", half.Plus(unknown).Percent(1), "n/a"},
		{"unknown difference", unknown.Minus(half).Percent(1), "n/a"},
		{"unknown halved", unknown.Half().Abs().Percent(1), "n/a"},
		{"of nothing", Ratio(Of(1), Of(0)).Percent(1), "n/a"},
		{"of unknown", Ratio(Of(1), Count{}).Percent(1), "n/a"},
	} {
		equal(t, k.what, k.got, k.want)
	}
	equal(t, "sign below nought", third.Sign(), -1)
	equal(t, "unknown has no sign", unknown.Sign(), 0)
	equal(t, "unknown before known", unknown.Cmp(third), -1)
	equal(t, "known after unknown", third.Cmp(unknown), 1)
	equal(t, "unknown and unknown", unknown.Cmp(Fraction{}), 0)
	equal(t, "order", third.Cmp(half), -1)
	equal(t, "for drawing", half.Float(), 0.5)
	equal(t, "unknown for drawing", unknown.Float(), 0.0)
	equal(t, "as a number", *third.Rounded(1), -33.3)
	equal(t, "unknown as a number", unknown.Rounded(1), (*float64)(nil))
	equal(t, "the fraction itself is not changed", third.Percent(2), "−33.33")
}

func TestNames(t *testing.T) {
	k := Candidate{Forenames: "Jill", Surname: "Mortimer"}
	equal(t, "name", k.Name(), "Jill Mortimer")
	equal(t, "ballot name", k.BallotName(), "Mortimer, Jill")
	equal(t, "one name", Candidate{Surname: "Elvis"}.BallotName(), "Elvis")
	equal(t, "one name read out", Candidate{Surname: "Elvis"}.Name(), "Elvis")
	c := hartlepool2021()
	found, ok := c.Candidate("Lee")
	equal(t, "found by id", found.Name(), "Sam Lee")
	equal(t, "found", ok, true)
	_, ok = c.Candidate("Nobody")
	equal(t, "found nobody", ok, false)
}

func TestDeclaredStates(t *testing.T) {
	for _, s := range States {
		equal(t, string(s), s.IsDeclared(), s == Declared || s == Corrected)
	}
}
