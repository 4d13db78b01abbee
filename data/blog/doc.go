// Package blog is the live blog of a night: its headline and standfirst, its
// authors, its entries, and the edition, which is a night at one moment as a
// plain value.
//
// It promises that an edition holds all that an export, a chart or a search
// needs and changes by nothing that is done to the night afterwards, and that
// a figure which an entry was published with is frozen and never changes by
// itself. The package is pure: no files, no SQL, no clock.
//
// What is typed into an entry is read by text, the figures in it are bound by
// figure, and proofread looks for what contradicts the result.
package blog
