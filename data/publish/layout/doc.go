// Package layout lays a night's edition out for print: it decides what stands in
// the blog, in which order and in which words, before any form says how it is
// written.
//
// New makes a Blog of a public edition. Its Blocks are the whole of it, or the
// part that the options ask for: headings, paragraphs, tables, the section of
// each result, an Entry each. A block holds typed text as words alone, which
// every form escapes in its own way. The page has templates of its own and
// reads the same parts by themselves: Groups of results, Moments, an EntryOf,
// Corrections.
//
// The words of a result stand here once: a Row of its table has the cells and
// the sentence that says the same where a form has no tables. Nothing is
// measured in a form's own units, and nothing is escaped.
//
// The same edition and options give the same blocks. Pictures are asked of the
// options while the text is laid out; the first that cannot be had fails the
// export when its Files are asked for.
package layout
