package proofread

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"nightdesk/data/blog/figure"
	"nightdesk/data/election"
)

// The parts of patterns.
const (
	reSubject = `(?P<s>[\x{e000}-\x{f8ff}])(?:'s?)?(?: candidate)?(?:,(?: [^,.;:!?\d]{1,40})?,)?`
	reNumber  = `(?P<n>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)`
	rePercent = `(?:\s?%|[ -]per ?cent\b)`
	rePoints  = `[ -](?:percentage[ -])?points?\b`
	reUnit    = `(?P<u>` + rePercent + `|` + rePoints + `|[ -]votes?\b)`
	reScored  = `(?:has|had|have|took|takes|taken|won|wins|got|gets|polled|polls|received|receives|secured|scored|collected|(?:is|are|was|were) on|on|with|(?:came|finished) \w+ with)`
	reOrdinal = `(?P<o>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\d+(?:st|nd|rd|th))`
)

func pattern(s string) *regexp.Regexp { return regexp.MustCompile(`(?i)` + s) }

// claimPatterns are the kinds of claims, in the order in which they are tried.
var claimPatterns = []claimPattern{
	{"figure-swing", pattern(`\bswing\b[^.;:!?\d]{0,60}?\b(?:of|was|is|at)\s+` + reNumber + reUnit + `?`), judgeSwing},
	{"figure-swing", pattern(`\b` + reNumber + `(?P<u>` + rePercent + `|` + rePoints + `)\s+swing\b`), judgeSwing},
	{"figure-swing", pattern(`\bswing\b[^.;:!?]{0,40}?\bfrom (?:the )?(?P<s>[\x{e000}-\x{f8ff}]) to (?:the )?(?P<t>[\x{e000}-\x{f8ff}])`), judgeDirection},
	{"figure-majority", pattern(`\bmajority\b[^.;:!?\d]{0,40}?\b(?:of|was|is|at)\s+` + reNumber + reUnit + `?`), judgeMajority},
	{"figure-majority", pattern(`\b` + reNumber + reUnit + `?[ -]majority\b`), judgeMajority},
	{"figure-turnout", pattern(`\bturn-?out\b[^.;:!?\d]{0,40}?\b(?:of|was|is|at)\s+` + reNumber + `(?P<u>` + rePercent + `)?`), judgeTurnout},
	{"figure-turnout", pattern(`\b` + reNumber + `(?P<u>` + rePercent + `)\s+turn-?out\b`), judgeTurnout},
	{"figure-turnout", pattern(`\bturn-?out\b[^.;:!?\d]{0,20}?\b(?P<v>up|down|rose|fell|dropped)(?: by)?\s+` + reNumber + `(?P<u>` + rePoints + `)`), judgeTurnoutChange},
	{"figure-majority", pattern(`\bby\s+` + reNumber + `(?P<u>\s+votes)?\b`), judgeLead},
	{"figure-change", pattern(reSubject + `(?:\s+(?:vote )?(?:share|vote)(?: of the vote)?)?\s+(?:is |are |was |were |has |have )?(?P<v>up|down|rose|rises|risen|fell|falls|fallen|dropped|drops|increased|gained|gains|lost|loses)(?: by)?\s+` + reNumber + `(?P<u>` + rePoints + `)`), judgeChange},
	{"figure-share", pattern(reSubject + `(?:\s+(?:vote )?share(?: of the votes?)?)?\s+(?:is |was |of |at |` + reScored + ` )?(?:just |only |a mere )?` + reNumber + `(?P<u>` + rePercent + `)`), judgeShare},
	{"figure-votes", pattern(reSubject + `(?:\s+` + reScored + `\s+(?:just |only |a mere )?|[,:] ?| ?\(| )` + reNumber + `(?P<u>\s+votes\b)?`), judgeVotes},
	{"figure-place", pattern(reSubject + `\s+(?:came|comes|finished|finishes|placed|ended)\s+(?:in )?(?:an? )?(?:(?:distant|poor|strong|close|good|narrow|remarkable) )?` + reOrdinal + `\b`), judgePlace},
	{"figure-place", pattern(reSubject + `\s+(?:is|are|was|were|in)\s+(?:a )?(?:(?:distant|poor|strong|close) )?` + reOrdinal + `(?: place\b| with\b| on\b| behind\b|[.,;:!]|$)`), judgePlace},
	{"figure-deposits", pattern(`\b(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?: of (?:the|our) \w+)?(?: candidates)?(?: have| had)? (?:lost|lose|forfeited) (?:their|its) (?:deposits?|£500)`), judgeDeposits},
	{"figure-deposits", pattern(reSubject + `\s+(?:has |have )?(?P<v>lost|loses|forfeited|forfeits|kept|keeps|saved|saves) (?:his|her|their|its|the) (?:deposit|£500)\b`), judgeDeposit},
	{"figure-rejected", pattern(`\b` + reNumber + ` (?:ballot )?papers (?:were |are |have been )?(?:rejected|spoilt|spoiled)\b`), judgeRejected},
	{"figure-rejected", pattern(`\b` + reNumber + ` (?:rejected|spoilt|spoiled) (?:ballot )?papers\b`), judgeRejected},
	{"figure-electorate", pattern(`\belectorate (?:of|is|was|stands at)\s+` + reNumber), judgeElectorate},
	{"party-wrong", pattern(`(?P<s>[\x{e000}-\x{f8ff}]) \((?:the )?(?P<p>[\x{e000}-\x{f8ff}])[,)]`), judgeParty(false)},
	{"party-wrong", pattern(`(?P<s>[\x{e000}-\x{f8ff}])(?:,|, for|, of)(?: the| an)? (?P<p>[\x{e000}-\x{f8ff}])(?:[.,;]|$)`), judgeParty(true)},
	{"party-wrong", pattern(`(?P<s>[\x{e000}-\x{f8ff}]) (?:for|of)(?: the)? (?P<p>[\x{e000}-\x{f8ff}])`), judgeParty(true)},
	{"party-wrong", pattern(`(?P<p>[\x{e000}-\x{f8ff}])(?:'s?| candidate,?|'s candidate,?) (?P<s>[\x{e000}-\x{f8ff}])`), judgeParty(false)},
	{"party-wrong", pattern(`(?P<p>[\x{e000}-\x{f8ff}]) (?P<s>[\x{e000}-\x{f8ff}])`), judgeParty(true)},
	{"figure-winner", pattern(reSubject + `\s+(?:is|are|has been|have been)\s+(?:duly |narrowly |hereby )?(?:elected|returned|(?:the |its )?new (?:mp|member)\b)`), judgeWinner},
	{"figure-winner", pattern(reSubject + `\s+(?P<v>wins?|takes?|holds?|gains?|won|has won)\b`), judgeWinner},
	{"figure-outcome", pattern(`(?P<s>[\x{e000}-\x{f8ff}]) (?P<v>gain) from (?:the )?(?P<p>[\x{e000}-\x{f8ff}])`), judgeOutcome},
}

