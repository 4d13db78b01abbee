package night

import (
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
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
	db := bareFile(b, "CREATE TABLE raw (id INTEGER PRIMARY KEY, kicker TEXT, text TEXT)")
	defer db.Close()
	for b.Loop() {
		_, err := db.Exec("INSERT INTO raw (kicker, text) VALUES (?, ?)", "Nearly", entryText)
		must0(b, err)
	}
}

// bareFile is a database with the settings of a night and nothing else of it.
func bareFile(b *testing.B, statements ...string) *sql.DB {
	b.Helper()
	settings := maps.Clone(file.ForWriting)
	settings["mode"] = []string{"rwc"}
	db, err := file.Connect(filepath.Join(b.TempDir(), "raw.db"), settings, 1)
	must0(b, err)
	for _, statement := range statements {
		_, err := db.Exec(statement)
		must0(b, err)
	}
	return db
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

// BenchmarkImport puts a general election with its baseline into an empty
// night, in one act: 650 contests, 3,250 candidates and as many of the baseline.
// Its floor is as many rows as that makes, in one transaction, in bare tables
// like those of versions and of what they say.
func BenchmarkImport(b *testing.B) {
	cs := generalElection()
	for b.Loop() {
		b.StopTimer()
		n, author := benchNight(b, 0)
		b.StartTimer()
		must0(b, n.PutContests(author, "results", cs))
		b.StopTimer()
		must0(b, n.Close())
		b.StartTimer()
	}
}

func BenchmarkImportFloor(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		db := bareFile(b, "CREATE TABLE raw (id INTEGER PRIMARY KEY, kind TEXT, about TEXT, subject TEXT, hash BLOB)",
			"CREATE INDEX raw_about ON raw (about, kind, subject)", "CREATE TABLE said (id INTEGER PRIMARY KEY, a, b, c, d, e, f)")
		b.StartTimer()
		tx, err := db.Begin()
		must0(b, err)
		for i := range 650 * (1 + 1 + 5 + 5 + 1 + 1) { // contest, papers, candidates, votes, baseline, state
			_, err := tx.Exec("INSERT INTO raw (kind, about, subject, hash) VALUES (?, ?, ?, ?)",
				"candidate", fmt.Sprintf("%026d", i/14), fmt.Sprintf("%026d", i), make([]byte, 32))
			must0(b, err)
			_, err = tx.Exec("INSERT INTO said (a, b, c, d, e, f) VALUES (?, 'Forenames', 'Surname', 'PP52', 'A Party', 'Party')", i)
			must0(b, err)
		}
		for i := range 650 * 5 {
			_, err := tx.Exec("INSERT INTO said (a, b, c, d, e, f) VALUES (?, 'Forenames', 'Surname', 'PP52', 'A Party', 'Party')", i)
			must0(b, err)
		}
		must0(b, tx.Commit())
		b.StopTimer()
		must0(b, db.Close())
		b.StartTimer()
	}
}

// BenchmarkImportAgain puts the same in once more, which says nothing new.
func BenchmarkImportAgain(b *testing.B) {
	n, author := benchNight(b, 0)
	defer n.Close()
	must0(b, n.PutContests(author, "results", generalElection()))
	cs := generalElection()
	for b.Loop() {
		must0(b, n.PutContests(author, "results", cs))
	}
}

// BenchmarkVoteOf650 keys a vote in a night of 650 contests; its floor is the
// same in a night of one, which it should equal.
func BenchmarkVoteOf650(b *testing.B) { benchVoteOf(b, generalElection()) }

func BenchmarkVoteOf650Floor(b *testing.B) { benchVoteOf(b, generalElection()[:1]) }

func benchVoteOf(b *testing.B, cs []election.Contest) {
	n, author := benchNight(b, 0)
	defer n.Close()
	must0(b, n.PutContests(author, "", candidatesOf(cs)))
	all, err := n.Contests()
	must0(b, err)
	c := all[len(all)-1]
	votes := 0
	for b.Loop() {
		votes++
		must0(b, n.KeyVotes(author, c.ID, c.Candidates[0].ID, election.Of(votes)))
	}
}

// BenchmarkContests reads 650 contests with their baselines, a fifth of them
// corrected once; its floor is without a correction.
func BenchmarkContests(b *testing.B) { benchContests(b, 130) }

