import type { HealthFinding } from "../../../shared/domain/health.ts";
import { verifyTrail } from "../../trail/verify-trail.ts";
import { tableNames } from "../../vault/backup/copy-check.ts";
import { otherWork } from "../../vault/backup/file-work.ts";
import { StorageError } from "../../vault/fault.ts";
import { integrityOf } from "../evidence-service.ts";
import type { OpenSession } from "../session.ts";
import type { Task } from "../tasks.ts";
import { finding } from "./finding.ts";

/** The largest table: its rows are read one by one, because SQLite checks a table in one go and nobody would be answered. */
const bodyTable = "evidence_body";

/** Bodies read before others have their turn; each is at most 256 KiB. */
const bodiesPerTurn = 16;

/** What is looked at, one after the other, with the number of steps known from the start. */
export interface Counted {
  readonly open: OpenSession;
  readonly task: Task;
  /** One more step is done; throws `cancelled` or `vault-locked` when there must be no next one. */
  step(): Promise<void>;
}

/** Lets waiting calls be answered and says whether to go on. */
export async function pauseAndAsk({ open, task }: Pick<Counted, "open" | "task">): Promise<void> {
  await otherWork();
  if (task.signal.aborted) throw new StorageError("cancelled", "aborted");
  if (!open.vault.isOpen) throw new StorageError("vault-locked", "closed");
}

/** Every page's code and place, table by table, and every reference. */
export async function lookAtPages(counted: Counted): Promise<HealthFinding[]> {
  const { db } = counted.open.vault;
  const tables = tableNames(db);
  let damaged = 0;
  let broken = 0;
  for (const table of tables) {
    const isWhole = table === bodyTable ? await readBodies(counted) : db.quickCheck(table);
    if (!isWhole) damaged += 1;
    if (isWhole) broken += db.brokenReferences(table);
    await counted.step();
  }
  return [
    damaged === 0 ? finding("pages-whole", { tables: tables.length }) : finding("pages-damaged", { tables: damaged }),
    broken === 0 ? finding("references-whole") : finding("references-broken", { count: broken }),
  ];
}

async function readBodies(counted: Counted): Promise<boolean> {
  const { evidence } = counted.open.tables;
  try {
    for (const [index, id] of evidence.bodyIds().entries()) {
      evidence.readBody(id);
      if (index % bodiesPerTurn === 0) await pauseAndAsk(counted);
    }
    return true;
  } catch (thrown) {
    if (thrown instanceof StorageError && thrown.code === "vault-damaged") return false;
    throw thrown;
  }
}

/** Every piece of evidence against the hash taken when it came in, in the cases this person's keys open. */
export async function lookAtEvidence(counted: Counted): Promise<HealthFinding[]> {
  const { tables, cases, vault } = counted.open;
  let intact = 0;
  let changed = 0;
  for (const dossier of tables.dossiers.list()) {
    for (const evidence of tables.evidence.list(dossier.id)) {
      if ((await integrityOf(counted.open, evidence)) === "intact") intact += 1;
      else changed += 1;
      await counted.step();
    }
  }
  const shut = tables.evidence.dossiersWithEvidence().filter((dossierId) => cases.isShut(dossierId)).length;
  const { missing, orphans } = await vault.objects.survey(tables.evidence.objectIds());
  return [
    changed === 0 ? finding("evidence-intact", { count: intact }) : finding("evidence-changed", { count: changed }),
    ...(shut === 0 ? [] : [finding("evidence-closed", { count: shut })]),
    missing.length === 0 ? finding("objects-complete") : finding("objects-missing", { count: missing.length }),
    ...(orphans === 0 ? [] : [finding("objects-orphaned", { count: orphans })]),
  ];
}

/** The whole chain of the trail with the signatures over it. */
export function lookAtTrail({ tables, vault }: OpenSession): HealthFinding {
  const verdict = verifyTrail({
    vaultId: vault.vaultId,
    links: () => tables.audit.links(),
    checkpoints: tables.checkpoints.list(),
    anchors: [],
  });
  return verdict.verdict === "whole"
    ? finding("trail-whole", { count: verdict.count })
    : finding("trail-broken", { at: verdict.findings[0]?.brokenAt ?? 1 });
}
