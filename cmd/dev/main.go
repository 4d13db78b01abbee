// Command dev is what a contributor runs, with nothing installed but Go:
//
//	go run ./cmd/dev run       the desk, open on a copy of the sample night
//	go run ./cmd/dev test      every check there is
//	go run ./cmd/dev bench     the benchmarks, each against its floor
//	go run ./cmd/dev crash     the desk killed again and again while it writes
//	go run ./cmd/dev package   a package for the system it runs on
//
// It promises to name what the machine lacks and the command that brings it
// before anything is installed, and never to pass over a check in silence:
// what could not run is listed at the end. It stands on the standard library
// alone, so that it runs before a single module or C header is there.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// A command is one of the words after "dev".
type command struct {
	name, does string
	run        func(repo, []string) error
}

var commands = []command{
	{"run", "open the desk on a copy of the sample night (-yes: install without asking)", runDesk},
	{"test", "run every check (-yes: install without asking)", runTests},
	{"bench", "run the benchmarks and print each against its floor", runBench},
	{"crash", "kill the desk while it writes (-rounds N)", runCrash},
	{"package", "package the desk for this system, into dist", runPackage},
}

// errUsage says that the command line itself was wrong.
var errUsage = errors.New("wrong use")

func main() {
	err := dev(os.Args[1:])
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		usage()
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
}

func dev(args []string) error {
	if len(args) == 0 {
		return errUsage
	}
	r, err := findRepo()
	if err != nil {
		return err
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(r, args[1:])
		}
	}
	return errUsage
}

func usage() {
	fmt.Fprintln(os.Stderr, "go run ./cmd/dev COMMAND")
	for _, c := range commands {
		fmt.Fprintf(os.Stderr, "  %-8s %s\n", c.name, c.does)
	}
}

// flags reads the flags of one command; anything left over is wrong use.
func flags(name string, args []string, declare func(*flag.FlagSet)) error {
	set := flag.NewFlagSet("dev "+name, flag.ContinueOnError)
	if declare != nil {
		declare(set)
	}
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errUsage
	}
	if set.NArg() > 0 {
		return errUsage
	}
	return nil
}

// findRepo walks up from the working folder to the one that holds go.mod.
func findRepo() (repo, error) {
	dir, err := os.Getwd()
	if err != nil {
		return repo{}, fmt.Errorf("finding the working folder: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return repo{root: dir}, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return repo{}, errors.New("no go.mod here or above; run it inside a checkout of Nightdesk")
		}
		dir = up
	}
}
