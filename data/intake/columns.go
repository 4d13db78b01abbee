package intake

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nightdesk/data/election"
)

// A Column says what one column of a table was taken for.
type Column struct {
	Number int    // from 1
	Header string // as it stands, empty where the table has no header
	Taken  string // "votes"; empty where the column was left out
}

// columnWords are what the columns of a table of candidates are called, folded,
// by what they are taken for. The first line of each says it in our own word,
// which --map understands.
var columnWords = map[string]string{
	"name": `name|names|candidate|candidates|candidate name|candidate names|candidates name|candidates names|name of candidate|names of candidates|
		names of candidate|name of the candidate|full name|candidate full name|person|person name|name of person nominated|candidate s|name s of candidate s|
		enw|enwr ymgeisydd|enw ymgeisydd|enw r ymgeisydd|ymgeisydd|ymgeiswyr|enwaur ymgeiswyr`,
	"surname":   `surname|last name|family name|candidate surname|candidate last name|surname of candidate|sopn last name|cyfenw|sloinne`,
	"forenames": `forenames|forename|first name|first names|given name|given names|other names|other names in full|candidate forenames|candidate forename|candidate first name|sopn first names|forename s|enwau cyntaf|enw cyntaf`,
	"party": `party|party name|political party|parties|affiliation|party affiliation|party or description|party description|political affiliation|candidate party|
		party name description|group party|plaid|plaid wleidyddol|pairti`,
	"description": `description|description if any|description of candidate|candidate description|description on ballot paper|political description|disgrifiad|disgrifiad or ymgeisydd`,
	"votes": `votes|vote|votes cast|votes polled|votes received|votes recorded|votes given|votes won|number of votes|no of votes|no votes|number of votes cast|
		number of votes recorded|number of votes received|number of votes polled|number of votes given|total votes|total number of votes|total votes cast|total votes received|votes obtained|
		number of valid votes|valid votes|valid votes cast|votes total|vote count|count of votes|final votes|pleidleisiau|nifer y pleidleisiau|nifer o bleidleisiau|pleidlais|vótaí`,
	"elected":  `elected|elected not elected|elected or not|elected yes no|elected y n|is elected|winner|won|etholwyd|etholedig`,
	"outcome":  `result|outcome|status|election result|canlyniad`,
	"position": `position|place|rank|no|number|order|ranking|candidate number|candidate no|safle`,
	"contest": `ward|wards|ward name|division|division name|electoral division|electoral area|constituency|constituency name|contest|seat|area|ward division|
		polling area|district electoral area|name of ward|ward or division|adran|adran etholiadol|etholaeth`,
	"group":      `council|council name|authority|local authority|authority name|local authority name`,
	"date":       `date|polling day|election date|date of election|day of poll|polling date|dyddiad`,
	"seats":      `seats|vacancies|number of seats|seats contested|seats available|no of seats|number of vacancies|number to be elected|seddi`,
	"electorate": `electorate|electors|registered electors|total electorate|number of electors|registered electorate|eligible electorate|size of electorate|etholwyr`,
	"rejected":   `rejected|rejected papers|rejected ballots|rejected ballot papers|rejected votes|spoilt|spoilt papers|spoilt ballots|spoilt ballot papers|spoiled ballots|invalid votes|number rejected`,
	"verified":   `verified|papers verified|ballot papers verified|verified papers|ballots verified`,
	"turnout":    `turnout|turnout percentage|percentage turnout|turnout percent|turnout pct`,
	"id":         `ballot paper id|contest id|code|ward code|gss|gss code|ons code|division code|constituency code|area code`,
	"party id":   `party id|electoral commission party id|party code|party ref`,
	"person":     `person id|democracy club person id|candidate id`,
	"first preferences": `first preferences|first preference|first preference votes|1st preferences|1st preference|1st preference votes|
		1st pref|first pref|first pref votes|1st pref votes|first count|count 1|stage 1|dewis cyntaf`,
	"first choices": `first choice|first choices|1st choice|1st choices|first choice votes|1st choice votes|first round|round 1|first round votes|number of first choice votes|first preference vote`,
	"later": `second preferences|2nd preferences|second choice|second choices|2nd choice|2nd choices|second choice votes|2nd choice votes|second round|round 2|final total|
		transfers|transfer|second preference votes|2nd preference votes|stage 2|count 2|stage|stages|last stage|stage elected|count elected|quota|elected at stage|eliminated at stage|surplus`,
	"list position": `list position|party list position|position on list|list order`,
	"share": `share|vote share|share of vote|share of votes|share of the vote|percentage|percent|per cent|pct|percentage of votes|percentage of vote|
		percentage vote|percentage share|votes share|canran|percentage of votes cast|change|swing|percentage of total votes`,
}

