package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

// stood is one who stood in Hartlepool on 6 May 2021.
type stood struct {
	surname, forenames, party, name, short string
	votes                                  int
}

// The sixteen, as declared; the ballot paper has them by surname.
var sixteen = []stood{
	{"Mortimer", "Jill", "PP52", "Conservative", "Con", 15529},
	{"Williams", "Paul", "PP53", "Labour", "Lab", 8589},
	{"Lee", "Sam", "", "Independent", "Ind", 2904},
	{"Martin", "Claire", "PP12550", "Heritage Party", "Heritage", 468},
	{"Prescott", "John", "PP7931", "Reform UK", "Reform UK", 368},
	{"Featherstone", "Rachel", "PP63", "Green Party", "Green", 358},
	{"Hagon", "Andrew", "PP90", "Liberal Democrat", "LD", 349},
	{"Walker", "Thelma", "", "Independent", "Ind", 250},
	{"Killick", "Chris", "", "Independent", "Ind", 248},
	{"Dawson", "Hilton", "PP2303", "The North East Party", "North East", 163},
	{"Ward-Jackson", "W. Ralph", "", "Independent", "Ind", 157},
	{"Evans", "Gemma", "PP2755", "Women’s Equality Party", "Women’s Eq.", 140},
	{"Gaines", "Adam", "", "Independent", "Ind", 126},
	{"Flying Brick", "The Incredible", "PP66", "Official Monster Raving Loony Party", "MRLP", 108},
	{"Bettney", "David", "PP243", "Social Democratic Party", "SDP", 104},
	{"Jack", "Steve", "PP12667", "Freedom Alliance", "Freedom All.", 72},
}

// Those who stood in the seat on 12 December 2019.
var before = []stood{
	{"Hill", "Mike", "PP53", "Labour", "Lab", 15464},
	{"Houghton", "Stefan", "PP52", "Conservative", "Con", 11869},
	{"Tice", "Richard", "PP7931", "Brexit Party", "Brexit", 10603},
	{"Hagon", "Andy", "PP90", "Liberal Democrat", "LD", 1696},
	{"Bousfield", "Joe", "", "Independent", "Ind", 911},
	{"Cranney", "Kevin", "PP73", "Socialist Labour Party", "Soc Lab", 494},
}

// The ballot papers of the by-election.
const (
	rejected = 182
	verified = 30115
)

// votesOf gives the votes by surname.
func votesOf(those []stood) map[string]int {
	out := map[string]int{}
	for _, s := range those {
		out[s.surname] = s.votes
	}
	return out
}

// flat writes a flat file of one contest and answers its path.
func (w *world) flat(name, date, electorate, rejected string, those []stood, votes bool) string {
	w.Helper()
	var b strings.Builder
	b.WriteString("contest,code,date,electorate,rejected,surname,forenames,party id,party name,party short,votes\n")
	for _, s := range those {
		n := ""
		if votes {
			n = strconv.Itoa(s.votes)
		}
		b.WriteString(strings.Join([]string{"Hartlepool", "E14000733", date, electorate, rejected, s.surname, s.forenames, s.party, s.name, s.short, n}, ",") + "\n")
	}
	path := filepath.Join(w.home, "sources", name)
	w.must(os.MkdirAll(filepath.Dir(path), 0o700))
	w.must(os.WriteFile(path, []byte(b.String()), 0o600))
	return path
}

// screenOr skips where nobody asked for the window or where there is no
// screen for it.
func screenOr(t *testing.T) {
	t.Helper()
	if os.Getenv("NIGHTDESK_WINDOW") != "1" || os.Getenv("DISPLAY") == "" {
		t.Skip("NOT PROVEN: the real window. This test needs a screen of its own; go run ./cmd/dev test gives it one (NIGHTDESK_WINDOW=1 and DISPLAY)")
	}
	for _, program := range []string{"xdotool", "import", "xclip"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("NOT PROVEN: the real window. This test needs %s (Debian: xdotool, imagemagick, xclip)", program)
		}
	}
}

