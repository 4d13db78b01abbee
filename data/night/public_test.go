package night

import (
	"bytes"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/picture"

	"pgregory.net/rapid"
)

// What must not leave the desk is marked: every text with the word, every
// number by being above the line, so that its bytes are found too.
const (
	secretWord = "ZQX"
	secretLine = 0x5a515800 // its upper bytes are the word
)

// A secretive night has something unpublished in every column of text, beside
// what was published.
type secretive struct {
	*testing.T
	*Night
	ada  string
	said int
}

func (s *secretive) word(of string) string { return secretWord + " " + of }

func (s *secretive) figure() election.Count {
	s.said++
	return election.Of(secretLine + s.said)
}

func (s *secretive) do(err error) {
	s.Helper()
	must0(s.T, err)
}

func secretiveNight(t *testing.T, o Options) *secretive {
	n, err := Create(filepath.Join(t.TempDir(), "ours.night"), blog.Details{
		Title: secretWord, Place: secretWord, Zone: secretWord, Headline: secretWord, Standfirst: secretWord,
		Publisher: secretWord, Address: secretWord, Language: secretWord}, o)
	must0(t, err)
	s := &secretive{T: t, Night: n}
	s.ada, err = n.AddAuthor("", blog.Author{Name: s.word("former name"), Initials: secretWord})
	s.do(err)
	_, err = n.AddAuthor("", blog.Author{ID: s.ada, Name: "Ada Reporter", Initials: "AR"})
	s.do(err)
	s.do(n.SetDetails(s.ada, blog.Details{Title: "Hartlepool by-election", Place: "Mill House", Zone: "Europe/London",
		Headline: "Conservatives take Hartlepool", Standfirst: "As it happened.", Publisher: "The Desk", Address: "https://example.org/live", Language: "en-GB"}))
	s.desk()
	s.count()
	s.blog()
	return s
}

// desk says what a desk keeps for itself.
func (s *secretive) desk() {
	s.do(s.SetColour(s.ada, "ZQX1", "112233"))
	s.do(s.SetColour(s.ada, "ZQX1", ""))
	s.do(s.SetColour(s.ada, "PP52", "0087DC"))
	_, err := s.SetPattern(s.ada, blog.Pattern{Moment: blog.Moment(s.word("moment")), Kicker: secretWord, Text: s.word("pattern")})
	s.do(err)
	p := wire()
	p.Name, p.Form, p.To, p.Order, p.Pictures, p.Chart = s.word("name"), s.word("form"), s.word("to"), secretWord, secretWord, secretWord
	_, err = s.PutProfile(s.ada, p)
	s.do(err)
	_, err = s.HandOver(s.ada, blog.HandOver{Profile: s.word("profile"), Form: s.word("form"), To: s.word("to"),
		Items: []blog.Item{{Kind: secretWord, ID: secretWord, Digest: secretWord}}})
	s.do(err)
	h := byElections()
	h.Title, h.Scope, h.AsOf = s.word("title"), s.word("scope"), secretWord
	h.Rows[0] = election.Past{Name: secretWord, Date: secretWord, Party: s.party(), Points: h.Rows[0].Points, Source: secretWord}
	s.do(s.SetHistory(s.ada, s.word("reason"), h))
	s.do(s.SetChains(s.ada, []election.Chain{{Now: "ZQX1", Then: "ZQX2"}}))
	s.do(s.SetChains(s.ada, []election.Chain{{Now: "PP7931", Then: "PP85"}}))
	c := election.Council{Name: s.word("name"), Code: secretWord, Date: secretWord, Seats: secretLine + 1, Vacant: secretLine + 2,
		NotUp: []election.Holding{{Party: s.party(), Seats: secretLine + 3}}, Baselines: []election.CouncilBaseline{
			{Name: secretWord, Date: secretWord, Vacant: secretLine + 4, Holdings: []election.Holding{{Party: s.party(), Seats: secretLine + 5}}}}}
	c.ID, err = s.PutCouncil(s.ada, s.word("reason"), c)
	s.do(err)
	known := harlow()
	known.ID = c.ID
	_, err = s.PutCouncil(s.ada, s.word("reason"), known)
	s.do(err)
	s.do(s.SaveDraft(Draft{Group: secretWord, Field: secretWord, Text: s.word("draft"), Meta: secretWord}))
}

