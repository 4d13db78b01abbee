// Package assets holds the files that are built into the programs: the
// templates and the style of the exported page. It is a leaf: it imports
// nothing of ours and computes nothing.
package assets

import "embed"

// Page holds the templates (page/*.tmpl) and the style (page/page.css) of
// what is exported as HTML.
//
//go:embed page
var Page embed.FS
