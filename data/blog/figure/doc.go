// Package figure binds the figures that an entry prints to the result.
//
// A slot in a text names a figure: {majority}, {Lab.change},
// {Bush Fair.turnout.papers}, {Mortimer.votes:words}. One table (Slots) says
// which figures there are and one (Formats) how they print; both make the help
// page. Publishing freezes each slot's value with the contest's revision
// (Freeze), so that published copy never changes by itself; when a correction
// moves a figure, Affected lists the entries that froze it with the sentence
// as it would be. Sentence patterns (Patterns, Drafted) are texts with slots
// that are bound to a contest.
//
// It promises to give no figure before it is public: what is public when is
// election's to say. The package is pure.
package figure
