package model

// FirstOf is the beginning of a text, whole characters and not much more than
// n bytes: a row shows three lines, and long entries need not be parsed whole.
func FirstOf(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && text[n]&0xC0 == 0x80 {
		n--
	}
	return text[:n]
}

// A NoSubjectError says that there is nothing yet that a chart could be of.
type NoSubjectError struct {
	Words string // a sentence
	Next  string // the next step
}

func (e *NoSubjectError) Error() string { return e.Words }

func (e *NoSubjectError) Hint() string { return e.Next }
