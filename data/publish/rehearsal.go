package publish

// RehearsalName begins the name of every file of a rehearsal.
const RehearsalName = "TEST-"

// What a rehearsal says of itself.
const (
	rehearsalMark    = "TEST"
	rehearsalWarning = "TEST. This is a rehearsal: nothing in it is real."
)

// tested is a title as a rehearsal has it.
func (n *night) tested(title string) string {
	if !n.Details.Rehearsal {
		return title
	}
	return rehearsalMark + ": " + title
}
