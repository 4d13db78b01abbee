package table

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// This file writes rows as CSV and values as the cells of them.

// table writes rows as CSV: commas, quotation marks where they are needed,
// one line feed after each row.
func table(rows [][]string) ([]byte, error) {
	var b bytes.Buffer
	err := csv.NewWriter(&b).WriteAll(rows)
	return b.Bytes(), err
}

var lineEnd = regexp.MustCompile(`\r+\n`)

// cell is a text as a table has it. A text that a spreadsheet would run as a
// formula gets one apostrophe in front: one that after any apostrophes begins
// with = + - @, tab or return. data/intake takes exactly that one away. Line
// ends become single characters, as every reader of CSV makes them.
func cell(s string) string {
	lines := strings.Split(lineEnd.ReplaceAllString(s, "\n"), "\r")
	for i, l := range lines {
		lines[i] = string(layout.Clean([]byte(l)))
	}
	s = strings.Join(lines, "\r")
	if bare := strings.TrimLeft(s, "'"); bare != "" && strings.IndexByte("=+-@\t\r", bare[0]) >= 0 {
		return "'" + s
	}
	return s
}

// plain is a count in bare digits, empty where it is unknown.
func plain(c election.Count) string {
	n, known := c.Get()
	if !known {
		return ""
	}
	return strconv.Itoa(n)
}

// positive is a number that is empty where there is none.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func instantCell(ms int64) string {
	if at := instant(ms); at != nil {
		return *at
	}
	return ""
}
