package layout

import (
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean takes out of a finished output what cannot be seen and does not
// belong in a document: control characters, code points that are no
// characters, broken UTF-8. Line ends become "\n"; other white space among
// the controls becomes a space, so that no two words run together.
func Clean(b []byte) []byte {
	if isClean(b) {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		i += n
		switch {
		case r == '\r':
			if i >= len(b) || b[i] != '\n' {
				out = append(out, '\n')
			}
		case r == '\v' || r == '\f' || r == '\u0085':
			out = append(out, ' ')
		case !barred(r):
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

func isClean(b []byte) bool {
	for i := 0; i < len(b); {
		if c := b[i]; c < utf8.RuneSelf {
			if c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 || barred(r) {
			return false
		}
		i += n
	}
	return true
}

func barred(r rune) bool {
	if r == '\n' || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// OneLine is a clean text with every run of white space made one space, for
// what must stay on a line. Spaces that bind stay as they are.
func OneLine(s string) string {
	s = string(Clean([]byte(s)))
	return strings.Join(strings.FieldsFunc(strings.TrimSpace(s), func(r rune) bool {
		return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
	}), " ")
}

// Address is a link's address fit to be printed in an attribute, or empty
// where it is not of one of the schemes: what may not stand in an address is
// percent-encoded, and a percent sign that encodes nothing too.
func Address(s string, schemes ...string) string {
	s = strings.TrimSpace(s)
	scheme, rest, _ := strings.Cut(s, ":")
	scheme = strings.ToLower(scheme)
	if !slices.Contains(schemes, scheme) || strings.Trim(rest, "/\\ ") == "" {
		return ""
	}
	if scheme != "mailto" && !strings.HasPrefix(rest, "//") {
		return ""
	}
	var b strings.Builder
	b.WriteString(scheme + ":")
	for i, r := range rest {
		switch {
		case r == '%' && !encoded(rest[i:]), r <= ' ', strings.ContainsRune("\"'<>\\^`{|}", r), barred(r):
			b.WriteString(url.PathEscape(string(r)))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// encoded reports whether a text begins with a percent-encoded byte.
func encoded(s string) bool {
	if len(s) < 3 {
		return false
	}
	_, err := hex.DecodeString(s[1:3])
	return err == nil
}

// WebAddress is an http or https address, or empty.
func WebAddress(s string) string { return Address(s, "http", "https") }

// ASCIIAddress percent-encodes what is beyond ASCII in an address, since one
// that is spelled another way leads elsewhere.
func ASCIIAddress(to string) string {
	var b strings.Builder
	for _, r := range to {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			b.WriteString(url.PathEscape(string(r)))
		}
	}
	return b.String()
}
