package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// The bounds of what is read and written.
const (
	Longest   = 2000        // pixels on the long side of what is kept
	MaxBytes  = 40 << 20    // of the file as it came
	maxPixels = 100_000_000 // of the picture as it came
	maxSide   = 65_535      // pixels, the most a JPEG can have
	quality   = 88          // of the JPEG that is kept
)

// Checked is a picture that passed the gate: upright, scaled, and stripped of
// everything but its pixels.
type Checked struct {
	Bytes     []byte // the whole file
	MediaType string // "image/jpeg" or "image/png"
	Width     int    // pixels, at most Longest
	Height    int    // pixels, at most Longest
}

// A format is a kind of picture file that is read.
type format struct {
	config  func(io.Reader) (image.Config, error) // the dimensions, without decoding
	decode  func(io.Reader) (image.Image, error)
	exif    func([]byte) []byte
	keepPNG bool
}

var (
	jpegFormat = format{jpeg.DecodeConfig, jpeg.Decode, exifOfJPEG, false}
	pngFormat  = format{png.DecodeConfig, png.Decode, exifOfPNG, true}
	webpFormat = format{webp.DecodeConfig, webp.Decode, exifOfWebP, false}
)

// Check reads a JPEG, PNG or WebP picture and makes what the night keeps of
// it. A PNG stays a PNG and so does whatever has transparency; everything else
// becomes a JPEG. It returns a *RefusedError where the picture cannot be
// taken, and the reader's own error where reading fails.
func Check(r io.Reader) (Checked, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Checked{}, err
	}
	if len(raw) > MaxBytes {
		return Checked{}, refuse(TooManyBytes, nil)
	}
	f, err := detect(raw)
	if err != nil {
		return Checked{}, err
	}
	img, err := f.read(raw)
	if err != nil {
		return Checked{}, err
	}
	return encode(upright(fit(img, Longest), orientation(f.exif(raw))), f.keepPNG)
}

// read decodes the pixels, once the header says that there are not too many.
func (f format) read(raw []byte) (image.Image, error) {
	c, err := f.config(bytes.NewReader(raw))
	if err != nil {
		return nil, refuse(Broken, err)
	}
	if c.Width < 1 || c.Height < 1 {
		return nil, refuse(Broken, nil)
	}
	if c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels {
		return nil, refuse(TooManyPixels, nil)
	}
	img, err := f.decode(bytes.NewReader(raw))
	if err != nil {
		return nil, refuse(Broken, err)
	}
	return img, nil
}

func encode(img image.Image, keepPNG bool) (Checked, error) {
	var out bytes.Buffer
	size := img.Bounds().Size()
	kept := Checked{MediaType: "image/jpeg", Width: size.X, Height: size.Y}
	var err error
	if keepPNG || !opaque(img) {
		kept.MediaType = "image/png"
		err = png.Encode(&out, img)
	} else {
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
	}
	kept.Bytes = out.Bytes()
	return kept, err
}

func opaque(img image.Image) bool {
	o, ok := img.(interface{ Opaque() bool })
	return ok && o.Opaque()
}
