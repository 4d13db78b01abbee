package table

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/publish/layout"
)

// The columns of the UK Parliament's election results data, as its files of
// by-elections have them.
var (
	candidacyColumns = []string{
		"Election date", "ONS ID2", "ONS region ID", "Constituency name", "County name", "Region name", "Country name",
		"Constituency type", "Party name", "Party abbreviation", "Electoral Commission party ID", "MNIS party ID",
		"Electoral Commission adjunct party ID", "Candidate first name", "Candidate surname", "Candidate gender",
		"Sitting MP", "Former MP", "Member MNIS ID", "Votes", "Share", "Change", "Democracy Club person ID",
	}
	constituencyColumns = []string{
		"By-election date", "Writ date", "ONS ID", "ONS region ID", "Constituency name", "County name", "Region name",
		"Country name", "Constituency type", "Declaration time", "Member first name", "Member surname", "Member gender",
		"Result", "First party", "Second party", "Electorate", "Valid votes", "Invalid votes", "Majority",
		"Con", "Lab", "LD", "RUK", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI",
		"All other candidates", "Of which other winner",
	}
	// ownColumn are the parties that have a column of totals, by what the
	// built-in table calls them; the Northern Irish and Scottish parties of a
	// name count with it, as they do there.
	ownColumn = map[string]string{
		"Con": "Con", "Lab": "Lab", "LD": "LD", "Reform UK": "RUK", "Green": "Green", "SNP": "SNP", "Plaid": "PC",
		"DUP": "DUP", "SF": "SF", "SDLP": "SDLP", "UUP": "UUP", "Alliance": "APNI",
	}
)

// The names of the two files of ParliamentCSV end in these.
const (
	CandidaciesEnd    = "-candidacies.csv"
	constituenciesEnd = "-constituencies.csv"
)

// A NoCodeError says that a contest cannot stand in the Parliament's files,
// which know a constituency by its ONS code alone.
type NoCodeError struct{ Contest string }

func (e *NoCodeError) Error() string {
	return fmt.Sprintf("%s has no ONS code, which the Parliament’s files know a constituency by.", e.Contest)
}

// Hint is the next step for the person at the desk.
func (e *NoCodeError) Hint() string { return "Give it its code, or export the flat CSV." }

var onsCode = regexp.MustCompile(`^[A-Z]\d{8}$`)

// Parliament are the parliamentary contests in the Parliament's columns:
// the candidacies and the constituencies. A constituency's group is its
// country; what a desk does not know stays empty.
func Parliament(e blog.Edition, name string) ([]layout.File, error) {
	candidacies, constituencies := [][]string{candidacyColumns}, [][]string{constituencyColumns}
	for _, c := range e.Contests {
		if c.Kind != election.Parliamentary {
			continue
		}
		if !onsCode.MatchString(c.Code) {
			return nil, &NoCodeError{layout.OneLine(c.Name)}
		}
		r := election.Compute(c)
		for _, row := range r.Rows {
			candidacies = append(candidacies, filled(candidacyColumns, candidacy(r, row)))
		}
		constituencies = append(constituencies, filled(constituencyColumns, constituency(r)))
	}
	name = strings.TrimSuffix(name, strings.TrimSuffix(CandidaciesEnd, ".csv"))
	first, err := table(candidacies)
	if err != nil {
		return nil, err
	}
	second, err := table(constituencies)
	return []layout.File{{Name: name + CandidaciesEnd, Data: first}, {Name: name + constituenciesEnd, Data: second}}, err
}

// filled sets values in their columns; the others are empty.
func filled(header []string, values map[string]string) []string {
	row := make([]string, len(header))
	for i, column := range header {
		row[i] = values[column]
	}
	return row
}

func candidacy(r election.Result, row election.Row) map[string]string {
	k := row.Candidate
	return map[string]string{
		"Election date":                 ukDay(r.Contest.Date),
		"ONS ID2":                       cell(r.Contest.Code),
		"Constituency name":             cell(r.Contest.Name),
		"Country name":                  cell(r.Contest.Group),
		"Party name":                    cell(k.Party.Name),
		"Party abbreviation":            cell(k.Party.Short),
		"Electoral Commission party ID": cell(k.Party.ID),
		"Candidate first name":          cell(k.Forenames),
		"Candidate surname":             cell(k.Surname),
		"Votes":                         plain(k.Votes),
		"Share":                         portion(row.Share),
		"Change":                        portion(row.Change().Points),
		"Democracy Club person ID":      cell(k.Person),
	}
}

func constituency(r election.Result) map[string]string {
	c := r.Contest
	values := map[string]string{
		"By-election date":  ukDay(c.Date),
		"ONS ID":            cell(c.Code),
		"Constituency name": cell(c.Name),
		"Country name":      cell(c.Group),
		"Declaration time":  ukTime(c.Declared),
		"Electorate":        plain(c.Electorate),
		"Valid votes":       plain(r.Valid),
		"Invalid votes":     plain(c.Rejected),
		"Majority":          plain(r.Majority),
	}
	if o := r.Outcome(); o.Kind == election.Hold || o.Kind == election.Gain {
		values["Result"] = cell(o.String())
	}
	if !r.Valid.Known() {
		return values
	}
	for i, row := range r.Rows[:min(2, len(r.Rows))] {
		values[[]string{"First party", "Second party"}[i]] = cell(row.Candidate.Party.Label())
	}
	totals := map[string]int{"All other candidates": 0, "Of which other winner": 0}
	for _, column := range ownColumn {
		totals[column] = 0
	}
	for _, row := range r.Rows {
		k, column := row.Candidate, "All other candidates"
		if known, ok := election.PartyByID(k.Party.ID); ok && ownColumn[known.Short] != "" {
			column = ownColumn[known.Short]
		}
		totals[column] += k.Votes.Or(0)
		if row.Elected {
			values["Member first name"], values["Member surname"] = cell(k.Forenames), cell(k.Surname)
			if column == "All other candidates" {
				totals["Of which other winner"] = k.Votes.Or(0)
			}
		}
	}
	for column, votes := range totals {
		values[column] = strconv.Itoa(votes)
	}
	return values
}

// ukDay is a day as the Parliament writes it: 06/05/2021.
func ukDay(d election.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return ""
	}
	return t.Format("02/01/2006")
}

// ukTime is a time as the Parliament writes it, in UK time to the minute, and
// to the second where it does not fall on one.
func ukTime(ms int64) string {
	zone, err := blog.Zone("Europe/London")
	if ms == 0 || err != nil {
		return ""
	}
	t, layout := time.UnixMilli(ms).In(zone), "02/01/2006 15:04"
	if t.Second() != 0 {
		layout += ":05"
	}
	return t.Format(layout)
}

// portion is a share or change as the Parliament writes it, a fraction with
// up to six decimals: 0.518792. It is empty where it is unknown.
func portion(f election.Fraction) string {
	percent := f.Rounded(4)
	if percent == nil {
		return ""
	}
	return strconv.FormatFloat(*percent/100, 'f', 6, 64)
}
