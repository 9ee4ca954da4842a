import { mustExist } from "../../shared/assert.ts";
import type { ExportPurpose } from "../../shared/domain/audit.ts";
import { findItem } from "../../shared/domain/content/template.ts";
import { isOpenForWork } from "../../shared/domain/dossier.ts";
import { type Evidence, type EvidenceDetails, plainStanding } from "../../shared/domain/evidence.ts";
import type { DossierId, EvidenceId, ItemId } from "../../shared/domain/ids.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Dialogs } from "../ports.ts";
import { safeFileName } from "../security/display-name.ts";
import type { VaultFault } from "../vault/fault.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { templateOf } from "./case-file.ts";
import { type Entered, type EntryRefusal, enterCase } from "./enter-case.ts";
import { bytesOf, checkEvidence } from "./evidence/bytes.ts";
import { touchEvidence } from "./evidence/custody.ts";
import { officePeriods, validityByOffice } from "./evidence/periods.ts";
import { type StoreParts, storeEvidence } from "./evidence/store-evidence.ts";
import { type IntakeRefusal, type TakenFile, takeFile } from "./evidence/take-file.ts";
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

export interface EvidenceServiceParts extends StoreParts {
  readonly session: Session;
  readonly dialogs: Dialogs;
  readonly tasks: Tasks;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createEvidenceService(parts: EvidenceServiceParts): EvidenceService {
  const { session } = parts;
  return {
    list: ({ dossierId }) => {
      const entered = enterCase(session, "read-cases", dossierId, { admitsBlind: true });
      return entered.ok ? ok({ evidence: entered.value.open.tables.evidence.list(dossierId) }) : entered;
    },
    attach: (input) => attach(parts, input),
    change: ({ dossierId, evidenceId, revision, details }) =>
      changeOne(parts, { dossierId, evidenceId }, (open, evidence) => {
        if (evidence.revision !== revision) return err({ code: "stale-revision" as const });
        open.tables.evidence.changeDetails(evidenceId, details, revision + 1);
        renewValidity(parts, open, { ...evidence, ...details, revision: revision + 1 });
        const custody = touchEvidence(open, parts.clock, {
          dossierId,
          evidenceId,
          act: "described",
          facts: { fields: changedFields(evidence, details) },
        });
        open.note("evidence-changed", dossierId, { evidence: evidenceId, number: evidence.number, custody });
        return ok(true);
      }),
    link: ({ dossierId, evidenceId, itemId, linked }) =>
      changeOne(parts, { dossierId, evidenceId }, (open, evidence, record) => {
        if (findItem(templateOf(open, record), itemId) === undefined) return err({ code: "unknown-question" as const });
        if (linked) open.tables.evidence.link({ dossierId, itemId, evidenceId });
        else open.tables.evidence.unlink({ dossierId, itemId, evidenceId });
        const act = linked ? "linked" : "unlinked";
        const custody = touchEvidence(open, parts.clock, { dossierId, evidenceId, act, item: itemId });
        open.note("evidence-changed", dossierId, { number: evidence.number, item: itemId, linked, custody });
        return ok(true);
      }),
    check: (input) => check(parts, input),
    saveCopy: (input) => saveCopy(parts, input),
    remove: (input) => remove(parts, input),
  };
}

/** Names of the fields that differ, as the contract spells them; what stood in them is kept by the history. */
function changedFields(before: Evidence, after: EvidenceDetails): string {
  // Safe: the keys of a parsed description are its fields.
  const fields = Object.keys(after) as (keyof EvidenceDetails)[];
  return fields.filter((field) => before[field] !== after[field]).join(", ") || "-";
}

/** Where nobody has set a day by hand, the office's periods follow the kind and the day of capture. */
function renewValidity({ content }: StoreParts, open: OpenSession, evidence: Evidence): void {
  const { standing, id, revision } = evidence;
  if (standing.validity.by === "hand") return;
  const validity = validityByOffice(evidence, officePeriods(open, content));
  if (validity.until !== standing.validity.until)
    open.tables.evidence.changeStanding(id, { ...standing, validity }, revision);
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
    const { carriage, status } = plainStanding;
    const stored = storeEvidence(parts, open, {
      input: { ...input, carriage, status },
      taken: taken.value,
      way: "dialog",
    });
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
  return one.ok ? ok(await checkOne(parts, one.value, true)) : one;
}

async function checkOne(
  parts: EvidenceServiceParts,
  { open, record, evidence }: Entered & { evidence: Evidence },
  asked: boolean,
): Promise<Evidence> {
  return checkEvidence(parts, open, { dossierId: record.id, evidence, asked });
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
  const evidence = await checkOne(parts, asked.value, false);
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
  const { dossierId, evidenceId, purpose } = input;
  open.write(() => {
    const facts = { purpose, sha256 };
    const custody = touchEvidence(open, parts.clock, { dossierId, evidenceId, act: "copied-out", facts });
    open.note("evidence-exported", dossierId, { number, sha256, purpose, custody });
  });
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
  const place = { dossierId: input.dossierId, evidenceId: evidence.id };
  open.write(() => {
    open.tables.evidence.remove(evidence.id, clock.nowMs());
    const { number, sha256 } = evidence;
    const custody = touchEvidence(open, clock, { ...place, act: "removed", facts: { number, sha256 } });
    open.note("evidence-removed", input.dossierId, { number, sha256, custody });
    afterEvidence(open, input.dossierId);
  });
  // The key went with the row; the file itself is of no use to anybody and goes after it.
  if (stored?.kind === "object") await open.vault.objects.remove(stored.objectId);
  onChange(input.dossierId);
  return ok({});
}
