package intake

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// endless is a file that never ends.
type endless struct{ read int }

var endlessRows = []byte(strings.Repeat("a,b\n", 1<<14))

func (e *endless) Read(p []byte) (int, error) {
	n := copy(p, endlessRows)
	e.read += n
	return n, nil
}

func refusal(t *testing.T, sources ...Source) string {
	t.Helper()
	_, err := Read(sources, Results)
	var p *Problems
	if !errors.As(err, &p) {
		t.Fatalf("got %v", err)
	}
	return p.Error()
}

func TestHostileFilesAreRefused(t *testing.T) {
	e := &endless{}
	equal(t, "endless", refusal(t, Source{Name: "a", Data: e}), "a: makes more than 64 MB together; import fewer files at once.")
	if e.read > maxBytes+1<<20 {
		t.Errorf("read %d bytes of it", e.read)
	}
	equal(t, "a long line", refusal(t, list("a", "Town", "Ann, Con, 1", strings.Repeat("x", maxLine+1))),
		"a, line 2: is longer than 64 KB, which no row of results is.")
	equal(t, "many rows", refusal(t, list("a", "Town", strings.Repeat("x,y,1\n", maxRows+1))),
		"a, line 200001: is more than can be imported at once, which is 200,000 rows; import fewer files.")
	equal(t, "many columns", refusal(t, text("a", hill, strings.Repeat(",", maxColumns))),
		"a, line 2: has over 256 columns, which no row of results has.")
}

func TestHostileFilesTakeLittleMemory(t *testing.T) {
	lines := strings.Repeat(strings.Repeat(",", maxColumns-2)+"\n", 100_000)
	source := text("a", hill, lines)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	refusal(t, source)
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > uint64(10*len(lines)) {
		t.Errorf("took %d MB for %d MB", used>>20, len(lines)>>20)
	}
}

func TestReadingCanBeFollowedAndStopped(t *testing.T) {
	rows := []string{byElectionHeader}
	for i := range 3 * tickRows {
		rows = append(rows, strings.NewReplacer("Mortimer", "M"+strings.Repeat("x", i%700), "Jill", "J"+strings.Repeat("y", i/700), "51741", "").Replace(mortimer))
	}
	var ticks []int
	whole := strings.Join(rows, "\n")
	_, err := ReadContext(context.Background(), []Source{text("a", whole)}, Results, func(done, total int) {
		equal(t, "total", total, len(whole)+1)
		ticks = append(ticks, done)
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(ticks) < 3 || ticks[len(ticks)-1] != len(whole)+1 {
		t.Errorf("progress %v", ticks)
	}
	ctx, cancel := context.WithCancel(context.Background())
	found, err := ReadContext(ctx, []Source{text("a", whole)}, Results, func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) || len(found.Contests) != 0 {
		t.Errorf("stopped with %v", err)
	}
}

// Whatever stands in the cells, a file is read or refused in words.
func TestNoCellBreaksReading(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.SampledFrom([]string{"", "x", "-1", "[x]", "1,5", "51.9%", "12/12/2019", "E14000733", "PP52", "party:52", "joint-party:53-119",
			"\"", "\n", "'=1", "True", "\u202e", "é", "\xe9", "declared", "NaN", "+Inf", "1e9", "0x1f", "13/12/2019 02:20"})
		header := rapid.SampledFrom([]string{byElectionHeader, byElectionTotals, clubHeader, hartlepoolFlat, hill, totals2019, "name,party,votes", ""}).Draw(t, "header")
		rows := []string{header}
		for range rapid.IntRange(0, 6).Draw(t, "rows") {
			cells := rapid.SliceOfN(cell, 0, 3).Draw(t, "cells")
			good := strings.Split(rapid.SampledFrom([]string{mortimer, hartlepoolTotals, townPriya, townFlat, hill, totals2019}).Draw(t, "row"), ",")
			for _, c := range cells {
				good[rapid.IntRange(0, len(good)-1).Draw(t, "at")] = c
			}
			rows = append(rows, strings.Join(good, ","))
		}
		s := text("a", rows...)
		s.Contest = rapid.SampledFrom([]string{"", "Town"}).Draw(t, "contest")
		readSafely(t, s, Mode(rapid.IntRange(0, 2).Draw(t, "mode")))
	})
}

