package election

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
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

// A CountError says what is wrong with a number as typed.
type CountError struct {
	Text   string // as typed
	Reason string // "“.” at place 3 is not a digit"
}

// Error is one sentence and what to do.
func (e *CountError) Error() string {
	return fmt.Sprintf("“%s” is not a whole number: %s. Type it like 15,529 or 15 529.", e.Text, e.Reason)
}

// maxDigits keeps every sum of a contest far from overflowing; no electorate
// comes near it.
const maxDigits = 9

// separators are what may stand between thousands: comma, space, no-break
// space, thin space and narrow no-break space.
const separators = ", \u00a0\u2009\u202f"

// ParseCount reads a count as desks type it and as official files write it:
// "15529", "15,529", "15 529" (also with no-break and thin spaces). Separators
// must stand before every three digits and be all of one kind, since "15,52"
// is a number half typed. Empty, and the "–" that an unknown count prints as,
// are unknown. A leading minus is read so that the desk can see and refuse
// it. The error is a *CountError.
func ParseCount(s string) (Count, error) {
	typed := strings.Trim(s, separators[1:]+"\t\r\n")
	if typed == "" || typed == (Count{}).String() {
		return Count{}, nil
	}
	digits, err := plainDigits(typed)
	if err != "" {
		return Count{}, &CountError{s, err}
	}
	n, bad := strconv.Atoi(digits)
	if bad != nil || len(strings.TrimLeft(digits, "-0")) > maxDigits {
		return Count{}, &CountError{s, fmt.Sprintf("it has more than %d digits", maxDigits)}
	}
	return Of(n), nil
}

// plainDigits strips the separators and writes the minus as "-", or says what
// is wrong.
func plainDigits(typed string) (digits, wrong string) {
	sign := ""
	for _, minus := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(typed, minus); ok {
			sign, typed = "-", rest
			break
		}
	}
	if typed == "" {
		return "", "it has no digits"
	}
	var groups []string
	group, used, place := "", rune(0), utf8.RuneCountInString(sign)
	for _, r := range typed {
		place++
		switch {
		case r >= '0' && r <= '9':
			group += string(r)
		case !strings.ContainsRune(separators, r):
			return "", fmt.Sprintf("“%c” at place %d is not a digit", r, place)
		case used != 0 && used != r:
			return "", "it mixes two separators"
		default:
			used = r
			groups = append(groups, group)
			group = ""
		}
	}
	groups = append(groups, group)
	for i, g := range groups {
		if used != 0 && (i > 0 && len(g) != 3 || len(g) > 3) || g == "" {
			return "", "its digits are not grouped in threes"
		}
	}
	return sign + strings.Join(groups, ""), ""
}
