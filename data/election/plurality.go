package election

// firstPastThePost elects whoever has most votes: the Commons, wards of one
// seat in England and Wales, and mayors and commissioners from 2023 to May
// 2026.
var firstPastThePost = &System{
	name: FirstPastThePost, short: "fptp", whole: "valid votes", votes: "votes",
	swing: true, majority: true, deposits: true, elect: poll.electByVotes,
}

// blockVote elects as many as there are seats, those with most votes: wards of
// several seats in England and Wales. A voter has a vote for each seat and need
// not use them all.
var blockVote = &System{
	name: BlockVote, short: "block", whole: "votes cast", votes: "votes", severalVotes: true, byMethod: true,
	swing: true, majority: true, deposits: true, elect: poll.electByVotes,
}
