package publish_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/intake"
	"nightdesk/data/publish"
)

// parliament reads files of the Parliament's data as they are, or skips.
func parliament(t testing.TB, names ...string) []publish.File {
	t.Helper()
	dir := filepath.Join(shared(t), "parliament")
	var files []publish.File
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, os.ErrNotExist) {
			t.Skip("the Parliament's data is not at " + dir)
		} else if err != nil {
			t.Fatal(err)
		}
		files = append(files, publish.File{Name: name, Data: data})
	}
	return files
}

// byColumn is a table's rows by the value of a column, each by its header.
func byColumn(t *testing.T, data []byte, key string) map[string]map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		all[cells[key]+cells["Candidate surname"]+cells["Candidate first name"]] = cells
	}
	return all
}

// TestTheByElectionsOfAParliament come out as the Parliament has them, vote by
// vote and total by total. Rochdale is the exception: its file leaves the
// winner out of all other candidates, as it does nowhere else.
func TestTheByElectionsOfAParliament(t *testing.T) {
	theirs := parliament(t, "by-elections-2019-2024-candidacies.csv", "by-elections-2019-2024-constituencies.csv")
	before, err := intake.Read(sources(parliament(t, "ge2019-candidacies.csv", "ge2019-constituencies.csv")), intake.AsBaseline)
	if err != nil {
		t.Fatal(err)
	}
	contests := imported(t, theirs).Contests
	for i, c := range contests {
		if told := intake.BaselinesFor([]election.Contest{c}, before, ""); len(told) > 0 {
			contests[i].Baselines = told[0].Baselines
		}
	}
	ours, err := publish.Export(blog.Edition{Contests: contests}, publish.ParliamentCSV, publish.Options{Name: "by-elections"})
	if err != nil {
		t.Fatal(err)
	}
	same(t, byColumn(t, ours[0].Data, "ONS ID2"), byColumn(t, theirs[0].Data, "ONS ID2"),
		"Election date", "Country name", "Party name", "Electoral Commission party ID", "Votes", "Democracy Club person ID")
	same(t, byColumn(t, ours[1].Data, "ONS ID"), byColumn(t, theirs[1].Data, "ONS ID"),
		"By-election date", "Constituency name", "Country name", "Member first name", "Member surname", "Electorate", "Valid votes", "Invalid votes", "Majority",
		"Con", "Lab", "LD", "RUK", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI", "All other candidates", "Of which other winner")
	if again := imported(t, ours).Contests; len(again) != len(contests) || asJSON(t, votes(again)) != asJSON(t, votes(contests)) {
		t.Error("the by-elections do not come back as they were")
	}
}

// same wants columns of two tables to be alike, row by row.
func same(t *testing.T, ours, theirs map[string]map[string]string, columns ...string) {
	t.Helper()
	if len(ours) != len(theirs) {
		t.Errorf("%d rows, and theirs are %d", len(ours), len(theirs))
	}
	for key, row := range theirs {
		for _, column := range columns {
			if row["Constituency name"] == "Rochdale" && column == "All other candidates" {
				continue
			}
			if got := ours[key][column]; got != row[column] {
				t.Errorf("%s: %s is %q, and theirs %q", key, column, got, row[column])
			}
		}
	}
}

func sources(files []publish.File) []intake.Source {
	var all []intake.Source
	for _, f := range files {
		all = append(all, intake.Source{Name: f.Name, Data: bytes.NewReader(f.Data)})
	}
	return all
}

// votes are the contests without their baselines, which the Parliament's
// files do not hold.
func votes(contests []election.Contest) []election.Contest {
	bare := slices.Clone(contests)
	for i := range bare {
		bare[i].Baselines = nil
	}
	return bare
}
