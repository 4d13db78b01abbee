package intake

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"nightdesk/data/election"
)

const councilHeader = "council,code,date,seats,heading,baseline date,party id,party name,party short,seats held"

// Harlow in May 2021: 33 seats, 13 of them up, one of the others vacant.
func TestCouncils(t *testing.T) {
	const harlow = "Harlow,E07000073,2021-05-06,33,"
	found := read(t, Results, text("h.csv", councilHeader,
		harlow+"not up,,PP53,Labour,Lab,13", harlow+"not up,,PP52,Conservative,Con,6", harlow+"vacant,,,,,1",
		harlow+"eve of poll,05/05/2021,PP53,Labour,Lab,20", harlow+"eve of poll,,PP52,Conservative,Con,11", harlow+"eve of poll,,,vacant,,2",
		harlow+"as last fought,2019-05-02,,Independents,,33",
		"'-Elsewhere,,,9,,,,,,"))
	equal(t, "councils", len(found.Councils), 2)
	equal(t, "contests", len(found.Contests), 0)
	c := found.Councils[0]
	equal(t, "council", fmt.Sprint(c.Name, c.Code, c.Date, c.Seats), "HarlowE070000732021-05-0633")
	equal(t, "not up", fmt.Sprint(c.NotUp, c.Vacant), "[{{PP53 Labour Lab} 13} {{PP52 Conservative Con} 6}] 1")
	equal(t, "first baseline", fmt.Sprint(c.Baselines[0]), "{eve of poll 2021-05-05 [{{PP53 Labour Lab} 20} {{PP52 Conservative Con} 11}] 2}")
	equal(t, "second", c.Baselines[1].Holdings[0].Party, election.Independent)
	equal(t, "guard taken off", found.Councils[1].Name, "-Elsewhere")
	equal(t, "seats", found.Councils[1].Seats, 9)
	equal(t, "summary", found.Summary(), `h.csv: Nightdesk councils, 8 rows.
2 councils.
  Harlow, 6 May 2021: 33 seats, 20 of them not up, compared with eve of poll and as last fought
  -Elsewhere: 9 seats
`)
	noted(t, found)
}

func TestProblemsOfCouncilsHaveTheirPlace(t *testing.T) {
	const harlow = "Harlow,,2021-05-06,33,"
	for want, lines := range map[string][]string{
		"h.csv, line 1: has no column “seats held”, which Nightdesk councils have.":                                                 {"council,seats,heading", "Harlow,33,not up"},
		"h.csv, line 2, column 4 (seats): “most” is not a whole number of seats: “m” at place 1 is not a digit.":                    {councilHeader, "Harlow,,,most,not up,,PP53,,,1"},
		"h.csv, line 2, column 4 (seats): is empty; it wants a number of seats.":                                                    {councilHeader, "Harlow,,,,not up,,PP53,,,1"},
		"h.csv, line 2, column 10 (seats held): is empty; it wants a number of seats.":                                              {councilHeader, harlow + "not up,,PP53,,,"},
		"h.csv, line 2, column 5 (heading): is empty; it wants not up, vacant or the name of a baseline.":                           {councilHeader, harlow + ",,PP53,,,3"},
		"h.csv, line 3, column 4 (seats): “34” differs from \"33\" on line 2, though the council is the same.":                      {councilHeader, harlow + "not up,,PP53,,,3", "Harlow,,2021-05-06,34,not up,,PP52,,,3"},
		"h.csv, line 3, column 10 (seats held): “4” is said of the same seats as on line 2.":                                        {councilHeader, harlow + "not up,,PP53,,,3", harlow + "Not up,,PP53,,,4"},
		"h.csv, line 3, column 6 (baseline date): “2020-05-01” differs from 2019-05-02, though the baseline is the same.":           {councilHeader, harlow + "before,2019-05-02,PP53,,,3", harlow + "before,2020-05-01,PP52,,,4"},
		"h.csv, line 2, column 7 (party id): “Labour” is not a party id; it wants the Electoral Commission's, as PP52 or party:52.": {councilHeader, harlow + "not up,,Labour,,,3"},
	} {
		_, err := Read([]Source{text("h.csv", lines...)}, Results)
		var problems *Problems
		if !errors.As(err, &problems) || err.Error() != want {
			t.Errorf("got %v\nwant %v", err, want)
		}
	}
	one := text("a.csv", councilHeader, harlow+"not up,,PP53,,,3")
	_, err := Read([]Source{one, text("b.csv", councilHeader, strings.ToUpper(harlow)+"not up,,PP53,,,3")}, Results)
	if err == nil || err.Error() != "b.csv, line 2: “HARLOW” is also in a.csv, line 2." {
		t.Errorf("got %v", err)
	}
}
