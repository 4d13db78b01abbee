package text

import "strings"

// Pictured are the ids of the pictures that a text shows, as typed, in order:
// each an id or the beginning of one.
func Pictured(text string) []string {
	var ids []string
	for _, d := range Read(text, nil).Directives {
		if p, ok := d.Block.(PictureBlock); ok {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Repictured is a text with other ids for its pictures, and otherwise as typed.
func Repictured(text string, other func(id string) string) string {
	var b strings.Builder
	at := 0
	for _, d := range Read(text, nil).Directives {
		p, ok := d.Block.(PictureBlock)
		if !ok {
			continue
		}
		line := strings.TrimRight(text[d.From:d.To], "\r\n")
		id, rest := line, ""
		if bar := strings.IndexByte(line, '|'); bar >= 0 {
			id, rest = line[:bar], " "+line[bar:]
		}
		if fresh := other(p.ID); fresh != p.ID {
			b.WriteString(text[at:d.From] + "@picture " + fresh + rest)
			at = d.From + len(id) + len(strings.TrimPrefix(rest, " "))
		}
	}
	return b.String() + text[at:]
}
