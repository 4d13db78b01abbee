package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nightdesk/data/election"
)

// An Aside is a row of a table that is no candidate.
type Aside struct {
	File string // and sheet
	Line int
	Text string // its cells, those that are not blank
	Why  string // "total of the votes", "title"
	Used string // what was taken of it: "9,000 electorate"; empty where nothing was
}

// asideKinds are what the label of a row says that it is of, the surest first.
var asideKinds = []struct {
	why  string
	says *regexp.Regexp // of the folded label
}{
	{whySource, regexp.MustCompile(`^(?:sources?|data from|figures from|ffynhonnell)\b`)},
	{whyNoMark, regexp.MustCompile(`official mark`)},
	{whyTooMany, regexp.MustCompile(`voting for (?:more|too)|more candidates than|too many|more than one candidate|over ?vot|more votes than`)},
	{whyIdentity, regexp.MustCompile(`identif`)},
	{whyUncertain, regexp.MustCompile(`unmarked|uncertain`)},
	{whyInPart, regexp.MustCompile(`\bin part\b`)},
	{whyPost, regexp.MustCompile(`\b(?:postal|proxy|proxies)\b`)},
	{whyRejected, regexp.MustCompile(`\b(?:rejected|spoilt|spoiled|invalid|void|gwrthodwyd)\b`)},
	{whyMajority, regexp.MustCompile(`\b(?:majority|mwyafrif)\b`)},
	{whyTurnout, regexp.MustCompile(`\bturnout\b|\bpercentage (?:poll|of poll|polled)\b|\bbleidleisiodd\b|\bturn out\b`)},
	{whyElectorate, regexp.MustCompile(`\b(?:electorate|electors|registered|entitled to vote|eligible|etholaeth|etholwyr)\b`)},
	{whyIssued, regexp.MustCompile(`\bissued\b`)},
	{whyVerified, regexp.MustCompile(`\bverifi`)},
	{whySeats, regexp.MustCompile(`\bseats?\b|\bvacanc|\bto be elected\b|\bcouncillors elected\b`)},
	{whyPapers, regexp.MustCompile(`\b(?:papers|ballots)\b`)},
	{whySwing, regexp.MustCompile(`\bswing\b`)},
	{whyTotal, regexp.MustCompile(`\b(?:totals?|sum|grand|cyfanswm)\b|\bvotes (?:cast|polled|received)\b|\bvalid votes\b|\bnumber of votes\b|\ball votes\b|\bvalid poll\b`)},
}

// What rows are set aside for.
const (
	whyTitle      = "title"
	whyHeader     = "header"
	whyFooter     = "footer"
	whyRule       = "line"
	whySource     = "source"
	whyNoMark     = "rejected for want of an official mark"
	whyTooMany    = "rejected for too many votes"
	whyIdentity   = "rejected for identifying the voter"
	whyUncertain  = "rejected as unmarked or uncertain"
	whyInPart     = "papers rejected in part"
	whyPost       = "votes by post or proxy"
	whyRejected   = "rejected papers"
	whyMajority   = "majority"
	whyTurnout    = "turnout"
	whyElectorate = "electorate"
	whyIssued     = "papers issued"
	whyVerified   = "papers verified"
	whySeats      = "seats"
	whyPapers     = "ballot papers"
	whySwing      = "swing"
	whyTotal      = "total of the votes"
)

// figureWords are all words that labels of figures are made of; a label of these
// alone is nobody's name.
var figureWords = wordSet(`a all as at ballot ballots by cast could count counted entitled for from grounds identified in mark more name no not number of
	on or overall paper papers part per percent percentage pct place poll polled rate read reason share size than that the their this to under vote voter
	voters votes want was were which whole with without writing candidate candidates total totals grand sum valid invalid void rejected spoilt spoiled
	electorate electors elector registered eligible turnout majority verified verification issued received official voting unmarked uncertainty seats seat
	vacancies councillors elected be postal proxy proxies because being only identify identifying identification swing turn out
	nifer cyfanswm y o bleidleisiau pleidleisiau etholwyr papurau pleidleisio gwrthodwyd mwyafrif canran a yr`)

