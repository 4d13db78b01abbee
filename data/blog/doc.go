// Package blog is the live blog of a night: its headline and standfirst, its
// authors, its entries, the text of an entry and the figures bound in it.
//
// It promises that an entry's text is parsed once into a closed tree of
// blocks and inlines (Document) from which every output is rendered, that
// every visible character typed is in that tree, and that nothing in it can
// be markup of the output. A figure that an entry was published with is
// frozen and never changes by itself. The package is pure: no files, no SQL,
// no clock.
package blog
