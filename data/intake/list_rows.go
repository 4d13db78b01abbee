package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"nightdesk/data/election"
	"nightdesk/data/election/match"
	"nightdesk/data/election/register"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// read takes the rows one by one: candidates, figures of the contest, and what is
// neither.
func (v *listReader) read() {
	t := v.takeTitles()
	rows := make([]listRow, len(v.body))
	first, last := -1, -1 // rows that are surely candidates
	for i, rec := range v.body {
		if rows[i] = v.classify(row{v.table, v.findings, rec}); rows[i].kind == aCandidate {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	votes := slices.ContainsFunc(rows, func(r listRow) bool { return r.kind == aCandidate && r.counted })
	for i := range rows {
		if rows[i].kind == nameAlone {
			v.nameAlone(&rows[i], votes, i > last, i < first)
		}
	}
	v.splitNames(rows)
	for _, r := range rows {
		switch r.kind {
		case aCandidate:
			v.candidate(r)
		case aFigure:
			v.figure(r)
		case aNote:
			v.setAside(r.record, r.why, "")
		}
		if v.full() {
			return
		}
	}
	if !slices.ContainsFunc(rows, func(r listRow) bool { return r.kind == aCandidate }) && len(v.problems.List) == 0 {
		v.wrong(Problem{File: v.file, Want: "has no candidates"})
	}
	for _, of := range v.contestsRead {
		if v.totals[of] != nil {
			v.settleContest(of, t)
		}
	}
}

// splitNames takes the names of all candidates apart, since the writing of the
// others shows where the surname stands.
func (v *listReader) splitNames(rows []listRow) {
	var printed []string
	var of []*listRow
	for i := range rows {
		if rows[i].kind == aCandidate {
			printed, of = append(printed, v.printedName(&rows[i])), append(of, &rows[i])
		}
	}
	for i, name := range match.SplitAll(printed) {
		if of[i].name = name; name.Party != "" && of[i].inBrackets == "" {
			of[i].inBrackets = name.Party
		}
		of[i].marked = of[i].marked || name.Elected
	}
}

// printedName is the name without the mark of those elected and without a party in
// brackets behind it. A name in two columns is written with the surname first.
func (v *listReader) printedName(r *listRow) string {
	name := r.nameText()
	if !r.has("name") {
		if forenames := r.text("forenames"); forenames != "" {
			name = r.text("surname") + ", " + forenames
		}
	}
	for m := marked.FindString(name); m != "" && m != name; m = marked.FindString(name) {
		r.marked = r.marked || strings.ContainsAny(m, "eE")
		name = strings.TrimSpace(strings.TrimSuffix(name, m))
	}
	if m := partyAtEnd.FindStringSubmatch(name); m != nil && r.text("party") == "" && m[0] != name {
		if _, how := register.Named(m[1]); how != register.Unknown || !r.has("party") && !r.has("description") {
			name, r.inBrackets = strings.TrimSpace(strings.TrimSuffix(name, m[0])), m[1]
		}
	}
	return name
}

// A rowKind says what a row of a list is.
type rowKind byte

const (
	aCandidate rowKind = iota
	aFigure            // of the contest: a total, the electorate
	nameAlone          // text and nothing else
	aNote              // nothing that is taken
)

// A listRow is a row of a list and what it is.
type listRow struct {
	row
	kind    rowKind
	why     string // of a figure and of a note
	label   int    // the cell that says so
	counted bool   // it has votes

	name       match.Name
	inBrackets string // a party behind the name
	marked     bool   // as elected
}

// classify tells what a row is.
func (v *listReader) classify(r row) listRow {
	l := listRow{row: r, label: firstText(r.cells)}
	filled := 0
	for _, c := range r.cells {
		if strings.TrimSpace(c) != "" {
			filled++
		}
	}
	n, _, err := readVotes(r.text("votes"))
	l.counted = err == nil && n.Known()
	if r.path != "" { // of a table beside
		l.kind = aFigure
		l.why, _ = asideOf(at(r.cells, l.label))
		return l
	}
	name := r.nameText()
	why, sure := asideOf(at(r.cells, l.label))
	if w, s := asideOf(name); w != "" && (s || why == "") {
		why, sure, l.label = w, s, r.nameAt()
	}
	party := r.text("party")
	_, _, notFigure := readVotes(party)
	saysParty := party != "" && notFigure != nil && !strings.Contains(party, "%")
	switch {
	case isHeaderAgain(r.cells, v.header):
		l.kind, l.why = aNote, whyHeader
	case ruled.MatchString(strings.Join(r.cells, "")):
		l.kind, l.why = aNote, whyRule
	case why == whySource && !l.counted:
		l.kind, l.why = aNote, why
	case why != "" && sure && !saysParty:
		l.kind, l.why = aFigure, why
	case why != "" && (sure || !saysParty && !l.counted && filled <= 2):
		r.bad(r.nameColumn(), "may be a figure of the contest ("+why+") or a candidate; take the line out, or give the candidate's first name too")
		l.kind, l.why = aNote, why
	case l.label < 0 && filled > 0:
		l.kind, l.why = aFigure, whyTotal // figures without a word
	case filled == 1 && l.label >= 0 && !r.isOnlyColumn():
		l.kind = nameAlone
	case name == "" && !l.counted && isSentence(at(r.cells, l.label)):
		l.kind, l.why = aNote, whyFooter
	}
	return l
}

// isOnlyColumn reports whether the list has names and nothing else.
func (r row) isOnlyColumn() bool { return len(r.names) == 1 }

// nameText is the name as it stands in one cell or two.
func (r row) nameText() string {
	if r.has("name") {
		return r.text("name")
	}
	return strings.TrimSpace(r.text("surname") + " " + r.text("forenames"))
}

func (r row) nameAt() int {
	if i, ok := r.at["name"]; ok {
		return i
	}
	return r.at["surname"]
}

// setAside keeps what a row is that is no candidate, and what of it was used.
func (v *listReader) setAside(rec record, why, used string) {
	file := v.file
	if rec.path != "" {
		file = rec.path
	}
	v.aside = append(v.aside, Aside{File: file, Line: rec.line(), Text: cellsText(rec.cells), Why: why, Used: used})
}

// takeTitles sets the lines above the header aside and takes what they tell.
func (v *listReader) takeTitles() told {
	var texts []string
	for _, rec := range v.titles {
		texts = append(texts, strings.Join(strings.Fields(strings.Join(rec.cells, " ")), " "))
	}
	t, used := ofTitles(texts)
	if v.source.Date != "" {
		t.day = ""
	}
	for i, rec := range v.titles {
		if label := firstText(rec.cells); label >= 0 && used[i] == "" {
			if why, sure := asideOf(at(rec.cells, label)); sure && why != whySource {
				if _, ok := figureOf(rec.cells, -1, label); ok || rateOf(rec.cells) != "" {
					v.body = append(v.body, record{lines: rec.lines, cells: rec.cells, path: v.file})
					continue
				}
			}
		}
		v.setAside(rec, whyTitle, used[i])
	}
	return t
}

// nameAlone settles what a text alone in its row is: a title or a note, or a
// candidate in a list that says nothing but names.
func (v *listReader) nameAlone(r *listRow, votes, after, before bool) {
	text := r.text(r.nameColumn())
	if text == "" {
		text = at(r.cells, r.label)
	}
	switch {
	case isSentence(text) && (after || before):
		if r.kind, r.why = aNote, whyFooter; before {
			r.why = whyTitle
		}
	case r.label != r.nameAt():
		r.kind, r.why = aNote, whyFooter
		r.wrong(Problem{File: r.file, Line: r.line(), Column: r.label + 1, Value: text, Want: "stands alone in its row and is no name; take the line out"})
	case !votes:
		r.kind = aCandidate
	default:
		r.bad(r.nameColumn(), "has neither a party nor votes, though other lines have; if it is a candidate say so (“Independent”, or a dash for the votes), else take the line out")
	}
}

// candidate takes one candidate.
func (v *listReader) candidate(r listRow) {
	of := v.contestOf(r.row)
	if of == nil {
		return // told where the contest is asked for
	}
	if v.header == nil && !v.spare(r) {
		return
	}
	k, elected := v.listed(r)
	of.add(r.row, k, elected)
	v.ofTheContest(of, r.row)
}

// spare looks at what stands behind the votes of a list without a header: a share
// and the word Elected may.
func (v *listReader) spare(r listRow) bool {
	for i, cell := range r.cells {
		if i < len(r.names) || strings.TrimSpace(cell) == "" || percents.MatchString(cell) {
			continue
		}
		if _, known := saidElected(cell); known {
			continue
		}
		r.wrong(Problem{File: r.file, Line: r.line(), Column: i + 1,
			Want: fmt.Sprintf("the row has %d fields; it wants at most %d: %s", len(r.cells), len(r.names), strings.Join(r.names, ", "))})
		return false
	}
	return true
}

var partyAtEnd = regexp.MustCompile(`\s*[(\[]([^()\[\]]+)[)\]]\s*$`)

// listed reads one candidate, and whether the list says that they are elected.
func (v *listReader) listed(r listRow) (k election.Candidate, elected *bool) {
	k = election.Candidate{Forenames: r.name.Forenames, Surname: r.name.Surname, Description: r.text("description"), Person: r.text("person")}
	if k.Surname == "" {
		r.bad(r.nameColumn(), "is empty; it wants the candidate's name")
	}
	votes, party := "votes", r.text("party")
	if n, err := election.ParseCount(party); err == nil && n.Known() && len(r.cells) == 2 && v.header == nil {
		votes, party = "party", ""
	}
	if m := marked.FindString(party); m != "" && m != party && strings.ContainsAny(m, "eE") {
		party, r.marked = strings.TrimSpace(strings.TrimSuffix(party, m)), true
	}
	v.party(r, party, &k)
	n, inVotes, err := readVotes(r.text(votes))
	switch {
	case v.mode == CandidatesOnly:
	case err != nil:
		r.bad(votes, NotCount(r.text(votes), "votes", err))
	case n.Known() && n.Or(0) < 0:
		r.bad(votes, "is negative; it wants a whole number of votes")
	default:
		k.Votes = n
	}
	return k, v.elected(r.row, r.marked || inVotes)
}

// party gives a candidate the party of its column, else the one in brackets after
// the name, else the one that the description names.
func (v *listReader) party(r listRow, name string, k *election.Candidate) {
	if r.text("party id") != "" {
		k.Party = r.party("party id", "party", "")
		return
	}
	for _, said := range []string{name, r.inBrackets, k.Description} {
		if said == "" {
			continue
		}
		s, _ := match.Party("", said, "")
		if k.Party = s.Party; s.New {
			r.newParty(s.Party.Name, r.place("party"))
		}
		if k.Description == "" {
			k.Description = s.Description
		}
		return
	}
}

// elected is what a row says of the election of its candidate, nil where it says
// nothing.
func (v *listReader) elected(r row, marked bool) *bool {
	answer := marked
	for _, column := range []string{"elected", "outcome"} {
		if !r.has(column) {
			continue
		}
		yes, known := saidElected(r.text(column))
		if !known && column == "elected" {
			r.bad(column, "is neither yes nor no; it wants Elected, Not elected or nothing")
		}
		if known {
			answer = answer || yes
			return &answer
		}
	}
	if v.header == nil {
		for _, cell := range r.cells[min(len(bareColumns), len(r.cells)):] {
			if yes, known := saidElected(cell); known && strings.TrimSpace(cell) != "" {
				answer = answer || yes
			}
		}
	}
	if answer {
		return &answer
	}
	return nil
}

var (
	yesWords = []string{"elected", "duly elected", "reelected", "re elected", "yes", "y", "true", "t", "1", "e", "x", "✓", "✔", "*", "winner", "won", "etholwyd", "elected unopposed", "ie"}
	noWords  = []string{"", "not elected", "no", "n", "false", "f", "0", "defeated", "lost", "unsuccessful", "not successful", "-", "–", "—", "ne", "eliminated", "excluded", "heb ei ethol", "na", "lost deposit"}
)

// saidElected is what a cell says of an election, known where it says anything
// that is understood; an empty cell says no.
func saidElected(cell string) (yes, known bool) {
	key := Fold(cell)
	switch {
	case slices.Contains(noWords, key) || strings.HasPrefix(key, "not elected"):
		return false, true
	case slices.Contains(yesWords, key) || strings.HasPrefix(key, "elected"):
		return true, true
	}
	return false, false
}
