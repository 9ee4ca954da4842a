import { mustExist } from "../../../shared/assert.ts";
import type { ExportPurpose } from "../../../shared/domain/audit.ts";
import type { Content } from "../../../shared/domain/content/content.ts";
import type { ValidMonths } from "../../../shared/domain/content/evidence-policy.ts";
import type { CustodyChain, CustodyTouch } from "../../../shared/domain/custody.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { Carriage, Evidence, EvidenceStatus, Validity } from "../../../shared/domain/evidence.ts";
import type { DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import type { Clock, Dialogs } from "../../ports.ts";
import { safeFileName } from "../../security/display-name.ts";
import type { VaultFault } from "../../vault/fault.ts";
import { type EntryRefusal, enterCase } from "../enter-case.ts";
import { saveOutside } from "../save-outside.ts";
import type { Locked, NotPermitted, OpenSession, Session } from "../session.ts";
import { settingNames } from "../settings-service.ts";
import { touchEvidence } from "./custody.ts";
import { evidenceTable } from "./evidence-csv.ts";
import { officePeriods, validityByOffice } from "./periods.ts";
import { createEvidenceRecheck, type EvidenceRecheck } from "./recheck.ts";

type Refused<C extends string> = { readonly code: C };
type OneOf = { readonly dossierId: DossierId; readonly evidenceId: EvidenceId };
type Periods = { readonly months: ValidMonths; readonly isOwn: boolean };

/** Says what happened to evidence, how long it holds and how it came; writes that out. */
export interface CustodyService {
  custody(
    input: OneOf,
  ): Result<
    { evidence: Evidence; touches: CustodyTouch[]; chain: CustodyChain },
    EntryRefusal | Refused<"unknown-evidence">
  >;
  setStanding(
    input: OneOf & {
      revision: number;
      status: EvidenceStatus;
      supersededBy: EvidenceId | null;
      validity: Validity;
      carriage: Carriage;
      why: string;
    },
  ): Result<
    Evidence,
    EntryRefusal | Refused<"unknown-evidence" | "dossier-decided" | "stale-revision" | "successor-missing">
  >;
  /** After each unlocking a few pieces are read again; locking ends it. */
  follow: EvidenceRecheck["follow"];
  periods(): Result<Periods, Locked>;
  setPeriods(input: { months: ValidMonths | null }): Result<Periods, Locked | NotPermitted>;
  applyPeriods(input: { dossierId: DossierId }): Result<{ changed: number }, EntryRefusal | Refused<"dossier-decided">>;
  saveTable(input: {
    dossierId: DossierId;
    table: "custody" | "register";
    locale: Locale;
    purpose: ExportPurpose;
    passphrase: string;
  }): Promise<Result<Nothing, EntryRefusal | VaultFault>>;
}

export interface CustodyServiceParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly content: Content;
  readonly afterEvidence: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}

export function createCustodyService(parts: CustodyServiceParts): CustodyService {
  const { session, content } = parts;
  return {
    custody: ({ dossierId, evidenceId }) => {
      const entered = enterCase(session, "read-cases", dossierId);
      if (!entered.ok) return entered;
      const { tables } = entered.value.open;
      const evidence = tables.evidence.find(dossierId, evidenceId);
      if (evidence === undefined) return err({ code: "unknown-evidence" });
      const touches = tables.custody.of(dossierId, evidenceId);
      return ok({ evidence, touches, chain: tables.custody.verify(dossierId) });
    },
    setStanding: (input) => setStanding(parts, input),
    follow: createEvidenceRecheck(parts).follow,
    periods: () => {
      const open = session.require();
      return open.ok ? ok(periodsOf(open.value, content)) : open;
    },
    setPeriods: ({ months }) => {
      const open = session.enter("manage-settings");
      if (!open.ok) return open;
      const { tables, note, write } = open.value;
      write(() => {
        tables.settings.put(settingNames.evidencePeriods, JSON.stringify(months));
        note("settings-changed", null, { evidencePeriods: months === null ? "content" : "own" });
      });
      return ok(periodsOf(open.value, content));
    },
    applyPeriods: (input) => applyPeriods(parts, input),
    saveTable: (input) => saveTable(parts, input),
  };
}

function periodsOf(open: OpenSession, content: Content): Periods {
  const stored = open.tables.settings.find(settingNames.evidencePeriods);
  return { months: officePeriods(open, content), isOwn: stored !== undefined && stored !== "null" };
}

