package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
)

// runBench runs every benchmark three times and prints the middle run of each
// beside that of its floor: BenchmarkX is measured against BenchmarkXFloor of
// the same package, case by case where they have cases.
func runBench(r repo, args []string) error {
	if err := flags("bench", args, nil); err != nil {
		return err
	}
	packages, err := r.benchmarked()
	if err != nil {
		return err
	}
	var env []string
	if len(thisMachine.missing(windowKit)) == 0 {
		s, err := openScreen()
		if err != nil {
			return err
		}
		defer s.close()
		env = s.env()
	}
	words := []string{"test", "-run", "^$", "-bench", ".", "-count", "3", "-timeout", "30m"}
	out, err := r.heard(env, "go", append(words, packages...)...)
	if err != nil {
		return err
	}
	fmt.Println()
	return printRatios(os.Stdout, readBench(out))
}

// benchmarked lists the packages with a benchmark, as the go command takes
// them, so that bench builds no others.
func (r repo) benchmarked() ([]string, error) {
	var packages []string
	err := filepath.WalkDir(r.root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil || !strings.Contains(string(text), "\nfunc Benchmark") {
			return err
		}
		dir, err := filepath.Rel(r.root, filepath.Dir(path))
		if dir = "./" + filepath.ToSlash(dir); !slices.Contains(packages, dir) {
			packages = append(packages, dir)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for benchmarks: %w", err)
	}
	return packages, nil
}

// A measured is one benchmark of one package with the time an operation took
// in each run.
type measured struct {
	pkg, name string // the name without "Benchmark" and the number of cores
	times     []time.Duration
}

// middle is the median run.
func (m measured) middle() time.Duration {
	sorted := slices.Sorted(slices.Values(m.times))
	return sorted[len(sorted)/2]
}

// floor is the name of the benchmark this one is measured against.
func (m measured) floor() string {
	base, of, has := strings.Cut(m.name, "/")
	if has {
		return base + "Floor/" + of
	}
	return base + "Floor"
}

func (m measured) isFloor() bool {
	base, _, _ := strings.Cut(m.name, "/")
	return strings.HasSuffix(base, "Floor")
}

var benchLine = regexp.MustCompile(`^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`)

// readBench reads the output of go test -bench, in the order of the output.
func readBench(out string) []measured {
	var all []measured
	pkg := ""
	for _, line := range strings.Split(out, "\n") {
		if p, ok := strings.CutPrefix(line, "pkg: "); ok {
			pkg = strings.TrimSpace(p)
		}
		m := benchLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		ns, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			continue
		}
		i := slices.IndexFunc(all, func(b measured) bool { return b.pkg == pkg && b.name == m[1] })
		if i < 0 {
			i = len(all)
			all = append(all, measured{pkg: pkg, name: m[1]})
		}
		all[i].times = append(all[i].times, time.Duration(ns))
	}
	return all
}

// printRatios prints a line for each benchmark that is not a floor. A floor
// without cases stands for every case.
func printRatios(w io.Writer, all []measured) error {
	find := func(pkg, name string) *measured {
		i := slices.IndexFunc(all, func(b measured) bool { return b.pkg == pkg && b.name == name })
		if i < 0 {
			return nil
		}
		return &all[i]
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "benchmark\ttime\tfloor\ttimes the floor")
	for _, m := range all {
		if m.isFloor() {
			continue
		}
		floor := find(m.pkg, m.floor())
		if floor == nil {
			base, _, _ := strings.Cut(m.floor(), "/")
			floor = find(m.pkg, base)
		}
		name := strings.TrimPrefix(m.pkg, "nightdesk/") + " " + m.name
		if floor == nil {
			fmt.Fprintf(t, "%s\t%v\t\t\n", name, m.middle())
			continue
		}
		fmt.Fprintf(t, "%s\t%v\t%v\t%.1f\n", name, m.middle(), floor.middle(), float64(m.middle())/float64(floor.middle()))
	}
	return t.Flush()
}
