package picture

import (
	"image"

	"golang.org/x/image/draw"
)

// A raster is a picture of four bytes a pixel.
type raster struct {
	draw.Image
	pix    []byte
	stride int // bytes from one row to the next
}

// canvas is an empty raster for what is made of img: with straight alpha only
// where img has transparency, since what has none is encoded faster.
func canvas(img image.Image, width, height int) raster {
	r := image.Rect(0, 0, width, height)
	if opaque(img) {
		c := image.NewRGBA(r)
		return raster{c, c.Pix, c.Stride}
	}
	c := image.NewNRGBA(r)
	return raster{c, c.Pix, c.Stride}
}

// fit scales a picture down so that no side is longer than so many pixels. One
// that fits already is returned as it is.
func fit(img image.Image, longest int) image.Image {
	size := img.Bounds().Size()
	long := max(size.X, size.Y)
	if long <= longest {
		return img
	}
	shrink := func(side int) int { return max(1, (side*longest+long/2)/long) }
	to := canvas(img, shrink(size.X), shrink(size.Y))
	draw.CatmullRom.Scale(to.Image, to.Bounds(), img, img.Bounds(), draw.Src, nil)
	return to.Image
}

// upright turns and mirrors a picture as its EXIF orientation asks.
func upright(img image.Image, orientation int) image.Image {
	if orientation == 1 {
		return img
	}
	size := img.Bounds().Size()
	stored := canvas(img, size.X, size.Y)
	draw.Draw(stored.Image, stored.Bounds(), img, img.Bounds().Min, draw.Src)
	if orientation >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	seen := canvas(img, size.X, size.Y)
	from := seenFrom(orientation, stored.Bounds().Max.Sub(image.Pt(1, 1)))
	for y := range size.Y {
		for x := range size.X {
			p := from(x, y)
			at, to := p.Y*stored.stride+p.X*4, y*seen.stride+x*4
			copy(seen.pix[to:to+4], stored.pix[at:at+4])
		}
	}
	return seen.Image
}

// seenFrom gives for an orientation the stored pixel that is seen at x, y; end is
// the last stored pixel.
func seenFrom(orientation int, end image.Point) func(x, y int) image.Point {
	return map[int]func(x, y int) image.Point{
		2: func(x, y int) image.Point { return image.Pt(end.X-x, y) },
		3: func(x, y int) image.Point { return image.Pt(end.X-x, end.Y-y) },
		4: func(x, y int) image.Point { return image.Pt(x, end.Y-y) },
		5: func(x, y int) image.Point { return image.Pt(y, x) },
		6: func(x, y int) image.Point { return image.Pt(y, end.Y-x) },
		7: func(x, y int) image.Point { return image.Pt(end.X-y, end.Y-x) },
		8: func(x, y int) image.Point { return image.Pt(end.X-y, x) },
	}[orientation]
}
