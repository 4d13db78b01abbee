package model

import (
	"fmt"
	"testing"

	"nightdesk/data/night"
)

// What is named twice counts once when it is decided whether the whole night
// is read.
func TestManyContestsAreTwelve(t *testing.T) {
	var subjects []night.Subject
	for i := range severalContests - 1 {
		s := night.Subject{Kind: "contest", ID: fmt.Sprint(i)}
		subjects = append(subjects, s, s)
	}
	if many(each(subjects)) {
		t.Error("a few, named twice, are many")
	}
	if subjects = append(subjects, night.Subject{Kind: "contest", ID: "one more"}); !many(each(subjects)) {
		t.Error("one more is not many")
	}
}
