package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// fyneTool is the packager of the toolkit the desk is built with.
const fyneTool = "fyne.io/tools/cmd/fyne@v1.7.4"

// runPackage builds the desk for release and packages it for this system,
// into dist, with the description of the file type beside it.
func runPackage(r repo, args []string) error {
	if err := flags("package", args, nil); err != nil {
		return err
	}
	desk := r.path("dist/nightdesk" + exe())
	err := r.do(nil, "go", "build", "-trimpath", "-ldflags", "-s -w", "-tags", "no_emoji,no_animations",
		"-o", desk, "./cmd/nightdesk")
	if err != nil {
		return err
	}
	if err := r.fynePackage(desk); err != nil {
		return err
	}
	made, err := r.collectPackage()
	if err != nil {
		return err
	}
	fmt.Println("\nThe package, and the file type for systems that read shared-mime-info:")
	fmt.Printf("  %s\n  %s\n", made, r.path("assets/desktop/app.nightdesk.Nightdesk.xml"))
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
	for _, name := range []string{"Nightdesk.tar.xz", "Nightdesk.app", "Nightdesk.exe"} {
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
