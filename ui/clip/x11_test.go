//go:build !windows && !darwin

package clip

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// An owner is a program that something was copied in.
type owner struct {
	kind   string        // what it holds, as a media type
	data   []byte        // the bytes of it
	pieces int           // how many bytes it gives at a time, 0 for all at once
	silent bool          // it never answers
	asked  chan struct{} // closed once it was asked for what it holds
}

// copied has the owner hold the clipboard of the test's display, and skips
// where there is none.
func copied(t *testing.T, o owner) *owner {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Skip("NOT PROVEN: the clipboard of a display. This test needs one (DISPLAY); go run ./cmd/dev test gives it one")
	}
	quiet()
	c, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	r, err := newRequestor(c, 0) // for its window and its atoms
	if err != nil {
		t.Fatal(err)
	}
	o.asked = make(chan struct{})
	xproto.SetSelectionOwner(c, r.window, r.clipboard, xproto.TimeCurrentTime)
	held, err := xproto.GetSelectionOwner(c, r.clipboard).Reply()
	if err != nil || held.Owner != r.window {
		t.Fatalf("the clipboard is held by %+v, %v", held, err)
	}
	target, err := r.atom(o.kind)
	if err != nil {
		t.Fatal(err)
	}
	go o.serve(r, target)
	return &o
}

// serve answers those who paste, until the connection is closed.
func (o *owner) serve(r *requestor, target xproto.Atom) {
	var left []byte // what is still to be given in pieces
	var to xproto.SelectionRequestEvent
	for {
		e, _ := r.c.WaitForEvent()
		switch e := e.(type) {
		case nil:
			return
		case xproto.SelectionRequestEvent:
			answer := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target}
			if e.Target == target {
				close(o.asked)
				if o.silent {
					continue
				}
				answer.Property, to = e.Property, e
				if left = o.begin(r, e); left != nil {
					xproto.ChangeWindowAttributes(r.c, e.Requestor, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange})
				}
			}
			xproto.SendEvent(r.c, false, e.Requestor, 0, string(answer.Bytes()))
		case xproto.PropertyNotifyEvent:
			if e.Window == to.Requestor && e.Atom == to.Property && e.State == xproto.PropertyDelete && left != nil {
				n := min(len(left), o.pieces)
				give(r, to, target, 8, left[:n])
				if left = left[n:]; n == 0 {
					left = nil
				}
			}
		}
	}
}

// begin lays down all that is held, or the word that it comes in pieces, and
// gives what those are made of.
func (o *owner) begin(r *requestor, e xproto.SelectionRequestEvent) (left []byte) {
	if o.pieces == 0 {
		give(r, e, e.Target, 8, o.data)
		return nil
	}
	size := make([]byte, 4)
	xgb.Put32(size, uint32(len(o.data)))
	give(r, e, r.incr, 32, size)
	return append([]byte{}, o.data...)
}

func give(r *requestor, e xproto.SelectionRequestEvent, kind xproto.Atom, bits byte, data []byte) {
	xproto.ChangeProperty(r.c, xproto.PropModeReplace, e.Requestor, e.Property, kind, bits, uint32(len(data)/int(bits/8)), data)
}

// some are bytes that are like no others of that length.
func some(n int) []byte {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	return out
}

func TestWindowClipboardGivesPictures(t *testing.T) {
	const limit = 3 << 20
	for _, c := range []struct {
		name string
		held owner
		want int // bytes
	}{
		{"a small one at once", owner{kind: "image/png", data: some(9001)}, 9001},
		{"a photograph in pieces", owner{kind: "image/png", data: some(2 << 20), pieces: 200_000}, 2 << 20},
		{"pieces that fit exactly", owner{kind: "image/png", data: some(200_000), pieces: 100_000}, 200_000},
		{"no PNG but a JPEG", owner{kind: "image/jpeg", data: some(777)}, 777},
		{"words", owner{kind: "UTF8_STRING", data: []byte("the hall")}, 0},
		{"more than may be", owner{kind: "image/png", data: some(limit + 70_000), pieces: 200_000}, limit + 1},
		{"nothing in pieces", owner{kind: "image/png", pieces: 10}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			copied(t, c.held)
			got, err := Picture(t.Context(), limit)
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != c.want || !bytes.Equal(got, c.held.data[:c.want]) {
				t.Errorf("%d bytes, want the first %d of those copied", len(got), c.want)
			}
		})
	}
}

func TestWindowClipboardGivesUpOnTheSilent(t *testing.T) {
	o := copied(t, owner{kind: "image/png", data: some(10), silent: true})
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-o.asked; cancel() }()
	got, err := Picture(ctx, 100)
	if silent := (*SilentError)(nil); got != nil || !errors.As(err, &silent) || !errors.Is(err, context.Canceled) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

func TestAClipboardThatCannotBeReachedHoldsNothing(t *testing.T) {
	t.Setenv("DISPLAY", ":4711")
	t.Setenv("WAYLAND_DISPLAY", "")
	if got, err := Picture(t.Context(), 100); got != nil || err != nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}
