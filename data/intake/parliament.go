package intake

import (
	"slices"
	"strings"
	"time"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
)

// What the Parliament's two files have in common.
var parliamentNames = map[string]string{"ons id2": "ons id", "by election date": "election date"}

// parliamentMarks tell the candidacies from tables of candidates that have some of
// the same headers.
var parliamentMarks = [][]string{
	{"candidate surname", "ons id"}, {"candidate surname", "ons id2"}, {"candidate surname", "electoral commission party id"},
	{"candidate first name", "ons id"}, {"candidate first name", "ons id2"}, {"candidate first name", "electoral commission party id"},
}

var candidaciesFormat = &format{
	name:  "Parliament candidacies",
	marks: parliamentMarks,
	needs: []string{
		"ons id", "constituency name", "party name", "electoral commission party id",
		"candidate first name", "candidate surname",
	},
	votes: "votes",
	reads: []string{
		"ons id", "constituency name", "country name", "election date", "party name", "party abbreviation", "electoral commission party id",
		"candidate first name", "candidate surname", "democracy club person id", "votes",
	},
	also: parliamentNames,
	layouts: [][]string{
		candidacyColumns,
		slices.Concat(candidacyColumns, personColumn),
		slices.Concat(dayColumn, candidacyColumns),
		slices.Concat(dayColumn, candidacyColumns, personColumn),
	},
	read: (*reading).readCandidacies,
}

var constituenciesFormat = &format{
	name:  "Parliament constituencies",
	marks: [][]string{{"valid votes", "electorate"}, {"valid votes", "invalid votes"}, {"all other candidates"}},
	needs: []string{"ons id", "constituency name", "electorate", "valid votes", "invalid votes"},
	reads: []string{
		"ons id", "constituency name", "country name", "election date", "declaration time", "electorate", "valid votes", "invalid votes", "majority",
	},
	also: parliamentNames,
	layouts: [][]string{
		constituencyColumns,
		slices.Concat(constituencyColumns, winnerColumn),
		slices.Concat(dayColumn, writColumn, constituencyColumns),
		slices.Concat(dayColumn, writColumn, constituencyColumns, winnerColumn),
	},
	read: (*reading).readConstituencies,
}

var (
	candidacyColumns = []string{
		"ONS ID", "ONS region ID", "Constituency name", "County name", "Region name",
		"Country name", "Constituency type", "Party name", "Party abbreviation",
		"Electoral Commission party ID", "MNIS party ID", "Electoral Commission adjunct party ID",
		"Candidate first name", "Candidate surname", "Candidate gender", "Sitting MP",
		"Former MP", "Member MNIS ID", "Votes", "Share", "Change",
	}
	constituencyColumns = []string{
		"ONS ID", "ONS region ID", "Constituency name", "County name", "Region name",
		"Country name", "Constituency type", "Declaration time", "Member first name",
		"Member surname", "Member gender", "Result", "First party", "Second party",
		"Electorate", "Valid votes", "Invalid votes", "Majority", "Con", "Lab", "LD", "UKIP",
		"Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI", "All other candidates",
	}
	dayColumn    = []string{"Election date"}
	writColumn   = []string{"Writ date"}
	personColumn = []string{"Democracy Club person ID"}
	winnerColumn = []string{"Of which other winner"}
)

func (g *reading) readCandidacies(s Source, t *table, rows []row) {
	g.dayFromName(t, s.Name)
	for _, r := range rows {
		r.unguard()
		day := r.day("election date")
		if day == "" {
			day = t.date
		}
		key := seatKey{r.ons(), day}
		of := g.candidacyOf[key]
		if of == nil {
			of = &gathered{first: r, seatsSaid: true, contest: election.Contest{
				Name: r.need("constituency name", "the name of the constituency"),
				Code: key.code, Date: key.date, Kind: election.Parliamentary, Seats: 1,
				Group: r.text("country name"),
			}}
			g.candidacyOf[key] = of
			g.candidacies = append(g.candidacies, of)
		}
		k := election.Candidate{
			Forenames: r.text("candidate first name"),
			Surname:   r.need("candidate surname", "the candidate's surname"),
			Party:     r.party("electoral commission party id", "party name", "party abbreviation"),
			Person:    r.text("democracy club person id"),
		}
		if g.mode != CandidatesOnly {
			k.Votes = r.count("votes", "votes")
		}
		of.add(r, k, nil)
	}
}

// dayFromName gives a table without polling days the one in the file's name.
func (g *reading) dayFromName(t *table, name string) {
	if _, dated := t.at["election date"]; dated || t.date != "" {
		return
	}
	if _, dated := t.at["declaration time"]; dated {
		return
	}
	if t.date = dayInName(name); t.date != "" {
		g.note("%s: the polling day, %s, is taken from the file's name.", name, t.date.Long())
	}
}

// ons is the code of the constituency.
func (r row) ons() string {
	code := strings.ToUpper(r.text("ons id"))
	if !match.IsGSS(code) {
		r.bad("ons id", "is not an ONS id; it wants a letter and eight digits, as E14000733")
	}
	return code
}

// pollingDay is the day of the poll that was declared at a time: that of a
// general election whose week it falls into, else the last Thursday whose polls
// had closed.
func pollingDay(declared time.Time) election.Date {
	for _, d := range generalElections {
		poll, err := time.ParseInLocation(time.DateOnly, string(d), london)
		if err == nil && !declared.Before(poll) && declared.Before(poll.AddDate(0, 0, 7)) {
			return d
		}
	}
	const closing = 22 * time.Hour
	closed := declared.Add(-closing)
	return election.Date(closed.AddDate(0, 0, -int(closed.Weekday()+3)%7).Format(time.DateOnly))
}

func parseDay(s string) (election.Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", err
	}
	return election.Date(t.Format(time.DateOnly)), nil
}
