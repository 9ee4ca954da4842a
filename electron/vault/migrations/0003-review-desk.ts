/**
 * What the review desk keeps: checklists of the office's own, what was known when, how evidence was read and touched, who a
 * subject is and to whom it is tied, what search looks through, second readers, and practice.
 */
export const reviewDesk = {
  version: 3,
  name: "0003-review-desk",
  sql: `
-- Checklist

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

-- Templates

-- Evidence taken in

-- Evidence read

-- Subjects

-- Search

-- Home

-- Second readers

-- Practice
`,
} as const;
