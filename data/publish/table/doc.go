// Package table writes the results of a night for spreadsheets and programs: as
// the flat CSV that data/intake documents and reads again, as two files in the
// columns of the UK Parliament, and as JSON.
//
// What is unknown stays unknown and is never 0, numbers are numbers, and a text
// that a spreadsheet would run as a formula has one apostrophe in front, which
// data/intake takes away.
package table
