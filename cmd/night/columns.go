package main

import (
	"strings"
	"unicode/utf8"
)

// columns are rows of cells that are printed under one another. A column whose
// head begins with ">" stands flush right.
type columns struct {
	head []string
	rows [][]string
}

func (c *columns) add(cells ...string) { c.rows = append(c.rows, cells) }

// lines are the rows, each as wide as it needs; heads that are all empty are
// left out.
func (c *columns) lines() []string {
	right := make([]bool, len(c.head))
	width := make([]int, len(c.head))
	head := make([]string, len(c.head))
	for i, h := range c.head {
		head[i], right[i] = strings.CutPrefix(h, ">")
	}
	all := c.rows
	if strings.Join(head, "") != "" {
		all = append([][]string{head}, all...)
	}
	for _, row := range all {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(printable(cell)))
		}
	}
	lines := make([]string, len(all))
	for n, row := range all {
		var b strings.Builder
		for i, cell := range row {
			cell = printable(cell)
			gap := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			if i > 0 {
				b.WriteString("  ")
			}
			if right[i] {
				b.WriteString(gap + cell)
			} else {
				b.WriteString(cell + gap)
			}
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// cut shortens s to a number of runes, with an ellipsis where it was longer.
func cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:most-1]), " ") + "…"
}
