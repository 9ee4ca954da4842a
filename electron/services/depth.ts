import { mustExist } from "../../shared/assert.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { Depth } from "../../shared/domain/content/vocabulary.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { readCaseFile } from "./case-file.ts";
import { assessCase } from "./rated-case.ts";
import type { OpenSession } from "./session.ts";

/** The depth the rules ask for, given the triage in `record` and all that has been found so far. */
export function depthByRule(open: OpenSession, record: DossierRecord, content: Content): Depth {
  const file = readCaseFile(open, record.id);
  if (!file.ok) return "light";
  const assessed = assessCase({ ...file.value, record }, content);
  if (assessed.ok) return assessed.value.depthAdvice.depth;
  return record.triage.triggers.length > 0 ? "standard" : "light";
}

/**
 * Works the depth out anew after an answer, a verdict or a gate changed, and puts it in force unless a person chose
 * one. Runs inside the transaction of that change.
 */
export function refreshDepth(open: OpenSession, dossierId: DossierId, content: Content): void {
  const record = mustExist(open.tables.dossiers.find(dossierId), "a changed dossier exists");
  const byRule = depthByRule(open, record, content);
  const depth = record.triage.depthChosen ?? byRule;
  if (byRule === record.depthByRule && depth === record.depth) return;
  open.tables.dossiers.save({ ...record, depth, depthByRule: byRule });
  open.note("dossier-changed", dossierId, { depth, depthByRule: byRule });
}
