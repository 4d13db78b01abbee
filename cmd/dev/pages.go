package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// pagesDir holds the checks of the exported pages and the modules they need.
const pagesDir = "cmd/dev/pages"

// installCheckers installs the modules of the page checks at the versions of
// the lock file, unless they are there.
func (r repo) installCheckers() error {
	lock, err := os.Stat(r.path(pagesDir + "/package-lock.json"))
	if err != nil {
		return fmt.Errorf("reading the lock file of the page checks: %w", err)
	}
	there, err := os.Stat(r.path(pagesDir + "/node_modules/.package-lock.json"))
	if err == nil && there.ModTime().After(lock.ModTime()) {
		return nil
	}
	return r.do(nil, "npm", "ci", "--prefix", pagesDir, "--ignore-scripts", "--no-audit", "--no-fund")
}

// pageNights are the nights whose exports are checked, as the program make
// under pagesDir makes them.
var pageNights = []string{"sample", "every", "rehearsal", "thousand"}

// testPages makes the nights afresh, exports each as a page, as a fragment and
// for WordPress, and puts them through the checks of pagesDir. The files stay
// in dist to look at.
func (r repo) testPages() error {
	dir := r.path("dist/pages")
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("clearing the folder of the pages: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of the pages: %w", err)
	}
	if err := r.buildNight(dir); err != nil {
		return err
	}
	if err := r.do(nil, "go", "run", "./"+pagesDir+"/make", dir); err != nil {
		return err
	}
	for _, name := range pageNights {
		if err := r.exportPages(filepath.Join(dir, name+".night"), filepath.Join(dir, name), nightIn(dir)); err != nil {
			return err
		}
	}
	checks, err := filepath.Glob(r.path(pagesDir + "/*.test.mjs"))
	if err != nil {
		return fmt.Errorf("listing the page checks: %w", err)
	}
	return r.do([]string{"NIGHTDESK_PAGES=" + dir}, "node", append([]string{"--test", "--test-reporter=spec"}, checks...)...)
}

// exportPages writes what the checks read of a night into a folder: the three
// forms, and as entries.json what the command line says of its entries.
func (r repo) exportPages(night, dir, program string) error {
	for _, file := range []string{"page.html", "fragment.html", "wordpress.txt"} {
		form := strings.TrimSuffix(file, filepath.Ext(file))
		if err := r.do(nil, program, "export", night, "--as", form, "--out", filepath.Join(dir, file)); err != nil {
			return err
		}
	}
	entries, err := r.ask(program, "entries", night, "--json")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "entries.json"), []byte(entries), 0o644); err != nil {
		return fmt.Errorf("writing what the entries are: %w", err)
	}
	return nil
}
