package publish

// What a rehearsal says of itself, and how its files are called.
const (
	rehearsalMark    = "TEST"
	rehearsalName    = "TEST-"
	rehearsalWarning = "TEST. This is a rehearsal: nothing in it is real."
)

// tested is a title as a rehearsal has it.
func (n *night) tested(title string) string {
	if !n.Details.Rehearsal {
		return title
	}
	return rehearsalMark + ": " + title
}
