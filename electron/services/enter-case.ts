import type { DossierId } from "../../shared/domain/ids.ts";
import { isSameUnit, type Right, rightsClosedToHostUnit } from "../../shared/domain/people.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { DossierRecord } from "../vault/tables/dossier-table.ts";
import { findRecord, type UnknownDossier } from "./case-file.ts";
import { type Locked, mayDo, type NotPermitted, noteReading, type OpenSession, type Session } from "./session.ts";

/** An open session that may do what was asked in this very case. */
export interface Entered {
  readonly open: OpenSession;
  readonly record: DossierRecord;
}

/** Why a person does not get into a case. */
export type EntryRefusal =
  | Locked
  | NotPermitted
  | UnknownDossier
  | { readonly code: "conflict-declared" }
  | { readonly code: "reading-blind" }
  | { readonly code: "own-unit" };

/** Calls that show nothing of what others answered, and so are open to somebody who reads the case blind. */
export interface EntryOptions {
  readonly admitsBlind?: boolean;
}

/**
 * The one way into a case: an open vault, a person with the right, a case that is there for them and that no declared
 * conflict shuts, and no work on a case that their own unit hosts. Whoever answers a second review sees nothing of the first
 * until they hand in. Every service call that names a case begins here, and the trail says once for each unlocking that this
 * person was in it.
 */
export function enterCase(
  session: Session,
  right: Right,
  dossierId: DossierId,
  { admitsBlind = false }: EntryOptions = {},
): Result<Entered, EntryRefusal> {
  const entered = session.enter(right);
  if (!entered.ok) return entered;
  const open = entered.value;
  const found = findRecord(open, dossierId);
  if (!found.ok) return found;
  const record = found.value;
  if (open.tables.declarations.findLatest(dossierId, open.person.id)?.hasConflict === true)
    return turnAway(open, dossierId, "conflict-declared");
  if (!admitsBlind && open.tables.secondReviews.isBlind(dossierId, open.person.id))
    return turnAway(open, dossierId, "reading-blind");
  if (rightsClosedToHostUnit.includes(right) && isOwnUnit(open, record)) return turnAway(open, dossierId, "own-unit");
  noteReading(open, dossierId);
  return ok({ open, record });
}

/** Cases the person may see: none without the right to read, and none that their own declaration shuts. */
export function visibleRecords(open: OpenSession): DossierRecord[] {
  if (!mayDo(open, "read-cases")) return [];
  const shut = open.tables.declarations.shutTo(open.person.id);
  return open.tables.dossiers.list().filter((record) => !shut.has(record.id));
}

/** Cases whose content the person may read: those they see, but for the ones they read blind. */
export function readableRecords(open: OpenSession): DossierRecord[] {
  const blind = open.tables.secondReviews.blindTo(open.person.id);
  return visibleRecords(open).filter((record) => !blind.has(record.id));
}

/** Whether the person belongs to the unit that hosts the case. */
export function isOwnUnit(open: OpenSession, record: Pick<DossierRecord, "hostUnit">): boolean {
  return isSameUnit(open.person.unit, record.hostUnit);
}

/** Whether the person has declared that they have no ties to the case. */
export function hasDeclared(open: OpenSession, dossierId: DossierId): boolean {
  return open.tables.declarations.findLatest(dossierId, open.person.id)?.hasConflict === false;
}

/** A refusal by the rules of separation; it leaves a trace as one for want of rights does. */
export function turnAway<
  C extends "conflict-declared" | "reading-blind" | "own-unit" | "own-proposal" | "own-verdict" | "not-the-approver",
>(open: OpenSession, dossierId: DossierId, code: C): Result<never, { readonly code: C }> {
  const trace = (): void => open.note("call-refused", dossierId, { rule: code });
  if (open.vault.db.inTransaction) trace();
  else open.write(trace);
  return err({ code });
}
