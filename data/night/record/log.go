package record

import "nightdesk/data/night/file"

// A Log is the acts of one open night.
type Log struct {
	File   *file.File
	format *Format
	fresh  string // this copy's replica id, should it need a new one
	seen   int64  // last act that watchers know of; the file is not written meanwhile
	watch  following
}

// Create makes a new night whose first act says what build says. It fails with
// file.ErrExists where there is a file of that name.
func Create(path string, o file.Options, f *Format, first ActKind, build func(*Act) error) (*Log, error) {
	l, o := newLog(o, f)
	_, err := file.Create(path, o, f.Schema, func(opened *file.File) error {
		l.File = opened
		_, err := l.Act("create", Act{Kind: first}, func(a *Act) error {
			if err := opened.WriteSchema(a.Transaction); err != nil {
				return err
			}
			return build(a)
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return l, nil
}

// Open opens the acts of a night; see file.Open. First reads what every caller
// needs.
func Open(as file.Role, path string, o file.Options, f *Format, first func(q file.Querier) error) (*Log, error) {
	l, o := newLog(o, f)
	var err error
	l.File, err = file.Open(as, path, o, f.Schema, func(q file.Querier) error {
		if err := first(q); err != nil {
			return err
		}
		return q.Row("SELECT coalesce(max(seq), 0) FROM act").Scan(&l.seen)
	})
	if err != nil {
		return nil, err
	}
	return l, nil
}

func newLog(o file.Options, f *Format) (*Log, file.Options) {
	o = o.Filled()
	return &Log{format: f, fresh: o.NewID()}, o
}

// Close closes the night's file, and nobody hears of changes any more.
func (l *Log) Close() error {
	l.watch.end()
	return l.File.Close()
}
