import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { CaseKeys } from "../../../electron/vault/crypto/case-seals.ts";
import { StorageError } from "../../../electron/vault/fault.ts";
import { createTables, openCaseKeys, type Tables } from "../../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../../electron/vault/vault.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import {
  type CanaryCase,
  canary,
  finishCanaryCase,
  openCanaryCase,
  vaultFolderIn,
  workOnCanaryCase,
} from "../../support/canary-case.ts";
import { columnsHolding, everythingIn } from "../../support/everything-in.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { startChild } from "./children/child-process.ts";
import { rounds, testPorts } from "./scratch-vault.ts";

/** A session of somebody: tables that see what these keys open. */
interface Seen {
  readonly keys: CaseKeys;
  readonly tables: Tables;
}

let kura: TestEngine;
let vault: OpenVault;
let work: CanaryCase;
const caseKey = randomBytes(32);

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  const desk = deskOf(kura);
  const dossierId = await openCanaryCase(desk);
  const evidenceIds = await workOnCanaryCase(desk, dossierId);
  const reportId = await finishCanaryCase(desk, dossierId);
  work = { dossierId, evidenceIds, reportId };
  must(await kura.host.vault.lock({}));
  vault = await openAgain();
});
after(async () => {
  vault.close();
  await kura.close();
});

async function openAgain(): Promise<OpenVault> {
  const folder = vaultFolderIn(kura.folder);
  return must(await createVaults(testPorts).open({ folder, passphrase: testPassphrase }));
}

function seenBy(key?: Uint8Array): Seen {
  const keys = openCaseKeys(vault, testPorts.random);
  if (key !== undefined) keys.admit(work.dossierId, key);
  return { keys, tables: createTables(vault.db, keys) };
}

function office(): Seen {
  const keys = openCaseKeys(vault, testPorts.random);
  keys.free(work.dossierId);
  return { keys, tables: createTables(vault.db, keys) };
}

function mark(from: Seen, to: Seen, access: "office" | "named"): void {
  vault.db.transaction(() => {
    from.tables.access.mark(work.dossierId, access);
    from.tables.access.reseal(work.dossierId, { from: from.keys, to: to.keys });
  });
  vault.db.checkpoint();
}

/** All that can be read of the case, object keys aside: those are wrapped anew each time they are stored. */
function contentOf({ tables }: Seen, id: DossierId): unknown {
  const answers = tables.answers.list(id);
  return {
    record: tables.dossiers.find(id),
    listed: tables.dossiers.list(),
    moves: tables.dossiers.moves(id),
    subjects: tables.subjects.list(id),
    principals: tables.subjects.principals(),
    answers,
    counts: tables.answers.countsByDossier(),
    history: answers.flatMap((answer) => tables.answers.history(id, answer.itemId)),
    evidence: tables.evidence.list(id),
    bodies: work.evidenceIds.map((one) => tables.evidence.storeOf(one)).filter((store) => store?.kind === "inline"),
    measures: tables.measures.list(id),
    gates: tables.measures.gates(id),
    run: tables.screening.lastRun(id),
    hits: tables.screening.hits(id),
    undecided: tables.screening.undecidedByDossier(),
    decisions: tables.decisions.list(id),
    summary: tables.decisions.summary(),
    snapshots: tables.decisions.list(id).map((decision) => tables.decisions.snapshotOf(decision.id)),
    draft: tables.decisions.draft(id),
    reports: tables.reports.list(id),
    paper: Buffer.from(tables.reports.bytesOf(work.reportId) ?? []).toString("base64"),
  };
}

async function objectOf({ tables }: Seen): Promise<Buffer> {
  const store = tables.evidence.storeOf(work.evidenceIds[1]);
  assert.ok(store?.kind === "object");
  const parts: Uint8Array[] = [];
  for await (const part of vault.objects.read({ objectId: store.objectId, wrappedKey: store.objectKey }))
    parts.push(part);
  return Buffer.concat(parts);
}

