package election

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Capital writes the first letter of a text large.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// And joins things as prose does: "a, b and c".
func And(things []string) string {
	if len(things) < 2 {
		return strings.Join(things, "")
	}
	return strings.Join(things[:len(things)-1], ", ") + " and " + things[len(things)-1]
}

// Several prints a number with its noun: "1 paper", "9,546 papers".
func Several(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return Commas(n) + " " + more
}

// Signed prints a change in a number with its sign: "+7", "−8"; no change is
// "0".
func Signed(n int) string {
	if n > 0 {
		return "+" + Commas(n)
	}
	return Commas(n)
}

// Long prints the day as newspapers do: "6 May 2021". What is no day stands
// as it is.
func (d Date) Long() string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return t.Format("2 January 2006")
}
