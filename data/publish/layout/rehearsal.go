package layout

// RehearsalName begins the name of every file of a rehearsal.
const RehearsalName = "TEST-"

// What a rehearsal says of itself.
const (
	RehearsalMark    = "TEST"
	RehearsalWarning = "TEST. This is a rehearsal: nothing in it is real."
)

// Titled is a title as a rehearsal has it.
func (n *Blog) Titled(title string) string {
	if !n.Details.Rehearsal {
		return title
	}
	return RehearsalMark + ": " + title
}
