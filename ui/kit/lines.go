package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Wrapped is running text that wraps and can be copied.
func Wrapped(words string) *widget.Label {
	l := widget.NewLabel(words)
	l.Wrapping = fyne.TextWrapWord
	l.Selectable = true
	return l
}

// Marked is a mark and words that wrap beside it.
func Marked(mark, words string, more ...fyne.CanvasObject) fyne.CanvasObject {
	label := widget.NewLabel(words)
	label.Wrapping = fyne.TextWrapWord
	label.Selectable = true
	right := Row(6, more...)
	// Marks differ in width, and the words have one left edge.
	left := container.New(Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(16, 24) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) { Put(o[0], 0, 0, size.Width, 24) },
	}, NewText(mark).Centre())
	return container.NewBorder(nil, nil, left, right, label)
}

// IsEnter reports whether a key is Enter, on the letters or the number pad.
func IsEnter(k *fyne.KeyEvent) bool { return k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter }
