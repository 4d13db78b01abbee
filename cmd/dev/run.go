package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// sampleContest is the contest of the sample night whose chart is drawn.
const sampleContest = "Hartlepool"

// runDesk builds the desk and opens it on a copy of the sample night. Where
// there is no display it does from the command line what can be done without.
func runDesk(r repo, args []string) error {
	var yes bool
	if err := flags("run", args, func(f *flag.FlagSet) {
		f.BoolVar(&yes, "yes", false, "install what is lacking without asking")
	}); err != nil {
		return err
	}
	kits := []kit{compilerKit}
	display := hasDisplay(runtime.GOOS, os.Getenv)
	if display {
		kits = append(kits, deskKit)
	}
	if why := thisHost(r, yes).provide(kits...).why(kits...); why != "" {
		return errors.New("this machine " + why + "; the command above brings it")
	}
	dir := r.path("dist")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder for what is built: %w", err)
	}
	night, err := r.sampleNight(dir)
	if err != nil {
		return err
	}
	if !display {
		fmt.Println("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.")
		fmt.Println("The same night goes through the command line instead.")
		return r.headless(night, dir)
	}
	desk := filepath.Join(dir, "nightdesk"+exe())
	fmt.Println("Building the desk; the first time takes some minutes.")
	if err := r.do(nil, "go", "build", "-o", desk, "./cmd/nightdesk"); err != nil {
		return err
	}
	return r.do(nil, desk, night)
}

// hasDisplay tells whether a window can be asked for. Windows and macOS
// always have a display; elsewhere the environment names it.
func hasDisplay(system string, getenv func(string) string) bool {
	if system == "windows" || system == "darwin" {
		return true
	}
	return getenv("DISPLAY") != "" || getenv("WAYLAND_DISPLAY") != ""
}

// sampleNight builds the command line into dir and answers the copy of the
// sample night there. A copy that is there already is kept: it may hold work.
func (r repo) sampleNight(dir string) (string, error) {
	if err := r.buildNight(dir); err != nil {
		return "", err
	}
	file := filepath.Join(dir, "sample.night")
	if _, err := os.Stat(file); err == nil {
		fmt.Println("Using the copy of the sample night that is there; delete it for a fresh one:", file)
		return file, nil
	}
	return file, r.do(nil, nightIn(dir), "sample", file)
}

func (r repo) buildNight(dir string) error {
	return r.do(nil, "go", "build", "-o", nightIn(dir), "./cmd/night")
}

// nightIn is the command line as buildNight leaves it in dir.
func nightIn(dir string) string { return filepath.Join(dir, "night"+exe()) }

func exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// headless writes the page, the fragment, the text and the chart of a night
// into dir and says where they are.
func (r repo) headless(night, dir string) error {
	var written []string
	for _, e := range exports(night, dir) {
		if err := r.do(nil, nightIn(dir), e.args...); err != nil {
			return err
		}
		written = append(written, e.file)
	}
	fmt.Println("\nThe sample night and what it was turned into:")
	for _, file := range append([]string{night}, written...) {
		fmt.Println(" ", file)
	}
	return nil
}

// An export is one call of the command line and the file it leaves.
type export struct {
	file string
	args []string
}

// exports are the calls that turn a night into its main forms, in dir.
func exports(night, dir string) []export {
	as := func(form, name string) export {
		file := filepath.Join(dir, name)
		return export{file, []string{"export", night, "--as", form, "--out", file}}
	}
	chart := filepath.Join(dir, "chart.svg")
	return []export{
		as("page", "page.html"),
		as("fragment", "fragment.html"),
		as("wordpress", "wordpress.txt"),
		as("markdown", "markdown.md"),
		as("text", "text.txt"),
		{chart, []string{"chart", night, "--contest", sampleContest, "--kind", "share", "--out", chart}},
	}
}
