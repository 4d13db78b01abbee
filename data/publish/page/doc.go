// Package page makes the page that stands alone: by the templates and the style
// in assets, with the blog described to search engines as JSON-LD, under a
// policy by which a browser runs and loads nothing else.
//
// A page of many entries is split. Its entries are numbered in the order in
// which they were published, and each numbered page holds EntriesPerPage of
// them; the main file has the head of the blog and the newest entries. A
// numbered page is sealed when it is full: later publications never change it,
// and the next one is there from that moment on. Links to an entry name its
// numbered page, so that they hold while the head moves on; a numbered page has
// neither the headline nor anything else that changes as the night goes on. An
// entry whose publishing is undone gives its number to the next.
//
// Live keeps such pages while a night goes on, at a cost that does not grow
// with it.
package page