function setStanding(
  { session, clock, content, afterEvidence, onChange }: CustodyServiceParts,
  { dossierId, evidenceId, revision, why, ...wanted }: Parameters<CustodyService["setStanding"]>[0],
): ReturnType<CustodyService["setStanding"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  const { evidence: table } = open.tables;
  const outcome = open.write((): ReturnType<CustodyService["setStanding"]> => {
    const evidence = table.find(dossierId, evidenceId);
    if (evidence === undefined) return err({ code: "unknown-evidence" });
    if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
    if (evidence.revision !== revision) return err({ code: "stale-revision" });
    const supersededBy = wanted.status === "superseded" ? wanted.supersededBy : null;
    if (wanted.status === "superseded" && !isSuccessor(open, { dossierId, evidenceId }, supersededBy))
      return err({ code: "successor-missing" });
    const months = officePeriods(open, content);
    const validity = wanted.validity.by === "hand" ? wanted.validity : validityByOffice(evidence, months);
    const { status, carriage } = wanted;
    table.changeStanding(evidenceId, { ...evidence.standing, status, supersededBy, validity, carriage }, revision + 1);
    const successor = supersededBy === null ? undefined : table.find(dossierId, supersededBy)?.number;
    const facts = {
      status,
      until: validity.until ?? "none",
      by: validity.by,
      ...(successor === undefined ? {} : { successor }),
    };
    const custody = touchEvidence(open, clock, { dossierId, evidenceId, act: "standing-set", why, facts });
    open.note("evidence-changed", dossierId, { evidence: evidenceId, number: evidence.number, custody });
    afterEvidence(open, dossierId);
    return ok(mustExist(table.find(dossierId, evidenceId), "changed evidence exists"));
  });
  if (outcome.ok) onChange(dossierId);
  return outcome;
}

/** Another piece of the same case that has not itself been replaced: no piece ends up its own successor. */
function isSuccessor(open: OpenSession, { dossierId, evidenceId }: OneOf, successor: EvidenceId | null): boolean {
  if (successor === null || successor === evidenceId) return false;
  const found = open.tables.evidence.find(dossierId, successor);
  return found !== undefined && found.standing.status !== "superseded";
}

function applyPeriods(
  { session, clock, content, onChange }: CustodyServiceParts,
  { dossierId }: { dossierId: DossierId },
): ReturnType<CustodyService["applyPeriods"]> {
  const entered = enterCase(session, "work-on-cases", dossierId);
  if (!entered.ok) return entered;
  const { open, record } = entered.value;
  if (!isOpenForWork(record.state)) return err({ code: "dossier-decided" });
  const months = officePeriods(open, content);
  const changed = open.write(() => {
    let count = 0;
    for (const { standing, ...evidence } of open.tables.evidence.list(dossierId)) {
      if (standing.validity.by === "hand") continue;
      const validity = validityByOffice(evidence, months);
      if (validity.until === standing.validity.until) continue;
      const { id, number, revision } = evidence;
      open.tables.evidence.changeStanding(id, { ...standing, validity }, revision + 1);
      const facts = { until: validity.until ?? "none", by: validity.by };
      const custody = touchEvidence(open, clock, { dossierId, evidenceId: id, act: "standing-set", facts });
      open.note("evidence-changed", dossierId, { evidence: id, number, custody });
      count += 1;
    }
    return count;
  });
  if (changed > 0) onChange(dossierId);
  return ok({ changed });
}

async function saveTable(
  { session, clock, dialogs, content }: CustodyServiceParts,
  { dossierId, table, locale, purpose, passphrase }: Parameters<CustodyService["saveTable"]>[0],
): ReturnType<CustodyService["saveTable"]> {
  const asked = enterCase(session, "export-papers", dossierId);
  if (!asked.ok) return asked;
  const allowed = await asked.value.open.vault.verifyPassphrase(passphrase);
  if (!allowed.ok) return allowed;
  const name = `kura-${table}-${asked.value.record.number}-${dayOf(clock.nowMs())}.csv`;
  const path = await dialogs.saveFile("evidence-table", safeFileName(name));
  if (path === undefined) return err({ code: "cancelled" });
  // Between the passphrase and the place the vault may have been locked, or the case shut to this person.
  const entered = enterCase(session, "export-papers", dossierId);
  if (!entered.ok) return entered;
  const { open } = entered.value;
  const rows = evidenceTable(open, { dossierId, table, locale, content });
  const saved = await saveOutside(path, rows);
  if (!saved.ok) return saved;
  open.write(() => open.note("custody-exported", dossierId, { purpose, table }));
  return ok({});
}
