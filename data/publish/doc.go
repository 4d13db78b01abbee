// Package publish turns an edition of a night into what a newsroom gives
// away: a page that stands alone, a fragment for a CMS, plain text, and the
// results as tables and as JSON.
//
// It promises five things. Nothing leaves that is not public: Export takes
// blog.Edition.Public of whatever it is given before it looks at anything.
// The same edition and options always give the same bytes. Nothing unsafe can
// be expressed: every element and attribute is written in this package and in
// the templates, and what people typed reaches the output as text, or as a
// link to an http, https or mailto address, and as nothing else. Every visible
// character that was typed is there. And data/intake reads the tables and the
// JSON again as the same results: what is unknown stays unknown, numbers are
// numbers, and a text that a spreadsheet would run as a formula has one
// apostrophe in front, which intake takes away.
//
// An entry's anchor is "e-" and its id, a contest's "r-" and its id. Ids are
// never used again, so a link holds for as long as the page does; a withdrawn
// entry keeps its anchor and says that it was withdrawn.
//
// What the desk has published of an undeclared contest, such as a rush, stands
// as what it is, with its source, and enters no total. A corrected result says
// when, why and on whose word.
//
// The package reads no files, no SQL and no clock; Write alone touches the
// disk.
package publish
