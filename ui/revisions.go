package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"nightdesk/ui/shell"
)

// revisionsView shows the figures of one revision of a result beside those of
// the revision before. ← and → go from revision to revision.
type revisionsView struct {
	window    *Window
	revisions []night.Revision
	at        int // the later of the two that are shown
	lines     []revisionLine
	list      *kit.List
	rows      map[fyne.CanvasObject]*revisionRow
	heads     [2]*kit.Text // what each column is
	why       *kit.Text
	source    *kit.Text
	box       *fyne.Container
}

// showRevisions shows how the declared result of the contest at hand was
// revised.
func (w *Window) showRevisions() {
	c, ok := w.Night.Current()
	if !ok {
		w.Say("There is no contest yet: import the candidates, or type them in.")
		return
	}
	var revisions []night.Revision
	w.Night.Ask(func(n *night.Night) (err error) {
		revisions, err = n.Revisions(c.ID)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			w.Warn(model.Sentence(err))
		case len(revisions) == 0:
			w.Say(c.Name + " was not declared yet: there are no revisions.")
		default:
			v := newRevisionsView(w, revisions)
			w.Whole("Revisions: "+c.Name, revisionsWords(len(revisions)), v.box, v.list)
		}
	})
}

// revisionsWords say how many there are and how to get at each.
func revisionsWords(n int) string {
	switch {
	case n == 1:
		return "The result stands as it was declared."
	case n == 2:
		return "The result as declared, and as it is now. What changed is bold."
	}
	return election.Several(n, "revision", "revisions") + "; ← and → go from one to the next. What changed is bold."
}

func newRevisionsView(w *Window, revisions []night.Revision) *revisionsView {
	v := &revisionsView{window: w, revisions: revisions, at: len(revisions) - 1, rows: map[fyne.CanvasObject]*revisionRow{}}
	v.list = kit.NewList(func() fyne.CanvasObject {
		r := newRevisionRow()
		v.rows[r.box] = r
		return r.box
	}, func(i int, o fyne.CanvasObject) { v.rows[o].show(v.lines[i]) })
	v.list.Keyed = v.keyed
	v.why, v.source = kit.NewText("").Trim(), kit.NewQuiet("").Trim()
	v.heads = [2]*kit.Text{kit.NewSmall("").Right(), kit.NewSmall("").Right()}
	v.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			kit.Put(v.why, 8, 0, size.Width-16, 20)
			kit.Put(v.source, 8, 20, size.Width-16, 20)
			was, now := revisionColumns(size.Width)
			kit.Put(v.heads[0], was, 48, revisionColumn, 18)
			kit.Put(v.heads[1], now, 48, revisionColumn, 18)
			kit.Put(v.list, 0, 68, size.Width, max(0, size.Height-68))
		},
	}, v.why, v.source, v.heads[0], v.heads[1], v.list)
	v.show()
	return v
}

func (v *revisionsView) keyed(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		v.window.CloseOverlay()
	case fyne.KeyLeft:
		v.at = max(min(1, len(v.revisions)-1), v.at-1)
		v.show()
	case fyne.KeyRight:
		v.at = min(len(v.revisions)-1, v.at+1)
		v.show()
	}
}

// show shows the pair at hand.
func (v *revisionsView) show() {
	now := v.revisions[v.at]
	was := now
	v.heads[0].SetText("")
	if v.at > 0 {
		was = v.revisions[v.at-1]
		v.heads[0].SetText(v.headOf(was))
	}
	v.heads[1].SetText(v.headOf(now))
	v.why.SetText(now.Reason)
	if now.Reason == "" {
		v.why.SetText("As the returning officer declared it.")
	}
	v.source.SetText("By " + v.window.Night.AuthorName(now.Author) + ".")
	if now.Source != "" {
		v.source.SetText("Source: " + strings.TrimSuffix(now.Source, ".") + ". " + v.source.Words())
	}
	v.lines = revisionLines(was.Contest, now.Contest, v.at > 0)
	heights := make([]float32, len(v.lines))
	first := -1
	for i, l := range v.lines {
		heights[i] = 30
		if first < 0 && l.was != l.now {
			first = i
		}
	}
	v.list.SetRows(heights, 0)
	v.list.Select(max(0, first))
	v.box.Refresh()
}

