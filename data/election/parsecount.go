package election

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
