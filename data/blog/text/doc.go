// Package text reads what a reporter types into an entry.
//
// It promises that a text is parsed once into a closed tree of blocks and
// inlines (Document) from which every output is rendered, that every visible
// character typed is in that tree, and that nothing in it can be markup of the
// output. The package is pure: no files, no clock, nothing else of the night.
//
// # The tree and its painters
//
// Parse gives the tree; Read gives it with the places where its slots,
// directives and sentences were typed. Whatever renders a tree is a
// BlockPainter and an InlinePainter, with one method for each kind of block
// and inline, and hands the tree to PaintBlocks and PaintInlines. There is no
// other switch over the kinds, so a new kind is a type in document.go, a case
// in paint.go and a method of each painter, and the compiler names the
// painters that lack it. Plaintext is the smallest example.
//
// # What may be typed
//
// A text is Markdown as reporters type it. These constructs are on: paragraphs;
// a single newline as a line break; emphasis, strong and ~~strike~~; links
// to http, https and mailto, each on one line, and bare addresses; lists;
// quotes; tables as on GitHub; the directives @picture, @result, @chart, @by
// and @post; slots. Everything else is text as typed: HTML, entities,
// headings, code, rules, reference links and definitions, footnotes,
// pictures as ![…](…), links with a title or another scheme.
//
// It differs from Markdown where Markdown would swallow what was typed or put
// a reporter's words into a quote:
//
//   - A line belongs to a quote or list item only with its own mark or
//     indent; paragraphs do not run on lazily.
//   - An ordered list keeps every number: where the numbers do not run on, a
//     new list starts. A number with leading zeros is text.
//   - A list marker, a quote mark or a dash of a source with nothing after it
//     is text, but for an empty item between others.
//   - A table has a bar in its head and rule; a row wider than the head
//     leaves the lines as text.
//   - A backslash at the end of a line is text.
//   - Only two tildes strike.
//   - An asterisk within a word or at its end is an asterisk, as an underscore
//     is on GitHub: f***ing, 1,234*. Emphasis begins and ends at the edge of a
//     word, and a run of marks is consumed whole or not at all.
//   - Beyond eight levels of nesting, and beyond bounds that no prose meets,
//     marks are text.
//
// # What is syntax
//
// Of the visible characters of a text only these are not in its tree as text,
// each where a construct that is on consumed it:
//
//   - *, _ and ~ that mark emphasis, strong or strike
//   - [ and ] round the text of a link and ( and ) round its address; the
//     address is the link's, with the characters percent-encoded that no
//     address may hold
//   - a backslash before ASCII punctuation
//   - the marker of a list item: -, + or *, or the . or ) after its number,
//     which is the list's
//   - > before the lines of a quote or captured post, and the dash before a
//     quote's source
//   - the bars of a table, its rule of -, : and |, and the backslash before a
//     bar within a cell
//   - the braces of a slot, which a Figure stands for
//   - the word of a directive, its bars, and the backslash before a bar
//     within a field
//
// Blanks may be lost at the ends of lines and are otherwise kept; a tab is
// blanks. Control characters are dropped. Characters that cannot be seen are
// kept, and proof reading points at them. Nothing is composed or decomposed.
package text
