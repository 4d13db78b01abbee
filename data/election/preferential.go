package election

// supplementaryVote elects whoever has more than half of the first choices,
// else one of the two with most once second choices are added: mayors and
// commissioners until 2022. The votes kept here are the first choices, which do
// not tell who is elected; it is said.
var supplementaryVote = &System{
	name: SupplementaryVote, short: "sv", whole: "first choices", votes: "first choices",
}

// transferableVote elects by a quota and by transfers from one stage to the
// next: councils in Scotland and Northern Ireland, and the Assembly. The votes
// kept here are the first preferences, which do not tell who is elected; it is
// said.
var transferableVote = &System{
	name: TransferableVote, short: "stv", whole: "first preferences", votes: "first preferences",
}
