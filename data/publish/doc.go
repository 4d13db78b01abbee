// Package publish turns an edition of a night into what a newsroom gives
// away: a page that stands alone, a fragment, WordPress blocks, Markdown and
// plain text for a CMS, and the results as tables and as JSON.
//
// It promises five things. Nothing leaves that is not public: Export takes
// blog.Edition.Public of whatever it is given before it looks at anything.
// The same edition and options always give the same bytes. Nothing unsafe can
// be expressed: every element and attribute is written in paint and in the
// templates, and what people typed reaches the output as text, or as a
// link to an http, https or mailto address, and as nothing else. Every visible
// character that was typed is there; text in ASCII spells it, or gives its
// number. And data/intake reads the tables and the
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
// The work is done in four parts, and here stands what joins them. Package
// layout decides order, headings, anchors, times and pictures once, as blocks;
// paint writes the blocks for a CMS, as HTML, WordPress, Markdown and plain
// text; page makes the page that stands alone, also in numbered pages; table
// has the results for spreadsheets and programs. Markdown is read again by any
// reader of GitHub's dialect as the same tree, and nothing in it is a heading;
// WordPress reads the blocks as its own, and nothing typed stands in their
// comments. What a paste keeps of the fragment is what Pasted says. One file
// with its pictures inside is never split into numbered pages, and an archive
// holds all of them.
//
// Items are what is public, each with a digest; Delta tells what became of
// them since a hand-over. Whoever takes all that is new, again and again, has
// what a full export has. Proof reads an export again before it leaves. Of a
// rehearsal every form and every file's name says TEST. Tags, and who read an
// entry before it was published, leave in no form.
//
// The package reads no files, no SQL and no clock; Write alone touches the
// disk.
package publish
