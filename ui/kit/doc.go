// Package kit is the small set of widgets and the theme that every screen of
// the window is made of.
//
// It promises one look (ink on paper, no colour but the parties' and one
// indigo for the focus), light and dark; that every widget follows a change of
// theme by itself; and that everything that can be clicked can be reached and
// worked by keys. It knows nothing of elections or of the night.
package kit
