package picture

import (
	"bytes"
	"encoding/binary"
)

const orientationTag = 0x0112

// exifOfJPEG finds the EXIF block in the segments before the first scan.
// What is malformed gives nothing: the picture is then taken as it lies.
func exifOfJPEG(raw []byte) []byte {
	for at := 2; at+4 <= len(raw) && raw[at] == 0xff; {
		marker := raw[at+1]
		if marker == 0xff { // fill byte
			at++
			continue
		}
		if marker == 0xda || marker == 0xd9 {
			return nil
		}
		size := int(binary.BigEndian.Uint16(raw[at+2:]))
		if size < 2 || at+2+size > len(raw) {
			return nil
		}
		body := raw[at+4 : at+2+size]
		if block, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && marker == 0xe1 {
			return block
		}
		at += 2 + size
	}
	return nil
}

// exifOfPNG finds the eXIf chunk.
func exifOfPNG(raw []byte) []byte {
	const frame = 12 // length, name and checksum
	for at := 8; at+frame <= len(raw); {
		size := int64(binary.BigEndian.Uint32(raw[at:]))
		if size > int64(len(raw)-at-frame) {
			return nil
		}
		if string(raw[at+4:at+8]) == "eXIf" {
			return raw[at+8 : at+8+int(size)]
		}
		at += frame + int(size)
	}
	return nil
}

// exifOfWebP finds the EXIF chunk.
func exifOfWebP(raw []byte) []byte {
	const frame = 8 // name and length
	for at := 12; at+frame <= len(raw); {
		size := int64(binary.LittleEndian.Uint32(raw[at+4:]))
		if size > int64(len(raw)-at-frame) {
			return nil
		}
		if string(raw[at:at+4]) == "EXIF" {
			block := raw[at+frame : at+frame+int(size)]
			return bytes.TrimPrefix(block, []byte("Exif\x00\x00"))
		}
		at += frame + int(size+size%2) // chunks are padded to even length
	}
	return nil
}

// orientation reads the tag of that name from the first directory of an EXIF
// block: 1 to 8, and 1 (upright) where there is none or it makes no sense.
func orientation(exif []byte) int {
	const entry = 12 // bytes of a directory entry
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if exif[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(exif[4:]))
	if at+2 > int64(len(exif)) {
		return 1
	}
	directory := exif[at+2:]
	for n := order.Uint16(exif[at:]); n > 0 && len(directory) >= entry; n-- {
		if order.Uint16(directory) == orientationTag {
			return sane(order.Uint16(directory[8:]))
		}
		directory = directory[entry:]
	}
	return 1
}

func sane(o uint16) int {
	if o < 1 || o > 8 {
		return 1
	}
	return int(o)
}
