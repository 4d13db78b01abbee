package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"nightdesk/data/blog"
	"nightdesk/data/blog/text"
	"nightdesk/data/night"
)

// writer finds an author by name or initials, or lets somebody new join.
func writer(n *night.Night, called string) (blog.Author, error) {
	authors, err := n.Authors()
	if err != nil {
		return blog.Author{}, err
	}
	key := text.SearchKey(strings.TrimSpace(called))
	var found []blog.Author
	for _, named := range []func(blog.Author) string{
		func(a blog.Author) string { return a.Name },
		func(a blog.Author) string { return a.Initials },
	} {
		for _, a := range authors {
			if text.SearchKey(named(a)) == key {
				found = append(found, a)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return blog.Author{}, &callError{
				fmt.Sprintf("--author: “%s” is %d people of this desk", called, len(found)),
				"Give the whole name; nothing was changed.",
			}
		}
	}
	a := blog.Author{Name: strings.TrimSpace(called)}
	a.Initials = initials(a.Name)
	a.ID, err = n.AddAuthor("", a)
	return a, err
}

// initials are the first letters of a name's words; a name in capitals alone
// is its own.
func initials(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsUpper(r) }) {
		return name
	}
	var b strings.Builder
	for _, word := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(word)
		b.WriteRune(unicode.ToUpper(first))
	}
	return b.String()
}
