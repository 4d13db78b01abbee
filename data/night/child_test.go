package night

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
)

// TestMain lets the test binary be the other process of a test.
func TestMain(m *testing.M) {
	switch os.Getenv("NIGHT_CHILD") {
	case "":
		os.Exit(m.Run())
	case "desk":
		deskChild(os.Getenv("NIGHT_PATH"))
	case "lock":
		lockChild(os.Getenv("NIGHT_PATH"))
	case "post":
		postChild(os.Getenv("NIGHT_PATH"))
	case "look":
		lookChild(os.Getenv("NIGHT_PATH"))
	case "crash":
		crashChild(os.Getenv("NIGHT_PATH"))
	}
}

// child is this test binary as another process.
func child(role, path string, more ...string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(append(os.Environ(), "NIGHT_CHILD="+role, "NIGHT_PATH="+path), more...)
	return c
}

func childRun(t *testing.T, role, path string) (string, error) {
	t.Helper()
	out, err := child(role, path, "NIGHT_STATE="+t.TempDir()).CombinedOutput()
	return string(out), err
}

func childFails(err error) {
	fmt.Println("error:", err)
	os.Exit(1)
}

// lookChild opens a night and says what it found.
func lookChild(path string) {
	state := os.Getenv("NIGHT_STATE")
	o := Options{StateDir: state, BackupDir: filepath.Join(state, "backups"), Host: "laptop"}
	n, err := waysIn[os.Getenv("NIGHT_WAY")](path, o)
	if err != nil {
		childFails(err)
	}
	entries, err := n.Entries()
	if err != nil {
		childFails(err)
	}
	write := n.SaveDraft(Draft{Group: "composer", Field: "text", Text: "x"})
	fmt.Printf("entries %d, read-only %v, because %s\n", len(entries), errors.Is(write, ErrReadOnly), n.ReadOnly())
	if err := n.Close(); err != nil {
		childFails(err)
	}
	if left, err := os.ReadDir(filepath.Join(state, "private")); err == nil && len(left) > 0 {
		childFails(fmt.Errorf("private copies are left: %v", left))
	}
}

// deskChild posts, keys and drafts until it is killed, and says of each
// what it has saved, once it is saved.
func deskChild(path string) {
	state := os.Getenv("NIGHT_STATE")
	n, err := Open(path, Options{StateDir: state, BackupDir: filepath.Join(state, "backups"), Host: "laptop"})
	if err != nil {
		childFails(err)
	}
	c, err := n.Contests()
	if err != nil {
		childFails(err)
	}
	authors, err := n.Authors()
	if err != nil {
		childFails(err)
	}
	author, candidate := authors[0].ID, c[0].Candidates[1].ID
	from, _ := strconv.Atoi(os.Getenv("NIGHT_FROM"))
	fmt.Println("ready")
	for i := from; ; i++ {
		_, err := n.Publish(author, blog.Entry{Text: strings.Repeat("Line after line. ", 1+i%300)})
		say(err, "entry", i)
		say(n.KeyVotes(author, c[0].ID, candidate, election.Of(i)), "vote", i)
		_, err = n.PutCouncil(author, "", numberedCouncil(i))
		say(err, "council", i)
		_, err = n.HandOver(author, numberedHandOver(i))
		say(err, "hand-over", i)
		say(n.SaveDraft(Draft{Group: "composer", Field: "text", Text: strconv.Itoa(i)}), "draft", i)
	}
}

// numberedCouncil has its number in each of its tables.
func numberedCouncil(i int) election.Council {
	all := []election.Holding{{Party: election.Party{ID: "PP52"}, Seats: i}, {Party: election.Party{ID: "PP53"}, Seats: i}}
	return election.Council{Name: "Harlow", Seats: i, NotUp: all,
		Baselines: []election.CouncilBaseline{{Name: "eve of poll", Vacant: i, Holdings: all}}}
}

// numberedHandOver has its number in each of its tables.
func numberedHandOver(i int) blog.HandOver {
	all := make([]blog.Item, 3)
	for at := range all {
		all[at] = blog.Item{Kind: blog.EntryItem, ID: strconv.Itoa(at), Digest: strconv.Itoa(i)}
	}
	return blog.HandOver{Form: "text", To: strconv.Itoa(i), Items: all}
}

func say(err error, what string, i int) {
	if err != nil {
		childFails(err)
	}
	fmt.Println(what, i)
}

// lockChild tries to write while another process is writing.
func lockChild(path string) {
	settings := map[string][]string{"mode": {"rw"}, "_busy_timeout": {"1"}, "_txlock": {"immediate"}}
	db, err := file.Connect(path, settings, 1)
	if err != nil {
		childFails(err)
	}
	if _, err := db.Begin(); err != nil {
		childFails(err)
	}
}

// postChild publishes beside a desk, once.
func postChild(path string) {
	state := os.Getenv("NIGHT_STATE")
	n, err := OpenBeside(path, Options{StateDir: state, BackupDir: filepath.Join(state, "backups"), Host: "laptop"})
	if err != nil {
		childFails(err)
	}
	authors, err := n.Authors()
	if err != nil {
		childFails(err)
	}
	if _, err := n.Publish(authors[0].ID, blog.Entry{Text: "Posted beside the desk."}); err != nil {
		childFails(err)
	}
	if err := n.Close(); err != nil {
		childFails(err)
	}
}

// crashChild dies in the middle of a transaction that has reached the file,
// so that a journal is needed to read it.
func crashChild(path string) {
	n, err := OpenBeside(path, Options{StateDir: filepath.Dir(path), BackupDir: filepath.Dir(path)})
	if err != nil {
		childFails(err)
	}
	_ = n.file.Write("crash", func(t *file.Transaction) (func(), error) {
		for _, statement := range []string{"PRAGMA cache_size = 1", "PRAGMA cache_spill = 1"} {
			if _, err := t.Exec(statement); err != nil {
				childFails(err)
			}
		}
		for i := range 400 {
			d := Draft{Group: "crash", Field: strconv.Itoa(i), Text: strings.Repeat("half ", 500)}
			if _, err := t.Exec(`INSERT INTO draft (held, field, text, caret, saved, meta, digest) VALUES (?, ?, ?, 0, 0, '', ?)`,
				d.Group, d.Field, d.Text, make([]byte, 32)); err != nil {
				childFails(err)
			}
		}
		p, _ := os.FindProcess(os.Getpid())
		_ = p.Kill()
		time.Sleep(time.Minute)
		return nil, nil
	})
}
