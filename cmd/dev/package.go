package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// fyneTool is the packager of the toolkit the desk is built with. On Linux it
// is not used: it takes the argument in a desktop entry's command for a part
// of the program's name.
const fyneTool = "fyne.io/tools/cmd/fyne@v1.7.4"

// runPackage builds both programs for release and packages them for this
// system, into dist.
func runPackage(r repo, args []string) error {
	if err := flags("package", args, nil); err != nil {
		return err
	}
	desk, night := r.path("dist/nightdesk"+exe()), r.path("dist/night"+exe())
	release := func(out, from string) error {
		return r.do(nil, "go", "build", "-trimpath", "-ldflags", "-s -w", "-tags", "no_emoji,no_animations", "-o", out, from)
	}
	if err := errors.Join(release(desk, "./cmd/nightdesk"), release(night, "./cmd/night")); err != nil {
		return err
	}
	if runtime.GOOS == "linux" {
		made, err := r.archive(archived)
		if err != nil {
			return err
		}
		fmt.Printf("\nThe archive, which installs itself (tar xf it, then sh install.sh in its folder):\n  %s\n", made)
		return nil
	}
	if err := r.fynePackage(desk); err != nil {
		return err
	}
	made, err := r.collectPackage()
	if err != nil {
		return err
	}
	fmt.Printf("\nThe package:\n  %s\nThe command line:\n  %s\n", made, night)
	return nil
}

// fynePackage packages the program. The tool counts the build number up in
// FyneApp.toml; making a package is no change of the source, so it is put back.
func (r repo) fynePackage(desk string) error {
	about := r.path("FyneApp.toml")
	before, err := os.ReadFile(about)
	if err != nil {
		return fmt.Errorf("reading what the package says of itself: %w", err)
	}
	failed := r.do(nil, "go", "run", fyneTool, "package", "--executable", desk)
	if err := os.WriteFile(about, before, 0o644); err != nil {
		return fmt.Errorf("putting FyneApp.toml back: %w", err)
	}
	return failed
}

// collectPackage moves what the tool left at the top of the checkout, whose
// name depends on the system, into dist.
func (r repo) collectPackage() (string, error) {
	for _, name := range []string{"Nightdesk.app", "Nightdesk.exe"} {
		made := r.path(name)
		if _, err := os.Stat(made); err != nil {
			continue
		}
		to := filepath.Join(r.path("dist"), name)
		if err := os.RemoveAll(to); err != nil {
			return "", fmt.Errorf("making room for the package: %w", err)
		}
		if err := os.Rename(made, to); err != nil {
			return "", fmt.Errorf("moving the package into dist: %w", err)
		}
		return to, nil
	}
	return "", errors.New("the tool left no package at the top of the checkout")
}
