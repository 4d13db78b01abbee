package election

import "testing"

// clacton is a seat that UKIP held, fought by Reform UK: two parties by their
// ids, which a desk may say are one.
func clacton(chains ...Chain) Contest {
	c := seat(
		[]Candidate{stood("A", "Ash", "PP52", 30), stood("B", "Birch", "PP53", 20), stood("R", "Rowan", "PP7931", 50)},
		[]Candidate{stood("A", "Ash", "PP52", 40), stood("B", "Birch", "PP53", 15), stood("U", "Ulm", "PP85", 45)})
	c.Chains = chains
	return c
}

var reformFromUKIP = Chain{Now: "PP7931", Then: "PP85"}

func TestChains(t *testing.T) {
	r := Compute(clacton())
	equal(t, "unchained", r.Outcome().String(), "Reform UK gain from UKIP")
	equal(t, "unchained change", printed(r.Rows[0].Change()), "new")

	r = Compute(clacton(reformFromUKIP))
	equal(t, "chained", r.Outcome().String(), "Reform UK hold")
	equal(t, "change", printed(r.Rows[0].Change()), "+5.0")
	equal(t, "another party's change", printed(r.Rows[1].Change()), "−10.0")
	s := r.Primary().Swing
	equal(t, "swing", s.From.Short+" to "+s.To.Short+" "+s.Butler.Percent(1), "Con to Reform UK 7.5")
	sameLines(t, "scoreboard", scores(Tally([]Result{r})),
		"Reform UK 1 +0 −0 50 50.0 +5.0", "Con 0 +0 −0 30 30.0 −10.0", "Lab 0 +0 −0 20 20.0 +5.0")
}

// The party that lost the seat is named as it was; the swing is from the one
// that goes on from it.
func TestChainedLoss(t *testing.T) {
	c := clacton(reformFromUKIP)
	c.Candidates[0].Votes = Of(80)
	r := Compute(c)
	equal(t, "outcome", r.Outcome().String(), "Con gain from UKIP")
	s := r.Primary().Swing
	equal(t, "swing", s.From.Short+" to "+s.To.Short+" "+s.Butler.Percent(1), "Reform UK to Con 12.5")
	equal(t, "Steed swing", s.Steed.Percent(2), "14.48")
	sameLines(t, "scoreboard", scores(Tally([]Result{r})),
		"Con 1 +1 −0 80 53.3 +13.3", "Reform UK 0 +0 −1 50 33.3 −11.7", "Lab 0 +0 −0 20 13.3 −1.7")
}

// A chain to a party that does not stand is nothing: what the old one lost is
// its own.
func TestChainToNobody(t *testing.T) {
	c := clacton(reformFromUKIP)
	c.Candidates = c.Candidates[:2]
	r := Compute(c)
	equal(t, "outcome", r.Outcome().String(), "Con gain from UKIP")
	equal(t, "swing", r.Primary().Swing, (*Swing)(nil))
	sameLines(t, "scoreboard", scores(Tally([]Result{r})), "Con 1 +1 −0 30 60.0 +20.0", "Lab 0 +0 −0 20 40.0 +25.0", "UKIP 0 +0 −1 0 0.0 −45.0")
}

// A chain gives way to the ids wherever they tell, and never joins
// independents.
func TestChainsThatDoNotApply(t *testing.T) {
	c := clacton(reformFromUKIP)
	c.Candidates = append(c.Candidates, stood("U", "Ulm", "PP85", 10))
	r := Compute(c)
	equal(t, "the old party itself stands", r.Outcome().String(), "Reform UK gain from UKIP")
	equal(t, "so the new one is new", printed(r.Rows[0].Change()), "new")
	equal(t, "and the old one has its own", printed(r.Rows[3].Change()), "−35.9")

	c = clacton(reformFromUKIP)
	c.Baselines[0].Candidates = append(c.Baselines[0].Candidates, stood("T", "Thorn", "PP7931", 20))
	r = Compute(c)
	equal(t, "the new party stood then", r.Outcome().String(), "Reform UK gain from UKIP")
	equal(t, "its change is by its id", printed(r.Rows[0].Change()), "+33.3")

	for _, chain := range []Chain{{}, {Now: "PP7931"}, {Then: "PP85"}, {Now: "PP85", Then: "PP7931"}, {Now: "PP52", Then: "PP85"}} {
		equal(t, "a chain of other parties", Compute(clacton(chain)).Outcome().String(), "Reform UK gain from UKIP")
	}
	equal(t, "the first chain of a party holds", Compute(clacton(reformFromUKIP, Chain{Now: "PP53", Then: "PP85"})).Outcome().String(), "Reform UK hold")

	oak := seat([]Candidate{stood("O", "Oak", "", 60), stood("A", "Ash", "PP52", 40)}, []Candidate{stood("F", "Fir", "", 70), stood("A", "Ash", "PP52", 30)})
	oak.Chains = []Chain{{}, {Now: "PP52"}, {Then: "PP52"}}
	r = Compute(oak)
	equal(t, "independents", r.Outcome().String(), "Ind gain from Ind")
	equal(t, "an independent is new", r.Rows[0].Change().New, true)
}