// TestWindowNight is the first night of a reporter who has no mouse: from an
// empty home to an exported page, with a crash in between.
func TestWindowNight(t *testing.T) {
	screenOr(t)
	w := newWorld(t)
	path := filepath.Join(w.home, "nights", "Hartlepool.night")
	w.must(os.MkdirAll(filepath.Dir(path), 0o700))
	page := filepath.Join(w.home, "out", "hartlepool.html")
	w.must(os.MkdirAll(filepath.Dir(page), 0o700))

	a := w.start("Nightdesk")
	a.shoot("01-welcome")
	a.makeNight(path)
	a.bringIn(path, w.flat("candidates.csv", "2021-05-06", "70768", "", sixteen, false), w.flat("before.csv", "2019-12-12", "70855", "119", before, true))
	a.shoot("02-candidates")
	half := a.keyHalf(path)
	a.shoot("03-half-typed")
	a.kill()

	a = w.start("Hartlepool by-election – Nightdesk", path)
	a.shoot("04-after-the-crash")
	a.keyRest(path, half)
	a.shoot("05-keyed")
	a.underEmbargo(path)
	a.declare(path)
	a.shoot("08-declared")
	a.write(path)
	a.shoot("09-written")
	a.change(path)
	a.export(page)
	a.shoot("11-exported")
	a.keys("ctrl+q")
	a.left()
	w.alone(path)
	w.read(page)
}

// Make makes a night by its sheet, field by field.
func (a *program) makeNight(path string) {
	a.keys("ctrl+n")
	a.line("Hartlepool by-election")
	a.line("Mill House Leisure Centre")
	a.line("Ann Reed")
	a.keys("ctrl+a")
	a.line(path)
	a.in(path, "the night, with its author", func(n *night.Night) (bool, error) {
		d, err := n.Details()
		if err != nil {
			return false, err
		}
		authors, err := n.Authors()
		return d.Title == "Hartlepool by-election" && d.Place == "Mill House Leisure Centre" &&
			len(authors) == 1 && authors[0].Name == "Ann Reed", err
	})
	a.titled("Hartlepool by-election – Nightdesk")
}

// bringIn imports the candidates, without votes, and then the baseline.
func (a *program) bringIn(path, candidates, baseline string) {
	a.importAs(candidates, "candidates only")
	a.in(path, "sixteen candidates in ballot-paper order, without votes", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil || len(c.Candidates) != 16 || c.Electorate != election.Of(70768) {
			return false, err
		}
		for i, k := range c.Candidates {
			if k.Votes.Known() || i > 0 && c.Candidates[i-1].Surname > k.Surname {
				return false, fmt.Errorf("%s has %v votes and is number %d", k.Surname, k.Votes, i+1)
			}
		}
		return true, nil
	})
	a.importAs(baseline, "baseline")
	a.in(path, "the baseline", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		return err == nil && len(c.Baselines) == 1 && len(c.Baselines[0].Candidates) == len(before), err
	})
}

// importAs picks a file by its path and says what it is to be. What the file
// holds is read away from the window, so the question comes when it comes.
func (a *program) importAs(path, as string) {
	a.Helper()
	desk := a.settled()
	a.keys("ctrl+i", "ctrl+a")
	a.types(path)
	picker := a.settled(desk)
	a.keys("Return")
	a.settled(desk, picker)
	a.line(as)
}

// theContest is the one contest of the night.
func theContest(n *night.Night) (election.Contest, error) {
	all, err := n.Contests()
	if err != nil || len(all) != 1 {
		return election.Contest{}, fmt.Errorf("%d contests: %w", len(all), err)
	}
	return all[0], nil
}

// interrupted is the candidate at whom the count is interrupted.
const interrupted = "Lee"

// keyHalf keys votes in ballot-paper order up to the interruption, which
// leaves a figure without its last digit, and answers the draft of it.
func (a *program) keyHalf(path string) night.Draft {
	paper := a.ballotPaper(path) // the import of its candidates left the focus in the first cell
	var keyed []string
	for _, k := range paper {
		votes := strconv.Itoa(votesOf(sixteen)[k.Surname])
		if k.Surname == interrupted {
			a.types(votes[:len(votes)-1])
			break
		}
		a.line(votes)
		keyed = append(keyed, k.Surname)
	}
	a.haveVotes(path, keyed)
	var draft night.Draft
	a.in(path, "the half-typed figure among the drafts", func(n *night.Night) (bool, error) {
		kept, err := n.Drafts()
		for _, d := range kept {
			if strings.HasPrefix(d.Group, "votes:") && d.Text == "290" {
				draft = d
			}
		}
		return draft.Text != "", err
	})
	return draft
}

// ballotPaper is the candidates in the order of the night.
func (a *program) ballotPaper(path string) []election.Candidate {
	a.Helper()
	var paper []election.Candidate
	a.in(path, "the ballot paper", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		paper = c.Candidates
		return len(paper) == 16, err
	})
	return paper
}