// stated words what the result has and how to put it right.
func (c claim) stated(what, figure, slot string) verdict {
	return verdict{fmt.Sprintf("%s in %s is %s. Correct it, or bind it as {%s%s}.", what, c.contest.Name, figure, c.slot, slot), c.slot + slot}
}

// byHand leaves it to a person to put the claim right: the slot prints a sign,
// and the sentence says up or down in words.
func (v verdict) byHand() verdict { return verdict{truth: v.truth} }

// followed reports whether what follows a bare number lets it be the figure
// itself and not a number of something else.
func (c claim) followed() bool {
	return slices.Contains([]string{"", "votes", "over", "in", "for", "and", "on", "from", "after", "with", "to", "at", "as", "against", "or", "but", "than", "was", "is", "-", "while", "since", "between"}, c.next())
}

// isLoose reports whether the claim ends in a bare number that belongs to
// what follows it: a majority of 16 candidates.
func (c claim) isLoose() bool {
	return c.text("u") == "" && c.groups["n"].To == c.all.To && !c.followed()
}

func (c claim) isPercent() bool {
	u := strings.ToLower(c.text("u"))
	return strings.Contains(u, "%") || strings.Contains(u, "cent") || strings.Contains(u, "point")
}

func judgeSwing(c claim) verdict {
	now := c.results[0].Primary()
	if now == nil || now.Swing == nil || strings.Contains(c.text("u"), "vote") || c.isLoose() {
		return verdict{}
	}
	for _, x := range c.results[0].Comparisons {
		if x.Swing != nil && (percentIs(x.Swing.Butler, c.text("n")) || percentIs(x.Swing.Steed, c.text("n"))) {
			return verdict{}
		}
	}
	return c.stated("the swing", now.Swing.Butler.Percent(1)+" points from "+now.Swing.From.Name+" to "+now.Swing.To.Name, "swing:points")
}

