package main

import (
	"reflect"
	"slices"
	"testing"
)

// A bare machine has nothing but what a test puts on it.
func machineWith(programs, modules, packages []string, dpkg bool) probe {
	return probe{
		program: func(name string) bool { return slices.Contains(programs, name) },
		modules: func(names []string) (there, asked bool) {
			for _, n := range names {
				if !slices.Contains(modules, n) {
					return false, slices.Contains(programs, "pkg-config")
				}
			}
			return true, slices.Contains(programs, "pkg-config")
		},
		pkg: func(name string) (there, asked bool) { return slices.Contains(packages, name), dpkg },
	}
}

func TestMissing(t *testing.T) {
	wayland := need{pkg: "libwayland-dev", modules: []string{"wayland-client", "wayland-egl"}}
	tests := []struct {
		story   string
		machine probe
		needs   []need
		want    []string
	}{
		{"a fresh Debian lacks all of it", machineWith(nil, nil, nil, true), deskKit.needs,
			[]string{"pkg-config", "libgl1-mesa-dev", "xorg-dev", "libwayland-dev", "libxkbcommon-dev"}},
		{"a program counts whoever installed it", machineWith([]string{"node"}, nil, nil, true),
			[]need{{pkg: "nodejs", program: "node"}}, nil},
		{"a package without its program does not", machineWith(nil, nil, []string{"nodejs"}, true),
			[]need{{pkg: "nodejs", program: "node"}}, []string{"nodejs"}},
		{"pkg-config must know every module", machineWith([]string{"pkg-config"}, []string{"wayland-client"}, nil, true),
			[]need{wayland}, []string{"libwayland-dev"}},
		{"pkg-config is believed before dpkg", machineWith([]string{"pkg-config"}, []string{"wayland-client", "wayland-egl"}, nil, true),
			[]need{wayland}, nil},
		{"without pkg-config dpkg is asked", machineWith(nil, nil, []string{"libwayland-dev"}, true),
			[]need{wayland}, nil},
		{"with nobody to ask it is taken to be there", machineWith(nil, nil, nil, false),
			[]need{wayland, {pkg: "fonts-liberation"}}, nil},
	}
	for _, test := range tests {
		t.Run(test.story, func(t *testing.T) {
			got := test.machine.missing(kit{"a kit", test.needs})
			if !reflect.DeepEqual(got, test.want) {
				t.Errorf("missing %q, want %q", got, test.want)
			}
		})
	}
}
