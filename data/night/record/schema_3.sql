-- The step from a night of schema 2 to one of schema 3. A new night takes it
-- too, so that both are the same.

ALTER TABLE contest ADD COLUMN system TEXT;
ALTER TABLE candidate ADD COLUMN elected INTEGER;
ALTER TABLE baseline ADD COLUMN system TEXT;
ALTER TABLE baseline_candidate ADD COLUMN elected INTEGER;

DROP VIEW IF EXISTS contest_now;

CREATE VIEW contest_now AS
  SELECT v.subject AS id, c.position, c.name, c.code, c.date, c.kind, c.seats, c.group_name, c.method, c.system
    FROM version_now v JOIN contest c ON c.version = v.id
   ORDER BY c.position, v.subject;

DROP VIEW IF EXISTS candidate_now;

CREATE VIEW candidate_now AS
  SELECT v.about AS contest, v.subject AS id, k.position,
         trim(k.forenames || ' ' || k.surname) AS name, k.party_short AS party, k.party_id,
         t.votes, k.description, k.person, k.elected
    FROM version_now v JOIN candidate k ON k.version = v.id
    LEFT JOIN votes_now t ON t.contest = v.about AND t.candidate = v.subject
   ORDER BY v.about, k.position;

DROP VIEW IF EXISTS baseline_now;

CREATE VIEW baseline_now AS
  SELECT v.about AS contest, v.subject AS id, b.position, b.name, b.date, b.notional,
         b.seats, b.electorate, b.verified, b.rejected, b.system
    FROM version_now v JOIN baseline b ON b.version = v.id
   ORDER BY v.about, b.position;

DROP VIEW IF EXISTS baseline_candidate_now;

CREATE VIEW baseline_candidate_now AS
  SELECT v.subject AS baseline, trim(k.forenames || ' ' || k.surname) AS name,
         k.party_short AS party, k.party_id, k.votes, k.elected
    FROM version_now v JOIN baseline_candidate k ON k.version = v.id
   ORDER BY v.subject, k.position;