func judgeDirection(c claim) verdict {
	now := c.results[0].Primary()
	if now == nil || now.Swing == nil {
		return verdict{}
	}
	from, to := c.mention("s"), c.mention("t")
	if !slices.Contains(from.parties, now.Swing.To.ID) || !slices.Contains(to.parties, now.Swing.From.ID) {
		return verdict{}
	}
	return verdict{truth: fmt.Sprintf("the swing in %s is from %s to %s. Turn it round.", c.contest.Name, now.Swing.From.Name, now.Swing.To.Name)}
}

func judgeMajority(c claim) verdict {
	now := c.results[0]
	if !now.Majority.Known() || c.isLoose() {
		return verdict{}
	}
	stated := c.stated("the majority", now.Majority.String(), "majority")
	if c.isPercent() {
		stated = c.stated("the majority", now.MajorityShare.Percent(1)+" per cent", "majority.share:per cent")
	}
	return c.judgeOver(stated, func(r election.Result) bool {
		return c.isPercent() && percentIs(r.MajorityShare, c.text("n")) || !c.isPercent() && countIs(r.Majority, c.text("n"))
	})
}

// judgeOver is the verdict on a figure that is wrong unless it holds of the
// result, or of a baseline in a sentence that recalls one.
func (c claim) judgeOver(wrong verdict, holds func(election.Result) bool) verdict {
	for i, r := range c.results {
		switch {
		case !holds(r):
		case i == 0 || c.sentence.recalls:
			return verdict{}
		default:
			wrong.truth = fmt.Sprintf("that was so at the %s; %s", c.contest.Baselines[i-1].Name, wrong.truth)
			return wrong
		}
	}
	return wrong
}

func judgeTurnout(c claim) verdict {
	now := c.results[0]
	if !now.TurnoutPapers.Known() && !now.TurnoutValid.Known() || c.isLoose() {
		return verdict{}
	}
	stated := c.stated("turnout by papers", now.TurnoutPapers.Percent(2)+" per cent", "turnout.papers:per cent")
	if now.TurnoutValid.Known() {
		stated = c.stated("turnout", now.TurnoutValid.Percent(1)+" per cent by valid votes and "+now.TurnoutPapers.Percent(2)+" by papers", "turnout.papers:per cent")
	}
	return c.judgeOver(stated, func(r election.Result) bool {
		return percentIs(r.TurnoutValid, c.text("n")) || percentIs(r.TurnoutPapers, c.text("n"))
	})
}

func judgeTurnoutChange(c claim) verdict {
	now := c.results[0].Primary()
	if now == nil || !now.TurnoutChange.Known() || percentIs(now.TurnoutChange, c.text("n")) && c.rising() == (now.TurnoutChange.Sign() > 0) {
		return verdict{}
	}
	return c.stated("the change of turnout", now.TurnoutChange.Signed(1), "turnout.change").byHand()
}

func (c claim) rising() bool {
	switch strings.ToLower(c.text("v")) {
	case "up", "rose", "rises", "risen", "increased", "gained", "gains":
		return true
	}
	return false
}

