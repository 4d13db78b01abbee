// Package night is the night file: one SQLite file holds one election night.
// This package says what an election night consists of, an aggregate a file:
// what is stored of a thing, what may be done with it, and how it is read.
// Below it, package record knows acts and versions, and package file the file
// on the disk. No other package knows SQL.
//
// # What it promises
//
//   - A closed night is exactly one file, whole: it can be mailed or copied.
//   - What a method has returned from without an error is on the disk, also
//     if the process is killed or the power fails in the next moment. What
//     returned an error has left nothing behind.
//   - A night is append-only. Nothing that was ever said in it is changed or
//     deleted, and triggers in the file refuse it; undoing and correcting are
//     acts of their own. Only drafts, which are open fields of the desk, are
//     overwritten.
//   - Edition with a Moment shows the night as this copy knew it then: by the
//     order of recording, whatever the clocks said.
//   - Files of other programs, and nights of a newer schema, are left as they
//     are, byte for byte. So is a damaged night, of which what can be read is
//     read. Opening and reading a night changes nothing in it.
//   - Check notices one flipped bit in any row of any table. Digests detect
//     damage, not forgery: whoever can write the file can write digests.
//   - What an act costs does not grow with the night.
//   - An archive is the same night as text: every act, version, picture and
//     digest comes back from it.
//   - A public copy holds what was published and nothing else: no byte of what
//     was not.
//
// One desk at a time opens a night with Open. Any number of viewers (View)
// read it and follow it with Watch, and programs write a few acts beside the
// desk with OpenBeside. On a network drive without locks, all this holds for
// one process at a time.
//
// # Compatibility
//
// The number of the schema is in the file's user_version; application_id is
// 0x4E676874, "Nght". Within one number, no table, column or view changes its
// name, its type or its meaning. A higher number may add tables, columns (at
// the end, and NULL in older rows) and views; what is below stays as it is. A
// night of an older number is brought up to date when a desk opens it, after
// a copy was put beside it.
//
// # Reading a night with sqlite3
//
// The views whose names end in _now are the present and meant for people:
//
//	sqlite3 some.night 'SELECT published_utc, authors, kicker, text FROM entry_now'
//	sqlite3 some.night 'SELECT name, party, votes FROM candidate_now ORDER BY votes DESC'
//	sqlite3 some.night 'SELECT recorded_utc, author, did, kind, reason FROM history'
//	sqlite3 some.night 'SELECT recorded_utc, author, state, revision, reason FROM course'
//
// Columns ending in _utc are a time spelled out in UTC; every other time is
// an INTEGER of milliseconds since 1970 in UTC. Ids are TEXT of 26 lower-case
// letters and digits, and the same in every copy of a night, unless something
// else is said. A count that is NULL is unknown, which is not 0. Flags are 0
// or 1. Texts are as typed.
//
// What an import made has an id that the same import makes in every copy of the
// night: SHA-256 over the id of the night, which is that of its first act, and over
// the parts below, each with its length in bytes, as decimal digits, and a colon
// before it; of it the first 26 characters in base32 (RFC 4648, small letters).
//
//	contest    "contest", then its ballot-paper id, or its code and day, or its
//	           folded name, group and day
//	candidate  "candidate", the id of the contest or baseline, then "person " and
//	           the person id, or "name " and the folded name; where one file has two
//	           of them, their parties too
//	baseline   "baseline", the id of the contest, the day, the folded name
//	council    "council", the folded name
//
// Where another thing has that id, since what it is called was changed by hand,
// "again 1" is hashed behind it, then "again 2" and so on.
//
// # Acts and versions
//
// Everything said in a night is said by an act, as one or more versions of
// things. What stands is each version that nothing replaces and that is not
// the mark of something gone. "As of act N" is the same with the versions of
// acts up to N alone:
//
//	SELECT v.* FROM version v WHERE v.act <= N AND v.gone = 0
//	  AND NOT EXISTS (SELECT 1 FROM version w WHERE w.replaces = v.id AND w.act <= N)
//
// act, one row for each thing that somebody did:
//
//	seq       order of recording in this copy, from 1
//	id        the act's id
//	replica   the copy of the night that it was recorded in
//	number    its place in that copy's chain, from 1
//	author    the id of who did it, or empty
//	kind      create, details, colour, author, import, contest, council, chain,
//	          votes, papers, lot, elected (the desk says who is), answer,
//	          second keying, flag, state, declare,
//	          take back, correct, move, remove candidate, baselines, publish, edit,
//	          correct entry, withdraw, restore, mark, tag, picture, history,
//	          pattern, profile, hand over, rehearsal (the night was made one, or
//	          is one no more), public copy (the night holds what was published in
//	          another) or undo
//	reason    why, in the author's words, or empty
//	source    where a correction or a flag comes from, or empty
//	undoes    the id of the act that this one undoes, or NULL
//	happened  when it happened, which may be told later
//	recorded  when it was recorded, by the clock of the machine
//	content   SHA-256 over its versions
//	previous  digest of the act before it in its replica; empty for the first
//	digest    SHA-256 over previous and the act's own columns
//
// version, one row for each thing that an act speaks of:
//
//	id        number in this copy
//	act       the act's seq
//	n         place within the act, from 0; the act's id, a hyphen and n are the
//	          version's name in every copy
//	kind      what is said: the name of the table that says it
//	about     the id of the contest, council, entry, author, picture, pattern,
//	          profile or hand-over that it belongs to, "details" for details and
//	          colours, "chain" or "history"
//	subject   the id of the very thing, such as a candidate; for a colour the party
//	          id, for an answer its code, "|" and its figures, for a flag its kind
//	replaces  the version that no longer stands, or NULL for a thing that is new
//	gone      1 marks that the thing is no more; then no table says anything of it
//	hash      SHA-256 over what the version says; zeros where gone
//
// Two versions that replace the same one are a conflict of two copies; the
// view conflict lists them. What was recorded last is shown.
//
// replica, one row for each copy of the night that acts were recorded in; the
// last is this one's, until the file is found to be another copy:
//
//	n         order of beginning
//	id        the copy's id
//	began     when its first act was recorded
//	identity  tells this file on this machine from other copies: a shortened hash
//	          over machine and file, which says nothing of either
//	digest    SHA-256 over the columns before it
//
// # What versions say
//
// Each of these tables has a column version, the id of the version that the
// row belongs to. Tables of many rows a version also have position, from 0.
//
// details, of the head of the blog: title, place, zone (an IANA name such as
// Europe/London), headline, standfirst, publisher, address (of the page),
// language (a BCP 47 tag, or NULL for en-GB), and settings that are 1 or NULL:
// oldest_first (the order that entries stand in), struck (a correction strikes
// what was wrong through), second_eye (an entry is read by a second author
// before it is published), rehearsal (nothing in the night is real).
//
// colour, of a party: rgb, six hexadecimal digits.
//
// author: name, initials.
//
// contest: position (order within the night), name, code (ONS or GSS code or
// ballot-paper id, or empty), date (YYYY-MM-DD, of the poll, or empty), kind
// (parliamentary or local), seats; since schema 2 group_name (the council or
// nation that it is counted with, or NULL) and method (how a party's share is
// taken where several seats are filled: top vote, average or sum; NULL is top
// vote); since schema 3 system (how it is decided, where that was said: first
// past the post, block vote, supplementary vote, single transferable vote,
// party lists or referendum; NULL is told by code, day and seats).
//
// candidate: position (on the ballot paper, from 0), forenames, surname,
// party_id (of the Electoral Commission, such as PP52; empty for
// independents), party_name ("Not a party" for an answer of a referendum and
// for none of the above), party_short, description (as on the ballot paper),
// person (Democracy Club's id, or empty); since schema 3 elected (1 where a file
// or the desk says so, which holds where votes do not tell it, or NULL).
//
// votes, of a candidate: votes.
//
// papers, of a contest: electorate; verified (ballot papers found at the
// verification); rejected (all rejected papers) and, of those, no_mark,
// too_many, identity and uncertain by the grounds of rule 47; turnout_read and
// majority_read, as the returning officer read them out.
//
// state, of a contest: state (not started, verifying, verified, counting,
// provisional, recount, declared, corrected, uncontested, countermanded or
// postponed), recount (number of the last one, 0 for none), revision (0 before
// the first declaration; never used twice), declared (when, or 0).
//
// baseline, of a contest: position (the primary one is 0), name, date,
// notional (1 where it was recalculated for new boundaries), seats,
// electorate, verified, rejected; since schema 3 system, as of a contest. Its
// candidates are in baseline_candidate, of many rows: id, the columns of
// candidate but elected, votes, elected.
//
// answer, to a check of the desk: code and figures of the check, reason
// (empty for the tick of a warning).
//
// lot, of many rows: candidate, the id of one drawn by lot at a tied cut.
//
// flag, of a contest, since schema 2 as all up to entry: kind (rush, call or
// estimate), candidate (the id of the one named, or empty), words, source,
// author (the id of who set it), at (when), public (1 once it is published).
//
// second_keying, of a contest, the figures keyed a second time to be compared:
// author (the id of who keyed them), verified, rejected. With it second_votes,
// of many rows: candidate (the id), votes. What was not keyed is not there.
//
// council: name (the group_name of its contests), code, date, seats (all of
// them), vacant (of those that are not up). With it, of many rows each:
// council_holding (party_id, party_name, party_short, seats; not up);
// council_baseline (name, date, vacant); council_baseline_holding (baseline, its
// position, and the columns of council_holding).
//
// chain, of many rows: party_id, goes_on_from (the id that the party had).
//
// past, past contests to draw the night's own among: title, scope (what the
// list covers), as_of (the day it was true). With it past_contest, of many rows,
// the oldest first: name, date, party_id, party_name, party_short, points (the
// change in percentage points as text, such as 22.96 or −3.02), gain (1 where the
// party gained the seat), named (1 where a chart names it), source.
//
// pattern, of a drafted entry: moment (when it is offered), contest (the only
// one it is for, or empty), kicker, text (with slots in braces). One whose id is
// its moment stands in place of the built-in pattern.
//
// profile, a way to hand over: name, form (what is written, such as page or
// text), receiver (who takes it, or empty), heading (level of an entry's
// heading, or 0), entry_order (newest, oldest or empty), no_ids and no_times (1
// where it goes without), pictures (files, inside, placeholders, zipped or
// empty), chart (svg, png or empty), ascii (1 where it has only such characters).
//
// hand_over, what was given to whom: profile (the id of one, which may be gone,
// or empty), form and receiver as a profile's, whole (1 for all of the blog, not
// only what was new), rehearsal (1 where it was given in one). Its act says who
// gave it, and when. With it hand_over_item, of many rows: kind (entry,
// withdrawn, headline, standfirst, result, key moments, pinned, history,
// council or corrections), id (of the entry, contest or council, or empty), digest (of what was
// public of it then).
//
// entry, of the blog: kicker, text, key_moment, key_label, pinned, withdrawn,
// happened (the time that it tells of), published (first), updated (last
// change that readers see), tags (with a comma between two, or NULL), seen_by
// (the author who read it before it was published, or NULL). With it, of many rows each: entry_author (author,
// the id); frozen (slot as typed without braces, value as printed, contest,
// the id, and its revision then); correction (at, when; note, what was wrong;
// was, the text until then, or NULL).
//
// picture: media_type, width and height in pixels. Its subject is the SHA-256
// of its bytes in hexadecimal; picture_bytes (id, bytes) holds those once,
// outside every version.
//
// # Drafts
//
// draft, the one table whose rows are changed and deleted; drafts are no acts:
//
//	held      "composer", the id of a held entry, or "votes:" and a contest's id
//	field     "kicker", "text", or a candidate's id
//	text      what stands in the field
//	caret     where the caret is in it
//	saved     when it was saved
//	meta      whatever else the desk needs to show it again
//	digest    SHA-256 over the columns before it
//
// # Digests
//
// All digests are SHA-256 over rows of values. A row is encoded value by
// value and ends in a line feed: an integer is "i", its decimal digits and
// ";"; text is "s", its length in bytes, ":" and its bytes; bytes are the same
// with "b"; NULL is "n". NULLs at the end of a row are left out, so that a
// column added by a later schema changes no digest.
//
// A version's hash runs, for each table of its kind in the order above, over
// the line "table NAME ROWS" and then over each row's columns in the order
// above, without version and position. An act's content runs over one row for
// each version: kind, about, subject, the name of the version it replaces (or
// empty text), gone, hash. An act's digest runs over one row: previous, id,
// replica, number, author, kind, reason, source, undoes (or empty text),
// happened, recorded, content. Numbers that are local to a copy (seq, version
// ids) are in no digest, so that two copies can be merged with both chains
// whole.
//
// # The archive
//
// Archive writes a night as one JSON object, for whoever has no SQLite, or does
// not trust that there will be one:
//
//	archive   "nightdesk night"
//	schema    number of the schema that its tables and columns are of
//	replicas  in the order of beginning: id, began, identity, digest
//	acts      in the order of recording: the columns of act but for seq, and
//	          versions: kind, about, subject, replaces (the name of a version),
//	          gone (true or not there), hash, and says: by table the rows, each
//	          an object of its columns
//	pictures  id, bytes (in base64)
//
// Its lists hold one part a line. Digests and hashes are in hexadecimal. What
// is NULL, and undoes, replaces and says where there is nothing, is left out. A
// text that is no UTF-8 stands as an object with its bytes in base64. Drafts are
// no acts and are not in it.
package night
