// Package file keeps a night on the disk: one SQLite file that is whole
// whenever it is closed. It knows how such a file is opened, read, written,
// locked, recovered, backed up, copied and brought up to date, and nothing of
// what its tables say, but for the schema that its callers give it.
//
// # What it promises
//
//   - A closed night is exactly one file, whole: it can be mailed or copied.
//   - What Write has returned from without an error is on the disk, also if
//     the process is killed or the power fails in the next moment. Where Write
//     returned an error, nothing of it is there.
//   - Files of other programs, and nights of a newer schema, are left as they
//     are, byte for byte. So is a damaged night, of which what can be read is
//     read. Opening and reading a night changes nothing in it.
//   - One desk at a time has a night open; others read it, or write a little
//     while the desk has it open.
//
// On a network drive without locks, all this holds for one process at a time.
package file
