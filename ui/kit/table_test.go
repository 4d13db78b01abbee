package kit

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// tableOnStage is a table of n rows whose cells say their row and column.
func tableOnStage(t testing.TB, n int, width float32) (*Table, fyne.Window) {
	t.Helper()
	table := NewTable([]TableColumn{
		{Head: "Name", Width: 100, Grows: 1},
		{Head: "Votes", Width: 60, Right: true},
		{Head: "Aside", Width: 80, Drop: 2},
		{Head: "Share", Width: 50, Right: true, Drop: 1},
	})
	table.Fill = func(i int, cells []Cell) {
		for c := range cells {
			cells[c].Words = fmt.Sprintf("%d.%d", i, c)
		}
	}
	w := stage(t, table.Container, width, 300)
	table.SetRows(n, -1)
	return table, w
}

// shownRows are the rows in sight by number, checked for what they say.
func shownRows(t *testing.T, table *Table) map[int]*tableRow {
	t.Helper()
	out := map[int]*tableRow{}
	for i, o := range table.list.shown {
		r := table.rows[o]
		out[i] = r
		for c, text := range r.texts {
			equal(t, "words", text.Words(), fmt.Sprintf("%d.%d", i, c))
		}
	}
	return out
}

func TestTableMakesOnlyTheRowsInSight(t *testing.T) {
	table, w := tableOnStage(t, 5000, 500)
	w.Canvas().Focus(table.Rows())
	for range 5 {
		press(w, fyne.KeyPageDown)
		if n := len(shownRows(t, table)); n == 0 || n > 12 {
			t.Errorf("%d rows are made for 300 units", n)
		}
	}
	press(w, fyne.KeyEnd)
	if _, ok := shownRows(t, table)[4999]; !ok {
		t.Error("the last row is not in sight at the end")
	}
	if len(table.rows) > 20 {
		t.Errorf("%d row objects were made for 5,000 rows", len(table.rows))
	}
}

func TestTableGivesColumnsTheirRoom(t *testing.T) {
	for _, c := range []struct {
		width float32
		shown [4]bool
	}{
		{500, [4]bool{true, true, true, true}},
		{300, [4]bool{true, true, false, true}},
		{220, [4]bool{true, true, false, false}},
		{120, [4]bool{true, true, false, false}}, // those that always stay are squeezed at the edge
	} {
		table, _ := tableOnStage(t, 3, c.width)
		end := float32(0)
		for i := range table.columns {
			equal(t, fmt.Sprintf("column %d is shown at %v", i, c.width), table.Width(i) > 0, c.shown[i])
			s := table.spans[i]
			if !c.shown[i] {
				continue
			}
			if s.x < end {
				t.Errorf("column %d begins at %v, inside its neighbour, which ends at %v", i, s.x, end)
			}
			if s.width < table.columns[i].Width {
				t.Errorf("column %d has %v of %v units", i, s.width, table.columns[i].Width)
			}
			end = s.x + s.width
			for _, r := range shownRows(t, table) {
				equal(t, "the cell stands under its head", r.texts[i].Position().X, s.x)
				equal(t, "as wide as its column", r.texts[i].Size().Width, s.width)
			}
		}
		if c.width >= 220 && end > c.width {
			t.Errorf("the columns end at %v of %v", end, c.width)
		}
	}
}

func TestTableSortsByKeysAndByTheMouse(t *testing.T) {
	table, w := tableOnStage(t, 10, 300)
	var asked []int
	table.Sort = func(c int) {
		asked = append(asked, c)
		table.SetSorted(c, c == 3)
	}
	table.SetSorted(0, false)
	equal(t, "the mark of the first", table.heads.texts[0].Words(), "Name ▴")
	w.Canvas().Focus(table.Rows())
	equal(t, "the head at hand is underlined", table.heads.under.Hidden, false)
	press(w, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight) // over the one left out, and no further than the last
	write(w, " ")
	equal(t, "sorted by", asked[len(asked)-1], 3)
	equal(t, "the mark", table.heads.texts[3].Words(), "▾ Share")
	equal(t, "the mark that was", table.heads.texts[0].Words(), "Name")
	equal(t, "the line is under the head at hand", table.heads.under.Position().X, table.spans[3].x)
	press(w, fyne.KeyLeft)
	write(w, " ")
	equal(t, "sorted by", asked[len(asked)-1], 1)
	test.TapAt(table.heads, fyne.NewPos(table.spans[0].x+10, 5))
	equal(t, "sorted by a click", asked[len(asked)-1], 0)
	w.Canvas().Unfocus()
	equal(t, "the line is gone with the focus", table.heads.under.Hidden, true)
}

