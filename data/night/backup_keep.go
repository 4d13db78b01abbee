package night

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// backupName is how a backup is called, by the time it was made. In this
// order names sort as times do.
const backupName = "2006-01-02T150405.000Z.night"

// backupEvery is how often a night that changed is backed up.
const backupEvery = 3 * time.Minute

// A keeper is the goroutine that makes the backups of an open night.
type keeper struct {
	cancel  context.CancelFunc
	stopped chan struct{}
}

// keepBackups backs the night up from time to time if it changed. A backup
// that fails is tried again the next time: nothing waits for it.
func (n *Night) keepBackups() {
	ctx, cancel := context.WithCancel(context.Background())
	k := keeper{cancel, make(chan struct{})}
	n.backups = k
	go func() {
		defer close(k.stopped)
		tick := time.NewTicker(backupEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if n.backupDue() {
				_ = n.Backup(ctx)
			}
		}
	}()
}

// backupDue reports whether the night changed since its last backup. One
// that is written only beside a desk, by many short runs of a program, is
// not backed up in every one of them.
func (n *Night) backupDue() bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.conn == nil || n.Damage() != nil {
		return false
	}
	if n.role == beside {
		last := backupsIn(backupFolder(n.path, n.options))
		return n.dirty && (len(last) == 0 || n.options.Now().Sub(last[0].made).Abs() >= backupEvery)
	}
	return n.dirty
}

func (k keeper) end() {
	if k.cancel != nil {
		k.cancel()
		<-k.stopped
	}
}

// Backups are the paths of the backups of the night at that path, the newest
// first.
func Backups(path string, o Options) []string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil
	}
	var paths []string
	for _, b := range backupsIn(backupFolder(whole, o.filled())) {
		paths = append(paths, b.path)
	}
	return paths
}

// newestBackup is the newest backup that is whole, or "".
func newestBackup(path string, o Options, s *schema) string {
	for _, backup := range Backups(path, o) {
		of := s
		if h, err := Peek(backup); err == nil && h.Schema < s.number {
			of = nil // made before the night was brought up to date
		}
		if of.verify(context.Background(), backup) == nil {
			return backup
		}
	}
	return ""
}

type backupFile struct {
	path string
	made time.Time
}

func backupsIn(folder string) []backupFile {
	names, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var all []backupFile
	for _, name := range slices.Backward(names) {
		if made, err := time.Parse(backupName, name.Name()); err == nil {
			all = append(all, backupFile{filepath.Join(folder, name.Name()), made})
		}
	}
	return all
}

// thin removes backups that newer ones make superfluous.
func thin(folder string, now time.Time) error {
	all := backupsIn(folder)
	keep := kept(all, now)
	for i, b := range all {
		if !keep[i] {
			if err := os.Remove(b.path); err != nil {
				return err
			}
		}
	}
	return nil
}

// kept says which backups stay, the newest first: the last ten, one an hour
// for two days, one a day for a month, one a week for good.
func kept(all []backupFile, now time.Time) []bool {
	keep := make([]bool, len(all))
	slots := map[time.Time]int{}
	for i, b := range all {
		span := 7 * 24 * time.Hour
		switch age := now.Sub(b.made); {
		case i < 10:
			keep[i] = true
			continue
		case age < 48*time.Hour:
			span = time.Hour
		case age < 31*24*time.Hour:
			span = 24 * time.Hour
		}
		slot := b.made.Truncate(span).Add(span) // its end, so that spans differ
		if _, taken := slots[slot]; !taken {
			slots[slot], keep[i] = i, true
		}
	}
	return keep
}
