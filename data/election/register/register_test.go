package register

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"Michelle O'Neill", "MICHELLE O’NEILL", "michelle oʼneill", "Michelle O´Neill", "Michelle  O`Neill", "Michelle O\u200bNeill"},
		{"Siân Llŷr-Jones", "Sian Llyr Jones", "SIÂN LLŶR–JONES", "Sia\u0302n Lly\u0302r-Jones"},
		{"St Michael's & Docks", "St. Michael’s and Docks"},
		{"Bjørn Łukasz", "Bjorn Lukasz"},
	} {
		for _, s := range same {
			if got, want := Fold(s), Fold(same[0]); got != want {
				t.Errorf("%q folds to %q, %q to %q", s, got, same[0], want)
			}
		}
	}
	if got := Fold("–"); got != "–" {
		t.Errorf("a text without a letter folds to %q", got)
	}
}

func TestNamed(t *testing.T) {
	for text, want := range map[string]struct {
		id  string
		how How
	}{
		"Conservative and Unionist Party":         {"PP52", ByName},
		"Conservatives":                           {"PP52", ByName},
		"Tory":                                    {"PP52", ByName},
		"The Conservative Party Candidate":        {"PP52", ByDescription},
		"Local Conservatives":                     {"PP52", ByDescription},
		"Local Conservative Candidate":            {"PP52", ByDescription},
		"Scottish Conservative and Unionist":      {"PP52", ByName},
		"Labour Party":                            {"PP53", ByName},
		"Labour and Co-operative Party":           {"PP53", ByName},
		"Labour (Co-op)":                          {"PP53", ByName},
		"Labour Co-op":                            {"PP53", ByName},
		"Welsh Labour / Llafur Cymru":             {"PP53", ByDescription},
		"Welsh Labour/Llafur Cymru":               {"PP53", ByDescription},
		"The Labour Party Candidate":              {"PP53", ByDescription},
		"Liberal Democrats":                       {"PP90", ByName},
		"Lib Dems":                                {"PP90", ByName},
		"Liberal Democrat Focus Team":             {"PP90", ByDescription},
		"Liberal Democrats - To change things":    {"PP90", ByDescription},
		"Green Party":                             {"PP63", ByName},
		"The Green Party Candidate":               {"PP63", ByDescription},
		"Wales Green Party / Plaid Werdd Cymru":   {"PP63", ByDescription},
		"Scottish Greens":                         {"PP130", ByName},
		"Scottish National Party (SNP)":           {"PP102", ByDescription},
		"Plaid Cymru - The Party of Wales":        {"PP77", ByName},
		"UK Independence Party (UKIP)":            {"PP85", ByDescription},
		"Brexit Party":                            {"PP7931", ByName},
		"Reform UK":                               {"PP7931", ByName},
		"D.U.P.":                                  {"PP70", ByName},
		"Democratic Unionist Party - D.U.P.":      {"PP70", ByDescription},
		"Sinn Fein":                               {"PP39", ByName},
		"Alliance - Alliance Party of N Ireland":  {"PP103", ByDescription},
		"SDLP (Social Democratic & Labour Party)": {"PP55", ByDescription},
		"Traditional Unionist Voice - TUV":        {"PP680", ByDescription},
		"Women's Equality Party":                  {"PP2755", ByName},
		"Alba Party for independence":             {"PP12700", ByName},
		"Restore Britain":                         {"PP18382", ByName},
		"Workers Party of Britain":                {"PP11382", ByName},
		"Speaker seeking re-election":             {Speaker, ByName},
		"Independent":                             {"", None},
		"Non-party/Independent":                   {"", None},
		"No description":                          {"", None},
		"Independent - Save the Baths":            {"", ByDescription},
		"Independent (Labour)":                    {"", Unknown},
		"Independent Conservative":                {"", Unknown},
		"TUV/Reform UK":                           {"", Unknown},
		"Your Party":                              {"", Unknown},
		"Mere First":                              {"", Unknown},
		"Friends (Labour)":                        {"", Unknown},
		"":                                        {"", Unknown},
	} {
		if id, how := Named(text); id != want.id || how != want.how {
			t.Errorf("Named(%q) = %q, %d; want %q, %d", text, id, how, want.id, want.how)
		}
	}
}

func TestLine(t *testing.T) {
	for id, want := range map[string]string{
		"PP52": "PP52", "PP51": "PP52", "PP84": "PP85", "PP17515": "PP2303", "PP7931": "PP7931",
		"PP63": "PP63", "PP130": "PP130", "PP999999": "PP999999", "": "",
		"x:the conservative party candidate": "PP52", "x:independent": "x:independent", "x:mere first": "x:mere first", Speaker: Speaker,
	} {
		if got := Line(id); got != want {
			t.Errorf("Line(%q) = %q, want %q", id, got, want)
		}
	}
}

// TestTheTableIsOneParty sees that no id stands in two rows, and that no name of
// a party that is registered leads to another.
func TestTheTableIsOneParty(t *testing.T) {
	ids, names := map[string]string{}, map[string]string{}
	for _, e := range append(append([]entry(nil), major...), minor...) {
		for _, id := range strings.Fields(e.ids) {
			if other, again := ids[id]; again {
				t.Errorf("%s stands in %q and in %q", id, other, e.names)
			}
			ids[id] = e.names
		}
		if e.until != "" {
			continue
		}
		for _, name := range e.allNames() {
			if other, again := names[Key(name)]; again && other != e.ids {
				t.Errorf("%q is a name of %s and of %s", name, other, e.ids)
			}
			names[Key(name)] = e.ids
			if id, _ := Named(name); id != e.id() {
				t.Errorf("Named(%q) = %s, want %s", name, id, e.id())
			}
		}
	}
}
