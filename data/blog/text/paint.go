package text

// A BlockPainter makes one thing of a block: markup, lines, an object on the
// screen. It has a method for each kind of block, so that a painter which
// forgets a kind does not compile.
type BlockPainter[T any] interface {
	Paragraph(Paragraph) T
	Quote(Quote) T
	List(List) T
	Table(Table) T
	Picture(PictureBlock) T
	Result(ResultBlock) T
	Chart(ChartBlock) T
	ByLine(ByLine) T
	Post(Post) T
}

// PaintBlocks gives each block to the painter's method of its kind, in order.
// It does not descend: a painter of quotes, lists and posts paints the blocks
// within them itself.
func PaintBlocks[T any](blocks []Block, p BlockPainter[T]) []T {
	painted := make([]T, 0, len(blocks))
	for _, b := range blocks {
		painted = append(painted, paintBlock(b, p))
	}
	return painted
}

func paintBlock[T any](b Block, p BlockPainter[T]) (painted T) {
	switch b := b.(type) {
	case Paragraph:
		return p.Paragraph(b)
	case Quote:
		return p.Quote(b)
	case List:
		return p.List(b)
	case Table:
		return p.Table(b)
	case PictureBlock:
		return p.Picture(b)
	case ResultBlock:
		return p.Result(b)
	case ChartBlock:
		return p.Chart(b)
	case ByLine:
		return p.ByLine(b)
	case Post:
		return p.Post(b)
	}
	return painted // a nil Block, which no tree holds
}

// An InlinePainter makes one thing of a piece of running text, as a
// BlockPainter does of a block.
type InlinePainter[T any] interface {
	Plain(Plain) T
	Break(Break) T
	Emphasis(Emphasis) T
	Strong(Strong) T
	Strike(Strike) T
	Link(Link) T
	Figure(Figure) T
}

// PaintInlines gives each piece of running text to the painter's method of
// its kind, in order. It does not descend into marked text.
func PaintInlines[T any](inlines []Inline, p InlinePainter[T]) []T {
	painted := make([]T, 0, len(inlines))
	for _, i := range inlines {
		painted = append(painted, paintInline(i, p))
	}
	return painted
}

func paintInline[T any](i Inline, p InlinePainter[T]) (painted T) {
	switch i := i.(type) {
	case Plain:
		return p.Plain(i)
	case Break:
		return p.Break(i)
	case Emphasis:
		return p.Emphasis(i)
	case Strong:
		return p.Strong(i)
	case Strike:
		return p.Strike(i)
	case Link:
		return p.Link(i)
	case Figure:
		return p.Figure(i)
	}
	return painted // a nil Inline, which no tree holds
}
