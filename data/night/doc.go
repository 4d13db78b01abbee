// Package night is the night file: one SQLite file holds one election night.
package night
