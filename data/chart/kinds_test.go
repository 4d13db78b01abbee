package chart

import (
	"errors"
	"slices"
	"testing"

	"nightdesk/data/election"
)

// Every kind of chart is known by its title and its subject and can be drawn,
// or says why there is nothing to draw.
func TestEveryKindIsDrawn(t *testing.T) {
	if !slices.Equal(Kinds(), []Kind{Share, Change, Seats, History}) {
		t.Error(Kinds())
	}
	for _, k := range Kinds() {
		if !k.Known() || k.Title() == "" {
			t.Errorf("%s is not whole", k)
		}
		_, err := Draw(k, Source{Contest: election.Contest{Name: "Abbey", State: election.Declared}})
		var nothing *NothingToDrawError
		if !errors.As(err, &nothing) || nothing.Hint() == "" {
			t.Errorf("%s of nothing: %v", k, err)
		}
	}
}

func TestNoSuchKind(t *testing.T) {
	for _, k := range []Kind{"", "pie"} {
		if k.Known() {
			t.Errorf("%q is no kind", k)
		}
		var no *KindError
		if _, err := Draw(k, Source{}); !errors.As(err, &no) {
			t.Errorf("%q: %v", k, err)
		}
	}
	if got := (&KindError{"pie"}).Error(); got != `a contest has no chart of kind "pie"; the kinds are share and change` {
		t.Error(got)
	}
}
