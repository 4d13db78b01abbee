package sample

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"path"
	"strings"
	"sync"

	"nightdesk/data/picture"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// drawnWidth is how wide drawings are painted, in pixels: twice the column of
// the page less a little.
const drawnWidth = 1200

// drawings are the sample's pictures by name, as they pass the gate for
// photographs. Painting is most of the work of a build, so it is done once.
var drawings = sync.OnceValues(func() (map[string]picture.Checked, error) {
	names, err := fs.Glob(files, "pictures/*.svg")
	if err != nil {
		return nil, err
	}
	all := map[string]picture.Checked{}
	for _, name := range names {
		svg, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		painted, err := paint(svg)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		checked, err := picture.Check(bytes.NewReader(painted))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".svg")] = checked
	}
	return all, nil
})

// paint draws an SVG drawnWidth pixels wide and returns it as PNG. What the
// painter does not know is an error and never left out.
func paint(svg []byte) ([]byte, error) {
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		return nil, fmt.Errorf("reading the drawing: %w", err)
	}
	if icon.ViewBox.W <= 0 || icon.ViewBox.H <= 0 {
		return nil, fmt.Errorf("reading the drawing: it has no view box")
	}
	width, height := drawnWidth, int(drawnWidth*icon.ViewBox.H/icon.ViewBox.W)
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
