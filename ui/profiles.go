package ui

import (
	"nightdesk/data/blog"
	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
	"nightdesk/ui/shell"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// builtIn are the ways to hand over that every night has. The desk's own of
// the same id stands in place of a built-in one.
var builtIn = func() []blog.Profile {
	all := []blog.Profile{
		{ID: "wordpress", Name: "WordPress", Form: "wordpress", Pictures: blog.PicturesReserved},
		{ID: "fragment", Name: "HTML fragment", Form: "fragment"},
		{ID: "wire", Name: "Wire text", Form: "text", ASCII: true},
	}
	for _, f := range profileForms {
		if !slices.ContainsFunc(all, func(p blog.Profile) bool { return p.Form == string(f) }) {
			all = append(all, blog.Profile{ID: string(f), Name: f.Name(), Form: string(f)})
		}
	}
	return all
}()

// profilesOf are the built-in profiles, replaced by the desk's own of the same
// id, and then the desk's own others by name.
func profilesOf(own []blog.Profile) []blog.Profile {
	all := slices.Clone(builtIn)
	for _, p := range own {
		if i := slices.IndexFunc(all, func(x blog.Profile) bool { return x.ID == p.ID }); i >= 0 {
			all[i] = p
		} else {
			all = append(all, p)
		}
	}
	return all
}

// isBuiltIn reports whether every night has a profile of that id.
func isBuiltIn(id string) bool {
	return slices.ContainsFunc(builtIn, func(p blog.Profile) bool { return p.ID == id })
}

// profileForms are the forms that a profile can have, as they are offered.
var profileForms = slices.DeleteFunc(slices.Clone(publish.Forms), publish.Form.OfResults)

// A profileChoice is one thing to be chosen in a profile.
type profileChoice struct {
	label  string
	choice publish.Choice
	values []profileValue
	get    func(blog.Profile) int
	set    func(*blog.Profile, int)
}

// A profileValue is what can be chosen: as it is offered, and as a line about
// the profile says it, where it says it at all.
type profileValue struct{ words, said string }

// among makes a choice among the values of one field of a profile.
func among[T comparable](label string, choice publish.Choice, of func(*blog.Profile) *T, values []T, words ...profileValue) profileChoice {
	return profileChoice{label, choice, words,
		func(p blog.Profile) int { return max(0, slices.Index(values, *of(&p))) },
		func(p *blog.Profile, i int) { *of(p) = values[i] }}
}

// profileChoices are what a profile says beside its name and form. The first
// value of each is what a new profile has.
var profileChoices = []profileChoice{
	among("Order", publish.Order, func(p *blog.Profile) *string { return &p.Order },
		[]string{"", blog.NewestOnTop, blog.OldestOnTop},
		profileValue{"As the night has it", ""}, profileValue{"Newest on top", "newest on top"}, profileValue{"Oldest on top", "oldest on top"}),
	among("Headings", publish.Headings, func(p *blog.Profile) *int { return &p.Heading }, []int{0, 2, 3, 4, 5, 6},
		profileValue{"Usual", ""}, profileValue{"2", "headings of level 2"}, profileValue{"3", "headings of level 3"},
		profileValue{"4", "headings of level 4"}, profileValue{"5", "headings of level 5"}, profileValue{"6", "headings of level 6"}),
	among("Anchors", publish.Anchors, func(p *blog.Profile) *bool { return &p.NoIDs }, []bool{false, true},
		profileValue{"With", ""}, profileValue{"Without", "no anchors"}),
	among("Times", publish.Times, func(p *blog.Profile) *bool { return &p.NoTimes }, []bool{false, true},
		profileValue{"With", ""}, profileValue{"Without", "no times"}),
	among("Pictures", publish.Pictures, func(p *blog.Profile) *string { return &p.Pictures },
		[]string{"", blog.PicturesInside, blog.PicturesReserved, blog.PicturesZipped},
		profileValue{"As files", ""}, profileValue{"Inside", "pictures inside"}, profileValue{"Placeholders", "placeholders for pictures"}, profileValue{"Zipped", "zipped with its pictures"}),
	among("Charts", publish.Charts, func(p *blog.Profile) *string { return &p.Chart }, []string{"", blog.ChartAsSVG},
		profileValue{"As PNG", ""}, profileValue{"As SVG", "charts as SVG"}),
	among("Characters", publish.Characters, func(p *blog.Profile) *bool { return &p.ASCII }, []bool{false, true},
		profileValue{"All", ""}, profileValue{"ASCII only", "ASCII only"}),
}

// profileWords say in a line what a profile writes: the form, and what is not
// as usual.
func profileWords(p blog.Profile) string {
	parts := []string{publish.Form(p.Form).Words()}
	for _, c := range profileChoices {
		if said := c.values[c.get(p)].said; said != "" && publish.Form(p.Form).Knows(c.choice) {
			parts = append(parts, said)
		}
	}
	if p.To != "" {
		parts = append(parts, "for "+p.To)
	}
	return strings.Join(parts, " · ")
}

// profileSheet is a profile while it is edited.
type profileSheet struct {
	window   *Window
	profile  blog.Profile
	title    string
	name, to *shell.Field
	rows     []*fyne.Container // one a choice, hidden where the form does not know it
	wrong    *widget.Label
	drop     *kit.Button
}

const choiceLabelWidth float32 = 96

// editProfile asks what a profile is to write and for whom.
func (w *Window) editProfile(p blog.Profile) {
	if w.Night.ReadOnly != "" {
		w.Say("This night can only be read: its profiles stay as they are.")
		return
	}
	s := &profileSheet{window: w, profile: p}
	s.name, s.to = shell.NewField("Name", p.Name, "WordPress of the Mail"), shell.NewField("Who takes it", p.To, "may stay empty")
	forms := make([]string, len(profileForms))
	at := 0
	for i, f := range profileForms {
		forms[i] = f.Name()
		if string(f) == p.Form {
			at = i
		}
	}
	s.profile.Form = string(profileForms[at])
	s.title = "A new way to hand over"
	if p.Name != "" {
		s.title = "How “" + p.Name + "” is handed over"
	}
	objects := []fyne.CanvasObject{kit.NewText(s.title).Bold().Sized(kit.TitleSize),
		kit.NewSmall(s.name.Label), s.name.Object(), kit.NewSmall(s.to.Label), s.to.Object(),
		s.choice("Form", forms, at, func(i int) {
			s.profile.Form = string(profileForms[i])
			s.show()
		})}
	for _, c := range profileChoices {
		words := make([]string, len(c.values))
		for i, v := range c.values {
			words[i] = v.words
		}
		row := s.choice(c.label, words, c.get(p), func(i int) { c.set(&s.profile, i) })
		s.rows = append(s.rows, row)
		objects = append(objects, row)
	}
	s.wrong = kit.Wrapped("")
	s.wrong.Importance = widget.WarningImportance
	s.wrong.Selectable = false // Tab goes on to the button
	s.wrong.Hide()
	for i, f := range s.fields() {
		f.Entry.Keyed = func(k *fyne.KeyEvent) bool {
			switch {
			case k.Name == fyne.KeyEscape:
				w.CloseOverlay()
			case kit.IsEnter(k) && i == 0:
				w.Focus(s.to.Entry)
			case kit.IsEnter(k):
				s.save()
			default:
				return false
			}
			return true
		}
	}
	buttons := []fyne.CanvasObject{kit.NewButton("Save", kit.Filled, s.save), kit.NewButton("Cancel  Esc", kit.Outlined, w.CloseOverlay)}
	if s.isOwn() {
		words := "Remove it"
		if isBuiltIn(p.ID) {
			words = "As it was built in"
		}
		s.drop = kit.NewButton(words, kit.Outlined, s.remove)
		buttons = append(buttons, kit.NewSpring(), s.drop)
	}
	objects = append(objects, s.wrong, kit.Inset(kit.Row(8, buttons...), 6, 0, 0, 0))
	s.show()
	w.Over(kit.Column(6, objects...), s.name.Entry)
	w.OnAccept(s.save)
	w.KeepSheet(s.title, s.fields())
}

// fields are those of the sheet that are typed in.
func (s *profileSheet) fields() []*shell.Field { return []*shell.Field{s.name, s.to} }

// isOwn reports whether the night holds the profile itself.
func (s *profileSheet) isOwn() bool {
	return slices.ContainsFunc(s.window.Night.Profiles, func(p blog.Profile) bool { return p.ID == s.profile.ID })
}

// choice is a line of the sheet: what is chosen, and what there is.
func (s *profileSheet) choice(label string, words []string, chosen int, set func(int)) *fyne.Container {
	options := kit.NewOptions(words, chosen)
	options.Changed = set
	options.Keyed = func(k *fyne.KeyEvent) {
		switch {
		case k.Name == fyne.KeyEscape:
			s.window.CloseOverlay()
		case kit.IsEnter(k):
			s.save()
		case k.Name == fyne.KeyDown:
			s.window.Win.Canvas().FocusNext()
		case k.Name == fyne.KeyUp:
			s.window.Win.Canvas().FocusPrevious()
		}
	}
	return container.New(kit.Place{
		Min: func(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(choiceLabelWidth+o[1].MinSize().Width, 26) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, choiceLabelWidth, 26)
			kit.Put(o[1], choiceLabelWidth, 0, o[1].MinSize().Width, 26)
		},
	}, kit.NewQuiet(label), options)
}

