package night

import (
	"bytes"
	"crypto/sha256"
	hexadecimal "encoding/hex"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/picture"
)

// A night of every kind of version, written with a fixed clock and fixed ids,
// ends in the digest that it always ended in. The digest of the last act runs
// over all acts and over the hash of all that they say, so whatever is stored
// otherwise than before changes it.
func TestPinnedDigestsOfANight(t *testing.T) {
	o := options(t)
	o.Random = rand.NewChaCha8([32]byte{1})
	path := filepath.Join(t.TempDir(), "pinned.night")
	n := countAt(t, path, o)
	ada, c := firstAuthor(t, n), onlyContest(t, n)
	must0(t, n.TakeBack(ada, c.ID, "too early"))
	sayTheRest(t, n, ada, c)
	must0(t, n.SetLot(ada, c.ID, []string{c.Candidates[1].ID}))
	must0(t, n.AnswerCheck(ada, c.ID, election.Answer{Code: "made-up", Figures: "1", Reason: "so that there is one"}))
	answerEverything(t, n, ada, c.ID)
	must0(t, n.Declare(ada, c.ID))
	sayWhatHasOptions(t, n, ada, c)
	mustEndIn(t, n, "95084242cedd45e0ee593e59e2284918f28d6632217399f0a715ac8e3cf1559b")
	mustArchiveAs(t, n, "75a90dbfe09adf5bf4b36c978c6485c79689d3c49590f4945ac022642052ad0d")
	must0(t, n.Close())

	public := filepath.Join(t.TempDir(), "public.night")
	_, err := PublicCopy(path, public, o, PublicOptions{})
	must0(t, err)
	p, err := View(public, o)
	must0(t, err)
	defer p.Close()
	mustEndIn(t, p, "43971bc88e0cc23b71291100845aef6d1e288cb396c77140014ea6306bd8c42c")
}

// sayWhatHasOptions says what may be unset, and takes back what can be.
func sayWhatHasOptions(t *testing.T, n *Night, ada string, c election.Contest) {
	t.Helper()
	bob, err := n.AddAuthor(ada, blog.Author{Name: "Bob", Initials: "B"})
	must0(t, err)
	must0(t, n.SetDetails(ada, blog.Details{Title: "T", Zone: "Europe/London", Language: "cy", OldestFirst: true, Struck: true,
		SecondEye: true, Rehearsal: true, Headline: "H", Standfirst: "S", Publisher: "P", Address: "https://example.org"}))
	e, err := n.Publish(ada, blog.Entry{Text: "{Mortimer.votes:words} for {winner}", Tags: []string{" a  b ", "c"}, Seen: bob, Key: true,
		KeyLabel: "Mark", Pinned: true, Happened: 1620336000000})
	must0(t, err)
	must0(t, n.Tag(ada, e.ID, []string{"x"}))
	_, err = n.Undo(ada)
	must0(t, err)
	must0(t, n.Withdraw(ada, e.ID, "Not so."))
	must0(t, n.CorrectResult(ada, c.ID, "transposed", "officer", map[string]election.Count{c.Candidates[0].ID: election.Of(2905)},
		&Papers{Rejected: election.Of(183), Headings: election.Headings{NoMark: election.Of(1), Uncertain: election.Of(182)},
			ReadOut: election.ReadOut{Turnout: "42.55", Majority: election.Of(6940)}}))
	must0(t, n.Take(Import{Author: ada, Reason: "wards", Contests: []election.Contest{{Name: "Bush Fair", Group: "Harlow", Seats: 3, Kind: election.Local,
		Method: election.SumVote, Candidates: []election.Candidate{{Surname: "Nair", Description: "Local", Person: "123"}}}},
		Councils: []election.Council{harlow()}}))
	must0(t, n.SetFlag(ada, c.ID, election.Flag{Kind: election.Estimate, Words: "close", Source: "us", Public: true}))
	must0(t, n.ClearFlag(ada, c.ID, election.Rush))
	must0(t, n.SetColour(ada, "x:heritage", ""))
	_, err = n.AddPicture(ada, picture.Checked{Bytes: bytes.Repeat([]byte("q"), 10), MediaType: "image/jpeg", Width: 3, Height: 2})
	must0(t, err)
	_, err = n.PutProfile(ada, blog.Profile{Name: "All", Form: "page", To: "x", Heading: 3, Order: "oldest", NoIDs: true,
		NoTimes: true, Pictures: "inside", Chart: "png", ASCII: true})
	must0(t, err)
}

func mustEndIn(t *testing.T, n *Night, want string) {
	t.Helper()
	db := reader(t, n.Path())
	defer db.Close()
	var digest []byte
	must0(t, db.QueryRow(`SELECT digest FROM act ORDER BY seq DESC LIMIT 1`).Scan(&digest))
	if got := hexadecimal.EncodeToString(digest); got != want {
		t.Errorf("its last act has the digest %s, want %s", got, want)
	}
}

// mustArchiveAs leaves out the line of the replica, which holds where the file
// lies.
func mustArchiveAs(t *testing.T, n *Night, want string) {
	t.Helper()
	h := sha256.New()
	for line := range bytes.Lines(archived(t, n)) {
		if !bytes.Contains(line, []byte(`"identity":`)) {
			h.Write(line)
		}
	}
	if got := hexadecimal.EncodeToString(h.Sum(nil)); got != want {
		t.Errorf("its archive has the digest %s, want %s", got, want)
	}
}
