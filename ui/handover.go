package ui

import "nightdesk/ui/model"

// findHanded works out, away from the window, how every entry stands with
// those it was handed to, and has the timeline show it.
func (w *Window) findHanded() {
	t, d := w.blog, w.Night
	if len(d.Handed) == 0 {
		return
	}
	t.asks.Run(func() func() func() {
		e := d.Edition()
		return func() func() {
			states := model.HandedStates(e)
			return func() {
				if w.Night == d {
					t.handed = states
					t.show()
				}
			}
		}
	})
}
