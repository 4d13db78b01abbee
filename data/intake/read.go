package intake

import (
	"context"

	"nightdesk/data/election"
)

// ReadContext is Read for long files: it stops with ctx's error when ctx ends,
// and tells progress, which may be nil, now and then how many bytes of how many
// were read.
func ReadContext(ctx context.Context, sources []Source, m Mode, progress func(done, total int)) (Found, error) {
	l := &ledger{}
	found := Found{Mode: m}
	room := maxBytes
	for _, s := range sources {
		raw, fits, err := limited(s.Data, room)
		if err != nil {
			return Found{}, err
		}
		if !fits {
			l.wrong(Problem{File: s.Name, Want: "makes more than 64 MB together; import fewer files at once"})
			break
		}
		room -= len(raw)
		if _, ok := decode(s.Name, raw, l); ok {
			l.wrong(Problem{File: s.Name, Want: "is in no format that is known here"})
		}
		if progress != nil {
			progress(maxBytes-room, maxBytes-room)
		}
		if ctx.Err() != nil {
			return Found{}, ctx.Err()
		}
	}
	if err := l.err(); err != nil {
		return Found{}, err
	}
	found.Contests, found.Notes = []election.Contest{}, l.allNotes()
	return found, nil
}