func BenchmarkContestsFloor(b *testing.B) { benchContests(b, 0) }

func benchContests(b *testing.B, corrected int) {
	n, author := benchNight(b, 0)
	defer n.Close()
	cs := generalElection()
	must0(b, n.PutContests(author, "results", cs))
	for i := range corrected {
		cs[i].Rejected = election.Of(1)
	}
	must0(b, n.PutContests(author, "results, amended", cs))
	for b.Loop() {
		all, err := n.Contests()
		must0(b, err)
		corrections := 0
		for _, c := range all {
			corrections += len(c.Corrections)
		}
		if len(all) != 651 || corrections != corrected {
			b.Fatal(len(all), corrections)
		}
	}
}

// generalElection is 650 declared contests of five candidates each, with as
// many in a baseline.
func generalElection() []election.Contest {
	parties := []election.Party{{ID: "PP52", Name: "Conservative and Unionist Party", Short: "Con"}, {ID: "PP53", Name: "Labour Party", Short: "Lab"},
		{ID: "PP90", Name: "Liberal Democrats", Short: "LD"}, {ID: "PP63", Name: "Green Party", Short: "Green"}, {ID: "PP7931", Name: "Reform UK", Short: "Reform"}}
	candidates := func(contest, more int) (ks []election.Candidate) {
		for i, p := range parties {
			ks = append(ks, election.Candidate{Forenames: "Forenames", Surname: fmt.Sprint("Surname", contest, i), Party: p,
				Votes: election.Of(20000 - 3000*i + contest + more)})
		}
		return ks
	}
	var cs []election.Contest
	for i := range 650 {
		cs = append(cs, election.Contest{Name: fmt.Sprint("Constituency ", i), Code: fmt.Sprintf("E14%06d", i), Date: "2019-12-12",
			Kind: election.Parliamentary, Seats: 1, State: election.Declared, Electorate: election.Of(70000 + i), Candidates: candidates(i, 0),
			Baselines: []election.Baseline{{Name: "2017 general election", Date: "2017-06-08", Seats: 1, Electorate: election.Of(69000 + i),
				Candidates: candidates(i, 50)}}})
	}
	return cs
}

// candidatesOf are the contests before anything is counted.
func candidatesOf(cs []election.Contest) []election.Contest {
	for i := range cs {
		cs[i].State = election.NotStarted
		for j := range cs[i].Candidates {
			cs[i].Candidates[j].Votes = election.Count{}
		}
	}
	return cs
}

// BenchmarkOpen opens a night of 10,000 entries and reads it as the desk does,
// whole; its floor is the same of a night of 50.
func BenchmarkOpen(b *testing.B) { benchOpen(b, 10000) }

func BenchmarkOpenFloor(b *testing.B) { benchOpen(b, 50) }

func benchOpen(b *testing.B, entries int) {
	o := options(b)
	n, _ := benchNightWith(b, o, entries)
	path := n.Path()
	must0(b, n.Close())
	for b.Loop() {
		n, err := Open(path, o)
		must0(b, err)
		e, err := n.Edition(Moment{})
		must0(b, err)
		if len(e.Entries) != entries {
			b.Fatal(len(e.Entries))
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
	return benchNightWith(b, options(b), entries)
}

func benchNightWith(b *testing.B, o Options, entries int) (n *Night, author string) {
	b.Helper()
	n, err := Create(filepath.Join(b.TempDir(), "bench.night"), blog.Details{Title: "Bench"}, o)
	must0(b, err)
	author, err = n.AddAuthor("", blog.Author{Name: "Ada Reporter"})
	must0(b, err)
	must0(b, n.PutContests(author, "", []election.Contest{hartlepool()}))
	if entries == 0 {
		return n, author
	}
	_, err = n.log.Act("publish", record.Act{Kind: ActPublish, Author: author}, func(a *record.Act) error {
		for i := range entries {
			e := blog.Entry{ID: a.NewID(), Kicker: "Nearly", Text: fmt.Sprint(i, " ", entryText),
				Authors: []string{author}, Happened: a.Now, Published: a.Now, Updated: a.Now}
			if err := entryKind.Put(a, e.ID, e.ID, e); err != nil {
				return err
			}
		}
		return nil
	})
	must0(b, err)
	return n, author
}
