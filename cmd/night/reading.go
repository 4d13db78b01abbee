package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"nightdesk/data/intake"
)

// A stoppedError says that a person stopped an import.
type stoppedError struct{}

func (*stoppedError) Error() string { return "stopped while reading" }

// Hint is the user's next step.
func (*stoppedError) Hint() string { return "Nothing was imported; the night is as it was." }

// untilStopped ends when a person stops the program. What is under way when
// they do it a second time is broken off.
func untilStopped() (ctx context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// sources are the files that the call names, opened. They close when ctx ends,
// also where one is a pipe that nothing comes out of.
func (c *importCommand) sources(ctx context.Context) (all []intake.Source, closeAll func(), err error) {
	var files []*os.File
	closeAll = func() {
		for _, f := range files {
			_ = f.Close() // only read from
		}
	}
	for _, path := range c.Source {
		if err := isFile(path); err != nil {
			closeAll()
			return nil, nil, err
		}
		f, err := os.Open(path)
		if err != nil {
			closeAll()
			return nil, nil, unopened(path, err)
		}
		files = append(files, f)
		all = append(all, intake.Source{Name: path, Data: f})
	}
	context.AfterFunc(ctx, closeAll)
	return all, closeAll, nil
}

// isFile refuses what is no file before it is opened: a pipe would wait for a
// writer, and a device may never end.
func isFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return unopened(path, err)
	case info.IsDir():
		return &callError{path + ": this is a folder", "Name the files in it; nothing was imported."}
	case !info.Mode().IsRegular():
		return &callError{path + ": this is no file but a pipe or a device", "Save what comes out of it as a file and import that; nothing was imported."}
	}
	return nil
}

// stopped is the error of a reading that ctx may have ended.
func stopped(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil || errors.Is(err, context.Canceled) {
		return &stoppedError{}
	}
	return err
}

// A progress shows on a terminal how far a reading has come. What is soon done
// shows nothing.
type progress struct {
	out   io.Writer
	now   func() time.Time
	began time.Time
	shown int // per cent, -1 while nothing is
}

// soon is how long a reading may take before it is shown.
const soon = time.Second

func newProgress(out io.Writer, now func() time.Time) *progress {
	return &progress{out, now, now(), -1}
}

// tell is called with how much of how much is read.
func (p *progress) tell(done, total int) {
	percent := 100
	if total > 0 {
		percent = 100 * done / total
	}
	if percent == p.shown || p.now().Sub(p.began) < soon {
		return
	}
	p.shown = percent
	fmt.Fprintf(p.out, "\rReading: %d%%", percent)
}

// end takes away what is shown.
func (p *progress) end() {
	if p.shown >= 0 {
		fmt.Fprint(p.out, "\r              \r")
	}
}

// progress is what a reading tells how far it has come, nil where standard
// error is no terminal.
func (t *terminal) progress() (tell func(done, total int), end func()) {
	if !isTerminal(t.err) {
		return nil, func() {}
	}
	p := newProgress(t.err, time.Now)
	return p.tell, p.end
}

// isTerminal reports whether somebody sits at the other end.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	nothing, none := os.Stat(os.DevNull)
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && (none != nil || !os.SameFile(info, nothing))
}
