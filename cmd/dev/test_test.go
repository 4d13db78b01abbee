package main

import (
	"reflect"
	"testing"
)

const packageList = `nightdesk/data/election fmt math/big
nightdesk/data/night database/sql github.com/mattn/go-sqlite3
nightdesk/data/publish fmt
nightdesk/data/publish.test fmt github.com/mattn/go-sqlite3
nightdesk/cmd/nightdesk github.com/mattn/go-sqlite3 github.com/go-gl/gl/v2.1/gl
`

func TestBuildable(t *testing.T) {
	tests := []struct {
		story   string
		lacks   lacking
		targets []string
		leftOut map[string][]string
	}{
		{"a whole machine builds all", nil, []string{"./..."}, nil},
		{"no headers: all but the desk", lacking{deskKit.name: {"xorg-dev"}},
			[]string{"nightdesk/data/election", "nightdesk/data/night", "nightdesk/data/publish"},
			map[string][]string{deskKit.name: {"nightdesk/cmd/nightdesk"}}},
		{"no compiler: what is pure Go, tests included", lacking{compilerKit.name: {"gcc"}, deskKit.name: {"xorg-dev"}},
			[]string{"nightdesk/data/election"},
			map[string][]string{compilerKit.name: {"nightdesk/data/night", "nightdesk/data/publish", "nightdesk/cmd/nightdesk"}}},
	}
	for _, test := range tests {
		t.Run(test.story, func(t *testing.T) {
			targets, leftOut := buildable(packageList, test.lacks)
			if !reflect.DeepEqual(targets, test.targets) || !reflect.DeepEqual(leftOut, test.leftOut) {
				t.Errorf("builds %q without %v, want %q without %v", targets, leftOut, test.targets, test.leftOut)
			}
		})
	}
}
