package chart_test

import (
	"errors"
	"strings"
	"testing"

	"nightdesk/data/chart"
	"nightdesk/data/election"
)

func TestNothingLeavesBeforeTheDeclaration(t *testing.T) {
	for _, state := range []election.State{
		election.NotStarted, election.Verifying, election.Verified, election.Counting, election.Provisional, election.Recounting, "", "made up",
	} {
		c := hartlepool()
		c.State = state
		for _, k := range []chart.Kind{chart.Share, chart.Change} {
			_, err := chart.New(c, k, nil)
			var embargo *chart.NotPublicError
			if !errors.As(err, &embargo) || embargo.Contest != "Hartlepool" || embargo.State != state || embargo.Hint() == "" {
				t.Fatalf("%s: %v", state, err)
			}
			if strings.ContainsAny(err.Error()+embargo.Hint(), "0123456789") {
				t.Errorf("%s: a figure in %q", state, err)
			}
		}
	}
}

func TestContestsWithoutAPollHaveWordsOfTheirOwn(t *testing.T) {
	said := map[string]bool{}
	for _, state := range []election.State{election.Uncontested, election.Countermanded, election.Postponed} {
		c := hartlepool()
		c.State = state
		_, err := chart.New(c, chart.Share, nil)
		var none *chart.NoPollError
		if !errors.As(err, &none) || none.State != state || !strings.Contains(err.Error(), string(state)) || none.Hint() == "" {
			t.Errorf("%s: %v", state, err)
		}
		said[err.Error()] = true
	}
	if len(said) != 3 {
		t.Errorf("not three different sentences: %v", said)
	}
}

func TestNothingToDraw(t *testing.T) {
	missing, nobody, alone, strangers := hartlepool(), hartlepool(), hartlepool(), hartlepool()
	missing.Candidates[3].Votes = election.Count{}
	nobody.Candidates = nil
	alone.Baselines = nil
	strangers.Baselines[0].Candidates = strangers.Baselines[0].Candidates[4:]
	for name, test := range map[string]struct {
		contest election.Contest
		kind    chart.Kind
		word    string
	}{
		"votes missing":   {missing, chart.Share, "Not every candidate’s votes"},
		"no candidates":   {nobody, chart.Share, "no candidates"},
		"no baseline":     {alone, chart.Change, "no earlier result"},
		"none stood both": {strangers, chart.Change, "both now and in the earlier result"},
	} {
		_, err := chart.New(test.contest, test.kind, nil)
		var nothing *chart.NothingToDrawError
		if !errors.As(err, &nothing) || !strings.Contains(err.Error(), test.word) || nothing.Hint() == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnknownKind(t *testing.T) {
	_, err := chart.New(hartlepool(), "pie", nil)
	var kind *chart.KindError
	if !errors.As(err, &kind) || kind.Kind != "pie" || !strings.Contains(err.Error(), "share and change") {
		t.Error(err)
	}
}

func TestAbsurdFiguresDoNotStopTheDesk(t *testing.T) {
	c := hartlepool()
	for i := range c.Candidates {
		c.Candidates[i].Votes = election.Of(1<<58 - i)
	}
	c.Candidates[0].Votes = election.Of(-7)
	for _, width := range []int{280, 520, 960} {
		s := model(t, c, chart.Share).Layout(width, chart.Light)
		if _, err := s.PNG(1); err != nil {
			t.Error(err)
		}
	}
	model(t, c, chart.Share).Text(40)
}
