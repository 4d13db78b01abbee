package figure

import (
	"nightdesk/data/blog"
	"nightdesk/data/blog/blogtest"
)

var (
	hartlepool  = blogtest.Hartlepool
	bushFair    = blogtest.BushFair
	in          = blogtest.In
	with        = blogtest.With
	threeSeats  = blogtest.ThreeSeats
	held        = blogtest.Held
	uncontested = blogtest.Uncontested
)

func harlow() blog.Results {
	contests, councils := blogtest.Harlow()
	return blog.Results{Contests: contests, Councils: councils}
}