// meaningOf is each known header, folded, with what its column is taken for.
var meaningOf = func() map[string]string {
	of := map[string]string{}
	for _, meaning := range slices.Sorted(maps.Keys(columnWords)) {
		for _, words := range strings.Split(columnWords[meaning], "|") {
			of[Fold(words)] = meaning
		}
	}
	return of
}()

var (
	bracketed   = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)
	inHeader    = regexp.MustCompile(`\b(?:19|20)\d\d\b|[*†‡:]`)
	voteWord    = regexp.MustCompile(`\b(?:votes?|pleidleisiau)\b`)
	notVotes    = regexp.MustCompile(`\b(?:share|percent|percentage|pct|change|previous|last|proxy|postal|spoilt|spoiled|rejected|invalid|turnout|party|swing|to win|majority|name|candidate)\b`)
	nameWord    = regexp.MustCompile(`\bcandidates?\b|\bymgeisydd\b`)
	notName     = regexp.MustCompile(`\b(?:party|number|no|description|votes?|address|id|code|agent|age|sex|gender|elected|status|statement|type)\b`)
	partyWord   = regexp.MustCompile(`\bparty\b`)
	notParty    = regexp.MustCompile(`\b(?:id|code|candidate|colour|color|votes?|logo|emblem|share|change|url|website)\b`)
	electedWord = regexp.MustCompile(`\belected\b`)
	elseWords   = regexp.MustCompile(`\b(?:stage|number|date|member|votes?|name|candidate)\b`)
	descWord    = regexp.MustCompile(`\bdescription\b`)
)

// headerMeaning is what a column is taken for by its header, "" where nothing
// tells. Notes in brackets and years do not count.
func headerMeaning(header string) string {
	plain := inHeader.ReplaceAllString(bracketed.ReplaceAllString(header, " "), " ")
	key := Fold(strings.ReplaceAll(plain, "'", ""))
	percent := strings.Contains(header, "%") || strings.Contains(header, "+/")
	if meaning, ok := meaningOf[key]; ok && !percent {
		return meaning
	}
	switch {
	case percent && strings.Contains(key, "turnout"):
		return "turnout"
	case percent && bracketed.MatchString(header) && !strings.Contains(plain, "%") && meaningOf[key] == "votes":
		return "votes" // "Votes (%)", whose cells are read as such
	case percent:
		return "share"
	case descWord.MatchString(key):
		return "description"
	case partyWord.MatchString(key) && !notParty.MatchString(key):
		return "party"
	case voteWord.MatchString(key) && !notVotes.MatchString(key):
		return "votes"
	case nameWord.MatchString(key) && !notName.MatchString(key):
		return "name"
	case electedWord.MatchString(key) && !elseWords.MatchString(key):
		return "elected"
	}
	return ""
}

// A heading is a row of headers: the places of columns by what they are taken for,
// and what two columns are taken for both.
type heading struct {
	at      map[string]int
	twice   map[string]int // the second column of a meaning
	known   int            // columns that are known
	unknown int
}

func headingOf(cells []string) heading {
	h := heading{at: map[string]int{}, twice: map[string]int{}}
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		meaning := headerMeaning(cell)
		if meaning == "" {
			h.unknown++
			continue
		}
		h.known++
		if _, taken := h.at[meaning]; taken {
			h.twice[meaning] = i
			continue
		}
		h.at[meaning] = i
	}
	return h
}

// isCandidates reports whether the headers are of a table of candidates: somebody
// is named, and something is said of them.
func (h heading) isCandidates() bool {
	_, name := h.at["name"]
	_, surname := h.at["surname"]
	if !name && !surname {
		return false
	}
	for _, meaning := range []string{"party", "description", "votes", "forenames", "elected", "contest", "first preferences", "first choices", "share"} {
		if _, ok := h.at[meaning]; ok {
			return true
		}
	}
	return false
}