func TestTableOpensARow(t *testing.T) {
	table, w := tableOnStage(t, 10, 400)
	opened, selected := -1, -1
	table.Open = func(i int) { opened = i }
	table.Selected = func(i int) { selected = i }
	w.Canvas().Focus(table.Rows())
	equal(t, "the focus selects the first", selected, 0)
	press(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	equal(t, "opened by Enter", opened, 2)
	click := func(row int) { test.TapAt(table.list, fyne.NewPos(20, float32(row)*TableRow+5)) }
	click(4)
	equal(t, "one click selects", selected, 4)
	equal(t, "and opens nothing", opened, 2)
	click(4)
	equal(t, "the second opens", opened, 4)
	click(5)
	table.SetRows(10, 5)
	click(5)
	equal(t, "a click on a row that came there meanwhile only selects", opened, 4)
}

func TestTableTellsWordsAndMarksApart(t *testing.T) {
	table, _ := tableOnStage(t, 2, 400)
	red := color.NRGBA{R: 200, A: 255}
	table.Fill = func(i int, cells []Cell) {
		cells[0] = Cell{Words: "Lab 3", Marks: []Mark{{Fill: red}, {Fill: red}, {Fill: red}}[:3-i]}
	}
	table.SetRows(2, 0)
	for i, o := range table.list.shown {
		r, end := table.rows[o], float32(0)
		equal(t, "marks", len(r.marks[0]) >= 3-i, true)
		for k, bar := range r.marks[0] {
			equal(t, "a mark is shown", bar.show, k < 3-i)
			if bar.show && bar.Position().X < end {
				t.Error("two marks lie over one another")
			}
			if bar.show {
				end = bar.Position().X + bar.Size().Width
			}
		}
		if x := r.texts[0].Position().X; x < end+3 {
			t.Errorf("the words begin at %v and the marks end at %v", x, end)
		}
	}
}

func TestTableHidesAColumn(t *testing.T) {
	table, _ := tableOnStage(t, 3, 500)
	wide := table.spans[0].width
	table.SetColumn(2, "Aside", false)
	equal(t, "shown", table.Width(2) > 0, false)
	equal(t, "its room goes to the column that grows", table.spans[0].width, wide+80+tableGap)
	table.SetColumn(1, "Papers", true)
	equal(t, "head", table.heads.texts[1].Words(), "Papers")
}

func TestTablePassesOnWhatItHasNoUseFor(t *testing.T) {
	table, w := tableOnStage(t, 3, 400)
	var key fyne.KeyName
	var typed rune
	table.Keyed = func(k *fyne.KeyEvent) { key = k.Name }
	table.Typed = func(r rune) { typed = r }
	w.Canvas().Focus(table.Rows())
	press(w, fyne.KeyEscape)
	write(w, "h")
	equal(t, "key", key, fyne.KeyEscape)
	equal(t, "character", typed, 'h')
}

// BenchmarkTableShow gives a table its rows, all with new words, as far as
// those in sight are filled.
func BenchmarkTableShow(b *testing.B) {
	for _, n := range []int{20, 650, 5000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			table, _ := tableOnStage(b, n, 900)
			turn := 0
			table.Fill = func(i int, cells []Cell) {
				for c := range cells {
					cells[c].Words = fmt.Sprintf("%d.%d.%d", i, c, turn%2)
				}
			}
			for ; b.Loop(); turn++ {
				table.SetRows(n, 0)
			}
		})
	}
}

// BenchmarkTableShowFloor gives as many texts as the table above has in sight
// new words and no more.
func BenchmarkTableShowFloor(b *testing.B) {
	texts := make([]*Text, 40)
	column := Column(0)
	for i := range texts {
		texts[i] = NewText("").Trim()
		column.Add(texts[i])
	}
	stage(b, column, 400, 2000)
	for turn := 0; b.Loop(); turn++ {
		for i, text := range texts {
			text.SetText(fmt.Sprintf("%d.%d", i, turn%2))
		}
	}
}

// A column gets the room in which its words are whole before anything is left
// over, and those that yield go first.
func TestTableGivesWordsTheRoomToBeWhole(t *testing.T) {
	for _, c := range []struct {
		width, name, aside float32
		shown              [4]bool
	}{
		{600, 250, 0, [4]bool{true, true, true, true}},
		{400, 250, 0, [4]bool{true, true, false, true}},  // the aside yields
		{300, 160, 0, [4]bool{true, true, false, false}}, // and the figures
		{240, 136, 0, [4]bool{true, true, false, false}},
		{760, 250, 90, [4]bool{true, true, true, true}},
	} {
		table, _ := tableOnStage(t, 1, c.width)
		table.columns[2].Yields, table.columns[3].Yields = true, true
		table.SetRoom(0, 100, 250)
		table.SetRoom(2, 80, c.aside)
		for i := range table.columns {
			equal(t, fmt.Sprintf("column %d is shown at %v", i, c.width), table.Width(i) > 0, c.shown[i])
		}
		if got := table.Width(0); got < c.name {
			t.Errorf("at %v the name has %v, want %v at least", c.width, got, c.name)
		}
		if c.aside > 0 && table.Width(2) != c.aside {
			t.Errorf("at %v the aside has %v, want %v", c.width, table.Width(2), c.aside)
		}
	}
}

// What does not fit is set small before it is cut, and as it was where it fits
// again.
func TestTableSetsSmallBeforeItCuts(t *testing.T) {
	table, _ := tableOnStage(t, 1, 500)
	words := "Dumfriesshire, Clydesdale"
	table.Fill = func(_ int, cells []Cell) { cells[0] = Cell{Words: words, Bold: true} }
	wide := fyne.MeasureText(words, BodySize, fyne.TextStyle{Bold: true}).Width
	name := func() *Text {
		table.SetRows(1, -1)
		return table.rows[table.list.shown[0]].texts[0]
	}
	table.columns[0].Grows = 0
	for _, c := range []struct{ room, size float32 }{{wide + 1, BodySize}, {wide - 1, SmallSize}, {wide + 1, BodySize}} {
		table.SetRoom(0, c.room, 0)
		text := name()
		equal(t, fmt.Sprintf("size in %v of %v", c.room, wide), text.size, c.size)
		if text.Wide() > text.Size().Width {
			t.Errorf("in %v it is cut", c.room)
		}
	}
}
