package night

import (
	"fmt"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

const entryText = "The returning officer has asked the agents to come to the table. " +
	"Nobody here expects it to take long, and nobody has gone home."

// BenchmarkEntry commits entries; its floor is one row in a bare
// table with the same settings on the same disk.
func BenchmarkEntry(b *testing.B) {
	n, author := benchNight(b, 0)
	defer n.Close()
	for b.Loop() {
		_, err := n.Publish(author, blog.Entry{Kicker: "Nearly", Text: entryText})
		must0(b, err)
	}
}

func BenchmarkEntryFloor(b *testing.B) {
	settings := map[string][]string{}
	for k, v := range writing {
		settings[k] = v
	}
	settings["mode"] = []string{"rwc"}
	db, err := connect(filepath.Join(b.TempDir(), "raw.db"), settings, 1)
	must0(b, err)
	defer db.Close()
	_, err = db.Exec("CREATE TABLE raw (id INTEGER PRIMARY KEY, kicker TEXT, text TEXT)")
	must0(b, err)
	for b.Loop() {
		_, err := db.Exec("INSERT INTO raw (kicker, text) VALUES (?, ?)", "Nearly", entryText)
		must0(b, err)
	}
}

// BenchmarkVote keys a vote in a night of 10,000 entries; its floor is the
// same in a night of ten, which it should equal.
func BenchmarkVote(b *testing.B) { benchVote(b, 10000) }

func BenchmarkVoteFloor(b *testing.B) { benchVote(b, 10) }

func benchVote(b *testing.B, entries int) {
	n, author := benchNight(b, entries)
	defer n.Close()
	c := onlyContest(b, n)
	votes := 0
	for b.Loop() {
		votes++
		must0(b, n.KeyVotes(author, c.ID, c.Candidates[0].ID, election.Of(votes)))
	}
}

// BenchmarkOpen opens a night of 10,000 entries and reads what its first
// screen shows; its floor is the same of a night of 50.
func BenchmarkOpen(b *testing.B) { benchOpen(b, 10000) }

func BenchmarkOpenFloor(b *testing.B) { benchOpen(b, 50) }

func benchOpen(b *testing.B, entries int) {
	n, _ := benchNight(b, entries)
	path, o := n.path, n.options
	must0(b, n.Close())
	for b.Loop() {
		n, err := Open(path, o)
		must0(b, err)
		_, err = n.Contests()
		must0(b, err)
		newest, err := n.Latest("", 50)
		must0(b, err)
		if len(newest) != 50 {
			b.Fatal(len(newest))
		}
		must0(b, n.Close())
	}
}

// BenchmarkEntries reads all of 10,000 entries.
func BenchmarkEntries(b *testing.B) {
	n, _ := benchNight(b, 10000)
	defer n.Close()
	for b.Loop() {
		all, err := n.Entries()
		must0(b, err)
		if len(all) != 10000 {
			b.Fatal(len(all))
		}
	}
}

// benchNight is a night with a contest and so many entries, which are
// written in one act because only their number matters.
func benchNight(b *testing.B, entries int) (n *Night, author string) {
	b.Helper()
	n, err := Create(filepath.Join(b.TempDir(), "bench.night"), blog.Details{Title: "Bench"}, options(b))
	must0(b, err)
	author, err = n.AddAuthor("", blog.Author{Name: "Ada Reporter"})
	must0(b, err)
	must0(b, n.PutContests(author, "", []election.Contest{hartlepool()}))
	if entries == 0 {
		return n, author
	}
	_, err = n.act("publish", act{kind: "publish", author: author}, func(a *act) error {
		for i := range entries {
			e := blog.Entry{ID: n.newID(), Kicker: "Nearly", Text: fmt.Sprint(i, " ", entryText),
				Authors: []string{author}, Happened: a.now, Published: a.now, Updated: a.now}
			if err := a.put("entry", e.ID, e.ID, entryContent(e)); err != nil {
				return err
			}
		}
		return nil
	})
	must0(b, err)
	return n, author
}
