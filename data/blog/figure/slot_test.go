package figure

import (
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

func one() blog.Results { return of(hartlepool()) }

func of(contests ...election.Contest) blog.Results { return blog.Results{Contests: contests} }

// nightOf is the night that an example is of.
func nightOf(example string) blog.Results {
	if strings.HasPrefix(example, "{Harlow.") {
		return harlow()
	}
	return one()
}

func inside(slot string) string { return strings.Trim(slot, "{}") }

func TestEverySlotPrintsItsExample(t *testing.T) {
	for _, s := range Slots() {
		live := Live(nightOf(s.Example))
		if got, ok := live(inside(s.Example)); ok != (s.Prints != "") || got != s.Prints {
			t.Errorf("%s prints %q, %v, want %q", s.Example, got, ok, s.Prints)
		}
		if s.Meaning == "" || s.Formats[0] != "plain" {
			t.Errorf("%s has no meaning or no plain format", s.Name)
		}
		if s.Prints == "" {
			continue
		}
		for _, also := range s.Also {
			example := strings.Replace(inside(s.Example), s.Name, also, 1)
			if got, _ := live(example); got != s.Prints {
				t.Errorf("{%s} prints %q, want %q", example, got, s.Prints)
			}
		}
		owner, _, _ := strings.Cut(inside(s.Example), s.Name)
		for _, format := range s.Formats {
			if got, ok := live(owner + s.Name + ":" + format); !ok || got == "" {
				t.Errorf("%s does not print as %s", s.Name, format)
			}
		}
	}
}

func TestEveryFormatPrintsItsExample(t *testing.T) {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
		if got, ok := Live(nightOf(f.Example))(inside(f.Example)); !ok || got != f.Prints {
			t.Errorf("%s prints %q, %v, want %q", f.Example, got, ok, f.Prints)
		}
	}
	for _, s := range Slots() {
		for _, f := range s.Formats {
			if !slices.Contains(names, f) {
				t.Errorf("%s has format %q, which no table explains", s.Name, f)
			}
		}
	}
}

// What is public when, for every slot and state: the embargo of the domain.
func TestNoSlotIsPublicTooEarly(t *testing.T) {
	for _, state := range election.States {
		c := in(hartlepool(), state)
		live := Live(of(c))
		for _, s := range contestSlots {
			value, ok := live(inside(s.Example))
			if ok != (c.IsPublic(s.measure) && s.Prints != "") {
				t.Errorf("%s: %s is known: %v (%q)", state, s.Example, ok, value)
			}
			frozen, problems := Freeze(s.Example, of(c))
			if ok && (len(frozen) != 1 || len(problems) != 0) || !ok && (len(frozen) != 0 || (problems[0].Code == "slot-not-public") == c.IsPublic(s.measure)) {
				t.Errorf("%s: %s freezes to %v, %v", state, s.Example, frozen, problems)
			}
		}
	}
}

