import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { openDatabase } from "../../../../../electron/vault/database.ts";
import { allMigrations } from "../../../../../electron/vault/migrations/all.ts";
import { type SealedTable, sealedTables } from "../../../../../electron/vault/tables/sealed-tables.ts";

/**
 * Columns of tables with a case that may stay in clear: ids, kinds and states, who acted, and marks that say nothing of the
 * content. A new column is added here only by somebody who has thought about who else may read it.
 */
const clear: Readonly<Record<string, readonly string[]>> = {
  dossier: ["id", "number", "kind", "state", "template_id", "template_hash", "access"],
  dossier_move: ["dossier_id", "from_state", "to_state", "moved_by"],
  subject: ["id", "dossier_id"],
  profile_entry: ["id", "dossier_id", "subject_id", "batch_id", "by_name"],
  subject_link: ["id", "dossier_id", "from_id", "to_id", "by_name"],
  subject_sameness: ["id", "dossier_id", "subject_id", "other_dossier_id", "other_subject_id", "by_name"],
  answer: ["dossier_id", "updated_by"],
  answer_history: ["dossier_id", "updated_by", "person_id"],
  case_history: ["dossier_id", "place", "origin", "by_id", "by_name"],
  case_point: ["dossier_id", "kind", "by_id", "by_name"],
  evidence: ["id", "dossier_id", "object_id", "imported_by", "integrity"],
  evidence_body: ["evidence_id"],
  evidence_item: ["evidence_id", "dossier_id"],
  evidence_text: ["evidence_id", "dossier_id"],
  evidence_text_waiting: ["evidence_id", "dossier_id"],
  evidence_text_state: ["evidence_id", "dossier_id"],
  evidence_mark: ["id", "dossier_id", "evidence_id", "made_by"],
  evidence_mark_item: ["mark_id", "dossier_id"],
  evidence_touch: ["dossier_id", "evidence_id", "actor", "actor_id", "act"],
  measure: ["dossier_id", "updated_by"],
  gate: ["dossier_id", "set_by"],
  screening_run: ["dossier_id", "by_name"],
  screening_hit: ["id", "dossier_id", "subject_id", "edition_id", "judged_by"],
  screening_verdict: ["id", "dossier_id", "subject_id", "by_id"],
  screening_past: ["dossier_id"],
  rescreening_due: ["dossier_id"],
  rescreening_watch: ["dossier_id"],
  rescreening_notice: ["dossier_id", "seen_by"],
  scope_statement: ["dossier_id", "updated_by"],
  paper_draft: ["dossier_id"],
  decision: ["id", "dossier_id", "recorded_by", "proposed_by"],
  decision_approval: ["decision_id", "dossier_id", "person_id"],
  dossier_declaration: ["dossier_id", "person_id"],
  draft: ["person_id", "dossier_id", "form"],
  second_review: ["id", "dossier_id", "reader_id", "state", "asked_by"],
  second_reading: ["review_id", "dossier_id"],
  second_settlement: ["review_id", "dossier_id", "settled_by"],
  // Which version of a template a case is on stands in clear in the case's own row as well.
  case_upgrade: ["dossier_id", "from_hash", "to_hash", "by"],
  questionnaire: ["dossier_id", "id", "exported_by"],
  questionnaire_reply: ["dossier_id", "id", "questionnaire_id", "merged_by"],
  report: ["id", "dossier_id", "decision_id", "locale", "redaction", "fingerprint", "created_by", "countersigns"],
  report_body: ["report_id"],
  // Wrapped for their holders, ciphertext as it is.
  dossier_access: ["dossier_id", "holder", "wrapped_key", "granted_by"],
  reseal_permit: ["dossier_id"],
  desk_case: ["dossier_id"],
  desk_hand: ["person_id", "dossier_id"],
  // Restricted cases are not in the index; keys in their marks are as their rows have them.
  search_case: ["dossier_id"],
  search_due: ["dossier_id", "place", "row_key"],
  case_hand: ["person_id", "dossier_id"],
  // Details are cut down when they are written; the chain forbids to change them later.
  audit: ["actor", "kind", "dossier_id", "details", "previous_hash", "hash", "actor_id", "actor_key"],
};

interface Column {
  readonly name: string;
  readonly type: string;
}

/** The schema as the migrations make it. */
function schema(): ReadonlyMap<string, readonly Column[]> {
  const folder = mkdtempSync(join(tmpdir(), "kura-test-"));
  const opened = openDatabase({ path: join(folder, "vault.db"), key: new Uint8Array(32).fill(5), create: true });
  try {
    for (const step of allMigrations) opened.steps.apply(step);
    const tables = opened.db.prepare<[], Column>("SELECT name, type FROM sqlite_schema WHERE type = 'table'").all();
    const info = opened.db.prepare<[string], Column>("SELECT name, type FROM pragma_table_info(?)");
    return new Map(tables.map(({ name }) => [name, info.all(name)]));
  } finally {
    opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const tables = schema();
const sealed = new Map<string, SealedTable>(Object.values(sealedTables).map((table) => [table.name, table]));

function contentOf({ steady = [], text = [], bytes = [], objectKey }: SealedTable): string[] {
  return [...steady, ...text, ...bytes, ...(objectKey === undefined ? [] : [objectKey])];
}

/** Tables with rows of a case: by a column of their own, or by the evidence or paper they belong to. */
const ofCases = [...tables].filter(
  ([name, columns]) =>
    name === "dossier" || columns.some((column) => /^(?:dossier|evidence|report|decision)_id$/u.test(column.name)),
);

describe("the list of sealed columns", () => {
  it("finds the tables it is about", () => {
    assert.ok(ofCases.length >= 20);
  });

  for (const [name, columns] of ofCases) {
    it(`says of every text and blob column of ${name} whether it is content`, () => {
      const table = sealed.get(name);
      const known = [...(table === undefined ? [] : contentOf(table)), ...(clear[name] ?? [])].sort();
      const stored = columns.filter((column) => column.type !== "INTEGER").map((column) => column.name);
      assert.deepEqual(known, stored.sort());
    });
  }

  for (const table of sealed.values()) {
    it(`names columns that ${table.name} has, and in its key what tells rows of one case apart`, () => {
      const columns = new Set(tables.get(table.name)?.map((column) => column.name));
      for (const column of [...table.key, ...contentOf(table)]) assert.ok(columns.has(column), column);
      for (const column of table.steady ?? []) assert.ok(table.key.includes(column), column);
    });
  }
});
