-- The step from a night of schema 1 to one of schema 2. A new night takes it
-- too, so that both are the same.

ALTER TABLE contest ADD COLUMN group_name TEXT;
ALTER TABLE contest ADD COLUMN method TEXT;
CREATE INDEX contest_group ON contest (group_name) WHERE group_name IS NOT NULL;

ALTER TABLE details ADD COLUMN oldest_first INTEGER;
ALTER TABLE details ADD COLUMN struck INTEGER;
ALTER TABLE details ADD COLUMN second_eye INTEGER;
ALTER TABLE details ADD COLUMN language TEXT;
ALTER TABLE details ADD COLUMN rehearsal INTEGER;

ALTER TABLE entry ADD COLUMN tags TEXT;
ALTER TABLE entry ADD COLUMN seen_by TEXT;
ALTER TABLE correction ADD COLUMN was TEXT;

CREATE TABLE council (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  name    TEXT NOT NULL,
  code    TEXT NOT NULL,
  date    TEXT NOT NULL,
  seats   INTEGER NOT NULL,
  vacant  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX council_name ON council (name);

CREATE TABLE council_holding (
  version     INTEGER NOT NULL REFERENCES version (id),
  position    INTEGER NOT NULL,
  party_id    TEXT NOT NULL,
  party_name  TEXT NOT NULL,
  party_short TEXT NOT NULL,
  seats       INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE council_baseline (
  version  INTEGER NOT NULL REFERENCES version (id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  date     TEXT NOT NULL,
  vacant   INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE council_baseline_holding (
  version     INTEGER NOT NULL REFERENCES version (id),
  position    INTEGER NOT NULL,
  baseline    INTEGER NOT NULL,
  party_id    TEXT NOT NULL,
  party_name  TEXT NOT NULL,
  party_short TEXT NOT NULL,
  seats       INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
  version   INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  kind      TEXT NOT NULL,
  candidate TEXT NOT NULL,
  words     TEXT NOT NULL,
  source    TEXT NOT NULL,
  author    TEXT NOT NULL,
  at        INTEGER NOT NULL,
  public    INTEGER NOT NULL CHECK (public IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE second_keying (
  version  INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  author   TEXT NOT NULL,
  verified INTEGER,
  rejected INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE second_votes (
  version   INTEGER NOT NULL REFERENCES version (id),
  position  INTEGER NOT NULL,
  candidate TEXT NOT NULL,
  votes     INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
  version      INTEGER NOT NULL REFERENCES version (id),
  position     INTEGER NOT NULL,
  party_id     TEXT NOT NULL,
  goes_on_from TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE past (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  title   TEXT NOT NULL,
  scope   TEXT NOT NULL,
  as_of   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE past_contest (
  version     INTEGER NOT NULL REFERENCES version (id),
  position    INTEGER NOT NULL,
  name        TEXT NOT NULL,
  date        TEXT NOT NULL,
  party_id    TEXT NOT NULL,
  party_name  TEXT NOT NULL,
  party_short TEXT NOT NULL,
  points      TEXT NOT NULL,
  gain        INTEGER NOT NULL CHECK (gain IN (0, 1)),
  named       INTEGER NOT NULL CHECK (named IN (0, 1)),
  source      TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pattern (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  moment  TEXT NOT NULL,
  contest TEXT NOT NULL,
  kicker  TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
  version     INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  name        TEXT NOT NULL,
  form        TEXT NOT NULL,
  receiver    TEXT NOT NULL,
  heading     INTEGER NOT NULL,
  entry_order TEXT NOT NULL,
  no_ids      INTEGER NOT NULL CHECK (no_ids IN (0, 1)),
  no_times    INTEGER NOT NULL CHECK (no_times IN (0, 1)),
  pictures    TEXT NOT NULL,
  chart       TEXT NOT NULL,
  ascii       INTEGER NOT NULL CHECK (ascii IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_name ON profile (name);

CREATE TABLE hand_over (
  version   INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  profile   TEXT NOT NULL,
  form      TEXT NOT NULL,
  receiver  TEXT NOT NULL,
  whole     INTEGER NOT NULL CHECK (whole IN (0, 1)),
  rehearsal INTEGER NOT NULL CHECK (rehearsal IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE hand_over_item (
  version  INTEGER NOT NULL REFERENCES version (id),
  position INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  id       TEXT NOT NULL,
  digest   TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER council_is_never_changed BEFORE UPDATE ON council
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council is never changed'); END;

CREATE TRIGGER council_is_never_deleted BEFORE DELETE ON council
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council is never deleted'); END;

CREATE TRIGGER council_holding_is_never_changed BEFORE UPDATE ON council_holding
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_holding is never changed'); END;

CREATE TRIGGER council_holding_is_never_deleted BEFORE DELETE ON council_holding
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_holding is never deleted'); END;

CREATE TRIGGER council_baseline_is_never_changed BEFORE UPDATE ON council_baseline
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline is never changed'); END;

CREATE TRIGGER council_baseline_is_never_deleted BEFORE DELETE ON council_baseline
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline is never deleted'); END;

CREATE TRIGGER council_baseline_holding_is_never_changed BEFORE UPDATE ON council_baseline_holding
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline_holding is never changed'); END;

CREATE TRIGGER council_baseline_holding_is_never_deleted BEFORE DELETE ON council_baseline_holding
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline_holding is never deleted'); END;

CREATE TRIGGER flag_is_never_changed BEFORE UPDATE ON flag
BEGIN SELECT RAISE(ABORT, 'a night is append-only: flag is never changed'); END;

CREATE TRIGGER flag_is_never_deleted BEFORE DELETE ON flag
BEGIN SELECT RAISE(ABORT, 'a night is append-only: flag is never deleted'); END;

CREATE TRIGGER second_keying_is_never_changed BEFORE UPDATE ON second_keying
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_keying is never changed'); END;

CREATE TRIGGER second_keying_is_never_deleted BEFORE DELETE ON second_keying
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_keying is never deleted'); END;

CREATE TRIGGER second_votes_is_never_changed BEFORE UPDATE ON second_votes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_votes is never changed'); END;

CREATE TRIGGER second_votes_is_never_deleted BEFORE DELETE ON second_votes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_votes is never deleted'); END;

CREATE TRIGGER chain_is_never_changed BEFORE UPDATE ON chain
BEGIN SELECT RAISE(ABORT, 'a night is append-only: chain is never changed'); END;

CREATE TRIGGER chain_is_never_deleted BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'a night is append-only: chain is never deleted'); END;

CREATE TRIGGER past_is_never_changed BEFORE UPDATE ON past
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past is never changed'); END;

CREATE TRIGGER past_is_never_deleted BEFORE DELETE ON past
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past is never deleted'); END;

CREATE TRIGGER past_contest_is_never_changed BEFORE UPDATE ON past_contest
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past_contest is never changed'); END;

CREATE TRIGGER past_contest_is_never_deleted BEFORE DELETE ON past_contest
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past_contest is never deleted'); END;

CREATE TRIGGER pattern_is_never_changed BEFORE UPDATE ON pattern
BEGIN SELECT RAISE(ABORT, 'a night is append-only: pattern is never changed'); END;

CREATE TRIGGER pattern_is_never_deleted BEFORE DELETE ON pattern
BEGIN SELECT RAISE(ABORT, 'a night is append-only: pattern is never deleted'); END;

CREATE TRIGGER profile_is_never_changed BEFORE UPDATE ON profile
BEGIN SELECT RAISE(ABORT, 'a night is append-only: profile is never changed'); END;

CREATE TRIGGER profile_is_never_deleted BEFORE DELETE ON profile
BEGIN SELECT RAISE(ABORT, 'a night is append-only: profile is never deleted'); END;

CREATE TRIGGER hand_over_is_never_changed BEFORE UPDATE ON hand_over
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over is never changed'); END;

CREATE TRIGGER hand_over_is_never_deleted BEFORE DELETE ON hand_over
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over is never deleted'); END;

CREATE TRIGGER hand_over_item_is_never_changed BEFORE UPDATE ON hand_over_item
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over_item is never changed'); END;

CREATE TRIGGER hand_over_item_is_never_deleted BEFORE DELETE ON hand_over_item
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over_item is never deleted'); END;

CREATE TRIGGER council_is_never_replaced BEFORE INSERT ON council
 WHEN EXISTS (SELECT 1 FROM council WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council is never replaced'); END;

CREATE TRIGGER council_holding_is_never_replaced BEFORE INSERT ON council_holding
 WHEN EXISTS (SELECT 1 FROM council_holding WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_holding is never replaced'); END;

CREATE TRIGGER council_baseline_is_never_replaced BEFORE INSERT ON council_baseline
 WHEN EXISTS (SELECT 1 FROM council_baseline WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline is never replaced'); END;

CREATE TRIGGER council_baseline_holding_is_never_replaced BEFORE INSERT ON council_baseline_holding
 WHEN EXISTS (SELECT 1 FROM council_baseline_holding WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: council_baseline_holding is never replaced'); END;

CREATE TRIGGER flag_is_never_replaced BEFORE INSERT ON flag
 WHEN EXISTS (SELECT 1 FROM flag WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: flag is never replaced'); END;

CREATE TRIGGER second_keying_is_never_replaced BEFORE INSERT ON second_keying
 WHEN EXISTS (SELECT 1 FROM second_keying WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_keying is never replaced'); END;

CREATE TRIGGER second_votes_is_never_replaced BEFORE INSERT ON second_votes
 WHEN EXISTS (SELECT 1 FROM second_votes WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: second_votes is never replaced'); END;

CREATE TRIGGER chain_is_never_replaced BEFORE INSERT ON chain
 WHEN EXISTS (SELECT 1 FROM chain WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: chain is never replaced'); END;

CREATE TRIGGER past_is_never_replaced BEFORE INSERT ON past
 WHEN EXISTS (SELECT 1 FROM past WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past is never replaced'); END;

CREATE TRIGGER past_contest_is_never_replaced BEFORE INSERT ON past_contest
 WHEN EXISTS (SELECT 1 FROM past_contest WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: past_contest is never replaced'); END;

CREATE TRIGGER pattern_is_never_replaced BEFORE INSERT ON pattern
 WHEN EXISTS (SELECT 1 FROM pattern WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: pattern is never replaced'); END;

CREATE TRIGGER profile_is_never_replaced BEFORE INSERT ON profile
 WHEN EXISTS (SELECT 1 FROM profile WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: profile is never replaced'); END;

CREATE TRIGGER hand_over_is_never_replaced BEFORE INSERT ON hand_over
 WHEN EXISTS (SELECT 1 FROM hand_over WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over is never replaced'); END;

CREATE TRIGGER hand_over_item_is_never_replaced BEFORE INSERT ON hand_over_item
 WHEN EXISTS (SELECT 1 FROM hand_over_item WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: hand_over_item is never replaced'); END;

DROP VIEW IF EXISTS contest_now;

CREATE VIEW contest_now AS
  SELECT v.subject AS id, c.position, c.name, c.code, c.date, c.kind, c.seats, c.group_name, c.method
    FROM version_now v JOIN contest c ON c.version = v.id
   ORDER BY c.position, v.subject;

CREATE VIEW council_now AS
  SELECT v.subject AS id, c.name, c.code, c.date, c.seats, c.vacant
    FROM version_now v JOIN council c ON c.version = v.id
   ORDER BY c.name, v.subject;

CREATE VIEW council_holding_now AS
  SELECT v.subject AS council, h.party_short AS party, h.party_id, h.seats
    FROM version_now v JOIN council_holding h ON h.version = v.id
   ORDER BY v.subject, h.position;

CREATE VIEW council_baseline_now AS
  SELECT v.subject AS council, b.position, b.name, b.date, b.vacant
    FROM version_now v JOIN council_baseline b ON b.version = v.id
   ORDER BY v.subject, b.position;

CREATE VIEW council_baseline_holding_now AS
  SELECT v.subject AS council, h.baseline, h.party_short AS party, h.party_id, h.seats
    FROM version_now v JOIN council_baseline_holding h ON h.version = v.id
   ORDER BY v.subject, h.position;

CREATE VIEW flag_now AS
  SELECT v.about AS contest, f.kind, f.candidate, f.words, f.source, f.author,
         strftime('%Y-%m-%d %H:%M:%S', f.at / 1000, 'unixepoch') AS at_utc, f.at, f.public
    FROM version_now v JOIN flag f ON f.version = v.id;

CREATE VIEW second_keying_now AS
  SELECT v.about AS contest, s.author, s.verified, s.rejected
    FROM version_now v JOIN second_keying s ON s.version = v.id;

CREATE VIEW second_votes_now AS
  SELECT v.about AS contest, s.candidate, s.votes
    FROM version_now v JOIN second_votes s ON s.version = v.id;

CREATE VIEW chain_now AS
  SELECT c.party_id, c.goes_on_from
    FROM version_now v JOIN chain c ON c.version = v.id
   ORDER BY c.position;

CREATE VIEW past_now AS
  SELECT p.title, p.scope, p.as_of
    FROM version_now v JOIN past p ON p.version = v.id;

CREATE VIEW past_contest_now AS
  SELECT p.name, p.date, p.party_short AS party, p.party_id, p.points, p.gain, p.named, p.source
    FROM version_now v JOIN past_contest p ON p.version = v.id
   ORDER BY p.position;

CREATE VIEW pattern_now AS
  SELECT v.subject AS id, p.moment, p.contest, p.kicker, p.text
    FROM version_now v JOIN pattern p ON p.version = v.id
   ORDER BY p.moment, v.subject;

CREATE VIEW profile_now AS
  SELECT v.subject AS id, p.name, p.form, p.receiver, p.heading, p.entry_order, p.no_ids, p.no_times,
         p.pictures, p.chart, p.ascii
    FROM version_now v JOIN profile p ON p.version = v.id
   ORDER BY p.name, v.subject;

CREATE VIEW hand_over_now AS
  SELECT v.subject AS id, strftime('%Y-%m-%d %H:%M:%S', a.recorded / 1000, 'unixepoch') AS given_utc,
         coalesce(w.name, a.author) AS author, h.form, h.receiver, h.profile, h.whole, h.rehearsal,
         (SELECT count(*) FROM hand_over_item i WHERE i.version = v.id) AS items, a.recorded AS given
    FROM version_now v JOIN hand_over h ON h.version = v.id JOIN act a ON a.seq = v.act
    LEFT JOIN author_now w ON w.id = a.author
   ORDER BY v.id;

CREATE VIEW hand_over_item_now AS
  SELECT v.subject AS hand_over, i.kind, i.id, i.digest
    FROM version_now v JOIN hand_over_item i ON i.version = v.id
   ORDER BY v.id, i.position;

-- Every state that a count was in, with the revisions of its result.

CREATE VIEW course AS
  SELECT v.about AS contest, strftime('%Y-%m-%d %H:%M:%S', a.recorded / 1000, 'unixepoch') AS recorded_utc,
         coalesce(w.name, a.author) AS author, coalesce(s.state, 'not started') AS state,
         s.recount, s.revision, a.reason, a.source, a.seq
    FROM version v JOIN act a ON a.seq = v.act
    LEFT JOIN state s ON s.version = v.id
    LEFT JOIN author_now w ON w.id = a.author
   WHERE v.kind = 'state'
   ORDER BY v.about, v.id;
