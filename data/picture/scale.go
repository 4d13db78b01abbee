package picture

// Scale makes of a picture that passed the gate one whose sides are at most so
// many pixels long. One that is small enough comes back byte for byte. It
// returns a *RefusedError where the bytes are no picture.
func Scale(b []byte, longest int) (Checked, error) {
	f, err := detect(b)
	if err != nil {
		return Checked{}, err
	}
	img, err := f.read(b)
	if err != nil {
		return Checked{}, err
	}
	size := img.Bounds().Size()
	if max(size.X, size.Y) > longest {
		return encode(fit(img, longest), f.keepPNG)
	}
	kept := Checked{Bytes: b, MediaType: "image/jpeg", Width: size.X, Height: size.Y}
	if f.keepPNG {
		kept.MediaType = "image/png"
	}
	return kept, nil
}
