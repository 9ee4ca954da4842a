import { createHash } from "node:crypto";
import { mustExist } from "../../shared/assert.ts";
import type { ExportPurpose } from "../../shared/domain/audit.ts";
import { findItem } from "../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import type { Evidence, EvidenceDetails, IntegrityState } from "../../shared/domain/evidence.ts";
import { type DossierId, EvidenceId, type ItemId } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clock, Dialogs, Random } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import { StorageError, type VaultFault } from "../vault/fault.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { templateOf } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { type IntakeRefusal, type TakenFile, takeFile } from "./evidence-intake.ts";
import { newId } from "./new-id.ts";
import { saveOutside } from "./save-outside.ts";
import type { OpenSession, Session } from "./session.ts";
import type { Tasks } from "./tasks.ts";

type CopyRequest = OneOf & { readonly purpose: ExportPurpose; readonly passphrase: string };
type OneOf = { readonly dossierId: DossierId; readonly evidenceId: EvidenceId };
type Refused<C extends string> = { readonly code: C };
type Unknown = EntryRefusal | Refused<"unknown-evidence">;
type Changed<C extends string = never> = Result<Evidence, Unknown | Refused<"dossier-decided" | C>>;

/** Takes files in, gives them back, and checks that they are still what they were. */
export interface EvidenceService {
  list(input: { dossierId: DossierId }): Result<{ evidence: Evidence[] }, EntryRefusal>;
  attach(input: {
    dossierId: DossierId;
    itemId: ItemId | null;
    taskId: string;
    details: EvidenceDetails;
  }): Promise<Result<Evidence, EntryRefusal | IntakeRefusal | Refused<"dossier-decided" | "unknown-question">>>;
  change(input: OneOf & { revision: number; details: EvidenceDetails }): Changed<"stale-revision">;
  link(input: OneOf & { itemId: ItemId; linked: boolean }): Changed<"unknown-question">;
  check(input: OneOf): Promise<Result<Evidence, Unknown>>;
  saveCopy(input: CopyRequest): Promise<Result<Nothing, Unknown | VaultFault | Refused<"evidence-mismatch">>>;
  remove(
    input: OneOf & { passphrase: string },
  ): Promise<Result<Nothing, Unknown | VaultFault | Refused<"dossier-decided">>>;
}

export interface EvidenceServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  /** Called inside the transaction after evidence came, went or was tied elsewhere: corroboration may have moved. */
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createEvidenceService(parts: EvidenceServiceParts): EvidenceService {
  const { session } = parts;
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      return entered.ok ? ok({ evidence: entered.value.open.tables.evidence.list(dossierId) }) : entered;
    },
    attach: (input) => attach(parts, input),
    change: ({ dossierId, evidenceId, revision, details }) =>
      changeOne(parts, { dossierId, evidenceId }, (open, evidence) => {
        if (evidence.revision !== revision) return err({ code: "stale-revision" as const });
        open.tables.evidence.changeDetails(evidenceId, details, revision + 1);
        open.note("evidence-changed", dossierId, { evidence: evidenceId, number: evidence.number });
        return ok(true);
      }),
    link: ({ dossierId, evidenceId, itemId, linked }) =>
      changeOne(parts, { dossierId, evidenceId }, (open, evidence, record) => {
        if (findItem(templateOf(open, record), itemId) === undefined) return err({ code: "unknown-question" as const });
        if (linked) open.tables.evidence.link({ dossierId, itemId, evidenceId });
        else open.tables.evidence.unlink({ dossierId, itemId, evidenceId });
        open.note("evidence-changed", dossierId, { number: evidence.number, item: itemId, linked });
        return ok(true);
      }),
    check: (input) => check(parts, input),
    saveCopy: (input) => saveCopy(parts, input),
    remove: (input) => remove(parts, input),
  };
}

/** Reads, refuses what is frozen, changes in one transaction and answers with the new state. */
function changeOne<C extends string>(
  { session, afterEvidence, onChange }: EvidenceServiceParts,
  { dossierId, evidenceId }: OneOf,
  work: (open: OpenSession, evidence: Evidence, record: DossierRecord) => Result<true, Refused<C>>,
): Changed<C> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const { tables } = open;
  const outcome = open.write((): Changed<C> => {
    const evidence = tables.evidence.find(dossierId, evidenceId);
    if (evidence === undefined) return err({ code: "unknown-evidence" });
    if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
    const done = work(open, evidence, record);
    if (!done.ok) return done;
    afterEvidence(open, dossierId);
    return ok(mustExist(tables.evidence.find(dossierId, evidenceId), "changed evidence exists"));
  });
  if (outcome.ok) onChange(dossierId);
  return outcome;
}

