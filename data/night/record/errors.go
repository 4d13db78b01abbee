package record

import (
	"errors"
	"fmt"
)

// A NotFoundError says that something is not in the night.
type NotFoundError struct{ Kind, ID string }

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("there is no %s %q in this night", e.Kind, e.ID)
}

// Hint is the user's next step.
func (e *NotFoundError) Hint() string {
	return "Choose one that is there; another desk may have taken this one out."
}

// A RefusedError is an act that makes no sense as things stand, in one
// sentence, with the user's next step in another.
type RefusedError struct{ Why, Next string }

func (e *RefusedError) Error() string { return e.Why }

// Hint is the user's next step.
func (e *RefusedError) Hint() string { return e.Next }

// ErrNothingToUndo is returned by Undo where LastUndoable finds nothing.
var ErrNothingToUndo = errors.New("there is nothing to undo")
