package nights

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"nightdesk/data/blog"
	"nightdesk/data/blog/figure"
	"nightdesk/data/night"
	"nightdesk/data/picture"
)

// everything fills a night with one of everything that a page can hold.
func (d *desk) everything() {
	landscape, upright := d.drawing(640, 360), d.drawing(200, 500)
	d.entry("", "", "No kicker, one line, and a bare address: https://mercury.example/?a=1&b=<2>.")
	what := d.entry("What to expect", "", "Pinned. **Verification** first, then the *count*, then ***both***, then the ~~end~~ declaration.\nA second line of one paragraph.")
	d.do(func() error { return d.Mark(d.ann, what.ID, false, "", true) })
	for _, x := range elements(landscape, upright) {
		d.entry(x.kicker, x.label, x.text)
	}
	gone := d.entry("Wrong hall", "", "Text that was withdrawn.")
	d.do(func() error { return d.Withdraw(d.ben, gone.ID, "It was another hall.") })
	d.edited()
	d.late()
	d.now.Add(3 * 3_600_000) // past midnight
	d.results()
	d.cards()
	d.figures()
	d.entry("After breakfast", "It is over", "The tables are folded.")
}

// An element is an entry that shows one thing.
type element struct{ kicker, label, text string }

func elements(landscape, upright string) []element {
	longest := strings.Repeat("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", 4)
	return []element{
		{"Links", "", "To [the web](https://mercury.example/a_(b)?q=1&r=\"2\"), [in the clear](http://mercury.example/), by [mail](mailto:desk@mercury.example?subject=Count)."},
		{"Lists", "Three lists", "- one\n- two, with *stress*\n  - two a\n    - deeper\n  - two b\n\n7. seven\n8. eight\n   1. within\n\n1. from one\n\n* a\n*\n* - b\n* c\n\nhttps://x.com/mercury/status/1"},
		{"Quotes", "", "> A long night,\n> in two lines.\n>\n> And a second paragraph.\n>\n> > Quoted within.\n>\n> - a list within\n>\n> — Someone on the *floor*\n\nBetween.\n\n> Without a source."},
		{"A table", "", "| Box | Papers | Note | |\n|:--|--:|:-:|--|\n| Seaton | 1,204 | full | |\n| Headland & Harbour | 988 | *short* | [more](https://mercury.example/) |\n| " + longest[:90] + " | 3 | a cell of more words than a narrow screen has room for in one line | x |"},
		{"A wide table", "", "|" + strings.Repeat(" Column of some width |", 12) + "\n|" + strings.Repeat("--:|", 12) + "\n|" + strings.Repeat(" 12,345 |", 12)},
		{"Pictures", "A picture", "@picture " + landscape + " | Tables are set out for the count. | Drawing: B. Rider | A sports hall with long tables, drawn in grey\n\n@picture " + upright + " | | | A tall window"},
		{"A picture with a long caption", "", "@picture " + landscape + " | " + strings.Repeat("The caption goes on & on. ", 12) + "| " + strings.Repeat("Credit ", 20) + " | An alt text with “marks” <and> a bar \\| in it"},
		{"A guest", "", "@by Dr Clare Wood\n\nThree things to watch from the bench."},
		{"A post", "", "@post https://social.example/@hall/17 | Mill House | @hall | 12.14am\n> Doors are open. Tea is in the corridor.\n>\n> Bring your own cup.\n\n@post | Nobody | | \n> A post without an address."},
		{"Not markup", "", "# no heading\n\n<b>no bold</b> & no <script>alert(1)</script> &amp; no &copy; \\{no slot}\n\n    no code\n\n---\n\n- [ ] no box\n\n[no]: https://mercury.example/ref"},
		{"Signs", "", "“Quoted” ‘twice’ – a dash — and another … £20 café naïve Łódź Ørsted 5 × 6 ½ − 1 · • ™ € 𝕏 👩‍👩‍👧 नमस्ते 你好 שלום (and) مرحبا\u00a0‑ fi\u00adnal."},
		{strings.Repeat("A kicker that goes on ", 8), strings.Repeat("A label that goes on ", 8), longest + "\n\n*" + longest + "*\n\nhttps://mercury.example/" + longest + "\n\n- " + longest + "\n\n> " + longest + "\n> — " + longest},
		{strings.Repeat("KICKER", 40), "", strings.Repeat("Many words of one paragraph go over many lines, and print on more than one. ", 90)},
	}
}

