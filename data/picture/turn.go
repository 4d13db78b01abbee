package picture

import (
	"image"

	"golang.org/x/image/draw"
)

// fit scales a picture down so that no side is longer than Longest. One that
// fits already is returned as it is.
func fit(img image.Image) image.Image {
	size := img.Bounds().Size()
	long := max(size.X, size.Y)
	if long <= Longest {
		return img
	}
	shrink := func(side int) int { return max(1, (side*Longest+long/2)/long) }
	to := canvas(img, shrink(size.X), shrink(size.Y))
	draw.CatmullRom.Scale(to, to.Bounds(), img, img.Bounds(), draw.Src, nil)
	return to
}

// canvas is an empty picture to paint img into: without the alpha channel's
// rounding where img has none, with straight alpha where it has.
func canvas(img image.Image, width, height int) draw.Image {
	r := image.Rect(0, 0, width, height)
	if opaque(img) {
		return image.NewRGBA(r)
	}
	return image.NewNRGBA(r)
}

// upright turns and mirrors a picture as its EXIF orientation asks. Each of
// the eight says where the first row and column of the stored pixels belong.
func upright(img image.Image, orientation int) image.Image {
	if orientation == 1 {
		return img
	}
	b := img.Bounds()
	right, bottom := b.Dx()-1, b.Dy()-1
	width, height := b.Dx(), b.Dy()
	if orientation >= 5 {
		width, height = height, width
	}
	// from gives the stored pixel that is seen at x, y.
	from := map[int]func(x, y int) (int, int){
		2: func(x, y int) (int, int) { return right - x, y },
		3: func(x, y int) (int, int) { return right - x, bottom - y },
		4: func(x, y int) (int, int) { return x, bottom - y },
		5: func(x, y int) (int, int) { return y, x },
		6: func(x, y int) (int, int) { return y, bottom - x },
		7: func(x, y int) (int, int) { return right - y, bottom - x },
		8: func(x, y int) (int, int) { return right - y, x },
	}[orientation]
	to := canvas(img, width, height)
	for y := range height {
		for x := range width {
			sx, sy := from(x, y)
			to.Set(x, y, img.At(b.Min.X+sx, b.Min.Y+sy))
		}
	}
	return to
}
