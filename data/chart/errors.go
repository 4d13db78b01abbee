package chart

import (
	"fmt"

	"nightdesk/data/election"
)

// A NotPublicError says that a contest has no chart yet, since its votes are
// under embargo until the declaration.
type NotPublicError struct {
	Contest string
	State   election.State
}

func (e *NotPublicError) Error() string {
	return fmt.Sprintf("%s is not declared yet (%s), so there is no chart of its votes.", e.Contest, e.State)
}

// Hint is the next step for the person at the desk.
func (e *NotPublicError) Hint() string { return "Declare the result first." }

// A NoPollError says that a contest has no chart because no votes were
// counted in it.
type NoPollError struct {
	Contest string
	State   election.State // Uncontested, Countermanded or Postponed
}

func (e *NoPollError) Error() string {
	switch e.State {
	case election.Uncontested:
		return fmt.Sprintf("%s was uncontested: nobody voted, so there are no votes to draw.", e.Contest)
	case election.Countermanded:
		return fmt.Sprintf("The poll in %s was countermanded, so there are no votes to draw.", e.Contest)
	}
	return fmt.Sprintf("The poll in %s was postponed, so there are no votes to draw.", e.Contest)
}

// Hint is the next step for the person at the desk.
func (e *NoPollError) Hint() string { return "Tell it in words instead." }

// A NothingToDrawError says that a declared contest lacks the figures that a
// chart of this kind needs.
type NothingToDrawError struct {
	Contest string
	Kind    Kind
	Why     string // one sentence
	Step    string // the next step, one sentence
}

func (e *NothingToDrawError) Error() string { return e.Why }

// Hint is the next step for the person at the desk.
func (e *NothingToDrawError) Hint() string { return e.Step }

// A KindError says that a contest has no chart of the kind asked for.
type KindError struct{ Kind Kind }

func (e *KindError) Error() string {
	var its []string
	for _, k := range kindsOf(func(row kindOf) bool { return row.of == OfContest }) {
		its = append(its, string(k))
	}
	return fmt.Sprintf("a contest has no chart of kind %q; the kinds are %s", string(e.Kind), election.And(its))
}
