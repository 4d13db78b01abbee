// Package ui is the window: the desk where a night is keyed and written, its
// charts and its exports, and the viewer's look at a saved night.
//
// It promises that the window never waits (every act and every read of the
// night file happens off the window's goroutine, and one act changes what is
// shown once), that the screens hold no truth of their own (an act goes to the
// night, and what is shown is read from it again), and that everything works
// by keys. What is being typed is in the night's drafts within a second of a
// pause.
package ui