// haveVotes waits until exactly these have votes in the file, the right ones.
func (a *program) haveVotes(path string, surnames []string) {
	a.Helper()
	right := votesOf(sixteen)
	a.in(path, fmt.Sprintf("the votes of %d candidates", len(surnames)), func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		if err != nil {
			return false, err
		}
		for _, k := range c.Candidates {
			want := election.Count{}
			if slices.Contains(surnames, k.Surname) {
				want = election.Of(right[k.Surname])
			}
			if k.Votes != want {
				return false, fmt.Errorf("%s has %v, not %v", k.Surname, k.Votes, want)
			}
		}
		return true, nil
	})
}

// keyRest goes on where the crash was: one digit makes the figure whole.
func (a *program) keyRest(path string, half night.Draft) {
	paper := a.ballotPaper(path)
	at := slices.IndexFunc(paper, func(k election.Candidate) bool { return k.ID == half.Field })
	if at < 0 || paper[at].Surname != interrupted {
		a.Fatalf("the draft %+v is not of %s", half, interrupted)
	}
	a.line("4")
	var keyed []string
	for _, k := range paper[:at+1] {
		keyed = append(keyed, k.Surname)
	}
	a.haveVotes(path, keyed)
	for _, k := range paper[at+1:] {
		a.line(election.Commas(votesOf(sixteen)[k.Surname]))
		keyed = append(keyed, k.Surname)
	}
	a.line(strconv.Itoa(rejected))
	a.line(election.Commas(verified))
	a.haveVotes(path, keyed)
	a.in(path, "the papers", func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		return c.Rejected == election.Of(rejected) && c.Verified == election.Of(verified), err
	})
	a.in(path, "no draft left of the count", func(n *night.Night) (bool, error) {
		kept, err := n.Drafts()
		if len(kept) > 0 {
			return false, fmt.Errorf("there are %+v", kept)
		}
		return true, err
	})
}

// underEmbargo makes the count provisional, publishes an entry without a
// figure, fails to publish one with a figure, and looks at every export.
func (a *program) underEmbargo(path string) {
	a.keys("ctrl+shift+s")
	a.line("provisional")
	a.inState(path, election.Provisional)
	a.shoot("06-provisional")
	a.keys("F6")
	a.entry("Counting over", "The returning officer has called the agents together.")
	a.keys("ctrl+Return")
	a.hasEntries(path, 1)
	a.entry("Conservatives gain Hartlepool", "Jill Mortimer wins by {majority} votes, on a swing of {swing:points} from Labour.")
	a.keys("ctrl+Return")
	a.shoot("07-refused")
	n, err := night.View(path, a.options)
	a.must(err)
	defer n.Close()
	e, err := n.Edition(night.Moment{})
	a.must(err)
	if len(e.Entries) != 1 || len(e.Entries[0].Frozen) != 0 {
		a.Errorf("published under embargo: %+v", e.Entries)
	}
	for _, form := range publish.Forms {
		files, err := publish.Export(e, form, publish.Options{})
		a.must(err)
		for _, figure := range secret(string(files[0].Data)) {
			a.Errorf("the %s tells %s before the declaration", form, figure)
		}
	}
}

// numbers are runs of digits with their commas and points.
var numbers = regexp.MustCompile(`[0-9][0-9,.]*[0-9]|[0-9]`)

// random are the night's own ids and the digests of a page's scripts and
// styles, which may hold any digits.
var random = regexp.MustCompile(`\b[0-9a-hjkmnp-tv-z]{26}\b|sha256-[0-9A-Za-z+/]{43}=`)

// secret is every figure of the result that stands in a text: votes, rejected
// papers, valid votes, majority, shares. Style sheets and attributes count.
func secret(text string) []string {
	figures := []string{"6,940", "6940", "29,933", "29933", "51.9", "28.7", "9.7", "23.0", "16.0", "20.96", "42.3", strconv.Itoa(rejected)}
	for _, s := range sixteen {
		figures = append(figures, strconv.Itoa(s.votes), election.Commas(s.votes))
	}
	var told []string
	for _, n := range numbers.FindAllString(random.ReplaceAllString(text, ""), -1) {
		if slices.Contains(figures, n) {
			told = append(told, n)
		}
	}
	return told
}

// entry writes a kicker and a text in the composer, in which the focus is.
func (a *program) entry(kicker, text string) {
	a.Helper()
	a.keys("Up")
	a.line(kicker)
	a.types(text)
}