/** Every cell of the database but the keys of objects, which are wrapped anew, and the notes that a row was written. */
function cells(): unknown {
  return [...everythingIn(vault.db)]
    .filter(([table]) => table !== "search_due")
    .map(([table, rows]) => [table, rows.map(({ object_key: _key, tick: _tick, ...row }) => row)]);
}

describe("a case that is restricted", () => {
  it("stood in clear before: the search finds the canary in all the places it is meant to watch", () => {
    const found = columnsHolding(vault.db, [canary]);
    assert.ok(found.length >= 17, found.join(" "));
  });

  it("reads the same for who holds its key, byte for byte, and then the same again once it is open", async () => {
    const atFirst = { content: contentOf(office(), work.dossierId), object: await objectOf(office()), cells: cells() };
    mark(office(), seenBy(caseKey), "named");
    assert.deepEqual(contentOf(seenBy(caseKey), work.dossierId), atFirst.content);
    assert.deepEqual(await objectOf(seenBy(caseKey)), atFirst.object);
    mark(seenBy(caseKey), office(), "office");
    assert.deepEqual(contentOf(office(), work.dossierId), atFirst.content);
    assert.deepEqual(await objectOf(office()), atFirst.object);
    assert.deepEqual(cells(), atFirst.cells);
  });

  it("leaves no canary in any column of any table, in any encoding, for who holds the vault key alone", () => {
    mark(office(), seenBy(caseKey), "named");
    assert.deepEqual(columnsHolding(vault.db, [canary, canary.slice(0, 13), canary.slice(13)]), []);
  });

  it("leaves none of its choices, verdicts, measures, gates and hashes either", () => {
    const { tables } = seenBy(caseKey);
    const [decision] = tables.decisions.list(work.dossierId);
    const told = [
      ...tables.evidence.list(work.dossierId).map((one) => one.sha256),
      ...tables.reports.list(work.dossierId).flatMap((one) => [one.fileSha256, one.dataSha256]),
      ...tables.measures.list(work.dossierId).map((one) => one.measureId),
      ...tables.screening.hits(work.dossierId).flatMap(({ hit, entryHash }) => [hit.entryKey, entryHash]),
      decision?.snapshotHash ?? "",
    ];
    assert.ok(told.length >= 8 && told.every((word) => word !== ""));
    // The trail said so before the case was restricted, and forgets nothing. Lists are the whole office's.
    const elsewhere = ["audit.details", "list_content.body", "list_content.entry_key", "content.body"];
    const found = columnsHolding(vault.db, told).filter((column) => !elsewhere.includes(column));
    assert.deepEqual(found, []);
  });

  it("is not there for who lacks its key: not in lists, counts or by its id", () => {
    const { tables } = seenBy();
    assert.equal(tables.dossiers.find(work.dossierId), undefined);
    assert.deepEqual(tables.dossiers.list(), []);
    assert.deepEqual([...tables.subjects.principals()], []);
    assert.deepEqual([...tables.answers.countsByDossier()], []);
    assert.deepEqual([...tables.screening.undecidedByDossier()], []);
    assert.deepEqual([...tables.decisions.summary()], []);
  });

  it("gives who lacks its key none of its content, whatever they ask the tables for", () => {
    const { tables } = seenBy();
    const { dossierId, evidenceIds, reportId } = work;
    const asked: readonly (() => unknown)[] = [
      () => tables.subjects.list(dossierId),
      () => tables.answers.list(dossierId),
      () => tables.evidence.list(dossierId),
      () => tables.evidence.storeOf(evidenceIds[0]),
      () => tables.evidence.storeOf(evidenceIds[1]),
      () => tables.measures.list(dossierId),
      () => tables.measures.gates(dossierId),
      () => tables.screening.lastRun(dossierId),
      () => tables.screening.hits(dossierId),
      () => tables.decisions.list(dossierId),
      () => tables.decisions.draft(dossierId),
      () => tables.reports.list(dossierId),
      () => tables.reports.bytesOf(reportId),
    ];
    for (const ask of asked) assert.throws(ask, /shut case/u, ask.toString());
  });

  it("does not open under another key", () => {
    const { tables } = seenBy(randomBytes(32));
    assert.throws(
      () => tables.dossiers.find(work.dossierId),
      (error) => error instanceof StorageError && error.code === "vault-damaged",
    );
  });

  it("keeps its object's key from the vault: as stored it opens nothing", async () => {
    const row = vault.db
      .prepare<[string], { object_id: string; object_key: Buffer }>(
        "SELECT object_id, object_key FROM evidence WHERE id = ?",
      )
      .get(work.evidenceIds[1]);
    assert.ok(row !== undefined);
    const reading = vault.objects.read({ objectId: row.object_id, wrappedKey: row.object_key });
    await assert.rejects(reading.next(), /vault-damaged/u);
  });

  it("refuses rows moved from place to place within it", () => {
    const [first, second] = vault.db
      .prepare<[], { item_id: string; body: string }>("SELECT item_id, body FROM answer LIMIT 2")
      .all();
    assert.ok(first !== undefined && second !== undefined);
    const put = vault.db.prepare<[string, string]>("UPDATE answer SET body = ? WHERE item_id = ?");
    put.run(second.body, first.item_id);
    assert.throws(() => seenBy(caseKey).tables.answers.list(work.dossierId), /vault-damaged/u);
    put.run(first.body, first.item_id);
    assert.ok(seenBy(caseKey).tables.answers.list(work.dossierId).length > 0);
  });

  it("takes a new key, under which the old one reads nothing", () => {
    const next = randomBytes(32);
    const atFirst = contentOf(seenBy(caseKey), work.dossierId);
    mark(seenBy(caseKey), seenBy(next), "named");
    assert.deepEqual(contentOf(seenBy(next), work.dossierId), atFirst);
    assert.throws(() => seenBy(caseKey).tables.dossiers.find(work.dossierId), /vault-damaged/u);
    mark(seenBy(next), seenBy(caseKey), "named");
  });

  it("lets nobody rewrite its history outside of the change", () => {
    const rewrite = vault.db.prepare("UPDATE answer_history SET body = ''");
    assert.throws(() => rewrite.run(), /append-only|storage-failed|history/u);
    const permits = vault.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM reseal_permit").get();
    assert.equal(permits?.n, 0);
  });

  it("is as it was or as it is to be, however often the change is killed on the way", async (t) => {
    const atFirst = contentOf(seenBy(caseKey), work.dossierId);
    const listed = { ...(atFirst as object) };
    vault.close();
    const seen = { named: 0, office: 0, changes: 0 };
    const total = rounds(12);
    for (let round = 0; round < total; round += 1) {
      const child = startChild("case-sealer.ts", vaultFolderIn(kura.folder), work.dossierId, caseKey.toString("hex"));
      await child.first();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      await child.kill();
      seen.changes += child.messages.length - 1;
      vault = await openAgain();
      const restricted = openCaseKeys(vault, testPorts.random).isRestricted(work.dossierId);
      seen[restricted ? "named" : "office"] += 1;
      const now = contentOf(restricted ? seenBy(caseKey) : office(), work.dossierId);
      assert.deepEqual(now, listed, `after kill ${round}`);
      if (restricted) assert.deepEqual(columnsHolding(vault.db, [canary]), [], `after kill ${round}`);
      assert.ok(vault.db.quickCheck());
      vault.close();
    }
    vault = await openAgain();
    t.diagnostic(`${total} kills, ${seen.changes} changes done, found restricted ${seen.named}, open ${seen.office}`);
    assert.ok(seen.changes > 0, "the child never got to change anything");
  });
});
