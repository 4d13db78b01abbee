package intake_test

import (
	"testing"

	"nightdesk/data/election"
	"nightdesk/data/intake"
)

func TestWhatAnImportWouldDoIsCounted(t *testing.T) {
	there := []election.Contest{{Name: "Hartlepool", Code: "E14000733"}, {Name: "Bush Fair"}}
	found := intake.Found{Contests: []election.Contest{
		{Name: "Hartlepool (old name)", Code: "E14000733"}, // the code tells
		{Name: "Bush Fair", Code: "E05002233"},             // typed by hand before the official file came
		{Name: "Hartlepool"},                               // a list without codes
		{Name: "Hartlepool", Code: "E14000001"},            // another seat of that name
	}}
	added, known := found.Against(there)
	if added != 1 || known != 3 {
		t.Errorf("%d added, %d known; want 1 and 3", added, known)
	}
	if added, known = found.Against(nil); added != 4 || known != 0 {
		t.Errorf("in an empty night %d added, %d known; want 4 and 0", added, known)
	}
}
