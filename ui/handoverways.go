package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A way is a line of the hand-over screen: somebody who takes the blog by a
// profile, or the results as a file.
type way struct {
	profile blog.Profile // its Form is that of the file too
	results bool         // no profile: only written or copied
}

func (y way) form() publish.Form { return publish.Form(y.profile.Form) }

func (y way) receiver() model.Receiver {
	return model.Receiver{Profile: y.profile.ID, Form: y.profile.Form, To: y.profile.To}
}

// alwaysWhole reports whether the form has no way to say what is new: a page
// replaces the page that was there.
func (y way) alwaysWhole() bool { return y.form().Whole() }

// waysOf are all ways of a night, the profiles first.
func waysOf(own []blog.Profile) []way {
	var ways []way
	for _, p := range profilesOf(own) {
		ways = append(ways, way{profile: p})
	}
	for _, f := range publish.Forms {
		if f.OfResults() {
			ways = append(ways, way{blog.Profile{ID: string(f), Name: f.Name(), Form: string(f)}, true})
		}
	}
	return ways
}

// words say what the way writes.
func (y way) words() string {
	if y.results {
		return y.form().Words()
	}
	return profileWords(y.profile)
}

const (
	wayHeight float32 = 30
	// wayGap is the room over the first of the results, for the words there.
	wayGap float32 = 26
)

// wayRow is a way as it is drawn.
type wayRow struct {
	box         *fyne.Container
	over        *kit.Text // what the rows from here on are, mostly empty
	name, state *kit.Text
}

func newWayRow() *wayRow {
	r := &wayRow{over: kit.NewSmall(""), name: kit.NewText("").Trim(), state: kit.NewQuiet("").Sized(12).Right()}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, wayHeight) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			top := size.Height - wayHeight
			kit.Put(r.over, 10, 4, size.Width-20, max(0, top-4))
			state, gap := r.state.MinSize().Width, float32(0)
			if state > 0 {
				gap = 10
			}
			kit.Put(r.name, 10, top, max(0, size.Width-20-state-gap), wayHeight)
			kit.Put(r.state, size.Width-10-state, top, state, wayHeight)
		},
	}, r.over, r.name, r.state)
	return r
}

func (r *wayRow) show(over string, y way, state string, chosen bool) {
	r.over.SetText(over)
	r.name.Set(y.profile.Name, chosen, kit.Ink)
	r.state.SetText(state)
	r.box.Refresh()
}
