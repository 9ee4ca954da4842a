import type { HealthFinding } from "../../../shared/domain/health.ts";
import type { StoredLink } from "../../trail/link.ts";
import { verifyTrailInTurns } from "../../trail/verify-trail.ts";
import type { PageFacts } from "../../vault/backup/check-pages.ts";
import { tableNames } from "../../vault/backup/copy-check.ts";
import { otherWork } from "../../vault/backup/file-work.ts";
import { StorageError } from "../../vault/fault.ts";
import { integrityOf } from "../evidence/bytes.ts";
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
  /** Says how much of the pages was read, from 0 to 1. */
  pages(share: number): void;
  /** One more piece of evidence was looked at; throws `cancelled` or `vault-locked` when there must be no next one. */
  step(): Promise<void>;
}

/** Lets waiting calls be answered and says whether to go on. */
export async function pauseAndAsk({ open, task }: Pick<Counted, "open" | "task">): Promise<void> {
  await otherWork();
  if (task.signal.aborted) throw new StorageError("cancelled", "aborted");
  if (!open.vault.isOpen) throw new StorageError("vault-locked", "closed");
}

/** Every page's code and place, and every reference: in a copy, or where they lie when there is no room for one. */
export async function lookAtPages(counted: Counted): Promise<HealthFinding[]> {
  const onProgress = (done: number, total: number): void => counted.pages(done / total);
  const inCopy = await counted.open.vault.checkPages({ signal: counted.task.signal, onProgress });
  const { tables, damagedTables, brokenReferences } = inCopy ?? (await readInPlace(counted));
  return [
    damagedTables === 0 ? finding("pages-whole", { tables }) : finding("pages-damaged", { tables: damagedTables }),
    brokenReferences === 0 ? finding("references-whole") : finding("references-broken", { count: brokenReferences }),
  ];
}

/** Table by table; whoever asks for something waits for the table that is being read. */
async function readInPlace(counted: Counted): Promise<PageFacts> {
  const { db } = counted.open.vault;
  const tables = tableNames(db);
  let damagedTables = 0;
  let brokenReferences = 0;
  for (const [index, table] of tables.entries()) {
    const isWhole = table === bodyTable ? await readBodies(counted) : db.quickCheck(table);
    if (!isWhole) damagedTables += 1;
    if (isWhole) brokenReferences += db.brokenReferences(table);
    counted.pages((index + 1) / tables.length);
    await pauseAndAsk(counted);
  }
  return { tables: tables.length, damagedTables, brokenReferences };
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

/** Links read from the disk at once while others may write between two turns. */
const linksPerRead = 200;

/** The whole chain of the trail with the signatures over it. */
export async function lookAtTrail(counted: Pick<Counted, "open" | "task">): Promise<HealthFinding> {
  const { tables, vault } = counted.open;
  const trail = {
    vaultId: vault.vaultId,
    links: () => linksInReads(tables.audit),
    checkpoints: tables.checkpoints.list(),
    anchors: [],
  };
  const verdict = await verifyTrailInTurns(trail, () => pauseAndAsk(counted));
  return verdict.verdict === "whole"
    ? finding("trail-whole", { count: verdict.count })
    : finding("trail-broken", { at: verdict.findings[0]?.brokenAt ?? 1 });
}

/** A statement that goes on between two turns would keep everybody from writing. */
function* linksInReads(audit: OpenSession["tables"]["audit"]): Generator<StoredLink> {
  for (let from = Number.MIN_SAFE_INTEGER; ; ) {
    const links = audit.linksFrom(from, linksPerRead);
    yield* links;
    const last = links.at(-1);
    if (last === undefined) return;
    from = last.sequence + 1;
  }
}
