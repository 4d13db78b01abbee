package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night"
	"nightdesk/data/publish"
)

type exportCommand struct {
	File    string `arg:"" help:"The night."`
	As      string `placeholder:"FORM" help:"${blog_forms} for the blog; ${result_forms} for the results; archive for the whole night, also what is not public."`
	Out     string `required:"" placeholder:"PATH" help:"The file to write, or a folder to write it in; pictures go beside it. - is standard output, for what is one file."`
	asOf    `embed:""`
	Contest string `placeholder:"NAME" help:"Only this contest, or this council with its wards; of a blog, leave out the entries that are about others alone."`

	Author string `placeholder:"A" help:"Hand it over: the night records what was taken, when, and that this author gave it."`

	exportOptions `embed:""`
}

// formNames are the forms of the results, or those of the blog, as a line of
// help has them: "csv, parliament or json".
func formNames(ofResults bool) string {
	var names []string
	for _, f := range publish.Forms {
		if f.OfResults() == ofResults {
			names = append(names, string(f))
		}
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// Run writes the form, whole or not at all. What its proof finds is told; an
// error of it stands against writing.
func (c *exportCommand) Run(t *terminal) error {
	if c.As == archiveForm {
		return c.archive(t)
	}
	if c.As == "" && c.Profile == "" {
		return &callError{"missing flags: --as=FORM", "See “night export --help”."}
	}
	if err := c.check(); err != nil {
		return err
	}
	var name string
	if c.Out != toStandardOutput && !isFolder(c.Out) {
		base := filepath.Base(c.Out)
		name = strings.TrimSuffix(base, filepath.Ext(base))
	}
	var files []publish.File
	var given blog.HandOver
	if err := t.view(c.File, func(n *night.Night) error {
		e, _, err := c.edition(n)
		if err != nil {
			return err
		}
		p, err := c.profile(e, c.As)
		if err != nil {
			return err
		}
		form := publish.Form(p.Form)
		if !slices.Contains(publish.Forms, form) {
			return &publish.UnknownFormError{Form: form}
		}
		if err := c.fits(form); err != nil {
			return err
		}
		o := c.over(e, p)
		o.Name, o.Pictures = name, n.Picture
		if c.Contest != "" {
			if e, err = about(e, form, c.Contest); err != nil {
				return err
			}
		}
		if files, err = publish.Export(e, form, o); err != nil {
			return err
		}
		given = handOver(e, p, o)
		return proof(t, e, form, o, files)
	}); err != nil {
		return err
	}
	if err := deliver(t, c.Out, files); err != nil || c.Author == "" {
		return err
	}
	return c.record(t, given)
}

// proof tells what the proof of an export found, and fails where an error
// stands against it.
func proof(t *terminal, e blog.Edition, form publish.Form, o publish.Options, files []publish.File) error {
	found, err := publish.Proof(e, form, o, files)
	if err != nil {
		return err
	}
	var unfit unfitError
	for _, f := range found {
		line := f.Text
		if i := slices.IndexFunc(e.Entries, func(x blog.Entry) bool { return x.ID == f.Entry }); i >= 0 {
			line = fmt.Sprintf("entry %s, “%s”: %s", f.Entry, headOf(e.Entries[i]), f.Text)
		}
		if f.Level == election.Error {
			unfit = append(unfit, line)
		} else {
			t.note("%s", line)
		}
	}
	if len(unfit) > 0 {
		return unfit
	}
	return nil
}

// An unfitError says why an export must not leave, a reason each.
type unfitError []string

func (e unfitError) Error() string { return strings.Join(e, "\n") }

// Hint is the user's next step.
func (e unfitError) Hint() string { return "Nothing was written." }

// archiveForm is the one form that is no hand-over: it holds everything.
const archiveForm = "archive"

// archive writes the whole night as JSON, of which night new --from makes the
// same night.
func (c *exportCommand) archive(t *terminal) error {
	if c.Contest != "" || c.AsOf != "" {
		return &callError{"--as archive: an archive is of the whole night", "Leave --contest and --as-of out; nothing was written."}
	}
	var b bytes.Buffer
	if err := t.view(c.File, func(n *night.Night) error { return n.Archive(&b) }); err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(c.File), filepath.Ext(c.File)) + ".json"
	return deliver(t, c.Out, []publish.File{{Name: name, Data: b.Bytes()}})
}

// about is what the edition has of one contest, or of one council and its
// wards: of a blog the entries that are not about others alone, of results
// theirs.
func about(e blog.Edition, form publish.Form, name string) (blog.Edition, error) {
	contests, councils, err := named(e, name)
	if err != nil {
		return e, err
	}
	if form.OfResults() {
		e.Contests, e.Councils = contests, councils
		return e, nil
	}
	meant := map[string]bool{}
	for _, c := range contests {
		meant[c.ID] = true
	}
	for _, c := range councils {
		meant[c.ID] = true
	}
	var entries []blog.Entry
	for _, x := range e.Entries {
		if ids := shownIn(e, x); len(ids) == 0 || slices.ContainsFunc(ids, func(id string) bool { return meant[id] }) {
			entries = append(entries, x)
		}
	}
	e.Entries = entries
	return e, nil
}

// shownIn are the ids of the contests and councils whose figures, results or
// charts an entry shows.
func shownIn(e blog.Edition, x blog.Entry) []string {
	var ids []string
	for _, f := range x.Frozen {
		ids = append(ids, f.Contest)
	}
	for _, b := range text.Parse(x.Text, nil).Blocks {
		var name string
		switch b := b.(type) {
		case text.ResultBlock:
			name = b.Contest
		case text.ChartBlock:
			name = b.Contest
		}
		if c, ok := blog.FindContest(e.Contests, name); ok {
			ids = append(ids, c.ID)
		} else if c, ok := blog.FindCouncil(e.Councils, name); ok {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// toStandardOutput is what --out says where no file is to be written.
const toStandardOutput = "-"

// printed writes an export of one file to standard output.
func printed(t *terminal, files []publish.File) error {
	if len(files) > 1 {
		return &callError{fmt.Sprintf("--out -: this export is %d files, and standard output takes one", len(files)),
			"Give --out a file's name or a folder; nothing was written."}
	}
	_, err := t.out.Write(files[0].Data)
	return err
}

// deliver writes the files of an export and says where they are, and which
// folder was made for them. A night is never overwritten.
func deliver(t *terminal, out string, files []publish.File) error {
	if out == toStandardOutput {
		return printed(t, files)
	}
	main := publish.Place(out, files)
	said, paths, pictures := []string{main}, []string{main}, 0
	for _, f := range files[1:] {
		if strings.Contains(f.Name, "/") {
			pictures++
			continue
		}
		paths = append(paths, filepath.Join(filepath.Dir(main), f.Name))
		if !strings.HasSuffix(f.Name, publish.Page.Extension()) {
			said = append(said, paths[len(paths)-1])
		}
	}
	for _, path := range paths {
		if h, err := night.Peek(path); err == nil && h.IsNight() {
			return &callError{fmt.Sprintf("--out: %s is a night", path), "Choose another name; nothing was written."}
		}
	}
	folder := filepath.Dir(main)
	_, missing := os.Stat(folder)
	if err := publish.Write(out, files); err != nil {
		return err
	}
	if errors.Is(missing, fs.ErrNotExist) {
		t.note("made the folder %s.", folder)
	}
	var beside []string
	if pages := len(paths) - len(said); pages > 0 {
		beside = append(beside, election.Several(pages, "numbered page", "numbered pages"))
	}
	if pictures > 0 {
		beside = append(beside, election.Several(pictures, "picture", "pictures"))
	}
	if len(beside) > 0 {
		said = append(said, "and "+election.And(beside)+" beside it")
	}
	t.say("%s", strings.Join(said, ", "))
	return nil
}

// isFolder reports whether a path is a folder, or is written as one.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || path != "" && os.IsPathSeparator(path[len(path)-1])
}
