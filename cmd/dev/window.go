package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// threadWarning is what Fyne prints when its objects are touched from a
// goroutine that may not.
const threadWarning = "*** Error in Fyne call thread ***"

// testWindow runs the tests that drive the real window, on a screen of their
// own. They are the ones named TestWindow…; NIGHTDESK_WINDOW asks for them.
func (r repo) testWindow() (tally, error) {
	s, err := openScreen()
	if err != nil {
		return newTally(), err
	}
	defer s.close()
	// One package at a time: they share the screen's keyboard and clipboard.
	tests, out, err := r.goTestHeard(s.env(), "-v", "-race", "-count=1", "-p", "1", "-run", "^TestWindow",
		"./cmd/nightdesk/...", "./ui/...")
	if err != nil {
		return tests, err
	}
	return tests, windowVerdict(out)
}

// windowVerdict reads what the window tests printed. That go test was content
// is not enough: one must have run, none may have skipped itself, and Fyne
// must not have complained.
func windowVerdict(out string) error {
	switch {
	case strings.Contains(out, threadWarning):
		return errors.New("a call from the wrong goroutine, says Fyne")
	case strings.Contains(out, "--- SKIP: TestWindow"):
		return errors.New("a window test skipped itself")
	case !strings.Contains(out, "--- PASS: TestWindow"):
		return errors.New("no window test ran")
	}
	return nil
}

// A screen is a display of its own without a monitor, with a window manager.
type screen struct {
	display  string
	runtime  string // a private XDG_RUNTIME_DIR
	programs []*exec.Cmd
}

// openScreen starts a display of 1366×768 on a free number and a window
// manager on it, and comes back when both answer.
func openScreen() (*screen, error) {
	dir, err := os.MkdirTemp("", "screen")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the screen: %w", err)
	}
	s := &screen{runtime: dir}
	if err := s.start(); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *screen) start() error {
	answer, tell, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("making a pipe to the screen: %w", err)
	}
	defer answer.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{tell}
	err = x.Start()
	tell.Close()
	if err != nil {
		return fmt.Errorf("starting Xvfb: %w", err)
	}
	s.programs = append(s.programs, x)
	// Xvfb writes the number once it takes connections, and closes the pipe
	// if it gives up.
	number, err := bufio.NewReader(answer).ReadString('\n')
	if err != nil {
		return errors.New("no display could be opened by Xvfb")
	}
	s.display = ":" + strings.TrimSpace(number)
	return s.manage()
}

// manage starts the window manager and waits until it says that it is up.
func (s *screen) manage() error {
	ready := filepath.Join(s.runtime, "managed")
	m := exec.Command("openbox", "--sm-disable", "--startup", "touch "+ready)
	m.Env = append(os.Environ(), s.env()...)
	if err := m.Start(); err != nil {
		return fmt.Errorf("starting openbox: %w", err)
	}
	s.programs = append(s.programs, m)
	for range 100 {
		if _, err := os.Stat(ready); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return errors.New("openbox did not come up within ten seconds")
}

// env is the environment that puts a program on the screen. LANG is what
// Fyne reads, LC_CTYPE what the C library must have installed.
func (s *screen) env() []string {
	return []string{
		"DISPLAY=" + s.display, "WAYLAND_DISPLAY=", "XDG_RUNTIME_DIR=" + s.runtime,
		"LANG=en_GB.UTF-8", "LC_ALL=", "LC_CTYPE=C.UTF-8", "NIGHTDESK_WINDOW=1",
	}
}

// close ends the programs, the last started first, and clears up. They are
// asked to go, not killed: a killed display leaves its number locked.
func (s *screen) close() {
	for i := len(s.programs) - 1; i >= 0; i-- {
		if s.programs[i].Process.Signal(syscall.SIGTERM) != nil {
			s.programs[i].Process.Kill()
		}
		s.programs[i].Wait()
	}
	os.RemoveAll(s.runtime)
}
