// Command night is one election night from a terminal or a script: it makes
// nights, imports into them, posts, and takes results, pages and charts out.
// It needs no display.
//
// It promises that nothing is half-written, that a night which a desk has open
// can be read and posted to all the same, and that what goes wrong is one
// sentence and a next step on standard error. It ends with 0 where all was
// done; with 1 where a file, the night or the disk stood in the way, or where
// the night has problems; with 2 where the call was wrong: its flags, or a
// file, a contest or a moment that it names and that is not there.
package main

import (
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// commands are what night can be told to do.
type commands struct {
	New     newCommand     `cmd:"" help:"Make a new night."`
	Import  importCommand  `cmd:"" help:"Take results, candidates, councils, a baseline or past contests from files into a night."`
	Results resultsCommand `cmd:"" help:"Print the results and councils, for the desk: also what is under embargo."`
	Check   checkCommand   `cmd:"" help:"Look the night over: its structure, its digests and its declared results."`
	Post    postCommand    `cmd:"" help:"Publish an entry; its text comes from standard input."`
	Entries entriesCommand `cmd:"" help:"List the entries, the newest first."`
	Export  exportCommand  `cmd:"" help:"Write the blog as a page, a fragment for a CMS or plain text, or the results as tables or JSON: only what is public."`
	Chart   chartCommand   `cmd:"" help:"Draw a declared result, a council’s seats or past contests."`
	Copy    copyCommand    `cmd:"" help:"Copy a night whole, also while a desk has it open."`
	History historyCommand `cmd:"" help:"List what was done, the oldest first."`
	Sample  sampleCommand  `cmd:"" help:"Make the sample night: Hartlepool, 6 May 2021."`
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run does what the arguments say and returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	t := newTerminal(in, out, errs)
	parser, err := kong.New(&commands{},
		kong.Name("night"),
		kong.Description("One election night in one file. What is wrong is said on standard error; the exit code is 1 where "+
			"something stood in the way or the night has problems, 2 where the call was wrong."),
		kong.Writers(out, errs),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.Vars{"blog_forms": formNames(false), "result_forms": formNames(true)},
	)
	if err != nil {
		return t.end(err)
	}
	call, err := parser.Parse(args)
	if err != nil {
		return t.end(misread(err))
	}
	return t.end(call.Run(t))
}
