package election

// referendum is a vote on answers. Nobody is elected, and no answer has a
// party.
var referendum = &System{
	name: Referendum, short: "ref", whole: "valid answers", votes: "votes", answers: true,
}

// NoParty is what stands for nobody: the answers of a referendum, and “None of
// the above”. It is neither a party nor an independent, and nothing is measured
// of it but votes.
var NoParty = Party{Name: "Not a party", Short: "–"}

// IsNone reports whether the party is NoParty.
func (p Party) IsNone() bool { return p.ID == "" && p.Name == NoParty.Name }

// IsAnswer reports whether the line of the ballot paper is an answer and nobody
// who could be elected.
func (c Candidate) IsAnswer() bool { return c.Party.IsNone() }