// Each baseline is asked for itself: the chain may hold for one and not for
// the other.
func TestChainsByBaseline(t *testing.T) {
	c := clacton(reformFromUKIP)
	c.Baselines = append(c.Baselines, Baseline{Name: "by-election", Candidates: []Candidate{
		stood("R", "Rowan", "PP7931", 30), stood("U", "Ulm", "PP85", 70)}})
	r := Compute(c)
	equal(t, "general election", r.Comparisons[0].Outcome.String(), "Reform UK hold")
	equal(t, "by-election", r.Comparisons[1].Outcome.String(), "Reform UK gain from UKIP")
	equal(t, "change since the general election", r.Rows[0].Changes[0].Points.Signed(1), "+5.0")
	equal(t, "change since the by-election", r.Rows[0].Changes[1].Points.Signed(1), "+20.0")
}

func TestChainsInSeveralSeats(t *testing.T) {
	c := ward(stood("R", "Rowan", "PP7931", 900), stood("R", "Rue", "PP7931", 800), stood("R", "Rush", "PP7931", 700), stood("A", "Ash", "PP52", 600))
	c.Chains = []Chain{reformFromUKIP}
	c.Baselines = []Baseline{{Name: "before", Candidates: []Candidate{
		stood("U", "Ulm", "PP85", 500), stood("U", "Usk", "PP85", 400), stood("U", "Unn", "PP85", 300), stood("A", "Ash", "PP52", 250)}}}
	r := Compute(c)
	equal(t, "outcome", r.Outcome().String(), "Reform UK hold")
	equal(t, "change by top vote: 900 of 1,500 after 500 of 750", printed(r.Rows[0].Change()), "−6.7")
}

// A seat that Labour won at the general election, lost at a by-election and
// won back is a hold against the one and a gain against the other. Every
// figure stays with its own baseline, in either order.
func TestBaselinesAreNotMixed(t *testing.T) {
	now := []Candidate{stood("A", "Ash", "PP52", 40), stood("B", "Birch", "PP53", 60)}
	general := Baseline{ID: "g", Name: "2019 general election", Seats: 1, Electorate: Of(200),
		Candidates: []Candidate{stood("A", "Ash", "PP52", 45), stood("B", "Birch", "PP53", 55)}}
	between := Baseline{ID: "b", Name: "2021 by-election", Seats: 1, Electorate: Of(100),
		Candidates: []Candidate{stood("A", "Ash", "PP52", 70), stood("B", "Birch", "PP53", 10)}}
	want := map[string][]string{
		"2019 general election": {"Lab hold", "Con to Lab 5.0", "+5.0", "−5.0", "0.0"},
		"2021 by-election":      {"Lab gain from Con", "Con to Lab 47.5", "+47.5", "−47.5", "−30.0"},
	}
	for _, order := range [][]Baseline{{general, between}, {between, general}} {
		c := Contest{ID: "c", Kind: Parliamentary, Seats: 1, State: Declared, Electorate: Of(200), Candidates: now, Baselines: order}
		r := Compute(c)
		equal(t, "comparisons", len(r.Comparisons), 2)
		for i, k := range r.Comparisons {
			equal(t, "baseline in its place", k.Baseline.ID, order[i].ID)
			sameLines(t, k.Baseline.Name, []string{
				k.Outcome.String(), k.Swing.From.Short + " to " + k.Swing.To.Short + " " + k.Swing.Butler.Percent(1),
				r.Rows[0].Changes[i].Points.Signed(1), r.Rows[1].Changes[i].Points.Signed(1), k.TurnoutChange.Signed(1),
			}, want[k.Baseline.Name]...)
		}
		equal(t, "the primary one speaks for the result", r.Outcome().String(), want[order[0].Name][0])
		equal(t, "and for a row", r.Rows[0].Change().Points.Signed(1), want[order[0].Name][2])
		gains := Tally([]Result{r}).Rows[0].Gains
		equal(t, "and for the scoreboard", gains, oneIf(order[0].ID == "b"))
		one := c
		one.Baselines = order[:1]
		equal(t, "alone it says the same", Compute(one).Outcome().String(), r.Outcome().String())
	}
}
