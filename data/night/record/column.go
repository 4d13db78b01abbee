package record

import (
	"fmt"
	"reflect"
)

// A Column is one column of a kind's table, and the place in a value that it
// is written from and read into.
type Column struct {
	Name string
	// Place points to a string, an integer or a bool, or to a type made of one;
	// or it is a Cell. A bool is 0 or 1 in the file.
	Place any
}

// A Cell turns what is no text, number or truth into what a column holds, and
// back.
type Cell interface {
	Value() any           // nil, int64 or string
	SetValue(v any) error // v is what Value gave when it was written
}

// Optional is a place whose column is NULL where the place is empty, 0 or
// false. Columns that a later schema adds are optional, since older rows do not
// have them.
func Optional(place any) Cell { return optional{place} }

type optional struct{ place any }

func (o optional) Value() any {
	switch v := valueAt(o.place); v {
	case "", int64(0):
		return nil
	default:
		return v
	}
}

func (o optional) SetValue(v any) error {
	if v == nil {
		return nil
	}
	return setAt(o.place, v)
}

// valueAt is what stands at a place, as the file holds it.
func valueAt(place any) any {
	switch p := place.(type) {
	case Cell:
		return p.Value()
	case *string:
		return *p
	case *int64:
		return *p
	case *int:
		return int64(*p)
	case *bool:
		return flag(*p)
	}
	v := reflect.ValueOf(place).Elem()
	if v.Kind() == reflect.String {
		return v.String()
	}
	return v.Int()
}

// setAt puts what the file holds in its place. It fails where the file holds
// something else than the place can.
func setAt(place, v any) error {
	switch p := place.(type) {
	case Cell:
		return p.SetValue(v)
	case *string:
		return setText(p, v)
	case *int64:
		return setNumber(p, v)
	case *int:
		var n int64
		err := setNumber(&n, v)
		*p = int(n)
		return err
	case *bool:
		var n int64
		err := setNumber(&n, v)
		*p = n != 0
		return err
	}
	into := reflect.ValueOf(place).Elem()
	if into.Kind() == reflect.String {
		var s string
		err := setText(&s, v)
		into.SetString(s)
		return err
	}
	var n int64
	err := setNumber(&n, v)
	into.SetInt(n)
	return err
}

func setText(p *string, v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("there is %T where a text should be", v)
	}
	*p = s
	return nil
}

func setNumber(p *int64, v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("there is %T where a number should be", v)
	}
	*p = n
	return nil
}
