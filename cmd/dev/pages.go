package main

import (
	"fmt"
	"os"
	"path/filepath"
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

// testPages exports the sample night afresh, as page and as fragment, and
// puts both through the checks of pagesDir. The files stay in dist to look at.
func (r repo) testPages() error {
	dir := r.path("dist/pages")
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("clearing the folder of the pages: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of the pages: %w", err)
	}
	night, err := r.sampleNight(dir)
	if err != nil {
		return err
	}
	if err := r.headless(night, dir); err != nil {
		return err
	}
	env := []string{
		"NIGHTDESK_PAGE=" + filepath.Join(dir, "page.html"),
		"NIGHTDESK_FRAGMENT=" + filepath.Join(dir, "fragment.html"),
	}
	checks, err := filepath.Glob(r.path(pagesDir + "/*.test.mjs"))
	if err != nil {
		return fmt.Errorf("listing the page checks: %w", err)
	}
	return r.do(env, "node", append([]string{"--test", "--test-reporter=spec"}, checks...)...)
}
