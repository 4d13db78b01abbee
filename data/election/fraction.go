package election

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// A Fraction is an exact share, change, swing or turnout, held as a ratio:
// one half is 50 per cent. The zero Fraction is unknown, which prints as
// "n/a" and never as 0. Fractions are values: no method changes one.
type Fraction struct{ r *big.Rat }

// Ratio is the exact fraction part/whole. It is unknown where either count
// is unknown or whole is 0.
func Ratio(part, whole Count) Fraction {
	if !part.known || !whole.known || whole.n == 0 {
		return Fraction{}
	}
	return Fraction{big.NewRat(int64(part.n), int64(whole.n))}
}

// exactly is a whole number as a fraction.
func exactly(n int) Fraction { return Fraction{big.NewRat(int64(n), 1)} }

// over is f / g, unknown where either is and where g is not positive: a
// mistyped total must not turn a share's sign.
func (f Fraction) over(g Fraction) Fraction {
	if f.r == nil || g.Sign() <= 0 {
		return Fraction{}
	}
	return Fraction{new(big.Rat).Quo(f.r, g.r)}
}

// Known reports whether there is a figure.
func (f Fraction) Known() bool { return f.r != nil }

// Minus is f − g, unknown where either is.
func (f Fraction) Minus(g Fraction) Fraction {
	if f.r == nil || g.r == nil {
		return Fraction{}
	}
	return Fraction{new(big.Rat).Sub(f.r, g.r)}
}

// Plus is f + g, unknown where either is.
func (f Fraction) Plus(g Fraction) Fraction {
	if f.r == nil || g.r == nil {
		return Fraction{}
	}
	return Fraction{new(big.Rat).Add(f.r, g.r)}
}

// Half is f / 2, unknown where f is.
func (f Fraction) Half() Fraction {
	if f.r == nil {
		return f
	}
	return Fraction{new(big.Rat).Quo(f.r, big.NewRat(2, 1))}
}

// Abs is f without its sign, unknown where f is.
func (f Fraction) Abs() Fraction {
	if f.r == nil {
		return f
	}
	return Fraction{new(big.Rat).Abs(f.r)}
}

// Sign is −1, 0 or +1 before rounding; 0 also where f is unknown.
func (f Fraction) Sign() int {
	if f.r == nil {
		return 0
	}
	return f.r.Sign()
}

// Cmp compares two known fractions before rounding: −1, 0 or +1. An unknown
// fraction sorts before every known one.
func (f Fraction) Cmp(g Fraction) int {
	switch {
	case f.r == nil && g.r == nil:
		return 0
	case f.r == nil:
		return -1
	case g.r == nil:
		return 1
	}
	return f.r.Cmp(g.r)
}

// Percent prints the fraction in per cent (or percentage points) with the
// given number of decimals, rounded half away from zero: "51.9". A figure
// that rounds to zero has no sign; minus is U+2212. Unknown is "n/a".
func (f Fraction) Percent(decimals int) string {
	if f.r == nil {
		return "n/a"
	}
	s := new(big.Rat).Mul(f.r, big.NewRat(100, 1)).FloatString(decimals)
	if !strings.HasPrefix(s, "-") {
		return s
	}
	if strings.Trim(s, "-0.") == "" {
		return s[1:]
	}
	return "−" + s[1:]
}

// Signed prints like Percent, always with its sign: "+23.0", "−9.0"; zero is
// "0.0".
func (f Fraction) Signed(decimals int) string {
	s := f.Percent(decimals)
	if f.r == nil || strings.HasPrefix(s, "−") || strings.Trim(s, "0.") == "" {
		return s
	}
	return "+" + s
}

// Rounded is the number that Percent prints, for JSON and CSV: 51.9. It is
// nil where the fraction is unknown.
func (f Fraction) Rounded(decimals int) *float64 {
	if f.r == nil {
		return nil
	}
	v, err := strconv.ParseFloat(strings.Replace(f.Percent(decimals), "−", "-", 1), 64)
	if err != nil {
		return nil
	}
	return &v
}

// Float is the nearest floating-point ratio (0.519 for 51.9 per cent), for
// drawing only; 0 where f is unknown.
func (f Fraction) Float() float64 {
	if f.r == nil {
		return 0
	}
	v, _ := f.r.Float64()
	return v
}

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
