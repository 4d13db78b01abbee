package match

import (
	"testing"

	"nightdesk/data/election/register"
)

// TestNamesOfFilesAreTheRegistersParties sees that names as files print them
// lead to the party of the id that stands beside them, or to none.
func TestNamesOfFilesAreTheRegistersParties(t *testing.T) {
	for name, id := range map[string]string{
		"Conservative": "PP52", "Conservative and Unionist Party": "PP52", "The Conservative Party": "PP52",
		"Labour": "PP53", "Labour Party": "PP53", "Labour and Co-operative Party": "PP53",
		"Liberal Democrat": "PP90", "Liberal Democrats": "PP90", "Green Party": "PP63", "Reform UK": "PP7931", "Yorkshire Party": "PP2055",
		"Mereland Ratepayers of Nowhere": "",
	} {
		got, how := register.Named(name)
		if id == "" && how != register.Unknown || how != register.Unknown && got != register.Line(id) {
			t.Errorf("%q is %s (%v), want %s", name, got, how, id)
		}
	}
	if _, how := register.Named("Labour Party"); how == register.Unknown {
		t.Error("the register does not know the Labour Party")
	}
}
