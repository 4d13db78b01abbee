package election

import "nightdesk/data/election/register"

// partiesOf is the lines of the parties that candidates stand for, independents
// aside.
func partiesOf(ks []Candidate) map[string]bool {
	ids := map[string]bool{}
	for _, k := range ks {
		if k.Party.ID != "" {
			ids[k.Party.line()] = true
		}
	}
	return ids
}

// heirsOf applies chains between the parties of now and those of then: the id
// of each party that goes on under another, with the id it goes on under. A
// chain is a party's word where the ids do not tell, so it gives way wherever
// they do: where the old party itself stands now, or the new one stood then.
// The first chain of a party holds, and chains are not followed further.
// Independents, who have no id, are in neither map.
func heirsOf(chains []Chain, now, then map[string]bool) map[string]string {
	heirs := map[string]string{}
	for _, link := range chains {
		link = Chain{register.Line(link.Now), register.Line(link.Then)}
		if !now[link.Now] || !then[link.Then] || now[link.Then] || then[link.Now] {
			continue
		}
		if _, taken := heirs[link.Then]; !taken {
			heirs[link.Then] = link.Now
		}
	}
	return heirs
}
