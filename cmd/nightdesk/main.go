// Command nightdesk is the desktop app: it opens the window, on the night
// named on the command line if there is one.
package main

import (
	"fmt"
	"os"
)

func main() {
	clean, said := crashFile()
	if said != "" {
		fmt.Fprintln(os.Stderr, "nightdesk: it ended unexpectedly the last time; what it said is in", said)
	}
	if err := run(os.Args[1:]); err != nil {
		clean()
		fmt.Fprintln(os.Stderr, "nightdesk:", err)
		os.Exit(1)
	}
	clean()
}
