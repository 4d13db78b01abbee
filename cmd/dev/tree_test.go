package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rooms says what each package of ours may import of ours. A package has the
// rule of the longest name that is its own or a folder above it; "…/*" stands
// for everything below. A package without a rule has no place in the house.
var rooms = map[string][]string{
	"data/election":        {},
	"data/election/match":  {"data/election", "data/election/register"},
	"data/picture":         {},
	"data/blog":            {"data/election", "data/election/match", "data/blog/text"},
	"data/blog/text":       {},
	"data/blog/figure":     {"data/election", "data/election/match", "data/blog", "data/blog/text"},
	"data/blog/proofread":  {"data/election", "data/election/match", "data/blog", "data/blog/text", "data/blog/figure"},
	"data/blog/blogtest":   {"data/election"},
	"data/chart":           {"assets", "data/election"},
	"data/intake":          {"assets", "data/election", "data/election/match", "data/election/register"},
	"data/intake/paste":    {"data/election", "data/election/match", "data/election/register", "data/intake"},
	"data/publish":         {"data/election", "data/blog", "data/blog/*"},
	"data/publish/layout":  {"data/election", "data/blog", "data/blog/text", "data/chart"},
	"data/publish/paint":   {"data/blog/text", "data/chart", "data/publish/layout"},
	"data/publish/page":    {"assets", "data/election", "data/blog", "data/blog/text", "data/publish/layout", "data/publish/paint"},
	"data/publish/table":   {"data/election", "data/blog", "data/publish/layout"},
	"data/night":           {"assets", "data/election", "data/election/match", "data/blog", "data/blog/*", "data/picture"},
	"data/night/record":    {"data/night/file"},
	"data/night/file":      {},
	"assets":               {},
	"assets/sample":        {"assets", "data/*"},
	"ui":                   {"assets", "assets/sample", "data/*"},
	"ui/kit":               {"assets", "data/chart"},
	"ui/clip":              {},
	"ui/model":             {"assets", "assets/sample", "data/*"},
	"ui/shell":             {"assets", "data/*", "ui/model", "ui/kit"},
	"ui/count":             {"data/*", "ui/model", "ui/shell", "ui/kit", "ui/clip"},
	"ui/write":             {"data/*", "ui/model", "ui/shell", "ui/kit", "ui/clip"},
	"ui/results":           {"data/*", "ui/model", "ui/shell", "ui/kit", "ui/clip"},
	"ui/charts":            {"data/*", "ui/model", "ui/shell", "ui/kit", "ui/clip"},
	"ui/handover":          {"data/*", "ui/model", "ui/shell", "ui/kit", "ui/clip"},
	"cmd/nightdesk":        {"assets", "assets/sample", "data/*", "ui", "ui/*"},
	"cmd/night":            {"assets", "assets/sample", "data/*"},
	"cmd/dev":              {},
	"cmd/dev/pages/make":   {"cmd/dev/pages/nights"},
	"cmd/dev/pages/nights": {"assets/sample", "data/*"},
}

// A listed is a package as go list tells of it.
type listed struct {
	ImportPath, Dir, Doc      string
	Imports, Deps             []string
	GoFiles, CgoFiles         []string
	TestGoFiles, XTestGoFiles []string
}

// house lists our packages, and says where the checkout is.
func house(t *testing.T) (ours []listed, root string) {
	t.Helper()
	r, err := findRepo()
	if err != nil {
		t.Fatal(err)
	}
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Dir,Doc,Imports,Deps,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles", "./...")
	list.Dir, list.Stderr = r.root, os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatalf("listing the packages: %v", err)
	}
	// Reading the folders here tells go test that its answer is stale when a
	// package has come, which it cannot see in what go list reads.
	for _, top := range []string{"assets", "cmd", "data", "ui"} {
		if err := filepath.WalkDir(r.path(top), func(string, os.DirEntry, error) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("reading the list of packages: %v", err)
		}
		ours = append(ours, p)
	}
	return ours, r.root
}