func (s *secretive) party() election.Party {
	return election.Party{ID: "ZQX1", Name: s.word("party"), Short: secretWord}
}

// count has one contest that was corrected twice, with a rush that was
// published, and one that is still counted.
func (s *secretive) count() {
	first := hartlepool()
	first.Name, first.Code, first.Date, first.Group, first.Method = secretWord, secretWord, secretWord, secretWord, election.Method(secretWord)
	first.Kind, first.SystemName = election.Kind(secretWord), election.SystemName(secretWord)
	gone := election.Candidate{Forenames: secretWord, Surname: s.word("gone"), Party: s.party(), Description: secretWord, Person: secretWord}
	first.Candidates = append(first.Candidates, gone)
	b := &first.Baselines[0]
	*b = election.Baseline{ID: "b", Name: secretWord, Date: secretWord, SystemName: election.SystemName(secretWord), Electorate: s.figure(), Candidates: []election.Candidate{gone}}
	b.Candidates[0].ID = secretWord
	s.do(s.PutContests(s.ada, s.word("reason"), []election.Contest{first}))
	c := onlyContest(s.T, s.Night)
	s.do(s.SetLot(s.ada, c.ID, []string{c.Candidates[3].ID}))
	s.do(s.SetFlag(s.ada, c.ID, election.Flag{Kind: election.Rush, Candidate: c.Candidates[3].ID, Source: "an agent"}))
	s.do(s.RemoveCandidate(s.ada, c.ID, c.Candidates[3].ID))
	known := hartlepool()
	known.ID, known.Group, known.Method, known.Baselines[0].ID = c.ID, "England", election.TopVote, "b"
	known.SystemName = election.FirstPastThePost
	s.do(s.PutContests(s.ada, "", []election.Contest{known}))
	s.do(s.SetLot(s.ada, c.ID, nil))
	s.do(s.SetFlag(s.ada, c.ID, election.Flag{Kind: election.Rush, Words: "The Conservatives are ahead", Source: "the agents", Public: true}))
	s.do(s.SetFlag(s.ada, c.ID, election.Flag{Kind: election.Call, Words: s.word("call"), Source: s.word("source")}))
	s.do(s.KeyPapers(s.ada, c.ID, Papers{Electorate: s.figure(), Verified: s.figure(), Rejected: s.figure(),
		Headings: election.Headings{NoMark: s.figure(), TooMany: s.figure(), Identity: s.figure(), Uncertain: s.figure()},
		ReadOut:  election.ReadOut{Turnout: secretWord, Majority: s.figure()}}))
	s.do(s.KeySecond(s.ada, c.ID, election.Keying{Verified: s.figure(), Votes: map[string]election.Count{c.Candidates[0].ID: s.figure()}}))
	for _, k := range c.Candidates[:3] {
		s.do(s.KeyVotes(s.ada, c.ID, k.ID, s.figure()))
	}
	keyAll(s.T, s.Night, c, 2904, 15530, 8589)
	answerEverything(s.T, s.Night, s.ada, c.ID)
	s.do(s.AnswerCheck(s.ada, c.ID, election.Answer{Code: secretWord, Figures: secretWord, Reason: s.word("reason")}))
	s.do(s.Declare(s.ada, c.ID))
	for i, votes := range []election.Count{s.figure(), election.Of(15529)} {
		why := []string{"The wrong pile.", "Transposed."}[i]
		s.do(s.CorrectResult(s.ada, c.ID, why, "returning officer", map[string]election.Count{c.Candidates[1].ID: votes}, nil))
	}
	s.do(s.PutContests(s.ada, "", []election.Contest{{Name: "Bush Fair ward", Kind: election.Local, Seats: 3, Electorate: election.Of(7000),
		Verified: s.figure(), Rejected: s.figure(), Candidates: []election.Candidate{{Surname: "Nair", Votes: s.figure()}}}}))
}