var (
	winning = pattern(`\b(?:win|wins|won|beat|beats|beaten|beating|take|takes|took|taken|hold|holds|held|gain|gains|gained|victory|defeat|defeats|defeated|ahead|lead|leads|led|elected)\b`)
	moving  = pattern(`\b(?:fell|fall|rose|rise|risen|fallen|up|down|cut|cuts|increased|dropped|reduced|grew|swelled|shrank)\b`)
)

// judgeLead reads "by 6,940 votes" as the majority, or as the difference of
// any two who are named in the sentence.
func judgeLead(c claim) verdict {
	now := c.results[0]
	before := c.sentence.text[:c.all.From]
	if !now.Majority.Known() || !winning.MatchString(before) || moving.MatchString(before) {
		return verdict{}
	}
	if c.text("u") == "" && (!strings.Contains(c.text("n"), ",") || !c.followed()) {
		return verdict{}
	}
	for _, r := range c.results {
		if countIs(r.Majority, c.text("n")) || c.isDifference(r) {
			return verdict{}
		}
	}
	return c.stated("the majority", now.Majority.String(), "majority")
}

func (c claim) isDifference(r election.Result) bool {
	var votes []int
	for _, m := range c.sentence.mentions {
		if row, ok := m.row(r); ok {
			votes = append(votes, row.Candidate.Votes.Or(0))
		}
	}
	for _, a := range votes {
		for _, b := range votes {
			if a > b && countIs(election.Of(a-b), c.text("n")) {
				return true
			}
		}
	}
	return false
}

func judgeChange(c claim) verdict {
	m := c.mention("s")
	row, ok := m.row(c.results[0])
	change := row.Change()
	if !ok || !change.Points.Known() || percentIs(change.Points, c.text("n")) && c.rising() == (change.Points.Sign() > 0) {
		return verdict{}
	}
	return c.stated("the change for "+m.name, change.Points.Signed(1), m.slotName(c)+".change").byHand()
}

var ofTheVote = pattern(`^ of (?:the|all|all the|valid)? ?(?:valid )?votes?\b`)

func judgeShare(c claim) verdict {
	m := c.mention("s")
	row, ok := m.row(c.results[0])
	if !ok || !row.Share.Known() {
		return verdict{}
	}
	switch next := c.next(); next {
	case "points", "swing", "turnout", "rise", "fall", "increase", "drop", "up", "down", "more", "less", "higher", "lower", "lead", "majority", "ahead", "behind", "chance", "clear", "point":
		return verdict{}
	case "of":
		if !ofTheVote.MatchString(c.sentence.text[c.all.To:]) {
			return verdict{}
		}
	}
	return c.judgeOver(c.stated("the share of "+m.name, row.Share.Percent(1)+" per cent", m.slotName(c)+".share:per cent"),
		c.ofTheRow(m, func(r election.Row) bool { return percentIs(r.Share, c.text("n")) }))
}

func judgeVotes(c claim) verdict {
	m := c.mention("s")
	row, ok := m.row(c.results[0])
	if !ok || !row.Candidate.Votes.Known() {
		return verdict{}
	}
	switch c.next() {
	case "ahead", "behind", "more", "fewer", "clear", "short", "from", "of", "majority":
		return verdict{}
	}
	if c.text("u") == "" && (!strings.Contains(c.text("n"), ",") || !c.followed()) {
		return verdict{}
	}
	return c.judgeOver(c.stated("the number of votes for "+m.name, row.Candidate.Votes.String(), m.slotName(c)+".votes"),
		c.ofTheRow(m, func(r election.Row) bool { return countIs(r.Candidate.Votes, c.text("n")) }))
}

// ofTheRow reports whether something holds of whoever is mentioned in a
// result: of the same party in a baseline.
func (c claim) ofTheRow(m mention, holds func(election.Row) bool) func(election.Result) bool {
	return func(r election.Result) bool {
		row, ok := m.row(r)
		if !ok {
			row, ok = c.then(m, r)
		}
		return ok && holds(row)
	}
}

