package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// The four quarters of the test picture as they are stored: top left, top
// right, bottom left, bottom right.
var quarters = [4]color.NRGBA{{R: 220, A: 255}, {G: 200, A: 255}, {B: 230, A: 255}, {R: 240, G: 240, B: 240, A: 255}}

func quartered(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, quarters[y*2/height*2+x*2/width])
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// secret stands in the places of an EXIF block that tell on the photographer.
const secret = "54.6863N 1.2129W serial 0042"

// exifBlock is a TIFF block with an orientation and the secret behind it.
func exifBlock(order binary.AppendByteOrder, orientation int) []byte {
	head := "II*\x00"
	if order.(binary.ByteOrder).Uint16([]byte{0, 1}) == 1 {
		head = "MM\x00*"
	}
	b := order.AppendUint32([]byte(head), 8)
	b = order.AppendUint16(b, 2)
	b = append(b, entry(order, 0x010f, 2, 0x5858)...) // maker
	b = append(b, entry(order, orientationTag, 3, orientation)...)
	b = order.AppendUint32(b, 0)
	return append(b, secret...)
}

func entry(order binary.AppendByteOrder, tag, kind, value int) []byte {
	b := order.AppendUint16(nil, uint16(tag))
	b = order.AppendUint16(b, uint16(kind))
	b = order.AppendUint32(b, 1)
	b = order.AppendUint16(b, uint16(value))
	return order.AppendUint16(b, 0)
}

func withEXIF(file, block []byte) []byte {
	app1 := append([]byte("\xff\xe1"), binary.BigEndian.AppendUint16(nil, uint16(len(block)+8))...)
	app1 = append(append(app1, "Exif\x00\x00"...), block...)
	return bytes.Join([][]byte{file[:2], app1, file[2:]}, nil)
}

func withChunk(file []byte, name string, block []byte) []byte {
	const afterHeader = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(block)))
	chunk = append(append(chunk, name...), block...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return bytes.Join([][]byte{file[:afterHeader], chunk, file[afterHeader:]}, nil)
}

// flatWebP is a lossless WebP of one colour, with an EXIF chunk if there is one.
func flatWebP(width, height int, c color.NRGBA, exif []byte) []byte {
	var bits bitWriter
	bits.put(0x2f, 8)
	bits.put(width-1, 14)
	bits.put(height-1, 14)
	bits.put(1, 1) // alpha is used
	bits.put(0, 3) // version
	bits.put(0, 3) // no transform, no colour cache, no groups of codes
	for _, channel := range []uint8{c.G, c.R, c.B, c.A} {
		bits.put(1, 1) // simple code
		bits.put(0, 1) // of one symbol
		bits.put(1, 1) // of eight bits
		bits.put(int(channel), 8)
	}
	bits.put(1, 4) // distance: simple, one symbol, of one bit, 0
	body := riffChunk("VP8L", bits.bytes)
	if exif != nil {
		flags := []byte{0x18, 0, 0, 0} // alpha and EXIF
		flags = append(flags, byte(width-1), byte((width-1)>>8), 0, byte(height-1), byte((height-1)>>8), 0)
		body = append(riffChunk("VP8X", flags), append(body, riffChunk("EXIF", exif)...)...)
	}
	return riffChunk("RIFF", append([]byte("WEBP"), body...))
}

func riffChunk(name string, body []byte) []byte {
	b := append([]byte(name), binary.LittleEndian.AppendUint32(nil, uint32(len(body)))...)
	b = append(b, body...)
	return append(b, make([]byte, len(body)%2)...)
}

type bitWriter struct {
	bytes []byte
	free  int // bits left in the last byte
}

func (w *bitWriter) put(value, n int) {
	for ; n > 0; n-- {
		if w.free == 0 {
			w.bytes, w.free = append(w.bytes, 0), 8
		}
		w.bytes[len(w.bytes)-1] |= byte(value&1) << (8 - w.free)
		value >>= 1
		w.free--
	}
}

