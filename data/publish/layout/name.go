package layout

import (
	"strings"
	"unicode"

	"nightdesk/data/blog"
)

// NameOf is what the main file is called without its extension.
func NameOf(e blog.Edition, o Options) string {
	name := strings.NewReplacer("/", "-", `\`, "-").Replace(o.Name)
	if name == "" {
		name = slug(e.Details.Title)
	}
	if e.Details.Rehearsal {
		name = RehearsalName + strings.TrimPrefix(name, RehearsalName)
	}
	return name
}

// slug makes a file's name from a title: lower-case letters, digits and
// hyphens, no longer than every file system takes.
func slug(title string) string {
	const most = 100 // bytes
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(title) {
		if b.Len() >= most {
			break
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return "night"
	}
	return b.String()
}
