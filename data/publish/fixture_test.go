package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// at is a time of the night in Hartlepool, as "6 22.00".
func at(when string) int64 {
	zone, err := blog.Zone("Europe/London")
	if err != nil {
		panic(err)
	}
	t, err := time.ParseInLocation("2006-01-2 15.04", "2021-05-"+when, zone)
	if err != nil {
		panic(err)
	}
	return t.UnixMilli()
}

func stood(forenames, surname string, p election.Party, votes int) election.Candidate {
	id := strings.ToLower(strings.ReplaceAll(surname, " ", "-"))
	return election.Candidate{ID: id, Forenames: forenames, Surname: surname, Party: p, Votes: election.Of(votes)}
}

func party(id, name, short string) election.Party {
	return election.Party{ID: id, Name: name, Short: short}
}

// hartlepool is the by-election of 6 May 2021 as declared.
func hartlepool() election.Contest {
	con, lab, ld := party("PP52", "Conservative", "Con"), party("PP53", "Labour", "Lab"), party("PP90", "Liberal Democrat", "LD")
	ind := election.Independent
	return election.Contest{
		ID: "c1", Name: "Hartlepool", Code: "E14000733", Date: "2021-05-06", Kind: election.Parliamentary, Seats: 1,
		State: election.Declared, Revision: 1, Declared: at("7 07.01"),
		Electorate: election.Of(70768), Verified: election.Of(30115), Rejected: election.Of(182),
		Candidates: []election.Candidate{
			stood("David", "Bettney", party("PP243", "Social Democratic Party", "SDP"), 104),
			stood("Hilton", "Dawson", party("PP2303", "The North East Party", "North East"), 163),
			stood("Gemma", "Evans", party("PP2755", "Women’s Equality Party", "WEP"), 140),
			stood("Rachel", "Featherstone", party("PP63", "Green Party", "Green"), 358),
			stood("The Incredible", "Flying Brick", party("PP66", "Monster Raving Loony Party", "MRLP"), 108),
			stood("Adam", "Gaines", ind, 126),
			stood("Andrew", "Hagon", ld, 349),
			stood("Steve", "Jack", party("PP12667", "Freedom Alliance", "Freedom"), 72),
			stood("Chris", "Killick", ind, 248),
			stood("Sam", "Lee", ind, 2904),
			stood("Claire", "Martin", party("PP12550", "Heritage Party", "Heritage"), 468),
			stood("Jill", "Mortimer", con, 15529),
			stood("John", "Prescott", party("PP7931", "Reform UK", "Reform UK"), 368),
			stood("Thelma", "Walker", ind, 250),
			stood("W. Ralph", "Ward-Jackson", ind, 157),
			stood("Paul", "Williams", lab, 8589),
		},
		Baselines: []election.Baseline{{
			ID: "ge2019", Name: "2019 general election", Date: "2019-12-12", Seats: 1,
			Electorate: election.Of(70855), Rejected: election.Of(119),
			Candidates: []election.Candidate{
				stood("Mike", "Hill", lab, 15464),
				stood("Stefan", "Houghton", con, 11869),
				stood("Richard", "Tice", party("PP7931", "Brexit Party", "Brexit"), 10603),
				stood("Andrew", "Hagon", ld, 1696),
				stood("Joe", "Bousfield", ind, 911),
				stood("Kevin", "Cranney", party("PP73", "Socialist Labour Party", "Soc Lab"), 494),
			},
		}},
	}
}

