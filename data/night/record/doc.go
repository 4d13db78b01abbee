// Package record keeps what was ever said in a night: acts, and the versions
// of things that they say. It knows how these are written, read, hashed,
// checked, undone, watched and archived, and nothing of elections or blogs:
// package night declares the kinds of versions, each with its tables.
//
// # What it promises
//
//   - A night is append-only. Nothing that was ever said in it is changed or
//     deleted; undoing and correcting are acts of their own. Only drafts, which
//     are open fields of the desk, are overwritten.
//   - Whatever is read can be read as of any act, by the order of recording.
//   - What an act costs does not grow with the night.
//   - Check notices one flipped bit in any row of any table. Digests detect
//     damage, not forgery: whoever can write the file can write digests.
//   - A kind is declared once, and whatever walks over all kinds (digests,
//     checks, archives, undoing) walks over the declarations.
//
// Package night's documentation has the tables and the encodings.
package record
