package night

import (
	"strings"

	"nightdesk/data/blog"
)

// freeze binds the figures in the entry's text as they stand. Contests are
// read only where the text can name one.
func (a *act) freeze(e *blog.Entry) error {
	e.Frozen = nil
	if !strings.Contains(e.Text, "{") {
		return nil
	}
	contests, err := readContests(a, latest, "")
	if err != nil {
		return err
	}
	frozen, problems := blog.Freeze(e.Text, contests)
	if len(problems) > 0 {
		return &UnprintableError{Problems: problems}
	}
	e.Frozen = frozen
	return nil
}
