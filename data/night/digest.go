package night

import "crypto/sha256"

// content is the hash over all that the act says: of each version what it is
// about, what it replaces and the hash of its content, by ids that are the
// same in every copy of the night.
func (a *act) content() []byte {
	h := sha256.New()
	for _, v := range a.versions {
		replaces := ""
		if v.replaces != nil {
			replaces = v.replaces.uid
		}
		h.Write(encode(row{v.kind, v.about, v.subject, replaces, flag(v.content == nil), v.hash}))
	}
	return h.Sum(nil)
}

// digest is the act's link in the chain: the hash over the act's own words,
// the hash of what it says and the digest of the act before.
func (l link) digest(a *act, replica string, content []byte) []byte {
	return digest(row{l.previous, a.id, replica, l.number, a.author, a.kind, a.reason, a.source, a.undoes,
		a.happened, a.now, content})
}

func digest(r row) []byte {
	sum := sha256.Sum256(encode(r))
	return sum[:]
}
