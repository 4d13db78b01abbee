package intake

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"nightdesk/data/election"
)

// document is a source of JSON, on the lines of which problems are placed.
func document(text string) Source { return Source{Name: "r.json", Data: strings.NewReader(text)} }

const townDocument = `{
  "schema": 1,
  "contests": [
    {
      "id": "c1", "name": "=Town ward", "code": "E05000001", "date": "2021-05-06", "kind": "local",
      "group": "Harlow", "method": "average", "seats": 2, "state": "corrected", "recount": 1,
      "public": true, "revision": 3, "declared": "2021-05-07T02:01:00.500Z",
      "electorate": 7000, "papers": null, "papers_verified": 2100, "valid": 9999, "rejected": null,
      "headings": {"no_mark": 0, "too_many": null, "identity": 1, "uncertain": 11},
      "outcome": "Lab hold", "swing": {"from": "Con", "to": "Lab"},
      "candidates": [
        {"name": "Priya Nair", "forenames": "Priya", "surname": "Nair", "party": "Lab", "party_id": "PP53",
         "party_name": "Labour Party", "description": null, "person": "11", "votes": 900, "position": 3, "elected": true},
        {"name": "Bo 'Tis", "forenames": "Bo", "surname": "'Tis", "party": "Harbour First", "party_id": "x:harbour first",
         "party_name": "Harbour First", "description": "Save, the Pier", "person": null, "votes": 640, "position": 1, "elected": true},
        {"name": "Ann Vere", "forenames": "Ann", "surname": "Vere", "party": "Ind", "party_id": null,
         "party_name": "Independent", "votes": 12, "position": 2, "elected": false}
      ],
      "baselines": [
        {"name": "2019 result", "date": null, "notional": true, "seats": 2, "electorate": 6900, "verified": null, "rejected": 7,
         "candidates": [{"name": "Jill Mary Lowe", "party": "Con", "party_id": "PP52", "votes": 500}]}
      ],
      "corrections": [{"revision": 3, "when": "2021-05-07T09:00:00Z", "reason": "a bundle counted twice", "source": "the council"}]
    },
    {"name": "Ferry", "code": null, "date": null, "kind": null, "seats": 1, "state": "not started", "electorate": null, "candidates": []}
  ],
  "councils": [
    {"id": "k", "name": "Harlow", "code": "E07000073", "date": "2021-05-06", "seats": 33, "not_up_vacant": 1,
     "not_up": [{"party": "Lab", "party_id": "PP53", "party_name": "Labour", "seats": 12}, {"party": "Ind", "party_id": null, "party_name": "Independent", "seats": 1}],
     "comparisons": [{"name": "eve of poll", "date": "2021-05-05", "holdings": [{"party": "Con", "party_id": "PP52", "party_name": null, "seats": 13}], "vacant": 1}]}
  ]
}`

