package intake

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The bounds of what is read.
const (
	maxBytes = 64 << 20 // of all files of a Read
	maxLine  = 64 << 10 // bytes of a line, and of a row
)

// limited reads a source whole, unless that would take more than room bytes.
func limited(r io.Reader, room int) (raw []byte, fits bool, err error) {
	raw, err = io.ReadAll(io.LimitReader(r, int64(room)+1))
	return raw, len(raw) <= room, err
}

// decode turns the bytes of a file into text, or says what is wrong with them.
func decode(file string, raw []byte, l *findings) (text string, ok bool) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		l.wrong(Problem{File: file, Want: "is UTF-16 text; save it as CSV UTF-8"})
		return "", false
	case bytes.IndexByte(raw, 0) >= 0:
		l.wrong(Problem{File: file, Line: lineAt(raw, bytes.IndexByte(raw, 0)), Want: "is not text: there is a zero byte; save the table as CSV"})
		return "", false
	case !isJSON(raw) && !shortLines(file, raw, l):
		return "", false
	case utf8.Valid(raw):
		return string(raw), true
	}
	return decodeWindows(file, raw, l)
}

// decodeWindows reads Windows-1252, which old spreadsheets write. It is taken
// only where no byte speaks against it: none that Windows-1252 leaves undefined,
// and no letter that is already UTF-8, since then the file mixes the two.
func decodeWindows(file string, raw []byte, l *findings) (string, bool) {
	first, mixed := -1, false
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			if first < 0 {
				first = i
			}
			mixed = mixed || strings.ContainsRune("\u0081\u008d\u008f\u0090\u009d", rune(raw[i]))
		} else if size > 1 {
			mixed = true
		}
		i += size
	}
	if mixed {
		start := bytes.LastIndexByte(raw[:first], '\n') + 1
		l.wrong(Problem{
			File: file, Line: lineAt(raw, first),
			Value: strings.ToValidUTF8(string(raw[start:first])+"\xff", "\ufffd"),
			Want:  "has a letter that is not UTF-8 at the end of this; save the file as CSV UTF-8",
		})
		return "", false
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		l.wrong(Problem{File: file, Line: lineAt(raw, first), Want: "is not UTF-8; save the file as CSV UTF-8"})
		return "", false
	}
	l.note("%s: is not UTF-8 and was read as Windows-1252, first on line %d; look at names with accents.", file, lineAt(raw, first))
	return string(text), true
}

// shortLines refuses lines that no table has, before anything is made of them.
func shortLines(file string, raw []byte, l *findings) bool {
	line := 1
	for len(raw) > 0 {
		end := bytes.IndexByte(raw, '\n')
		if end < 0 {
			end = len(raw) - 1
		}
		if end > maxLine {
			l.wrong(Problem{File: file, Line: line, Want: "is longer than 64 KB, which no row of results is"})
			return false
		}
		raw = raw[end+1:]
		line++
	}
	return true
}

func lineAt(raw []byte, offset int) int { return 1 + bytes.Count(raw[:offset], []byte("\n")) }
