package record

import (
	_ "embed"

	"nightdesk/data/night/file"
)

// The text of each schema that nights were ever given: the first whole, each
// later one as the step to it. None of them ever changes.
var (
	//go:embed schema_1.sql
	schema1 string
	//go:embed schema_2.sql
	schema2 string
	//go:embed schema_3.sql
	schema3 string
)

// steps lead from the empty file to the schema that this program writes.
var steps = []string{schema1, schema2, schema3}

// A Format is all that can be said in a night: the schema that holds it, the
// kinds of versions that are declared, and the rules of acts.
type Format struct {
	Schema *file.Schema
	Rules
	kinds   map[string]*kind
	stoodOn map[string]func(q file.Querier, v Version) (bool, error)
	undoing map[string]func(a *Act, v Version) error
}

// Rules are what record asks of whoever declares the kinds.
type Rules struct {
	// MayAct refuses an act before anything is said in it.
	MayAct func(a *Act) error
	// OwnWayBack are the acts that are not undone: what the outside has seen or
	// given is taken back with a reason, by an act of its own.
	OwnWayBack []ActKind
	// StoodOn reports, by kind, whether something stands on a version, so that its
	// act cannot be undone. On a kind that has none, only a later version stands.
	StoodOn map[Declared]func(q file.Querier, v Version) (bool, error)
	// Undoing does, by kind, what goes along with saying again what a version
	// replaced.
	Undoing map[Declared]func(a *Act, v Version) error
}

// A Declared is a Kind of any type.
type Declared interface{ declared() *kind }

// NewFormat is a Format of the declared kinds.
func NewFormat(r Rules, kinds ...Declared) *Format {
	f := &Format{Rules: r, kinds: map[string]*kind{}, stoodOn: byName(r.StoodOn), undoing: byName(r.Undoing)}
	for _, k := range kinds {
		f.kinds[k.declared().name] = k.declared()
	}
	f.Schema = file.NewSchema(file.Contents{Steps: checkSteps, Check: f.check}, steps...)
	return f
}

func byName[F any](rules map[Declared]F) map[string]F {
	named := map[string]F{}
	for k, rule := range rules {
		named[k.declared().name] = rule
	}
	return named
}

// WithSchema is the same format in nights of another schema.
func (f *Format) WithSchema(s *file.Schema) *Format {
	other := *f
	other.Schema = s
	return &other
}

// subjectOf is what a version is about, as the world outside sees it.
func (f *Format) subjectOf(kindName, about string) Subject {
	k := f.kinds[kindName]
	switch {
	case k == nil:
		return Subject{ID: about}
	case k.sole:
		return Subject{Kind: k.subject}
	}
	return Subject{k.subject, about}
}
