package main

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// A debian is a machine whose apt-get installs what is in its archive.
type debian struct {
	has, archive map[string]bool
	ran          []string
}

func (d *debian) host() host {
	there := func(name string) (bool, bool) { return d.has[name], true }
	return host{
		probe: probe{
			program: func(name string) bool { return d.has[name] },
			modules: func([]string) (bool, bool) { return false, false },
			pkg:     there,
		},
		apt: true, root: true, in: strings.NewReader(""),
		do: func(_ []string, name string, args ...string) error {
			d.ran = append(d.ran, commandLine(nil, name, args))
			var failed error
			for _, a := range args {
				if strings.HasPrefix(a, "lib") && !d.archive[a] {
					failed = errors.New("exit status 100")
				}
			}
			if failed == nil {
				for _, a := range args {
					d.has[a] = d.archive[a]
				}
			}
			return failed
		},
	}
}

var (
	oneKit = kit{"one", []need{{pkg: "liba"}, {pkg: "libb"}}}
	twoKit = kit{"two", []need{{pkg: "libc"}}}
)

const aptInstall = "env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "

func TestProvideInstallsWhatIsLacking(t *testing.T) {
	d := &debian{has: map[string]bool{"liba": true}, archive: map[string]bool{"libb": true, "libc": true}}
	if lacks := d.host().provide(oneKit, twoKit); !lacks.has(oneKit, twoKit) {
		t.Errorf("still lacking %v", lacks)
	}
	want := []string{"apt-get update -qq", aptInstall + "libb", aptInstall + "libc"}
	if !reflect.DeepEqual(d.ran, want) {
		t.Errorf("ran %q, want %q", d.ran, want)
	}
}

func TestProvideRunsNothingOnAWholeMachine(t *testing.T) {
	d := &debian{has: map[string]bool{"liba": true, "libb": true}}
	if lacks := d.host().provide(oneKit); len(lacks) > 0 || len(d.ran) > 0 {
		t.Errorf("lacking %v, ran %q", lacks, d.ran)
	}
}

// A package that cannot be had costs its own kit and no other.
func TestProvideGoesOnAfterAFailure(t *testing.T) {
	d := &debian{has: map[string]bool{}, archive: map[string]bool{"libc": true}}
	lacks := d.host().provide(oneKit, twoKit)
	if got := lacks.why(oneKit); got != "lacks liba libb" {
		t.Errorf("of the first kit it says %q", got)
	}
	if !lacks.has(twoKit) {
		t.Errorf("the second kit was not installed: %v", lacks)
	}
}

func TestWhoIsAsked(t *testing.T) {
	tests := []struct {
		story string
		set   func(*host)
		ran   bool
	}{
		{"root is not asked", func(h *host) {}, true},
		{"a person who says yes", func(h *host) { h.root, h.sudo, h.in = false, true, strings.NewReader("y\n") }, true},
		{"a person who says no", func(h *host) { h.root, h.sudo, h.in = false, true, strings.NewReader("n\n") }, false},
		{"nobody at the terminal", func(h *host) { h.root, h.sudo = false, true }, false},
		{"-yes", func(h *host) { h.root, h.sudo, h.consent = false, true, true }, true},
		{"CI", func(h *host) { h.root, h.sudo, h.ci = false, true, true }, true},
		{"no sudo", func(h *host) { h.root, h.consent = false, true }, false},
		{"no apt-get", func(h *host) { h.apt = false }, false},
	}
	for _, test := range tests {
		t.Run(test.story, func(t *testing.T) {
			d := &debian{has: map[string]bool{}, archive: map[string]bool{"libc": true}}
			h := d.host()
			test.set(&h)
			lacks := h.provide(twoKit)
			if got := len(d.ran) > 0; got != test.ran || lacks.has(twoKit) != test.ran {
				t.Errorf("ran %q and lacks %v", d.ran, lacks)
			}
			if test.ran && h.sudo && !strings.HasPrefix(d.ran[1], "sudo env ") {
				t.Errorf("without root it ran %q", d.ran[1])
			}
		})
	}
}
