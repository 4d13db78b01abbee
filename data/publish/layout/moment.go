package layout

// A Moment is a line of the key moments.
type Moment struct {
	ID, Label string
	Time      Stamp
	Page      int `json:"-"` // the numbered page that holds the entry, 0 where there are none
}

// Moments are the key moments in the order of the night; none beside a single
// entry.
func (n *Blog) Moments(now int64) []Moment {
	var ms []Moment
	if n.Options.Only.Entry != "" {
		return nil
	}
	for _, x := range n.Across(keyMoments) {
		ms = append(ms, Moment{x.ID, n.LabelOf(x), n.brief(x.Shown(), now), x.Page})
	}
	return ms
}
