package main

import (
	"os/exec"
	"strings"
)

// A need is one thing of the machine's that some step cannot do without.
type need struct {
	pkg     string   // the Debian package that brings it
	program string   // it is there when this program is on the PATH, or
	modules []string // when pkg-config knows all of these, or else when dpkg has the package
}

// A kit is what one sort of step needs of the machine.
type kit struct {
	name  string
	needs []need
}

var (
	compilerKit = kit{"a C compiler and certificates", []need{
		{pkg: "ca-certificates"},
		{pkg: "gcc", program: "gcc"},
		{pkg: "libc6-dev"},
	}}
	deskKit = kit{"what the desk is built with", []need{
		{pkg: "pkg-config", program: "pkg-config"},
		{pkg: "libgl1-mesa-dev", modules: []string{"gl"}},
		{pkg: "xorg-dev", modules: []string{"x11", "xcursor", "xrandr", "xinerama", "xi", "xxf86vm"}},
		{pkg: "libwayland-dev", modules: []string{"wayland-client", "wayland-cursor", "wayland-egl"}},
		{pkg: "libxkbcommon-dev", modules: []string{"xkbcommon"}},
	}}
	windowKit = kit{"a screen for the window test", []need{
		{pkg: "xvfb", program: "Xvfb"},
		{pkg: "openbox", program: "openbox"},
		{pkg: "xdotool", program: "xdotool"},
		{pkg: "xclip", program: "xclip"},
		{pkg: "imagemagick", program: "import"},
		{pkg: "libgl1-mesa-dri"},
	}}
	pagesKit = kit{"a browser and the page checkers", []need{
		{pkg: "chromium", program: "chromium"},
		{pkg: "nodejs", program: "node"},
		{pkg: "npm", program: "npm"},
		{pkg: "default-jre-headless", program: "java"},
		{pkg: "fonts-dejavu-core"},
		{pkg: "fonts-liberation"},
	}}
)

// A probe asks a machine what it has. Each answer says whether the thing is
// there and whether there was anybody to ask.
type probe struct {
	program func(name string) bool
	modules func(names []string) (there, asked bool)
	pkg     func(name string) (there, asked bool)
}

// missing lists the packages of a kit that the machine lacks, in its order.
// Where nobody can be asked, the thing is taken to be there: the step that
// needs it will tell.
func (p probe) missing(k kit) []string {
	var lacks []string
	for _, n := range k.needs {
		if !p.has(n) {
			lacks = append(lacks, n.pkg)
		}
	}
	return lacks
}

func (p probe) has(n need) bool {
	if n.program != "" {
		return p.program(n.program)
	}
	if len(n.modules) > 0 {
		if there, asked := p.modules(n.modules); asked {
			return there
		}
	}
	there, asked := p.pkg(n.pkg)
	return there || !asked
}

// thisMachine asks the PATH, pkg-config and dpkg.
var thisMachine = probe{
	program: onPath,
	modules: func(names []string) (there, asked bool) {
		if !onPath("pkg-config") {
			return false, false
		}
		return exec.Command("pkg-config", append([]string{"--exists"}, names...)...).Run() == nil, true
	},
	pkg: func(name string) (there, asked bool) {
		if !onPath("dpkg-query") {
			return false, false
		}
		out, err := exec.Command("dpkg-query", "-W", "-f", "${Status}", name).Output()
		return err == nil && strings.HasSuffix(string(out), " installed"), true
	},
}

func onPath(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}
