package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A repo is a checkout of Nightdesk.
type repo struct{ root string }

// path is a place in the checkout, given with forward slashes.
func (r repo) path(name string) string { return filepath.Join(r.root, filepath.FromSlash(name)) }

// do prints a command and runs it at the top of the checkout, with env added
// to the environment, its output going straight to the terminal.
func (r repo) do(env []string, name string, args ...string) error {
	return r.doTo(os.Stdout, env, name, args...)
}

// doTo is do with the output, standard error included, going to w.
func (r repo) doTo(w io.Writer, env []string, name string, args ...string) error {
	fmt.Println("$", commandLine(env, name, args))
	c := exec.Command(name, args...)
	c.Dir, c.Env = r.root, append(os.Environ(), env...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, w, w
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(append([]string{filepath.Base(name)}, args[:min(1, len(args))]...), " "), err)
	}
	return nil
}

// heard is do for a caller that must also read what was printed.
func (r repo) heard(env []string, name string, args ...string) (string, error) {
	var b bytes.Buffer
	err := r.doTo(io.MultiWriter(os.Stdout, &b), env, name, args...)
	return b.String(), err
}

// ask runs a command quietly and answers what it printed.
func (r repo) ask(name string, args ...string) (string, error) {
	c := exec.Command(name, args...)
	c.Dir = r.root
	out, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w", commandLine(nil, name, args), err)
	}
	return string(out), nil
}

// commandLine is a command as one would type it in a shell.
func commandLine(env []string, name string, args []string) string {
	words := append(append([]string{}, env...), name)
	for _, a := range args {
		if a == "" || strings.ContainsAny(a, " $*()'\"^|&;<>") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		words = append(words, a)
	}
	return strings.Join(words, " ")
}
