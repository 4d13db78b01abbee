// Package model is the open night, without a widget: what the window shows of
// it, and the one way to act on it.
//
// It promises that the window never waits: every read and every act happens on
// a goroutine of the file's own, one after another, and what came of it is
// handed to the window in one turn. It holds no truth of its own: an act goes
// to the night, and what it changed is read from there again, once. What is
// being typed is in the night's drafts within a second of a pause. The page in
// the live folder follows every act that changes what is public.
//
// Of Fyne it uses Do alone, to get back to the window's goroutine.
package model
