// Command nightdesk is the desktop app: it opens the window, on the night
// named on the command line if there is one.
package main

import (
	"fmt"
	"os"

	"nightdesk/ui"
)

func main() {
	if err := ui.Run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "nightdesk:", err)
		os.Exit(1)
	}
}
