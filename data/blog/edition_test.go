package blog

import "testing"

func TestAPictureIsFoundByItsBeginning(t *testing.T) {
	e := Edition{Pictures: []Picture{{ID: "aaaaaaaa1"}, {ID: "aaaaaaaa2"}, {ID: "bbbbbbbb1"}, {ID: "bb"}}}
	for id, want := range map[string]string{"aaaaaaaa": "", "aaaaaaaa2": "aaaaaaaa2", "bbbbbbbb": "bbbbbbbb1", "bbbbbbb": "", "bb": "bb", "": ""} {
		if p, ok := e.Picture(id); p.ID != want || ok != (want != "") {
			t.Errorf("%q finds %q, %v", id, p.ID, ok)
		}
	}
}
