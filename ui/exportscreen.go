package ui

import (
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/data/night"
	"nightdesk/data/publish"
	"nightdesk/ui/kit"
)

// exportScreen writes the blog as files for publishing, and shows the page in
// the system's browser before it is.
type exportScreen struct {
	window *window
	forms  *fyne.Container
	first  *kit.Button // where the keys begin
	root   fyne.CanvasObject
}

// formWords say what each form is for.
var formWords = map[publish.Form][2]string{
	publish.Page:          {"Page", "A whole web page with its pictures beside it. Opens anywhere, needs nothing."},
	publish.Fragment:      {"Fragment", "HTML to paste into a CMS: no style, no script, readable without a class."},
	publish.WordPress:     {"WordPress blocks", "Text to paste into the WordPress editor, which makes headings, quotes, lists and tables of it."},
	publish.Markdown:      {"Markdown", "For a CMS or a mail that reads Markdown: no hard wrap, no headings."},
	publish.Text:          {"Plain text", "For a wire, a mail or a phone: no hard wrap, entries set apart."},
	publish.CSV:           {"Results as CSV", "One flat table, a row a candidate. A spreadsheet opens it and an import reads it again."},
	publish.ParliamentCSV: {"Results in the Parliament’s columns", "Two tables of the constituencies: the candidacies, and the totals beside them."},
	publish.JSON:          {"Results as JSON", "Every figure for a program, the councils too. An import reads it again."},
}

func newExportScreen(w *window) *exportScreen {
	s := &exportScreen{window: w, forms: kit.Column(14)}
	for _, f := range publish.Forms {
		words := formWords[f]
		row := []fyne.CanvasObject{kit.NewButton("Save…", kit.Outlined, func() { s.save(f) }), kit.NewButton("Copy", kit.Outlined, func() { s.copy(f) })}
		if f == publish.Page {
			s.first = kit.NewButton("Preview in the browser", kit.Filled, s.preview)
			row = append([]fyne.CanvasObject{s.first}, row...)
		}
		s.forms.Add(kit.Column(2, kit.NewBold(words[0]), kit.NewQuiet(words[1]), kit.Inset(kit.Row(8, row...), 6, 0, 4, 0), kit.NewBox(kit.Line)))
	}
	head := kit.Row(12, kit.NewText("Export").Bold().Sized(kit.TitleSize),
		kit.NewQuiet("Only what is public leaves the desk. Every file is written whole or not at all."))
	s.root = container.NewBorder(kit.Inset(head, 16, 18, 12, 18), nil, nil, nil, container.NewVScroll(kit.Inset(s.forms, 6, 24, 24, 18)))
	return s
}

// render reads the night and renders a form of it, away from the window.
func (s *exportScreen) render(f publish.Form, name string, then func([]publish.File)) {
	var files []publish.File
	s.window.say("Rendering…")
	s.window.desk.ask(func(n *night.Night) error {
		e, err := n.Edition(night.Moment{})
		if err != nil {
			return err
		}
		files, err = publish.Export(e, f, publish.Options{Name: name, Pictures: n.Picture})
		return err
	}, func(err error) {
		if err != nil {
			s.window.message.warn(sentence(err))
			return
		}
		then(files)
	})
}

func (s *exportScreen) save(f publish.Form) {
	name := fileName(s.window.desk.details.Title) + f.Extension()
	s.window.askSave("Export the "+formWords[f][0], name, func(path string) {
		base := filepath.Base(path)
		s.render(f, base[:len(base)-len(filepath.Ext(base))], func(files []publish.File) {
			go func() {
				err := publish.Write(path, files)
				fyne.Do(func() { s.window.written(publish.Place(path, files), err) })
			}()
		})
	})
}

func (s *exportScreen) copy(f publish.Form) {
	s.render(f, "", func(files []publish.File) {
		fyne.CurrentApp().Clipboard().SetContent(string(files[0].Data))
		s.window.say("Copied. The clipboard is empty once Nightdesk quits: save a file to keep it.")
	})
}

// preview writes the page to a folder of its own and opens it in the browser.
func (s *exportScreen) preview() {
	s.render(publish.Page, "preview", func(files []publish.File) {
		go func() {
			folder, err := os.MkdirTemp("", "nightdesk-preview-")
			path := publish.Place(filepath.Join(folder, "preview.html"), files)
			if err == nil {
				err = publish.Write(path, files)
			}
			fyne.Do(func() {
				if err == nil {
					err = s.window.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
				}
				s.window.written(path, err)
			})
		}()
	})
}

// showExport goes to the export screen, to its first button.
func (w *window) showExport() {
	w.goTo(exportScreenID)
	w.focus(w.exports.first)
}
