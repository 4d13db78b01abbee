package night

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// theHistory is what the one version of the past contests is about.
const theHistory = "history"

// pastKind is the past contests that the night's own are drawn among.
var pastKind = record.NewKind(record.Spec[election.History]{
	Name: "past", Subject: SubjectHistory, Sole: true,
	Columns: func(h *election.History) []record.Column {
		return []record.Column{{Name: "title", Place: &h.Title}, {Name: "scope", Place: &h.Scope}, {Name: "as_of", Place: &h.AsOf}}
	},
	Lists: []record.List[election.History]{
		record.ListOf("past_contest", func(h *election.History) *[]election.Past { return &h.Rows },
			func(p *election.Past) []record.Column {
				return slices.Concat(
					[]record.Column{{Name: "name", Place: &p.Name}, {Name: "date", Place: &p.Date}},
					partyColumns(&p.Party),
					[]record.Column{
						{Name: "points", Place: pointsCell{&p.Points}},
						{Name: "gain", Place: &p.Gain},
						{Name: "named", Place: &p.Named},
						{Name: "source", Place: &p.Source},
					})
			}),
	},
})

// A pointsCell is a change in percentage points as a column holds it: a text
// such as 22.96 or −3.02.
type pointsCell struct{ *election.Fraction }

// Value implements record.Cell.
func (c pointsCell) Value() any {
	s, _ := points(*c.Fraction)
	return s
}

// SetValue implements record.Cell.
func (c pointsCell) SetValue(v any) (err error) {
	s, _ := v.(string)
	*c.Fraction, err = election.ParsePoints(s)
	return err
}

// SetHistory stores past contests to draw the night's own among, in place of
// those stored before: the rows oldest first, whatever order they come in. A
// History with nothing in it takes them back. Every row needs a name, a date,
// a figure and a source.
func (n *Night) SetHistory(author, reason string, h election.History) error {
	change := record.Act{Kind: ActHistory, Author: author, Reason: reason}
	_, err := n.log.Act("change the history", change, func(a *record.Act) error {
		if h.Title == "" && h.Scope == "" && h.AsOf == "" && len(h.Rows) == 0 {
			return pastKind.Drop(a, theHistory, theHistory)
		}
		return putPast(a, h)
	})
	return err
}

func putPast(a *record.Act, h election.History) error {
	h.Rows = slices.Clone(h.Rows)
	slices.SortStableFunc(h.Rows, func(a, b election.Past) int { return strings.Compare(string(a.Date), string(b.Date)) })
	for i, p := range h.Rows {
		if _, ok := points(p.Points); !ok || p.Name == "" || p.Date == "" || p.Source == "" {
			return &RefusedError{Why: fmt.Sprintf("Row %d of the history, %q, is not whole.", i+1, p.Name),
				Next: "Give it a name, a date, a change in points and a source."}
		}
	}
	return pastKind.Put(a, theHistory, theHistory, h)
}

// mostDecimals is how many decimals of a percentage point are stored, which is
// as many as can be keyed. Nobody prints more than two.
const mostDecimals = 6

// points is a figure in percentage points with as many decimals as it has, and
// whether it can be read back as such.
func points(f election.Fraction) (string, bool) {
	for decimals := 0; ; decimals++ {
		s := f.Percent(decimals)
		again, err := election.ParsePoints(s)
		if decimals == mostDecimals || err != nil || again.Cmp(f) == 0 {
			return s, err == nil && f.Known()
		}
	}
}

// PastContests are the past contests that the night holds, without rows where
// it holds none.
func (n *Night) PastContests() (election.History, error) {
	return read(n, "read the history", func(q file.Querier) (election.History, error) { return readPast(q, record.Latest) })
}

func readPast(q file.Querier, seq int64) (election.History, error) {
	h, _, err := pastKind.StandingOne(q, seq, theHistory)
	return h, err
}
