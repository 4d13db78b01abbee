package night

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"

	"pgregory.net/rapid"
)

// A story is a night on which random things happen.
type story struct {
	night   *Night
	options Options
	clock   *unsteady
	authors []string
	contest string
}

// An unsteady clock runs, stands and steps back.
type unsteady struct {
	at   int64
	step func() int64
}

func (c *unsteady) now() time.Time {
	c.at += c.step()
	return time.UnixMilli(c.at)
}

func newStory(t *rapid.T, folder string) *story {
	clock := &unsteady{at: 1620334800000, step: func() int64 { return 1000 }}
	o := Options{Now: clock.now, StateDir: filepath.Join(folder, "state"), BackupDir: filepath.Join(folder, "backups")}
	path := filepath.Join(folder, fmt.Sprintf("story-%d.night", time.Now().UnixNano()))
	n, err := Create(path, blog.Details{Title: "A story"}, o)
	check(t, err)
	s := &story{night: n, options: o, clock: clock}
	for _, name := range []string{"Ada", "Bob"} {
		id, err := n.AddAuthor("", blog.Author{Name: name})
		check(t, err)
		s.authors = append(s.authors, id)
	}
	check(t, n.PutContests("", "", []election.Contest{hartlepool()}))
	c, err := n.Contests()
	check(t, err)
	s.contest = c[0].ID
	return s
}

// end closes the night without a backup, which no story is about.
func (s *story) end() { s.night.file.Abandon() }

