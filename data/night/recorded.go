package night

// Recorded is an act as it stands in the history.
type Recorded struct {
	Seq      int64  // order of recording in this copy, from 1
	ID       string // the same in every copy
	Kind     string // what was done: "publish", "votes", "declare"
	Author   string // author id, may be empty
	Reason   string
	Source   string // where a correction comes from
	Undoes   string // id of the act that this one undoes
	Happened int64  // when it happened, UTC milliseconds
	Recorded int64  // when this desk recorded it, by its clock, UTC milliseconds
	Subjects []Subject
}

// A Subject is what an act is about: Kind "author", "contest", "council",
// "entry", "hand-over", "pattern", "picture" or "profile", with its id, or
// "details", "colour", "chain" or "history", of which there is one a night, with
// an empty ID. Candidates, votes, papers, flags and the state of a count are all
// about their contest.
type Subject struct{ Kind, ID string }

// add names what a version is about, once.
func (r *Recorded) add(kind, about string) {
	s := Subject{kinds[kind].subject, about}
	switch s.Kind {
	case "details", "colour", "chain", "history":
		s.ID = ""
	}
	for _, x := range r.Subjects {
		if x == s {
			return
		}
	}
	r.Subjects = append(r.Subjects, s)
}
