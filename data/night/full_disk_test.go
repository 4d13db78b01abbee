package night

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"nightdesk/data/blog"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
)

// The disk is full where the file may grow no more.
func fillDisk(t *testing.T, n *Night) {
	t.Helper()
	var pages int
	inWriter(t, n, func(tx *file.Transaction) {
		must0(t, tx.Row("PRAGMA page_count").Scan(&pages))
		_, err := tx.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
		must0(t, err)
	})
}

func TestAFullDiskLosesNothingAndLeavesNothingHalf(t *testing.T) {
	n := fullNight(t)
	author := firstAuthor(t, n)
	before, err := n.Edition(Moment{})
	must0(t, err)
	fillDisk(t, n)
	long := strings.Repeat("It goes on and on. ", 5000)
	_, err = n.Publish(author, blog.Entry{Text: long})
	mustBeFull(t, err)
	mustBeFull(t, n.SaveDraft(Draft{Group: "composer", Field: "text", Text: long}))
	many := hartlepool()
	many.Name, many.Code = "Elsewhere", ""
	for i := range 2000 {
		many.Candidates = append(many.Candidates, election.Candidate{Surname: fmt.Sprint("Candidate ", i)})
	}
	mustBeFull(t, n.PutContests(author, "", []election.Contest{many}))
	past := byElections()
	for range 2000 {
		past.Rows = append(past.Rows, past.Rows[0])
	}
	mustBeFull(t, n.SetHistory(author, "", past))
	_, err = n.PutCouncil(author, "", election.Council{Name: "Epping", NotUp: make([]election.Holding, 9000)})
	mustBeFull(t, err)
	mustBeFull(t, n.SetFlag(author, before.Contests[0].ID, election.Flag{Kind: election.Call, Words: long, Source: "the desk"}))
	_, err = n.SetPattern(author, blog.Pattern{Moment: blog.TieMoment, Text: long})
	mustBeFull(t, err)
	_, err = n.PutProfile(author, blog.Profile{Name: long, Form: "text"})
	mustBeFull(t, err)
	_, err = n.HandOver(author, blog.HandOver{Form: "text", Items: make([]blog.Item, 20000)})
	mustBeFull(t, err)
	after, err := n.Edition(Moment{})
	must0(t, err)
	if !reflect.DeepEqual(after, before) {
		t.Error("something of a refused act is there")
	}
	inWriter(t, n, func(tx *file.Transaction) {
		_, err = tx.Exec("PRAGMA max_page_count = 100000")
		must0(t, err)
	})
	_, err = n.Publish(author, blog.Entry{Text: long})
	must0(t, err)
	problems, err := n.Check(t.Context(), nil)
	if err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
	must0(t, n.Close())
	mustBeAlone(t, n.Path())
}

func mustBeFull(t *testing.T, err error) {
	t.Helper()
	var told *Error
	if !errors.Is(err, ErrFull) || !errors.As(err, &told) || told.Hint == "" {
		t.Errorf("a full disk gives %v", err)
	}
}

func TestANightThatCannotBeMadeLeavesNoFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "new.night")
	broken := format.WithSchema(file.NewSchema(file.Contents{}, "CREATE TABLE act (seq); SELECT no_such_function()"))
	if _, err := create(path, blog.Details{}, options(t), broken); err == nil {
		t.Error("it was created")
	}
	mustHold(t, folder)
}
