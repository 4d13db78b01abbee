// Package election is the count: contests, candidates, parties, states, the
// arithmetic of a result, of a council and of a whole night, and the checks of
// a desk.
//
// It promises exact figures. Everything is computed on integers and exact
// fractions and rounded once, half away from zero, when it is printed. What is
// not known stays unknown: an unknown count is never 0 and an unknown fraction
// prints as "n/a". A flag never enters a figure. A figure that is drawn from a
// baseline names it and is mixed with no other's. The package is pure: no
// files, no SQL, no clock, and no value it is given is changed.
package election