// headOf names a revision over its column: "Revision 2, corrected 7.31am".
func (v *revisionsView) headOf(r night.Revision) string {
	return fmt.Sprintf("Revision %d, %s %s", r.Number, r.Contest.State, blog.Clock(r.When, v.window.Night.Zone))
}

// revisionLine is one figure of two revisions.
type revisionLine struct {
	words, aside string
	was, now     string
	alone        bool // there is no revision before
}

// revisionLines are the figures of two revisions in the order of the ballot
// paper, the papers and what they come to.
func revisionLines(was, now election.Contest, both bool) []revisionLine {
	before, after := election.Compute(was), election.Compute(now)
	var lines []revisionLine
	add := func(words, aside, was, now string) {
		lines = append(lines, revisionLine{words, aside, was, now, !both})
	}
	for _, k := range now.Candidates {
		old, _ := was.Candidate(k.ID)
		add(k.BallotName(), k.Party.Label(), old.Votes.String(), k.Votes.String())
	}
	add(model.UpperFirst(after.ShareOf()), "", before.Valid.String(), after.Valid.String())
	for _, f := range papersFields {
		add(model.UpperFirst(f.long), "", f.of(&was).String(), f.of(&now).String())
	}
	add("Majority", "", before.Majority.String(), after.Majority.String())
	add("Elected", "", electedWords(before), electedWords(after))
	return lines
}

// electedWords are the surnames of the elected.
func electedWords(r election.Result) string {
	var names []string
	for _, row := range r.Rows {
		if row.Elected {
			names = append(names, row.Candidate.Surname)
		}
	}
	return election.And(names)
}

// revisionColumn is the width of each of the two columns of figures.
const revisionColumn float32 = 250

func revisionColumns(width float32) (was, now float32) {
	return width - 20 - 2*revisionColumn - 16, width - 20 - revisionColumn
}

// revisionRow is such a line as it is drawn.
type revisionRow struct {
	box                    *fyne.Container
	words, aside, was, now *kit.Text
}

func newRevisionRow() *revisionRow {
	r := &revisionRow{words: kit.NewText("").Trim(), aside: kit.NewQuiet("").Sized(12).Trim(), was: kit.NewText("").Right().Trim(), now: kit.NewText("").Right().Trim()}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 30) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) {
			was, now := revisionColumns(size.Width)
			words := min(r.words.Wide()+4, was-16)
			kit.Put(r.words, 8, 0, words, 30)
			kit.Put(r.aside, 8+words+8, 0, max(0, was-words-24), 30)
			kit.Put(r.was, was, 0, revisionColumn, 30)
			kit.Put(r.now, now, 0, revisionColumn, 30)
		},
	}, r.words, r.aside, r.was, r.now)
	return r
}

func (r *revisionRow) show(l revisionLine) {
	changed := l.was != l.now
	r.words.Set(l.words, changed, kit.Ink)
	r.aside.SetText(l.aside)
	r.was.Set(l.was, false, kit.Quiet)
	if l.alone {
		r.was.SetText("")
	}
	r.now.Set(l.now, changed, kit.Ink)
	r.box.Refresh()
}

// takeBack takes a declaration back that was recorded by mistake, with a
// reason: the count is provisional again, and what was declared stays
// readable among the revisions.
func (w *Window) takeBack() {
	c, ok := w.Night.Current()
	if !ok || !c.State.IsDeclared() {
		w.Say("Nothing is declared here that could be taken back.")
		return
	}
	if w.Night.Author == "" {
		w.AskAuthor(w.takeBack)
		return
	}
	words := "The declaration of " + c.Name + " is taken back and its figures are no longer public; what was published stays as it is. Where the result itself was changed, correct it instead (Ctrl+Shift+D)."
	reason := shell.NewField("Why", "", "declared in the wrong contest")
	w.Sheet("Take the declaration back", words, []*shell.Field{reason}, "Take it back", func() string {
		why := strings.TrimSpace(reason.Entry.Text)
		if why == "" {
			return "Say why: the reason is kept in the night."
		}
		author := w.Night.Author
		w.Night.Act(func(n *night.Night) error { return n.TakeBack(author, c.ID, why) }, nil)
		return ""
	})
}
