package election

import (
	"regexp"
	"strings"
	"testing"
)

func TestColour(t *testing.T) {
	for id, fill := range map[string]string{
		"PP52": "0087DC", "PP53": "E4003B", "PP90": "FAA61A", "PP7931": "12B6CF", "PP63": "02A95B", "PP102": "FDF38E",
		"PP77": "005B54", "PP85": "6D3177", "PP70": "D46A4C", "PP39": "326760", "PP55": "2AA82C", "PP83": "48A5EE",
		"PP103": "F6CB2F",
	} {
		p, ok := PartyByID(id)
		equal(t, id+" is in the table", ok, true)
		equal(t, p.Name, Colour(p, nil), fill)
	}
	con := party("PP52")
	equal(t, "an independent", Colour(Independent, nil), "DCDCDC")
	equal(t, "the zero party", Colour(Party{}, nil), "DCDCDC")
	equal(t, "the desk's own", Colour(con, map[string]string{"PP52": "#0a1b2c"}), "0A1B2C")
	equal(t, "the desk's own for independents", Colour(Independent, map[string]string{"": "777777"}), "777777")
	for _, wrong := range []string{"", "blue", "#FFF", "12345G", "url(#x)", "0087DC0"} {
		equal(t, "own colour "+wrong, Colour(con, map[string]string{"PP52": wrong}), "0087DC")
	}
	residents := Party{Name: "Residents"}
	equal(t, "independents' own is not a party's", Colour(residents, map[string]string{"": "777777"}), Colour(residents, nil))
}

func TestColourOfUnknownParties(t *testing.T) {
	a, b := Party{ID: "x:1", Name: "One"}, Party{ID: "x:2", Name: "Two"}
	equal(t, "stable under a new name", Colour(a, nil), Colour(Party{ID: "x:1", Name: "Uno"}, nil))
	if Colour(a, nil) == Colour(b, nil) {
		t.Error("two parties share a colour")
	}
	equal(t, "by name where there is no id", Colour(Party{Name: "One"}, nil), Colour(Party{Name: "ONE"}, nil))
	form := regexp.MustCompile(`^([6-9][0-9A-F]){3}$`)
	for _, id := range []string{"x:1", "PP1", "PP99999", "", "Ω"} {
		if fill := Colour(Party{ID: id, Name: "N"}, nil); !form.MatchString(fill) {
			t.Errorf("the colour of %q is %s, not a quiet one", id, fill)
		}
	}
}

func TestPartyTable(t *testing.T) {
	ids, form := map[string]bool{}, regexp.MustCompile(`^[0-9A-F]{6}$`)
	for _, p := range Parties() {
		if p.Name == "" || p.Short == "" || ids[p.ID] || !strings.HasPrefix(p.ID, "PP") && p.ID != SpeakerID {
			t.Errorf("a line is wrong: %+v", p)
		}
		ids[p.ID] = true
		if !form.MatchString(Colour(p, nil)) {
			t.Errorf("the colour of %s is %q", p.Name, Colour(p, nil))
		}
		if same, ok := PartyByID(p.ID); !ok || same != p {
			t.Errorf("%s is not found by its id", p.Name)
		}
	}
	for _, k := range hartlepool2021().Candidates {
		if !k.Party.IsIndependent() && !ids[k.Party.ID] {
			t.Errorf("%s is not in the table", k.Party.ID)
		}
	}
	_, ok := PartyByID("")
	equal(t, "independents have a line", ok, false)
	Parties()[0].Name = "changed"
	equal(t, "the table after a caller wrote to its slice", Parties()[0].Name, "Conservative")
}

func TestLabel(t *testing.T) {
	equal(t, "short", party("PP53").Label(), "Lab")
	equal(t, "name", Party{ID: "x:1", Name: "Residents"}.Label(), "Residents")
	equal(t, "independent", Party{}.Label(), "Ind")
}
