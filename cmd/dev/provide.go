package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// A host is the machine as the installing of packages sees it.
type host struct {
	probe             probe
	apt, sudo         bool // programs it has
	root, ci, consent bool // who runs this, where, and whether -yes was said
	in                io.Reader
	do                func(env []string, name string, args ...string) error // as repo.do
}

func thisHost(r repo, consent bool) host {
	return host{
		probe: thisMachine, apt: onPath("apt-get"), sudo: onPath("sudo"),
		root: os.Geteuid() == 0, ci: os.Getenv("CI") != "", consent: consent,
		in: os.Stdin, do: r.do,
	}
}

// lacking is what a machine still lacks: the packages by the kit's name.
// A kit that is whole has no entry.
type lacking map[string][]string

// has tells whether all of these kits are whole.
func (l lacking) has(kits ...kit) bool { return l.why(kits...) == "" }

// why names the packages of these kits that are lacking; "" when none is.
func (l lacking) why(kits ...kit) string {
	var packages []string
	for _, k := range kits {
		packages = append(packages, l[k.name]...)
	}
	if len(packages) == 0 {
		return ""
	}
	return "lacks " + strings.Join(packages, " ")
}

// provide names what the machine lacks of the kits and the command that
// brings it, asks where a person is to be asked, installs, and answers what
// is lacking all the same.
func (h host) provide(kits ...kit) lacking {
	before := h.lacking(kits)
	if len(before) == 0 {
		return before
	}
	var all []string
	fmt.Println("This machine lacks:")
	for _, k := range kits {
		if packages := before[k.name]; len(packages) > 0 {
			fmt.Printf("  %s: %s\n", k.name, strings.Join(packages, " "))
			all = append(all, packages...)
		}
	}
	name, args := h.install(all)
	fmt.Println("The command that installs it (the names are Debian's):")
	fmt.Println(" ", commandLine(nil, name, args))
	if err := h.mayInstall(); err != nil {
		fmt.Println("Not installed:", err)
		return before
	}
	h.installKits(kits, before)
	after := h.lacking(kits)
	for _, k := range kits {
		if why := after.why(k); why != "" {
			fmt.Printf("After the install this machine still %s, for %s. Is there a network?\n", why, k.name)
		}
	}
	return after
}

func (h host) lacking(kits []kit) lacking {
	l := lacking{}
	for _, k := range kits {
		if packages := h.probe.missing(k); len(packages) > 0 {
			l[k.name] = packages
		}
	}
	return l
}

// install is the command that installs packages, without a question of its own.
func (h host) install(packages []string) (name string, args []string) {
	quiet := []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"}
	return h.asRoot(append(quiet, packages...)...)
}

func (h host) asRoot(words ...string) (name string, args []string) {
	if !h.root {
		words = append([]string{"sudo"}, words...)
	}
	return words[0], words[1:]
}

// mayInstall answers nil, or why nothing is installed. It asks the person at
// the terminal unless -yes, root or CI stand for a yes.
func (h host) mayInstall() error {
	switch {
	case !h.apt:
		return errors.New("there is no apt-get here; install these by the system's own means and run this again")
	case !h.root && !h.sudo:
		return errors.New("there is no sudo here; run the command as root and then this again")
	case h.consent || h.root || h.ci:
		return nil
	}
	fmt.Print("Install it now? [y/N] ")
	answer, err := bufio.NewReader(h.in).ReadString('\n')
	if err != nil {
		fmt.Println()
	}
	if a := strings.ToLower(strings.TrimSpace(answer)); a == "y" || a == "yes" {
		return nil
	}
	return errors.New("no yes was given; run the command yourself, or this again with -yes")
}

// installKits installs one kit at a time, so that a package that cannot be
// had costs only the kit it belongs to.
func (h host) installKits(kits []kit, lacks lacking) {
	name, args := h.asRoot("apt-get", "update", "-qq")
	if err := h.do(nil, name, args...); err != nil {
		fmt.Println("The list of packages could not be renewed; going on with the one that is here.")
	}
	for _, k := range kits {
		if packages := lacks[k.name]; len(packages) > 0 {
			name, args := h.install(packages)
			if err := h.do(nil, name, args...); err != nil {
				fmt.Printf("Installing %s failed: %v\n", k.name, err)
			}
		}
	}
}
