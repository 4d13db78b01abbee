package night

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nightdesk/data/night/file"
)

// tables are those that make up a night, without the drafts.
func tables(t testing.TB) []string {
	t.Helper()
	return slices.DeleteFunc(names(t, "table"), func(name string) bool { return name == "draft" })
}

func TestTriggersRefuseEverythingButInserts(t *testing.T) {
	n := fullNight(t)
	defer n.Close()
	inWriter(t, n, func(tx *file.Transaction) { mustRefuseAllButInserts(t, tx) })
}

func mustRefuseAllButInserts(t *testing.T, tx *file.Transaction) {
	t.Helper()
	for _, table := range tables(t) {
		var columns string
		must0(t, tx.Row(`SELECT group_concat(name, ', ') FROM pragma_table_info(?)`, table).Scan(&columns))
		first := strings.Split(columns, ",")[0]
		var rows int
		must0(t, tx.Row("SELECT count(*) FROM "+table).Scan(&rows))
		if rows == 0 {
			t.Fatalf("the test's night has nothing in %s", table)
		}
		for name, statement := range map[string]string{
			"update":  fmt.Sprintf("UPDATE %s SET %s = %s", table, first, first),
			"delete":  "DELETE FROM " + table,
			"replace": fmt.Sprintf("INSERT OR REPLACE INTO %s SELECT * FROM %s LIMIT 1", table, table),
			"upsert": fmt.Sprintf("INSERT INTO %s SELECT * FROM %s WHERE true LIMIT 1 ON CONFLICT DO UPDATE SET %s = excluded.%s",
				table, table, first, first),
		} {
			_, err := tx.Exec(statement)
			if err == nil || !strings.Contains(err.Error(), "a night is append-only") {
				t.Errorf("%s on %s: %v", name, table, err)
			}
		}
		var after int
		must0(t, tx.Row("SELECT count(*) FROM "+table).Scan(&after))
		if after != rows {
			t.Errorf("%s had %d rows and has %d", table, rows, after)
		}
	}
}
