// Package picture is the gate for photographs: what passes it is upright,
// small enough to mail, and carries nothing but its pixels.
//
// It promises that a picture is never stored as it came. JPEG, PNG and WebP
// are read, turned the way the camera was held, scaled down to at most
// [Longest] pixels a side and encoded anew, so that no place, name, serial
// number or thumbnail of the original is left. The same bytes in give the same
// bytes out. A picture that is too large is refused from its header, before
// its pixels take any memory; one that cannot be read is refused with a
// [*RefusedError] that says why in a sentence and what to do next.
//
// Colour profiles go with the rest: pixels are taken to be sRGB.
package picture
