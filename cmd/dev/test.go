package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// runTests installs what the checks need and runs all of them. What cannot be
// installed skips the steps that need it; with CI set a skip is a failure.
func runTests(r repo, args []string) error {
	var yes bool
	if err := flags("test", args, func(f *flag.FlagSet) {
		f.BoolVar(&yes, "yes", false, "install what is lacking without asking")
	}); err != nil {
		return err
	}
	h := thisHost(r, yes)
	lacks := h.provide(compilerKit, deskKit, windowKit, pagesKit)
	if lacks.has(pagesKit) {
		if err := r.installCheckers(); err != nil {
			fmt.Println("The page checkers could not be installed:", err)
			lacks[pagesKit.name] = []string{"the modules of " + pagesDir}
		}
	}
	list, err := r.ask("go", "list", "-e", "-test", "-f", listFormat, "./...")
	if err != nil {
		return err
	}
	targets, leftOut := buildable(list, lacks)
	outcomes := perform(os.Stdout, r.steps(targets, lacks), lacks, time.Now)
	for _, k := range []kit{compilerKit, deskKit} {
		if packages := leftOut[k.name]; len(packages) > 0 {
			outcomes = append(outcomes, outcome{name: "vet, staticcheck and tests of " + strings.Join(packages, " "),
				why: "this machine " + lacks.why(k)})
		}
	}
	return summarise(os.Stdout, outcomes, !h.ci)
}

// steps is everything that is checked, cheapest first. The targets are the
// packages that can be built here, as the go command takes them.
func (r repo) steps(targets []string, lacks lacking) []step {
	on := func(words ...string) func() (tally, error) {
		return plain(func() error { return r.do(nil, "go", append(words, targets...)...) })
	}
	return []step{
		{"gofmt", nil, plain(r.gofmt)},
		{"go vet", nil, on("vet")},
		{"staticcheck", nil, on("tool", "staticcheck")},
		{"go test", nil, func() (tally, error) { return r.testPlain(targets) }},
		{"go test -race", []kit{compilerKit}, func() (tally, error) { return r.testRaces(targets) }}, // the race detector is C
		{"killed while writing", []kit{compilerKit}, func() (tally, error) { return r.kill(300) }},
		{"window", []kit{compilerKit, deskKit, windowKit}, r.testWindow},
		{"pages", []kit{compilerKit, pagesKit}, plain(r.testPages)},
	}
}

// gofmt fails on a file that gofmt would write otherwise.
func (r repo) gofmt() error {
	tool, err := r.ask("go", "env", "GOROOT")
	if err != nil {
		return err
	}
	program := filepath.Join(strings.TrimSpace(tool), "bin", "gofmt"+exe())
	if _, err := os.Stat(program); err != nil {
		program = "gofmt"
	}
	files, err := r.heard(nil, program, "-l", "assets", "cmd", "data", "ui")
	if err != nil {
		return err
	}
	if files != "" {
		return errors.New("these files are not as gofmt writes them; run gofmt -w on them")
	}
	return nil
}

// needsOf says which kit a package that depends on a module cannot be built
// and tested without.
var needsOf = []struct {
	module string
	kit    kit
}{
	{"github.com/go-gl/", deskKit},
	{"github.com/mattn/go-sqlite3", compilerKit},
}

// listFormat has go list print a line for each package and for each variant
// of it that its tests are built as: the package, then what it depends on.
const listFormat = `{{or .ForTest .ImportPath}} {{join .Deps " "}}`

// buildable reads a list of packages in listFormat and answers those that can be built and tested with what the machine
// has, and by the name of the kit that is not whole those that cannot.
func buildable(list string, lacks lacking) (targets []string, leftOut map[string][]string) {
	if lacks.has(compilerKit, deskKit) {
		return []string{"./..."}, nil
	}
	wants := map[string]string{} // package → kit it lacks
	var order []string
	for _, line := range strings.Split(strings.TrimSpace(list), "\n") {
		name, deps, _ := strings.Cut(line, " ")
		name = strings.TrimSuffix(name, ".test")
		if _, seen := wants[name]; !seen {
			wants[name] = ""
			order = append(order, name)
		}
		for _, n := range needsOf {
			needed := strings.Contains(deps, n.module)
			if needed && !lacks.has(compilerKit) {
				wants[name] = compilerKit.name
			} else if needed && !lacks.has(n.kit) {
				wants[name] = n.kit.name
			}
		}
	}
	leftOut = map[string][]string{}
	for _, name := range order {
		if k := wants[name]; k != "" {
			leftOut[k] = append(leftOut[k], name)
		} else {
			targets = append(targets, name)
		}
	}
	return targets, leftOut
}
