package publish

// Pages of fewer entries than a night's, so that a test need not publish
// hundreds.
var (
	LiveOf  = newLive
	PagesOf = pages
)
