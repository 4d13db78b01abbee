// Package sample is one finished night to look at and to try things on: the
// count of the Hartlepool by-election of 6 May 2021, as this desk would have
// covered it.
//
// It promises a night that was made the way every night is. [Build] replays a
// script of what two reporters did, from 9.38pm to 9.13am, through the same
// calls that the window makes: nothing is written past them, every recorded
// time is one of that night, and the night can be looked at as of any minute
// of it. Two nights built are equal but for the ids in them.
//
// All of it is text that can be read here: evening.md, small-hours.md and
// morning.md are the script, hartlepool-2021.csv and hartlepool-2019.csv are in
// the desk's own flat format, by-elections.csv is its list of past contests, and
// the pictures are drawings in SVG. The figures and what is said of real people
// are on public record; the reporters, their guest, the captured post and
// everybody quoted without a name are invented, and the standfirst says so. So
// are two slips: the desk mishears the turnout by half a point, and it declares
// ten votes too few for one candidate with ten rejected papers too many. Both
// are put right within minutes, as corrections that say so, and what stands in
// the end is what was declared in Hartlepool.
package sample

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/night"
)

//go:embed *.md *.csv pictures/*.svg
var files embed.FS

// Build makes the sample night at path, which must not be taken: the error is
// then night.ErrExists. Where building fails for another reason nothing is
// left at path. The night is closed when Build returns.
func Build(path string) (err error) {
	s, err := wholeScript()
	if err != nil {
		return err
	}
	// The sample is no work of the user's: it leaves no locks and no backups
	// in the user's folders.
	aside, err := os.MkdirTemp("", "nightdesk-sample-")
	if err != nil {
		return fmt.Errorf("making the sample night: %w", err)
	}
	defer os.RemoveAll(aside)
	c := &clock{}
	c.forward(s.acts[0].at.Add(-time.Minute))
	n, err := night.Create(path, s.details(), night.Options{
		Now:       c.read,
		StateDir:  filepath.Join(aside, "state"),
		BackupDir: filepath.Join(aside, "backups"),
	})
	if err != nil {
		return fmt.Errorf("making the sample night: %w", err)
	}
	err = errors.Join(newDesk(n, c).replay(s), n.Close())
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return err
}

func wholeScript() (script, error) {
	var all []chapter
	for _, name := range chapters {
		text, err := files.ReadFile(name)
		if err != nil {
			return script{}, err
		}
		all = append(all, chapter{name, string(text)})
	}
	return readScript(all...)
}

func (s script) details() blog.Details {
	return blog.Details{
		Title:      s.title,
		Place:      s.head["place"],
		Zone:       s.head["zone"],
		Headline:   s.head["headline"],
		Standfirst: s.head["standfirst"],
		Publisher:  s.head["publisher"],
		Address:    s.head["address"],
	}
}

// A clock shows the time of the night that is being replayed. A night may
// ask it from any goroutine.
type clock struct{ ms atomic.Int64 }

func (c *clock) read() time.Time { return time.UnixMilli(c.ms.Load()) }

// forward moves the clock to t, or on by a second where it is there already:
// no two acts of the night were at once.
func (c *clock) forward(t time.Time) {
	c.ms.Store(max(t.UnixMilli(), c.ms.Load()+1000))
}