func TestResultsAsJSON(t *testing.T) {
	found := read(t, Results, document(townDocument))
	equal(t, "contests", len(found.Contests), 2)
	c := found.Contests[0]
	equal(t, "name", c.Name, "=Town ward")
	equal(t, "code, date, kind, group", fmt.Sprint(c.Code, c.Date, c.Kind, c.Group), "E050000012021-05-06localHarlow")
	equal(t, "method", c.Method, election.AverageVote)
	equal(t, "seats", c.Seats, 2)
	equal(t, "state", c.State, election.Corrected)
	equal(t, "recount and revision", [2]int{c.Recount, c.Revision}, [2]int{1, 3})
	equal(t, "declared", c.Declared, 1620352860500)
	equal(t, "verified", c.Verified, election.Of(2100))
	equal(t, "null is unknown", c.Rejected, election.Count{})
	equal(t, "headings", c.Headings, election.Headings{NoMark: election.Of(0), Identity: election.Of(1), Uncertain: election.Of(11)})
	equal(t, "in the order of the ballot paper", votes(c), "'Tis Harbour First 640; Vere Ind 12; Nair Lab 900")
	equal(t, "party", c.Candidates[0].Party, election.Party{ID: "x:harbour first", Name: "Harbour First"})
	equal(t, "description", c.Candidates[0].Description, "Save, the Pier")
	equal(t, "independent", c.Candidates[1].Party, election.Independent)
	equal(t, "person", c.Candidates[2].Person, "11")
	equal(t, "its own name for a party", c.Candidates[2].Party, election.Party{ID: "PP53", Name: "Labour Party", Short: "Lab"})
	b := c.Baselines[0]
	equal(t, "baseline", fmt.Sprint(b.Name, b.Notional, b.Seats, b.Electorate, b.Verified, b.Rejected), "2019 resulttrue 2 6,900 – 7")
	equal(t, "its candidate, whose name is parted", b.Candidates[0], election.Candidate{Forenames: "Jill Mary", Surname: "Lowe", Party: election.Party{ID: "PP52", Name: "Conservative", Short: "Con"}, Votes: election.Of(500)})
	equal(t, "correction", c.Corrections[0], election.Correction{Revision: 3, When: 1620378000000, Reason: "a bundle counted twice", Source: "the council"})
	ferry := found.Contests[1]
	equal(t, "what is null stays empty", fmt.Sprint(ferry.Code, ferry.Date, ferry.Kind, ferry.Electorate.Known()), "false")
	k := found.Councils[0]
	equal(t, "council", fmt.Sprint(k.Name, k.Code, k.Date, k.Seats, k.Vacant), "HarlowE070000732021-05-0633 1")
	equal(t, "not up", fmt.Sprint(k.NotUp), "[{{PP53 Labour Lab} 12} {{ Independent Ind} 1}]")
	equal(t, "its baselines", fmt.Sprint(k.Baselines), "[{eve of poll 2021-05-05 [{{PP52 Conservative Con} 13}] 1}]")
	equal(t, "format", fmt.Sprint(found.Files), "[{r.json  Nightdesk results 3 [] []}]")
	noted(t, found)
}

func TestCandidatesOnlyOfJSON(t *testing.T) {
	c := read(t, CandidatesOnly, document(townDocument)).Contests[0]
	equal(t, "state", fmt.Sprint(c.State, c.Recount, c.Revision, c.Declared, len(c.Corrections)), "not started0 0 0 0")
	equal(t, "votes", votes(c), "'Tis Harbour First –; Vere Ind –; Nair Lab –")
	equal(t, "headings", c.Headings, election.Headings{})
	equal(t, "baselines stay", len(c.Baselines), 1)
}

// On one line, as programs write it, a document may be longer than any line of a
// table.
func TestCompactJSONHasLongLines(t *testing.T) {
	var d map[string][]map[string]any
	if err := json.Unmarshal([]byte(`{"contests":[]}`), &d); err != nil {
		t.Fatal(err)
	}
	for i := range 2000 {
		d["contests"] = append(d["contests"], map[string]any{"name": fmt.Sprintf("Ward %d", i), "votes": strings.Repeat("x", 40)})
	}
	line, err := json.Marshal(d)
	if err != nil || len(line) <= maxLine {
		t.Fatalf("%d bytes, %v", len(line), err)
	}
	equal(t, "contests", len(read(t, Results, document(string(line))).Contests), 2000)
}

