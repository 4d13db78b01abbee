package blog

import "strings"

// Filled is a text as typed with its slots filled in, so that it stands for
// itself. Slots that have no figure stay as they are; figures that Markdown
// would read as marks are escaped.
func Filled(text string, figures Figures) string {
	if figures == nil {
		return text
	}
	var b strings.Builder
	at := 0
	for _, slot := range read(text, nil).slots {
		value, ok := figures(slot.Slot)
		if !ok {
			continue
		}
		b.WriteString(text[at:slot.From] + EscapeMarkdown(value))
		at = slot.To
	}
	return b.String() + text[at:]
}
