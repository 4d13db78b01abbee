package night

import (
	"fmt"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// What can be wrong with a file or with the disk under it. Test for these with
// errors.Is; the *Error around them has the sentence for the user.
var (
	ErrMissing  = file.ErrMissing
	ErrNoFolder = file.ErrNoFolder
	ErrExists   = file.ErrExists
	ErrForeign  = file.ErrForeign
	ErrNewer    = file.ErrNewer
	ErrDamaged  = file.ErrDamaged
	ErrFull     = file.ErrFull
	ErrReadOnly = file.ErrReadOnly
	ErrClosed   = file.ErrClosed

	// ErrNothingToUndo is returned by Undo where LastUndoable finds nothing.
	ErrNothingToUndo = record.ErrNothingToUndo
)

type (
	// An Error is anything that went wrong with a night's file.
	Error = file.Error
	// A NewerError says which schema the file has and which one we know.
	NewerError = file.NewerError
	// A DamagedError says what is damaged and where the newest good backup is.
	DamagedError = file.DamagedError
	// A HeldError says which desk has the night open.
	HeldError = file.HeldError
	// A NotFoundError says that something is not in the night.
	NotFoundError = record.NotFoundError
	// A RefusedError is an act that makes no sense as things stand.
	RefusedError = record.RefusedError
	// An ArchiveError says where an archive is no archive of a night.
	ArchiveError = record.ArchiveError
)

// A DeclaredError refuses to change a declared result silently.
type DeclaredError struct{ Contest string }

func (e *DeclaredError) Error() string { return "the result is declared" }

// Hint is the user's next step.
func (e *DeclaredError) Hint() string {
	return "Correct the result with a reason and a source, or take the declaration back."
}

// A BlockedError says which checks stand against a declaration: errors that
// are not overridden and warnings without a tick.
type BlockedError struct{ Checks []election.Check }

func (e *BlockedError) Error() string {
	if len(e.Checks) == 1 {
		return "the result cannot be declared yet: " + e.Checks[0].Text
	}
	return fmt.Sprintf("the result cannot be declared yet: %d checks stand against it, first: %s",
		len(e.Checks), e.Checks[0].Text)
}

// Hint is the user's next step.
func (e *BlockedError) Hint() string {
	return "Put the figures right, or answer what stays: an error with a reason, a warning with a tick."
}

// An UnprintableError says what in an entry's text cannot be published.
type UnprintableError struct{ Problems []blog.Problem }

func (e *UnprintableError) Error() string {
	if len(e.Problems) == 0 {
		return "the entry cannot be published"
	}
	return "the entry cannot be published: " + e.Problems[0].Text
}

// Hint is the user's next step.
func (e *UnprintableError) Hint() string { return "Change the text there and publish it again." }
