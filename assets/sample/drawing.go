package sample

import (
	"bytes"
	"fmt"
	"image"
	"image/png"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawing paints an SVG drawing at the size of its view box, one unit a
// pixel, and returns it as PNG. What the painter does not know is an error
// and never left out.
func drawing(svg []byte) ([]byte, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("reading the drawing: %w", err)
	}
	width, height := int(icon.ViewBox.W), int(icon.ViewBox.H)
	if width <= 0 || height <= 0 {
		return nil, fmt.Errorf("reading the drawing: it has no view box")
	}
	canvas := image.NewRGBA(image.Rect(0, 0, width, height))
	scanner := rasterx.NewScannerGV(width, height, canvas, canvas.Bounds())
	icon.SetTarget(0, 0, float64(width), float64(height))
	icon.Draw(rasterx.NewDasher(width, height, scanner), 1)
	var out bytes.Buffer
	if err := png.Encode(&out, canvas); err != nil {
		return nil, fmt.Errorf("writing the drawing: %w", err)
	}
	return out.Bytes(), nil
}
