package file

import (
	"testing"
	"time"
)

func TestThinningKeepsTheLastTenAndOneAnHourADayAWeek(t *testing.T) {
	now := time.Date(2021, 5, 7, 12, 0, 0, 0, time.UTC)
	var all []backupFile
	for age := time.Duration(0); age < 100*24*time.Hour; age += 10 * time.Minute {
		all = append(all, backupFile{made: now.Add(-age)})
	}
	keep := staying(all, now)
	number := map[string]int{}
	for i, b := range all {
		if !keep[i] {
			continue
		}
		switch age := now.Sub(b.made); {
		case age < 48*time.Hour:
			number["two days"]++
		case age < 31*24*time.Hour:
			number["a month"]++
		default:
			number["older"]++
		}
	}
	for i := range 10 {
		if !keep[i] {
			t.Errorf("number %d of the newest goes", i+1)
		}
	}
	if number["two days"] < 55 || number["two days"] > 58 || number["a month"] < 28 || number["a month"] > 30 ||
		number["older"] < 9 || number["older"] > 11 {
		t.Errorf("kept: %v", number)
	}
}

func TestThinningIsStable(t *testing.T) {
	now := time.Date(2021, 5, 7, 12, 0, 0, 0, time.UTC)
	var all []backupFile
	for age := time.Duration(0); age < 40*24*time.Hour; age += 7 * time.Minute {
		all = append(all, backupFile{made: now.Add(-age)})
	}
	var left []backupFile
	for i, keep := range staying(all, now) {
		if keep {
			left = append(left, all[i])
		}
	}
	for i, keep := range staying(left, now) {
		if !keep {
			t.Errorf("a backup of %s went the second time", left[i].made)
		}
	}
}
