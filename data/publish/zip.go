package publish

import (
	"archive/zip"
	"bytes"
	"fmt"

	"nightdesk/data/publish/layout"
)

// zipped packs an export into one file. Nothing in it says when or where it
// was made, so that the same export gives the same bytes.
func zipped(name string, files []layout.File) ([]layout.File, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("cannot pack %s: %w", f.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("cannot pack the export: %w", err)
	}
	return []layout.File{{Name: name + ".zip", Data: b.Bytes()}}, nil
}
