// Package intake reads other people's result files: into contests, or into
// errors that name the file, the line and the column.
//
// It promises all or nothing. [Read] gives contests only where every line of
// every file made sense; otherwise it gives [*Problems], each with the place,
// what stands there and what was expected. What is merely odd is taken and
// told in [Found.Notes]. Nothing is computed that the desk computes itself:
// shares, changes and majorities in a file are never imported. An empty cell is
// unknown, never 0. Candidates are put in ballot-paper order, alphabetically
// by surname, unless the file says their places.
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
//     note, from the file's name. Contests are grouped by country.
//   - Democracy Club's candidates and results, one row a candidate, and the flat
//     file a ballot derived from them. A stray line above the header is skipped
//     with a note. The seats of a ward are those contested, else those elected.
//     Wards are grouped by council, as the file names it or as the election's id
//     does; constituencies by nation where the file has the region. A cancelled
//     poll is uncontested where no more stand than there are seats, else
//     countermanded, with a note.
//   - A list of "name, party, votes", "name, party" or names alone, separated
//     by commas or tabs, for the one contest that [Source.Contest] names.
//   - The desk's own flat file, its file of councils, and the results that it
//     writes as JSON.
//
// A pasted block of figures is read by the package paste.
//
// # The flat file
//
// One row a candidate, one header row, commas, UTF-8. What belongs to the
// contest stands on each of its rows and must be the same on all of them.
//
//	contest      as printed: "Hartlepool", required
//	code         ONS/GSS code or ballot-paper id
//	date         polling day, 2021-05-06 or 06/05/2021
//	kind         parliamentary or local; empty is as the night has it, and
//	             parliamentary in a new contest
//	group        the council, or the nation, that it is counted with
//	method       of a party's share with several seats: top vote, average or sum
//	seats        to be filled, at least 1; empty is those elected, else as the
//	             night has it, and 1 in a new contest
//	state        as the desk names it: declared, provisional, recount …;
//	             empty is declared where there are votes, else not started
//	recount      number of the last recount; empty is none
//	revision     of a declared result: 1 as declared, 2 and on corrected
//	declared     when, 2021-05-07T06:01:00Z, or UK time as 07/05/2021 07:01
//	electorate   people entitled to vote
//	verified     ballot papers found at verification
//	rejected     rejected papers, all headings
//	no mark, too many, identity, uncertain
//	             rejected papers by heading
//	turnout read out, majority read out
//	             as the returning officer read them: 42.55 and 6940
//	position     on the ballot paper, from 1, for all of a contest's candidates
//	             or for none
//	forenames    "Jill"
//	surname      "Mortimer", required unless there are forenames
//	party id     Electoral Commission id, PP52 or party:52; of a joint id the first
//	party name   "Conservative"; empty without a party id is an independent
//	party short  "Con"
//	description  as printed on the ballot paper
//	person       Democracy Club person id
//	votes        a whole number, empty where unknown
//	elected      yes or no, empty where unknown
//
// Only contest and surname must be there; columns may stand in any order. A row
// that says nothing of a candidate is a contest without candidates. A text cell
// that a spreadsheet would run, because after any apostrophes it begins with
// = + - @, tab or return, is written with one apostrophe in front; reading
// removes exactly that one, here, from the councils and from the Parliament's
// files.
//
// # The file of councils
//
// One row for the seats of one party under one heading. What belongs to the
// council stands on each of its rows.
//
//	council        as printed, and as the group of its wards: "Harlow", required
//	code           GSS code
//	date           polling day
//	seats          all seats of the council, required
//	heading        not up, vacant, or the name of a baseline: "eve of poll"
//	baseline date  the day of that baseline
//	party id, party name, party short
//	               as in the flat file; a party named vacant, without an id, is
//	               seats that nobody holds under the heading
//	seats held     how many, required under a heading
//
// Under not up stand the seats that are not fought; vacant is the same as vacant
// under not up. Under a baseline stand all the seats that a party held then.
// A row without a heading only names the council.
//
// # Results as JSON
//
// The document that the desk writes as JSON is told by its first letter and read
// by the names of its fields. Null is unknown; what the desk computes, and names
// that are not known here, are passed over. Contests come with their baselines
// and what was said of corrections, councils with theirs. Flags, answers to
// checks and lots are a desk's own and are not read.
//
// # Past contests
//
// [ReadHistory] reads a CSV file with a header row, by which [PastContests] tells
// it from files of results:
//
//	date    polling day, 2021-05-06 or 06/05/2021
//	name    of the contest; constituency is understood too
//	party   whose share it is, by name or id; gov_party too
//	points  change of its share in percentage points, +22.96; gov_change_pp too;
//	        a row without is left out with a note
//	gain    yes where the party gained the seat; where a column first names the
//	        winning party, yes says that the winner gained it
//	named   yes where a chart names the contest; without the column it names the
//	        gains, the latest dozen at most
//	source  who says so; without the column it is the file's name, without folders
//
// Date, name, party and points must be there; other columns are passed over.
package intake