func (a *program) inState(path string, s election.State) {
	a.Helper()
	a.in(path, "the state "+string(s), func(n *night.Night) (bool, error) {
		c, err := theContest(n)
		return c.State == s, err
	})
}

// hasEntries waits for as many entries and answers them, the newest first.
func (a *program) hasEntries(path string, many int) []blog.Entry {
	a.Helper()
	var entries []blog.Entry
	a.in(path, fmt.Sprintf("%d entries", many), func(n *night.Night) (ok bool, err error) {
		entries, err = n.Entries()
		return len(entries) == many, err
	})
	return entries
}

// declare declares. What was refused before has not been published by then:
// the desk does one thing after another.
func (a *program) declare(path string) {
	a.keys("ctrl+shift+d")
	question := a.settled()
	a.keys("Return")
	a.inState(path, election.Declared)
	a.settled(question) // the window shows it too
	if entries := a.hasEntries(path, 1); entries[0].Kicker != "Counting over" {
		a.Errorf("the entry is %+v", entries[0])
	}
}

// write publishes what was refused, which still stands in the composer, and a
// key moment with the result card.
func (a *program) write(path string) {
	a.keys("F6", "ctrl+Return")
	first := a.hasEntries(path, 2)[0]
	told := text.Plaintext(text.Parse(first.Text, first.Figures()))
	if told != "Jill Mortimer wins by 6,940 votes, on a swing of 16.0 points from Labour." || first.Key {
		a.Errorf("published: %q, key %v", told, first.Key)
	}
	a.entry("In full", "The sixteen, and what became of them:")
	a.keys("Return")
	a.types("/")
	a.line("result")
	a.keys("ctrl+shift+Return")
	second := a.hasEntries(path, 3)[0]
	if !second.Key || second.Kicker != "In full" || !strings.HasSuffix(second.Text, "\n@result Hartlepool") {
		a.Errorf("published as key moment: %+v", second)
	}
}

// change edits the newest entry but one from the timeline.
func (a *program) change(path string) {
	a.keys("ctrl+t", "Down", "e", "ctrl+a")
	a.types("Jill Mortimer is elected with a majority of {majority}.")
	a.shoot("10-editing")
	a.keys("ctrl+Return")
	a.in(path, "the changed entry, stamped", func(n *night.Night) (bool, error) {
		entries, err := n.Entries()
		if err != nil || len(entries) != 3 {
			return false, err
		}
		e := entries[1]
		return text.Plaintext(text.Parse(e.Text, e.Figures())) == "Jill Mortimer is elected with a majority of 6,940." &&
			e.Kicker == "Conservatives gain Hartlepool" && e.Updated > e.Published, nil
	})
}

// export saves the page without a record: Ctrl+E leads to those who take the
// blog, Down to the page, and X saves it.
func (a *program) export(page string) {
	a.keys("ctrl+e", "Down", "Down", "Down", "Down", "x", "ctrl+a")
	a.line(page)
	a.until("the exported page", func() (bool, error) {
		_, err := os.Stat(page)
		return err == nil, err
	})
}

// read reads the exported page as a visitor's browser gets it.
func (w *world) read(page string) {
	w.Helper()
	data, err := os.ReadFile(page)
	w.must(err)
	for _, want := range []string{"51.9", "6,940", "Hartlepool by-election", "Conservatives gain Hartlepool", "Counting over", "In full", "Ann Reed", "</html>"} {
		if !strings.Contains(string(data), want) {
			w.Errorf("the page does not say %q", want)
		}
	}
	if len(secret(string(data))) == 0 {
		w.Error("the search for secret figures does not even find those of a declared page")
	}
	if strings.Contains(string(data), "{majority}") || strings.Contains(string(data), "@result") {
		w.Error("the page shows a slot or a directive as it was typed")
	}
	w.alone(page)
}

// TestWithoutADisplay runs the program where there is no screen.
func TestWithoutADisplay(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("there is always a display here")
	}
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	run := exec.Command(path)
	run.Env = []string{"HOME=" + home, "XDG_RUNTIME_DIR=" + home, "PATH=" + os.Getenv("PATH")}
	out, err := run.CombinedOutput()
	if code := run.ProcessState.ExitCode(); code != 1 {
		t.Errorf("it ended with %d (%v)", code, err)
	}
	said := strings.TrimSpace(string(out))
	if strings.Contains(said, "\n") || !strings.HasPrefix(said, "nightdesk: there is no display") || !strings.Contains(said, "the command night,") {
		t.Errorf("it said:\n%s", out)
	}
}
