package intake

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
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

// open gives the tables that the bytes of a file hold, or says what is wrong with
// them. What a file is, its bytes say and never its name.
func (g *reading) open(s Source, raw []byte) (sheets []*sheet, text string) {
	if isZip(raw) {
		return g.workbook(s.Name, raw), ""
	}
	if want := unreadable(raw); want != "" {
		g.wrong(Problem{File: s.Name, Want: want})
		return nil, ""
	}
	text, ok := decode(s.Name, raw, g.findings)
	switch {
	case !ok:
		return nil, ""
	case text == "":
		g.wrong(Problem{File: s.Name, Want: "is empty"})
		return nil, ""
	case isJSON(text):
		return nil, text
	case isPage(text):
		return g.page(s.Name, text), ""
	case !shortLines(s.Name, text, g.findings):
		return nil, ""
	}
	return []*sheet{textSheet(s.Name, text)}, ""
}

// textSheet is a text as a table. The line by which spreadsheets say what stands
// between the cells is made blank.
func textSheet(file, text string) *sheet {
	sh := &sheet{file: file, text: text, comma: delimiter(text)}
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(text, "sep=") && len(strings.TrimSpace(first)) == len("sep=;") {
		sh.text = "\n" + rest
	}
	return sh
}

// unreadables are kinds of files that hold no table that can be read, by their
// first bytes, with what to do instead.
var unreadables = []struct{ magic, want string }{
	{"%PDF", "is a PDF, which does not say where a table's cells are; copy the table out of it and paste it into the count, or ask for it as a spreadsheet"},
	{"\x89PNG", isPicture}, {"\xff\xd8\xff", isPicture}, {"GIF8", isPicture}, {"II*\x00", isPicture}, {"MM\x00*", isPicture},
	{"\xd0\xcf\x11\xe0", "is a workbook of an old kind or one with a password; save it as .xlsx without a password, or the table as CSV"},
	{"{\\rtf", "is a text with formats (.rtf); copy the table out of it and paste it into the count, or save it as CSV"},
	{"\x1f\x8b", "is packed; unpack it and import what is in it"},
	{"Rar!", "is packed; unpack it and import what is in it"},
	{"7z\xbc\xaf", "is packed; unpack it and import what is in it"},
}

const isPicture = "is a picture; key its figures by hand, or copy the table out of where it comes from and paste it into the count"

// unreadable says why a file holds no table, "" where it may hold one.
func unreadable(raw []byte) string {
	for _, u := range unreadables {
		if bytes.HasPrefix(raw, []byte(u.magic)) {
			return u.want
		}
	}
	if len(raw) > 12 && (string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP" || string(raw[4:8]) == "ftyp") {
		return isPicture
	}
	return ""
}

// decode turns the bytes of a file into text whose lines end in \n, or says what
// is wrong with them.
func decode(file string, raw []byte, l *findings) (text string, ok bool) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if wide := wideEncoding(raw); wide != nil {
		plain, err := wide.NewDecoder().Bytes(raw)
		if err != nil || len(raw)%2 != 0 {
			l.wrong(Problem{File: file, Want: "is UTF-16 text that breaks off; ask for it again, or save it as CSV UTF-8"})
			return "", false
		}
		raw = plain
	}
	switch {
	case bytes.IndexByte(raw, 0) >= 0:
		l.wrong(Problem{File: file, Line: lineAt(raw, bytes.IndexByte(raw, 0)), Want: "is not text: there is a zero byte; save the table as CSV"})
		return "", false
	case utf8.Valid(raw):
		return lineEnds(string(raw)), true
	}
	text, ok = decodeWindows(file, raw, l)
	return lineEnds(text), ok
}

// wideEncoding is the UTF-16 that a byte order mark tells, else nil.
func wideEncoding(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	}
	return nil
}

// lineEnds turns the line ends of old Macintoshes, which are \r alone, into \n.
// Where there are others too, \r alone is part of a cell.
func lineEnds(text string) string {
	if strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
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
func shortLines(file, text string, l *findings) bool {
	line := 1
	for len(text) > 0 {
		end := strings.IndexByte(text, '\n')
		if end < 0 {
			end = len(text) - 1
		}
		if end > maxLine {
			l.wrong(Problem{File: file, Line: line, Want: "is longer than 64 KB, which no row of results is"})
			return false
		}
		text = text[end+1:]
		line++
	}
	return true
}

func lineAt(raw []byte, offset int) int { return 1 + bytes.Count(raw[:offset], []byte("\n")) }
