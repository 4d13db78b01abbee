package night

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"nightdesk/data/blog"
	"nightdesk/data/election"
)

// rounds is how often the desk is killed; NIGHT_CRASH_ROUNDS asks for more.
func rounds(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("NIGHT_CRASH_ROUNDS")); err == nil {
		return n
	}
	if testing.Short() {
		return 5
	}
	return 25
}

// TestKill starts a desk that posts, keys and drafts as fast as it can and
// kills it, again and again, on one night. Nothing that it had acknowledged
// may be lost, and nothing may be half there.
func TestKill(t *testing.T) {
	folder, path, o := killedNight(t)
	var told acknowledged
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	for round := range rounds(t) {
		told.survive(t, path, o, time.Duration(5+random.IntN(120))*time.Millisecond)
		n, err := Open(path, o)
		must0(t, err)
		told.mustBeIn(t, n, round)
		problems, err := n.Check(context.Background(), nil)
		if err != nil || len(problems) > 0 {
			t.Fatalf("round %d: %q, %v", round, problems, err)
		}
		must0(t, n.Close())
		mustHold(t, folder, filepath.Base(path))
	}
	t.Logf("%d entries, last vote %d, last council %d, last hand-over %d, last draft %d",
		told.entries, told.vote, told.council, told.handOver, told.draft)
	if told.entries == 0 || told.vote == 0 || told.council == 0 || told.handOver == 0 || told.draft == 0 {
		t.Error("the desk never got to write anything")
	}
}

func killedNight(t *testing.T) (folder, path string, o Options) {
	folder, o = t.TempDir(), options(t)
	path = filepath.Join(folder, "killed.night")
	n, err := Create(path, blog.Details{Title: "Killed"}, o)
	must0(t, err)
	_, err = n.AddAuthor("", blog.Author{Name: "Ada Reporter"})
	must0(t, err)
	must0(t, n.PutContests("", "", []election.Contest{hartlepool()}))
	must0(t, n.Close())
	return folder, path, o
}

// acknowledged is what the killed desks said they had saved.
type acknowledged struct{ entries, vote, council, handOver, draft int }

// survive runs a desk for a while and kills it in whatever it is doing.
func (a *acknowledged) survive(t *testing.T, path string, o Options, after time.Duration) {
	t.Helper()
	c := child("desk", path, "NIGHT_STATE="+o.StateDir, fmt.Sprintf("NIGHT_FROM=%d", max(a.entries, a.vote, a.council, a.handOver, a.draft)+10))
	out, err := c.StdoutPipe()
	must0(t, err)
	must0(t, c.Start())
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil || first != "ready\n" {
		t.Fatalf("the desk says %q, %v", first, err)
	}
	killed := time.AfterFunc(after, func() { _ = c.Process.Kill() })
	defer killed.Stop()
	for {
		line, err := lines.ReadString('\n')
		if err == io.EOF {
			break // a line without its end was not heard
		}
		must0(t, err)
		a.hear(t, strings.TrimSpace(line))
	}
	_ = c.Wait()
}

func (a *acknowledged) hear(t *testing.T, line string) {
	t.Helper()
	what, value, _ := strings.Cut(line, " ")
	n, err := strconv.Atoi(value)
	if err != nil {
		t.Fatalf("the desk says %q", line)
	}
	switch what {
	case "entry":
		a.entries++
	case "vote":
		a.vote = n
	case "council":
		a.council = n
	case "hand-over":
		a.handOver = n
	case "draft":
		a.draft = n
	}
}

// mustBeIn asserts that the night has at least what was acknowledged: the
// last act may have been committed and its acknowledgement killed.
func (a *acknowledged) mustBeIn(t *testing.T, n *Night, round int) {
	t.Helper()
	entries, err := n.Entries()
	must0(t, err)
	if len(entries) < a.entries || len(entries) > a.entries+1 {
		t.Errorf("round %d: %d entries acknowledged, %d there", round, a.entries, len(entries))
	}
	vote, _ := onlyContest(t, n).Candidates[1].Votes.Get()
	if vote < a.vote {
		t.Errorf("round %d: vote %d acknowledged, %d there", round, a.vote, vote)
	}
	council, handOver := a.councilIn(t, n, round), a.handOverIn(t, n, round)
	drafts, err := n.Drafts()
	must0(t, err)
	draft := 0
	for _, d := range drafts {
		draft, err = strconv.Atoi(d.Text)
		must0(t, err)
	}
	if draft < a.draft {
		t.Errorf("round %d: draft %d acknowledged, %d there", round, a.draft, draft)
	}
	a.entries, a.vote, a.council, a.handOver, a.draft = len(entries), vote, council, handOver, draft
}

// councilIn is the number of the council that is there, which fills four
// tables: all of it, or what was there before.
func (a *acknowledged) councilIn(t *testing.T, n *Night, round int) int {
	t.Helper()
	councils, err := n.Councils()
	must0(t, err)
	if len(councils) == 0 {
		councils = append(councils, election.Council{})
	}
	got := councils[0]
	want := numberedCouncil(got.Seats)
	want.ID = got.ID
	if got.Seats < a.council || got.Seats > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("round %d: council %d acknowledged, there is %+v", round, a.council, got)
	}
	return got.Seats
}

// handOverIn is the number of the last hand-over that is there; each is whole.
func (a *acknowledged) handOverIn(t *testing.T, n *Night, round int) (last int) {
	t.Helper()
	ledger, err := n.HandOvers()
	must0(t, err)
	for _, h := range ledger {
		last, err = strconv.Atoi(h.To)
		must0(t, err)
		if want := numberedHandOver(last); !reflect.DeepEqual(h.Items, want.Items) {
			t.Errorf("round %d: of hand-over %d there is %+v", round, last, h)
		}
	}
	if last < a.handOver {
		t.Errorf("round %d: hand-over %d acknowledged, %d there", round, a.handOver, last)
	}
	return last
}
