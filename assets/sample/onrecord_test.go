package sample

import (
	"bytes"
	"testing"

	"nightdesk/data/intake"
)

// TestSomePastByElectionsAreOnRecord compares the rows that the script speaks
// of, and a few others, with what the returns of those nights give.
func TestSomePastByElectionsAreOnRecord(t *testing.T) {
	data, err := files.ReadFile("by-elections.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, _, err := intake.ReadHistory(t.Context(), intake.Source{Name: "by-elections.csv", Data: bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range rows {
		got[p.Name] = p.Party.ID + " " + p.Points.Signed(1) + map[bool]string{true: ", gained"}[p.Gain]
	}
	for name, want := range map[string]string{
		"Hartlepool": "PP52 +23.0, gained", "Copeland": "PP52 +8.5, gained", "Clacton": "PP52 −28.4", "Newark": "PP52 −8.9", "Eastleigh": "PP52 −14.0",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, on record %q", name, got[name], want)
		}
	}
}
