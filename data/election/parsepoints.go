package election

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
)

// A PointsError says what is wrong with a change as typed.
type PointsError struct {
	Text   string // as typed
	Reason string // "it is not a number"
}

// Error is one sentence and what to do.
func (e *PointsError) Error() string {
	return fmt.Sprintf("“%s” is not a change in percentage points: %s. Type it like +22.96 or −3.0.", e.Text, e.Reason)
}

// points is a sign of any kind, digits, and decimals after a point.
var points = regexp.MustCompile(`^([+\-−]?)([0-9]{1,3}(?:\.[0-9]{1,6})?)$`)

// ParsePoints reads a change in percentage points as desks type it and as
// Fraction.Signed prints it: "22.96", "+22.96", "−3.0", "-3" is a fraction of
// 0.2296 or −0.03. Empty, and the "n/a" that an unknown fraction prints as, are
// unknown. No share can move by more than 100 points. The error is a
// *PointsError.
func ParsePoints(s string) (Fraction, error) {
	typed := strings.TrimSpace(s)
	if typed == "" || typed == (Fraction{}).Signed(1) {
		return Fraction{}, nil
	}
	parts := points.FindStringSubmatch(typed)
	if parts == nil {
		return Fraction{}, &PointsError{s, "it is not a number with up to six decimals after a point"}
	}
	value, ok := new(big.Rat).SetString(parts[2])
	if !ok || value.Cmp(big.NewRat(100, 1)) > 0 {
		return Fraction{}, &PointsError{s, "a share cannot move by more than 100"}
	}
	if parts[1] == "-" || parts[1] == "−" {
		value.Neg(value)
	}
	return Fraction{value.Quo(value, big.NewRat(100, 1))}, nil
}
