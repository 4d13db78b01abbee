package main

import (
	"fmt"
	"slices"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/publish"
)

// exportOptions say how a blog is written; they are those of a profile. What a
// form cannot have, it ignores.
type exportOptions struct {
	Profile  string `placeholder:"NAME" help:"As this profile of the night says, --as included; what is given besides goes before it."`
	New      bool   `help:"Only what is new since the last hand-over with the profile, or of the form where no profile is named."`
	Entry    string `placeholder:"ID" help:"Only this entry."`
	Results  bool   `help:"Only the results."`
	Heading  int    `placeholder:"1-6" help:"Level of an entry’s heading in a fragment and in WordPress."`
	Order    string `placeholder:"ORDER" help:"newest or oldest on top; else as the night has it."`
	NoIDs    bool   `name:"no-ids" help:"Without anchors."`
	NoTimes  bool   `help:"Without the times of entries."`
	Pictures string `placeholder:"HOW" help:"files beside the text, inside it, placeholders for them, or all zipped."`
	Chart    string `placeholder:"HOW" help:"png or svg: how a fragment has its charts."`
	ASCII    bool   `name:"ascii" help:"Only characters of ASCII; what is beyond them is spelled."`
	Numbered bool   `help:"A page with numbered pages beside it however short it is, so that links to them hold as it grows."`
}

// An optionWord is an option that takes one of some words.
type optionWord struct {
	flag, value string
	may         []string
}

// check refuses what no form has.
func (o exportOptions) check() error {
	if o.Heading < 0 || o.Heading > 6 {
		return &callError{fmt.Sprintf("--heading: there is no heading of level %d", o.Heading), "Use 1 to 6; nothing was written."}
	}
	if o.Entry != "" && o.Results {
		return &callError{"--entry and --results: each is a part by itself", "Leave one of them out; nothing was written."}
	}
	if o.New && (o.Entry != "" || o.Results) {
		return &callError{"--new: it is of the whole blog", "Leave --entry and --results out; nothing was written."}
	}
	for _, w := range []optionWord{
		{"--order", o.Order, []string{blog.NewestOnTop, blog.OldestOnTop}},
		{"--pictures", o.Pictures, []string{blog.PicturesAsFiles, blog.PicturesInside, blog.PicturesReserved, blog.PicturesZipped}},
		{"--chart", o.Chart, []string{blog.ChartAsPNG, blog.ChartAsSVG}},
	} {
		if w.value != "" && !slices.Contains(w.may, w.value) {
			return &callError{fmt.Sprintf("%s: “%s” is none of them", w.flag, w.value), "Use " + strings.Join(w.may, ", ") + "; nothing was written."}
		}
	}
	return nil
}

// profile is the night's profile that was named, or one of the form alone.
func (o exportOptions) profile(e blog.Edition, form string) (blog.Profile, error) {
	if o.Profile == "" {
		return blog.Profile{Form: form}, nil
	}
	var names []string
	for _, p := range e.Profiles {
		if p.Name == o.Profile {
			if form != "" {
				p.Form = form
			}
			return p, nil
		}
		names = append(names, p.Name)
	}
	step := "It has " + strings.Join(names, ", ") + "."
	if len(names) == 0 {
		step = "It has none; the desk makes them."
	}
	return blog.Profile{}, &callError{fmt.Sprintf("--profile: this night has no profile “%s”", o.Profile), step}
}

// over are the options of a profile, and before them those that were given.
func (o exportOptions) over(e blog.Edition, p blog.Profile) publish.Options {
	if o.Heading != 0 {
		p.Heading = o.Heading
	}
	for _, w := range []struct {
		given string
		to    *string
	}{{o.Order, &p.Order}, {o.Pictures, &p.Pictures}, {o.Chart, &p.Chart}} {
		if w.given != "" {
			*w.to = w.given
		}
	}
	p.NoIDs, p.NoTimes, p.ASCII = p.NoIDs || o.NoIDs, p.NoTimes || o.NoTimes, p.ASCII || o.ASCII
	options := publish.ForProfile(p)
	options.Only = publish.Only{Entry: o.Entry, Results: o.Results}
	options.Numbered = o.Numbered
	if o.New {
		given := publish.Given(e, p.ID, p.Form, p.To)
		options.Since = &given
	}
	return options
}