// show leaves the choices that the form knows.
func (s *profileSheet) show() {
	for i, row := range s.rows {
		row.Hidden = !publish.Form(s.profile.Form).Knows(profileChoices[i].choice)
	}
	s.window.RefreshOverlay()
}

// save keeps the profile in the night; what its form does not know is left as
// usual.
func (s *profileSheet) save() {
	p := s.profile
	p.Name, p.To = strings.TrimSpace(s.name.Entry.Text), strings.TrimSpace(s.to.Entry.Text)
	for _, c := range profileChoices {
		if !publish.Form(p.Form).Knows(c.choice) {
			c.set(&p, 0)
		}
	}
	if namesake := s.namesake(p); p.Name == "" || namesake {
		s.wrong.SetText("Give it a name: whoever takes the blog.")
		if namesake {
			s.wrong.SetText("There is one called “" + p.Name + "” already. Choose another name.")
		}
		s.wrong.Show()
		s.window.RefreshOverlay()
		return
	}
	w, author, id := s.window, s.window.Night.Author, ""
	w.Accepted(s.title, s.fields())
	w.CloseOverlay()
	w.Night.Act(func(n *night.Night) (err error) {
		id, err = n.PutProfile(author, p)
		return err
	}, func(err error) {
		if err == nil {
			w.handOver.choose(id)
		}
	})
}

// namesake reports whether another profile has the name.
func (s *profileSheet) namesake(p blog.Profile) bool {
	return slices.ContainsFunc(profilesOf(s.window.Night.Profiles), func(x blog.Profile) bool { return x.Name == p.Name && x.ID != p.ID })
}

// remove takes the profile out of the night; a built-in one is as it was.
func (s *profileSheet) remove() {
	w, author, id := s.window, s.window.Night.Author, s.profile.ID
	w.CloseOverlay()
	w.Night.Act(func(n *night.Night) error { return n.DropProfile(author, id) }, nil)
}
