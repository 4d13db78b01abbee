package ui

import (
	"image/color"
	"nightdesk/data/election"
	"nightdesk/ui/kit"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Rows are 28 high, and a little less where a ballot paper fits so without
// scrolling.
const (
	rowHeight   float32 = 28
	tightestRow float32 = 24
)

// countRow is one candidate's line: with a vote cell while counting, with
// figures once declared.
type countRow struct {
	candidate string // id
	cell      *kit.VoteCell

	name, party, votes, second, share, change *kit.Text
	bar                                       *kit.Bar
	box                                       *fyne.Container
	look                                      countLook
	compared                                  bool // there is a baseline
}

func newCountRow() *countRow {
	r := &countRow{
		cell:   kit.NewVoteCell(),
		name:   kit.NewBold("").Trim(),
		party:  kit.NewQuiet("").Sized(12).Trim(),
		votes:  kit.NewText("").Right(),
		second: kit.NewText(""),
		share:  kit.NewText("").Right(),
		change: kit.NewText("").Right(),
		bar:    kit.NewBar(),
	}
	r.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(380, tightestRow) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { r.put(size) },
	}, r.name, r.party, r.cell, r.votes, r.second, r.bar, r.share, r.change)
	return r
}

func (r *countRow) put(size fyne.Size) {
	height := size.Height
	right := size.Width - 6
	end := endWidth(r.look, r.compared)
	kit.Put(r.change, right-end, 0, end, height)
	x := right - end
	if r.look == declaredLook {
		kit.Put(r.share, x-shareWidth, 0, shareWidth, height)
		x -= shareWidth
	}
	bar := barWidth(size.Width)
	kit.Put(r.bar, x-bar, (height-13)/2, bar, 13)
	kit.Put(r.second, x-bar, 0, bar, height)
	x -= bar + columnGap
	kit.Put(r.cell, x-cellWidth, 1, cellWidth, height-2)
	kit.Put(r.votes, x-votesWidth, 0, votesWidth, height)
	switch {
	case r.look.hasCells():
		x -= cellWidth + columnGap
	case r.look == namesLook:
		x = right
	default:
		x -= votesWidth + columnGap
	}

	name := fyne.MeasureText(r.name.Words(), kit.BodySize, fyne.TextStyle{Bold: true}).Width
	party := fyne.MeasureText(r.party.Words(), 12, fyne.TextStyle{}).Width
	if name+6+party > x {
		// The party keeps a third of the room; a name that is cut can be read
		// whole in the read-back and on the page.
		name = min(name, max(x-6-party, x*2/3-6))
	}
	kit.Put(r.name, 0, 0, name+1, height)
	kit.Put(r.party, name+6, 0, max(0, x-name-6), height)
}

// as sets which parts of the row are seen, and whose row it is.
func (r *countRow) as(look countLook, k election.Candidate, name string) {
	r.look, r.candidate = look, k.ID
	r.name.SetText(name)
	r.party.SetText(k.Party.Label())
	r.cell.Hidden = !look.hasCells()
	r.votes.Hidden, r.share.Hidden = look != declaredLook, look != declaredLook
	r.second.Hidden = look != comparedLook
	r.bar.Hidden = look != declaredLook && look != keyingLook
	r.change.Hidden = look == blindLook || look == namesLook
}

// showKeying shows the row with its cell. The figures are those of the row so
// far; largest is the most votes of any candidate, for the bar. Where several
// seats are filled those who would be elected have a tick.
func (r *countRow) showKeying(row election.Row, several bool, largest int, fill color.NRGBA) {
	r.as(keyingLook, row.Candidate, row.Candidate.BallotName())
	r.showPlace(row, several)
	r.showBar(row.Candidate.Votes, largest, fill)
	r.put(r.box.Size())
}

// showBlind shows the row with its cell and nothing that tells of the first
// keying.
func (r *countRow) showBlind(k election.Candidate) {
	r.as(blindLook, k, k.BallotName())
	r.put(r.box.Size())
}

// showCompared shows the row with the figure of the second keying beside the
// first.
func (r *countRow) showCompared(row election.Row, several bool, second election.Count) {
	r.as(comparedLook, row.Candidate, row.Candidate.BallotName())
	r.showPlace(row, several)
	switch {
	case !second.Known():
		r.second.Set("not keyed", false, kit.Quiet)
	case second != row.Candidate.Votes:
		r.second.Set("≠ "+second.String(), true, kit.WarnInk)
	default:
		r.second.Set("✓", false, kit.Quiet)
	}
	r.put(r.box.Size())
}

func (r *countRow) showPlace(row election.Row, several bool) {
	place := ""
	if row.Rank > 0 {
		place = strconv.Itoa(row.Rank)
	}
	if several && row.Elected {
		place = "✔ " + place
	}
	r.change.Set(place, false, kit.Quiet)
}

// showName shows the row of a contest in which no votes are cast.
func (r *countRow) showName(row election.Row) {
	r.as(namesLook, row.Candidate, row.Candidate.BallotName())
	if row.Elected {
		r.party.SetText(row.Candidate.Party.Label() + " ✔ elected unopposed")
	}
	r.put(r.box.Size())
}

// showDeclared shows the row with its figures, the change among them where
// there is a baseline.
func (r *countRow) showDeclared(row election.Row, largest int, fill color.NRGBA, compared bool) {
	r.compared = compared
	r.as(declaredLook, row.Candidate, row.Candidate.Name())
	if row.Elected {
		r.party.SetText(row.Candidate.Party.Label() + " ✔")
	}
	r.votes.Set(row.Candidate.Votes.String(), row.Elected, kit.Ink)
	share := row.Share.Percent(1)
	if !row.Share.Known() {
		share = ""
	}
	r.share.Set(share, row.Elected, kit.Ink)
	switch change := row.Change(); {
	case change.New:
		r.change.Set("new", false, kit.Quiet)
	case change.Points.Known():
		r.change.Set(change.Points.Signed(1), row.Elected, kit.Ink)
	default:
		r.change.Set("", false, kit.Quiet)
	}
	r.showBar(row.Candidate.Votes, largest, fill)
	r.put(r.box.Size())
}

func (r *countRow) showBar(votes election.Count, largest int, fill color.NRGBA) {
	n, known := votes.Get()
	part := 0.0
	if known && largest > 0 {
		part = float64(n) / float64(largest)
	}
	r.bar.Set(part, fill, kit.Palette().Outline(fill), known)
}
