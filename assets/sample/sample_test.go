package sample

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/blog/proofread"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
	"nightdesk/data/picture"
)

// open builds a sample night and opens it to read.
func open(t *testing.T) *night.Night {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sample.night")
	if err := Build(path); err != nil {
		t.Fatal(err)
	}
	state := t.TempDir()
	n, err := night.View(path, night.Options{StateDir: state, BackupDir: state})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	return n
}

func edition(t *testing.T, n *night.Night, m night.Moment) blog.Edition {
	t.Helper()
	e, err := n.Edition(m)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// at is a moment of the night of 6–7 May 2021 in British Summer Time.
func at(t *testing.T, clock string) int64 {
	t.Helper()
	when, err := time.Parse("2006-01-02 15:04 -0700", "2021-05-"+clock+" +0100")
	if err != nil {
		t.Fatal(err)
	}
	return when.UnixMilli()
}

func TestNight(t *testing.T) {
	n := open(t)
	e := edition(t, n, night.Moment{})
	t.Run("reads like a night", func(t *testing.T) { readsLikeANight(t, e) })
	t.Run("has Hartlepool's figures", func(t *testing.T) { hasTheFigures(t, e) })
	t.Run("is clean copy", func(t *testing.T) { isCleanCopy(t, e) })
	t.Run("shows its pictures", func(t *testing.T) { showsItsPictures(t, n, e) })
	t.Run("was recorded that night", func(t *testing.T) { wasRecordedThatNight(t, n) })
	t.Run("kept the embargo", func(t *testing.T) { keptTheEmbargo(t, n) })
	t.Run("ended as the file says", func(t *testing.T) { endedAsTheFileSays(t, e) })
	t.Run("raised no false alarm", func(t *testing.T) { raisedNoFalseAlarm(t, n, e) })
	t.Run("names authors in order", func(t *testing.T) { namesAuthorsInOrder(t, e) })
	t.Run("tells of an earlier time", func(t *testing.T) { tellsOfAnEarlierTime(t, e) })
	t.Run("is tagged", func(t *testing.T) { isTagged(t, e) })
	t.Run("keeps a withdrawn anchor", func(t *testing.T) { keepsAWithdrawnAnchor(t, n, e) })
	t.Run("holds a draft", func(t *testing.T) { holdsADraft(t, n, e) })
	t.Run("was keyed twice", func(t *testing.T) { wasKeyedTwice(t, n) })
	t.Run("kept a rush to itself", func(t *testing.T) { keptARushToItself(t, n) })
	t.Run("corrected the result", func(t *testing.T) { correctedTheResult(t, n) })
	t.Run("lists what the correction moved", func(t *testing.T) { listsWhatTheCorrectionMoved(t, n) })
	t.Run("draws past by-elections", func(t *testing.T) { drawsPastByElections(t, n, e) })
}

func readsLikeANight(t *testing.T, e blog.Edition) {
	if len(e.Entries) < 34 {
		t.Errorf("%d entries, want at least 34", len(e.Entries))
	}
	wrote := map[string]int{}
	var keys, pinned, updated, withdrawn, bylines, posts, quotes int
	var corrections []blog.Correction
	for _, x := range e.Entries {
		if x.Withdrawn {
			withdrawn++
			continue
		}
		for _, a := range x.Authors {
			wrote[a]++
		}
		if x.Key {
			keys++
			if n := utf8.RuneCountInString(x.KeyLabel); n == 0 || n > 30 {
				t.Errorf("key moment %q has the label %q, want a short one", x.Kicker, x.KeyLabel)
			}
		}
		if x.Pinned {
			pinned++
		}
		if x.Updated > x.Published && len(x.Corrections) == 0 {
			updated++
		}
		corrections = append(corrections, x.Corrections...)
		for _, b := range text.Parse(x.Text, x.Figures()).Blocks {
			switch b := b.(type) {
			case text.ByLine:
				bylines++
			case text.Post:
				posts++
				if b.Address == "" || b.Author == "" || b.Handle == "" || b.Time == "" || len(b.Blocks) != 2 {
					t.Errorf("captured post %+v lacks something of what was pasted", b)
				}
			case text.Quote:
				quotes++
				if said := text.Plaintext(text.Document{Blocks: []text.Block{b}}); len(b.Source) == 0 || !strings.HasSuffix(said, ", invented") {
					t.Errorf("the quote in %q has no source that is plainly invented: %q", x.Kicker, said)
				}
			}
		}
	}
	if len(e.Authors) != 2 || wrote[e.Authors[0].ID] < 10 || wrote[e.Authors[1].ID] < 10 {
		t.Errorf("authors %v wrote %v entries, want two who share the work", e.Authors, wrote)
	}
	for what, c := range map[string]struct{ got, want int }{
		"corrections":           {len(corrections), 3},
		"pinned entries":        {pinned, 2},
		"updated entries":       {updated, 1},
		"withdrawn entries":     {withdrawn, 1},
		"guest by-lines":        {bylines, 1},
		"captured posts":        {posts, 1},
		"quotes":                {quotes, 2},
		"key moments":           {keys, 8},
		"pictures in the night": {len(e.Pictures), 3},
	} {
		if c.got != c.want {
			t.Errorf("%d %s, want %d", c.got, what, c.want)
		}
	}
	for _, c := range corrections {
		if !strings.HasSuffix(c.Note, "(The slip is invented.)") {
			t.Errorf("a correction says %q and not that the slip is invented", c.Note)
		}
	}
	d := e.Details
	for name, value := range map[string]string{"title": d.Title, "place": d.Place, "headline": d.Headline, "standfirst": d.Standfirst, "publisher": d.Publisher, "address": d.Address} {
		if value == "" {
			t.Errorf("there is no %s", name)
		}
	}
	if !strings.Contains(d.Standfirst, "invented") {
		t.Error("the standfirst does not say what is invented")
	}
}

func hasTheFigures(t *testing.T, e blog.Edition) {
	if len(e.Contests) != 1 {
		t.Fatalf("%d contests, want Hartlepool alone", len(e.Contests))
	}
	r := election.Compute(e.Contests[0])
	first, primary := r.Rows[0], r.Primary()
	if primary == nil || primary.Swing == nil {
		t.Fatal("there is nothing to compare with")
	}
	for what, c := range map[string][2]string{
		"state":            {string(r.Contest.State), "corrected"},
		"declared":         {time.UnixMilli(r.Contest.Declared).UTC().Format("2006-01-02 15:04"), "2021-05-07 06:01"},
		"outcome":          {primary.Outcome.String(), "Con gain from Lab"},
		"first":            {first.Candidate.Name(), "Jill Mortimer"},
		"her votes":        {first.Candidate.Votes.String(), "15,529"},
		"her share":        {first.Share.Percent(1), "51.9"},
		"her change":       {first.Change().Points.Signed(1), "+23.0"},
		"second's change":  {r.Rows[1].Change().Points.Signed(1), "−9.0"},
		"majority":         {r.Majority.String(), "6,940"},
		"majority share":   {r.MajorityShare.Percent(1), "23.2"},
		"swing":            {primary.Swing.Butler.Percent(1), "16.0"},
		"swing from":       {primary.Swing.From.Label(), "Lab"},
		"turnout, valid":   {r.TurnoutValid.Percent(1), "42.3"},
		"turnout, papers":  {r.TurnoutPapers.Percent(2), "42.55"},
		"turnout change":   {primary.TurnoutChange.Signed(1), "−15.6"},
		"deposits":         {r.DepositsLost.String(), "13"},
		"rejected":         {r.Contest.Rejected.String(), "182"},
		"baseline's name":  {primary.Baseline.Name, "2019 general election"},
		"candidates":       {fmt.Sprint(len(r.Rows)), "16"},
		"open checks":      {fmt.Sprint(len(election.Blocked(election.Checks(e.Contests[0])))), "0"},
		"top of the paper": {r.Contest.Candidates[0].Surname, "Bettney"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s is %s, want %s", what, c[0], c[1])
		}
	}
}

func isCleanCopy(t *testing.T, e blog.Edition) {
	for _, x := range e.Entries {
		noMarks(t, clockTime(x), x.Kicker, x.Text, e.Results())
		plain := text.Plaintext(text.Parse(x.Text, x.Figures()))
		if m := regexp.MustCompile(`[{}]|@(picture|result|chart|by|post)\b`).FindString(plain); m != "" {
			t.Errorf("%s: %q was not understood in %q", clockTime(x), m, plain)
		}
	}
	if stale := figure.Affected(e.Entries, e.Results()); len(stale) > 0 {
		t.Errorf("figures that no longer hold: %+v", stale)
	}
}

// noMarks reads a text as the desk does before it publishes it. Every mark on
// the sample is a false alarm.
func noMarks(t *testing.T, where, kicker, text string, r blog.Results) {
	t.Helper()
	for _, p := range proofread.Entry(kicker, text, r) {
		t.Errorf("%s: %s: %s (%q)", where, p.Code, p.Text, text[p.From:p.To])
	}
}

func clockTime(e blog.Entry) string {
	zone, _ := blog.Zone("Europe/London")
	return blog.ClockTime(e.Happened, zone)
}

func showsItsPictures(t *testing.T, n *night.Night, e blog.Edition) {
	stored := map[string]blog.Picture{}
	for _, p := range e.Pictures {
		stored[p.ID] = p
	}
	shown := 0
	for _, x := range e.Entries {
		for _, b := range text.Parse(x.Text, nil).Blocks {
			p, ok := b.(text.PictureBlock)
			if !ok {
				continue
			}
			shown++
			if p.Caption == "" || p.Credit == "" || p.Alt == "" {
				t.Errorf("%s: picture without caption, credit or alt: %+v", clockTime(x), p)
			}
			if _, ok := stored[p.ID]; !ok {
				t.Errorf("%s: picture %s is not in the edition", clockTime(x), p.ID)
			}
			data, err := n.Picture(p.ID)
			if err != nil {
				t.Errorf("%s: %v", clockTime(x), err)
				continue
			}
			got, _, err := image.DecodeConfig(bytes.NewReader(data))
			if err != nil || got.Width != 1200 || got.Height != 750 {
				t.Errorf("%s: picture is %dx%d (%v), want 1200x750", clockTime(x), got.Width, got.Height, err)
			}
		}
	}
	if shown != 3 {
		t.Errorf("%d pictures shown, want 3", shown)
	}
}

func wasRecordedThatNight(t *testing.T, n *night.Night) {
	acts, err := n.History("")
	if err != nil {
		t.Fatal(err)
	}
	before := at(t, "06 21:36")
	for _, a := range acts {
		if a.Recorded < before || a.Recorded > at(t, "07 09:15") {
			t.Errorf("act %d (%s) was recorded at %s", a.Seq, a.Kind, time.UnixMilli(a.Recorded).UTC())
		}
		before = a.Recorded
	}
}

// ids are the night's own, which are random and may hold any digits.
var ids = regexp.MustCompile(`\b[0-9a-hjkmnp-tv-z]{26}\b`)

// keptTheEmbargo looks at the night as readers saw it, an hour before the
// declaration and with all the votes keyed.
func keptTheEmbargo(t *testing.T, n *night.Night) {
	for _, c := range []struct {
		clock string
		keyed int
	}{{"07 06:01", 0}, {"07 06:45", 16}} {
		m, err := n.MomentAt(at(t, c.clock))
		if err != nil {
			t.Fatal(err)
		}
		e := edition(t, n, m)
		if got := 16 - election.Compute(e.Contests[0]).Missing; got != c.keyed {
			t.Errorf("at %s the desk has %d votes, want %d", c.clock, got, c.keyed)
		}
		public := e.Public()
		r := election.Compute(public.Contests[0])
		if r.Keyed != 0 || r.Valid.Known() || r.Majority.Known() || r.Contest.Rejected.Known() {
			t.Errorf("at %s figures are public: %+v", c.clock, r)
		}
		if got := r.TurnoutPapers.Percent(2); got != "42.55" {
			t.Errorf("at %s turnout by papers is %s, want 42.55", c.clock, got)
		}
		said, err := json.Marshal(public)
		if err != nil {
			t.Fatal(err)
		}
		said = ids.ReplaceAll(said, nil)
		for _, figure := range []string{"15,529", "15529", "8,589", "8589", "6,940", "6940", "29,933", "51.9", "182", "192"} {
			if bytes.Contains(said, []byte(figure)) {
				t.Errorf("at %s the public edition says %s", c.clock, figure)
			}
		}
	}
}

func endedAsTheFileSays(t *testing.T, e blog.Edition) {
	data, err := files.ReadFile("hartlepool-2021.csv")
	if err != nil {
		t.Fatal(err)
	}
	found, err := intake.Read([]intake.Source{{Name: "hartlepool-2021.csv", Data: bytes.NewReader(data)}}, intake.Results)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]election.Count{}
	for _, k := range found.Contests[0].Candidates {
		want[k.Name()] = k.Votes
	}
	for _, k := range e.Contests[0].Candidates {
		if k.Votes != want[k.Name()] {
			t.Errorf("%s ended with %s, the file says %s", k.Name(), k.Votes, want[k.Name()])
		}
	}
	for what, c := range map[string][2]election.Count{
		"papers verified": {e.Contests[0].Verified, found.Contests[0].Verified},
		"rejected papers": {e.Contests[0].Rejected, found.Contests[0].Rejected},
		"the electorate":  {e.Contests[0].Electorate, found.Contests[0].Electorate},
	} {
		if c[0] != c[1] {
			t.Errorf("%s ended as %s, the file says %s", what, c[0], c[1])
		}
	}
}