// A row of a list whose cells are blank but for a line end has no label.
func TestARowOfALineEndBreaksNothing(t *testing.T) {
	for _, row := range []string{"\"\n\"", "\"\n\",\"\n\",\"\n\"", ",\"\n\",9", "\n,,", "\"\t\",,1"} {
		s := text("a", "name,party,votes", "Ann Able,Labour,9", row)
		s.Contest = "Town"
		readSafely(t, s, Results)
	}
}

// What stands between the cells is told by whole rows: a name with a line end or
// a tab in quotation marks is one cell.
func TestTheDelimiterIsNotToldByWhatIsQuoted(t *testing.T) {
	for _, test := range []struct {
		text string
		want rune
	}{
		{"a,b,c\n\"x\n\ty\",1,2\n", ','},
		{"a,b\n\"x\n;\n;\n;\",1\n", ','},
		{"a;b\n\"x,y\";1\n\"u,v\";2\n", ';'},
		{"a\tb\nBob \"Bo\" Bone\t1\n", '\t'},
		{"a,b\n\"Bob,1\nCat,2\nDan,3\n", ','},
		{"a,b\n\"say \"\"x;\ny\"\"\",1\n", ','},
	} {
		if got := delimiter(test.text); got != test.want {
			t.Errorf("%q: between its cells stands %q", test.text, got)
		}
	}
}

type failer interface{ Fatalf(string, ...any) }

// readSafely checks what holds for every file: contests or problems, never
// both, and every contest fit to be kept.
func readSafely(t failer, s Source, m Mode) {
	found, err := Read([]Source{s}, m)
	var p *Problems
	switch {
	case err == nil:
	case !errors.As(err, &p) || p.Error() == "" || len(p.List) == 0:
		t.Fatalf("an error without words: %v", err)
	case len(found.Contests) != 0:
		t.Fatalf("contests beside problems")
	}
	for _, c := range found.Contests {
		if c.Name == "" || c.Seats < 0 || c.State == "" {
			t.Fatalf("unfit: %+v", c)
		}
		for _, k := range c.Candidates {
			if k.Name() == "" || k.Votes.Or(0) < 0 || m == CandidatesOnly && k.Votes.Known() {
				t.Fatalf("unfit: %+v", k)
			}
		}
	}
	for _, c := range found.Councils {
		if c.Name == "" || c.Seats < 0 || c.Vacant < 0 {
			t.Fatalf("unfit: %+v", c)
		}
	}
	_ = found.Summary()
	withBaseline(found.Contests, found, "")
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		byElectionHeader + "\n" + mortimer, byElectionTotals + "\n" + hartlepoolTotals, hill + "\n" + tice, totals2019,
		clubHeader + "\n" + townPriya, hartlepoolFlat + "\n" + townFlat, "Ann Lowe, Con, 1,529", "name\tvotes\nAnn\t3", "\xff\xfe", bom, "Zo\xeb,Con,5", "\"",
		townDocument, `{"contests":[{"name":"x","candidates":[{"name":"A B","votes":null,"position":1}]}]}`, `{"councils":[{"name":"Harlow","seats":33,"not_up":[{}]}]}`,
		councilHeader + "\nHarlow,,2021-05-06,33,not up,,PP53,,,3", strings.Join(flatNames, ",") + "\nTown" + strings.Repeat(",", 29),
	} {
		for m := range 3 {
			f.Add([]byte(seed), m, "Town")
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte, mode int, contest string) {
		readSafely(t, Source{Name: "a", Data: io.MultiReader(strings.NewReader(string(raw))), Contest: contest}, Mode(mode))
	})
}