// slotName is how a slot names the mention.
func (m mention) slotName(c claim) string {
	if k, ok := c.contest.Candidate(m.candidate); ok {
		return k.Surname
	}
	if row, ok := m.row(c.results[0]); ok {
		return row.Candidate.Party.Label()
	}
	return m.name
}

func judgePlace(c claim) verdict {
	m := c.mention("s")
	row, ok := m.row(c.results[0])
	if !ok || row.Rank == 0 {
		return verdict{}
	}
	typed := strings.ToLower(c.text("o"))
	last := c.results[0].Rows[len(c.results[0].Rows)-1].Rank
	if typed == figure.OrdinalWord(row.Rank) || typed == "last" && row.Rank == last || typed == "tenth" && row.Rank == 10 || typed == figure.Ordinal(row.Rank) {
		return verdict{}
	}
	return c.stated("the place of "+m.name, figure.OrdinalWord(row.Rank), m.slotName(c)+".rank:words")
}

func judgeDeposits(c claim) verdict {
	lost, known := c.results[0].DepositsLost.Get()
	typed := strings.ToLower(c.text("n"))
	if !known || typed == fmt.Sprint(lost) || typed == figure.Cardinal(lost) {
		return verdict{}
	}
	return c.stated("the number of deposits lost", fmt.Sprint(lost), "lost")
}

func judgeDeposit(c claim) verdict {
	m := c.mention("s")
	row, ok := m.row(c.results[0])
	if !ok || row.DepositLost == nil {
		return verdict{}
	}
	said := slices.Contains([]string{"lost", "loses", "forfeited", "forfeits"}, strings.ToLower(c.text("v")))
	if said == *row.DepositLost {
		return verdict{}
	}
	kept := "lost"
	if !*row.DepositLost {
		kept = "kept"
	}
	return verdict{truth: fmt.Sprintf("the deposit of %s is %s, with %s votes against a line of %s. Correct it.", m.name, kept, row.Candidate.Votes, c.results[0].DepositLine())}
}

func judgeRejected(c claim) verdict {
	return c.judgeCount("the number of rejected papers", "rejected", func(r election.Result) election.Count { return r.Contest.Rejected })
}

func judgeElectorate(c claim) verdict {
	return c.judgeCount("the electorate", "electorate", func(r election.Result) election.Count { return r.Contest.Electorate })
}

func (c claim) judgeCount(what, slot string, figure func(election.Result) election.Count) verdict {
	now := figure(c.results[0])
	if !now.Known() {
		return verdict{}
	}
	return c.judgeOver(c.stated(what, now.String(), slot), func(r election.Result) bool { return countIs(figure(r), c.text("n")) })
}

// judgeParty looks at a party named beside a candidate. Where nothing but
// their standing together says that they belong, the candidate has to be
// named in full.
func judgeParty(full bool) func(claim) verdict {
	return func(c claim) verdict {
		who, party := c.mention("s"), c.mention("p")
		if who.candidate == "" || party.candidate != "" || full && !who.full {
			return verdict{}
		}
		k, _ := c.contest.Candidate(who.candidate)
		if k.Party.IsIndependent() && slices.Contains(party.parties, "") || !k.Party.IsIndependent() && (k.Party.ID == "" || slices.Contains(party.parties, k.Party.ID)) {
			return verdict{}
		}
		return verdict{truth: fmt.Sprintf("%s stands as %s. Correct the party.", k.Name(), figure.PartyName(k.Party))}
	}
}

func judgeOutcome(c claim) verdict {
	outcome := c.results[0].Outcome()
	if outcome.Kind != election.Gain && outcome.Kind != election.Hold {
		return verdict{}
	}
	by, from := c.mention("s"), c.mention("p")
	if outcome.Kind == election.Gain && slices.Contains(by.parties, outcome.Winner.ID) && slices.Contains(from.parties, outcome.From.ID) {
		return verdict{}
	}
	return c.stated("the outcome", outcome.String(), "outcome")
}