func check(t testing.TB, file []byte) (Checked, image.Image) {
	t.Helper()
	c, err := Check(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("refused: %v", err)
	}
	img, format, err := image.Decode(bytes.NewReader(c.Bytes))
	if err != nil {
		t.Fatalf("what is kept cannot be read: %v", err)
	}
	if c.MediaType != "image/"+format {
		t.Errorf("media type %s of a %s", c.MediaType, format)
	}
	if size := img.Bounds().Size(); size != image.Pt(c.Width, c.Height) {
		t.Errorf("says %d × %d, is %v", c.Width, c.Height, size)
	}
	return c, img
}

func refused(t testing.TB, file io.Reader, why Reason) {
	t.Helper()
	c, err := Check(file)
	var r *RefusedError
	if !errors.As(err, &r) || r.Reason != why {
		t.Errorf("got %v, want refused as %s", err, why)
		return
	}
	if c.Bytes != nil {
		t.Error("a refused picture has bytes")
	}
	for _, sentence := range []string{r.Error(), r.Hint()} {
		if !strings.HasSuffix(sentence, ".") || strings.Count(sentence, ".") != 1 {
			t.Errorf("not one sentence: %q", sentence)
		}
	}
}

func TestOrientation(t *testing.T) {
	const tl, tr, bl, br = 0, 1, 2, 3
	for orientation, seen := range map[int][4]int{
		0: {tl, tr, bl, br}, // makes no sense
		1: {tl, tr, bl, br},
		2: {tr, tl, br, bl},
		3: {br, bl, tr, tl},
		4: {bl, br, tl, tr},
		5: {tl, bl, tr, br},
		6: {bl, tl, br, tr},
		7: {br, tr, bl, tl},
		8: {tr, br, tl, bl},
		9: {tl, tr, bl, br},
	} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			block := exifBlock(order, orientation)
			for name, file := range map[string][]byte{
				"jpeg": withEXIF(asJPEG(t, quartered(64, 32)), block),
				"png":  withChunk(asPNG(t, quartered(64, 32)), "eXIf", block),
			} {
				c, img := check(t, file)
				if turned := orientation >= 5 && orientation <= 8; (c.Width == 32) != turned || c.Width*c.Height != 64*32 {
					t.Errorf("%s %d: %d × %d", name, orientation, c.Width, c.Height)
				}
				for i, quarter := range seen {
					x, y := c.Width/4+i%2*c.Width/2, c.Height/4+i/2*c.Height/2
					if got := img.At(x, y); !near(got, quarters[quarter]) {
						t.Errorf("%s %d: quarter %d is %v, want %v", name, orientation, i, got, quarters[quarter])
					}
				}
			}
		}
	}
}

func near(a color.Color, b color.NRGBA) bool {
	c := color.NRGBAModel.Convert(a).(color.NRGBA)
	for _, d := range []int{int(c.R) - int(b.R), int(c.G) - int(b.G), int(c.B) - int(b.B), int(c.A) - int(b.A)} {
		if d < -12 || d > 12 {
			return false
		}
	}
	return true
}

func TestNothingOfTheOriginalIsLeft(t *testing.T) {
	block := exifBlock(binary.BigEndian, 1)
	for name, file := range map[string][]byte{
		"jpeg":                          withEXIF(asJPEG(t, quartered(64, 32)), block),
		"png":                           withChunk(withChunk(asPNG(t, quartered(64, 32)), "eXIf", block), "tEXt", []byte("Author\x00"+secret)),
		"webp":                          flatWebP(64, 32, color.NRGBA{R: 9, A: 255}, block),
		"behind the end of the picture": append(asJPEG(t, quartered(64, 32)), secret...),
	} {
		if !bytes.Contains(file, []byte(secret)) {
			t.Fatalf("%s: the test has no secret", name)
		}
		c, _ := check(t, file)
		for _, trace := range []string{secret, "Exif", "eXIf", "tEXt", "serial"} {
			if bytes.Contains(c.Bytes, []byte(trace)) {
				t.Errorf("%s: %q is left", name, trace)
			}
		}
	}
}

