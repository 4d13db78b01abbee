package election

import (
	"encoding/json"
	"strconv"
)

// A Count is a number of votes, papers or people that may be unknown. The
// zero Count is unknown, which is not the same as Of(0).
type Count struct {
	n     int
	known bool
}

// Of is the known count n. Negative counts can be held, since a desk must be
// able to see what was typed; the desk's checks refuse them.
func Of(n int) Count { return Count{n, true} }

// Known reports whether the count is known.
func (c Count) Known() bool { return c.known }

// Get returns the number and whether it is known; an unknown count gives 0.
func (c Count) Get() (n int, known bool) { return c.n, c.known }

// Or returns the number, or other where the count is unknown.
func (c Count) Or(other int) int {
	if !c.known {
		return other
	}
	return c.n
}

// String prints the count with commas between thousands, as newsrooms do:
// "15,529". An unknown count prints as "–".
func (c Count) String() string {
	if !c.known {
		return "–"
	}
	return Commas(c.n)
}

// Commas prints n with a comma before every three digits: "70,768".
func Commas(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// MarshalJSON writes the bare number, or null where it is unknown.
func (c Count) MarshalJSON() ([]byte, error) {
	if !c.known {
		return []byte("null"), nil
	}
	return []byte(strconv.Itoa(c.n)), nil
}

// UnmarshalJSON reads a whole number or null.
func (c *Count) UnmarshalJSON(b []byte) error {
	var n *int
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	*c = Count{}
	if n != nil {
		*c = Of(*n)
	}
	return nil
}
