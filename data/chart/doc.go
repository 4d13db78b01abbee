// Package chart draws results: a contest becomes a model, a model is laid out
// as a scene for one width and one palette, and a scene is painted as SVG, as
// PNG or, by the window, as canvas objects. The same model is also told as
// aligned text.
//
// It promises that a chart holds nothing that is not public: New looks only at
// what election.Contest.Public leaves, and an undeclared contest has no chart.
// Figures are printed from exact fractions, rounded once. In a scene no two
// texts overlap and nothing leaves the frame, from two candidates to dozens,
// also where the reader's font runs 12 per cent wider than the one measured
// with. Colour is never the only cue: every bar is labelled, a bar too pale
// for its ground has an outline, and who was elected is said in words. The
// same contest always gives the same bytes.
package chart
