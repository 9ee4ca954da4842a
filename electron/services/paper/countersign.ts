import { createHash } from "node:crypto";
import { mustExist } from "../../../shared/assert.ts";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import { type DossierId, ReportId, Sha256 } from "../../../shared/domain/ids.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { Clock, Paths, Random } from "../../ports.ts";
import type { VaultFault } from "../../vault/fault.ts";
import type { Seal } from "../../vault/vault.ts";
import { type EntryRefusal, enterCase, hasDeclared, turnAway } from "../enter-case.ts";
import { unsealIdentity } from "../identity-service.ts";
import { newId } from "../new-id.ts";
import { mayDo, type OpenSession, refuse, type Session } from "../session.ts";
import { type SignPaperRefusal, signPaper } from "./sign-paper.ts";

/** Which paper the approver signs, and the proof that it is them. */
export interface Countersigning {
  readonly dossierId: DossierId;
  readonly reportId: ReportId;
  readonly passphrase: string;
}

type MayNot = {
  readonly code:
    | "unknown-report"
    | "not-approved"
    | "not-the-approver"
    | "already-countersigned"
    | "declaration-missing"
    | "identity-missing";
};

/** Why the approver's signature was not added. */
export type CountersignRefusal = EntryRefusal | VaultFault | SignPaperRefusal | MayNot;

interface Parts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly paths: Paths;
  readonly onChange: (dossierId: DossierId) => void;
}

interface Ready {
  readonly open: OpenSession;
  readonly report: Report;
  readonly bytes: Uint8Array;
}

/**
 * Adds the approver's signature to the paper the reviewer signed and keeps the result as a paper of its own, so that
 * what the reviewer signed stays as it was.
 */
export async function countersign(parts: Parts, input: Countersigning): Promise<Result<Report, CountersignRefusal>> {
  const asked = ready(parts.session, input);
  if (!asked.ok) return asked;
  const { vault } = asked.value.open;
  const signed = await vault.guarded(input.passphrase, (seal) => signUnder(parts, input, seal));
  return signed.ok ? signed.value : signed;
}

async function signUnder(parts: Parts, input: Countersigning, seal: Seal): Promise<Result<Report, CountersignRefusal>> {
  // Asked again: the case may have changed while the passphrase was being checked.
  const again = ready(parts.session, input);
  if (!again.ok) return again;
  const { open, report, bytes } = again.value;
  const identity = unsealIdentity(open, seal);
  if (identity === undefined) return err({ code: "identity-missing" });
  const nowMs = parts.clock.nowMs();
  try {
    const signed = await signPaper({
      bytes,
      field: "sig.approver",
      identity,
      nowMs,
      signer: open.person.displayName,
      locale: report.locale,
      fontsFolder: parts.paths.fonts,
    });
    return signed.ok ? ok(keep(parts, again.value, { input, bytes: signed.value, nowMs })) : signed;
  } finally {
    identity.privateKeyPkcs8.fill(0);
  }
}

/** Only whoever approved the decision of this very paper may sign it as approver, once. */
function ready(session: Session, { dossierId, reportId }: Countersigning): Result<Ready, EntryRefusal | MayNot> {
  const entered = enterCase(session, "sign-papers", dossierId);
  if (!entered.ok) return entered;
  const { open } = entered.value;
  if (!mayDo(open, "approve-decisions")) return refuse(open, "approve-decisions");
  if (!hasDeclared(open, dossierId)) return err({ code: "declaration-missing" });
  const reports = open.tables.reports.list(dossierId);
  const report = reports.find(({ id }) => id === reportId);
  const bytes = open.tables.reports.bytesOf(reportId);
  if (report === undefined || bytes === undefined) return err({ code: "unknown-report" });
  const approval = open.tables.decisions.list(dossierId).find(({ id }) => id === report.decisionId)?.approval;
  if (approval?.answer !== "approve") return err({ code: "not-approved" });
  if (approval.kind !== "approver" || approval.personId !== open.person.id)
    return turnAway(open, dossierId, "not-the-approver");
  const isSigned = report.countersigns !== null || reports.some(({ countersigns }) => countersigns === reportId);
  return isSigned ? err({ code: "already-countersigned" }) : ok({ open, report, bytes });
}

function keep(
  { random, onChange }: Parts,
  { open, report }: Ready,
  { input, bytes, nowMs }: { input: Countersigning; bytes: Uint8Array; nowMs: number },
): Report {
  const own = mustExist(open.tables.identities.findCurrent(open.person.id), "a signer has an identity");
  const countersigned: Report = {
    ...report,
    id: newId(ReportId, random),
    sizeBytes: bytes.length,
    fileSha256: Sha256.parse(createHash("sha256").update(bytes).digest("hex")),
    fingerprint: own.fingerprint,
    createdAt: Instant.parse(nowMs),
    createdBy: open.person.displayName,
    countersigns: report.id,
  };
  open.write(() => {
    open.tables.reports.add(input.dossierId, countersigned, bytes);
    open.note("report-countersigned", input.dossierId, {
      version: countersigned.version,
      file: countersigned.fileSha256,
      fingerprint: countersigned.fingerprint,
    });
  });
  open.checkpoint();
  onChange(input.dossierId);
  return countersigned;
}
