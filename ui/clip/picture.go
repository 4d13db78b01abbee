// Package clip reads a picture off the system's clipboard. The toolkit's
// own clipboard holds text and nothing else.
package clip

import "context"

// Picture reads the picture on the clipboard: the bytes of a PNG, JPEG or WebP
// file as the program that it was copied in gives them, cut off after limit
// and one more byte; nil where the clipboard holds no picture. That program may
// be slow or hang, so Picture is called away from the window, and gives up with
// a *SilentError once ctx ends. A system whose clipboard cannot be reached is
// one whose clipboard holds no picture.
func Picture(ctx context.Context, limit int) ([]byte, error) {
	got := make(chan []byte, 1)
	go func() { got <- fetch(ctx, limit) }()
	select {
	case data := <-got:
		if data == nil && ctx.Err() != nil {
			return nil, &SilentError{ctx.Err()}
		}
		return data, nil
	case <-ctx.Done():
		return nil, &SilentError{ctx.Err()}
	}
}

// A SilentError says that the program which holds the picture did not give it.
type SilentError struct{ Err error }

// Error is one plain sentence for the person who pastes.
func (e *SilentError) Error() string {
	return "The program that the picture was copied in does not answer."
}

// Hint is what that person can do next, one sentence.
func (e *SilentError) Hint() string { return "Save the picture to a file and drop that here." }

// Unwrap gives why it was waited for no longer.
func (e *SilentError) Unwrap() error { return e.Err }
