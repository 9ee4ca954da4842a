/**
 * The first schema. Frozen: never edited after release. Conventions: STRICT tables, ids as lower-case hex text,
 * moments as epoch milliseconds, days as ISO text, documents as JSON text that the table file parses with zod.
 */
export const initial = {
  version: 1,
  name: "0001-initial",
  sql: `
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The people who work with this vault; slot_id ties a person to a key slot.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  slot_id TEXT,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- Templates, policies and other content that a dossier was worked with, by the SHA-256 of its canonical JSON.
CREATE TABLE content (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  template_id TEXT NOT NULL,
  template_hash TEXT NOT NULL REFERENCES content (hash),
  triage TEXT NOT NULL,
  depth TEXT NOT NULL,
  depth_by_rule TEXT NOT NULL,
  subject_identity TEXT NOT NULL,
  intake TEXT NOT NULL,
  fairness TEXT NOT NULL,
  due_day TEXT,
  revision INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_by_update ON dossier (updated_at DESC);

-- Every move from state to state, with the reason where one was asked for.
CREATE TABLE dossier_move (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  reason TEXT NOT NULL,
  moved_at INTEGER NOT NULL,
  moved_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_by_dossier ON subject (dossier_id, position);

CREATE TABLE answer (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  item_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  choice TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, item_id)
) STRICT, WITHOUT ROWID;
-- Lists count answers, hits and decisions of every dossier. Without these indexes they would decrypt every body to do so.
CREATE INDEX answer_by_choice ON answer (dossier_id, choice);

-- Every earlier state of every answer.
CREATE TABLE answer_history (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  item_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, item_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  details TEXT NOT NULL,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  object_id TEXT,
  object_key BLOB,
  imported_at INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  checked_at INTEGER NOT NULL,
  integrity TEXT NOT NULL,
  removed_at INTEGER,
  revision INTEGER NOT NULL,
  UNIQUE (dossier_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_hash ON evidence (sha256);
CREATE INDEX evidence_by_object ON evidence (object_id) WHERE object_id IS NOT NULL;

-- Bodies of small evidence; larger ones are sealed objects beside the database.
CREATE TABLE evidence_body (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE evidence_item (
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  item_id TEXT NOT NULL,
  PRIMARY KEY (dossier_id, item_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_item_by_evidence ON evidence_item (evidence_id);

CREATE TABLE measure (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  measure_id TEXT NOT NULL,
  status TEXT NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, measure_id)
) STRICT, WITHOUT ROWID;

-- Gates that people open; those that follow from confirmed hits are worked out, not stored.
CREATE TABLE gate (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  gate_id TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  reason TEXT NOT NULL,
  second_person TEXT NOT NULL,
  set_at INTEGER NOT NULL,
  set_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, gate_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_edition (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  details TEXT NOT NULL,
  layout TEXT NOT NULL,
  mapping TEXT,
  entries INTEGER NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  imported_at INTEGER NOT NULL,
  imported_by TEXT NOT NULL,
  is_current INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX list_edition_by_title ON list_edition (title, imported_at);

CREATE TABLE list_entry (
  edition_id TEXT NOT NULL REFERENCES list_edition (id),
  entry_key TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (edition_id, entry_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE screening_run (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  run INTEGER NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dossier_id, run)
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_run_by_dossier ON screening_run (dossier_id);

CREATE TABLE screening_hit (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  subject_id TEXT NOT NULL REFERENCES subject (id),
  edition_id TEXT NOT NULL REFERENCES list_edition (id),
  entry_key TEXT NOT NULL,
  -- Binds a judgement to what the entry and the subject said when it was made.
  entry_hash TEXT NOT NULL,
  body TEXT NOT NULL,
  disposition TEXT NOT NULL,
  judgement TEXT,
  judged_at INTEGER,
  judged_by TEXT,
  run INTEGER NOT NULL,
  UNIQUE (dossier_id, subject_id, edition_id, entry_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_hit_by_dossier ON screening_hit (dossier_id, run);
CREATE INDEX screening_hit_by_disposition ON screening_hit (dossier_id, disposition);

CREATE TABLE paper_draft (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  body TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  version INTEGER NOT NULL,
  -- Also in the body; here so that lists need not read bodies.
  review_day TEXT,
  body TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  snapshot_hash TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL,
  UNIQUE (dossier_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_dossier ON decision (dossier_id, version, review_day);

-- Signing identities; the private key is sealed once more under its own key.
CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  sealed_key BLOB NOT NULL,
  certificates TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  subject_name TEXT NOT NULL,
  valid_from INTEGER NOT NULL,
  valid_until INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  is_current INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  decision_id TEXT REFERENCES decision (id),
  version INTEGER NOT NULL,
  locale TEXT NOT NULL,
  redaction TEXT NOT NULL,
  page_count INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  data_sha256 TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX report_by_dossier ON report (dossier_id, created_at);

CREATE TABLE report_body (
  report_id TEXT PRIMARY KEY REFERENCES report (id),
  body BLOB NOT NULL
) STRICT;

-- Append-only by trigger; the chain makes a change made elsewhere show.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  dossier_id TEXT,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_dossier ON audit (dossier_id, sequence) WHERE dossier_id IS NOT NULL;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER answer_history_no_update BEFORE UPDATE ON answer_history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'decisions are never edited'); END;
`,
} as const;
