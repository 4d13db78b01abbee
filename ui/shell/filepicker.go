package shell

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nightdesk/ui/kit"
	"nightdesk/ui/model"
)

// filePicker picks a file by keys: a path to type over a list of what is in
// its folder. Enter goes into a folder or takes the file.
type filePicker struct {
	shell      *Shell
	extensions []string // lower case, with the dot; none means every file
	then       func(path string)

	path    *kit.Entry
	list    *kit.List
	names   map[fyne.CanvasObject]*kit.Text
	folder  string   // that is typed
	known   bool     // files are those of the folder; it is read away from the window
	enter   bool     // Enter was pressed before they were known
	files   []string // of that folder; folders end in a separator
	others  []string // what else is in it
	missing bool     // it cannot be read
	shown   []string
	says    *kit.Text // in place of the list where there is nothing to list
}

// AskOpen asks for a file with one of the extensions.
func (sh *Shell) AskOpen(title string, extensions []string, then func(path string)) {
	p := &filePicker{shell: sh, extensions: extensions, then: then, names: map[fyne.CanvasObject]*kit.Text{}}
	p.path = kit.NewEntry("Folder and file")
	p.list = kit.NewList(func() fyne.CanvasObject {
		t := kit.NewText("").Trim()
		o := kit.Inset(t, 3, 8, 3, 8)
		p.names[o] = t
		return o
	}, func(i int, o fyne.CanvasObject) { p.names[o].SetText(p.shown[i]) })
	p.list.Clicked = p.take
	p.says = kit.NewQuiet("").Trim()
	p.path.OnChanged = func(string) { p.typed() }
	p.path.Keyed = p.keyed
	p.list.Keyed = func(k *fyne.KeyEvent) { p.keyed(k) }
	p.path.SetText(sh.startFolder())
	list := container.New(kit.Place{
		Min: func([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 300) },
		Put: func(o []fyne.CanvasObject, size fyne.Size) {
			kit.Put(o[0], 0, 0, size.Width, size.Height)
			kit.Put(o[1], 8, 3, max(0, size.Width-16), 19)
		},
	}, p.list, p.says)
	sh.Over(kit.Column(6, kit.NewText(title).Bold().Sized(kit.TitleSize), p.path, list,
		kit.NewSmall("Type to narrow the list, ↑ ↓ choose, Enter opens, Esc leaves. A file can also be dropped on the window.")), p.path)
	p.path.SetCaret(len([]rune(p.path.Text)))
}

// startFolder is where picking a file begins: where the last one was.
func (sh *Shell) startFolder() string {
	if f := sh.App.Preferences().String("folder"); f != "" {
		return f
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home + string(filepath.Separator)
}

// typed looks for what is typed. A whole path that is typed or pasted behind
// the folder stands in its place.
func (p *filePicker) typed() {
	if path, found := wholePath(p.path.Text); found {
		p.path.SetText(path) // which comes back here
		p.path.SetCaret(len([]rune(path)))
		return
	}
	p.look()
}

// wholePath finds a whole path behind another one: "/home/ada//tmp/x.csv" is
// "/tmp/x.csv". A path of a network begins with two separators and is whole.
func wholePath(typed string) (path string, found bool) {
	separator := string(filepath.Separator)
	if at := strings.LastIndex(typed, separator+separator); at > 0 {
		return typed[at+1:], true
	}
	for at := 3; at+3 <= len(typed); at++ { // a drive behind a folder
		if os.IsPathSeparator(typed[at-1]) && filepath.VolumeName(typed[at:]) != "" && filepath.IsAbs(typed[at:]) {
			return typed[at:], true
		}
	}
	return typed, false
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
	p.folder, p.known, p.files, p.others, p.missing = folder, false, nil, nil, false
	p.match()
	go func() {
		files, others, err := p.read(folder)
		fyne.Do(func() {
			if p.folder == folder {
				p.files, p.others, p.missing, p.known = files, others, err != nil, true
				p.match()
				if p.enter {
					p.accept()
				}
			}
		})
	}()
}

// read lists a folder: its folders and the files that can be picked, by name,
// and what else is in it.
func (p *filePicker) read(folder string) (files, others []string, err error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, "."):
			others = append(others, name)
		case e.IsDir():
			files = append(files, name+string(filepath.Separator))
		case len(p.extensions) == 0 || slices.Contains(p.extensions, strings.ToLower(filepath.Ext(name))):
			files = append(files, name)
		default:
			others = append(others, name)
		}
	}
	return files, others, nil
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
	p.says.SetText("")
	if p.known {
		p.says.SetText(kit.NoMatch(len(p.shown), typed))
	}
}

func (p *filePicker) keyed(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		p.list.TypedKey(k)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.accept()
	case fyne.KeyEscape:
		p.enter = false
		p.shell.CloseOverlay()
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
	_, typed := filepath.Split(p.path.Text)
	switch {
	case typed != "" && slices.Contains(p.files, typed):
		p.pick(p.path.Text)
		return
	case len(p.shown) == 0:
		p.says.SetText(p.whyNothing(typed))
		return
	}
	p.take(p.list.Selection())
}

// whyNothing says why what is typed leads to nothing in its folder.
func (p *filePicker) whyNothing(typed string) string {
	switch {
	case p.missing:
		return "There is no such folder, or it cannot be read."
	case typed == "":
		return "There is nothing to open in this folder."
	case slices.Contains(p.others, typed):
		return "“" + typed + "” is not a file that can be opened here."
	}
	return "There is no “" + typed + "” in this folder."
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
		p.shell.Focus(p.path)
		return
	}
	p.pick(path)
}

func (p *filePicker) pick(path string) {
	p.shell.App.Preferences().SetString("folder", p.folder)
	p.shell.CloseOverlay()
	p.then(path)
}

// AskSave asks where a file is to be written, with a proposal.
func (sh *Shell) AskSave(title, name string, then func(path string)) {
	path := NewField("File", filepath.Join(filepath.Dir(sh.startFolder()+"x"), name), "")
	sh.Sheet(title, "", []*Field{path}, "Save", func() string {
		if strings.TrimSpace(path.Entry.Text) == "" {
			return "Say where the file is to be."
		}
		sh.beforeReplacing(path.Entry.Text, then)
		return ""
	})
}

// beforeReplacing looks, away from the window, whether a file is there
// already, and asks before it is replaced.
func (sh *Shell) beforeReplacing(path string, then func(path string)) {
	go func() {
		info, err := os.Lstat(path)
		fyne.Do(func() {
			if err != nil || info.IsDir() { // writing says what stands against it
				then(path)
				return
			}
			sh.Sheet("Replace the file that is there?", "There is a file “"+filepath.Base(path)+"” in "+filepath.Dir(path)+" already.", nil, "Replace it", func() string {
				then(path)
				return ""
			})
		})
	}()
}

// Written says that files were written, or why not.
func (sh *Shell) Written(path string, err error) {
	if err != nil {
		sh.Warn(model.Sentence(err))
		return
	}
	sh.Say("Written: " + path)
}