func check(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// act does something at random in the name of an author. What makes no sense
// as things stand is refused, and then nothing happens.
func (s *story) act(t *rapid.T, author string) {
	n := s.night
	c, err := n.Contest(s.contest)
	check(t, err)
	candidate := "nobody"
	if len(c.Candidates) > 0 {
		candidate = rapid.SampledFrom(c.Candidates).Draw(t, "candidate").ID
	}
	votes := election.Count{}
	if known := rapid.Bool().Draw(t, "known"); known {
		votes = election.Of(rapid.IntRange(0, 30).Draw(t, "votes"))
	}
	entry := s.anyEntry(t)
	text := rapid.StringN(1, 12, 40).Draw(t, "text")
	happened := int64(rapid.IntRange(0, 1).Draw(t, "back-dated")) * 1620300000000
	whatever := map[string]func() error{
		"votes":  func() error { return n.KeyVotes(author, s.contest, candidate, votes) },
		"papers": func() error { return n.KeyPapers(author, s.contest, Papers{Rejected: votes, Verified: votes}) },
		"state": func() error {
			return n.SetState(author, s.contest, rapid.SampledFrom(election.States[:6]).Draw(t, "state"))
		},
		"move": func() error {
			return n.MoveCandidate(author, s.contest, candidate, rapid.IntRange(0, 3).Draw(t, "to"))
		},
		"lot":     func() error { return n.SetLot(author, s.contest, []string{candidate}) },
		"elected": func() error { return n.SetElected(author, s.contest, []string{candidate}) },
		"answer":  func() error { return n.AnswerCheck(author, s.contest, election.Answer{Code: text, Reason: text}) },
		"details": func() error {
			return n.SetDetails(author, blog.Details{Title: text, Rehearsal: rapid.Bool().Draw(t, "rehearsal")})
		},
		"colour": func() error {
			return n.SetColour(author, "PP52", rapid.SampledFrom([]string{"", "112233", "445566"}).Draw(t, "rgb"))
		},
		"publish": func() error {
			_, err := n.Publish(author, blog.Entry{Kicker: "A kicker", Text: text, Happened: happened})
			return err
		},
		"edit": func() error {
			entry.Text, entry.Kicker = text, "Edited"
			_, err := n.Edit(author, entry, EditKind(rapid.IntRange(0, 2).Draw(t, "kind")), "a note")
			return err
		},
		"withdraw": func() error { return n.Withdraw(author, entry.ID, "a reason") },
		"restore":  func() error { return n.Restore(author, entry.ID) },
		"flag": func() error {
			return n.SetFlag(author, s.contest, election.Flag{Kind: rapid.SampledFrom(election.FlagKinds).Draw(t, "kind"),
				Candidate: candidate, Source: "an agent", Public: rapid.Bool().Draw(t, "public")})
		},
		"clear flag":   func() error { return n.ClearFlag(author, s.contest, election.Rush) },
		"second":       func() error { return n.KeySecond(author, s.contest, secondOf(candidate, votes)) },
		"clear second": func() error { return n.ClearSecond(author, s.contest) },
		"council": func() error {
			_, err := n.PutCouncil(author, "", s.anyCouncil(t))
			return err
		},
		"drop council": func() error { return n.DropCouncil(author, s.anyCouncil(t).ID) },
		"contest": func() error {
			_, err := n.SetContest(author, election.Contest{ID: rapid.SampledFrom([]string{"", s.contest}).Draw(t, "contest"),
				Name: text, Group: rapid.SampledFrom([]string{"", "Harlow", "Epping"}).Draw(t, "group"),
				SystemName: rapid.SampledFrom([]election.SystemName{"", election.TransferableVote}).Draw(t, "system")})
			return err
		},
		"chain": func() error {
			return n.SetChains(author, []election.Chain{{Now: "PP1", Then: "PP2"}, {Now: "PP3", Then: "PP4"}}[:rapid.IntRange(0, 2).Draw(t, "chains")])
		},
		"history": func() error { return n.SetHistory(author, "", anyHistory(t)) },
		"pattern": func() error {
			_, err := n.SetPattern(author, blog.Pattern{ID: "hold", Moment: blog.HoldMoment, Text: text})
			return err
		},
		"new pattern": func() error {
			_, err := n.SetPattern(author, blog.Pattern{Moment: blog.GainMoment, Text: text})
			return err
		},
		"drop pattern": func() error { return n.DropPattern(author, "hold") },
		"profile": func() error {
			_, err := n.PutProfile(author, s.anyProfile(t))
			return err
		},
		"drop profile": func() error { return n.DropProfile(author, s.anyProfile(t).ID) },
		"remove":       func() error { return n.RemoveCandidate(author, s.contest, candidate) },
		"mark": func() error {
			return n.Mark(author, entry.ID, rapid.Bool().Draw(t, "key"), text, rapid.Bool().Draw(t, "pin"))
		},
	}
	what := rapid.SampledFrom(slices.Sorted(maps.Keys(whatever))).Draw(t, "what")
	refusedOnly(t, whatever[what]())
}

func secondOf(candidate string, votes election.Count) election.Keying {
	return election.Keying{Votes: map[string]election.Count{candidate: votes}, Verified: votes}
}

// anyCouncil is one that is there, perhaps under another name, or a new one.
func (s *story) anyCouncil(t *rapid.T) election.Council {
	all, err := s.night.Councils()
	check(t, err)
	c := harlow()
	if len(all) > 0 && rapid.Bool().Draw(t, "known council") {
		c = rapid.SampledFrom(all).Draw(t, "council")
	}
	c.Name = rapid.SampledFrom([]string{"Harlow", "Epping"}).Draw(t, "name")
	c.Vacant = rapid.IntRange(0, 3).Draw(t, "vacant")
	return c
}

// anyProfile is one that is there, perhaps under another name, or a new one.
func (s *story) anyProfile(t *rapid.T) blog.Profile {
	all, err := s.night.Profiles()
	check(t, err)
	p := wire()
	if len(all) > 0 && rapid.Bool().Draw(t, "known profile") {
		p = rapid.SampledFrom(all).Draw(t, "profile")
	}
	p.Name = rapid.SampledFrom([]string{"The wire", "House WordPress"}).Draw(t, "profile name")
	return p
}

func anyHistory(t *rapid.T) election.History {
	h := byElections()
	h.Rows = h.Rows[:rapid.IntRange(0, len(h.Rows)).Draw(t, "rows")]
	if rapid.Bool().Draw(t, "none") {
		return election.History{}
	}
	return h
}

func (s *story) anyEntry(t *rapid.T) blog.Entry {
	entries, err := s.night.Entries()
	check(t, err)
	if len(entries) == 0 {
		return blog.Entry{ID: "none"}
	}
	return rapid.SampledFrom(entries).Draw(t, "entry")
}

// refusedOnly lets pass what the desk is told it cannot do.
func refusedOnly(t *rapid.T, err error) {
	t.Helper()
	if err != nil && !isRefused(err) {
		t.Fatal(err)
	}
}

func (s *story) edition(t *rapid.T, m Moment) blog.Edition {
	t.Helper()
	e, err := s.night.Edition(m)
	check(t, err)
	return e
}

func (s *story) last(t *rapid.T) int64 {
	t.Helper()
	acts, err := s.night.History("")
	check(t, err)
	return acts[len(acts)-1].Seq
}

// memoryFolder is a folder where commits cost little, for tests of what is
// kept rather than of how: in memory where the system has such a place.
func memoryFolder(t *testing.T) string {
	folder, err := os.MkdirTemp("/dev/shm", "night")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// withoutTime is an edition but for when its last act was recorded.
func withoutTime(e blog.Edition) blog.Edition {
	e.Updated = 0
	return e
}

func TestUndoRestoresWhatWas(t *testing.T) {
	folder := memoryFolder(t)
	rapid.Check(t, func(t *rapid.T) {
		s := newStory(t, folder)
		defer s.end()
		author := s.authors[0]
		var before []blog.Edition // before each act of the author that did something
		for range rapid.IntRange(1, 12).Draw(t, "acts") {
			was, last := s.edition(t, Moment{}), s.last(t)
			s.act(t, author)
			if s.last(t) != last {
				before = append(before, was)
			}
		}
		for _, want := range slices.Backward(before) {
			undoable, ok, err := s.night.LastUndoable(author)
			check(t, err)
			if !ok {
				t.Fatalf("%d acts are left and none can be undone", len(before))
			}
			undid, err := s.night.Undo(author)
			check(t, err)
			if undid.Undoes != undoable.ID {
				t.Fatalf("%s was announced and %s undone", undoable.ID, undid.Undoes)
			}
			if got := withoutTime(s.edition(t, Moment{})); !reflect.DeepEqual(got, withoutTime(want)) {
				t.Fatalf("undoing %q gave\n%+v\nwant\n%+v", undoable.Kind, got, want)
			}
		}
		if _, err := s.night.Undo(author); !errors.Is(err, ErrNothingToUndo) {
			t.Fatalf("undoing beyond the first act: %v", err)
		}
	})
}

func TestAsOfShowsWhatWasShownThen(t *testing.T) {
	folder := memoryFolder(t)
	rapid.Check(t, func(t *rapid.T) {
		s := newStory(t, folder)
		defer s.end()
		s.clock.step = func() int64 { return int64(rapid.IntRange(-7200000, 7200000).Draw(t, "clock")) }
		shown := map[int64]blog.Edition{s.last(t): s.edition(t, Moment{})}
		for range rapid.IntRange(1, 15).Draw(t, "acts") {
			author := rapid.SampledFrom(s.authors).Draw(t, "author")
			switch rapid.IntRange(0, 5).Draw(t, "turn") {
			case 0:
				_, err := s.night.Undo(author)
				refusedOnly(t, err)
			case 1:
				_, err := s.night.HandOver(author, given())
				refusedOnly(t, err)
			default:
				s.act(t, author)
			}
			shown[s.last(t)] = s.edition(t, Moment{})
		}
		for seq, want := range shown {
			if got := s.edition(t, Moment{Seq: seq}); !reflect.DeepEqual(got, want) {
				t.Fatalf("as of act %d\n%+v\nwas shown as\n%+v", seq, got, want)
			}
		}
		problems, err := s.night.Check(t.Context(), nil)
		check(t, err)
		if len(problems) > 0 {
			t.Fatalf("%q", problems)
		}
	})
}

func TestNobodyUndoesWhatSomebodyElseStandsOn(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada := firstAuthor(t, n)
	bob, err := n.AddAuthor("", blog.Author{Name: "Bob"})
	must0(t, err)
	e, err := n.Publish(ada, blog.Entry{Text: "First."})
	must0(t, err)
	must0(t, n.Mark(bob, e.ID, true, "First", false))
	if _, err := n.Undo(ada); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("Ada undid what Bob stands on: %v", err)
	}
	_, err = n.Undo(bob)
	must0(t, err)
	if _, err := n.Undo(ada); err != nil {
		t.Errorf("Bob is off it, and still: %v", err)
	}
	if _, err := n.Entry(e.ID); err == nil {
		t.Error("the entry still stands")
	}
}

func TestADeclarationStandsOnTheVotes(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	ada, c := firstAuthor(t, n), onlyContest(t, n)
	bob, err := n.AddAuthor("", blog.Author{Name: "Bob"})
	must0(t, err)
	must0(t, n.TakeBack(ada, c.ID, "too early"))
	must0(t, n.KeyVotes(bob, c.ID, c.Candidates[0].ID, election.Of(2905)))
	answerEverything(t, n, ada, c.ID)
	must0(t, n.Declare(ada, c.ID))
	for _, author := range []string{ada, bob} {
		if _, ok, err := n.LastUndoable(author); ok || err != nil {
			t.Errorf("a declared result can be changed by undoing: %v", err)
		}
	}
}