func TestWhatIsKept(t *testing.T) {
	clear := quartered(40, 20)
	clear.SetNRGBA(3, 3, color.NRGBA{R: 200, A: 90})
	for _, c := range []struct {
		name          string
		file          []byte
		media         string
		width, height int
	}{
		{"a photo stays a JPEG", asJPEG(t, quartered(40, 20)), "image/jpeg", 40, 20},
		{"a PNG stays a PNG", asPNG(t, quartered(40, 20)), "image/png", 40, 20},
		{"transparency is kept", asPNG(t, clear), "image/png", 40, 20},
		{"a WebP becomes a JPEG", flatWebP(40, 20, color.NRGBA{G: 200, A: 255}, nil), "image/jpeg", 40, 20},
		{"but a transparent one a PNG", flatWebP(40, 20, color.NRGBA{G: 200, A: 128}, nil), "image/png", 40, 20},
		{"a turned WebP", flatWebP(40, 20, color.NRGBA{G: 200, A: 255}, exifBlock(binary.LittleEndian, 6)), "image/jpeg", 20, 40},
		{"wide is scaled", asJPEG(t, quartered(2400, 240)), "image/jpeg", 2000, 200},
		{"high is scaled", asPNG(t, quartered(100, 2500)), "image/png", 80, 2000},
		{"scaled, then turned", withEXIF(asJPEG(t, quartered(2400, 240)), exifBlock(binary.LittleEndian, 8)), "image/jpeg", 200, 2000},
		{"a line keeps a pixel", asPNG(t, quartered(9000, 2)), "image/png", 2000, 1},
		{"one that fits is not touched", asPNG(t, quartered(2000, 40)), "image/png", 2000, 40},
	} {
		got, _ := check(t, c.file)
		if got.MediaType != c.media || got.Width != c.width || got.Height != c.height {
			t.Errorf("%s: %s %d × %d, want %s %d × %d", c.name, got.MediaType, got.Width, got.Height, c.media, c.width, c.height)
		}
		if again, _ := check(t, c.file); !bytes.Equal(again.Bytes, got.Bytes) {
			t.Errorf("%s: the same picture gives other bytes", c.name)
		}
	}
}

func TestScalingKeepsThePicture(t *testing.T) {
	_, img := check(t, asPNG(t, quartered(2400, 240)))
	for i, want := range quarters {
		if got := img.At(500+i%2*1000, 50+i/2*100); !near(got, want) {
			t.Errorf("quarter %d is %v, want %v", i, got, want)
		}
	}
}

func TestAKeptPictureIsScaledAgain(t *testing.T) {
	for name, file := range map[string][]byte{"JPEG": asJPEG(t, quartered(1200, 800)), "PNG": asPNG(t, quartered(1200, 800))} {
		kept, _ := check(t, file)
		small, err := Scale(kept.Bytes, 600)
		if err != nil || small.Width != 600 || small.Height != 400 || small.MediaType != kept.MediaType {
			t.Fatalf("%s: %s of %d by %d, %v", name, small.MediaType, small.Width, small.Height, err)
		}
		again, img := check(t, small.Bytes)
		if again.Width != 600 || !near(img.At(150, 100), quarters[0]) || !near(img.At(450, 300), quarters[3]) {
			t.Errorf("%s: the picture is another", name)
		}
		same, err := Scale(small.Bytes, 600)
		if err != nil || !reflect.DeepEqual(same, small) {
			t.Errorf("%s: small as it is, it was made anew: %v", name, err)
		}
	}
	var refused *RefusedError
	if _, err := Scale([]byte("no picture"), 600); !errors.As(err, &refused) {
		t.Errorf("no picture: %v", err)
	}
}

func TestBrokenFilesAreRefused(t *testing.T) {
	whole := asJPEG(t, quartered(64, 32))
	wholePNG := asPNG(t, quartered(64, 32))
	wholeWebP := flatWebP(64, 32, color.NRGBA{A: 255}, nil)
	for name, c := range map[string]struct {
		file []byte
		why  Reason
	}{
		"empty":         {nil, Unknown},
		"text":          {[]byte("Declared at seven in the morning"), Unknown},
		"gif":           {[]byte("GIF89a\x01\x00\x01\x00"), Unknown},
		"heic":          {[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), Phone},
		"half a jpeg":   {whole[:len(whole)/2], Broken},
		"jpeg head":     {whole[:4], Broken},
		"half a png":    {wholePNG[:len(wholePNG)/2], Broken},
		"png head":      {wholePNG[:8], Broken},
		"half a webp":   {wholeWebP[:len(wholeWebP)-6], Broken},
		"webp head":     {wholeWebP[:12], Broken},
		"png bit":       {flipped(wholePNG, len(wholePNG)-20), Broken},
		"nothing of it": {pngHeader(0, 10), Broken},
	} {
		t.Run(name, func(t *testing.T) { refused(t, bytes.NewReader(c.file), c.why) })
	}
}

