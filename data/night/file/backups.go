package file

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

// A backupLoop is the goroutine that makes the backups of an open night.
type backupLoop struct {
	cancel  context.CancelFunc
	stopped chan struct{}
}

// startBackups backs the night up from time to time if it changed. A backup
// that fails is tried again the next time: nothing waits for it.
func (f *File) startBackups() {
	ctx, cancel := context.WithCancel(context.Background())
	l := backupLoop{cancel, make(chan struct{})}
	f.backups = l
	go func() {
		defer close(l.stopped)
		tick := time.NewTicker(backupEvery)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if f.backupDue() {
				_ = f.Backup(ctx)
			}
		}
	}()
}

// backupDue reports whether the night changed since its last backup. One
// that many short runs of a program write is not backed up in every one of them.
func (f *File) backupDue() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil || f.Damage() != nil {
		return false
	}
	if f.role == Guest {
		last := backupsIn(backupFolder(f.path, f.options))
		return f.dirty && (len(last) == 0 || f.options.Now().Sub(last[0].made).Abs() >= backupEvery)
	}
	return f.dirty
}

func (l backupLoop) end() {
	if l.cancel != nil {
		l.cancel()
		<-l.stopped
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
	for _, b := range backupsIn(backupFolder(whole, o.Filled())) {
		paths = append(paths, b.path)
	}
	return paths
}

// newestBackup is the newest backup that is whole, or "".
func newestBackup(path string, o Options, s *Schema) string {
	for _, backup := range Backups(path, o) {
		of := s
		if h, err := Peek(backup); err == nil && h.Schema < s.number {
			of = nil // made before the night was brought up to date
		}
		if of.Verify(context.Background(), backup) == nil {
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
	stays := staying(all, now)
	for i, b := range all {
		if !stays[i] {
			if err := os.Remove(b.path); err != nil {
				return err
			}
		}
	}
	return nil
}

// staying says which backups stay, the newest first: the last ten, one an hour
// for two days, one a day for a month, one a week for good.
func staying(all []backupFile, now time.Time) []bool {
	stays := make([]bool, len(all))
	slots := map[time.Time]int{}
	for i, b := range all {
		span := 7 * 24 * time.Hour
		switch age := now.Sub(b.made); {
		case i < 10:
			stays[i] = true
			continue
		case age < 48*time.Hour:
			span = time.Hour
		case age < 31*24*time.Hour:
			span = 24 * time.Hour
		}
		slot := b.made.Truncate(span).Add(span) // its end, so that spans differ
		if _, taken := slots[slot]; !taken {
			slots[slot], stays[i] = i, true
		}
	}
	return stays
}
