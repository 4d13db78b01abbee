package night

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nightdesk/data/night/file"
)

// flips is how many bits are flipped in each table; NIGHT_FLIPS asks for
// more.
func flips(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("NIGHT_FLIPS")); err == nil {
		return n
	}
	return 8
}

// A flip after which the file says the same to the last value is no damage: a
// row whose last column is unset says so with the column left out, too.
func TestABitFlippedInAnyTableIsNoticed(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "full.night")
	n := fullNightAt(t, path, options(t))
	roots := map[string]int{}
	for _, table := range append(tables(t), "draft") {
		var root int
		inWriter(t, n, func(tx *file.Transaction) {
			must0(t, tx.Row(`SELECT rootpage FROM sqlite_schema WHERE name = ?`, table).Scan(&root))
		})
		roots[table] = root
	}
	must0(t, n.Close())
	whole, err := os.ReadFile(path)
	must0(t, err)
	mustBeWell(t, path)
	before, err := contents(t, path)
	must0(t, err)

	random := rand.New(rand.NewPCG(1, 2))
	for table, root := range roots {
		places := payload(whole, root)
		if len(places) == 0 {
			t.Fatalf("no payload found in %s", table)
		}
		for range flips(t) {
			at, bit := places[random.IntN(len(places))], random.IntN(8)
			damaged := append([]byte(nil), whole...)
			damaged[at] ^= 1 << bit
			flipped := filepath.Join(folder, "flipped.night")
			must0(t, os.WriteFile(flipped, damaged, 0o600))
			if noticed(t, flipped) {
				continue
			}
			if now, err := contents(t, flipped); err != nil || now != before {
				t.Errorf("bit %d of byte %d, in %s, was flipped and not noticed: %x in %x", bit, at, table, whole[at], whole[max(0, at-6):at+10])
			}
		}
	}
}

func mustBeWell(t *testing.T, path string) {
	t.Helper()
	n, err := View(path, options(t))
	must0(t, err)
	defer n.Close()
	problems, err := n.Check(context.Background(), nil)
	must0(t, err)
	if len(problems) > 0 {
		t.Fatalf("a sound night has problems: %q", problems)
	}
}

// contents are every value in every table of a file.
func contents(t *testing.T, path string) (string, error) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro&immutable=1")
	must0(t, err)
	defer db.Close()
	var all strings.Builder
	for _, table := range append(tables(t), "draft") {
		rows, err := db.Query("SELECT * FROM " + table)
		if err != nil {
			return "", err
		}
		columns, err := rows.Columns()
		must0(t, err)
		values, places := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		for rows.Next() {
			must0(t, rows.Scan(places...))
			fmt.Fprintf(&all, "%s %#v\n", table, values)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return "", err
		}
	}
	return all.String(), nil
}

func noticed(t *testing.T, path string) bool {
	t.Helper()
	n, err := View(path, options(t))
	if err != nil {
		return true
	}
	defer n.Close()
	problems, err := n.Check(context.Background(), nil)
	return err != nil || len(problems) > 0
}

// payload lists the offsets of every byte of a table's rows, by SQLite's
// file format: https://www.sqlite.org/fileformat2.html
func payload(file []byte, root int) []int {
	b := &btree{file: file, page: int(binary.BigEndian.Uint16(file[16:]))}
	b.walk(root)
	return b.places
}

type btree struct {
	file   []byte
	page   int // size
	places []int
}

func (b *btree) walk(number int) {
	start := (number - 1) * b.page
	header := start
	if number == 1 {
		header += 100
	}
	kind := b.file[header]
	cells := int(binary.BigEndian.Uint16(b.file[header+3:]))
	pointers := header + 8
	interior := kind == 2 || kind == 5
	if interior {
		pointers += 4
		b.walk(int(binary.BigEndian.Uint32(b.file[header+8:])))
	}
	for i := range cells {
		at := start + int(binary.BigEndian.Uint16(b.file[pointers+2*i:]))
		if interior {
			b.walk(int(binary.BigEndian.Uint32(b.file[at:])))
			at += 4
		}
		if kind != 5 {
			b.cell(at, kind == 13)
		}
	}
}

// cell notes the payload of one cell, on its page and on those it overflows
// to.
func (b *btree) cell(at int, table bool) {
	size, n := varint(b.file[at:])
	at += n
	most := (b.page-12)*64/255 - 23
	if table {
		_, n = varint(b.file[at:])
		at += n
		most = b.page - 35
	}
	local := size
	if size > most {
		least := (b.page-12)*32/255 - 23
		if local = least + (size-least)%(b.page-4); local > most {
			local = least
		}
	}
	b.span(at, local)
	if local == size {
		return
	}
	next := int(binary.BigEndian.Uint32(b.file[at+local:]))
	for left := size - local; left > 0 && next != 0; {
		start := (next - 1) * b.page
		here := min(left, b.page-4)
		b.span(start+4, here)
		left -= here
		next = int(binary.BigEndian.Uint32(b.file[start:]))
	}
}

func (b *btree) span(at, length int) {
	for i := range length {
		b.places = append(b.places, at+i)
	}
}

func varint(b []byte) (value, length int) {
	for i := range 8 {
		value = value<<7 | int(b[i]&0x7f)
		if b[i] < 0x80 {
			return value, i + 1
		}
	}
	return value<<8 | int(b[8]), 9
}
