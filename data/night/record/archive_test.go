package record

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An archive that has no end takes no more memory than a part of one may.
func TestAnEndlessArchiveIsGivenUp(t *testing.T) {
	const most = 1 << 18
	for name, beginning := range map[string]string{
		"a text":   `{"archive":"`,
		"blanks":   ` `,
		"an act":   `{"archive":"nightdesk night","schema":2,"replicas":[],"acts":[{"id":"`,
		"a number": `{"archive":"nightdesk night","schema":1`,
	} {
		fill := byte('1')
		if name == "blanks" {
			fill = ' '
		}
		endless := &endlessReader{beginning: strings.NewReader(beginning), fill: fill}
		path := filepath.Join(t.TempDir(), "no.night")
		err := NewFormat(Rules{}).fromArchive(endless, path, most)
		var refused *ArchiveError
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), "too long") {
			t.Errorf("%s: %v", name, err)
		}
		if endless.read > 2*most {
			t.Errorf("%s: %d bytes were read", name, endless.read)
		}
		if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
			t.Errorf("%s: left behind: %v, %v", name, left, err)
		}
	}
}

type endlessReader struct {
	beginning io.Reader
	fill      byte
	read      int
}

func (e *endlessReader) Read(p []byte) (int, error) {
	if n, err := e.beginning.Read(p); err == nil {
		return n, nil
	}
	for i := range p {
		p[i] = e.fill
	}
	e.read += len(p)
	return len(p), nil
}
