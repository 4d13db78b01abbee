package text

import "testing"

func TestPlaintext(t *testing.T) {
	text := "One *two*\n[three](http://a.example.org) www.example.org\n\n> Said.\n> — Who\n\n3. a\n4. b\n\n   c\n\n- x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n" +
		"@picture ab | Caption | Credit | Alt\n@result Hartlepool\n@chart Hartlepool | share\n@by Guest\n@post http://p.example.org | A | | 9pm\n> post"
	want := "One two three (http://a.example.org) www.example.org\nSaid.\n— Who\n3. a\n4. b\nc\n• x\na | b\n1 | 2\n" +
		"Picture: Caption | Credit | Alt\nResult: Hartlepool\nChart: Hartlepool | share\nBy Guest\nPost: A | 9pm | http://p.example.org\npost"
	if got := Plaintext(Parse(text, nil)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A mailbox may have characters that its address has to escape.
func TestABareMailboxIsPrintedOnce(t *testing.T) {
	for _, text := range []string{"A^_a@b.c", "desk{1}@example.org", "desk@example.org"} {
		if got := Plaintext(Parse("To "+text+" please", nil)); got != "To "+text+" please" {
			t.Errorf("%s: got %s", text, got)
		}
	}
}
