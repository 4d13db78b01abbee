package figure

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/election"
)

// slotOf is, for every field of a result, the slot that prints it, or after a
// dash why none does.
var slotOf = map[string]string{
	"Result.Contest":       "contest",
	"Result.Keyed":         "— what is keyed is not public before the declaration, and is all of it after",
	"Result.Missing":       "— as Keyed",
	"Result.Valid":         "valid",
	"Result.Papers":        "papers",
	"Result.Majority":      "majority",
	"Result.MajorityShare": "majority.share",
	"Result.TurnoutValid":  "turnout",
	"Result.TurnoutPapers": "turnout.papers",
	"Result.Rows":          "— each field of a Row has its own",
	"Result.Comparisons":   "— each field of a Comparison has its own",
	"Result.DepositsLost":  "lost",

	"Row.Candidate":   "name",
	"Row.Share":       "share",
	"Row.PartyShare":  "party.share",
	"Row.Rank":        "rank",
	"Row.Elected":     "elected",
	"Row.DepositLost": "— yes or no is no figure; {lost} counts them",
	"Row.Changes":     "change",

	"Change.Points": "change",
	"Change.New":    "change",

	"Comparison.Baseline":      "baseline",
	"Comparison.Outcome":       "outcome",
	"Comparison.TurnoutChange": "turnout.change",
	"Comparison.Swing":         "swing",

	"Swing.From":   "swing.from",
	"Swing.To":     "swing.to",
	"Swing.Butler": "swing",
	"Swing.Steed":  "swing.steed",

	"CouncilResult.Council":     "seats",
	"CouncilResult.Up":          "up",
	"CouncilResult.Filled":      "filled",
	"CouncilResult.Vacant":      "vacant",
	"CouncilResult.Needed":      "needed",
	"CouncilResult.Rows":        "— each field of a CouncilRow has its own",
	"CouncilResult.Control":     "control",
	"CouncilResult.Majority":    "majority",
	"CouncilResult.Comparisons": "— each field of a CouncilComparison has its own",

	"CouncilRow.Party":   "— it is what the slot names",
	"CouncilRow.NotUp":   "not up",
	"CouncilRow.Won":     "won",
	"CouncilRow.Total":   "seats",
	"CouncilRow.Changes": "change",

	"CouncilComparison.Baseline": "baseline",
	"CouncilComparison.Before":   "control.before",
	"CouncilComparison.Outcome":  "outcome",

	"Control.Known": "— a slot without a figure until it is",
	"Control.Party": "control",
	"Control.None":  "control",
}

// Every field of a result has a slot or a reason. A field that is new fails
// here until somebody has decided which.
func TestEveryFieldOfAResultHasASlot(t *testing.T) {
	left := map[string]bool{}
	for field := range slotOf {
		left[field] = true
	}
	for _, x := range []any{election.Result{}, election.Row{}, election.Change{}, election.Comparison{}, election.Swing{},
		election.CouncilResult{}, election.CouncilRow{}, election.CouncilComparison{}, election.Control{}} {
		typ := reflect.TypeOf(x)
		council := strings.HasPrefix(typ.Name(), "Council") || typ.Name() == "Control"
		for i := range typ.NumField() {
			if !typ.Field(i).IsExported() {
				continue
			}
			field := typ.Name() + "." + typ.Field(i).Name
			slot, decided := slotOf[field]
			delete(left, field)
			reason, none := strings.CutPrefix(slot, "— ")
			switch {
			case !decided:
				t.Errorf("%s has neither a slot nor a reason to have none", field)
			case none && reason == "":
				t.Errorf("%s has no slot for no reason", field)
			case !none && !slices.ContainsFunc(Slots(), func(s Slot) bool { return s.Name == slot && s.Council == council }):
				t.Errorf("%s: there is no slot {%s}", field, slot)
			}
		}
	}
	for field := range left {
		t.Errorf("there is no %s", field)
	}
}
