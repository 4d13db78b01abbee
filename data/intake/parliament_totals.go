package intake

import (
	"fmt"
	"slices"

	"nightdesk/data/election"
)

// A constituency is one row of the Parliament's totals.
type constituency struct {
	row
	key        seatKey
	declared   int64
	electorate election.Count
	valid      election.Count
	rejected   election.Count
	majority   election.Count
	used       bool
}

func (g *reading) readConstituencies(s Source, t *table, rows []row) {
	g.dayFromName(t, s.Name)
	for _, r := range rows {
		r.unguard()
		c := constituency{row: r, key: seatKey{code: r.ons(), date: r.day("election date")}}
		r.need("constituency name", "the name of the constituency")
		if at := r.moment("declaration time"); !at.IsZero() {
			c.declared = at.UnixMilli()
			if c.key.date == "" && t.date == "" {
				c.key.date = pollingDay(at)
			}
		}
		if c.key.date == "" {
			c.key.date = t.date
		}
		c.electorate = r.total("electorate", "people")
		if g.mode != CandidatesOnly {
			c.valid = r.total("valid votes", "votes")
			c.rejected = r.total("invalid votes", "ballot papers")
			c.majority = r.total("majority", "votes")
		}
		g.constituency = append(g.constituency, c)
	}
}

// joined gives every contest of the candidacies its totals.
func (g *reading) joined() []*gathered {
	byCode := map[string][]*constituency{}
	once := map[seatKey]*constituency{}
	for i := range g.constituency {
		c := &g.constituency[i]
		if first := once[c.key]; first != nil {
			c.bad("ons id", fmt.Sprintf("is already in %s, line %d, for the same polling day", first.file, first.line()))
			continue
		}
		once[c.key] = c
		byCode[c.key.code] = append(byCode[c.key.code], c)
	}
	without := 0
	for _, s := range g.candidacies {
		if !g.join(s, byCode[s.contest.Code]) {
			without++
		}
	}
	g.remarks(without)
	return g.candidacies
}

// join finds the totals of a contest by code and day, and reports whether there
// are any.
func (g *reading) join(s *gathered, totals []*constituency) bool {
	day := s.contest.Date
	var found []*constituency
	for _, c := range totals {
		if c.key.date == day || c.key.date == "" || day == "" {
			found = append(found, c)
		}
	}
	if exact := slices.IndexFunc(found, func(c *constituency) bool { return c.key.date == day && day != "" }); exact >= 0 {
		found = found[exact : exact+1]
	}
	switch len(found) {
	case 0:
		return false
	case 1:
		g.take(s, found[0])
		return true
	}
	s.first.wrong(Problem{File: s.first.file, Line: s.first.line(), Value: s.contest.Name,
		Want: fmt.Sprintf("has no polling day, and there are totals for %s and %s; import one election at a time", found[0].key.date, found[1].key.date)})
	return true
}

func (g *reading) take(s *gathered, c *constituency) {
	c.used = true
	if name := c.text("constituency name"); name != "" {
		s.contest.Name = name
	}
	if s.contest.Date == "" {
		s.contest.Date = c.key.date
	}
	if s.contest.Group == "" {
		s.contest.Group = c.text("country name")
	}
	s.contest.Electorate, s.contest.Rejected, s.contest.Declared = c.electorate, c.rejected, c.declared
	sum, known, best := 0, true, [2]int{}
	for _, k := range s.contest.Candidates {
		v, ok := k.Votes.Get()
		known = known && ok
		sum += v
		switch {
		case v > best[0]:
			best = [2]int{v, best[0]}
		case v > best[1]:
			best[1] = v
		}
	}
	if !known {
		return
	}
	if stored, ok := c.valid.Get(); ok && stored != sum {
		g.note("%s %s: the candidates' votes add up to %s, not %s.", c.place("valid votes"), s.contest.Name, election.Commas(sum), c.valid)
	}
	if stored, ok := c.majority.Get(); ok && stored != best[0]-best[1] {
		g.note("%s %s: the candidates' votes give a majority of %s, not %s.", c.place("majority"), s.contest.Name, election.Commas(best[0]-best[1]), c.majority)
	}
}

// remarks notes which contests and totals found no partner.
func (g *reading) remarks(without int) {
	unused, undated := 0, 0
	for _, c := range g.constituency {
		if !c.used {
			unused++
		}
	}
	for _, s := range g.candidacies {
		if s.contest.Date == "" {
			undated++
		}
	}
	if len(g.constituency) > 0 && len(g.candidacies) == 0 {
		c := g.constituency[0]
		c.wrong(Problem{File: c.file, Want: "has totals but no candidates; import the candidacies file with it"})
		return
	}
	if unused > 0 {
		g.note("%s without candidates in the candidacies.", election.Several(unused, "constituency is left out,", "constituencies are left out,"))
	}
	if without > 0 {
		g.note("%s no totals: electorate, rejected papers and time of declaration stay unknown.", election.Several(without, "contest has", "contests have"))
	}
	if undated > 0 {
		g.note("%s no polling day in these files.", election.Several(undated, "contest has", "contests have"))
	}
}
