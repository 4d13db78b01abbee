package text

import "strings"

// Filled is a text as typed with its slots filled in, so that it stands for
// itself. Slots that have no figure stay as they are; figures that Markdown
// would read as marks are escaped.
func Filled(text string, figures Figures) string { return filled(text, figures, EscapeMarkdown) }

// FilledToRead is a text as typed with its slots filled in as they print, for
// people to compare and not to be parsed again.
func FilledToRead(text string, figures Figures) string {
	return filled(text, figures, func(value string) string { return value })
}

func filled(text string, figures Figures, set func(value string) string) string {
	if figures == nil {
		return text
	}
	var b strings.Builder
	at := 0
	for _, slot := range Read(text, nil).Slots {
		value, ok := figures(slot.Slot)
		if !ok {
			continue
		}
		b.WriteString(text[at:slot.From] + set(value))
		at = slot.To
	}
	return b.String() + text[at:]
}
