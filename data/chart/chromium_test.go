package chart_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"nightdesk/data/chart"
)

// measuring lists, in the page it runs in, every text that overlaps another or
// leaves its chart, and says at the end how many it has measured.
const measuring = `<script>
document.fonts.ready.then(() => {
  const found = [];
  let measured = 0;
  for (const svg of document.querySelectorAll("svg")) {
    const box = svg.viewBox.baseVal, texts = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBBox()]);
    texts.forEach(([a, p], i) => {
      measured++;
      if (p.x < 0 || p.x + p.width > box.width) found.push(svg.id + ": " + a + " leaves the chart");
      for (const [b, q] of texts.slice(0, i))
        if (p.x < q.x + q.width && q.x < p.x + p.width && Math.abs(p.y + p.height / 2 - q.y - q.height / 2) < 6)
          found.push(svg.id + ": " + a + " overlaps " + b);
    });
  }
  document.body.textContent = "measured " + measured + " texts; " + found.join("; ") + " done";
});
</script>`

// TestReadersFontsFit lets a browser set the charts in fonts other than ours.
func TestReadersFontsFit(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("no Chromium to set the charts with")
	}
	for _, family := range []string{"DejaVu Sans", "Liberation Sans", "Noto Sans, Nimbus Sans, sans-serif"} {
		var page bytes.Buffer
		page.WriteString("<!doctype html><meta charset=utf-8><body>")
		for n, c := range map[string]chart.Model{
			"h": model(t, hartlepool(), chart.Share), "c": model(t, hartlepool(), chart.Change), "m": model(t, crowd(34), chart.Share),
			"p": drawnHistory(t, governing()), "q": drawnHistory(t, procession(40)), "s": councilOf(t, harlow), "t": councilOf(t, hung),
		} {
			for _, width := range []int{320, 700, 1200} {
				svg := c.Layout(width, chart.Light).SVG(fmt.Sprintf("%s%d", n, width))
				fonts := regexp.MustCompile(`font-family="[^"]*"`)
				fmt.Fprintf(&page, `<div style="width:%dpx">%s</div>`, width, fonts.ReplaceAll(svg, []byte(`font-family="`+family+`"`)))
			}
		}
		page.WriteString(measuring)
		file := filepath.Join(t.TempDir(), "charts.html")
		if err := os.WriteFile(file, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		defer cancel()
		out, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+t.TempDir(),
			"--virtual-time-budget=10000", "--dump-dom", "file://"+file).Output()
		if err != nil {
			t.Fatal(err)
		}
		_, said, found := strings.Cut(string(out), "measured ")
		said, _, done := strings.Cut(said, " done")
		if !found || !done {
			t.Fatalf("%s: the browser did not measure: %.300s", family, out)
		}
		if count, faults, _ := strings.Cut(said, " texts; "); faults != "" || len(count) < 3 {
			t.Errorf("in %s, of %s texts: %s", family, count, faults)
		}
	}
}
