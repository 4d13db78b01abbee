package ui

import (
	"image/color"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/ui/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// councilBar is a council's seats as one bar, the largest party first, with a
// line that control has to reach. Seats that are vacant are an outline, those
// to come an empty ground.
type councilBar struct {
	box    *fyne.Container
	ground *kit.Box
	needed *kit.Box
	bars   []*kit.Bar
	seats  []int // of each bar in use
	result election.CouncilResult
}

func newCouncilBar() *councilBar {
	b := &councilBar{ground: kit.NewBox(kit.Selected), needed: kit.NewBox(kit.Ink)}
	b.box = container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 18) },
		Put: func(_ []fyne.CanvasObject, size fyne.Size) { b.put(size) },
	}, b.ground, b.needed)
	return b
}

func (b *councilBar) show(r election.CouncilResult, own map[string]string) {
	b.result, b.seats = r, b.seats[:0]
	for _, row := range r.Rows {
		fill := chart.Fill(row.Party, own)
		b.add(row.Total, fill, kit.Palette().Outline(fill))
	}
	b.add(r.Vacant, color.NRGBA{}, kit.NRGBAOf(kit.Quiet))
	for i, bar := range b.bars {
		bar.Hidden = i >= len(b.seats)
	}
	// The line stays above the bars.
	b.box.Objects = []fyne.CanvasObject{b.ground}
	for _, bar := range b.bars {
		b.box.Objects = append(b.box.Objects, bar)
	}
	b.box.Objects = append(b.box.Objects, b.needed)
	b.box.Refresh()
}

// add takes a bar for so many seats into use.
func (b *councilBar) add(seats int, fill, outline color.NRGBA) {
	if seats <= 0 {
		return
	}
	if len(b.seats) == len(b.bars) {
		b.bars = append(b.bars, kit.NewBar())
	}
	b.bars[len(b.seats)].Set(1, fill, outline, true)
	b.seats = append(b.seats, seats)
}

// put gives every seat the same room, to the nearest unit.
func (b *councilBar) put(size fyne.Size) {
	const top, height float32 = 3, 12
	kit.Put(b.ground, 0, top, size.Width, height)
	all := max(1, b.result.Council.Seats)
	at := func(seats int) float32 { return float32(int(size.Width * float32(min(seats, all)) / float32(all))) }
	from := 0
	for i, n := range b.seats {
		x := at(from)
		kit.Put(b.bars[i], x, top, max(1, at(from+n)-x-1), height)
		from += n
	}
	kit.Put(b.needed, at(b.result.Needed)-1, 0, 2, size.Height)
}
