package record

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// exact is a text that comes back from JSON byte for byte, also where it is
// no UTF-8.
type exact string

// inBytes is how an archive holds a text that is no UTF-8.
type inBytes struct {
	Bytes []byte `json:"bytes"`
}

// MarshalJSON implements json.Marshaler.
func (e exact) MarshalJSON() ([]byte, error) {
	if !utf8.ValidString(string(e)) {
		return json.Marshal(inBytes{[]byte(e)})
	}
	return plainJSON(string(e))
}

// plainJSON is JSON in which nothing is escaped that need not be.
func plainJSON(of any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(of)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// UnmarshalJSON implements json.Unmarshaler.
func (e *exact) UnmarshalJSON(b []byte) error {
	if !bytes.HasPrefix(b, []byte("{")) {
		return json.Unmarshal(b, (*string)(e))
	}
	var in inBytes
	err := json.Unmarshal(b, &in)
	*e = exact(in.Bytes)
	return err
}

// A hexDig is a digest in hex.
type hexDig []byte

// MarshalJSON implements json.Marshaler.
func (h hexDig) MarshalJSON() ([]byte, error) { return json.Marshal(hex.EncodeToString(h)) }

// UnmarshalJSON implements json.Unmarshaler.
func (h *hexDig) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	var err error
	*h, err = hex.DecodeString(s)
	return err
}

// A value is what stands in a column: int64 or string.
type value struct{ of any }

// MarshalJSON implements json.Marshaler.
func (v value) MarshalJSON() ([]byte, error) {
	if s, ok := v.of.(string); ok {
		return exact(s).MarshalJSON()
	}
	return json.Marshal(v.of)
}

// UnmarshalJSON implements json.Unmarshaler.
func (v *value) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '"', '{':
		var s exact
		err := s.UnmarshalJSON(b)
		v.of = string(s)
		return err
	}
	number, err := strconv.ParseInt(string(b), 10, 64)
	if err != nil {
		return errors.New("a column holds neither a text nor a whole number")
	}
	v.of = number
	return nil
}

// contentFrom is what a version says as the archive has it.
func contentFrom(k *kind, says map[string][]map[string]value) (content, error) {
	c := make(content, len(k.tables))
	read := 0
	for i, t := range k.tables {
		rows, there := says[t.name]
		if there {
			read++
		}
		if !t.many && len(rows) != 1 {
			return nil, fmt.Errorf("it has %d rows of %s, which has one", len(rows), t.name)
		}
		for _, columns := range rows {
			r, err := t.rowFrom(columns)
			if err != nil {
				return nil, err
			}
			c[i] = append(c[i], r)
		}
	}
	if read != len(says) {
		return nil, errors.New("it says something in a table of another kind")
	}
	return c, nil
}

func (t table) rowFrom(columns map[string]value) (row, error) {
	r := make(row, len(t.columns))
	read := 0
	for i, name := range t.columns {
		if v, there := columns[name]; there {
			r[i] = v.of
			read++
		}
	}
	if read != len(columns) {
		return nil, fmt.Errorf("%s has no such column", t.name)
	}
	return r, nil
}
