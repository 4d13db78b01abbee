package blog

import (
	"encoding/json"
	"fmt"
	"reflect"
	"testing"
)

// Whatever is put into a field of an entry changes what scripts read of it.
func TestEveryFieldOfAnEntryIsRead(t *testing.T) {
	printer := EntryPrinter{
		Author: func(id string) string { return "name of " + id },
		Time:   func(ms int64) string { return fmt.Sprint(ms) },
	}
	read := func(x Entry) string {
		var all []any
		for _, f := range EntryFields {
			all = append(all, f.Key, f.Value(x, printer))
		}
		b, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	// fill gives every field of a value, and of one element of every list in
	// it, another value in turn, and looks.
	var fill func(name string, v reflect.Value, look func(name string))
	fill = func(name string, v reflect.Value, look func(string)) {
		was := reflect.ValueOf(v.Interface())
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(name+"."+v.Type().Field(i).Name, v.Field(i), look)
			}
			return
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(name, v.Index(0), look)
		case reflect.String:
			v.SetString("other")
		case reflect.Bool:
			v.SetBool(true)
		default:
			v.SetInt(7)
		}
		look(name)
		v.Set(was)
	}
	var x Entry
	empty := read(x)
	fill("Entry", reflect.ValueOf(&x).Elem(), func(name string) {
		if read(x) == empty {
			t.Errorf("nothing is read of %s", name)
		}
	})
	if empty != read(x) {
		t.Error("the test left something in the entry")
	}
}
