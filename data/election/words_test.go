package election

import "testing"

func TestAnd(t *testing.T) {
	for want, things := range map[string][]string{
		"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"},
	} {
		if got := And(things); got != want {
			t.Errorf("%q prints as %q, not %q", things, got, want)
		}
	}
}

func TestSeveral(t *testing.T) {
	for n, want := range map[int]string{0: "0 entries", 1: "1 entry", 1200: "1,200 entries"} {
		if got := Several(n, "entry", "entries"); got != want {
			t.Errorf("%d prints as %q, not %q", n, got, want)
		}
	}
}

func TestLongDate(t *testing.T) {
	for day, want := range map[Date]string{
		"2021-05-06": "6 May 2021", "": "", "2021-02-30": "2021-02-30", "a Thursday": "a Thursday",
	} {
		if got := day.Long(); got != want {
			t.Errorf("%q prints as %q, not %q", day, got, want)
		}
	}
}
