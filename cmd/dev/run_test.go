package main

import (
	"reflect"
	"strings"
	"testing"
)

func TestHasDisplay(t *testing.T) {
	tests := []struct {
		system string
		env    map[string]string
		want   bool
	}{
		{"linux", nil, false},
		{"linux", map[string]string{"DISPLAY": ":0"}, true},
		{"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, true},
		{"freebsd", nil, false},
		{"windows", nil, true},
		{"darwin", nil, true},
	}
	for _, test := range tests {
		if got := hasDisplay(test.system, func(k string) string { return test.env[k] }); got != test.want {
			t.Errorf("%s with %v: %v", test.system, test.env, got)
		}
	}
}

func TestExports(t *testing.T) {
	var lines []string
	for _, e := range exports("a.night", "out") {
		lines = append(lines, strings.Join(e.args, " "))
	}
	want := []string{
		"export a.night --as page --out out/page.html",
		"export a.night --as fragment --out out/fragment.html",
		"export a.night --as wordpress --out out/wordpress.txt",
		"export a.night --as markdown --out out/markdown.md",
		"export a.night --as text --out out/text.txt",
		"chart a.night --contest Hartlepool --kind share --out out/chart.svg",
	}
	if !reflect.DeepEqual(lines, want) {
		t.Errorf("calls %q", lines)
	}
}

func TestCommandLineCanBePasted(t *testing.T) {
	got := commandLine([]string{"CI=true"}, "go", []string{"test", "-run", "^$", "it's", ""})
	if want := `CI=true go test -run '^$' 'it'\''s' ''`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
