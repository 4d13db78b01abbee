package election

// partyLists shares the seats out among lists by their votes: the regions of
// Holyrood and London, and the Senedd. Seats won in constituencies and a
// threshold have a say in it, so that who is elected is said.
var partyLists = &System{
	name: PartyLists, short: "lists", whole: "list votes", votes: "list votes", lists: true,
}
