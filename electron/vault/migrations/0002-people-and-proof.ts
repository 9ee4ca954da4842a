/**
 * Several people in one vault, cases for named readers alone, approvals by a second person, and a trail that names keys.
 * Columns hold what their names say; every `sealed_…` column is ciphertext under a key that the vault key does not give.
 */
export const peopleAndProof = {
  version: 2,
  name: "0002-people-and-proof",
  sql: `
ALTER TABLE person ADD COLUMN unit TEXT NOT NULL DEFAULT '';
-- Until now the one person of a vault did everything but approve.
UPDATE person SET roles = '["reviewer","administrator"]';
-- P-256 point, 65 bytes: what other people wrap case keys for. Null until this person first unlocks after the upgrade.
ALTER TABLE person ADD COLUMN public_key BLOB;
-- The key that signs checkpoints of the trail: public half as SPKI DER, private half sealed under the person's own key.
ALTER TABLE person ADD COLUMN trail_public_key BLOB;
ALTER TABLE person ADD COLUMN sealed_trail_key BLOB;

-- Which key closes sealed_key: 'vault' before several people could share a vault, 'person' since.
ALTER TABLE identity ADD COLUMN sealed_under TEXT NOT NULL DEFAULT 'vault';

-- 'office': everybody with a right to cases. 'named': the people of dossier_access, by cryptography.
ALTER TABLE dossier ADD COLUMN access TEXT NOT NULL DEFAULT 'office';
CREATE INDEX dossier_by_access ON dossier (access) WHERE access <> 'office';
-- Our own unit that hosts the person or runs the project; its people neither review nor approve.
ALTER TABLE dossier ADD COLUMN host_unit TEXT NOT NULL DEFAULT '';

-- Whether a gate is open is content and must be sealable, which a number is not: 'open' or 'shut'.
ALTER TABLE gate ADD COLUMN setting TEXT NOT NULL DEFAULT 'shut';
UPDATE gate SET setting = 'open' WHERE is_open = 1;
ALTER TABLE gate DROP COLUMN is_open;

-- The key of a restricted case, wrapped for each holder: a person's id, or 'recovery' and a slot id.
CREATE TABLE dossier_access (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  holder TEXT NOT NULL,
  wrapped_key BLOB NOT NULL,
  granted_at INTEGER NOT NULL,
  granted_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, holder)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_access_by_holder ON dossier_access (holder);

-- What each person declared about their ties to a case; the latest counts, earlier ones stay.
CREATE TABLE dossier_declaration (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  number INTEGER NOT NULL,
  has_conflict INTEGER NOT NULL,
  note TEXT NOT NULL,
  declared_at INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, person_id, number)
) STRICT, WITHOUT ROWID;

-- The reviewer's paper that a countersigned one adds to; null for the reviewer's own.
ALTER TABLE report ADD COLUMN countersigns TEXT REFERENCES report (id);

-- Who put a decision forward, and what the second person or the committee said to it. One answer per decision.
ALTER TABLE decision ADD COLUMN proposed_by TEXT;
CREATE TABLE decision_approval (
  decision_id TEXT PRIMARY KEY REFERENCES decision (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  body TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_approval_by_dossier ON decision_approval (dossier_id);
CREATE TRIGGER decision_approval_no_delete BEFORE DELETE ON decision_approval
BEGIN SELECT RAISE(ABORT, 'approvals are never removed'); END;

-- Half-written forms, one per person, case and form. An empty dossier_id: the form of a case that is not there yet.
CREATE TABLE draft (
  person_id TEXT NOT NULL REFERENCES person (id),
  dossier_id TEXT NOT NULL,
  form TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (person_id, dossier_id, form)
) STRICT, WITHOUT ROWID;
-- Until now the one person's draft of a decision stood among the settings.
INSERT INTO draft (person_id, dossier_id, form, body, updated_at)
  SELECT person.id, substr(setting.name, length('decision-draft/') + 1), 'decision', setting.value, 0
  FROM setting, person WHERE setting.name LIKE 'decision-draft/%';
DELETE FROM setting WHERE name LIKE 'decision-draft/%';

-- The trail names the person by id and the key they held; both frozen in the link's hash.
ALTER TABLE audit ADD COLUMN actor_id TEXT;
ALTER TABLE audit ADD COLUMN actor_key TEXT;
-- Asked at every unlocking, and mostly not there: without it the whole trail would be read.
CREATE INDEX audit_marks ON audit (sequence) WHERE kind IN ('trail-behind-anchor', 'trail-checked');

-- Signatures over the head of the trail by the person who added the links before it.
CREATE TABLE trail_checkpoint (
  count INTEGER PRIMARY KEY,
  head TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  person_name TEXT NOT NULL,
  public_key BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER trail_checkpoint_no_update BEFORE UPDATE ON trail_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER trail_checkpoint_no_delete BEFORE DELETE ON trail_checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

CREATE TABLE backup_run (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  -- 'automatic' or 'chosen'
  kind TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX backup_run_by_time ON backup_run (at);

-- Recovery kits and each rehearsal of one. The shares themselves are on paper alone.
CREATE TABLE recovery_kit (
  id TEXT PRIMARY KEY,
  slot_id TEXT NOT NULL,
  threshold INTEGER NOT NULL,
  shares INTEGER NOT NULL,
  public_key BLOB NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  retired_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE recovery_rehearsal (
  kit_id TEXT NOT NULL REFERENCES recovery_kit (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  shares_used INTEGER NOT NULL,
  PRIMARY KEY (kit_id, number)
) STRICT, WITHOUT ROWID;

-- History and decisions never change in meaning. While a case is being closed or opened for named readers, and only
-- inside that transaction, their stored form does.
CREATE TABLE reseal_permit (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id)) STRICT, WITHOUT ROWID;
DROP TRIGGER answer_history_no_update;
DROP TRIGGER decision_no_update;
CREATE TRIGGER answer_history_no_update BEFORE UPDATE ON answer_history
WHEN NOT EXISTS (SELECT 1 FROM reseal_permit WHERE dossier_id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
WHEN NOT EXISTS (SELECT 1 FROM reseal_permit WHERE dossier_id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'decisions are never edited'); END;
`,
} as const;
