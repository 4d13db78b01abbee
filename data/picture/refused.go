package picture

import "bytes"

// Reason is why a picture was refused.
type Reason string

// The reasons.
const (
	TooManyBytes  Reason = "bytes"   // the file is over 40 MB
	TooManyPixels Reason = "pixels"  // the picture is over 100 megapixels
	Unknown       Reason = "unknown" // neither JPEG nor PNG nor WebP
	Phone         Reason = "phone"   // HEIC or AVIF, as phones take them
	Broken        Reason = "broken"  // damaged or cut short
)

// A RefusedError says why a picture was not taken.
type RefusedError struct {
	Reason Reason
	Err    error // what the decoder said, may be nil
}

// Error is one plain sentence for the person who chose the picture.
func (e *RefusedError) Error() string { return words[e.Reason].text }

// Hint is what that person can do next, one sentence.
func (e *RefusedError) Hint() string { return words[e.Reason].hint }

// Unwrap gives what the decoder said.
func (e *RefusedError) Unwrap() error { return e.Err }

var words = map[Reason]struct{ text, hint string }{
	TooManyBytes:  {"The picture file is over 40 MB.", "Save a smaller copy of it and add that."},
	TooManyPixels: {"The picture is over 100 megapixels.", "Save it at a smaller size and add that."},
	Unknown:       {"The file is not a JPEG, PNG or WebP picture.", "Save the picture as a JPEG and add that."},
	Phone:         {"The file is a HEIC or AVIF picture, which this desk does not read.", "Export it from the phone as a JPEG and add that."},
	Broken:        {"The picture file is damaged or cut short.", "Copy it again from the camera or phone and add that."},
}

func refuse(why Reason, err error) error { return &RefusedError{Reason: why, Err: err} }

// detect tells the format from the first bytes: names and extensions lie.
func detect(raw []byte) (format, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xd8\xff")):
		return jpegFormat, nil
	case bytes.HasPrefix(raw, []byte("\x89PNG\r\n\x1a\n")):
		return pngFormat, nil
	case len(raw) >= 12 && string(raw[:4]) == "RIFF" && string(raw[8:12]) == "WEBP":
		return webpFormat, nil
	case len(raw) >= 12 && string(raw[4:8]) == "ftyp":
		return format{}, refuse(Phone, nil)
	}
	return format{}, refuse(Unknown, nil)
}