async function attach(
  parts: EvidenceServiceParts,
  input: Parameters<EvidenceService["attach"]>[0],
): ReturnType<EvidenceService["attach"]> {
  const { session, dialogs, tasks, onChange } = parts;
  const entered = enterCase(session, "work-on-cases", input.dossierId);
  if (!entered.ok) return entered;
  const allowed = mayAttach(entered.value, input.itemId);
  if (!allowed.ok) return allowed;
  const { open } = entered.value;
  const path = await dialogs.openFile("evidence");
  if (path === undefined) return err({ code: "cancelled" });
  const task = tasks.begin({ taskId: input.taskId, label: "evidence-import", unit: "bytes" });
  try {
    const taken = await takeFile({ path, objects: open.vault.objects, task });
    if (!taken.ok) return taken;
    if (task.signal.aborted) return await discard(open, taken.value);
    // The vault may have been locked while a large file came in.
    if (session.current()?.vault !== open.vault) return err({ code: "vault-locked" });
    const stored = store(parts, open, { ...input, taken: taken.value });
    onChange(input.dossierId);
    return ok(stored);
  } catch (thrown) {
    if (task.signal.aborted) return err({ code: "cancelled" });
    throw thrown;
  } finally {
    task.end();
  }
}

function mayAttach(
  { open, record }: Entered,
  itemId: ItemId | null,
): Result<true, Refused<"dossier-decided" | "unknown-question">> {
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  if (itemId !== null && findItem(templateOf(open, record), itemId) === undefined)
    return err({ code: "unknown-question" });
  return ok(true);
}

async function discard(open: OpenSession, taken: TakenFile): Promise<Result<never, Refused<"cancelled">>> {
  if (taken.store.kind === "object") await open.vault.objects.remove(taken.store.objectId);
  return err({ code: "cancelled" });
}

function store(
  { clock, random, afterEvidence }: EvidenceServiceParts,
  open: OpenSession,
  {
    dossierId,
    itemId,
    details,
    taken,
  }: {
    dossierId: DossierId;
    itemId: ItemId | null;
    details: EvidenceDetails;
    taken: TakenFile;
  },
): Evidence {
  const now = Instant.parse(clock.nowMs());
  const { store: bytes, ...file } = taken;
  return open.write(() => {
    const id = newId(EvidenceId, random);
    const evidence: Evidence = {
      ...details,
      ...file,
      id,
      number: open.tables.evidence.nextNumber(dossierId),
      importedAt: now,
      importedBy: open.person.displayName,
      checkedAt: now,
      integrity: "intact",
      items: itemId === null ? [] : [itemId],
      revision: 1,
    };
    open.tables.evidence.add(dossierId, evidence, bytes);
    if (itemId !== null) open.tables.evidence.link({ dossierId, itemId, evidenceId: id });
    open.note("evidence-added", dossierId, { number: evidence.number, sha256: evidence.sha256, size: file.sizeBytes });
    afterEvidence(open, dossierId);
    return evidence;
  });
}

/** The stored bytes, verified chunk by chunk as they come. Throws `StorageError` where a seal does not hold. */
async function* bytesOf(open: OpenSession, id: EvidenceId): AsyncGenerator<Uint8Array, void, undefined> {
  const stored = open.tables.evidence.storeOf(id);
  if (stored === undefined) throw new StorageError("vault-damaged", "evidence-missing");
  if (stored.kind === "inline") yield stored.body;
  else yield* open.vault.objects.read({ objectId: stored.objectId, wrappedKey: stored.objectKey });
}

/** Whether the stored bytes still have the hash taken when they came in. */
export async function integrityOf(open: OpenSession, evidence: Evidence): Promise<IntegrityState> {
  const hash = createHash("sha256");
  try {
    for await (const part of bytesOf(open, evidence.id)) hash.update(part);
  } catch (thrown) {
    if (thrown instanceof StorageError && thrown.code === "vault-damaged") return "missing";
    throw thrown;
  }
  return hash.digest("hex") === evidence.sha256 ? "intact" : "mismatch";
}

