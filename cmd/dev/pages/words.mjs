// wordsOf are the words of a text as they are compared: letters and digits
// alone, in one case, each once. Ligatures and forms of letters are undone.
export const wordsOf = text => [...new Set(text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])]

// latin is a text without anything but its Latin letters and its digits: what
// is read the same from a page and from paper, where the other scripts stand
// in the order in which they are drawn.
export const latin = text => (text.normalize('NFKC').toLowerCase().match(/[\p{Script=Latin}\p{N}]+/gu) ?? []).join('')
