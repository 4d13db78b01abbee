package main

import (
	"strings"
	"testing"
)

const benchOutput = `goos: linux
pkg: nightdesk/data/night
BenchmarkCommit-2        	     100	    900000 ns/op
BenchmarkCommitFloor-2   	     100	    600000 ns/op
BenchmarkCommit-2        	     100	   1200000 ns/op
BenchmarkCommitFloor-2   	     100	    600000 ns/op
BenchmarkCommit-2        	     100	   5000000 ns/op	  12 B/op
BenchmarkCommitFloor-2   	     100	    500000 ns/op
BenchmarkKey/10-2        	     100	    800000 ns/op
BenchmarkKey/10000-2     	     100	   1000000 ns/op
BenchmarkKeyFloor/10-2   	     100	    400000 ns/op
BenchmarkKeyFloor/10000  	     100	    400000 ns/op
PASS
pkg: nightdesk/data/publish
BenchmarkPage/10000-2    	       3	 300000000 ns/op
BenchmarkPageFloor-2     	       3	 100000000 ns/op
BenchmarkOpen-2          	       3	   2000000 ns/op
`

func TestPrintRatios(t *testing.T) {
	var b strings.Builder
	if err := printRatios(&b, readBench(benchOutput)); err != nil {
		t.Fatal(err)
	}
	want := `benchmark                time   floor  times the floor
data/night Commit        1.2ms  600µs  2.0
data/night Key/10        800µs  400µs  2.0
data/night Key/10000     1ms    400µs  2.5
data/publish Page/10000  300ms  100ms  3.0
data/publish Open        2ms           
`
	if b.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", b.String(), want)
	}
}
