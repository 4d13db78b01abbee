package text

import (
	"fmt"
	"strings"
)

// show prints a tree in one line a block, for tables of cases.
func show(d Document) string { return showBlocks(d.Blocks, "\n") }

func showBlocks(blocks []Block, between string) string {
	var all []string
	for _, b := range blocks {
		all = append(all, showBlock(b))
	}
	return strings.Join(all, between)
}

func showBlock(b Block) string {
	switch b := b.(type) {
	case Paragraph:
		return "p(" + showInlines(b.Text) + ")"
	case Quote:
		s := "quote(" + showBlocks(b.Blocks, " ")
		if b.Source != nil {
			s += " source(" + showInlines(b.Source) + ")"
		}
		return s + ")"
	case List:
		name := "ul("
		if b.Ordered {
			name = fmt.Sprintf("ol%d(", b.Start)
		}
		var items []string
		for _, i := range b.Items {
			items = append(items, "li("+showBlocks(i, " ")+")")
		}
		return name + strings.Join(items, " ") + ")"
	case Table:
		s := "table" + fmt.Sprint(b.Align) + "(" + showCells(b.Head)
		for _, r := range b.Rows {
			s += " / " + showCells(r)
		}
		return s + ")"
	case Post:
		return fmt.Sprintf("post[%s;%s;%s;%s](%s)", b.Address, b.Author, b.Handle, b.Time, showBlocks(b.Blocks, " "))
	case PictureBlock:
		return fmt.Sprintf("picture[%s;%s;%s;%s]", b.ID, b.Caption, b.Credit, b.Alt)
	case ResultBlock:
		return "result[" + b.Contest + "]"
	case ChartBlock:
		return "chart[" + b.Contest + ";" + b.Kind + "]"
	case ByLine:
		return "by[" + b.Name + "]"
	}
	return fmt.Sprintf("?%T", b)
}

func showCells(cells [][]Inline) string {
	var all []string
	for _, c := range cells {
		all = append(all, showInlines(c))
	}
	return strings.Join(all, " | ")
}

func showInlines(inlines []Inline) string {
	var s strings.Builder
	for _, x := range inlines {
		switch x := x.(type) {
		case Plain:
			s.WriteString(x.Text)
		case Break:
			s.WriteString("⏎")
		case Emphasis:
			s.WriteString("em(" + showInlines(x.Text) + ")")
		case Strong:
			s.WriteString("strong(" + showInlines(x.Text) + ")")
		case Strike:
			s.WriteString("strike(" + showInlines(x.Text) + ")")
		case Link:
			s.WriteString("link[" + x.Address + "](" + showInlines(x.Text) + ")")
		case Figure:
			s.WriteString("fig[" + x.Slot)
			if x.Known {
				s.WriteString("=" + x.Value)
			}
			s.WriteString("]")
		default:
			fmt.Fprintf(&s, "?%T", x)
		}
	}
	return s.String()
}
