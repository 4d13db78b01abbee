// Package intake reads other people's result files: into contests, or into
// errors that name the file, the line and the column.
//
// It promises all or nothing. [Read] gives contests only where every line of
// every file made sense; otherwise it gives [*Problems], each with the place,
// what stands there and what was expected. What is merely odd is taken and
// told in [Found.Notes]. Nothing is computed that the desk computes itself:
// shares, changes and majorities in a file are never imported. An empty cell is
// unknown, never 0. Candidates are put in ballot-paper order, alphabetically
// by surname.
//
// The package keeps no state and touches no file, so that a hostile file can
// at worst be refused: files over 64 MB together, lines over 64 KB, more than
// 200,000 rows or 256 columns are.
//
// # Formats
//
// The format is told by what is in a file, never by its name. A byte order
// mark is skipped; a file that is not UTF-8 but plainly Windows-1252 is read
// as that, with a note.
//
//   - The UK Parliament's candidacies and constituencies, with a header row or
//     without, general elections and by-elections. Both in one Read are joined
//     by ONS id and polling day. Dates are dd/mm/yyyy, declaration times in
//     UK time; "[x]" in the totals is unknown. Where a file has no polling day
//     it is told from the declaration times, from [Source.Date] or, with a
//     note, from the file's name.
//   - Democracy Club's candidates and results, one row a candidate, and the flat
//     file a ballot derived from them. A stray line above the header is skipped
//     with a note. The seats of a ward are those contested, else those elected.
//   - A list of "name, party, votes", "name, party" or names alone, separated
//     by commas or tabs, for the one contest that [Source.Contest] names.
//   - The desk's own flat file.
//
// # The flat file
//
// One row a candidate, one header row, commas, UTF-8. What belongs to the
// contest stands on each of its rows and must be the same on all of them.
//
//	contest      as printed: "Hartlepool", required
//	code         ONS/GSS code or ballot-paper id
//	date         polling day, 2021-05-06 or 06/05/2021
//	kind         parliamentary or local; empty is parliamentary
//	seats        to be filled, at least 1; empty is 1
//	state        as the desk names it: declared, provisional, recount …;
//	             empty is declared where there are votes, else not started
//	electorate   people entitled to vote
//	verified     ballot papers found at verification
//	rejected     rejected papers, all headings
//	forenames    "Jill"
//	surname      "Mortimer", required
//	party id     Electoral Commission id, PP52 or party:52; of a joint id the first
//	party name   "Conservative"; empty without a party id is an independent
//	party short  "Con"
//	description  as printed on the ballot paper
//	votes        a whole number, empty where unknown
//	elected      yes or no, empty where unknown
//
// Only contest and surname must be there; columns may stand in any order. A text
// cell that a spreadsheet would run, because after any apostrophes it begins
// with = + - @, tab or return, is written with one apostrophe in front; reading
// removes exactly that one.
package intake