// mapped takes the columns that the caller names: by number, by letter as a
// spreadsheet has them, or by header. ok is false where one is not there.
func (g *reading) mapped(s Source, sh *sheet, top []record) (l *listing, ok bool) {
	l = &listing{sheet: sh, at: map[string]int{}}
	for _, meaning := range slices.Sorted(maps.Keys(s.Columns)) {
		which := strings.TrimSpace(s.Columns[meaning])
		if _, known := columnWords[meaning]; !known {
			g.wrong(Problem{File: s.Name, Value: meaning, Want: "is nothing that a column is taken for; it wants one of " + strings.Join(slices.Sorted(maps.Keys(columnWords)), ", ")})
			continue
		}
		if n, err := strconv.Atoi(which); err == nil && n >= 1 && n <= maxColumns {
			l.at[meaning] = n - 1
			continue
		}
		if !l.byHeader(meaning, which, top) {
			g.wrong(Problem{File: s.Name, Value: which, Want: fmt.Sprintf("is no column of it that could be taken for %s; columns are given by number, from 1, or by what their header says", meaning)})
		}
	}
	if len(g.problems.List) > 0 {
		return nil, false
	}
	if _, named := l.at["name"]; !named {
		if _, named = l.at["surname"]; !named {
			g.wrong(Problem{File: s.Name, Want: "has no column of names: say which one it is, as in --map name=1,votes=3"})
			return nil, false
		}
	}
	if l.headed == 0 {
		l.headed = l.aboveFigures(top)
	}
	for _, rec := range top {
		if rec.line() == l.headed {
			l.header = rec.cells
		}
	}
	return l, true
}

// byHeader finds a column by its header.
func (l *listing) byHeader(meaning, which string, top []record) bool {
	for _, rec := range top {
		for i, cell := range rec.cells {
			if strings.TrimSpace(cell) != "" && (strings.EqualFold(strings.TrimSpace(cell), which) || Fold(cell) == Fold(which)) {
				l.at[meaning], l.headed = i, rec.line()
				return true
			}
		}
	}
	return false
}

// aboveFigures is the line above the first row with votes, which is the header of
// a table whose columns the caller names; 0 where the first row has votes.
func (l *listing) aboveFigures(top []record) int {
	votes, counted := l.at["votes"]
	if !counted {
		return 0
	}
	above := 0
	for _, rec := range top {
		if n, _, err := readVotes(at(rec.cells, votes)); err == nil && n.Known() {
			return above
		}
		above = rec.line()
	}
	return 0
}

var (
	withShare = regexp.MustCompile(`[\[(]\s*\d{1,3}(?:[.,]\d+)?\s*%\s*[\])]$|\s\d{1,3}(?:\.\d+)?\s*%$`)
	marked    = regexp.MustCompile(`(?i)\s*(?:[*†‡#]+|[(\[]\s*(?:duly |re-?)?elected\s*[)\]]|\b(?:duly |re-?)?elected|[(\[]\s*e\s*[)\]])$`)
	ofVotes   = regexp.MustCompile(`(?i)\s*votes?$`)
	byPoints  = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+$|^\d{1,3}(?:['’]\d{3})+$`)
	noFigure  = regexp.MustCompile(`(?i)^(?:-|–|—|−|n/?a|not known|unknown|tbc|\.\.\.?|…)$`)
)

// readVotes reads the votes of a candidate as tables print them: "1,234",
// "1 234", "1.234", "1,234*", "1,234 (40.1%)", "1,234 (Elected)". Unknown is what
// is empty or a dash. elected tells that the cell says so.
func readVotes(cell string) (n election.Count, elected bool, err error) {
	text := strings.TrimSpace(strings.ReplaceAll(cell, "\u200b", ""))
	for range 3 { // a share and a mark may stand after the figure, in any order
		if m := marked.FindString(text); m != "" && m != text {
			elected = elected || strings.ContainsAny(m, "eE")
			text = strings.TrimSpace(strings.TrimSuffix(text, m))
		}
		if m := withShare.FindString(text); m != "" && m != text {
			text = strings.TrimSpace(strings.TrimSuffix(text, m))
		}
		text = ofVotes.ReplaceAllString(text, "")
	}
	if noFigure.MatchString(text) {
		return election.Count{}, elected, nil
	}
	if byPoints.MatchString(text) {
		text = strings.NewReplacer(".", "", "'", "", "’", "").Replace(text)
	}
	n, err = election.ParseCount(text)
	return n, elected, err
}