function findOne(
  session: Session,
  right: "work-on-cases" | "export-papers",
  { dossierId, evidenceId }: OneOf,
): Result<Entered & { evidence: Evidence }, Unknown> {
  const entered = enterCase(session, right, dossierId);
  if (!entered.ok) return entered;
  const evidence = entered.value.open.tables.evidence.find(dossierId, evidenceId);
  return evidence === undefined ? err({ code: "unknown-evidence" }) : ok({ ...entered.value, evidence });
}

async function check(parts: EvidenceServiceParts, input: OneOf): Promise<Result<Evidence, Unknown>> {
  const { session } = parts;
  const one = findOne(session, "work-on-cases", input);
  return one.ok ? ok(await checkOne(parts, one.value)) : one;
}

/** Reads the bytes again, stores the outcome with its trace and answers the evidence as it now stands. */
async function checkOne(
  { clock, afterEvidence, onChange }: EvidenceServiceParts,
  { open, record, evidence }: Entered & { evidence: Evidence },
): Promise<Evidence> {
  const integrity = await integrityOf(open, evidence);
  const atMs = clock.nowMs();
  const dossierId = record.id;
  open.write(() => {
    open.tables.evidence.setIntegrity(evidence.id, integrity, atMs);
    open.note("evidence-checked", dossierId, { number: evidence.number, integrity });
    if (integrity !== evidence.integrity) afterEvidence(open, dossierId);
  });
  if (integrity !== evidence.integrity) onChange(dossierId);
  return mustExist(open.tables.evidence.find(dossierId, evidence.id), "checked evidence exists");
}

async function saveCopy(
  parts: EvidenceServiceParts,
  input: CopyRequest,
): Promise<Result<Nothing, Unknown | VaultFault | Refused<"evidence-mismatch">>> {
  const named = findOne(parts.session, "export-papers", input);
  if (!named.ok) return named;
  const allowed = await named.value.open.vault.verifyPassphrase(input.passphrase);
  if (!allowed.ok) return allowed;
  // Deriving the key takes a second, in which the vault may have been locked.
  const asked = findOne(parts.session, "export-papers", input);
  if (!asked.ok) return asked;
  const evidence = await checkOne(parts, asked.value);
  // A copy of something that is no longer what came in would be taken for the original.
  if (evidence.integrity !== "intact") return err({ code: "evidence-mismatch" });
  const path = await parts.dialogs.saveFile("evidence-copy", safeFileName(evidence.fileName));
  if (path === undefined) return err({ code: "cancelled" });
  const one = findOne(parts.session, "export-papers", input);
  if (!one.ok) return one;
  const saved = await saveOutside(path, bytesOf(one.value.open, evidence.id));
  if (!saved.ok) return saved;
  const { open } = one.value;
  const { number, sha256 } = evidence;
  open.write(() => open.note("evidence-exported", input.dossierId, { number, sha256, purpose: input.purpose }));
  return ok({});
}

async function remove(
  parts: EvidenceServiceParts,
  input: OneOf & { passphrase: string },
): Promise<Result<Nothing, Unknown | VaultFault | Refused<"dossier-decided">>> {
  const { session, clock, afterEvidence, onChange } = parts;
  const asked = findOne(session, "work-on-cases", input);
  if (!asked.ok) return asked;
  const allowed = await asked.value.open.vault.verifyPassphrase(input.passphrase);
  if (!allowed.ok) return allowed;
  // Deriving the key takes a second, in which the case may have been decided or the vault locked.
  const one = findOne(session, "work-on-cases", input);
  if (!one.ok) return one;
  const { open, record, evidence } = one.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const stored = open.tables.evidence.storeOf(evidence.id);
  open.write(() => {
    open.tables.evidence.remove(evidence.id, clock.nowMs());
    open.note("evidence-removed", input.dossierId, { number: evidence.number, sha256: evidence.sha256 });
    afterEvidence(open, input.dossierId);
  });
  // The key went with the row; the file itself is of no use to anybody and goes after it.
  if (stored?.kind === "object") await open.vault.objects.remove(stored.objectId);
  onChange(input.dossierId);
  return ok({});
}
