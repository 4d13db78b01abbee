// Package chart draws results: a contest, a council or a history of past
// contests becomes a model, a model is laid out as a scene for one width and
// one palette, and a scene is painted as SVG, as PNG or, by the window, as
// canvas objects. The same model is also told as aligned text.
//
// It promises that a chart holds nothing that is not public: New and NewSeats
// look only at what election.Contest.Public leaves, an undeclared contest has
// no chart, and its seats are to come. Figures are printed from exact
// fractions, rounded once, and name what they are drawn from: the baseline, the
// method of a party's share, the scope, day and sources of a history.
//
// In a scene no two texts overlap, no line or mark runs through one and
// nothing leaves the frame, from two candidates to dozens, from one past
// contest to hundreds and for councils of any size, also where the reader's
// font runs 12 per cent wider than the one measured with. What finds no room
// for its name is listed below. Colour is never the only cue: bars are
// labelled, dots have a form for each party and are filled or open, seats won
// stand higher than those not up, a fill too pale for its ground has an
// outline, and who was elected or is in control is said in words. The same
// model always gives the same bytes.
package chart
