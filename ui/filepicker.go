package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
)

// filePicker picks a file by keys: a path to type over a list of what is in
// its folder. Enter goes into a folder or takes the file.
type filePicker struct {
	window     *window
	extensions []string // lower case, with the dot; none means every file
	then       func(path string)

	path   *kit.Entry
	list   *kit.List
	names  map[fyne.CanvasObject]*kit.Text
	folder string   // that is typed
	known  bool     // files are those of the folder; it is read away from the window
	enter  bool     // Enter was pressed before they were known
	files  []string // of that folder; folders end in a separator
	shown  []string
}

// askOpen asks for a file with one of the extensions.
func (w *window) askOpen(title string, extensions []string, then func(path string)) {
	p := &filePicker{window: w, extensions: extensions, then: then, names: map[fyne.CanvasObject]*kit.Text{}}
	p.path = kit.NewEntry("Folder and file")
	p.list = kit.NewList(func() fyne.CanvasObject {
		t := kit.NewText("").Trim()
		o := kit.Inset(t, 3, 8, 3, 8)
		p.names[o] = t
		return o
	}, func(i int, o fyne.CanvasObject) { p.names[o].SetText(p.shown[i]) })
	p.list.Clicked = p.take
	p.path.OnChanged = func(string) { p.look() }
	p.path.Keyed = p.keyed
	p.list.Keyed = func(k *fyne.KeyEvent) { p.keyed(k) }
	p.path.SetText(w.startFolder())
	list := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) { kit.Put(o[0], 0, 0, size.Width, size.Height) },
	}, p.list)
	w.over(kit.Column(6, kit.NewText(title).Bold().Sized(kit.TitleSize), p.path, list,
		kit.NewSmall("Type to narrow the list, ↑ ↓ choose, Enter opens, Esc leaves. A file can also be dropped on the window.")), p.path)
	p.path.SetCaret(len([]rune(p.path.Text)))
}

// startFolder is where picking a file begins: where the last one was.
func (w *window) startFolder() string {
	if f := w.app.Preferences().String("folder"); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home + string(filepath.Separator)
}

// look lists the folder of what is typed, reading it away from the window
// where it is another than before.
func (p *filePicker) look() {
	p.enter = false
	folder, _ := filepath.Split(p.path.Text)
	if folder == p.folder {
		p.match()
		return
	}
	p.folder, p.known, p.files = folder, false, nil
	p.match()
	go func() {
		files := p.read(folder)
		fyne.Do(func() {
			if p.folder == folder {
				p.files, p.known = files, true
				p.match()
				if p.enter {
					p.accept()
				}
			}
		})
	}()
}

// read lists a folder: its folders and the files that can be picked, by name.
// A folder that cannot be read has nothing in it.
func (p *filePicker) read(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
		case e.IsDir():
			out = append(out, name+string(filepath.Separator))
		case len(p.extensions) == 0 || slices.Contains(p.extensions, strings.ToLower(filepath.Ext(name))):
			out = append(out, name)
		}
	}
	return out
}

func (p *filePicker) match() {
	_, typed := filepath.Split(p.path.Text)
	p.shown = nil
	for _, name := range p.files {
		if strings.Contains(strings.ToLower(name), strings.ToLower(typed)) {
			p.shown = append(p.shown, name)
		}
	}
	heights := make([]float32, len(p.shown))
	for i := range heights {
		heights[i] = 25
	}
	p.list.SetRows(heights, 0)
}

func (p *filePicker) keyed(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		p.list.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.accept()
	case fyne.KeyEscape:
		p.enter = false
		p.window.closeOverlay()
	default:
		return false
	}
	return true
}

// accept takes the file that is typed whole, else what is selected. Where the
// folder is still being read it waits for that.
func (p *filePicker) accept() {
	if p.enter = !p.known; p.enter {
		return
	}
	if _, typed := filepath.Split(p.path.Text); typed != "" && slices.Contains(p.files, typed) {
		p.pick(p.path.Text)
		return
	}
	p.take(p.list.Selection())
}

// take goes into the folder, or takes the file, in row i.
func (p *filePicker) take(i int) {
	if i < 0 || i >= len(p.shown) {
		return
	}
	path := p.folder + p.shown[i]
	if strings.HasSuffix(path, string(filepath.Separator)) {
		p.path.SetText(path)
		p.path.SetCaret(len([]rune(path)))
		p.window.focus(p.path)
		return
	}
	p.pick(path)
}

func (p *filePicker) pick(path string) {
	p.window.app.Preferences().SetString("folder", p.folder)
	p.window.closeOverlay()
	p.then(path)
}

// askSave asks where a file is to be written, with a proposal.
func (w *window) askSave(title, name string, then func(path string)) {
	path := newField("File", filepath.Join(filepath.Dir(w.startFolder()+"x"), name), "")
	w.sheet(title, "", []*field{path}, "Save", func() string {
		if strings.TrimSpace(path.entry.Text) == "" {
			return "Say where the file is to be."
		}
		then(path.entry.Text)
		return ""
	})
}

// written says that files were written, or why not.
func (w *window) written(path string, err error) {
	if err != nil {
		w.message.warn(sentence(err))
		return
	}
	w.say("Written: " + path)
}