// blog has what was written, and what was written before.
func (s *secretive) blog() {
	bob, err := s.AddAuthor("", blog.Author{Name: s.word("second eye"), Initials: secretWord})
	s.do(err)
	hidden, err := s.AddPicture(s.ada, picture.Checked{Bytes: []byte(s.word("picture")), MediaType: s.word("type")})
	s.do(err)
	shown, err := s.AddPicture(s.ada, drawn(s.T, 600, 400))
	s.do(err)
	e, err := s.Publish(s.ada, blog.Entry{Kicker: s.word("kicker"), Text: s.word("text") + "\n@picture " + hidden, Seen: bob,
		Tags: []string{s.word("tag")}, Key: true, KeyLabel: s.word("label")})
	s.do(err)
	s.do(s.Mark(s.ada, e.ID, false, s.word("old label"), true))
	e.Kicker, e.Text, e.Pinned, e.Key, e.KeyLabel = "But how?", "A majority of {Hartlepool.majority}.\n\n@picture "+shown[:12]+" | Ballots | PA | A box of ballots", true, false, s.word("label")
	e, err = s.Edit(s.ada, e, Correction, "It was not said how much it is.")
	s.do(err)
	e.Text += " No less."
	_, err = s.Edit(s.ada, e, Minor, s.word("minor"))
	s.do(err)
	w, err := s.Publish(s.ada, blog.Entry{Kicker: s.word("kicker"), Text: s.word("withdrawn") + " {Hartlepool.Mortimer.votes:words}\n@chart Hartlepool | history"})
	s.do(err)
	w, err = s.Edit(s.ada, w, Correction, s.word("note"))
	s.do(err)
	s.do(s.Withdraw(s.ada, w.ID, s.word("reason")))
	_, err = s.Publish(s.ada, blog.Entry{Text: s.word("undone")})
	s.do(err)
	_, err = s.Undo(s.ada)
	s.do(err)
	_, err = s.Publish(s.ada, blog.Entry{Kicker: "Last", Text: "It ends.", Key: true, KeyLabel: "The end", Happened: 1620300000000})
	s.do(err)
}

func drawn(t testing.TB, width, height int) picture.Checked {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		img.SetNRGBA(i%width, i/width, color.NRGBA{R: uint8(i), G: uint8(i / width), B: 90, A: 255})
	}
	var b bytes.Buffer
	must0(t, png.Encode(&b, img))
	kept, err := picture.Check(&b)
	must0(t, err)
	return kept
}

// plain are the columns of text in which nothing can be marked: they hold ids
// of what is there or words of a list.
var plain = strings.Fields("act.kind act.id act.replica act.undoes version.kind colour.rgb entry_author.author frozen.contest frozen.slot frozen.value " +
	"state.state baseline.id lot.candidate flag.kind flag.candidate flag.author second_keying.author second_votes.candidate " +
	"past_contest.points pattern.contest picture_bytes.id replica.id replica.identity act.author version.about entry.seen_by")

