package sample

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/chart"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/night"
)

// drawsPastByElections checks the chart, and what the entry around it counts in
// words.
func drawsPastByElections(t *testing.T, n *night.Night, e blog.Edition) {
	h := e.History
	if len(h.Rows) != 20 || h.Scope == "" || h.AsOf != "2021-05-07" {
		t.Fatalf("the history has %d rows, of %q, as of %q", len(h.Rows), h.Scope, h.AsOf)
	}
	var rises int
	var gained []string
	for _, p := range h.Rows {
		if p.Source == "" || p.Party.ID != "PP52" || p.Date > "2021-05-06" {
			t.Errorf("a row reads %+v", p)
		}
		if p.Points.Sign() > 0 {
			rises++
		}
		if p.Gain {
			gained = append(gained, p.Name)
		}
	}
	if rises != 3 || !slices.Equal(gained, []string{"Copeland", "Hartlepool"}) {
		t.Errorf("there are %d rises, and gains of %v; the entry says three, Copeland and this", rises, gained)
	}
	own := election.Compute(e.Contests[0]).Rows[0].Change().Points
	if last := h.Rows[19]; last.Name != "Hartlepool" || last.Points.Signed(2) != own.Signed(2) {
		t.Errorf("the last row is %s %s, the night has %s", last.Name, last.Points.Signed(2), own.Signed(2))
	}
	if rows := asOf(t, n, "07 07:01").History.Rows; len(rows) > 0 {
		t.Errorf("%d rows were public at the declaration, the night’s own among them", len(rows))
	}
	m, err := chart.NewHistory(h, e.Colours)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(m.Text(80)), " ")
	for _, want := range []string{h.Scope, "as of 7 May 2021", "20 contests", "Copeland, gained", "the UK Parliament’s election results"} {
		if !strings.Contains(said, want) {
			t.Errorf("the chart does not say %q", want)
		}
	}
	if text := entryOf(t, e, "One for the book").Text; !strings.Contains(text, "@chart Hartlepool | history") {
		t.Error("no entry shows the chart")
	}
}

// TestPastByElectionsAreOnRecord compares every row with the public results.
func TestPastByElectionsAreOnRecord(t *testing.T) {
	want := map[string]map[string]string{}
	for _, r := range publicByElections(t) {
		if r["date"] >= "2013" && r["date"] <= "2021-05-06" && r["gov_change_pp"] != "" {
			want[r["date"]+" "+r["constituency"]] = r
		}
	}
	data, err := files.ReadFile("by-elections.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, _, err := intake.ReadHistory(t.Context(), intake.Source{Name: "by-elections.csv", Data: bytes.NewReader(data)})
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(want) {
		t.Errorf("the sample has %d by-elections of its scope, the public results have %d", len(rows), len(want))
	}
	for _, p := range rows {
		r, ok := want[string(p.Date)+" "+p.Name]
		if !ok {
			t.Errorf("%s, %s, is not in the public results", p.Name, p.Date)
			continue
		}
		points, err := election.ParsePoints(r["gov_change_pp"])
		if err != nil {
			t.Fatal(err)
		}
		if r["gov_party"] != "Con" || points.Cmp(p.Points) != 0 {
			t.Errorf("%s: %s, the public results have %s for %s", p.Name, p.Points.Signed(2), points.Signed(2), r["gov_party"])
		}
		if gain := strings.HasPrefix(r["result"], "Con gain"); gain != p.Gain {
			t.Errorf("%s: gained is %v, the public result is %s", p.Name, p.Gain, r["result"])
		}
	}
}

// publicByElections reads the rows kept beside the repository, each by its
// column's name, or skips.
func publicByElections(t *testing.T) []map[string]string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "parliament", "by-elections-2010-2026-summary.csv")
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there: the public results are not kept in this repository", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, cells := range table[1:] {
		row := map[string]string{}
		for i, name := range table[0] {
			row[name] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}