func TestSlotsOfOneContest(t *testing.T) {
	for slot, want := range map[string]string{
		"Hartlepool.majority":                    "6,940",
		"hartlepool.MAJORITY":                    "6,940",
		"E14000733.Lab.change":                   "−9.0",
		" Hartlepool . majority":                 "", // blanks stand between words, not round dots
		"Jill Mortimer.votes":                    "15,529",
		"Mortimer, Jill.votes":                   "15,529",
		"mortimer.votes":                         "15,529",
		"Conservative.votes":                     "15,529",
		"Conservative Party.share:per cent":      "51.9 per cent",
		"Labour.change:points":                   "−9.0 points",
		"Labour.change:nosign":                   "9.0",
		"LD.change":                              "−3.0",
		"Liberal Democrat.change":                "−3.0",
		"Reform UK.change":                       "−24.6",
		"PP7931.change":                          "−24.6",
		"Lee.change":                             "new",
		"Lee.change:points":                      "new",
		"Lee.share":                              "9.7",
		"W. Ralph Ward-Jackson.votes":            "157",
		"Ward-Jackson.votes":                     "157",
		"Ward–Jackson.votes":                     "157",
		"Hartlepool.W. Ralph Ward-Jackson.votes": "157",
		"Women's Equality Party.votes":           "140",
		"Women’s Eq..votes":                      "140",
		"Women's Eq.votes":                       "140",
		"Flying Brick.votes":                     "108",
		"Brick.votes":                            "108",
		"The Incredible Flying Brick.rank":       "14",
		"Jack.rank:words":                        "16th",
		"Mortimer.rank:words":                    "first",
		"swing:sign":                             "+16.0",
		"swing:nosign":                           "16.0",
		"turnout.papers":                         "42.55",
		"turnout.change:nosign":                  "15.6",
		"majority:words":                         "6,940",
		"majority : words":                       "6,940",
		"lost:words":                             "13",
	} {
		got, _ := Live(one())(slot)
		if got != want {
			t.Errorf("{%s} is %q, want %q", slot, got, want)
		}
	}
}

// Hartlepool had no lot and no tie.
func TestSlotsOfATie(t *testing.T) {
	tie := with(threeSeats(), 1600, 1500, 1405, 1405)
	lot := tie
	lot.Lot = []string{"c-Cedar"}
	for _, c := range []struct {
		slot            string
		still, tie, lot string
	}{
		{"tied", "", "Cy Cedar and Di Dock", ""},
		{"tied.votes", "", "1,405", ""},
		{"tied.votes:votes", "", "1,405 votes", ""},
		{"lot", "", "", "Cy Cedar"},
		{"majority:votes", "400 votes", "zero votes", "zero votes"},
		{"elected", "Ada Ash (Labour), Ben Birch (Labour) and Cy Cedar (Labour)", "Ada Ash (Labour) and Ben Birch (Labour)", "Ada Ash (Labour), Ben Birch (Labour) and Cy Cedar (Labour)"},
		{"runner-up", "Di Dock", "Cy Cedar", "Di Dock"},
	} {
		for want, of := range map[*string]blog.Results{&c.still: of(threeSeats()), &c.tie: of(tie), &c.lot: of(lot)} {
			if got, _ := Live(of)(c.slot); got != *want {
				t.Errorf("{%s} is %q, want %q", c.slot, got, *want)
			}
		}
	}
}

// Where nobody voted, who is elected is public and there is no figure.
func TestSlotsOfAnUncontestedWard(t *testing.T) {
	live := Live(of(uncontested(threeSeats())))
	for slot, want := range map[string]string{
		"outcome": "elected unopposed", "winner": "Ada Ash, Ben Birch and Cy Cedar", "winner.party": "Labour",
		"majority": "", "Ash.votes": "", "turnout.papers": "", "valid": "", "rejected": "",
	} {
		if got, _ := live(slot); got != want {
			t.Errorf("{%s} is %q, want %q", slot, got, want)
		}
	}
}

func TestPartiesInProse(t *testing.T) {
	for _, c := range []struct {
		party       election.Party
		name, prose string
	}{
		{election.Party{ID: "PP52", Name: "Conservative", Short: "Con"}, "Conservative", "the Conservatives"},
		{election.Party{ID: "PP53", Name: "Labour"}, "Labour", "Labour"},
		{election.Party{ID: "PP90", Name: "Liberal Democrat"}, "Liberal Democrat", "the Liberal Democrats"},
		{election.Party{ID: "PP63", Name: "Green Party"}, "Green Party", "the Green Party"},
		{election.Party{ID: "PP7931", Name: "Reform UK"}, "Reform UK", "Reform UK"},
		{election.Party{ID: "PP2303", Name: "The North East Party"}, "The North East Party", "the North East Party"},
		{election.Party{ID: election.SpeakerID, Name: "Speaker"}, "Speaker", "the Speaker"},
		{election.Party{ID: "x:1", Short: "Ashfield"}, "Ashfield", "Ashfield"},
		{election.Party{Name: "independent"}, "Independent", "an independent"},
		{election.Party{}, "Independent", "an independent"},
	} {
		v := partyOf(c.party)
		if v.print("plain") != c.name || v.print("prose") != c.prose {
			t.Errorf("%+v is %q, in prose %q", c.party, v.print("plain"), v.print("prose"))
		}
	}
}

