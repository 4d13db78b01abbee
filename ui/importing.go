package ui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/ui/kit"
	"nightdesk/ui/model"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// importFiles asks for a file of results or candidates.
func (w *Window) importFiles() {
	w.AskOpen("Import results or candidates", []string{".csv", ".tsv", ".txt", ".json"}, func(path string) { w.readSources([]string{path}) })
}

// source is a file read into memory, so that it can be understood in more
// than one way.
type source struct {
	name string
	data []byte
}

// largestSource is more than any results file; what is larger is refused.
const largestSource = 64 << 20

func readSources(paths []string) ([]source, error) {
	var out []source
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(io.LimitReader(f, largestSource+1))
		_ = f.Close() // it was only read
		if err != nil {
			return nil, err
		}
		out = append(out, source{filepath.Base(path), data})
	}
	return out, nil
}

// given hands the sources to the intake. A plain list of candidates is for the
// given contest; the day is for lists that are typed, since files say theirs
// or are named after it.
func given(sources []source, contest string, date election.Date) []intake.Source {
	var in []intake.Source
	for _, s := range sources {
		in = append(in, intake.Source{Name: s.name, Data: bytes.NewReader(s.data), Contest: contest, Date: date})
	}
	return in
}

// readSources reads files away from the window and then asks what they are
// to be: candidates, results or a baseline. A long file is told by how far it
// is read, and can be stopped.
func (w *Window) readSources(paths []string) {
	contest := ""
	if c, ok := w.Night.Current(); ok {
		contest = c.Name
	}
	ctx, progress := w.reading(filepath.Base(paths[0]))
	go func() {
		sources, err := readSources(paths)
		var found intake.Found
		var past []election.Past
		if whole, is := historyAmong(sources); is { // no results of this night
			past, _, err = intake.ReadHistory(ctx, whole)
		} else if err == nil {
			found, err = intake.ReadContext(ctx, given(sources, contest, ""), intake.Results, progress)
		}
		fyne.Do(func() {
			if ctx.Err() != nil {
				w.Say("Stopped: nothing was imported.")
				return
			}
			w.OnLeave(nil)
			w.CloseOverlay()
			switch {
			case len(past) > 0:
				w.takeHistory(past)
				return
			case err != nil:
				w.showProblems("That file was not imported", err)
				return
			}
			w.askImport(sources, found, contest)
		})
	}()
}

// historyAmong is the source of past contests, where that is the only one.
func historyAmong(sources []source) (whole intake.Source, is bool) {
	if len(sources) != 1 {
		return intake.Source{}, false
	}
	return intake.PastContests(given(sources, "", "")[0])
}

// reading shows that a file is being read and how far. The context ends when
// the user stops it; progress may be called from any goroutine.
func (w *Window) reading(name string) (ctx context.Context, progress func(done, total int)) {
	ctx, stop := context.WithCancel(context.Background())
	how := kit.NewQuiet("…")
	cancel := kit.NewButton("Stop  Esc", kit.Outlined, w.CloseOverlay)
	w.Over(kit.Column(8, kit.NewText("Reading "+name).Bold().Sized(kit.TitleSize), how, kit.Row(8, cancel)), cancel)
	w.OnLeave(stop)
	var told time.Time
	return ctx, func(done, total int) {
		if total == 0 || time.Since(told) < tellEvery {
			return
		}
		told = time.Now()
		fyne.Do(func() { how.SetText(fmt.Sprintf("%d per cent", 100*done/total)) })
	}
}

// tellEvery is how often progress is shown: more could not be read.
const tellEvery = 100 * time.Millisecond

// showProblems lists everything that is wrong with a file.
func (w *Window) showProblems(title string, err error) {
	list := container.NewVScroll(kit.Wrapped(model.Sentence(err)))
	list.SetMinSize(fyne.NewSize(560, 180))
	shut := kit.NewButton("Close  Esc", kit.Filled, w.CloseOverlay)
	w.Over(kit.Column(8, kit.NewText(title).Bold().Sized(kit.TitleSize), list, kit.Row(8, shut)), shut)
}

// askImport says what the files hold, and asks what to do with it, each way
// with what it would do to the night.
func (w *Window) askImport(sources []source, found intake.Found, contest string) {
	take := func(m intake.Mode, reason string) func() {
		return func() { w.take(sources, m, contest, reason) }
	}
	does := wouldDo(found.Against(w.Night.Contests))
	compared := election.Several(len(intake.BaselinesFor(w.Night.Contests, found, "")), "contest", "contests")
	w.Choose("What is this file to be?\n"+strings.TrimSpace(found.Summary()), []kit.Choice{
		{Words: "Candidates only", Aside: does + "; the votes are keyed here", Do: take(intake.CandidatesOnly, "candidates imported")},
		{Words: "Results", Aside: does + "; a finished contest is declared", Do: take(intake.Results, "results imported")},
		{Words: "Baseline", Aside: "the earlier result of " + compared + " here", Do: take(intake.AsBaseline, "baseline imported")},
	})
}

// wouldDo says what an import would do: "adds 3, updates 18".
func wouldDo(added, known int) string {
	switch {
	case known == 0:
		return "adds " + election.Several(added, "contest", "contests")
	case added == 0:
		return "updates " + election.Several(known, "contest", "contests")
	}
	return "adds " + election.Commas(added) + ", updates " + election.Commas(known)
}

// contestsWords names what was found: the contest, or how many.
func contestsWords(contests []election.Contest) string {
	if len(contests) == 1 {
		return contests[0].Name + ", " + election.Several(len(contests[0].Candidates), "candidate", "candidates")
	}
	return election.Several(len(contests), "contest", "contests")
}

// take reads the sources in the mode chosen and puts all of it into the
// night, or nothing.
func (w *Window) take(sources []source, m intake.Mode, contest string, reason string) {
	standing := w.Night.Contests
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.name
	}
	reason += " from " + strings.Join(names, ", ")
	var words string
	w.Say("Importing…")
	w.Act(func(n *night.Night, author string) error {
		found, err := intake.Read(given(sources, contest, ""), m)
		if err != nil {
			return err
		}
		words = "Imported: " + contestsWords(found.Contests)
		if n := len(found.Councils); n > 0 {
			words += " and " + election.Several(n, "council", "councils")
		}
		contests := found.Contests
		if m == intake.AsBaseline {
			contests = intake.BaselinesFor(standing, found, "")
			words = "Baseline for " + election.Several(len(contests), "contest", "contests") + "."
			if len(contests) == 0 {
				words = "That file has no earlier result of a contest in this night: it must be of the same seat, on an earlier day."
				return nil
			}
		}
		return n.Take(night.Import{Author: author, Reason: reason, Contests: contests, Councils: found.Councils})
	}, func(err error) {
		if err != nil {
			return
		}
		w.Say(words)
		if m == intake.CandidatesOnly {
			w.GoTo(w.desk)
			w.showHalf(countHalf)
			w.count.focus() // their votes come next
		}
	})
}
