package main

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestWindowWithoutOpenGL runs the program on a screen that draws no OpenGL:
// it says so and ends, and does not stay as a process without a window.
func TestWindowWithoutOpenGL(t *testing.T) {
	if os.Getenv("NIGHTDESK_WINDOW") != "1" {
		t.Skip("NOT PROVEN: what is said without OpenGL. This test starts a screen of its own where NIGHTDESK_WINDOW is 1")
	}
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	screen := exec.CommandContext(ctx, "Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-extension", "GLX")
	number, err := screen.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := screen.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		cancel()
		_ = screen.Wait() // it was ended by us
	}()
	display, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatal("the screen does not say its number:", err)
	}
	home := t.TempDir()
	run := exec.CommandContext(ctx, path)
	run.Env = []string{"HOME=" + home, "XDG_RUNTIME_DIR=" + home, "PATH=" + os.Getenv("PATH"), "LANG=en_GB.UTF-8", "DISPLAY=:" + strings.TrimSpace(display)}
	out, err := run.CombinedOutput()
	if code := run.ProcessState.ExitCode(); code != 1 {
		t.Errorf("it ended with %d (%v)", code, err)
	}
	said := strings.TrimSpace(string(out))
	if last := said[strings.LastIndex(said, "\n")+1:]; !strings.HasPrefix(last, "nightdesk: the window cannot be drawn") || !strings.Contains(last, "the command night,") {
		t.Errorf("it said:\n%s", out)
	}
}
