//go:build !windows && !darwin

package clip

import (
	"context"
	"errors"
	"io"
	"log"
	"os"
	"sync"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"golang.design/x/clipboard"
)

// fetch asks the X server, which also knows what Wayland's programs copied
// wherever the two are bridged, and then Wayland itself. The library that does
// the latter also speaks X11, but not the piecemeal transfer by which programs
// hand over all but small pictures.
func fetch(ctx context.Context, limit int) []byte {
	if os.Getenv("DISPLAY") != "" {
		if data := fetchX11(ctx, limit); data != nil {
			return data
		}
	}
	if os.Getenv("WAYLAND_DISPLAY") == "" || ctx.Err() != nil || clipboard.Init() != nil {
		return nil
	}
	data := clipboard.Read(clipboard.FmtImage)
	return data[:min(len(data), limit+1)]
}

// kinds are the pictures that are asked for, in this order.
var kinds = []string{"image/png", "image/jpeg", "image/webp"}

// quiet keeps the X library from writing to the terminal about displays that
// need no authority.
var quiet = sync.OnceFunc(func() { xgb.Logger = log.New(io.Discard, "", 0) })

// fetchX11 is fetch by the X server.
func fetchX11(ctx context.Context, limit int) []byte {
	quiet()
	c, err := xgb.NewConn()
	if err != nil {
		return nil
	}
	defer c.Close()
	defer context.AfterFunc(ctx, c.Close)() // which ends every wait below
	r, err := newRequestor(c, limit)
	if err != nil {
		return nil
	}
	for _, kind := range kinds {
		if data, err := r.convert(kind); err == nil && len(data) > 0 {
			return data
		}
	}
	return nil
}

// requestor asks for the clipboard from a window of its own, which is never
// shown: the answer is laid into a property of it.
type requestor struct {
	c                     *xgb.Conn
	window                xproto.Window
	clipboard, incr, into xproto.Atom
	limit                 int
}

var (
	errClosed  = errors.New("the connection to the display was closed")
	errRefused = errors.New("the clipboard does not hold this kind of picture")
)

func newRequestor(c *xgb.Conn, limit int) (*requestor, error) {
	r := &requestor{c: c, limit: limit}
	for name, to := range map[string]*xproto.Atom{"CLIPBOARD": &r.clipboard, "INCR": &r.incr, "NIGHTDESK_PASTED": &r.into} {
		var err error
		if *to, err = r.atom(name); err != nil {
			return nil, err
		}
	}
	var err error
	if r.window, err = xproto.NewWindowId(c); err != nil {
		return nil, err
	}
	return r, xproto.CreateWindowChecked(c, 0, r.window, xproto.Setup(c).DefaultScreen(c).Root, 0, 0, 1, 1, 0,
		xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
}

func (r *requestor) atom(name string) (xproto.Atom, error) {
	a, err := xproto.InternAtom(r.c, false, uint16(len(name)), name).Reply()
	if err != nil {
		return 0, err
	}
	return a.Atom, nil
}

// convert reads the clipboard as one kind of picture.
func (r *requestor) convert(kind string) ([]byte, error) {
	target, err := r.atom(kind)
	if err != nil {
		return nil, err
	}
	xproto.ConvertSelection(r.c, r.window, r.clipboard, target, r.into, xproto.TimeCurrentTime)
	answer, err := r.await(func(e xgb.Event) bool {
		n, ok := e.(xproto.SelectionNotifyEvent)
		return ok && n.Target == target
	})
	if err != nil {
		return nil, err
	}
	if answer.(xproto.SelectionNotifyEvent).Property == xproto.AtomNone {
		return nil, errRefused
	}
	whole, err := r.take()
	if err != nil {
		return nil, err
	}
	if whole.Type != r.incr {
		return whole.Value, nil
	}
	return r.pieces()
}

// pieces reads what the owner hands over piece by piece: it lays the next one
// down once the last is taken, and an empty one at the end.
func (r *requestor) pieces() ([]byte, error) {
	var data []byte
	for len(data) <= r.limit {
		_, err := r.await(func(e xgb.Event) bool {
			p, ok := e.(xproto.PropertyNotifyEvent)
			return ok && p.Atom == r.into && p.State == xproto.PropertyNewValue
		})
		if err != nil {
			return nil, err
		}
		piece, err := r.take()
		if err != nil {
			return nil, err
		}
		if len(piece.Value) == 0 {
			return data, nil
		}
		data = append(data, piece.Value...)
	}
	return data[:r.limit+1], nil
}

// take reads the property and deletes it, no more than limit and one byte and
// what makes four of them full.
func (r *requestor) take() (*xproto.GetPropertyReply, error) {
	return xproto.GetProperty(r.c, true, r.window, r.into, xproto.GetPropertyTypeAny, 0, uint32(r.limit/4+1)).Reply()
}

// await waits for the event that is meant.
func (r *requestor) await(meant func(xgb.Event) bool) (xgb.Event, error) {
	for {
		e, failed := r.c.WaitForEvent()
		switch {
		case e == nil && failed == nil:
			return nil, errClosed
		case e != nil && meant(e):
			return e, nil
		}
	}
}
