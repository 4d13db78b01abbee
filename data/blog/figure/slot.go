package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog/text"
)

// slotName is a slot taken apart: what stands before the figure, and which
// figure in which format.
type slotName struct {
	owner  string // folded; empty where the contest's own figure was asked for
	figure Slot
	format string
}

// cutSlot takes a slot of a contest apart.
func cutSlot(typed string) (slotName, *slotError) {
	body, format := cutFormat(typed)
	n, ok := cutFigure(body, contestSlots, func(string, Slot) bool { return true })
	if !ok {
		return n, &slotError{"slot-unknown", fmt.Sprintf(
			`{%s} names no figure. Take one from the list of figures, or type \{ for a brace.`, typed)}
	}
	n.format = format
	return n, n.checkFormat(typed)
}

// cutFormat folds a slot and takes the format from its end.
func cutFormat(typed string) (body, format string) {
	body, format = text.SearchKey(typed), "plain"
	if colon := strings.LastIndexByte(body, ':'); colon >= 0 {
		format = cmp.Or(strings.TrimSpace(body[colon+1:]), format)
		body = strings.TrimSpace(body[:colon])
	}
	return body, format
}

// cutFigure takes the longest name of a figure from the end of a folded slot,
// since the names before it may hold dots.
func cutFigure(body string, among []Slot, fits func(owner string, figure Slot) bool) (n slotName, ok bool) {
	longest := ""
	for _, figure := range among {
		for _, name := range append([]string{figure.Name}, figure.Also...) {
			owner, found := strings.CutSuffix(body, name)
			if found && (owner == "" || strings.HasSuffix(owner, ".")) && len(name) > len(longest) && fits(owner, figure) {
				longest = name
				n.owner, n.figure = strings.TrimSuffix(owner, "."), figure
			}
		}
	}
	return n, longest != ""
}

func (n slotName) checkFormat(typed string) *slotError {
	if slices.Contains(n.figure.Formats, n.format) {
		return nil
	}
	return &slotError{"slot-format", fmt.Sprintf(
		"{%s}: %s cannot be printed as “%s”. It can as %s.", typed, n.figure.Name, n.format, strings.Join(n.figure.Formats, ", "))}
}
