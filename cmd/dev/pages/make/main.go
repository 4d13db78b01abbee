// Command make makes the nights that the page checks open, in the folder it is
// given; package nights says what they are.
package main

import (
	"fmt"
	"os"

	"nightdesk/cmd/dev/pages/nights"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "make: name the folder that the nights go to")
		os.Exit(2)
	}
	if err := nights.Make(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}
