// Package shell is what every screen of the window stands in: the rail, the
// head of the window, what it says at its foot, sheets, choosers and the file
// picker over it, the table of commands, and the focus.
//
// It promises that a screen is a value of a small interface, so that adding
// one is its folder and a line where the window is made; that all commands and
// keys are rows of one table, which the menus, the list of everything and the
// keyboard page are made of; and that nothing is done behind what stands over
// the window. What is typed in a sheet is in the night's drafts until the
// sheet is accepted or left.
package shell
