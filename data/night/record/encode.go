package record

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// A row is the values of one table row: nil, int64, string or []byte.
type row []any

// encode writes values so that no two different rows read the same: each with
// its type and length. NULLs at the end are left out, so that a column added by
// a later schema changes no hash.
func encode(r row) []byte {
	for len(r) > 0 && r[len(r)-1] == nil {
		r = r[:len(r)-1]
	}
	var b []byte
	for _, v := range r {
		switch v := v.(type) {
		case nil:
			b = append(b, 'n')
		case int64:
			b = append(strconv.AppendInt(append(b, 'i'), v, 10), ';')
		case string:
			b = append(strconv.AppendInt(append(b, 's'), int64(len(v)), 10), ':')
			b = append(b, v...)
		case []byte:
			b = append(strconv.AppendInt(append(b, 'b'), int64(len(v)), 10), ':')
			b = append(b, v...)
		}
	}
	return append(b, '\n')
}

// digest is the SHA-256 of one row.
func digest(r row) []byte {
	sum := sha256.Sum256(encode(r))
	return sum[:]
}

// Hash is the SHA-256 of some bytes in hexadecimal, which is the id of a
// stored picture.
func Hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// flag is a truth as a column holds it.
func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
