package intake

import (
	"cmp"

	"nightdesk/data/election"
)

// resultsFormat is what a file of results as JSON is called. It is told from
// tables by its first letter.
const resultsFormat = "Nightdesk results"

// The keys that are read from the document of results; others are the desk's
// arithmetic, which it does again, or for readers of another kind.
var (
	contestKeys = []string{
		"name", "code", "date", "kind", "group", "method", "seats", "state", "recount", "revision", "declared",
		"electorate", "papers_verified", "rejected",
	}
	headingKeys   = []string{"no_mark", "too_many", "identity", "uncertain"}
	partyKeys     = []string{"party", "party_id", "party_name"}
	candidateKeys = append([]string{"name", "forenames", "surname", "description", "person", "votes", "elected", "position"}, partyKeys...)
	baselineKeys  = []string{"name", "date", "notional", "seats", "electorate", "verified", "rejected"}
	amendedKeys   = []string{"revision", "when", "reason", "source"}
)

// results reads the document of results.
func (g *reading) results(s Source, text string) {
	root, ok := g.tree(s.Name, text)
	if !ok {
		return
	}
	if root.get("contests") == nil && root.get("councils") == nil {
		g.wrong(Problem{File: s.Name, Line: root.line, Want: "is JSON, but no results: it has neither contests nor councils"})
		return
	}
	document, ok := g.part(s.Name, root, "")
	if !ok {
		return
	}
	candidates := 0
	for _, p := range document.parts(g, "contests", contestKeys...) {
		of := g.resultsContest(p)
		candidates += len(of.contest.Candidates)
		g.contestsRead = append(g.contestsRead, of)
	}
	for _, p := range document.parts(g, "councils", councilKeys...) {
		g.resultsCouncil(p)
	}
	g.files = append(g.files, File{Name: s.Name, Format: resultsFormat, Rows: candidates})
	g.done += len(text)
	g.tick(0)
}

func (g *reading) resultsContest(p part) *gathered {
	s := &gathered{first: p.row}
	s.contest = election.Contest{
		Name: p.raw("name"), Code: p.text("code"), Date: p.day("date"), Group: p.raw("group"),
		Kind: p.kind(), Method: p.method(), State: p.state(), Electorate: p.count("electorate", "people"),
	}
	p.need("name", "the name of the contest")
	p.standing(s)
	if g.mode != CandidatesOnly {
		s.contest.Verified = p.count("papers verified", "ballot papers")
		s.contest.Rejected = p.count("rejected", "ballot papers")
		s.contest.Headings = g.resultsHeadings(p)
	}
	for _, k := range p.parts(g, "candidates", candidateKeys...) {
		of := k.candidate()
		if g.mode != CandidatesOnly {
			of.Votes = k.count("votes", "votes")
		}
		s.add(k.row, of, k.answer("elected"))
		s.place(k.row)
	}
	for _, b := range p.parts(g, "baselines", baselineKeys...) {
		s.contest.Baselines = append(s.contest.Baselines, g.resultsBaseline(b))
	}
	for _, c := range p.parts(g, "corrections", amendedKeys...) {
		s.contest.Corrections = append(s.contest.Corrections, election.Correction{
			Revision: c.howMany("revision", "revisions"), When: c.instant("when"), Reason: c.raw("reason"), Source: c.raw("source"),
		})
	}
	return s
}

func (g *reading) resultsHeadings(p part) election.Headings {
	n := p.node.get("headings")
	if n == nil || n.kind == scalarNode && n.text == "" {
		return election.Headings{}
	}
	h, ok := g.part(p.file, n, joinPath(p.path, "headings"), headingKeys...)
	if !ok {
		return election.Headings{}
	}
	return h.headings()
}

func (g *reading) resultsBaseline(p part) election.Baseline {
	b := election.Baseline{
		Name: p.raw("name"), Date: p.day("date"), Seats: p.howMany("seats", "seats"),
		Electorate: p.count("electorate", "people"), Verified: p.count("verified", "ballot papers"),
		Rejected: p.count("rejected", "ballot papers"),
	}
	p.need("name", "the name of the baseline")
	if notional := p.answer("notional"); notional != nil {
		b.Notional = *notional
	}
	for _, k := range p.parts(g, "candidates", candidateKeys...) {
		of := k.candidate()
		of.Votes = k.count("votes", "votes")
		b.Candidates = append(b.Candidates, of)
	}
	return b
}

// candidate is a candidate without votes. Where the name is not given in two, it
// is parted.
func (p part) candidate() election.Candidate {
	k := election.Candidate{
		Forenames: p.raw("forenames"), Surname: p.raw("surname"), Person: p.text("person"),
	}
	k.Party, k.Description = p.partyOf()
	if !p.has("surname") && !p.has("forenames") {
		k.Forenames, k.Surname = splitName(p.text("name"))
	}
	if k.Name() == "" {
		p.bad("surname", "is empty; it wants the candidate's name")
	}
	return k
}

// partyOf is the party that the keys of a party name, and the description. The
// label is the short name, or the name where there is none.
func (p part) partyOf() (of election.Party, description string) {
	s := p.stands("party id", "party name", "party")
	of, description = s.Party, cmp.Or(p.raw("description"), s.Description)
	label := p.text("party")
	switch {
	case of.IsIndependent() || label == "" || s.Description != "":
	case label != of.Name:
		of.Short = label
	default:
		if known, _ := election.PartyByID(of.ID); known.Short != label {
			of.Short = ""
		}
	}
	return of, description
}