func TestImportsRunOneWay(t *testing.T) {
	ours, _ := house(t)
	for _, p := range ours {
		name := strings.TrimPrefix(p.ImportPath, "nightdesk/")
		room, ok := roomOf(name)
		if !ok {
			t.Errorf("%s has no place in the house; the table above says which packages there are", name)
			continue
		}
		for _, i := range p.Imports {
			of, isOurs := strings.CutPrefix(i, "nightdesk/")
			if isOurs && !mayImport(room, of) {
				t.Errorf("%s imports %s; it may import %s", name, of, strings.Join(rooms[room], " "))
			}
		}
	}
}

// roomOf is the longest name in the table that is the package or above it.
func roomOf(name string) (room string, ok bool) {
	for r := range rooms {
		if (name == r || strings.HasPrefix(name, r+"/")) && len(r) > len(room) {
			room, ok = r, true
		}
	}
	return room, ok
}

func mayImport(room, name string) bool {
	if name == room || strings.HasPrefix(name, room+"/") {
		return room != "assets" // or the embedded files would import the sample
	}
	return slices.ContainsFunc(rooms[room], func(allowed string) bool {
		above, all := strings.CutSuffix(allowed, "*")
		return allowed == name || all && strings.HasPrefix(name, above)
	})
}

func TestFyneAndSQLStayInTheirRooms(t *testing.T) {
	ours, _ := house(t)
	for _, p := range ours {
		name := strings.TrimPrefix(p.ImportPath, "nightdesk/")
		room, _ := roomOf(name)
		screenless := strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "assets") ||
			room == "cmd/night" || strings.HasPrefix(room, "cmd/dev")
		for _, d := range p.Deps {
			if screenless && strings.HasPrefix(d, "fyne.io/") {
				t.Errorf("%s depends on %s; it must run without a screen", name, d)
				break
			}
		}
		for _, i := range p.Imports {
			if (i == "database/sql" || strings.Contains(i, "sqlite")) && !strings.HasPrefix(room, "data/night") {
				t.Errorf("%s imports %s; only data/night knows SQL", name, i)
			}
			if room == "cmd/dev" && strings.Contains(strings.Split(i, "/")[0], ".") {
				t.Errorf("cmd/dev imports %s; it stands on the standard library alone", i)
			}
		}
	}
}

func TestOnlyThePlannedNamesStandAtTheTop(t *testing.T) {
	_, root := house(t)
	planned := []string{"cmd", "data", "ui", "assets", "FyneApp.toml", "go.mod", "go.sum", "README.md", "LICENSE"}
	built := []string{"dist", "nightdesk", "night"} // which git ignores
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(planned, name) && !slices.Contains(built, name) {
			t.Errorf("%s stands at the top of the repository; the plan has no place for it there", name)
		}
	}
}

func TestEveryPackageSaysWhatItPromises(t *testing.T) {
	ours, _ := house(t)
	for _, p := range ours {
		if strings.TrimSpace(p.Doc) == "" && !testsSay(t, p) {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
		name := p.ImportPath[strings.LastIndex(p.ImportPath, "/")+1:]
		if slices.Contains([]string{"util", "utils", "helper", "helpers", "manager", "common", "misc"}, name) {
			t.Errorf("%s says nothing of what it is", p.ImportPath)
		}
	}
}

// testsSay tells whether a package of tests alone has its comment there.
func testsSay(t *testing.T, p listed) bool {
	if len(p.GoFiles)+len(p.CgoFiles) > 0 {
		return false
	}
	for _, name := range append(p.TestGoFiles, p.XTestGoFiles...) {
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, name), nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Error(err)
		} else if f.Doc != nil {
			return true
		}
	}
	return false
}

func TestNoFileHoldsTwoThings(t *testing.T) {
	const most = 400 // lines; beyond them a file is two
	ours, _ := house(t)
	for _, p := range ours {
		for _, name := range append(p.GoFiles, p.CgoFiles...) {
			text, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if lines := bytes.Count(text, []byte("\n")); lines > most {
				t.Errorf("%s/%s has %d lines, and asks to be two files", p.ImportPath, name, lines)
			}
		}
	}
}
