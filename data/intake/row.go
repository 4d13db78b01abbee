package intake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // declaration times are read on machines without zones of their own

	"nightdesk/data/election"
)

// A table is one file with the meaning of its columns.
type table struct {
	source Source
	file   string
	names  []string       // of the columns, as they stand in the header
	at     map[string]int // place of a column by its folded name
	date   election.Date  // polling day of rows that do not say theirs
}

// A row reads the cells of one record and adds what is wrong to the findings.
type row struct {
	*table
	*findings
	record
}

func (r row) has(column string) bool { _, ok := r.at[column]; return ok }

// raw is the cell as it stands; empty where the table has no such column.
func (r row) raw(column string) string {
	if i, ok := r.at[column]; ok && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}

// text is the cell without space around it.
func (r row) text(column string) string { return strings.TrimSpace(r.raw(column)) }

// problem places what is wrong with a cell.
func (r row) problem(column, want string) Problem {
	p := Problem{File: r.file, Line: r.line(), Header: column, Value: r.raw(column), Want: want, Path: r.path}
	if i, ok := r.at[column]; ok {
		p.Column, p.Header = i+1, r.names[i]
		if i < len(r.lines) {
			p.Line = r.lines[i]
		}
	}
	if r.path != "" {
		p.Column, p.Path = 0, r.path+"."+strings.ReplaceAll(p.Header, " ", "_")
	}
	return p
}

func (r row) bad(column, want string) { r.wrong(r.problem(column, want)) }

// place names the cell for a note.
func (r row) place(column string) string {
	p := r.problem(column, "")
	return p.place()
}

// need is text that must be there.
func (r row) need(column, what string) string {
	s := r.text(column)
	if s == "" {
		r.bad(column, "is empty; it wants "+what)
	}
	return s
}

// count is a whole number of something; an empty cell is unknown.
func (r row) count(column, what string) election.Count {
	s := r.text(column)
	n, err := election.ParseCount(s)
	if err != nil {
		r.bad(column, NotCount(s, what, err))
		return election.Count{}
	}
	if n.Or(0) < 0 {
		r.bad(column, "is negative; it wants a whole number of "+what)
		return election.Count{}
	}
	return n
}

// NotCount says why s is no number of what. A percentage typed for a number is
// the usual slip, and has its own words.
func NotCount(s, what string, err error) string {
	share, percent := strings.CutSuffix(s, "%")
	if f, e := strconv.ParseFloat(strings.TrimSpace(share), 64); e == nil && f >= 0 && f <= 100 && (percent || strings.Contains(s, ".")) {
		return "looks like a percentage; it wants a whole number of " + what
	}
	var count *election.CountError
	if errors.As(err, &count) {
		return fmt.Sprintf("is not a whole number of %s: %s", what, count.Reason)
	}
	return "is not a whole number of " + what
}

// howMany is a count of something that is 0 where the cell is empty.
func (r row) howMany(column, what string) int { return r.count(column, what).Or(0) }

// total is a count of the Parliament's totals, where "[x]" is unknown.
func (r row) total(column, what string) election.Count {
	if r.text(column) == "[x]" {
		return election.Count{}
	}
	return r.count(column, what)
}

// day is a date, as the Parliament writes it or as the desk does.
func (r row) day(column string) election.Date {
	s := r.text(column)
	if s == "" {
		return ""
	}
	for _, layout := range []string{"02/01/2006", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return election.Date(t.Format(time.DateOnly))
		}
	}
	r.bad(column, "is not a date; it wants day/month/year, as in 06/05/2021")
	return ""
}

var london = ukTime()

// ukTime is the zone of declaration times. It is embedded, so that it is there
// on every machine.
func ukTime() *time.Location {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		panic(err)
	}
	return zone
}

// moment is a date and time in UK time; the zero Time where the cell is empty.
func (r row) moment(column string) time.Time {
	s := r.text(column)
	if s == "" {
		return time.Time{}
	}
	for _, layout := range []string{"02/01/2006 15:04", "02/01/2006 15:04:05"} {
		if t, err := time.ParseInLocation(layout, s, london); err == nil {
			return t
		}
	}
	r.bad(column, "is not a date and time; it wants them as in 13/12/2019 02:20")
	return time.Time{}
}

// instant is a moment as the desk's own files write it, UTC milliseconds; 0 where
// the cell is empty. UK time as the Parliament writes it is understood too.
func (r row) instant(column string) int64 {
	s := r.text(column)
	if s == "" {
		return 0
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.UnixMilli()
	}
	if t := r.moment(column); !t.IsZero() {
		return t.UnixMilli()
	}
	return 0
}

// answer is yes, no or nil where the cell is empty.
func (r row) answer(column string) *bool {
	yes := false
	switch strings.ToLower(r.text(column)) {
	case "":
		return nil
	case "true", "t", "yes", "y", "1":
		yes = true
	case "false", "f", "no", "n", "0":
	default:
		r.bad(column, "is neither yes nor no")
		return nil
	}
	return &yes
}
