package night

import (
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// freeze binds the figures in the entry's text as they stand, but for those
// that stay as they were printed. Contests and councils are read only where the
// text can name one.
func freeze(q file.Querier, e *blog.Entry, printed []blog.Frozen) error {
	e.Frozen = nil
	if !strings.Contains(e.Text, "{") {
		return nil
	}
	contests, err := readContests(q, record.Latest, "")
	if err != nil {
		return err
	}
	councils, err := readCouncils(q, record.Latest, "")
	if err != nil {
		return err
	}
	frozen, problems := figure.Freeze(e.Text, blog.Results{Contests: contests, Councils: councils})
	var blocking []blog.Problem
	for _, p := range problems {
		slot := strings.TrimSuffix(strings.TrimPrefix(e.Text[p.From:p.To], "{"), "}")
		if at := findSlot(printed, slot); at < 0 {
			blocking = append(blocking, p)
		} else if findSlot(frozen, slot) < 0 {
			frozen = append(frozen, printed[at])
		}
	}
	if len(blocking) > 0 {
		return &UnprintableError{Problems: blocking}
	}
	for i, f := range frozen {
		if at := findSlot(printed, f.Slot); at >= 0 {
			frozen[i] = printed[at]
		}
	}
	e.Frozen = frozen
	return nil
}

// findSlot is the place of a slot among frozen ones, or -1.
func findSlot(frozen []blog.Frozen, slot string) int {
	return slices.IndexFunc(frozen, func(f blog.Frozen) bool { return f.Slot == slot })
}
