import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createTables, openCaseKeys, type Tables } from "../../electron/vault/tables/all.ts";
import type { DossierRecord } from "../../electron/vault/tables/dossier-table.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import { mustExist } from "../../shared/assert.ts";
import type { Answer } from "../../shared/domain/answer.ts";
import type { Decision } from "../../shared/domain/decision.ts";
import { plainStanding } from "../../shared/domain/evidence.ts";
import { DecisionId, DossierId, EvidenceId, HitId, SubjectId } from "../../shared/domain/ids.ts";
import type { Subject } from "../../shared/domain/party.ts";
import { Instant } from "../../shared/domain/time.ts";
import { must } from "./must.ts";
import { addApproverAndApprove } from "./second-person.ts";
import { createVault, startTestEngine, testPassphrase } from "./test-engine.ts";
import { answerAll, carryListIn, type Desk, openCase, screenAndDecide, takeEvidence } from "./whole-job.ts";

/** A vault full of cases, and one of them to work on. */
export interface BigVault {
  /** The engine's folder; the vault lies in it. */
  readonly folder: string;
  readonly vaultFolder: string;
  readonly passphrase: string;
  /** Open, with every item answered, evidence on every tenth item and a settled hit. */
  readonly workedOn: DossierId;
  /** A copy of it that is decided and can be signed. */
  readonly decided: DossierId;
  readonly cases: number;
}

const words = "公開資料と登記を照合し、機関の所在地と設立の経緯を確かめた。髙﨑 𠮷野 葛󠄀城 ﾊﾝｶｸ。";
const say = (field: string): string => `${field} 架空の記載`.slice(0, 40);

/**
 * Makes a vault of `cases` cases in `folder`. Two are worked through by the services; the rest are copies of them,
 * written through the tables in few transactions, because a thousand cases worked one durable answer at a time take
 * an afternoon.
 */
export async function makeBigVault(folder: string, cases: number): Promise<BigVault> {
  const outside = join(folder, "outside");
  mkdirSync(outside, { recursive: true });
  const kura = await startTestEngine({ folder });
  await createVault(kura.host);
  const desk: Desk = {
    host: kura.host,
    outside,
    passphrase: testPassphrase,
    choose: (purpose, path) => {
      kura.answers[purpose] = [...(kura.answers[purpose] ?? []), path];
    },
  };
  await carryListIn(desk, say);
  const workedOn = await workThrough(desk);
  const decided = await workThrough(desk);
  await screenAndDecide(desk, decided, say);
  await addApproverAndApprove(desk, decided);
  must(await kura.host.screening.run({ dossierId: workedOn }));
  await kura.close();
  const vaultFolder = join(
    folder,
    mustExist(
      readdirSync(folder).find((name) => name === "vault"),
      "the vault's folder",
    ),
  );
  await multiply({ vaultFolder, workedOn, decided, copies: cases - 2 });
  return { folder, vaultFolder, passphrase: testPassphrase, workedOn, decided, cases };
}

async function workThrough(desk: Desk): Promise<DossierId> {
  const { id } = await openCase(desk, say);
  const items = await answerAll(desk, id, (field) => `${say(field)} ${words.repeat(3)}`);
  for (const [position, itemId] of items.entries()) {
    if (position % 10 === 0)
      await takeEvidence(desk, { dossierId: id, itemId, sizeBytes: 20_000 + position * 100, say });
  }
  return id;
}

const id = (): string => randomBytes(16).toString("hex");

interface Original {
  readonly record: DossierRecord;
  readonly subjects: readonly Subject[];
  readonly answers: readonly Answer[];
  readonly decisions: readonly Decision[];
  readonly snapshot: unknown;
}

async function multiply(request: {
  vaultFolder: string;
  workedOn: DossierId;
  decided: DossierId;
  copies: number;
}): Promise<void> {
  const ports = {
    clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
    random: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
  };
  const vault: OpenVault = must(
    await createVaults(ports).open({ folder: request.vaultFolder, passphrase: testPassphrase }),
  );
  const tables = createTables(vault.db, openCaseKeys(vault, ports.random));
  const originals = [request.workedOn, request.decided].map((original) => readOriginal(tables, original));
  for (let first = 0; first < request.copies; first += 100) {
    vault.db.transaction(() => {
      for (let n = first; n < Math.min(first + 100, request.copies); n += 1)
        copyCase(tables, mustExist(originals[n % 3 === 0 ? 1 : 0], "an original"), n);
    });
  }
  vault.db.checkpoint();
  vault.close();
}

