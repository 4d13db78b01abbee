package night

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/election"
)

// SetHistory keeps past contests to draw the night's own among, in place of
// those kept before: the rows oldest first, whatever order they come in. A
// History with nothing in it takes them back. Every row needs a name, a date,
// a figure and a source.
func (n *Night) SetHistory(author, reason string, h election.History) error {
	_, err := n.act("change the history", act{kind: "history", author: author, reason: reason}, func(a *act) error {
		if h.Title == "" && h.Scope == "" && h.AsOf == "" && len(h.Rows) == 0 {
			return a.drop("past", "history", "history")
		}
		return a.putPast(h)
	})
	return err
}

func (a *act) putPast(h election.History) error {
	rows := slices.Clone(h.Rows)
	slices.SortStableFunc(rows, func(a, b election.Past) int { return strings.Compare(string(a.Date), string(b.Date)) })
	c := content{{{h.Title, h.Scope, string(h.AsOf)}}, nil}
	for i, p := range rows {
		change, ok := points(p.Points)
		if p.Name == "" || p.Date == "" || p.Source == "" || !ok {
			return &RefusedError{fmt.Sprintf("Row %d of the history, %q, is not whole.", i+1, p.Name),
				"Give it a name, a date, a change in points and a source."}
		}
		c[1] = append(c[1], row{p.Name, string(p.Date), p.Party.ID, p.Party.Name, p.Party.Short, change,
			flag(p.Gain), flag(p.Named), p.Source})
	}
	return a.put("past", "history", "history", c)
}

// mostDecimals is how many decimals of a percentage point are kept, which is as
// many as can be keyed. Nobody prints more than two.
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

// PastContests are the past contests that the night keeps, without rows
// where it keeps none.
func (n *Night) PastContests() (h election.History, err error) {
	err = n.read("read the history", func(q querier) error {
		h, err = readPast(q, latest)
		return err
	})
	return h, err
}

func readPast(q querier, seq int64) (h election.History, err error) {
	var version int64
	from, args := standingIn("past", "past", "history", seq)
	err = q.row("SELECT v.id, x.title, x.scope, x.as_of"+from+" ORDER BY v.id DESC LIMIT 1", args...).
		Scan(&version, &h.Title, &h.Scope, &h.AsOf)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	if err != nil {
		return h, err
	}
	h.Rows, err = readPastRows(q, version)
	return h, err
}

func readPastRows(q querier, version int64) ([]election.Past, error) {
	rows, err := q.query(`SELECT name, date, party_id, party_name, party_short, points, gain, named, source
		FROM past_contest WHERE version = ? ORDER BY position`, version)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []election.Past
	for rows.Next() {
		var p election.Past
		var change string
		if err := rows.Scan(&p.Name, &p.Date, &p.Party.ID, &p.Party.Name, &p.Party.Short, &change,
			&p.Gain, &p.Named, &p.Source); err != nil {
			return nil, err
		}
		if p.Points, err = election.ParsePoints(change); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}
