package night

import (
	"cmp"
	"context"
	"maps"
	"os"
	"slices"
	"time"

	"nightdesk/data/blog"
	blogtext "nightdesk/data/blog/text"
	"nightdesk/data/election"
	"nightdesk/data/night/file"
	"nightdesk/data/night/record"
	"nightdesk/data/picture"
)

// PublicOptions say how a public copy is made.
type PublicOptions struct {
	Scale int // pictures are at most so many pixels a side; 0 leaves them as they are
}

// A PublicSize is how large a public copy became, in bytes.
type PublicSize struct {
	File     int64
	Pictures int64 // of that
}

// PublicCopy makes a night, to be given to anybody, of what was published in
// another and of nothing else: its head, the entries that stand, withdrawn ones
// as a mark without a word, the figures that are public, the pictures that
// entries show, and the authors who published. Ids, times, frozen figures and
// what was said of corrections are kept. There are no drafts in it, no earlier
// versions and no reasons, nothing that the desk keeps for itself, and none of the
// acts that led there: corrections apart, it was recorded as of when readers last
// saw a change. It fails with ErrExists where there is a file of that name.
func PublicCopy(from, to string, o Options, p PublicOptions) (size PublicSize, err error) {
	const op = "make a public copy"
	n, err := View(from, o)
	if err != nil {
		return size, err
	}
	defer n.Close()
	if err := n.file.Whole(op); err != nil {
		return size, err
	}
	e, err := n.Edition(Moment{})
	if err != nil {
		return size, err
	}
	err = file.WriteNew(op, to, func(unfinished string) error {
		c := &publicCopy{public: e.Published(), at: e.Started}
		if err := c.make(unfinished, o, n, p); err != nil {
			return err
		}
		if err := format.Schema.Verify(context.Background(), unfinished); err != nil {
			return err
		}
		info, err := os.Stat(unfinished)
		if err == nil {
			size = PublicSize{File: info.Size(), Pictures: c.pictures}
		}
		return err
	})
	return size, err
}

// A publicCopy is being made: a night of its own, told what is public.
type publicCopy struct {
	*Night
	public   blog.Edition
	at       int64 // what its clock says, UTC milliseconds
	pictures int64 // bytes
}

// make writes the file and closes it.
func (c *publicCopy) make(path string, o Options, from *Night, p PublicOptions) (err error) {
	o.Now = func() time.Time { return time.UnixMilli(c.at) }
	if c.Night, err = Create(path, c.public.Details, o); err != nil {
		return err
	}
	defer c.file.Abandon()
	copied := record.Act{Kind: ActPublicCopy}
	if _, err := c.log.Act("copy what is public", copied, c.nominations); err != nil {
		return err
	}
	if err := c.corrections(); err != nil {
		return err
	}
	c.at = c.public.Updated
	if err := c.showPictures(from, p.Scale); err != nil {
		return err
	}
	_, err = c.log.Act("copy what is public", copied, c.rest)
	return err
}

// showPictures takes the pictures over, one after the other. One that is
// scaled has another id, which the entries then show.
func (c *publicCopy) showPictures(from *Night, scale int) error {
	fresh := map[string]string{}
	for _, p := range c.public.Pictures {
		b, err := from.Picture(p.ID)
		if err != nil {
			return err
		}
		shown := picture.Checked{Bytes: b, MediaType: p.MediaType, Width: p.Width, Height: p.Height}
		if scale > 0 && max(p.Width, p.Height) > scale {
			if shown, err = picture.Scale(b, scale); err != nil {
				return err
			}
		}
		if fresh[p.ID], err = c.AddPicture("", shown); err != nil {
			return err
		}
		c.pictures += int64(len(shown.Bytes))
	}
	other := func(id string) string {
		if p, ok := c.public.Picture(id); ok && fresh[p.ID] != p.ID {
			return fresh[p.ID]
		}
		return id
	}
	for i, x := range c.public.Entries {
		x.Text = blogtext.Repictured(x.Text, other)
		for k := range x.Corrections {
			x.Corrections[k].Was = blogtext.Repictured(x.Corrections[k].Was, other)
		}
		c.public.Entries[i] = x
	}
	return nil
}

// nominations says who wrote and who stood, and what they are compared with:
// all that can be said without a result.
func (c *publicCopy) nominations(a *record.Act) error {
	for _, x := range c.public.Authors {
		if err := authorKind.Put(a, x.ID, x.ID, x); err != nil {
			return err
		}
	}
	bare := slices.Clone(c.public.Contests)
	for i := range bare {
		bare[i].State = election.NotStarted
		bare[i] = bare[i].Public()
	}
	if err := putContests(a, bare, nil); err != nil {
		return err
	}
	if len(bare) > 0 && len(bare[0].Chains) > 0 {
		if err := chainKind.Put(a, theChains, theChains, bare[0].Chains); err != nil {
			return err
		}
	}
	for _, x := range c.public.Councils {
		if err := putCouncil(a, x); err != nil {
			return err
		}
	}
	return nil
}

// A revised result is one as a correction made it.
type revised struct {
	election.Correction
	contest election.Contest
}

// corrections says the corrections of results, each as the act that it was. The
// figures come with the revision that stands, since there are no earlier ones.
func (c *publicCopy) corrections() error {
	var all []revised
	for _, x := range c.public.Contests {
		for _, k := range x.Corrections {
			all = append(all, revised{k, x})
		}
	}
	slices.SortStableFunc(all, func(a, b revised) int { return cmp.Compare(a.When, b.When) })
	for _, r := range all {
		c.at = r.When
		how := record.Act{Kind: ActCorrect, Author: r.Author, Reason: r.Reason, Source: r.Source}
		if _, err := c.log.Act("copy a correction", how, r.say); err != nil {
			return err
		}
	}
	return nil
}

func (r revised) say(a *record.Act) error {
	if r.contest.State == election.Corrected && r.contest.Revision == r.Revision {
		return putResult(a, r.contest)
	}
	state := stateIn(r.contest)
	state.state, state.revision = election.Corrected, int64(r.Revision)
	return stateKind.Put(a, r.contest.ID, r.contest.ID, state)
}

// putResult says a contest's figures and how far its count has come.
func putResult(a *record.Act, c election.Contest) error {
	if err := putContests(a, []election.Contest{c}, nil); err != nil {
		return err
	}
	return stateKind.Put(a, c.ID, c.ID, stateIn(c))
}

// rest says everything else. A result that was said already is not said again.
func (c *publicCopy) rest(a *record.Act) error {
	for _, party := range slices.Sorted(maps.Keys(c.public.Colours)) {
		if err := colourKind.Put(a, theDetails, party, c.public.Colours[party]); err != nil {
			return err
		}
	}
	if h := c.public.History; len(h.Rows) > 0 {
		if err := putPast(a, h); err != nil {
			return err
		}
	}
	for _, x := range c.public.Contests {
		if err := putResult(a, x); err != nil {
			return err
		}
		for _, f := range x.Flags {
			if err := flagKind.Put(a, x.ID, string(f.Kind), f); err != nil {
				return err
			}
		}
	}
	for _, x := range slices.Backward(c.public.Entries) {
		if err := entryKind.Put(a, x.ID, x.ID, x); err != nil {
			return err
		}
	}
	return nil
}
