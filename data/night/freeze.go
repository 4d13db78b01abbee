package night

import (
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
)

// freeze binds the figures in the entry's text as they stand, but for those
// that are kept as they were printed. Contests and councils are read only where
// the text can name one.
func (a *act) freeze(e *blog.Entry, kept []blog.Frozen) error {
	e.Frozen = nil
	if !strings.Contains(e.Text, "{") {
		return nil
	}
	contests, err := readContests(a, latest, "")
	if err != nil {
		return err
	}
	councils, err := readCouncils(a, latest, "")
	if err != nil {
		return err
	}
	frozen, problems := figure.Freeze(e.Text, blog.Results{Contests: contests, Councils: councils})
	var blocking []blog.Problem
	for _, p := range problems {
		slot := strings.TrimSuffix(strings.TrimPrefix(e.Text[p.From:p.To], "{"), "}")
		if at := findSlot(kept, slot); at < 0 {
			blocking = append(blocking, p)
		} else if findSlot(frozen, slot) < 0 {
			frozen = append(frozen, kept[at])
		}
	}
	if len(blocking) > 0 {
		return &UnprintableError{Problems: blocking}
	}
	for i, f := range frozen {
		if at := findSlot(kept, f.Slot); at >= 0 {
			frozen[i] = kept[at]
		}
	}
	e.Frozen = frozen
	return nil
}

func findSlot(frozen []blog.Frozen, slot string) int {
	return slices.IndexFunc(frozen, func(f blog.Frozen) bool { return f.Slot == slot })
}
