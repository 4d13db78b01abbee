package night

import (
	"database/sql"

	"nightdesk/data/election"
)

// column is a count as a column holds it: NULL where it is unknown.
func column(c election.Count) any {
	v, known := c.Get()
	if !known {
		return nil
	}
	return int64(v)
}

// A countColumn reads such a column.
type countColumn struct{ into *election.Count }

// Scan implements sql.Scanner.
func (c countColumn) Scan(v any) error {
	var number sql.NullInt64
	if err := number.Scan(v); err != nil {
		return err
	}
	*c.into = election.Count{}
	if number.Valid {
		*c.into = election.Of(int(number.Int64))
	}
	return nil
}
