package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxDepth is how deep JSON may be nested; results are far from it.
const maxDepth = 16

// A node is one value of a JSON text, with the line that it ends on.
type node struct {
	line   int
	kind   nodeKind
	text   string   // of a scalar: a string's letters, a number's digits; empty for null
	keys   []string // of an object, in their order
	values []*node  // of an object or an array
}

type nodeKind byte

const (
	scalarNode nodeKind = iota
	objectNode
	arrayNode
)

// isJSON reports whether a text is JSON and no table: no row of results begins
// with a brace.
func isJSON[T string | []byte](text T) bool {
	for i := range len(text) {
		switch text[i] {
		case ' ', '\t', '\r', '\n':
		default:
			return text[i] == '{' || text[i] == '['
		}
	}
	return false
}

// get is the value of a key, nil where the object has none.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return n.values[i]
		}
	}
	return nil
}

// A treeReader reads one JSON text.
type treeReader struct {
	*reading
	file, text string
	decoder    *json.Decoder
	line, seen int // the line of the byte up to which lines were counted
}

// errStopped says that reading stopped for a reason that is told already.
var errStopped = errors.New("stopped")

// tree reads a JSON text; ok is false where something is wrong with it as such.
func (g *reading) tree(file, text string) (root *node, ok bool) {
	r := &treeReader{reading: g, file: file, text: text, decoder: json.NewDecoder(strings.NewReader(text)), line: 1}
	r.decoder.UseNumber()
	root, err := r.value(0, "")
	if err == nil {
		if _, more := r.decoder.Token(); more == io.EOF {
			return root, true
		}
		err = errors.New("something stands after its end")
	}
	if !errors.Is(err, errStopped) {
		g.wrong(Problem{File: file, Line: r.here(), Want: "is not JSON as it should be: " + syntax(err)})
	}
	return nil, false
}

func syntax(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "it breaks off"
	}
	return err.Error()
}

// here is the line that the decoder has come to.
func (r *treeReader) here() int {
	at := min(int(r.decoder.InputOffset()), len(r.text))
	r.line += strings.Count(r.text[r.seen:at], "\n")
	r.seen = at
	return r.line
}

// token is the next one, within the bounds of what is read.
func (r *treeReader) token() (json.Token, error) {
	token, err := r.decoder.Token()
	r.cells++
	switch {
	case err != nil:
		return nil, err
	case r.cells > maxCells:
		r.wrong(Problem{File: r.file, Line: r.here(), Want: "is more than can be imported at once; import fewer files"})
		return nil, errStopped
	case r.cells%tickCells == 0:
		if r.ctx.Err() != nil {
			return nil, errStopped
		}
		r.tick(int(r.decoder.InputOffset()))
	}
	return token, nil
}

// tickCells is how many values pass between two calls of progress.
const tickCells = 10_000

func (r *treeReader) value(depth int, path string) (*node, error) {
	token, err := r.token()
	if err != nil {
		return nil, err
	}
	n := &node{line: r.here()}
	switch v := token.(type) {
	case json.Delim:
		if depth == maxDepth {
			return nil, fmt.Errorf("it is nested more than %d deep", maxDepth)
		}
		if n.kind = arrayNode; v == '{' {
			n.kind = objectNode
		}
		return n, r.inside(n, depth+1, path)
	case nil:
	default:
		n.text = fmt.Sprint(v)
	}
	return n, nil
}

// inside reads the values of an object or an array, and its end.
func (r *treeReader) inside(n *node, depth int, path string) error {
	there := map[string]bool{}
	for r.decoder.More() {
		at := fmt.Sprintf("%s[%d]", path, len(n.values))
		if n.kind == objectNode {
			token, err := r.token()
			if err != nil {
				return err
			}
			key, _ := token.(string)
			at = joinPath(path, key)
			if there[key] {
				r.wrong(Problem{File: r.file, Line: r.here(), Path: at, Want: "stands twice in the same object"})
				return errStopped
			}
			there[key] = true
			n.keys = append(n.keys, key)
		}
		v, err := r.value(depth, at)
		if err != nil {
			return err
		}
		n.values = append(n.values, v)
	}
	_, err := r.token()
	return err
}

func joinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// A part is an object of a JSON text, whose values are read as a row's cells
// are: null is an empty cell.
type part struct {
	row
	node *node
}

// part takes an object for a row. The scalars are the keys that are read from it
// as such.
func (g *reading) part(file string, n *node, path string, scalars ...string) (part, bool) {
	t := &table{file: file, names: n.keys, at: map[string]int{}}
	rec := record{lines: make([]int, len(n.keys), len(n.keys)+1), cells: make([]string, len(n.keys)), path: path}
	if len(n.keys) == 0 {
		rec.lines = append(rec.lines, n.line)
	}
	p := part{row{t, g.findings, rec}, n}
	if n.kind != objectNode {
		g.wrong(Problem{File: file, Line: n.line, Path: path, Value: n.text, Want: "wants an object, in braces"})
		return p, false
	}
	for i, key := range n.keys {
		v := n.values[i]
		t.at[Fold(key)] = i
		rec.lines[i], rec.cells[i] = v.line, v.text
	}
	for _, key := range scalars {
		if v := n.get(key); v != nil && v.kind != scalarNode {
			p.bad(Fold(key), "wants one value, not a list or an object")
		}
	}
	return p, true
}

// parts are the objects of an array under a key; none where it is null or not
// there.
func (p part) parts(g *reading, key string, scalars ...string) []part {
	n := p.node.get(key)
	if n == nil || n.kind == scalarNode && n.text == "" {
		return nil
	}
	path := joinPath(p.path, key)
	if n.kind != arrayNode {
		g.wrong(Problem{File: p.file, Line: n.line, Path: path, Value: n.text, Want: "wants a list, in brackets"})
		return nil
	}
	var parts []part
	for i, v := range n.values {
		if each, ok := g.part(p.file, v, fmt.Sprintf("%s[%d]", path, i), scalars...); ok {
			parts = append(parts, each)
		}
	}
	return parts
}
