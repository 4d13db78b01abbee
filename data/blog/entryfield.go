package blog

// An EntryField is one field of an entry as scripts read it.
type EntryField struct {
	Key   string // of its JSON, never renamed
	Value func(x Entry, p EntryPrinter) any
}

// An EntryPrinter prints what an entry has as ids and times.
type EntryPrinter struct {
	Author func(id string) string // by name, empty where there is none of the id
	Time   func(ms int64) string
}

// EntryFields are the fields of an entry in the order of its JSON. Every field
// of Entry has a row, so that none can be forgotten: a test fails otherwise.
// A list is never null.
var EntryFields = []EntryField{
	{"id", func(x Entry, _ EntryPrinter) any { return x.ID }},
	{"kicker", func(x Entry, _ EntryPrinter) any { return x.Kicker }},
	{"text", func(x Entry, _ EntryPrinter) any { return x.Text }}, // as typed
	{"authors", func(x Entry, p EntryPrinter) any { return each(x.Authors, p.Author) }},
	{"key", func(x Entry, _ EntryPrinter) any { return x.Key }},
	{"key_label", func(x Entry, _ EntryPrinter) any { return x.KeyLabel }},
	{"pinned", func(x Entry, _ EntryPrinter) any { return x.Pinned }},
	{"tags", func(x Entry, _ EntryPrinter) any { return each(x.Tags, func(tag string) string { return tag }) }},
	{"seen_by", func(x Entry, p EntryPrinter) any { return p.Author(x.Seen) }},
	{"withdrawn", func(x Entry, _ EntryPrinter) any { return x.Withdrawn }},
	{"happened", func(x Entry, p EntryPrinter) any { return p.Time(x.Happened) }},
	{"published", func(x Entry, p EntryPrinter) any { return p.Time(x.Published) }},
	{"updated", func(x Entry, p EntryPrinter) any { return p.Time(x.Updated) }},
	{"figures", func(x Entry, _ EntryPrinter) any {
		return each(x.Frozen, func(f Frozen) frozenRecord { return frozenRecord(f) })
	}},
	{"corrections", func(x Entry, p EntryPrinter) any {
		return each(x.Corrections, func(k Correction) correctionRecord { return correctionRecord{p.Time(k.When), k.Note, k.Was} })
	}},
}

type (
	frozenRecord struct {
		Slot     string `json:"slot"`
		Value    string `json:"value"`
		Contest  string `json:"contest"`
		Revision int    `json:"revision"`
	}
	correctionRecord struct {
		When string `json:"when"`
		Note string `json:"note"`
		Was  string `json:"was"`
	}
)

func each[T, R any](all []T, record func(T) R) []R {
	records := make([]R, len(all))
	for i, x := range all {
		records[i] = record(x)
	}
	return records
}
