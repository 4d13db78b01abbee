-- The schema of a night, number 1. Package night's documentation explains
-- every table and column; the promises there bind this text.
--
-- No table has a rowid: the row's copy of an INTEGER PRIMARY KEY that names
-- the rowid is never read, so that damage in it could not be seen.

CREATE TABLE replica (
  n        INTEGER NOT NULL PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  began    INTEGER NOT NULL,
  identity TEXT NOT NULL,
  digest   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
  seq      INTEGER NOT NULL PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  replica  TEXT NOT NULL REFERENCES replica (id),
  number   INTEGER NOT NULL,
  author   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  reason   TEXT NOT NULL,
  source   TEXT NOT NULL,
  undoes   TEXT REFERENCES act (id),
  happened INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  content  BLOB NOT NULL,
  previous BLOB NOT NULL,
  digest   BLOB NOT NULL,
  UNIQUE (replica, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_author ON act (author);
CREATE INDEX act_undoes ON act (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE version (
  id       INTEGER NOT NULL PRIMARY KEY,
  act      INTEGER NOT NULL REFERENCES act (seq),
  n        INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  about    TEXT NOT NULL,
  subject  TEXT NOT NULL,
  replaces INTEGER REFERENCES version (id),
  gone     INTEGER NOT NULL CHECK (gone IN (0, 1)),
  hash     BLOB NOT NULL,
  UNIQUE (act, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_about ON version (about, kind, subject);
CREATE INDEX version_replaces ON version (replaces, act);

CREATE TABLE details (
  version    INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  title      TEXT NOT NULL,
  place      TEXT NOT NULL,
  zone       TEXT NOT NULL,
  headline   TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  publisher  TEXT NOT NULL,
  address    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE colour (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  rgb     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE author (
  version  INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  name     TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contest (
  version  INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  code     TEXT NOT NULL,
  date     TEXT NOT NULL,
  kind     TEXT NOT NULL,
  seats    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_name ON contest (name);
CREATE INDEX contest_code ON contest (code);

CREATE TABLE candidate (
  version     INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  position    INTEGER NOT NULL,
  forenames   TEXT NOT NULL,
  surname     TEXT NOT NULL,
  party_id    TEXT NOT NULL,
  party_name  TEXT NOT NULL,
  party_short TEXT NOT NULL,
  description TEXT NOT NULL,
  person      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE votes (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  votes   INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
  version       INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  electorate    INTEGER,
  verified      INTEGER,
  rejected      INTEGER,
  no_mark       INTEGER,
  too_many      INTEGER,
  identity      INTEGER,
  uncertain     INTEGER,
  turnout_read  TEXT NOT NULL,
  majority_read INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  version  INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  state    TEXT NOT NULL,
  recount  INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  declared INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline (
  version    INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  date       TEXT NOT NULL,
  notional   INTEGER NOT NULL CHECK (notional IN (0, 1)),
  seats      INTEGER NOT NULL,
  electorate INTEGER,
  verified   INTEGER,
  rejected   INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline_candidate (
  version     INTEGER NOT NULL REFERENCES version (id),
  position    INTEGER NOT NULL,
  id          TEXT NOT NULL,
  forenames   TEXT NOT NULL,
  surname     TEXT NOT NULL,
  party_id    TEXT NOT NULL,
  party_name  TEXT NOT NULL,
  party_short TEXT NOT NULL,
  description TEXT NOT NULL,
  person      TEXT NOT NULL,
  votes       INTEGER,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  version INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  code    TEXT NOT NULL,
  figures TEXT NOT NULL,
  reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lot (
  version   INTEGER NOT NULL REFERENCES version (id),
  position  INTEGER NOT NULL,
  candidate TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  version    INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  kicker     TEXT NOT NULL,
  text       TEXT NOT NULL,
  key_moment INTEGER NOT NULL CHECK (key_moment IN (0, 1)),
  key_label  TEXT NOT NULL,
  pinned     INTEGER NOT NULL CHECK (pinned IN (0, 1)),
  withdrawn  INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  happened   INTEGER NOT NULL,
  published  INTEGER NOT NULL,
  updated    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_author (
  version  INTEGER NOT NULL REFERENCES version (id),
  position INTEGER NOT NULL,
  author   TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE frozen (
  version  INTEGER NOT NULL REFERENCES version (id),
  position INTEGER NOT NULL,
  slot     TEXT NOT NULL,
  value    TEXT NOT NULL,
  contest  TEXT NOT NULL,
  revision INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
  version  INTEGER NOT NULL REFERENCES version (id),
  position INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  note     TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
  version    INTEGER NOT NULL PRIMARY KEY REFERENCES version (id),
  media_type TEXT NOT NULL,
  width      INTEGER NOT NULL,
  height     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_bytes (
  id    TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  held   TEXT NOT NULL,
  field  TEXT NOT NULL,
  text   TEXT NOT NULL,
  caret  INTEGER NOT NULL,
  saved  INTEGER NOT NULL,
  meta   TEXT NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (held, field)
) STRICT, WITHOUT ROWID;

-- A night is append-only: nothing but a draft is ever changed or deleted.

CREATE TRIGGER replica_is_never_changed BEFORE UPDATE ON replica
BEGIN SELECT RAISE(ABORT, 'a night is append-only: replica is never changed'); END;

CREATE TRIGGER replica_is_never_deleted BEFORE DELETE ON replica
BEGIN SELECT RAISE(ABORT, 'a night is append-only: replica is never deleted'); END;

CREATE TRIGGER act_is_never_changed BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'a night is append-only: act is never changed'); END;

CREATE TRIGGER act_is_never_deleted BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'a night is append-only: act is never deleted'); END;

CREATE TRIGGER version_is_never_changed BEFORE UPDATE ON version
BEGIN SELECT RAISE(ABORT, 'a night is append-only: version is never changed'); END;

CREATE TRIGGER version_is_never_deleted BEFORE DELETE ON version
BEGIN SELECT RAISE(ABORT, 'a night is append-only: version is never deleted'); END;

CREATE TRIGGER details_is_never_changed BEFORE UPDATE ON details
BEGIN SELECT RAISE(ABORT, 'a night is append-only: details is never changed'); END;

CREATE TRIGGER details_is_never_deleted BEFORE DELETE ON details
BEGIN SELECT RAISE(ABORT, 'a night is append-only: details is never deleted'); END;

CREATE TRIGGER colour_is_never_changed BEFORE UPDATE ON colour
BEGIN SELECT RAISE(ABORT, 'a night is append-only: colour is never changed'); END;

CREATE TRIGGER colour_is_never_deleted BEFORE DELETE ON colour
BEGIN SELECT RAISE(ABORT, 'a night is append-only: colour is never deleted'); END;

CREATE TRIGGER author_is_never_changed BEFORE UPDATE ON author
BEGIN SELECT RAISE(ABORT, 'a night is append-only: author is never changed'); END;

CREATE TRIGGER author_is_never_deleted BEFORE DELETE ON author
BEGIN SELECT RAISE(ABORT, 'a night is append-only: author is never deleted'); END;

CREATE TRIGGER contest_is_never_changed BEFORE UPDATE ON contest
BEGIN SELECT RAISE(ABORT, 'a night is append-only: contest is never changed'); END;

CREATE TRIGGER contest_is_never_deleted BEFORE DELETE ON contest
BEGIN SELECT RAISE(ABORT, 'a night is append-only: contest is never deleted'); END;

CREATE TRIGGER candidate_is_never_changed BEFORE UPDATE ON candidate
BEGIN SELECT RAISE(ABORT, 'a night is append-only: candidate is never changed'); END;

CREATE TRIGGER candidate_is_never_deleted BEFORE DELETE ON candidate
BEGIN SELECT RAISE(ABORT, 'a night is append-only: candidate is never deleted'); END;

CREATE TRIGGER votes_is_never_changed BEFORE UPDATE ON votes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: votes is never changed'); END;

CREATE TRIGGER votes_is_never_deleted BEFORE DELETE ON votes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: votes is never deleted'); END;

CREATE TRIGGER papers_is_never_changed BEFORE UPDATE ON papers
BEGIN SELECT RAISE(ABORT, 'a night is append-only: papers is never changed'); END;

CREATE TRIGGER papers_is_never_deleted BEFORE DELETE ON papers
BEGIN SELECT RAISE(ABORT, 'a night is append-only: papers is never deleted'); END;

CREATE TRIGGER state_is_never_changed BEFORE UPDATE ON state
BEGIN SELECT RAISE(ABORT, 'a night is append-only: state is never changed'); END;

CREATE TRIGGER state_is_never_deleted BEFORE DELETE ON state
BEGIN SELECT RAISE(ABORT, 'a night is append-only: state is never deleted'); END;

CREATE TRIGGER baseline_is_never_changed BEFORE UPDATE ON baseline
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline is never changed'); END;

CREATE TRIGGER baseline_is_never_deleted BEFORE DELETE ON baseline
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline is never deleted'); END;

CREATE TRIGGER baseline_candidate_is_never_changed BEFORE UPDATE ON baseline_candidate
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline_candidate is never changed'); END;

CREATE TRIGGER baseline_candidate_is_never_deleted BEFORE DELETE ON baseline_candidate
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline_candidate is never deleted'); END;

CREATE TRIGGER answer_is_never_changed BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'a night is append-only: answer is never changed'); END;

CREATE TRIGGER answer_is_never_deleted BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'a night is append-only: answer is never deleted'); END;

CREATE TRIGGER lot_is_never_changed BEFORE UPDATE ON lot
BEGIN SELECT RAISE(ABORT, 'a night is append-only: lot is never changed'); END;

CREATE TRIGGER lot_is_never_deleted BEFORE DELETE ON lot
BEGIN SELECT RAISE(ABORT, 'a night is append-only: lot is never deleted'); END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry is never changed'); END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry is never deleted'); END;

CREATE TRIGGER entry_author_is_never_changed BEFORE UPDATE ON entry_author
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry_author is never changed'); END;

CREATE TRIGGER entry_author_is_never_deleted BEFORE DELETE ON entry_author
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry_author is never deleted'); END;

CREATE TRIGGER frozen_is_never_changed BEFORE UPDATE ON frozen
BEGIN SELECT RAISE(ABORT, 'a night is append-only: frozen is never changed'); END;

CREATE TRIGGER frozen_is_never_deleted BEFORE DELETE ON frozen
BEGIN SELECT RAISE(ABORT, 'a night is append-only: frozen is never deleted'); END;

CREATE TRIGGER correction_is_never_changed BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'a night is append-only: correction is never changed'); END;

CREATE TRIGGER correction_is_never_deleted BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'a night is append-only: correction is never deleted'); END;

CREATE TRIGGER picture_is_never_changed BEFORE UPDATE ON picture
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture is never changed'); END;

CREATE TRIGGER picture_is_never_deleted BEFORE DELETE ON picture
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture is never deleted'); END;

CREATE TRIGGER picture_bytes_is_never_changed BEFORE UPDATE ON picture_bytes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture_bytes is never changed'); END;

CREATE TRIGGER picture_bytes_is_never_deleted BEFORE DELETE ON picture_bytes
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture_bytes is never deleted'); END;

-- INSERT OR REPLACE deletes without firing a delete trigger.

CREATE TRIGGER replica_is_never_replaced BEFORE INSERT ON replica
 WHEN EXISTS (SELECT 1 FROM replica WHERE n = NEW.n)
  OR EXISTS (SELECT 1 FROM replica WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: replica is never replaced'); END;

CREATE TRIGGER act_is_never_replaced BEFORE INSERT ON act
 WHEN EXISTS (SELECT 1 FROM act WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM act WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM act WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM act WHERE replica = NEW.replica AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: act is never replaced'); END;

CREATE TRIGGER version_is_never_replaced BEFORE INSERT ON version
 WHEN EXISTS (SELECT 1 FROM version WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM version WHERE act = NEW.act AND n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: version is never replaced'); END;

CREATE TRIGGER picture_bytes_is_never_replaced BEFORE INSERT ON picture_bytes
 WHEN EXISTS (SELECT 1 FROM picture_bytes WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture_bytes is never replaced'); END;

CREATE TRIGGER details_is_never_replaced BEFORE INSERT ON details
 WHEN EXISTS (SELECT 1 FROM details WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: details is never replaced'); END;

CREATE TRIGGER colour_is_never_replaced BEFORE INSERT ON colour
 WHEN EXISTS (SELECT 1 FROM colour WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: colour is never replaced'); END;

CREATE TRIGGER author_is_never_replaced BEFORE INSERT ON author
 WHEN EXISTS (SELECT 1 FROM author WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: author is never replaced'); END;

CREATE TRIGGER contest_is_never_replaced BEFORE INSERT ON contest
 WHEN EXISTS (SELECT 1 FROM contest WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: contest is never replaced'); END;

CREATE TRIGGER candidate_is_never_replaced BEFORE INSERT ON candidate
 WHEN EXISTS (SELECT 1 FROM candidate WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: candidate is never replaced'); END;

CREATE TRIGGER votes_is_never_replaced BEFORE INSERT ON votes
 WHEN EXISTS (SELECT 1 FROM votes WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: votes is never replaced'); END;

CREATE TRIGGER papers_is_never_replaced BEFORE INSERT ON papers
 WHEN EXISTS (SELECT 1 FROM papers WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: papers is never replaced'); END;

CREATE TRIGGER state_is_never_replaced BEFORE INSERT ON state
 WHEN EXISTS (SELECT 1 FROM state WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: state is never replaced'); END;

CREATE TRIGGER baseline_is_never_replaced BEFORE INSERT ON baseline
 WHEN EXISTS (SELECT 1 FROM baseline WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline is never replaced'); END;

CREATE TRIGGER answer_is_never_replaced BEFORE INSERT ON answer
 WHEN EXISTS (SELECT 1 FROM answer WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: answer is never replaced'); END;

CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
 WHEN EXISTS (SELECT 1 FROM entry WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry is never replaced'); END;

CREATE TRIGGER picture_is_never_replaced BEFORE INSERT ON picture
 WHEN EXISTS (SELECT 1 FROM picture WHERE version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: picture is never replaced'); END;

CREATE TRIGGER baseline_candidate_is_never_replaced BEFORE INSERT ON baseline_candidate
 WHEN EXISTS (SELECT 1 FROM baseline_candidate WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: baseline_candidate is never replaced'); END;

CREATE TRIGGER lot_is_never_replaced BEFORE INSERT ON lot
 WHEN EXISTS (SELECT 1 FROM lot WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: lot is never replaced'); END;

CREATE TRIGGER entry_author_is_never_replaced BEFORE INSERT ON entry_author
 WHEN EXISTS (SELECT 1 FROM entry_author WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: entry_author is never replaced'); END;

CREATE TRIGGER frozen_is_never_replaced BEFORE INSERT ON frozen
 WHEN EXISTS (SELECT 1 FROM frozen WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: frozen is never replaced'); END;

CREATE TRIGGER correction_is_never_replaced BEFORE INSERT ON correction
 WHEN EXISTS (SELECT 1 FROM correction WHERE version = NEW.version AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'a night is append-only: correction is never replaced'); END;

-- The present, for people with the sqlite3 shell. Times end in _utc where they
-- are spelled out and are milliseconds since 1970 otherwise.

CREATE VIEW version_now AS
  SELECT v.* FROM version v
   WHERE v.gone = 0 AND NOT EXISTS (SELECT 1 FROM version w WHERE w.replaces = v.id);

CREATE VIEW conflict AS
  SELECT v.replaces, v.id AS version, v.kind, v.about, v.subject, v.act
    FROM version v
   WHERE v.replaces IN (SELECT replaces FROM version GROUP BY replaces HAVING count(*) > 1);

CREATE VIEW details_now AS
  SELECT d.title, d.place, d.zone, d.headline, d.standfirst, d.publisher, d.address
    FROM version_now v JOIN details d ON d.version = v.id;

CREATE VIEW colour_now AS
  SELECT v.subject AS party_id, c.rgb
    FROM version_now v JOIN colour c ON c.version = v.id;

CREATE VIEW author_now AS
  SELECT v.subject AS id, a.name, a.initials
    FROM version_now v JOIN author a ON a.version = v.id;

CREATE VIEW contest_now AS
  SELECT v.subject AS id, c.position, c.name, c.code, c.date, c.kind, c.seats
    FROM version_now v JOIN contest c ON c.version = v.id
   ORDER BY c.position, v.subject;

CREATE VIEW state_now AS
  SELECT v.subject AS contest, s.state, s.recount, s.revision,
         CASE WHEN s.declared <> 0 THEN strftime('%Y-%m-%d %H:%M:%S', s.declared / 1000, 'unixepoch') END AS declared_utc,
         s.declared
    FROM version_now v JOIN state s ON s.version = v.id;

CREATE VIEW papers_now AS
  SELECT v.subject AS contest, p.electorate, p.verified, p.rejected,
         p.no_mark, p.too_many, p.identity, p.uncertain, p.turnout_read, p.majority_read
    FROM version_now v JOIN papers p ON p.version = v.id;

CREATE VIEW votes_now AS
  SELECT v.about AS contest, v.subject AS candidate, t.votes
    FROM version_now v JOIN votes t ON t.version = v.id;

CREATE VIEW candidate_now AS
  SELECT v.about AS contest, v.subject AS id, k.position,
         trim(k.forenames || ' ' || k.surname) AS name, k.party_short AS party, k.party_id,
         t.votes, k.description, k.person
    FROM version_now v JOIN candidate k ON k.version = v.id
    LEFT JOIN votes_now t ON t.contest = v.about AND t.candidate = v.subject
   ORDER BY v.about, k.position;

CREATE VIEW baseline_now AS
  SELECT v.about AS contest, v.subject AS id, b.position, b.name, b.date, b.notional,
         b.seats, b.electorate, b.verified, b.rejected
    FROM version_now v JOIN baseline b ON b.version = v.id
   ORDER BY v.about, b.position;

CREATE VIEW baseline_candidate_now AS
  SELECT v.subject AS baseline, trim(k.forenames || ' ' || k.surname) AS name,
         k.party_short AS party, k.party_id, k.votes
    FROM version_now v JOIN baseline_candidate k ON k.version = v.id
   ORDER BY v.subject, k.position;

CREATE VIEW answer_now AS
  SELECT v.about AS contest, a.code, a.figures, a.reason
    FROM version_now v JOIN answer a ON a.version = v.id;

CREATE VIEW lot_now AS
  SELECT v.about AS contest, l.candidate
    FROM version_now v JOIN lot l ON l.version = v.id;

CREATE VIEW entry_now AS
  SELECT v.subject AS id,
         strftime('%Y-%m-%d %H:%M:%S', e.published / 1000, 'unixepoch') AS published_utc,
         (SELECT group_concat(coalesce(a.name, x.author), ', ')
            FROM entry_author x LEFT JOIN author_now a ON a.id = x.author
           WHERE x.version = v.id) AS authors,
         e.kicker, e.text, e.key_moment, e.key_label, e.pinned, e.withdrawn,
         e.happened, e.published, e.updated
    FROM version_now v JOIN entry e ON e.version = v.id
   ORDER BY (SELECT min(f.id) FROM version f
              WHERE f.about = v.about AND f.kind = v.kind AND f.subject = v.subject) DESC;

CREATE VIEW picture_now AS
  SELECT v.subject AS id, p.media_type, p.width, p.height, length(b.bytes) AS size
    FROM version_now v JOIN picture p ON p.version = v.id
    LEFT JOIN picture_bytes b ON b.id = v.subject;

CREATE VIEW history AS
  SELECT a.seq, strftime('%Y-%m-%d %H:%M:%S', a.recorded / 1000, 'unixepoch') AS recorded_utc,
         coalesce(w.name, a.author) AS author, a.kind AS did,
         v.kind, v.about, v.subject, v.gone, a.reason, a.source, a.happened, a.recorded
    FROM act a LEFT JOIN version v ON v.act = a.seq
    LEFT JOIN author_now w ON w.id = a.author
   ORDER BY a.seq, v.n;