func flipped(file []byte, at int) []byte {
	b := bytes.Clone(file)
	b[at] ^= 4
	return b
}

func pngHeader(width, height uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")
	b = binary.BigEndian.AppendUint32(b, width)
	b = binary.BigEndian.AppendUint32(b, height)
	b = append(b, 8, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

// jpegHeader is a JPEG that claims a size and ends where its pixels should be.
func jpegHeader(width, height uint16) []byte {
	b := []byte("\xff\xd8\xff\xc0\x00\x11\x08")
	b = binary.BigEndian.AppendUint16(b, height)
	b = binary.BigEndian.AppendUint16(b, width)
	return append(b, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda, 0, 2)
}

func TestBombsTakeNoMemory(t *testing.T) {
	for name, file := range map[string][]byte{
		"png":            pngHeader(50_000, 50_000),
		"50 gigapixels":  pngHeader(250_000, 200_000),
		"png line":       pngHeader(90_000_000, 1),
		"png overflow":   pngHeader(0x7fffffff, 0x7fffffff),
		"jpeg":           jpegHeader(65_535, 65_535),
		"jpeg just over": jpegHeader(10_001, 10_000),
		"webp":           flatWebP(16_383, 16_383, color.NRGBA{A: 255}, nil),
		"webp in a coat": flatWebP(16_383, 16_383, color.NRGBA{A: 255}, exifBlock(binary.LittleEndian, 1)),
	} {
		t.Run(name, func(t *testing.T) {
			const most = 4 << 20
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Check(bytes.NewReader(file))
			runtime.ReadMemStats(&after)
			var r *RefusedError
			if !errors.As(err, &r) || r.Reason != TooManyPixels && name != "png overflow" {
				t.Errorf("got %v", err)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("took %d bytes to refuse it", used)
			}
		})
	}
}

// A small frame behind a header that says so is not trusted to be small.
func TestWebPFrameLargerThanItsHeaderSays(t *testing.T) {
	file := flatWebP(16_383, 16_383, color.NRGBA{A: 255}, exifBlock(binary.LittleEndian, 1))
	const canvasSize = 12 + 8 + 4
	copy(file[canvasSize:], []byte{9, 0, 0, 9, 0, 0})
	refused(t, bytes.NewReader(file), Broken)
}

// endless counts what is read of a file that never ends.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return copy(p, bytes.Repeat([]byte{0xff}, len(p))), nil
}

func TestLargeFilesAreNotReadToTheEnd(t *testing.T) {
	e := &endless{}
	refused(t, e, TooManyBytes)
	if e.read > MaxBytes+1<<20 {
		t.Errorf("read %d bytes", e.read)
	}
}

func TestReaderErrorIsTheReadersOwn(t *testing.T) {
	pulled := errors.New("the card was pulled")
	_, err := Check(io.MultiReader(bytes.NewReader(asPNG(t, quartered(4, 4))[:20]), failing{pulled}))
	if !errors.Is(err, pulled) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func FuzzCheck(f *testing.F) {
	block := exifBlock(binary.BigEndian, 6)
	f.Add(withEXIF(asJPEG(f, quartered(16, 8)), block))
	f.Add(withChunk(asPNG(f, quartered(16, 8)), "eXIf", block))
	f.Add(flatWebP(16, 8, color.NRGBA{R: 1, A: 9}, block))
	f.Add(pngHeader(3, 3))
	f.Add(jpegHeader(3, 3))
	f.Fuzz(func(t *testing.T, file []byte) {
		c, err := Check(bytes.NewReader(file))
		var r *RefusedError
		if err != nil && !errors.As(err, &r) {
			t.Fatalf("an error without words: %v", err)
		}
		if err == nil && (c.Width < 1 || c.Height < 1 || max(c.Width, c.Height) > Longest) {
			t.Fatalf("kept %d × %d", c.Width, c.Height)
		}
		if bytes.Contains(c.Bytes, []byte("Exif\x00\x00MM")) {
			t.Fatal("an EXIF block is left")
		}
	})
}
