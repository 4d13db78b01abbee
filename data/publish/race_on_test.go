//go:build race

package publish_test

// underRace says that the race detector runs, which makes every test some ten
// times as slow.
const underRace = true