// drawing is a small picture and its id.
func drawing() (string, []byte) {
	m := image.NewNRGBA(image.Rect(0, 0, 320, 180))
	for y := range 180 {
		for x := range 320 {
			m.Set(x, y, color.NRGBA{R: uint8(0xC8 - y/2), G: uint8(0xC4 - y/2), B: uint8(0xBC - y/3), A: 0xFF})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return hex.EncodeToString(sum[:]), b.Bytes()
}

// pictures are the bytes that the edition's pictures have.
func pictures(id string) ([]byte, error) {
	_, data := drawing()
	return data, nil
}

// night is a small edition in which every kind of thing stands once.
func night() blog.Edition {
	pic, _ := drawing()
	ann, ben := []string{"a1"}, []string{"a2"}
	entry := func(id, when, kicker string, by []string, lines ...string) blog.Entry {
		return blog.Entry{ID: id, Kicker: kicker, Authors: by, Text: strings.Join(lines, "\n"),
			Happened: at(when), Published: at(when), Updated: at(when)}
	}
	historic := entry("k9", "7 07.02", "Historic result", ann,
		"The Conservatives take Hartlepool for the **first time** since the seat was made in 1974. Their majority is {majority}, on a swing of {swing} points from Labour.",
		"", "> A long night, and it will be a longer morning for some of us.", "> — An agent on the floor",
		"", "@result Hartlepool", "", "@chart Hartlepool | change")
	historic.Key, historic.KeyLabel = true, "The declaration"
	historic.Frozen = []blog.Frozen{{Slot: "majority", Value: "6,940", Contest: "c1", Revision: 1}, {Slot: "swing", Value: "16.0", Contest: "c1", Revision: 1}}

	how := entry("k8", "7 06.31", "But how?", ben,
		"Turnout by papers in the boxes is ~~42.05 per cent~~ 42.55 per cent of the register.", "",
		"| Box | Papers | Note |", "|:--|--:|:-:|", "| Seaton | 1,204 | full |", "| Headland & Harbour | 988 | *short* |")
	how.Corrections = []blog.Correction{{When: at("7 06.40"), Note: "an earlier version misheard the turnout."}}
	how.Updated = at("7 06.40")

	bench := entry("k7", "7 05.10", "", []string{"a1", "a2"},
		"@by Dr Clare Wood", "", "Three things to watch from the bench:", "", "4. the Headland boxes", "5. the postal votes", "6. who has gone home", "",
		"The returning officer’s own page is at https://www.hartlepool.gov.uk/elections and the rules are [in the handbook](https://www.electoralcommission.org.uk/).")
	bench.Updated = at("7 05.25")

	hall := entry("k6", "7 00.20", "In the hall", ben,
		"@picture "+pic+" | Tables are set out for the count. | Drawing: B. Rider | A sports hall with long tables, drawn in grey", "",
		"@post https://social.example/@hall/17 | Mill House | @hall | 12.14am", "> Doors are open. Tea is in the corridor.", "",
		"Two lines,", "one paragraph <b>& no markup</b>.")

	gone := entry("k5", "6 23.40", "", ann, "Taken back.")
	gone.Withdrawn = true

	polls := entry("k4", "6 22.00", "Polls close", ann, "The doors shut at ten. Counting starts tonight; a result is expected at breakfast.")
	polls.Key = true

	plan := entry("k3", "6 21.30", "What to expect", ann, "A short guide to the night: verification first, then the count, then the declaration.")
	plan.Pinned = true

	return blog.Edition{
		Details: blog.Details{
			Title: "Hartlepool by-election", Place: "Mill House Leisure Centre", Zone: "Europe/London",
			Headline:   "Hartlepool by-election: Conservatives take the seat from Labour by 6,940",
			Standfirst: "A majority of 3,595 becomes one of 6,940 the other way, on the biggest rise for a governing party in any by-election since 1945. How the night went.",
			Publisher:  "The Harbour Post", Address: "https://harbourpost.example/live/hartlepool",
		},
		Authors:  []blog.Author{{ID: "a1", Name: "Ann Example", Initials: "AE"}, {ID: "a2", Name: "Ben Rider", Initials: "BR"}, {ID: "a3", Name: "Cy Silent", Initials: "CS"}},
		Entries:  []blog.Entry{historic, how, bench, hall, gone, polls, plan},
		Contests: []election.Contest{hartlepool()},
		Pictures: []blog.Picture{{ID: pic, MediaType: "image/png", Width: 320, Height: 180}},
		Started:  at("6 20.00"),
		Updated:  at("7 09.15"),
	}
}

func contains(t *testing.T, where, text string, wanted ...string) {
	t.Helper()
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			t.Errorf("the %s lacks %q", where, w)
		}
	}
}