func TestProblemsOfJSONHaveTheirPath(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`"votes": 640`, `"votes": 64.5`, `r.json, line 15, contests[0].candidates[1].votes: “64.5” looks like a percentage; it wants a whole number of votes.`},
		{`"votes": 640`, `"votes": -3`, `r.json, line 15, contests[0].candidates[1].votes: “-3” is negative; it wants a whole number of votes.`},
		{`"votes": 640`, `"votes": {"n": 640}`, `r.json, line 15, contests[0].candidates[1].votes: wants one value, not a list or an object.`},
		{`"votes": 640`, `"votes": 640, "votes": 641`, `r.json, line 15, contests[0].candidates[1].votes: stands twice in the same object.`},
		{`"position": 1`, `"position": 3`, `r.json, line 15, contests[0].candidates[1].position: “3” is the place of another candidate too.`},
		{`"position": 2`, `"rank": 2`, `r.json, line 16, contests[0].candidates[2].position: is no place on the ballot paper, though other candidates have one; places count from 1.`},
		{`"state": "corrected"`, `"state": "finished"`, `r.json, line 6, contests[0].state: “finished” is no state of a count; it wants one such as declared or provisional.`},
		{`"method": "average"`, `"method": "best"`, `r.json, line 6, contests[0].method: “best” is no method of taking a party's share; it wants top vote, average or sum.`},
		{`"name": "Ferry"`, `"title": "Ferry"`, `r.json, line 25, contests[1].name: is empty; it wants the name of the contest.`},
		{`"forenames": "Ann", "surname": "Vere"`, `"forenames": "", "surname": null`, `r.json, line 16, contests[0].candidates[2].surname: is empty; it wants the candidate's name.`},
		{`"candidates": []`, `"candidates": {}`, `r.json, line 25, contests[1].candidates: wants a list, in brackets.`},
		{`"candidates": []`, `"candidates": ["Ann"]`, `r.json, line 25, contests[1].candidates[0]: “Ann” wants an object, in braces.`},
		{`{"no_mark": 0, "too_many": null, "identity": 1, "uncertain": 11}`, `12`, `r.json, line 9, contests[0].headings: “12” wants an object, in braces.`},
		{`"electorate": 6900`, `"electorate": "many"`, `r.json, line 20, contests[0].baselines[0].electorate: “many” is not a whole number of people: “m” at place 1 is not a digit.`},
		{`"seats": 33`, `"seats": "33.5%"`, `r.json, line 28, councils[0].seats: “33.5%” looks like a percentage; it wants a whole number of seats.`},
		{`"declared": "2021-05-07T02:01:00.500Z"`, `"declared": "at two"`, `r.json, line 7, contests[0].declared: “at two” is not a date and time; it wants them as in 13/12/2019 02:20.`},
		{`"party_id": "PP53"`, `"party_id": "Labour"`, `r.json, line 12, contests[0].candidates[0].party_id: “Labour” is not a party id; it wants the Electoral Commission's, as PP52 or party:52.`},
		{`"name": "Ferry"`, `"name": "=Town ward", "code": "E05000001", "date": "2021-05-06", "x": 1`, `r.json, line 25, contests[1].code: stands twice in the same object.`},
	} {
		text := strings.Replace(townDocument, c.from, c.to, 1)
		if text == townDocument {
			t.Errorf("%s is not in the document", c.from)
		}
		_, err := Read([]Source{document(text)}, Results)
		var problems *Problems
		if !errors.As(err, &problems) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s:\n got %v\nwant %v", c.to, err, c.want)
		}
	}
}

func TestWhatIsNoDocumentOfResults(t *testing.T) {
	for text, want := range map[string]string{
		`{"contests": [`:             "r.json, line 1: is not JSON as it should be: it breaks off.",
		"{\n\"contests\": []\n}\n[]": "r.json, line 4: is not JSON as it should be: something stands after its end.",
		"{\n\"contests\" []}":        "r.json, line 2: is not JSON as it should be: invalid character '[' after object key.",
		`{"results": []}`:            "r.json, line 1: is JSON, but no results: it has neither contests nor councils.",
		`[1, 2]`:                     "r.json, line 1: is JSON, but no results: it has neither contests nor councils.",
		`{"contests": 12}`:           "r.json, line 1, contests: “12” wants a list, in brackets.",
		strings.Repeat("[", 20):      "r.json, line 1: is not JSON as it should be: it is nested more than 16 deep.",
		`{"contests": [], "councils": [{"name": "Harlow", "seats": 33}, {"name": "Harlow"}]}`: "r.json, line 1, councils[1]: “Harlow” is also in r.json, line 1.",
	} {
		_, err := Read([]Source{document(text)}, Results)
		if err == nil || err.Error() != want {
			t.Errorf("%s:\n got %v\nwant %v", text, err, want)
		}
	}
}

func TestJSONCanBeStopped(t *testing.T) {
	long := `{"contests": [` + strings.Repeat(`{"name": "x", "seats": 1},`, 20_000) + `{"name": "y"}]}`
	ctx, end := context.WithCancel(t.Context())
	_, err := ReadContext(ctx, []Source{document(long)}, Results, func(done, total int) {
		if done > 0 && done < total {
			end()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	end()
}
