package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nightdesk/data/election"
	"nightdesk/data/night"
)

// The seven who stood for three seats in Armthorpe on 6 May 2021, in the order
// of the ballot paper.
var seven = []stood{
	{"Beard", "Margaret", "PP52", "Conservative", "Con", 1026},
	{"Dickson", "Aimee Louise", "PP53", "Labour", "Lab", 1306},
	{"Gray", "Mark", "PP63", "Green", "Green", 507},
	{"Knowles", "Sue", "PP53", "Labour", "Lab", 1216},
	{"Martin", "Ann Nadin", "PP52", "Conservative", "Con", 878},
	{"Needham", "Tim", "PP53", "Labour", "Lab", 1219},
	{"Sanderson", "Janet", "PP52", "Conservative", "Con", 427},
}

// TestWindowWard is a ward's count by keys alone: typed in, keyed, keyed again
// blind with a crash in between and one figure wrong, settled, read back,
// declared and corrected.
func TestWindowWard(t *testing.T) {
	screenOr(t)
	w := newWorld(t)
	path := filepath.Join(w.home, "nights", "Armthorpe.night")
	w.must(os.MkdirAll(filepath.Dir(path), 0o700))
	a := w.start("Nightdesk")
	a.makeWard(path)
	a.typeIn(path)
	a.shoot("21-typed-in")
	a.keyWard(path)
	a.shoot("22-keyed")
	a = a.keyWardAgain(path)
	a.shoot("24-settled")
	a.readBack()
	a.declareWard(path)
	a.shoot("26-declared")
	a.correctWard(path)
	a.shoot("27-corrected")
	a.look("ctrl+shift+z", "28-revisions")
	a.look("ctrl+shift+h", "29-course")
	a.keys("ctrl+q")
	a.left()
	w.alone(path)
}

func (a *program) makeWard(path string) {
	a.keys("ctrl+n")
	a.line("Doncaster council")
	a.line("The Dome")
	a.line("Ann Reed")
	a.keys("ctrl+a")
	a.line(path)
	a.titled("Doncaster council – Nightdesk")
}

// typeIn types the ward and its candidates into their sheet.
func (a *program) typeIn(path string) {
	desk := a.settled()
	a.keys("ctrl+shift+i")
	a.settled(desk)
	a.line("Armthorpe")
	a.line("2021-05-06")
	for _, field := range []string{"local", "3"} {
		a.keys("ctrl+a")
		a.line(field)
	}
	a.line("10949")
	for _, k := range seven {
		a.line(k.forenames + " " + k.surname + ", " + k.name)
	}
	a.keys("Tab", "Return")
	a.in(path, "the ward, with its candidates in ballot-paper order", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil || c.Seats != 3 || c.Kind != election.Local || c.Electorate != election.Of(10949) || len(c.Candidates) != len(seven) {
			return false, err
		}
		for i, k := range c.Candidates {
			if k.Surname != seven[i].surname || k.Party.ID != seven[i].party {
				return false, fmt.Errorf("number %d is %s of %s", i+1, k.Name(), k.Party.ID)
			}
		}
		return true, nil
	})
}

// keyWard moves the count on and keys its figures.
func (a *program) keyWard(path string) {
	for _, s := range []election.State{election.Verifying, election.Verified, election.Counting} {
		a.keys("ctrl+shift+n")
		a.inState(path, s)
	}
	for _, k := range seven { // the focus is in the first cell since the ward was typed in
		a.line(strconv.Itoa(k.votes))
	}
	a.line("17")
	a.line("2,848")
	a.in(path, "the ward's figures", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil || c.Rejected != election.Of(17) || c.Verified != election.Of(2848) {
			return false, err
		}
		for i, k := range c.Candidates {
			if k.Votes != election.Of(seven[i].votes) {
				return false, fmt.Errorf("%s has %v", k.Name(), k.Votes)
			}
		}
		return true, nil
	})
	a.keys("ctrl+shift+n")
	a.inState(path, election.Provisional)
}