// mustBeSecretive asserts that there is something unpublished in every column
// of text of the night.
func mustBeSecretive(t *testing.T, n *Night) {
	t.Helper()
	db := reader(t, n.Path())
	defer db.Close()
	for _, table := range names(t, "table") {
		rows, err := db.Query(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`, table)
		must0(t, err)
		for _, column := range scanned(t, rows) {
			var marked bool
			must0(t, db.QueryRow("SELECT coalesce(max(instr("+column+", ?)), 0) > 0 FROM "+table, secretWord).Scan(&marked))
			if marked == slices.Contains(plain, table+"."+column) {
				t.Errorf("%s.%s: marked %v", table, column, marked)
			}
		}
	}
}

func scanned(t *testing.T, rows *sql.Rows) (all []string) {
	t.Helper()
	defer rows.Close()
	for rows.Next() {
		var s string
		must0(t, rows.Scan(&s))
		all = append(all, s)
	}
	must0(t, rows.Err())
	return all
}

func TestAPublicCopyHoldsWhatWasPublishedAndNothingElse(t *testing.T) {
	o := options(t)
	s := secretiveNight(t, o)
	defer s.Close()
	mustBeSecretive(t, s.Night)
	to := filepath.Join(t.TempDir(), "public.night")
	size, err := PublicCopy(s.Path(), to, o, PublicOptions{})
	must0(t, err)
	mustBeAlone(t, to)
	file, err := os.ReadFile(to)
	must0(t, err)
	if size.File != int64(len(file)) || size.Pictures == 0 || size.Pictures >= size.File {
		t.Errorf("%d bytes are said to be %+v", len(file), size)
	}
	if bytes.Contains(bytes.ToUpper(file), []byte(secretWord)) {
		at := bytes.Index(bytes.ToUpper(file), []byte(secretWord))
		t.Errorf("what was not published is in the file: %q", file[max(0, at-40):min(len(file), at+40)])
	}
	for _, wide := range []string{"Z\x00Q\x00X", "z\x00q\x00x", fmt.Sprintf("%x", secretWord), base64.StdEncoding.EncodeToString([]byte(secretWord))} {
		if bytes.Contains(file, []byte(wide)) {
			t.Errorf("what was not published is in the file as %q", wide)
		}
	}
	for _, gone := range append(idsOfTheUnpublished(t, s), "votes:words", "fifteen thousand") {
		if bytes.Contains(file, []byte(gone)) {
			t.Errorf("%s, of something unpublished, is in the file", gone)
		}
	}
	mustShowWhatWasPublished(t, s, to, o)
	must0(t, s.Close())
	ours, err := os.ReadFile(s.Path())
	must0(t, err)
	for i := range s.said {
		if !bytes.Contains(ours, append([]byte(secretWord), byte(i+1))) {
			t.Errorf("figure %d is not where a search finds it", i+1)
		}
	}
}

// idsOfTheUnpublished are the ids of all acts, of other authors than Ada, and of
// whatever is gone or was never shown.
func idsOfTheUnpublished(t *testing.T, s *secretive) []string {
	t.Helper()
	e, err := s.Edition(Moment{})
	must0(t, err)
	db := reader(t, s.Path())
	defer db.Close()
	rows, err := db.Query(`SELECT id FROM act UNION SELECT id FROM replica UNION SELECT identity FROM replica
		UNION SELECT v.subject FROM version v WHERE length(v.subject) = 26 AND (v.kind IN ('pattern', 'profile', 'hand_over')
			OR kind = 'author' AND v.subject <> ? OR NOT EXISTS (SELECT 1 FROM version_now w WHERE w.subject = v.subject))`, s.ada)
	must0(t, err)
	ids := scanned(t, rows)
	for _, p := range e.Pictures {
		if !strings.Contains(e.Entries[2].Text, p.ID[:12]) {
			ids = append(ids, p.ID)
		}
	}
	if len(ids) < 50 {
		t.Errorf("only %d ids are sought", len(ids))
	}
	return ids
}

func mustShowWhatWasPublished(t *testing.T, s *secretive, to string, o Options) {
	t.Helper()
	e, err := s.Edition(Moment{})
	must0(t, err)
	c, err := Open(to, o)
	must0(t, err)
	defer c.Close()
	got, err := c.Edition(Moment{})
	must0(t, err)
	want := e.Published()
	if !alike(got, want) {
		t.Errorf("the copy shows\n%+v\nwant\n%+v", got, want)
	}
	if len(got.Entries) != 3 || got.Entries[1].Text != "" || !got.Entries[1].Withdrawn || got.Entries[2].Frozen[0].Value != "6,940" ||
		got.Entries[2].Corrections[0].Note == "" || got.Entries[2].Updated <= got.Entries[2].Published || got.Entries[0].Happened != 1620300000000 {
		t.Errorf("the entries are %+v", got.Entries)
	}
	if k := got.Contests[0]; k.Revision != 3 || len(k.Corrections) != 2 || k.Corrections[0].Reason != "The wrong pile." ||
		k.Candidates[1].Votes != election.Of(15529) || len(k.Flags) != 1 || k.Answers != nil {
		t.Errorf("the result is %+v", k)
	}
	if k := got.Contests[1]; k.Verified.Known() || k.Candidates[0].Votes.Known() || k.Electorate != election.Of(7000) {
		t.Errorf("what is under embargo: %+v", k)
	}
	revisions, err := c.Revisions(got.Contests[0].ID)
	if err != nil || len(revisions) != 2 || revisions[0].Contest.Candidates[1].Votes.Known() || !revisions[1].Contest.Candidates[1].Votes.Known() {
		t.Errorf("its revisions are %+v, %v", revisions, err)
	}
	problems, err := c.Check(t.Context(), nil)
	if err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
	_, err = c.Publish(s.ada, blog.Entry{Text: "It goes on."})
	must0(t, err)
}

func TestAPublicCopyWithSmallerPictures(t *testing.T) {
	o := options(t)
	s := secretiveNight(t, o)
	defer s.Close()
	folder := t.TempDir()
	whole, err := PublicCopy(s.Path(), filepath.Join(folder, "whole.night"), o, PublicOptions{Scale: 600})
	must0(t, err)
	to := filepath.Join(folder, "small.night")
	small, err := PublicCopy(s.Path(), to, o, PublicOptions{Scale: 60})
	must0(t, err)
	if small.Pictures >= whole.Pictures || small.File >= whole.File {
		t.Errorf("small is %+v of %+v", small, whole)
	}
	c, err := View(to, o)
	must0(t, err)
	defer c.Close()
	e, err := c.Edition(Moment{})
	must0(t, err)
	p := e.Pictures[0]
	text := "A majority of {Hartlepool.majority}.\n\n@picture " + p.ID + " | Ballots | PA | A box of ballots No less."
	if len(e.Pictures) != 1 || p.Width != 60 || p.Height != 40 || e.Entries[2].Text != text {
		t.Errorf("the pictures are %+v, the entry is %q", e.Pictures, e.Entries[2].Text)
	}
	if b, err := c.Picture(p.ID); err != nil || int64(len(b)) != small.Pictures {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	if problems, err := c.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

func TestAPublicCopyThatFailsLeavesNoFile(t *testing.T) {
	o := options(t)
	n := fullNightAt(t, filepath.Join(t.TempDir(), "one.night"), o)
	defer n.Close()
	_, err := n.Publish(firstAuthor(t, n), blog.Entry{Text: "@picture " + shownPicture(t, n)})
	must0(t, err)
	folder := t.TempDir()
	to := filepath.Join(folder, "public.night")
	if _, err := PublicCopy(n.Path(), to, o, PublicOptions{Scale: 10}); err == nil {
		t.Error("what is no picture was scaled")
	}
	mustHold(t, folder)
	_, err = PublicCopy(n.Path(), to, o, PublicOptions{})
	must0(t, err)
	if _, err := PublicCopy(n.Path(), to, o, PublicOptions{}); !errors.Is(err, ErrExists) {
		t.Errorf("over a file that is there: %v", err)
	}
	if all := Backups(to, o); len(all) > 0 {
		t.Errorf("it was backed up: %q", all)
	}
}

func shownPicture(t *testing.T, n *Night) string {
	t.Helper()
	e, err := n.Edition(Moment{})
	must0(t, err)
	return e.Pictures[0].ID
}

// alike reports whether two editions are the same, whether what is empty is nil
// or not.
func alike(a, b blog.Edition) bool { return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b) }

// Whatever a desk does, its public copy shows what it published.
func TestAnyPublicCopyShowsWhatWasPublished(t *testing.T) {
	folder := memoryFolder(t)
	rapid.Check(t, func(t *rapid.T) {
		s := newStory(t, folder)
		defer s.end()
		for range rapid.IntRange(1, 8).Draw(t, "acts") {
			author := rapid.SampledFrom(s.authors).Draw(t, "author")
			switch rapid.IntRange(0, 4).Draw(t, "turn") {
			case 0:
				s.result(t, author)
			default:
				s.act(t, author)
			}
		}
		to := s.night.Path() + "-public"
		defer os.Remove(to)
		_, err := PublicCopy(s.night.Path(), to, s.options, PublicOptions{})
		check(t, err)
		c, err := View(to, s.options)
		check(t, err)
		defer c.Close()
		got, err := c.Edition(Moment{})
		check(t, err)
		if want := s.edition(t, Moment{}).Published(); !alike(got, want) {
			t.Fatalf("the copy shows\n%+v\nwant\n%+v", got, want)
		}
	})
}

// result declares, corrects and takes back, whatever stands against it.
func (s *story) result(t *rapid.T, author string) {
	n := s.night
	c, err := n.Contest(s.contest)
	check(t, err)
	if len(c.Candidates) == 0 {
		return
	}
	k := c.Candidates[0].ID
	for _, open := range openChecks(c) {
		check(t, n.AnswerCheck(author, c.ID, election.Answer{Code: open.Code, Figures: open.Figures, Reason: "looked into"}))
	}
	switch votes := election.Of(rapid.IntRange(0, 9).Draw(t, "votes")); rapid.IntRange(0, 2).Draw(t, "result") {
	case 0:
		refusedOnly(t, n.Declare(author, c.ID))
	case 1:
		refusedOnly(t, n.CorrectResult(author, c.ID, fmt.Sprint("wrong by ", votes), "the officer", map[string]election.Count{k: votes}, nil))
	default:
		refusedOnly(t, n.TakeBack(author, c.ID, "too early"))
	}
}
