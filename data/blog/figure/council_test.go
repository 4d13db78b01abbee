package figure

import (
	"reflect"
	"slices"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// open is a night with the last n wards still counting.
func open(r blog.Results, n int) blog.Results {
	r.Contests = slices.Clone(r.Contests)
	for i := len(r.Contests) - n; i < len(r.Contests); i++ {
		r.Contests[i] = in(r.Contests[i], election.Counting)
	}
	return r
}

// A council has the seats that declared wards give it, and nothing of a count
// that is still under embargo.
func TestSlotsOfACouncil(t *testing.T) {
	for _, c := range []struct{ slot, all, half, none string }{
		{"Harlow.control", "Conservative", "", ""},
		{"Harlow council.control:prose", "the Conservatives", "", ""},
		{"E07000073.outcome", "Con gain from Lab", "", ""},
		{"harlow.CONTROL.BEFORE", "Labour", "Labour", "Labour"},
		{"Harlow.majority:seats", "eight seats", "", ""},
		{"Harlow.needed", "17", "17", "17"},
		{"Harlow.seats", "33", "33", "33"},
		{"Harlow.up", "13", "13", "13"},
		{"Harlow.to come", "0", "6", "13"},
		{"Harlow.vacant:seats", "one seat", "one seat", "one seat"},
		{"Harlow.Con.seats", "20", "14", "8"},
		{"Harlow.Conservative.won:words", "12", "six", "zero"},
		{"Harlow.Con.change", "+7", "", ""},
		{"Harlow.Lab.change", "−8", "", ""},
		{"Harlow.Lab.change:nosign", "8", "", ""},
		{"Harlow.Green.seats", "0", "0", "0"},
		{"Harlow.Green.change", "0", "", ""},
	} {
		for _, night := range []struct {
			open int
			want string
		}{{0, c.all}, {6, c.half}, {11, c.none}} {
			if got, _ := Live(open(harlow(), night.open))(c.slot); got != night.want {
				t.Errorf("{%s} with %d wards to come is %q, want %q", c.slot, night.open, got, night.want)
			}
		}
	}
}

func TestSlotsOfNoOverallControl(t *testing.T) {
	night := harlow()
	for i := range night.Contests {
		if i > 6 {
			night.Contests[i] = with(night.Contests[i], 600, 800)
		}
	}
	for slot, want := range map[string]string{
		"Harlow.control": "no overall control", "Harlow.control:prose": "no overall control",
		"Harlow.outcome": "Lab loss to NOC", "Harlow.majority": "",
	} {
		if got, _ := Live(night)(slot); got != want {
			t.Errorf("{%s} is %q, want %q", slot, got, want)
		}
	}
}

func TestSlotsThatACouncilDoesNotHave(t *testing.T) {
	twins := harlow()
	twins.Councils = append(twins.Councils, election.Council{ID: "other", Name: "Harlow", Seats: 3})
	for _, c := range []struct {
		slot, code string
		night      blog.Results
	}{
		{"Harlow.turnout", "slot-unknown", harlow()},
		{"Harlow.Adams.seats", "slot-unknown", harlow()},
		{"Harlow.change", "slot-unknown", harlow()},
		{"Harlow.Con.majority", "slot-unknown", harlow()},
		{"Harlow.seats:points", "slot-format", harlow()},
		{"Harlow.control", "slot-without-figure", open(harlow(), 6)},
		{"control", "slot-unknown", harlow()},
		{"Harlow.seats", "slot-ambiguous", twins},
		{"other.seats", "", twins},
	} {
		_, problems := Freeze("{"+c.slot+"}", c.night)
		code := ""
		if len(problems) > 0 {
			code = problems[0].Code
			t.Log(problems[0].Text)
		}
		if code != c.code {
			t.Errorf("{%s} has problem %q, want %q", c.slot, code, c.code)
		}
	}
}

// Where a seat in Parliament goes by the council's name, it goes first.
func TestACouncilBesideAContestOfItsName(t *testing.T) {
	night := harlow()
	seat := hartlepool()
	seat.Name = "Harlow"
	night.Contests = append(night.Contests, seat)
	live := Live(night)
	for slot, want := range map[string]string{
		"Harlow.majority": "6,940", "Harlow council.majority": "8", "E07000073.majority": "8",
		"Harlow.Con.votes": "15,529", "Harlow.Con.seats": "20", "Harlow.control": "Conservative",
		"Harlow.outcome": "Con gain from Lab",
	} {
		if got, _ := live(slot); got != want {
			t.Errorf("{%s} is %q, want %q", slot, got, want)
		}
	}
}

// What was printed of a council while wards were to come was right then. What
// was printed of the whole of it is put right where a ward is corrected.
func TestAffectedOfACouncil(t *testing.T) {
	const text = "Con has {Harlow.Con.seats}."
	entry := func(id string, night blog.Results) blog.Entry {
		frozen, problems := Freeze(text, night)
		if problems != nil || len(frozen) != 1 || frozen[0].Contest != "harlow" {
			t.Fatalf("%+v %v", frozen, problems)
		}
		return blog.Entry{ID: id, Text: text, Published: 1, Frozen: frozen}
	}
	entries := []blog.Entry{entry("whole", harlow()), entry("half", open(harlow(), 6))}
	if entries[0].Frozen[0].Revision != 11 || entries[1].Frozen[0].Revision != 0 {
		t.Errorf("%+v", entries)
	}
	if stale := Affected(entries, harlow()); stale != nil {
		t.Errorf("%+v", stale)
	}
	corrected := harlow()
	corrected.Contests[5] = with(corrected.Contests[5], 600, 800)
	corrected.Contests[5].State, corrected.Contests[5].Revision = election.Corrected, 2
	stale := Affected(entries, corrected)
	if len(stale) != 1 || stale[0].Entry.ID != "whole" || stale[0].Now != "Con has 19." ||
		!reflect.DeepEqual(stale[0].Slots, []blog.Frozen{{Slot: "Harlow.Con.seats", Value: "19", Contest: "harlow", Revision: 12}}) {
		t.Errorf("%+v", stale)
	}
	// A ward that is taken back leaves the council without its last word.
	back := harlow()
	back.Contests[5].State = election.Counting
	stale = Affected(entries[:1], back)
	if len(stale) != 1 || !reflect.DeepEqual(stale[0].TakenBack, []string{back.Contests[5].Name}) ||
		stale[0].Now != "The result of "+back.Contests[5].Name+" was taken back; its figures are not public." {
		t.Errorf("%+v", stale)
	}
}
