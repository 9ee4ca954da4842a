/**
 * What name screening keeps: lists whose entries are stored once however many editions hold them, how columns of a file are
 * read, and whose list packs are taken; verdicts that outlast the hits they were given on, screenings as they stood, and what
 * background screenings found to be different; and how well names were matched.
 */
export const nameScreening = {
  version: 4,
  name: "0004-name-screening",
  sql: `
-- Lists
-- One entry as it was printed, without its row in the file. Editions that share it share this row.
CREATE TABLE list_content (
  id INTEGER PRIMARY KEY,
  entry_key TEXT NOT NULL,
  -- SHA-256 of the body; null for what an earlier schema brought, until it is worked out.
  hash BLOB,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX list_content_by_hash ON list_content (hash);
CREATE INDEX list_content_by_key ON list_content (entry_key);
CREATE TRIGGER list_content_no_update BEFORE UPDATE ON list_content
WHEN OLD.hash IS NOT NULL OR NEW.body IS NOT OLD.body OR NEW.entry_key IS NOT OLD.entry_key OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'entries are never overwritten'); END;
ALTER TABLE list_edition ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
-- Fingerprint of the certificate that signed the pack an edition came in; null for a list's own file.
ALTER TABLE list_edition ADD COLUMN signer TEXT;
UPDATE list_edition SET number = (
  SELECT count(*) FROM list_edition earlier
  WHERE (earlier.imported_at, earlier.id) <= (list_edition.imported_at, list_edition.id)
);
CREATE UNIQUE INDEX list_edition_by_number ON list_edition (number);
CREATE TRIGGER list_edition_no_delete BEFORE DELETE ON list_edition
BEGIN SELECT RAISE(ABORT, 'editions are kept for ever'); END;
-- The entries of an edition: runs of contents whose rows in the file follow each other too. What two editions have in common
-- costs a few runs, not its entries.
CREATE TABLE list_span (
  edition INTEGER NOT NULL REFERENCES list_edition (number),
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  first_row INTEGER NOT NULL,
  PRIMARY KEY (edition, first)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER list_span_no_update BEFORE UPDATE ON list_span
BEGIN SELECT RAISE(ABORT, 'editions are never overwritten'); END;
CREATE TRIGGER list_span_no_delete BEFORE DELETE ON list_span
BEGIN SELECT RAISE(ABORT, 'editions are kept for ever'); END;
INSERT INTO list_content (entry_key, body)
SELECT listed.entry_key, json_remove(listed.body, '$.rowNumber') AS content
FROM list_entry listed JOIN list_edition edition ON edition.id = listed.edition_id
GROUP BY listed.entry_key, content
ORDER BY min(edition.number), min(json_extract(listed.body, '$.rowNumber'));
INSERT INTO list_span (edition, first, count, first_row)
SELECT number, min(content), count(*), min(row) FROM (
  SELECT number, content, row, row - content AS offset,
    content - row_number() OVER (PARTITION BY number, row - content ORDER BY content) AS run
  FROM (
    SELECT edition.number AS number, stored.id AS content, json_extract(listed.body, '$.rowNumber') AS row
    FROM list_entry listed
    JOIN list_edition edition ON edition.id = listed.edition_id
    JOIN list_content stored
      ON stored.entry_key = listed.entry_key AND stored.body = json_remove(listed.body, '$.rowNumber')
  )
) GROUP BY number, offset, run;
DROP TABLE list_entry;
-- Imports that write contents and have no edition yet. A row found at unlocking is from one that died.
CREATE TABLE list_staging (
  import_id TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- How the columns of a file are read, under a name, and the header it was made for.
CREATE TABLE list_profile (
  name TEXT PRIMARY KEY,
  header_hash TEXT NOT NULL,
  body TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  kept_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX list_profile_by_header ON list_profile (header_hash, used_at);
-- Certificates whose list packs are taken.
CREATE TABLE list_pack_signer (
  fingerprint TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  organization TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  accepted_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Judging
-- The latest verdict on each pair of a subject and a listed entry, with what both said then. Outlasts the hit.
CREATE TABLE screening_verdict (
  id TEXT PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  subject_id TEXT NOT NULL REFERENCES subject (id),
  entry_key TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_verdict_by_dossier ON screening_verdict (dossier_id);
-- The same entry in other cases: only those for the whole office have it in clear.
CREATE INDEX screening_verdict_by_entry ON screening_verdict (entry_key);

-- The candidates of a run as they stood when the next one took their place.
CREATE TABLE screening_past (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  run INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dossier_id, run)
) STRICT, WITHOUT ROWID;

-- Re-screening
-- Cases to screen again because lists changed; a row goes in the transaction that writes what was found.
CREATE TABLE rescreening_due (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER rescreening_new_edition AFTER INSERT ON list_edition
WHEN NEW.is_current = 1
BEGIN
  INSERT INTO rescreening_due SELECT id, NEW.imported_at FROM dossier
    WHERE state <> 'closed' AND id IN (SELECT dossier_id FROM screening_run) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER rescreening_edition_turned AFTER UPDATE OF is_current ON list_edition
WHEN OLD.is_current <> NEW.is_current
BEGIN
  INSERT INTO rescreening_due SELECT id, NEW.imported_at FROM dossier
    WHERE state <> 'closed' AND id IN (SELECT dossier_id FROM screening_run) ON CONFLICT DO NOTHING;
END;
-- What the latest background screening of a decided case found; the case itself stays as it was decided.
CREATE TABLE rescreening_watch (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  body TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Differences that background screenings found, until somebody has seen them and after.
CREATE TABLE rescreening_notice (
  dossier_id TEXT NOT NULL REFERENCES dossier (id),
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  seen_at INTEGER,
  seen_by TEXT,
  PRIMARY KEY (dossier_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER desk_rescreening_notice AFTER INSERT ON rescreening_notice
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
CREATE TRIGGER desk_rescreening_seen AFTER UPDATE OF seen_at ON rescreening_notice
BEGIN UPDATE desk_case SET tick = (SELECT max(tick) + 1 FROM desk_case) WHERE dossier_id = NEW.dossier_id; END;
-- Name index
-- What searching needs of an edition. Made from its entries, and made anew when it is missing, damaged or of another version.
CREATE TABLE name_index (
  edition_id TEXT PRIMARY KEY REFERENCES list_edition (id),
  version INTEGER NOT NULL,
  blocks INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE name_index_block (
  id INTEGER PRIMARY KEY,
  edition_id TEXT NOT NULL REFERENCES list_edition (id),
  number INTEGER NOT NULL,
  block BLOB NOT NULL,
  UNIQUE (edition_id, number)
) STRICT;
-- Scorecard
-- Runs of the matcher over the bench that ships: figures and places in the bench, nothing of any case.
CREATE TABLE scorecard_run (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  body TEXT NOT NULL,
  -- The pairs judged wrongly, by their places in the bench.
  wrong TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scorecard_run_by_time ON scorecard_run (at);

-- Search
-- Marks for what profiles hold and for ties between subjects, as the older tables have them. Raising the number of the index
-- takes in what is there already.
CREATE TRIGGER search_entry_new AFTER INSERT ON profile_entry
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'entry', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_entry AFTER UPDATE ON profile_entry
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'entry', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_entry_gone AFTER DELETE ON profile_entry
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'entry', OLD.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_link_new AFTER INSERT ON subject_link
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'link', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_link AFTER UPDATE ON subject_link
BEGIN INSERT INTO search_due VALUES (NEW.dossier_id, 'link', NEW.id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER search_link_gone AFTER DELETE ON subject_link
BEGIN INSERT INTO search_due VALUES (OLD.dossier_id, 'link', OLD.id) ON CONFLICT DO NOTHING; END;
-- Home
-- A screening without lists no longer counts: what was worked out of each case is worked out anew.
UPDATE desk_case SET built = 0;
`,
} as const;