// startWords begin the labels of figures that have other words as well.
var startWords = wordSet(`total totals grand number rejected ballot ballots electorate electors turnout source sources percentage majority valid spoilt
	spoiled invalid papers votes void registered size eligible seats vacancies cyfanswm nifer etholaeth etholwyr want unmarked voting writing verified`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// asideOf says what the label of a row is of, "" where it may be a name. It is not
// sure where the label has words that may be a name too.
func asideOf(label string) (why string, sure bool) {
	words := strings.Fields(Fold(strings.ReplaceAll(label, "'", "")))
	if len(words) == 0 {
		return "", false
	}
	key := strings.Join(words, " ")
	for _, k := range asideKinds {
		if k.says.MatchString(key) {
			why = k.why
			break
		}
	}
	if why == "" {
		return "", false
	}
	known, letters := true, 0
	for _, w := range words {
		if _, err := strconv.Atoi(w); err == nil {
			continue
		}
		letters++
		known = known && figureWords[w]
	}
	if why == whySource {
		return why, true
	}
	return why, known || startWords[words[0]] && (letters > 3 || strings.ContainsAny(label, ":0123456789")) || letters > 5
}

var (
	sentence = regexp.MustCompile(`(?i)https?:|www\.|@|©|[.:;!]\s*$|\b(?:source|note|notes|key|published|printed|returning officer|declared|denotes|indicates|elected as|duly|hold|gain|gained|updated|contact|copyright|promoted|imprint|downloaded|last updated|held on|page)\b|^[*†‡#(\[]|\d{4}|\d{1,2}:\d{2}`)
	ruled    = regexp.MustCompile(`^[\s\-–—_=*.·~]+$`)
	atEnd    = regexp.MustCompile(`(?:^|[:=\s(–-])\s*(\d[\d,. \x{a0}]*)\)?\s*$`)
	percents = regexp.MustCompile(`(\d{1,3}(?:[.,]\d{1,6})?)\s*%`)
	bareRate = regexp.MustCompile(`^\d{1,2}\.\d{1,6}$`)
)

// isSentence reports whether a text alone in its row is no name: a note, a link,
// a legend.
func isSentence(text string) bool {
	return sentence.MatchString(text) || len(strings.Fields(text)) > 6
}

// figureOf is the figure of a row that is set aside: what stands in the column of
// votes, else the one figure among its other cells, else the one at the end of its
// label.
func figureOf(cells []string, votes int, label int) (n election.Count, ok bool) {
	if votes >= 0 && votes != label {
		if n, _, err := readVotes(at(cells, votes)); err == nil && n.Known() {
			return n, true
		}
	}
	found := 0
	for i, cell := range cells {
		if v, _, err := readVotes(cell); i != label && err == nil && v.Known() {
			n = v
			found++
		}
	}
	if found == 1 {
		return n, true
	}
	if m := atEnd.FindStringSubmatch(at(cells, label)); found == 0 && m != nil {
		if v, err := election.ParseCount(strings.Trim(m[1], " ,.\u00a0")); err == nil && v.Known() {
			return v, true
		}
	}
	return election.Count{}, false
}

// rateOf is the percentage of a row of turnout: "44.1".
func rateOf(cells []string) string {
	for _, cell := range cells {
		if m := percents.FindStringSubmatch(cell); m != nil {
			return strings.Replace(m[1], ",", ".", 1)
		}
	}
	for _, cell := range cells {
		if bareRate.MatchString(strings.TrimSpace(cell)) {
			return strings.TrimSpace(cell)
		}
	}
	return ""
}

var (
	longDay   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?\s+(january|february|march|april|may|june|july|august|september|october|november|december),?\s+(\d{4})\b`)
	shortDay  = regexp.MustCompile(`\b\d{1,2}/\d{1,2}/\d{4}\b`)
	ofPoll    = regexp.MustCompile(`(?i)\b(?:poll|polling|election|held)\b`)
	manySeats = regexp.MustCompile(`(?i)\b(a|an|one|two|three|four|five|six|\d{1,2})\s+(?:\w+\s+)?(?:councillors?|seats?|members?|vacanc(?:y|ies)|(?:is |are )?to be elected)\b|\b(?:seats|vacancies|number of seats|number to be elected)\s*[:=]\s*(\d{1,2})\b`)
	ofCouncil = regexp.MustCompile(`(?i)\b(?:councillors?|ward|electoral division|parish|borough council|district council|county council|city council)\b`)
	ofHouse   = regexp.MustCompile(`(?i)\b(?:member of parliament|parliamentary|constituency|house of commons)\b`)
)

// daysIn are the days that a text names.
func daysIn(text string) (days []election.Date) {
	for _, m := range longDay.FindAllStringSubmatch(text, -1) {
		if t, err := time.Parse("2 January 2006", m[1]+" "+capital(strings.ToLower(m[2]))+" "+m[3]); err == nil {
			days = append(days, election.Date(t.Format(time.DateOnly)))
		}
	}
	for _, m := range shortDay.FindAllString(text, -1) {
		if t, err := time.Parse("2/1/2006", m); err == nil {
			days = append(days, election.Date(t.Format(time.DateOnly)))
		}
	}
	for _, m := range isoDay.FindAllString(text, -1) {
		if day, err := parseDay(m); err == nil {
			days = append(days, day)
		}
	}
	return days
}

var numberWords = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}

// seatsIn is the number of seats that a title names, 0 where it names none.
func seatsIn(text string) int {
	m := manySeats.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	if n, ok := numberWords[strings.ToLower(m[1])]; ok {
		return n
	}
	n, err := strconv.Atoi(m[1] + m[2])
	if err != nil {
		return 0
	}
	return n
}

// A told is what the lines above a table say of its contest.
type told struct {
	day   election.Date
	seats int
	kind  election.Kind
}

// isThursday reports whether a day may be one of a general poll.
func isThursday(day election.Date) bool {
	t, err := time.Parse(time.DateOnly, string(day))
	return err == nil && t.Weekday() == time.Thursday
}

// ofTitles takes what the titles say without contradicting themselves, and for
// each title what was taken of it.
func ofTitles(titles []string) (t told, used []string) {
	used = make([]string, len(titles))
	polls, others := map[election.Date]int{}, map[election.Date]int{}
	seats := map[int]int{}
	for i, title := range titles {
		for _, day := range daysIn(title) {
			if isThursday(day) || ofPoll.MatchString(title) {
				polls[day] = i
			}
			others[day] = i
		}
		if n := seatsIn(title); n > 0 {
			seats[n] = i
		}
		switch {
		case ofHouse.MatchString(title):
			t.kind, used[i] = election.Parliamentary, "parliamentary"
		case ofCouncil.MatchString(title):
			t.kind, used[i] = election.Local, "local"
		}
	}
	add := func(i int, what string) { used[i] = strings.TrimPrefix(used[i]+", "+what, ", ") }
	if len(polls) == 1 {
		for day, i := range polls {
			t.day = day
			add(i, "polling day "+day.Long())
		}
	}
	if len(seats) == 1 {
		for n, i := range seats {
			t.seats = n
			add(i, election.Several(n, "seat", "seats"))
		}
	}
	return t, used
}

// cellsText is a row as it is shown where it is set aside.
func cellsText(cells []string) string {
	var parts []string
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			parts = append(parts, c)
		}
	}
	return Shorten(strings.Join(parts, " | "))
}

// used says what was taken of a figure.
func used(n election.Count, what string) string { return fmt.Sprintf("%s %s", n, what) }

// isHeaderAgain reports whether a row repeats the header.
func isHeaderAgain(cells, header []string) bool {
	return header != nil && slices.EqualFunc(cells, header, func(a, b string) bool { return Fold(a) == Fold(b) })
}
