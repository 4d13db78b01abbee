package blog

import "strings"

// Pictured are the ids of the pictures that a text shows, as typed, in order:
// each an id or the beginning of one.
func Pictured(text string) []string {
	var ids []string
	for _, d := range read(text, nil).directives {
		if p, ok := d.block.(PictureBlock); ok {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

// Repictured is a text with other ids for its pictures, and otherwise as typed.
func Repictured(text string, other func(id string) string) string {
	var b strings.Builder
	at := 0
	for _, d := range read(text, nil).directives {
		p, ok := d.block.(PictureBlock)
		if !ok {
			continue
		}
		line := strings.TrimRight(text[d.from:d.to], "\r\n")
		id, rest := line, ""
		if bar := strings.IndexByte(line, '|'); bar >= 0 {
			id, rest = line[:bar], " "+line[bar:]
		}
		if fresh := other(p.ID); fresh != p.ID {
			b.WriteString(text[at:d.from] + "@picture " + fresh + rest)
			at = d.from + len(id) + len(strings.TrimPrefix(rest, " "))
		}
	}
	return b.String() + text[at:]
}

// Picture finds a picture by its id, or by at least eight characters of its
// beginning where no other begins so.
func (e Edition) Picture(id string) (found Picture, ok bool) {
	for _, p := range e.Pictures {
		switch {
		case p.ID == id:
			return p, true
		case len(id) < 8 || !strings.HasPrefix(p.ID, id):
		case ok:
			return Picture{}, false
		default:
			found, ok = p, true
		}
	}
	return found, ok
}
