package intake

import "regexp"

var gss = regexp.MustCompile(`^[A-Z]\d{8}$`)

// isGSS reports whether a code is one of the Office for National Statistics.
func isGSS(code string) bool { return gss.MatchString(code) }
