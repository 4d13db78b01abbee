package night

import (
	"database/sql"

	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
)

// What acts and versions are called, here and in record.
type (
	// An ActKind is what an act does: "publish", "votes", "declare".
	ActKind = record.ActKind
	// A SubjectKind is what an act can be about.
	SubjectKind = record.SubjectKind
	// A Subject is what an act is about, with its id. Candidates, votes, papers,
	// flags and the state of a count are all about their contest.
	Subject = record.Subject
	// Recorded is an act as it stands in the history.
	Recorded = record.Recorded
)

// The kinds of acts, as the file names them. record.Undoing is one more.
const (
	ActCreate          ActKind = "create"
	ActDetails         ActKind = "details"
	ActRehearsal       ActKind = "rehearsal"
	ActColour          ActKind = "colour"
	ActAuthor          ActKind = "author"
	ActImport          ActKind = "import"
	ActContest         ActKind = "contest"
	ActMove            ActKind = "move"
	ActRemoveCandidate ActKind = "remove candidate"
	ActVotes           ActKind = "votes"
	ActPapers          ActKind = "papers"
	ActLot             ActKind = "lot"
	ActElected         ActKind = "elected"
	ActAnswer          ActKind = "answer"
	ActSecondKeying    ActKind = "second keying"
	ActFlag            ActKind = "flag"
	ActState           ActKind = "state"
	ActDeclare         ActKind = "declare"
	ActTakeBack        ActKind = "take back"
	ActCorrect         ActKind = "correct"
	ActBaselines       ActKind = "baselines"
	ActChain           ActKind = "chain"
	ActHistory         ActKind = "history"
	ActCouncil         ActKind = "council"
	ActPublish         ActKind = "publish"
	ActEdit            ActKind = "edit"
	ActCorrectEntry    ActKind = "correct entry"
	ActWithdraw        ActKind = "withdraw"
	ActRestore         ActKind = "restore"
	ActMark            ActKind = "mark"
	ActTag             ActKind = "tag"
	ActPicture         ActKind = "picture"
	ActPattern         ActKind = "pattern"
	ActProfile         ActKind = "profile"
	ActHandOver        ActKind = "hand over"
	ActPublicCopy      ActKind = "public copy"
)

// What acts are about. There is one a night of the details, the history and
// the chains, and colours are parts of the details.
const (
	SubjectDetails  SubjectKind = "details"
	SubjectColour   SubjectKind = "colour"
	SubjectAuthor   SubjectKind = "author"
	SubjectContest  SubjectKind = "contest"
	SubjectCouncil  SubjectKind = "council"
	SubjectChain    SubjectKind = "chain"
	SubjectHistory  SubjectKind = "history"
	SubjectEntry    SubjectKind = "entry"
	SubjectPicture  SubjectKind = "picture"
	SubjectPattern  SubjectKind = "pattern"
	SubjectProfile  SubjectKind = "profile"
	SubjectHandOver SubjectKind = "hand-over"
)

// format is all that can be said in a night: each kind is declared with the
// thing that it says.
var format = record.NewFormat(record.Rules{
	MayAct: mustKnowAuthor,
	OwnWayBack: []ActKind{
		ActCreate, ActAuthor, ActImport, ActDeclare, ActTakeBack, ActCorrect, ActHandOver,
	},
	StoodOn: map[record.Declared]func(q file.Querier, v record.Version) (bool, error){
		contestKind:   contestIsStoodOn,
		candidateKind: declarationStandsOn,
		votesKind:     declarationStandsOn,
		papersKind:    declarationStandsOn,
		stateKind:     declarationStandsOn,
		answerKind:    declarationStandsOn,
		lotKind:       declarationStandsOn,
		secondKind:    declarationStandsOn,
		councilKind:   councilNameIsTaken,
		profileKind:   profileNameIsTaken,
	},
	Undoing: map[record.Declared]func(a *record.Act, v record.Version) error{councilKind: regroup},
},
	detailsKind, colourKind, authorKind, contestKind, candidateKind, votesKind, papersKind, stateKind, baselineKind,
	answerKind, lotKind, flagKind, secondKind, chainKind, pastKind, councilKind, entryKind, pictureKind, patternKind,
	profileKind, handOverKind)

// mustKnowAuthor refuses an act in the name of somebody the desk does not know.
func mustKnowAuthor(a *record.Act) error {
	if a.Author == "" {
		return nil
	}
	return authorKind.Must(a, a.Author, a.Author)
}

// A counted is a count as a column holds it: NULL where it is unknown.
type counted struct{ *election.Count }

// Value implements record.Cell.
func (c counted) Value() any {
	v, known := c.Get()
	if !known {
		return nil
	}
	return int64(v)
}

// SetValue implements record.Cell.
func (c counted) SetValue(v any) error {
	var number sql.NullInt64
	if err := number.Scan(v); err != nil {
		return err
	}
	*c.Count = election.Count{}
	if number.Valid {
		*c.Count = election.Of(int(number.Int64))
	}
	return nil
}

// read reads one thing within a short read transaction.
func read[T any](n *Night, op string, f func(q file.Querier) (T, error)) (what T, err error) {
	err = n.file.Read(op, func(q file.Querier) error {
		what, err = f(q)
		return err
	})
	return what, err
}

// things are the things that versions say, in the order read; nil where there
// are none.
func things[T any](said []record.Said[T], err error) ([]T, error) {
	if err != nil || len(said) == 0 {
		return nil, err
	}
	all := make([]T, len(said))
	for i, s := range said {
		all[i] = s.What
	}
	return all, nil
}
