/**
 * What the review desk keeps: checklists of the office's own, what was known when, how evidence was read and touched, who a
 * subject is and to whom it is tied, what search looks through, second readers, and practice.
 */
export const reviewDesk = {
  version: 3,
  name: "0003-review-desk",
  sql: `
-- Checklist
-- What the enquiry covered and where it ends: the paragraph as a person wrote it, and who put their name to it.
CREATE TABLE scope_statement (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  body TEXT NOT NULL,
  revision INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- History
-- Every state that a part of a case went through, in the order of writing. A null body: the part was taken away.
-- 'earlier' in origin: the state that stood before the first change that was kept.
CREATE TABLE case_history (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  place TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- From 1 within the case.
  number INTEGER NOT NULL,
  body TEXT,
  reason TEXT NOT NULL,
  origin TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id TEXT,
  by_name TEXT,
  PRIMARY KEY (dossier_id, place, row_id, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX case_history_by_number ON case_history (dossier_id, number);
CREATE TRIGGER case_history_no_update BEFORE UPDATE ON case_history
WHEN NOT EXISTS (SELECT 1 FROM reseal_permit WHERE dossier_id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER case_history_no_delete BEFORE DELETE ON case_history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER answer_history_no_delete BEFORE DELETE ON answer_history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
-- Who by id and why, of every state of an answer; unknown for states from before.
ALTER TABLE answer_history ADD COLUMN person_id TEXT;
ALTER TABLE answer_history ADD COLUMN reason TEXT NOT NULL DEFAULT '';
-- Moments to come back to: how far the history of the case and of each answer had come.
CREATE TABLE case_point (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  mark TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id TEXT NOT NULL,
  by_name TEXT NOT NULL,
  PRIMARY KEY (dossier_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER case_point_no_update BEFORE UPDATE ON case_point
WHEN NOT EXISTS (SELECT 1 FROM reseal_permit WHERE dossier_id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'recovery points are append-only'); END;
CREATE TRIGGER case_point_no_delete BEFORE DELETE ON case_point
BEGIN SELECT RAISE(ABORT, 'recovery points are append-only'); END;

-- Templates
-- Checklists of the office's own. What is being written is the draft; what was published stands in template_version.
CREATE TABLE office_template (
  -- The template's own id, as its text spells it.
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  -- The built-in text it was copied from, whose items are hidden and never deleted.
  root_hash TEXT REFERENCES content (hash),
  draft TEXT,
  draft_revision INTEGER NOT NULL,
  draft_base TEXT REFERENCES content (hash),
  retired_at INTEGER,
  updated_at INTEGER NOT NULL,
  updated_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE template_version (
  hash TEXT PRIMARY KEY REFERENCES content (hash),
  template_id TEXT NOT NULL REFERENCES office_template (id),
  number INTEGER NOT NULL,
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  published_by TEXT NOT NULL,
  UNIQUE (template_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER template_version_no_update BEFORE UPDATE ON template_version
BEGIN SELECT RAISE(ABORT, 'published versions never change'); END;
CREATE TRIGGER template_version_no_delete BEFORE DELETE ON template_version
BEGIN SELECT RAISE(ABORT, 'published versions are never removed'); END;
-- Each move of a case from one version to another, with the answers to look at again.
CREATE TABLE case_upgrade (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  from_hash TEXT NOT NULL REFERENCES content (hash),
  to_hash TEXT NOT NULL REFERENCES content (hash),
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, number)
) STRICT, WITHOUT ROWID;
-- Sheets sent out to be filled in, and the replies that came back.
CREATE TABLE questionnaire (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  exported_at INTEGER NOT NULL,
  exported_by TEXT NOT NULL,
  PRIMARY KEY (dossier_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE questionnaire_reply (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  id TEXT NOT NULL UNIQUE,
  questionnaire_id TEXT NOT NULL REFERENCES questionnaire (id),
  body TEXT NOT NULL,
  merged_at INTEGER NOT NULL,
  merged_by TEXT NOT NULL,
  undone_at INTEGER,
  PRIMARY KEY (dossier_id, id)
) STRICT, WITHOUT ROWID;

-- Evidence taken in
ALTER TABLE evidence ADD COLUMN standing TEXT;
CREATE INDEX evidence_by_check ON evidence (checked_at) WHERE removed_at IS NULL;
CREATE INDEX evidence_changed ON evidence (dossier_id) WHERE integrity <> 'intact' AND removed_at IS NULL;

-- Every touch of evidence, in the order of the case; each one's hash covers the one before it.
CREATE TABLE evidence_touch (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  act TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (dossier_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_touch_by_evidence ON evidence_touch (evidence_id, number);
CREATE TRIGGER evidence_touch_no_update BEFORE UPDATE ON evidence_touch
WHEN NOT EXISTS (SELECT 1 FROM reseal_permit WHERE dossier_id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TRIGGER evidence_touch_no_delete BEFORE DELETE ON evidence_touch
BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;

-- Evidence read
-- The text of each piece of evidence, by page, sheet or stretch, for searching; made from its bytes and never the original.
CREATE TABLE evidence_text (
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  part INTEGER NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (evidence_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_text_by_dossier ON evidence_text (dossier_id);

-- Evidence whose text is still to be taken out, in the order in which it came.
CREATE TABLE evidence_text_waiting (
  number INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL UNIQUE REFERENCES evidence (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id)
) STRICT;
INSERT INTO evidence_text_waiting (evidence_id, dossier_id)
  SELECT id, dossier_id FROM evidence WHERE removed_at IS NULL ORDER BY imported_at;
CREATE TRIGGER evidence_added_waits AFTER INSERT ON evidence
BEGIN
  INSERT INTO evidence_text_waiting (evidence_id, dossier_id) VALUES (new.id, new.dossier_id);
END;

-- 'done', 'none' (read, and no text in it) or 'failed' with a reason; evidence without a row still waits.
CREATE TABLE evidence_text_state (
  evidence_id TEXT PRIMARY KEY REFERENCES evidence (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  parts INTEGER NOT NULL,
  is_cut INTEGER NOT NULL,
  read_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_text_state_by_dossier ON evidence_text_state (dossier_id);

-- Passages, regions and cells that people highlighted, and the items whose answers cite them.
CREATE TABLE evidence_mark (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  revision INTEGER NOT NULL,
  removed_at INTEGER,
  UNIQUE (evidence_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_mark_by_dossier ON evidence_mark (dossier_id);
CREATE TABLE evidence_mark_item (
  mark_id TEXT NOT NULL REFERENCES evidence_mark (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  item_id TEXT NOT NULL,
  PRIMARY KEY (item_id, mark_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_mark_item_by_dossier ON evidence_mark_item (dossier_id);

-- Evidence that is taken out takes along what was read out of it.
CREATE TRIGGER evidence_removed_unreads AFTER UPDATE OF removed_at ON evidence
  WHEN new.removed_at IS NOT NULL AND old.removed_at IS NULL
BEGIN
  DELETE FROM evidence_text_waiting WHERE evidence_id = new.id;
  DELETE FROM evidence_text WHERE evidence_id = new.id;
  DELETE FROM evidence_text_state WHERE evidence_id = new.id;
  DELETE FROM evidence_mark_item WHERE mark_id IN (SELECT id FROM evidence_mark WHERE evidence_id = new.id);
  DELETE FROM evidence_mark WHERE evidence_id = new.id;
END;

-- Subjects
-- What is recorded about a subject: posts, studies, funding, works, patents, shares.
CREATE TABLE profile_entry (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  subject_id TEXT NOT NULL REFERENCES subject (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,
  -- The import it came with.
  batch_id TEXT,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_entry_by_dossier ON profile_entry (dossier_id, position);

-- Ties between two subjects of a case.
CREATE TABLE subject_link (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  from_id TEXT NOT NULL REFERENCES subject (id),
  to_id TEXT NOT NULL REFERENCES subject (id),
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_link_by_dossier ON subject_link (dossier_id);

-- What people found about a subject that may stand in another case too: the same, or not. Kept with the case it was said in.
CREATE TABLE subject_sameness (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  subject_id TEXT NOT NULL REFERENCES subject (id),
  other_dossier_id TEXT NOT NULL REFERENCES dossier (id),
  other_subject_id TEXT NOT NULL REFERENCES subject (id),
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX subject_sameness_by_dossier ON subject_sameness (dossier_id);
CREATE INDEX subject_sameness_by_other ON subject_sameness (other_dossier_id);

-- Which column of a file means what, by a hash of the file's header, so that nobody maps the same kind of file twice.
CREATE TABLE import_mapping (
  signature TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Search
-- Grams of what may be searched in cases of the whole office: candidates alone, never the text. Restricted cases have none.
CREATE VIRTUAL TABLE search_gram USING fts5 (grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
-- Numbers of indexed rows come in blocks of 4096 that belong to one case each, the newest case last.
CREATE TABLE search_case (
  block INTEGER PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id)
) STRICT;
CREATE INDEX search_case_by_dossier ON search_case (dossier_id);
CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY,
  place TEXT NOT NULL,
  row_key TEXT NOT NULL
) STRICT;
-- Filters of a search look at every case. Without this index they would decrypt every form to do so.
CREATE INDEX dossier_by_traits ON dossier (id, kind, state, depth);
-- Not OR IGNORE in what follows: a conflict clause of the statement that fires a trigger would take its place.
-- What was written since it was last indexed. The place 'case': a whole case. In restricted cases keys are as the row has them.
CREATE TABLE search_due (
  dossier_id TEXT NOT NULL,
  place TEXT NOT NULL,
  row_key TEXT NOT NULL,
  PRIMARY KEY (dossier_id, place, row_key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER search_dossier_new AFTER INSERT ON dossier BEGIN
  INSERT INTO search_due VALUES (NEW.id, 'head', ''), (NEW.id, 'intake', ''), (NEW.id, 'triage', '') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_head AFTER UPDATE OF title, host_unit ON dossier
WHEN OLD.title IS NOT NEW.title OR OLD.host_unit IS NOT NEW.host_unit
BEGIN INSERT INTO search_due VALUES (NEW.id, 'head', '') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_intake AFTER UPDATE OF intake ON dossier WHEN OLD.intake IS NOT NEW.intake
BEGIN INSERT INTO search_due VALUES (NEW.id, 'intake', '') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_triage AFTER UPDATE OF triage ON dossier WHEN OLD.triage IS NOT NEW.triage
BEGIN INSERT INTO search_due VALUES (NEW.id, 'triage', '') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_subject_new AFTER INSERT ON subject
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'subject', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_subject AFTER UPDATE ON subject
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'subject', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_subject_gone AFTER DELETE ON subject
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'subject', OLD.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_answer_new AFTER INSERT ON answer
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'answer', NEW.item_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_answer AFTER UPDATE ON answer BEGIN
  INSERT INTO search_due VALUES (OLD.dossier_id, 'answer', OLD.item_id) ON CONFLICT DO NOTHING;
  INSERT INTO search_due VALUES (NEW.dossier_id, 'answer', NEW.item_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_answer_gone AFTER DELETE ON answer
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'answer', OLD.item_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_measure_new AFTER INSERT ON measure
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'measure', NEW.measure_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_measure AFTER UPDATE ON measure BEGIN
  INSERT INTO search_due VALUES (OLD.dossier_id, 'measure', OLD.measure_id) ON CONFLICT DO NOTHING;
  INSERT INTO search_due VALUES (NEW.dossier_id, 'measure', NEW.measure_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_measure_gone AFTER DELETE ON measure
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'measure', OLD.measure_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_gate_new AFTER INSERT ON gate
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'gate', NEW.gate_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_gate AFTER UPDATE ON gate BEGIN
  INSERT INTO search_due VALUES (OLD.dossier_id, 'gate', OLD.gate_id) ON CONFLICT DO NOTHING;
  INSERT INTO search_due VALUES (NEW.dossier_id, 'gate', NEW.gate_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_move_new AFTER INSERT ON dossier_move
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'move', NEW.number) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_move AFTER UPDATE ON dossier_move
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'move', NEW.number) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_decision_new AFTER INSERT ON decision
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'decision', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_decision AFTER UPDATE ON decision
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'decision', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_approval_new AFTER INSERT ON decision_approval
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'decision', NEW.decision_id || '/answer') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_approval AFTER UPDATE ON decision_approval
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'decision', NEW.decision_id || '/answer') ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_evidence_new AFTER INSERT ON evidence
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'evidence', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_evidence AFTER UPDATE OF details, file_name, removed_at ON evidence
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'evidence', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_page_new AFTER INSERT ON evidence_text
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'page', NEW.evidence_id || '/' || NEW.part) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_page AFTER UPDATE ON evidence_text
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'page', NEW.evidence_id || '/' || NEW.part) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_page_gone AFTER DELETE ON evidence_text
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'page', OLD.evidence_id || '/' || OLD.part) ON CONFLICT DO NOTHING; END;

-- Who worked on which case, as the trail says; the trail is far too long to be asked.
CREATE TABLE case_hand (
  person_id TEXT NOT NULL,
  dossier_id TEXT NOT NULL,
  PRIMARY KEY (person_id, dossier_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER case_hand_new AFTER INSERT ON audit
WHEN NEW.actor_id IS NOT NULL AND NEW.dossier_id IS NOT NULL AND NEW.kind IN (
  'dossier-created', 'dossier-changed', 'dossier-moved', 'triage-changed', 'subject-added', 'subject-changed',
  'answer-recorded', 'source-checked', 'evidence-added', 'evidence-changed', 'screening-run', 'hit-judged', 'gate-set',
  'measure-set', 'paper-changed', 'decision-recorded', 'decision-approved', 'decision-returned', 'committee-recorded')
BEGIN INSERT INTO case_hand VALUES (NEW.actor_id, NEW.dossier_id) ON CONFLICT DO NOTHING; END;
INSERT OR IGNORE INTO case_hand SELECT actor_id, dossier_id FROM audit
WHERE actor_id IS NOT NULL AND dossier_id IS NOT NULL AND kind IN (
  'dossier-created', 'dossier-changed', 'dossier-moved', 'triage-changed', 'subject-added', 'subject-changed',
  'answer-recorded', 'source-checked', 'evidence-added', 'evidence-changed', 'screening-run', 'hit-judged', 'gate-set',
  'measure-set', 'paper-changed', 'decision-recorded', 'decision-approved', 'decision-returned', 'committee-recorded');

-- Searches somebody keeps, sealed for their own sessions.
CREATE TABLE search_book (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  sealed_book BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Home
-- What lists and the home page show of each case, worked out once and kept, sealed while the case is restricted. Every change
-- to a case raises its tick; the copy was made at the tick that built names, 0 for none yet.
CREATE TABLE desk_case (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  tick INTEGER NOT NULL,
  built INTEGER NOT NULL,
  body TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_case_by_tick ON desk_case (tick);
INSERT INTO desk_case (dossier_id, tick, built, body) SELECT id, 1, 0, NULL FROM dossier;
CREATE TRIGGER desk_dossier_new AFTER INSERT ON dossier
BEGIN
  INSERT INTO desk_case (dossier_id, tick, built, body)
    VALUES (NEW.id, (SELECT coalesce(max(tick), 0) + 1 FROM desk_case), 0, NULL);
END;
CREATE TRIGGER desk_dossier_change AFTER UPDATE ON dossier
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.id; END;
CREATE TRIGGER desk_dossier_gone BEFORE DELETE ON dossier
BEGIN DELETE FROM desk_case WHERE dossier_id = OLD.id; END;
CREATE TRIGGER desk_subject_new AFTER INSERT ON subject
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_subject_change AFTER UPDATE ON subject
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_subject_gone AFTER DELETE ON subject
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_answer_new AFTER INSERT ON answer
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_answer_change AFTER UPDATE ON answer
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_answer_gone AFTER DELETE ON answer
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_measure_new AFTER INSERT ON measure
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_measure_change AFTER UPDATE ON measure
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_measure_gone AFTER DELETE ON measure
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_evidence_new AFTER INSERT ON evidence
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_evidence_change AFTER UPDATE ON evidence
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_evidence_gone AFTER DELETE ON evidence
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_screening_hit_new AFTER INSERT ON screening_hit
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_screening_hit_change AFTER UPDATE ON screening_hit
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_screening_hit_gone AFTER DELETE ON screening_hit
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_screening_run_new AFTER INSERT ON screening_run
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_dossier_move_new AFTER INSERT ON dossier_move
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_decision_new AFTER INSERT ON decision
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_decision_approval_new AFTER INSERT ON decision_approval
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_dossier_declaration_new AFTER INSERT ON dossier_declaration
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_dossier_access_new AFTER INSERT ON dossier_access
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_dossier_access_gone AFTER DELETE ON dossier_access
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = OLD.dossier_id; END;
CREATE TRIGGER desk_report_new AFTER INSERT ON report
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;

-- Who has worked on which case: what the trail says of it, without reading the trail.
CREATE TABLE desk_hand (
  person_id TEXT NOT NULL,
  dossier_id TEXT NOT NULL,
  PRIMARY KEY (person_id, dossier_id)
) STRICT, WITHOUT ROWID;
INSERT INTO desk_hand (person_id, dossier_id)
  SELECT DISTINCT actor_id, dossier_id FROM audit
  WHERE actor_id IS NOT NULL AND dossier_id IS NOT NULL
    AND kind NOT IN ('dossier-read', 'call-refused', 'conflict-declared', 'no-conflict-declared');
CREATE TRIGGER desk_hand_new AFTER INSERT ON audit
WHEN NEW.actor_id IS NOT NULL AND NEW.dossier_id IS NOT NULL
  AND NEW.kind NOT IN ('dossier-read', 'call-refused', 'conflict-declared', 'no-conflict-declared')
BEGIN INSERT OR IGNORE INTO desk_hand (person_id, dossier_id) VALUES (NEW.actor_id, NEW.dossier_id); END;

-- How each person likes a table: columns, widths, order, density.
CREATE TABLE table_view (
  person_id TEXT NOT NULL REFERENCES person (id),
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (person_id, name)
) STRICT, WITHOUT ROWID;

-- Second readers
CREATE TABLE second_review (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  reader_id TEXT NOT NULL REFERENCES person (id),
  -- 'open', 'handed-in', 'settled' or 'withdrawn'; while it is open the reader sees nobody else's answers.
  state TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- The items, the note, and from the moment it is handed in the first reader's answers as they then stood.
  body TEXT NOT NULL,
  UNIQUE (dossier_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX second_review_by_reader ON second_review (reader_id, state);
CREATE TABLE second_reading (
  review_id TEXT NOT NULL REFERENCES second_review (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  item_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (review_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX second_reading_by_dossier ON second_reading (dossier_id);
-- How each conflict ended. Never edited: settling anew adds a row, and the latest counts.
CREATE TABLE second_settlement (
  review_id TEXT NOT NULL REFERENCES second_review (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  settled_at INTEGER NOT NULL,
  settled_by TEXT NOT NULL,
  PRIMARY KEY (review_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX second_settlement_by_dossier ON second_settlement (dossier_id);

-- Home, of second readers
CREATE TRIGGER desk_second_review_new AFTER INSERT ON second_review
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_second_review_change AFTER UPDATE ON second_review
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_second_settlement_new AFTER INSERT ON second_settlement
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;

-- Practice
-- Sealed under the person's own key: what somebody got wrong while learning is theirs alone.
CREATE TABLE practice_attempt (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  case_id TEXT NOT NULL,
  sealed_body BLOB NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX practice_attempt_by_person ON practice_attempt (person_id, started_at);
`,
} as const;