function readOriginal(tables: Tables, dossierId: DossierId): Original {
  const decisions = tables.decisions.list(dossierId);
  return {
    record: mustExist(tables.dossiers.find(dossierId), "the original"),
    subjects: tables.subjects.list(dossierId),
    answers: tables.answers.list(dossierId),
    decisions,
    snapshot: decisions[0] === undefined ? undefined : tables.decisions.snapshotOf(decisions[0].id),
  };
}

/** Cases stand at every stage: the n-th one is answered as far as its number says. */
function copyCase(tables: Tables, original: Original, n: number): void {
  const dossierId = DossierId.parse(id());
  const atMs = Date.now() - (n + 1) * 3_600_000;
  const at = Instant.parse(atMs);
  tables.dossiers.add({
    ...original.record,
    id: dossierId,
    number: `DD-2025-${String(n + 1).padStart(4, "0")}`,
    title: `${original.record.title} ${n}`,
    dueDay: n % 4 === 0 ? "2026-12-15" : null,
    createdAt: at,
    updatedAt: at,
  });
  const by = "髙﨑 𠮷";
  const subjects = original.subjects.map((subject) => ({ ...subject, id: SubjectId.parse(id()) }));
  for (const subject of subjects) tables.subjects.add(dossierId, subject);
  const isDecided = original.decisions.length > 0;
  const share = isDecided ? 1 : (n % 5) / 4;
  for (const answer of original.answers.slice(0, Math.ceil(original.answers.length * share))) {
    const { itemId, revision: _revision, updatedAt: _at, updatedBy: _by, ...body } = answer;
    tables.answers.put({ dossierId, itemId, body: { ...body, evidence: [] }, atMs, by });
    const details = { item: itemId, revision: 1, answer: body.answer };
    tables.audit.append({
      atMs,
      actor: by,
      actorId: null,
      actorKey: null,
      kind: "answer-recorded",
      dossierId,
      details,
    });
  }
  for (const { approval, proposedBy, ...decision } of original.decisions) {
    if (proposedBy === null) throw new Error("the pattern's decision was put forward by somebody");
    const copied = { ...decision, id: DecisionId.parse(id()) };
    tables.decisions.add(dossierId, { decision: copied, by: proposedBy, snapshot: original.snapshot });
    if (approval !== null) tables.decisions.answer(dossierId, copied.id, approval);
  }
  copyEvidence(tables, dossierId, { count: 5, atMs, by });
  copyRun(tables, { from: original.record.id, dossierId, subjects });
}

function copyEvidence(
  tables: Tables,
  dossierId: DossierId,
  { count, atMs, by }: { count: number; atMs: number; by: string },
): void {
  const at = Instant.parse(atMs);
  for (let number = 1; number <= count; number += 1) {
    const body = randomBytes(4_000);
    const sha256 = createHash("sha256").update(body).digest("hex");
    tables.evidence.add(
      dossierId,
      {
        title: `資料 ${number}`,
        evidenceType: "registry_copy",
        sourceType: "registry",
        reliability: "A",
        origin: "架空登記所",
        location: "",
        capturedAt: null,
        capturedBy: by,
        note: words,
        id: EvidenceId.parse(id()),
        number,
        fileName: `資料${number}.txt`,
        mediaType: "text/plain",
        sizeBytes: body.length,
        sha256: sha256 as never, // A digest in lower-case hex, which is what the brand stands for.
        importedAt: at,
        importedBy: by,
        checkedAt: at,
        integrity: "intact",
        standing: plainStanding,
        items: [],
        revision: 1,
      },
      { kind: "inline", body },
    );
  }
}

function copyRun(
  tables: Tables,
  { from, dossierId, subjects }: { from: DossierId; dossierId: DossierId; subjects: readonly Subject[] },
): void {
  const run = tables.screening.lastRun(from);
  const [subject] = subjects;
  if (run === undefined || subject === undefined) return;
  const hits = tables.screening.hits(from).map(({ hit, entryHash }) => ({
    hit: { ...hit, id: HitId.parse(id()), subjectId: subject.id },
    entryHash,
  }));
  tables.screening.putRun(dossierId, run, hits);
}