func TestWordsUnderTen(t *testing.T) {
	c := hartlepool()
	for i, k := range c.Candidates {
		if k.Surname == "Jack" {
			c.Candidates[i].Votes = election.Of(9)
		}
		if k.Surname == "Bettney" {
			c.Candidates[i].Votes = election.Of(0)
		}
		if k.Surname == "Gaines" {
			c.Candidates[i].Votes = election.Of(10)
		}
	}
	live := Live(of(c))
	for slot, want := range map[string]string{"Jack.votes:words": "nine", "Bettney.votes:words": "zero", "Gaines.votes:words": "10", "Jack.votes": "9"} {
		if got, _ := live(slot); got != want {
			t.Errorf("{%s} is %q, want %q", slot, got, want)
		}
	}
}

func TestOrdinals(t *testing.T) {
	for n, want := range map[int]string{1: "first", 9: "ninth", 10: "10th", 11: "11th", 12: "12th", 21: "21st", 22: "22nd", 33: "33rd", 111: "111th", 101: "101st"} {
		if got := OrdinalWord(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestSlotsWithoutAFigure(t *testing.T) {
	two := of(hartlepool(), bushFair())
	twins := bushFair()
	twins.ID = "other"
	noBaseline := hartlepool()
	noBaseline.Baselines = nil
	for _, c := range []struct {
		slot, code string
		returns    blog.Results
	}{
		{"majorty", "slot-unknown", one()},
		{"", "slot-unknown", one()},
		{":words", "slot-unknown", one()},
		{".majority", "slot-unknown", two},
		{"Darlington.majority", "slot-unknown", one()},
		{"majority", "slot-unknown", blog.Results{}},
		{"votes", "slot-unknown", one()},
		{"Hartlepool.votes", "slot-unknown", one()},
		{"Nobody.votes", "slot-unknown", one()},
		{"Mortimer.majority", "slot-unknown", one()},
		{"Ind.votes", "slot-ambiguous", one()},
		{"majority", "slot-unknown", two},
		{"Mortimer.votes", "slot-unknown", two},
		{"Bush Fair.Green.votes", "slot-ambiguous", two},
		{"Bush Fair.majority", "slot-ambiguous", of(bushFair(), twins)},
		{"majority:points", "slot-format", one()},
		{"Lab.change:percent", "slot-format", one()},
		{"majority:", "", one()},
		{"swing", "slot-without-figure", of(noBaseline)},
		{"Lab.change", "slot-without-figure", of(noBaseline)},
		{"Bush Fair.lost", "slot-without-figure", two},
		{"Bush Fair.turnout.papers", "", two},
		{"Bush Fair ward.Williams.votes", "", two},
		{"Hartlepool.Williams.votes", "", two},
		{"Bush Fair.O'Neill.votes", "", two},
		{"Bush Fair.majority", "", two},
	} {
		text := "x {" + c.slot + "} y"
		if c.slot == "" {
			text = "x {.} y"
		}
		_, problems := Freeze(text, c.returns)
		code := ""
		if len(problems) > 0 {
			p := problems[0]
			code = p.Code
			if p.Level != election.Error || text[p.From:p.To] != strings.TrimSuffix(strings.TrimPrefix(text, "x "), " y") {
				t.Errorf("{%s}: %+v", c.slot, p)
			}
			t.Log(p.Text)
		}
		if code != c.code {
			t.Errorf("{%s} has problem %q, want %q", c.slot, code, c.code)
		}
	}
}