// keyWardAgain keys everything a second time, with two digits of one figure
// the other way round and a crash while that one is typed, is refused the
// declaration, and keeps the first figure.
func (a *program) keyWardAgain(path string) *program {
	first := a.settled()
	a.keys("ctrl+j")
	a.settled(first)
	a.shoot("23-blind")
	again := map[string]int{"Knowles": 1261}
	votes := func(k stood) string {
		if n, ok := again[k.surname]; ok {
			return strconv.Itoa(n)
		}
		return strconv.Itoa(k.votes)
	}
	for _, k := range seven[:3] {
		a.line(votes(k))
	}
	a.types("12")
	a.in(path, "what is keyed the second time among the drafts", func(n *night.Night) (bool, error) {
		kept, err := n.Drafts()
		var texts []string
		for _, d := range kept {
			if strings.HasPrefix(d.Group, "second:") {
				texts = append(texts, d.Text)
			}
		}
		return slices.Contains(texts, "507") && slices.Contains(texts, "12"), err
	})
	a.kill()

	a = a.start("Doncaster council – Nightdesk", path)
	a.shoot("23-blind-after-the-crash")
	a.keys("Up") // from the first empty cell to the one that was being typed in
	for _, k := range seven[3:] {
		a.line(votes(k))
	}
	a.line("17")
	a.line("2848")
	a.keys("Return") // the button that the last cell leads to
	a.in(path, "the second keying, with its difference and no draft left", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil || c.Second == nil || !differs(c) {
			return false, err
		}
		kept, err := n.Drafts()
		return len(kept) == 0, err
	})
	a.shoot("23-differs")
	a.keys("ctrl+shift+d") // in vain
	a.settled()
	a.inState(path, election.Provisional)
	a.keys("space") // the button that settles leads to the cell
	a.types("f")
	a.in(path, "both keyings alike", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		return err == nil && !differs(c) && c.Candidates[3].Votes == election.Of(1216), err
	})
	return a
}

func differs(c election.Contest) bool {
	for _, k := range election.Checks(c) {
		if k.Code == election.SecondDiffers {
			return true
		}
	}
	return false
}

// readBack goes through the whole sheet and back to the desk.
func (a *program) readBack() {
	desk := a.settled()
	a.keys("ctrl+r")
	a.settled(desk)
	for range seven {
		a.keys("Down")
	}
	a.shoot("25-read-back")
	a.keys("Escape")
	a.settled()
}

// look opens a view over the window and leaves it.
func (a *program) look(key, name string) {
	a.Helper()
	desk := a.settled()
	a.keys(key)
	a.settled(desk)
	a.shoot(name)
	a.keys("Escape")
	a.settled()
}

func (a *program) declareWard(path string) {
	asked := a.settled()
	a.keys("ctrl+shift+d")
	a.settled(asked)
	a.keys("Return")
	a.inState(path, election.Declared)
	a.settled(asked)
}

// correctWard corrects one figure, with a reason and a source: from the first
// candidate's cell down to the one, and on past the papers to the two lines.
func (a *program) correctWard(path string) {
	declared := a.settled()
	a.keys("ctrl+shift+d")
	a.settled(declared)
	a.keys("Down", "Down")
	a.line("517")
	for range len(seven) - 3 + 3 {
		a.keys("Return")
	}
	a.line("A bundle of ten was found in the wrong box")
	a.line("Returning officer, by telephone")
	a.in(path, "the correction, with its reason and source", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil || c.State != election.Corrected || c.Revision != 2 || len(c.Corrections) != 1 {
			return false, err
		}
		k := c.Corrections[0]
		if !strings.HasPrefix(k.Reason, "A bundle of ten") || k.Source != "Returning officer, by telephone" {
			return false, fmt.Errorf("corrected because %q, says %q", k.Reason, k.Source)
		}
		revisions, err := n.Revisions(c.ID)
		if err != nil || len(revisions) != 2 {
			return false, err
		}
		was := revisions[0].Contest.Candidates[2].Votes
		return c.Candidates[2].Votes == election.Of(517) && was == election.Of(507), nil
	})
}