// TestTwoNightsAreEqual builds the night twice. Ids differ, so each is
// replaced by its place in the order in which ids turn up.
func TestTwoNightsAreEqual(t *testing.T) {
	var editions [2]string
	for i := range editions {
		data, err := json.MarshalIndent(edition(t, open(t), night.Moment{}), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]string{}
		editions[i] = regexp.MustCompile(`\b[0-9a-z]{26}\b`).ReplaceAllStringFunc(string(data), func(id string) string {
			if seen[id] == "" {
				seen[id] = fmt.Sprint("id ", len(seen)+1)
			}
			return seen[id]
		})
		if len(seen) < 34 {
			t.Fatalf("%d ids found, want one an entry at least", len(seen))
		}
	}
	if editions[0] != editions[1] {
		t.Error("two sample nights differ in more than their ids")
	}
}

func TestBuildLeavesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.night")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Build(path); !errors.Is(err, night.ErrExists) {
		t.Errorf("got %v, want night.ErrExists", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "mine" {
		t.Errorf("the file holds %q now (%v)", got, err)
	}
}

func TestDrawingsComeOutTheSame(t *testing.T) {
	svg, err := files.ReadFile("pictures/stage.svg")
	if err != nil {
		t.Fatal(err)
	}
	again, err := paint(svg)
	if err != nil {
		t.Fatal(err)
	}
	checked, err := picture.Check(bytes.NewReader(again))
	if err != nil {
		t.Fatal(err)
	}
	first, err := drawings()
	if err != nil || !bytes.Equal(first["stage"].Bytes, checked.Bytes) {
		t.Errorf("the same drawing painted twice differs (%v)", err)
	}
	if _, err := paint([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><blink/></svg>`)); err == nil {
		t.Error("an element that the painter does not know was left out in silence")
	}
}