// entry publishes an entry of Ann's, as a key moment where it has a label.
func (d *desk) entry(kicker, label, text string) (e blog.Entry) {
	d.do(func() (err error) {
		e, err = d.Publish(d.ann, blog.Entry{Kicker: kicker, Text: text, Key: label != "", KeyLabel: label, Tags: []string{"Nobody should see this tag"}})
		if err != nil {
			err = fmt.Errorf("%.40q: %w", text, err)
		}
		return err
	})
	return e
}

// edited are entries that were changed in each of the ways there are.
func (d *desk) edited() {
	minor := d.entry("A minor edit", "", "The tellrs are in.")
	minor.Text = "The tellers are in."
	d.do(func() error { _, err := d.Edit(d.ann, minor, night.Minor, "a typo"); return err })
	updated := d.entry("An update", "", "Two boxes are in.")
	updated.Text += "\n\nSo is the third."
	d.do(func() error { _, err := d.Edit(d.ben, updated, night.Update, ""); return err })
	wrong := d.entry("A correction", "", "Turnout was 42.05 per cent <of all>.\n\nThis stays.")
	for _, turnout := range []string{"42.55", "42.56"} {
		wrong.Text = "Turnout was " + turnout + " per cent <of all>.\n\nThis stays."
		d.do(func() error {
			_, err := d.Edit(d.ann, wrong, night.Correction, "an earlier version misheard the turnout & its “decimals”.")
			return err
		})
	}
}

// late is an entry of both authors about something that was an hour before.
func (d *desk) late() {
	d.do(func() error {
		_, err := d.Publish(d.ben, blog.Entry{Kicker: "Posted late", Text: "This was an hour ago.", Authors: []string{d.ben, d.ann}, Happened: d.now.Load() - 3_600_000})
		return err
	})
}

// cards are entries that show results and charts.
func (d *desk) cards() {
	for _, x := range []string{"@result Northmere\n\n@result Southmere", "@result Eastmere\n\n@result Westmere\n\n@result Castle ward",
		"@chart Northmere | share", "@chart Northmere | change\n\n@chart Northmere | history", "@chart Southmere | share\n\n@chart Abbey ward | share",
		"@result Abbey ward\n\n@result Mereshire council\n\n@chart Mereshire | seats"} {
		d.entry("Results and charts", "", x)
	}
}

// figures are entries with every figure that can be bound, in every format in
// which it is known here.
func (d *desk) figures() {
	e, err := d.Edition(night.Moment{})
	d.do(func() error { return err })
	known := figure.Live(e.Results())
	for _, s := range figure.Slots() {
		var lines []string
		for _, of := range []string{"Northmere.", "Northmere.Con.", "Southmere.", "Abbey ward.", "Mereshire.", "Mereshire.Lab."} {
			for _, format := range s.Formats {
				slot := of + s.Name + ":" + format
				if _, ok := known(slot); ok {
					lines = append(lines, "- "+slot+": **{"+slot+"}**")
				}
			}
		}
		if len(lines) > 0 {
			d.entry("Figure: "+s.Name, "", strings.Join(lines, "\n"))
		}
	}
}

// drawing stores a picture of a size in pixels.
func (d *desk) drawing(width, height int) (id string) {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, color.NRGBA{R: uint8(x / 3), G: uint8(y / 3), B: 140, A: 255})
		}
	}
	d.do(func() error {
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			return err
		}
		checked, err := picture.Check(&b)
		if err != nil {
			return err
		}
		id, err = d.AddPicture(d.ann, checked)
		return err
	})
	return id
}
