package proofread

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
	"nightdesk/data/election"
)

var (
	hartlepool = blogtest.Hartlepool
	bushFair   = blogtest.BushFair
	in         = blogtest.In
)

func one() blog.Results { return of(hartlepool()) }

func of(contests ...election.Contest) blog.Results { return blog.Results{Contests: contests} }
