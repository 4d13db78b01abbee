package model

import "fyne.io/fyne/v2"

// Single runs one piece of work at a time away from the window. What is asked
// for meanwhile is done once more after it.
type Single struct{ Busy, again bool }

// Run calls begin in the window, what that gives away from it, and what that
// gives in the window again.
func (s *Single) Run(begin func() func() func()) {
	if s.Busy {
		s.again = true
		return
	}
	s.Busy, s.again = true, false
	work := begin()
	go func() {
		then := work()
		fyne.Do(func() {
			s.Busy = false
			then()
			if s.again {
				s.Run(begin)
			}
		})
	}()
}
