package night

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// The documentation is the file's compatibility promise: it names everything
// that is in it.
func TestTheDocumentationNamesEveryTableAndColumn(t *testing.T) {
	b, err := os.ReadFile("doc.go")
	must0(t, err)
	documented := map[string]bool{}
	for _, word := range regexp.MustCompile(`[a-z_]+`).FindAllString(string(b), -1) {
		documented[word] = true
	}
	n := fullNight(t)
	defer n.Close()
	db := reader(t, n.Path())
	defer db.Close()
	for _, table := range append(tables(t), "draft") {
		columns, _, err := columnsOf(db, table)
		must0(t, err)
		for _, name := range append(columns, table) {
			if !documented[name] && name != "version" && name != "position" {
				t.Errorf("%s of table %s is not documented", name, table)
			}
		}
	}
	acts, err := n.History("")
	must0(t, err)
	for _, a := range acts {
		if !strings.Contains(string(b), string(a.Kind)) {
			t.Errorf("the act %q is not documented", a.Kind)
		}
	}
}

// Anybody can query a night: every view answers, and says what there is.
func TestEveryViewReads(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	db := reader(t, n.Path())
	defer db.Close()
	for _, view := range names(t, "view") {
		var rows int
		must0(t, db.QueryRow("SELECT count(*) FROM "+view).Scan(&rows))
		if rows == 0 && view != "conflict" {
			t.Errorf("the view %s is empty", view)
		}
	}
	var at, authors, text string
	must0(t, db.QueryRow(`SELECT published_utc, authors, text FROM entry_now`).Scan(&at, &authors, &text))
	if !strings.HasPrefix(at, "2021-05-06 21:00:") || authors != "Ada Reporter" || !strings.Contains(text, "no less") {
		t.Errorf("entry_now reads %q, %q, %q", at, authors, text)
	}
}
