/**
 * What name screening keeps: lists whose entries are stored once however many editions hold them, how columns of a file are
 * read, and whose list packs are taken.
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
`,
} as const;
